//! The golden cases and how they are run: a base record, a patch and a day go in, and what comes out is compared with
//! what was written by hand. A set of cases is a rulebook with its base records and files of cases; that of the built-in
//! rulebook is one among them.

mod case;
mod run;
mod set;
mod snapshot;

pub use case::{Case, Expectation, Expected, File, file};
pub use run::{Run, Shown, run, subject};
pub use set::{Passed, Rules, SETS, Set, Texts, run_all};
pub use snapshot::snapshot;
