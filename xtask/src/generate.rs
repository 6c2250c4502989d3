//! Files that are made from the code and committed: schemas, types, tables.
//!
//! Each is a pair of a path and its text, made by [`files`]; writing and checking are the same for all.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{conformance, project, types};

/// What to do with the generated files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write those that differ.
    Write,
    /// Fail when one differs.
    Check,
}

/// Every generated file: its path from the root of the repository, and its text.
fn files() -> Result<Vec<(PathBuf, String)>> {
    let schema = |name: &str, text: String| (format!("schemas/{name}-1.0.schema.json").into(), text + "\n");
    let proven = conformance::files()?.map(|(path, text)| (path.into(), text));
    let others = [
        schema("record", gongwei::schema::record()),
        schema("rulebook", gongwei::schema::rulebook()),
        schema("report", gongwei::schema::report()),
        schema("calendar", gongwei::schema::calendar()),
        ("bindings/npm/src/generated.ts".into(), types::text()?),
    ];
    Ok(proven.into_iter().chain(others).collect())
}

/// Writes the generated files, or checks them.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let mut stale = Vec::new();
    for (path, text) in files()? {
        let file = project::root().join(&path);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        if mode == Mode::Write {
            fs::create_dir_all(file.parent().context("a file without a folder")?)?;
            fs::write(&file, text).with_context(|| format!("cannot write {}", path.display()))?;
            println!("wrote {}", path.display());
        }
        stale.push(path.display().to_string());
    }
    if mode == Mode::Check && !stale.is_empty() {
        bail!("stale, run `cargo xtask generate`: {}", stale.join(", "));
    }
    Ok(())
}
