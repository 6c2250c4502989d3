//! gongwei
#![no_std]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod calendar;
mod fault;
mod locale;
mod read;
pub mod record;
pub mod rulebook;
#[cfg(feature = "schema")]
pub mod schema;
mod shape;
mod value;

pub use calendar::{Day, NotADay, Period, YEARS, YearDay};
pub use fault::{FAULTS_MAX, Fault, Faults, JsonKind, NoFaults, Problem, Unit};
pub use locale::{Locale, NotALocale};
pub use read::{DEPTH_MAX, SIZE_MAX};
#[doc(hidden)]
pub use read::{faults_of_record, faults_of_rulebook};
pub use record::Record;
