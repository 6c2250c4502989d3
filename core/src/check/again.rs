//! Judging again after an edit: only what it can have changed.

use alloc::vec::Vec;

use super::basis::{Basis, Reach};
use super::coherence;
use crate::record::{Appointment, Fields, Record};
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
#[derive(Clone, Debug)]
pub(crate) struct Again<'b> {
    /// Of each norm of the rulebook.
    bases: &'b [Basis],
    touched: Touched,
    /// The seats whose steps name the one meeting that the edits were made in.
    named_by: Vec<About>,
}

impl<'b> Again<'b> {
    pub(crate) fn new(bases: &'b [Basis], touched: Touched, record: &Record) -> Self {
        let named_by = match touched.entry {
            Some(About::Meeting(at)) => seats_naming(record, at),
            _ => Vec::new(),
        };
        Self { bases, touched, named_by }
    }

    /// How much of the verdicts of the norm at this place can have changed.
    pub(super) fn reach(&self, norm: usize) -> Reach<'_> {
        let Some(basis) = self.bases.get(norm) else { return Reach::Everything };
        basis.reach_of(&self.touched, &self.named_by)
    }

    /// Whether contradictions can have come or gone.
    pub(super) fn reaches_coherence(&self) -> bool {
        self.touched.fields.meet(coherence::BASIS)
    }
}

/// The appointments with a step that was taken by this meeting.
fn seats_naming(record: &Record, meeting: usize) -> Vec<About> {
    let names = |seat: &Appointment| {
        let exit = seat.exit.given().and_then(|exit| exit.steps.entries()).unwrap_or_default();
        let mut steps = seat.entry.entries().unwrap_or_default().iter().chain(exit);
        steps.any(|step| step.meeting.given().is_some_and(|named| named.at() == Some(meeting)))
    };
    record.appointments.iter().enumerate().filter(|(_, seat)| names(seat)).map(|(at, _)| About::Seat(at)).collect()
}
