//! The npm package and the page built on it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{output, program, run};
use crate::{module, project, tools};

/// Builds the package, packs it, says how large it is and fails where a budget is exceeded.
pub(crate) fn package() -> Result<()> {
    module::build()?;
    let folder = project::package();
    tools::npm_packages(&folder)?;
    run(&mut program("npm", &folder, ["run", "--silent", "build"]))?;
    let packed = tarball();
    if packed.is_file() {
        fs::remove_file(&packed)?;
    }
    output(&mut program("npm", &folder, ["pack", "--silent"]))?;
    println!("packed {}", packed.strip_prefix(project::root()).unwrap_or(&packed).display());
    run(&mut program("npm", &folder, ["run", "--silent", "sizes"]))
}

/// Builds the page, with the packed package installed as any front-end team would.
pub(crate) fn page() -> Result<()> {
    package()?;
    let folder = project::page();
    tools::npm_packages(&folder)?;
    install_tarball(&folder)?;
    run(&mut program("npm", &folder, ["run", "--silent", "build"]))
}

/// Where the packed package is.
pub(crate) fn tarball() -> PathBuf {
    let version = env!("CARGO_PKG_VERSION");
    project::package().join(format!("gongwei-{version}.tgz"))
}

/// Not in the page's lock file, which would pin the digest of a file that every build makes anew.
fn install_tarball(folder: &Path) -> Result<()> {
    let mut install = program("npm", folder, ["install", "--no-save", "--offline", "--silent"]);
    run(install.arg(tarball())).context("the packed package cannot be installed")
}
