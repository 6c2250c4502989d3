//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder, wherever it has been moved to: this program lies in it.
pub(crate) fn target() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.parent()?.to_path_buf()))
        .unwrap_or_else(|| root().join("target"))
}

/// The npm package.
pub(crate) fn package() -> PathBuf {
    root().join("bindings/npm")
}

/// The module and its glue, as the npm package takes them.
pub(crate) fn module() -> PathBuf {
    package().join("module")
}

/// The reference page.
pub(crate) fn page() -> PathBuf {
    root().join("www")
}

/// What the tests in browsers share.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// The package's benchmarks and its rivals in them.
pub(crate) fn benchmarks() -> PathBuf {
    root().join("tests/bench")
}
