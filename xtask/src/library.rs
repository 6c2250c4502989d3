//! The standard library, made anew for the module: for size like the rest of it, and without what a panic would say, for
//! a panic of the module traps and nobody reads it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::{output, program, run, succeeds};
use crate::project;

/// Lets a stable compiler take what is not stable yet. Only this module is built with it.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// A panic traps, and the module does not hold where in the code that would be.
const PANIC: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

const BUILD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// The crates that every check runs through: for speed, for they are hardly larger by it.
const SWIFT: [&str; 4] = ["alloc", "compiler_builtins", "core", "dlmalloc"];

/// Has cargo make the library, too, where that can be done; gives the compiler's flags for it.
///
/// Elsewhere the module stands upon the library as it comes: it does the same and is larger.
pub(crate) fn make(build: &mut Command) -> Result<Vec<String>> {
    let root = project::root();
    let mut knows = program("rustc", &root, PANIC);
    if !succeeds(knows.args(["--print", "cfg"]).env(UNSTABLE.0, UNSTABLE.1)) {
        println!("this compiler makes no library for size: the module will be larger (Rust 1.92 or newer does)");
        return Ok(Vec::new());
    }
    let found = output(&mut program("rustc", &root, ["--print", "sysroot"]))?;
    let sources = Path::new(found.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
    if !sources.is_file() && run(&mut program("rustup", &root, ["component", "add", "rust-src"])).is_err() {
        println!("no sources of the library: the module will be larger (`rustup component add rust-src` gets them)");
        return Ok(Vec::new());
    }
    build.args(SWIFT.map(|name| format!("--config=profile.module.package.{name}.opt-level=3")));
    build.args(BUILD).env(UNSTABLE.0, UNSTABLE.1);
    Ok(PANIC.map(str::to_owned).to_vec())
}
