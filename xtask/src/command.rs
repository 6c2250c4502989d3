//! Running other programs.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// A program in a folder.
pub(crate) fn program<S: AsRef<OsStr>>(name: &str, folder: &Path, args: impl IntoIterator<Item = S>) -> Command {
    // npm is a script on Windows, which is found only by its whole name.
    let name = if cfg!(windows) && name == "npm" { "npm.cmd" } else { name };
    let mut command = Command::new(name);
    command.args(args).current_dir(folder);
    command
}

/// Cargo, in the root of the repository. What the outer cargo has set for this program is not passed on
/// where it would choose the toolchain or the flags of the inner one.
pub(crate) fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = program("cargo", &crate::project::root(), args);
    command.env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTFLAGS");
    command
}

/// Runs it with its output shown; fails when it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.status().with_context(|| format!("cannot start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs it and returns what it printed; fails when it does.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{shown}`"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("`{shown}` failed ({})\n{text}", output.status);
    }
    Ok(text)
}

/// Runs it and says whether it succeeded; a program that is not there has not.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ")
}
