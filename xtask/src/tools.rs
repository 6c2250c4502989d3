//! What a fresh machine with Rust and Node lacks: found, installed, or named in one line.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{cargo, output, program, run, succeeds};
use crate::project;

/// Must be the version of `wasm-bindgen` in the workspace's lock file: the two speak a private format.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The compiler's target for WebAssembly.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A target that has no standard library to fall back upon.
pub(crate) const BARE: &str = "thumbv7em-none-eabi";

/// Makes sure that the compiler can build for this target.
pub(crate) fn target(name: &str) -> Result<()> {
    let root = project::root();
    let libraries = output(&mut program("rustc", &root, ["--print", "target-libdir", "--target", name]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    run(&mut program("rustup", &root, ["target", "add", name]))
        .with_context(|| format!("install Rust's libraries for it: `rustup target add {name}`"))
}

/// The runner of the Rust tests in Node and browsers, built once into the target folder.
pub(crate) fn wasm_test_runner() -> Result<PathBuf> {
    let folder = project::target().join("tools");
    let runner = folder.join("bin").join(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
    let installed = fs::read_to_string(folder.join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("wasm-bindgen-cli {WASM_BINDGEN} ")) && runner.is_file() {
        return Ok(runner);
    }
    println!("building wasm-bindgen-test-runner {WASM_BINDGEN}, once (some minutes)");
    let mut install = cargo(["install", "--quiet", "wasm-bindgen-cli", "--version", WASM_BINDGEN]);
    install.args(["--bin", "wasm-bindgen-test-runner", "--root"]).arg(&folder);
    run(&mut install)?;
    Ok(runner)
}

/// Makes sure that Node is there and new enough for the tools that run on it.
pub(crate) fn node() -> Result<()> {
    let version = output(&mut program("node", &project::root(), ["--version"]))
        .context("install Node.js 20.19 or newer, with npm")?;
    let mut parts = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(20)), Some(Ok(minor))) if minor >= 19 => Ok(()),
        (Some(Ok(major)), _) if major >= 22 => Ok(()),
        _ => bail!("install Node.js 20.19, 22 or newer: this is {}", version.trim()),
    }
}

/// Makes sure that the folder's npm packages are those of its lock file.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    node()?;
    // npm writes this file last; it is as new as what it has installed.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    run(&mut program("npm", folder, ["ci", "--no-audit", "--no-fund"]))
}

/// The first of these programs that is on the path.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = |name: &&str| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    };
    names.iter().find_map(found)
}

/// Whether Debian's package manager is here and may be used.
pub(crate) fn can_apt_install() -> bool {
    on_path(&["apt-get"]).is_some()
        && output(&mut program("id", &project::root(), ["-u"])).is_ok_and(|id| id.trim() == "0")
}

/// Whether `rustup` has this toolchain.
pub(crate) fn has_toolchain(version: &str) -> bool {
    let mut ask = cargo([format!("+{version}"), "--version".to_owned()]);
    // Asking must not install it.
    succeeds(ask.env("RUSTUP_AUTO_INSTALL", "0"))
}

fn modified(file: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}
