//! The record of one committee: the nouns, as they stand in JSON.
//!
//! A record says what is known and keeps every fact once. It can never say the same twice: who is a member on a day
//! follows from the seats alone, and steps are the evidence beside them.

mod appointment;
mod assessment;
mod committee;
mod fields;
mod meeting;
mod people;
mod resolve;
mod ties;

pub use appointment::{Appointment, Ballot, Cause, Exit, Objection, Outcome, Seat, Step, StepKind, Votes};
pub use assessment::{
    Addressed, Assessment, Attestation, Claim, DutyReport, Feedback, Grade, PerformanceReport, ProblemList, Subject,
    TrainingClass,
};
pub use committee::{Approval, Committee, CompleteThrough, Figures, Term};
pub use meeting::{Audience, Electorate, Meeting, Minutes, Notice, Publication, Report, Topic, TopicKind, Turnout};
pub use people::{Education, Level, Organization, OrganizationKind, PartyForm, Person, Post, PostKind, Sector, Tenure};
pub use ties::{Kin, Relation, SeatElsewhere};

pub(crate) use fields::{Fields, fields};
pub use resolve::Places;
pub(crate) use resolve::{are_distinct, put, settle};

use crate::shape::noun;
use crate::value::{Id, Maybe, Name};

/// The schema that this engine writes, and the newest that it reads.
pub const SCHEMA: &str = "gongwei/record/1.0";

noun! {
    /// The record of one committee. Everything is optional but `schema` and `committee.kind`.
    ///
    /// An absent field is not known; `null` and an empty list say "none". The big lists are complete only through the
    /// day that `completeThrough` states for each; beyond it they are "so far".
    pub struct Record {
        /// The schema the record is written in: `gongwei/record/1.0`.
        schema: Name,
        /// The rulebook the author had in mind. The caller decides which one judges.
        rulebook: Maybe<Id>,
        /// Through which day each big list is complete.
        complete_through: Maybe<CompleteThrough>,
        /// The committee itself.
        committee: Committee,
        /// The organizations that the record speaks of.
        organizations: alloc::vec::Vec<Organization>,
        /// The people that the record speaks of.
        people: alloc::vec::Vec<Person>,
        /// The committee's terms, where it has terms.
        terms: alloc::vec::Vec<Term>,
        /// Seats and who holds them, past, present and planned, with the steps by which they came and go.
        appointments: alloc::vec::Vec<Appointment>,
        /// The meetings of the full committee.
        meetings: alloc::vec::Vec<Meeting>,
        /// Problem lists and rectification lists issued to units.
        problem_lists: alloc::vec::Vec<ProblemList>,
        /// Yearly assessments of members and of units.
        assessments: alloc::vec::Vec<Assessment>,
        /// The members' yearly duty reports.
        duty_reports: alloc::vec::Vec<DutyReport>,
        /// The community's yearly performance reports on members.
        performance_reports: alloc::vec::Vec<PerformanceReport>,
        /// Training classes for members.
        training_classes: alloc::vec::Vec<TrainingClass>,
        /// Human judgements, named and dated.
        attestations: alloc::vec::Vec<Attestation>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<crate::value::Ext>,
    }
}
