//! The benchmarks.

use anyhow::Result;

use crate::command::{cargo, program, run as call};
use crate::{chromium, npm, project, tools};

/// Runs the benchmarks: of the core, then of the packed package and its rivals in Node and in Chromium, then of
/// the form.
pub(crate) fn run() -> Result<()> {
    call(&mut cargo(["bench", "--package", "gongwei", "--benches"]))?;
    npm::page()?;
    tools::npm_packages(&project::browser_tests())?;
    tools::npm_packages(&project::benchmarks())?;
    let browser = chromium::browser()?;
    for script in ["run.mjs", "page.mjs", "keystrokes.mjs"] {
        let mut node = program("node", &project::benchmarks(), [script]);
        call(node.env("GONGWEI_TARBALL", npm::tarball()).env("CHROMIUM", &browser))?;
    }
    Ok(())
}
