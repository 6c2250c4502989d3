//! Every fault of a rulebook, where an editor finds it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The rulebook of a file, upon those that it is read with; or a line for each fault of the first of these files that has
/// any.
///
/// # Errors
///
/// A file that cannot be read.
pub(super) fn rulebook(file: &Path, options: &Options) -> Result<Result<Rulebook, String>> {
    let files: Vec<&Path> = options.with.iter().map(PathBuf::as_path).chain([file]).collect();
    let texts = files.iter().map(|file| text(file)).collect::<Result<Vec<_>>>()?;
    let layers: Vec<&str> = texts.iter().map(String::as_str).collect();
    Ok(Rulebook::layered(&layers).map_err(|(at, faults)| match (files.get(at), layers.get(at)) {
        (Some(file), Some(text)) => lines(file, text, &faults, options.locale),
        _ => faults.to_string(),
    }))
}

pub(super) fn lint(file: &Path, options: &Options) -> Result<Found> {
    Ok(match rulebook(file, options)? {
        Ok(rulebook) => {
            let id = &rulebook.name().id;
            // A norm that says different things on different days is one norm.
            let count = rulebook.norms().iter().map(|norm| norm.id.as_str()).collect::<BTreeSet<_>>().len();
            let above = rulebook.layers().iter().map(|layer| &layer.name().id).filter(|layer| *layer != id);
            let above: Vec<_> = above.map(|layer| format!("`{layer}`")).collect();
            let upon = if above.is_empty() { String::new() } else { format!(" upon {}", above.join(", ")) };
            Found::Nothing(format!("{}: `{id}`{upon}, {count} norms, no faults\n", file.display()))
        }
        Err(lines) => Found::Something(lines),
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
