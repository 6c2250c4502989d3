//! The benchmarks.

use anyhow::Result;

use crate::command::cargo;

/// Runs the benchmarks of the core.
pub(crate) fn run() -> Result<()> {
    crate::command::run(&mut cargo(["bench", "--package", "gongwei", "--benches"]))
}
