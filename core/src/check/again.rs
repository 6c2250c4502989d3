//! Judging again after an edit: only what it can have changed.

use super::basis::{Basis, Reach};
use crate::record::{Fields, Record};
use crate::report::{About, Report, Subjects};

/// What edits touched. They took no entry of the record's own lists away, added none, and changed the id of none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touched {
    pub(crate) fields: Fields,
    /// The one entry that they were made in, if there is one and norms judge such entries.
    pub(crate) entry: Option<About>,
}

impl Touched {
    /// Whether the record still has all that a report judged, and nothing more. Topics may have come and gone.
    pub(crate) fn leaves_subjects(&self, report: &Report, record: &Record) -> bool {
        const TOPICS: Fields = Fields::NONE.meetings(&["topics"]);
        !self.fields.meet(TOPICS) || *report.findings.subjects == Subjects::of(record)
    }
}

/// What is to be judged again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Again<'b> {
    /// Of each norm of the rulebook.
    pub(crate) bases: &'b [Basis],
    pub(crate) touched: Touched,
    /// Whether steps name the meeting that the edits were made in.
    is_named: bool,
}

impl<'b> Again<'b> {
    pub(crate) fn new(bases: &'b [Basis], touched: Touched, record: &Record) -> Self {
        let is_named = match touched.entry {
            Some(About::Meeting(at)) => names_meeting(record, at),
            _ => true,
        };
        Self { bases, touched, is_named }
    }

    /// How much of the verdicts of the norm at this place can have changed.
    pub(super) fn reach(&self, norm: usize) -> Reach {
        let Some(basis) = self.bases.get(norm) else { return Reach::Everything };
        basis.reach_of(self.touched.fields, self.touched.entry, self.is_named)
    }
}

/// Whether a step of any appointment was taken by this meeting.
fn names_meeting(record: &Record, meeting: usize) -> bool {
    record.appointments.iter().any(|seat| {
        let exit = seat.exit.given().and_then(|exit| exit.steps.entries()).unwrap_or_default();
        let mut steps = seat.entry.entries().unwrap_or_default().iter().chain(exit);
        steps.any(|step| step.meeting.given().is_some_and(|named| named.at() == Some(meeting)))
    })
}
