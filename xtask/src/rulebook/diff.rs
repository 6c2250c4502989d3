//! What one rulebook changes of another, and for which committees.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, anyhow};
use gongwei::rulebook::Norm;
use gongwei::{Locale, Rulebook};
use serde_json::Value;

use super::Found;
use super::changes::{Change, changes, fields};
use super::effect;
use super::lint::rulebook;
use super::options::Options;

pub(super) fn diff(old: &Path, new: &Path, options: &Options) -> Result<Found> {
    let read = |file| rulebook(file, options)?.map_err(|lines| anyhow!(lines));
    let [old, new] = [read(old)?, read(new)?];
    let mut text = String::new();
    for kind in kinds(&old, &new) {
        let lines = of_kind(&kind, &old, &new, options.locale);
        if !lines.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{kind}\n{lines}");
        }
    }
    if let Some((record, on)) = &options.record {
        text += &effect::told(record, *on, &old, &new, options.locale)?;
    }
    Ok(if text.is_empty() { Found::Nothing("no difference\n".into()) } else { Found::Something(text) })
}

/// The kinds of committee that either knows.
fn kinds(old: &Rulebook, new: &Rulebook) -> BTreeSet<String> {
    [old, new].iter().flat_map(|rulebook| rulebook.committees()).map(|(kind, _)| kind.as_str().to_owned()).collect()
}

/// A norm of a rulebook for a kind of committee.
fn norm_of<'r>(rulebook: &'r Rulebook, kind: &str, id: &str) -> Option<&'r Norm> {
    rulebook.norm(id).filter(|norm| norm.applies_to.iter().any(|other| other.as_str() == kind))
}

/// What changes for a kind of committee: a line for each norm added, removed or changed, and one for each changed field.
fn of_kind(kind: &str, old: &Rulebook, new: &Rulebook, locale: Locale) -> String {
    let knows = |rulebook: &Rulebook| rulebook.committees().any(|(other, _)| other.as_str() == kind);
    let mut text = match (knows(old), knows(new)) {
        (false, true) => "  + this kind of committee\n".to_owned(),
        (true, false) => "  - this kind of committee\n".to_owned(),
        _ => String::new(),
    };
    let ids = |rulebook: &Rulebook| -> Vec<String> {
        let norms = rulebook.norms().iter().filter(|norm| norm.applies_to.iter().any(|other| other.as_str() == kind));
        norms.map(|norm| norm.id.as_str().to_owned()).collect()
    };
    let of_old = ids(old);
    let only_new = ids(new).into_iter().filter(|id| !of_old.contains(id));
    for id in of_old.iter().cloned().chain(only_new) {
        match (norm_of(old, kind, &id), norm_of(new, kind, &id)) {
            (None, Some(norm)) => {
                let _ = writeln!(text, "  + {}", summary(norm, locale));
            }
            (Some(norm), None) => {
                let _ = writeln!(text, "  - {}", summary(norm, locale));
            }
            (Some(one), Some(other)) => {
                let changes = of_norm((old, one), (new, other));
                if !changes.is_empty() {
                    let _ = writeln!(text, "  ~ {id}");
                }
                for change in changes {
                    let _ = writeln!(text, "      {}", change.told());
                }
            }
            (None, None) => {}
        }
    }
    text
}

/// The fields of a norm that differ, and those of the procedure that both name. For whom else a norm is does not concern
/// this kind of committee.
fn of_norm((of_old, old): (&Rulebook, &Norm), (of_new, new): (&Rulebook, &Norm)) -> Vec<Change> {
    let [mut before, mut after] = [fields(old), fields(new)];
    for (fields, rulebook, norm) in [(&mut before, of_old, old), (&mut after, of_new, new)] {
        fields.remove("appliesTo");
        fields.extend(procedure(rulebook, norm));
    }
    changes(&before, &after)
}

/// The procedure that a norm names, under its name.
fn procedure(rulebook: &Rulebook, norm: &Norm) -> Option<(String, Value)> {
    let require = serde_json::to_value(&norm.require).ok()?;
    let (_, rule) = require.as_object()?.iter().next()?;
    let name = rule.get("procedure").unwrap_or(rule).as_str()?;
    let (name, procedure) = rulebook.procedures().find(|(other, _)| other.as_str() == name)?;
    Some((format!("procedure {name}"), serde_json::to_value(procedure).ok()?))
}

fn summary(norm: &Norm, locale: Locale) -> String {
    let title = match locale {
        Locale::ZhCn => &norm.title.zh,
        Locale::En => &norm.title.en,
    };
    format!("{} ({}, {}): {}", norm.id, norm.modality.as_str(), norm.require.key(), title.as_str())
}
