//! What an author of rulebooks needs: `rulebook lint`, `rulebook diff`, `rulebook test`.
//!
//! Each ends with 0 where nothing was found, with 1 where something was, and with 2 where it could not look.

mod cases;
mod changes;
mod diff;
mod effect;
mod lint;
mod options;
mod place;

use std::process::ExitCode;

use self::options::Options;

const HELP: &str = "\
cargo xtask rulebook COMMAND

  lint FILE                        every fault of a rulebook: file, line, column, code, path, what to do
  diff A B [--record R --on DAY]   what B changes for each kind of committee, and for a record on a day
  test FOLDER                      the golden cases of FOLDER/cases upon FOLDER/base, by FOLDER/rulebook.json or,
                                   where there is none, by the built-in rulebook that FOLDER is named after

  --with FILE                      a rulebook that the others may extend, beside those that are built in; once for each
  --locale zh-CN|en                the language of messages; zh-CN if not given

Exit status: 0 nothing found; 1 faults, differences or failed cases; 2 it could not be done.
";

/// What a command found.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// Nothing is wrong, nothing differs; and what is to be told of that.
    Nothing(String),
    /// Something is.
    Something(String),
}

/// Runs a command: what it found, or why it could not look.
pub(crate) fn run(args: &[&str]) -> ExitCode {
    match command(args) {
        Ok(Found::Nothing(text)) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Ok(Found::Something(text)) => {
            print!("{text}");
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn command(args: &[&str]) -> anyhow::Result<Found> {
    let options = Options::read(args.get(1..).unwrap_or_default())?;
    match (args.first(), options.files.as_slice()) {
        (Some(&"lint"), [file]) => lint::lint(file, &options),
        (Some(&"diff"), [old, new]) => diff::diff(old, new, &options),
        (Some(&"test"), [folder]) => cases::test(folder, &options),
        (None | Some(&("help" | "--help" | "-h")), _) => Ok(Found::Nothing(HELP.into())),
        _ => anyhow::bail!("`rulebook {}` is no command\n\n{HELP}", args.join(" ")),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tutorial;
