//! Judging again after an edit: only what it can have changed.

use alloc::vec::Vec;

use super::basis::{Bases, Reach};
use super::days::Days;
use super::marks::Marks;
use crate::record::{Appointment, Fields, Person, Record, fields};
use crate::report::{About, Report, Subjects};
use crate::value::{Maybe, Ref};

/// What edits touched. They took no entry of the record's own lists away, added none, and changed the id of none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touched {
    pub(crate) fields: Fields,
    /// The one entry that they were made in, if there is one and judgements are about such.
    pub(crate) entry: Option<About>,
    /// The days of which that entry now says something else: who holds which seat, and which post.
    pub(crate) days: Days,
}

impl Touched {
    /// Whether the record still has all that a report judged, and nothing more. Topics may have come and gone.
    pub(crate) fn leaves_subjects(&self, report: &Report, record: &Record) -> bool {
        const TOPICS: Fields = fields!(meetings: "topics");
        !self.fields.meet(TOPICS) || *report.findings.subjects == Subjects::of(record)
    }
}

/// What is to be judged again.
#[derive(Clone, Debug)]
pub(crate) struct Again<'b> {
    bases: &'b Bases,
    pub(super) touched: Touched,
    /// The seats and the assessments of the one person in whose entry the edits were made.
    pub(super) of_person: Vec<About>,
    /// The seats whose steps name the one meeting in which the edits were made; any meeting, if they were made elsewhere.
    pub(super) naming: Vec<About>,
}

impl<'b> Again<'b> {
    pub(crate) fn new(bases: &'b Bases, touched: Touched, record: &Record) -> Self {
        let of_person = match touched.entry {
            Some(About::Person(person)) => of_person(record, person),
            _ => Vec::new(),
        };
        let naming = match touched.entry {
            _ if !touched.fields.meet(bases.named()) => Vec::new(),
            Some(About::Meeting(meeting)) => seats_naming(record, |named| named == meeting),
            _ => seats_naming(record, |_| true),
        };
        Self { bases, touched, of_person, naming }
    }

    /// The norms of which anything is to be judged again, by their places.
    pub(super) fn norms(&self) -> Marks {
        self.bases.resting_on(self.touched.fields)
    }

    /// How much of the verdicts of the norm at this place can have changed.
    pub(super) fn reach(&self, norm: usize) -> Reach {
        self.bases.get(norm).map_or(Reach::Everything, |basis| basis.reach_of(self))
    }
}

fn of_person(record: &Record, person: usize) -> Vec<About> {
    let is_of = |of: &Maybe<Ref<Person>>| of.given().is_some_and(|of| of.at() == Some(person));
    let seats = record.appointments.iter().enumerate().filter(|(_, seat)| is_of(&seat.person));
    let assessments = record.assessments.iter().enumerate().filter(|(_, one)| is_of(&one.person));
    seats.map(|(at, _)| About::Seat(at)).chain(assessments.map(|(at, _)| About::Assessment(at))).collect()
}

/// The appointments with a step that was taken by such a meeting.
fn seats_naming(record: &Record, is_such: impl Fn(usize) -> bool) -> Vec<About> {
    let names = |seat: &Appointment| {
        let exit = seat.exit.given().and_then(|exit| exit.steps.entries()).unwrap_or_default();
        let mut steps = seat.entry.entries().unwrap_or_default().iter().chain(exit);
        steps.any(|step| step.meeting.given().and_then(Ref::at).is_some_and(&is_such))
    };
    record.appointments.iter().enumerate().filter(|(_, seat)| names(seat)).map(|(at, _)| About::Seat(at)).collect()
}
