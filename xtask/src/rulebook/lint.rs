//! Every fault of a rulebook, where an editor finds it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use gongwei::{Faults, Locale, Problem, Rulebook};

use super::Found;
use super::options::Options;
use super::place::{Place, place};

/// The text of a file.
pub(super) fn text(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    String::from_utf8(bytes).map_err(|_| anyhow!("{} is not encoded in UTF-8", file.display()))
}

/// The rulebook of a file.
///
/// # Errors
///
/// All its faults.
pub(super) fn rulebook(file: &Path, locale: Locale) -> Result<Rulebook> {
    let text = text(file)?;
    Rulebook::from_json(&text).map_err(|faults| anyhow!(lines(file, &text, &faults, locale)))
}

pub(super) fn lint(file: &Path, options: &Options) -> Result<Found> {
    let text = text(file)?;
    Ok(match Rulebook::from_json(&text) {
        Ok(rulebook) => {
            let (id, count) = (&rulebook.name().id, rulebook.norms().len());
            Found::Nothing(format!("{}: `{id}`, {count} norms, no faults\n", file.display()))
        }
        Err(faults) => Found::Something(lines(file, &text, &faults, options.locale)),
    })
}

/// A line for each fault: file, line, column, code, path and what to do, in the order of the text.
fn lines(file: &Path, text: &str, faults: &Faults, locale: Locale) -> String {
    let mut places: Vec<_> = faults.iter().map(|fault| (at(text, fault), fault)).collect();
    places.sort_by_key(|&(place, _)| place);
    let mut lines = String::new();
    for (Place { line, column }, fault) in places {
        // The whole document has the empty path.
        let path = if fault.path().is_empty() { "(document)" } else { fault.path() };
        let (file, code, message) = (file.display(), fault.code(), fault.message(locale));
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{file}:{line}:{column}: {code} {path}: {message}");
    }
    lines
}

fn at(text: &str, fault: &gongwei::Fault) -> Place {
    match *fault.problem() {
        Problem::Syntax { line, column } => Place { line, column },
        Problem::DuplicateField => place(text, fault.path(), true),
        _ => place(text, fault.path(), false),
    }
}
