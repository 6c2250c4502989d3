//! The browser of the tests, and its driver.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::{program, run};
use crate::project;
use crate::tools::{can_apt_install, on_path};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: &[&str] = &["chromedriver"];

/// Chromium, installed where that is possible.
pub(crate) fn browser() -> Result<PathBuf> {
    find("CHROMIUM", BROWSERS)
        .context("install Chromium (Debian: `apt-get install chromium chromium-driver`) or set CHROMIUM to it")
}

/// ChromeDriver, installed where that is possible.
pub(crate) fn driver() -> Result<PathBuf> {
    find("CHROMEDRIVER", DRIVERS)
        .context("install ChromeDriver (Debian: `apt-get install chromium-driver`) or set CHROMEDRIVER to it")
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(file) = std::env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file()) {
        return Some(file);
    }
    on_path(names).or_else(|| {
        if !can_apt_install() {
            return None;
        }
        let root = project::root();
        let apt = |args: &[&str]| run(program("apt-get", &root, args).env("DEBIAN_FRONTEND", "noninteractive"));
        apt(&["update", "-qq"]).ok()?;
        apt(&["install", "-qq", "-y", "chromium", "chromium-driver"]).ok()?;
        on_path(names)
    })
}
