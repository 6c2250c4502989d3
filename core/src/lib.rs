//! gongwei
#![no_std]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod calendar;
mod check;
mod fault;
mod locale;
mod messages;
mod path;
mod read;
pub mod record;
mod render;
pub mod report;
pub mod rulebook;
#[cfg(feature = "schema")]
pub mod schema;
mod shape;
mod value;
mod write;

pub use calendar::{Day, NotADay, Period, YEARS, YearDay};
pub use check::{CheckError, When, check, outcomes};
pub use fault::{FAULTS_MAX, Fault, Faults, JsonKind, NoFaults, Problem, Unit};
pub use locale::{Locale, NotALocale};
pub use path::Path;
pub use read::{DEPTH_MAX, SIZE_MAX};
#[doc(hidden)]
pub use read::{faults_of_record, faults_of_rulebook};
pub use record::Record;
pub use report::{Fact, Facts, Incoherence, Outcome, Report, Severity, SubjectKind, Value, Verdict};
pub use rulebook::Rulebook;
pub use value::{Count, Ext, Id, Listed, Maybe, Name, Nullable, Prose, Ref, Share, Text, Whole, Year};
