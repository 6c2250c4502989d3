//! The golden cases beside a rulebook, run as `cargo test -p gongwei-golden` runs those of the repository.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use gongwei::Rulebook;
use gongwei_golden::{Rules, Set};

use super::Found;
use super::lint::text;
use super::options::Options;

pub(super) fn test(folder: &Path, options: &Options) -> Result<Found> {
    let layers = layers(folder, options)?;
    let layers: Vec<&str> = layers.iter().map(String::as_str).collect();
    let [bases, cases] = [files(&folder.join("base"))?, files(&folder.join("cases"))?];
    if cases.is_empty() {
        bail!("{}: no *.json with cases", folder.join("cases").display());
    }
    let name = folder.display().to_string();
    let calendar = folder.join("calendar.json");
    let calendar = if calendar.is_file() { Some(text(&calendar)?) } else { None };
    let set = Set {
        name: &name,
        rules: built_in(folder).map_or(Rules::Texts(&layers), Rules::BuiltIn),
        calendar: calendar.as_deref(),
        bases: &texts(&bases),
        cases: &texts(&cases),
    };
    Ok(match set.run() {
        Ok(passed) => Found::Nothing(format!("{name}: {} cases passed\n", passed.len())),
        Err(wrong) => {
            let mut told = String::new();
            for line in &wrong {
                // Writing to a string cannot fail.
                let _ = writeln!(told, "{line}");
            }
            let _ = writeln!(told, "{name}: {} wrong", wrong.len());
            Found::Something(told)
        }
    })
}

/// The built-in rulebook that a folder without one of its own is named after.
fn built_in(folder: &Path) -> Option<&'static str> {
    let folder = folder.canonicalize().ok()?;
    let is_it = |id: &&str| folder.file_name().is_some_and(|name| name == *id);
    Rulebook::builtin_ids().find(is_it).filter(|_| !folder.join("rulebook.json").is_file())
}

/// The rulebook of a folder and those that it extends, itself last; nothing, where it is built in.
fn layers(folder: &Path, options: &Options) -> Result<Vec<String>> {
    if built_in(folder).is_some() {
        return Ok(Vec::new());
    }
    let rulebook = text(&folder.join("rulebook.json"))?;
    let extended = folder.join("extends");
    let extended = if extended.is_dir() { files(&extended)? } else { Vec::new() };
    let with = options.with.iter().map(|file| text(file)).collect::<Result<Vec<_>>>()?;
    Ok(extended.into_iter().map(|(_, text)| text).chain(with).chain([rulebook]).collect())
}

fn texts(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// Name and text of each JSON file of a folder, in the order of the names.
fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().and_then(|name| name.to_str()).context("a file name that is no text")?;
        Ok((name.to_owned(), text(&path)?))
    };
    paths.into_iter().map(read).collect()
}
