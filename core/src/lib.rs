//! The rules of Chinese subdistrict and community joint committees (街道“大工委”, 社区“大党委”) as data, and the engine that
//! judges by them.
//!
//! A [`Record`] of a committee, a [`Rulebook`] and a day go in; a [`Report`] comes out: for every norm and everything it
//! judges a [`Verdict`], with the clause it rests on, the facts it saw and where in the record it saw them. It is an aid
//! and can never be a ruling: what needs a human judgement it asks for, what the record does not say it calls unknown.
//!
//! The engine is pure. It has no clock, reads no file and keeps no state: the same record, rulebook and day give the same
//! report, in a browser without network or in a service. No input makes it panic.
//!
//! ```
//! use gongwei::{Day, Outcome, Record, Rulebook, check};
//!
//! let rulebook = Rulebook::builtin("gannan-2020").unwrap();
//! let record = Record::from_json(r#"{
//!     "schema": "gongwei/record/1.0",
//!     "committee": { "kind": "community-joint-committee" },
//!     "trainingClasses": [ { "id": "k1", "on": "2026-04-10", "centralized": true, "hours": 24, "theoryHours": 7 } ]
//! }"#).unwrap();
//! let report = check(&record, &rulebook, "2026-06-30".parse::<Day>().unwrap()).unwrap();
//!
//! let theory = report.findings().next().unwrap();
//! assert_eq!((theory.norm().id.as_str(), theory.key()), ("cjc-training-theory", "share.too-small"));
//! assert_eq!(theory.path().to_string(), "/trainingClasses/0/theoryHours");
//! assert!(report.to_do().any(|verdict| verdict.outcome() == Outcome::Unknown));
//! ```
#![no_std]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod calendar;
mod check;
mod digest;
mod fault;
mod locale;
mod messages;
mod order;
mod path;
mod read;
pub mod record;
mod render;
pub mod report;
pub mod rulebook;
#[cfg(feature = "schema")]
pub mod schema;
mod session;
mod shape;
mod value;
mod write;

pub use calendar::{Calendar, CalendarText, Day, DayOrMonth, Length, NotADay, Period, YEARS, YearDay};
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
pub use session::{Cleared, Delta, Edit, EditError, Session, UNDO_MAX};
pub use value::{Amount, Count, Ext, Id, Listed, Maybe, Name, Nullable, Prose, Ref, Share, Text, Whole, Year};

/// The README's example, kept true.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
