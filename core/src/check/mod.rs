//! The engine: one module for each constraint kind.
//!
//! It reads a record as of a day and judges it by a rulebook. It never reads a clock, and no norm or kind of committee
//! is known to it by name.

mod again;
mod area;
mod attested;
mod attribute;
mod bar;
mod basis;
mod cadence;
mod coherence;
mod count;
mod counting;
mod course;
mod days;
mod done_by;
mod exceptions;
mod follow_up;
mod group;
mod held_by;
mod inquiry;
mod instance;
mod kin;
mod majority;
mod marks;
mod notice;
mod notification;
mod outcomes;
mod period;
mod procedure;
mod proof;
mod proposal;
mod quorum;
mod section;
mod share;
mod streak;
mod tally;
mod term;
mod truth;
mod units;
mod view;
mod yearly_duty;

use alloc::vec::Vec;

use chrono::NaiveDate;

pub(crate) use self::again::{Again, Touched};
pub(crate) use self::basis::Bases;
pub(crate) use self::days::{Dated, Days};
use self::inquiry::{Inquiry, Lists};
pub use self::outcomes::outcomes;
use self::section::{contradictions, contradictions_again};
use self::view::View;
use crate::calendar::Day;
use crate::record::Record;
use crate::report::{Incoherence, Renewal, Report};
use crate::rulebook::Rulebook;
use crate::value::Id;

/// What a check is asked: the day of evaluation, and from which day on events and periods are judged.
///
/// ```
/// use gongwei::When;
/// let on = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
/// let when = When::from(on).since(chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap());
/// # let _ = when;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    on: NaiveDate,
    since: Option<NaiveDate>,
}

impl When {
    /// Leaves out events and periods that began before this day.
    #[must_use]
    pub const fn since(self, since: NaiveDate) -> Self {
        Self { since: Some(since), ..self }
    }
}

impl From<NaiveDate> for When {
    fn from(on: NaiveDate) -> Self {
        Self { on, since: None }
    }
}

impl From<Day> for When {
    fn from(on: Day) -> Self {
        Self { on: on.date(), since: None }
    }
}

/// Why a record cannot be judged at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckError {
    /// The rulebook has no norms for this kind of committee.
    #[error("the rulebook `{rulebook}` does not know the kind of committee `{kind}`")]
    UnknownCommittee {
        /// The kind that the record names.
        kind: Id,
        /// The rulebook's id.
        rulebook: Id,
    },
    /// The day lies outside the years that the engine counts in.
    #[error("the day of evaluation must lie in the years 1900 to 2199")]
    DayOutOfRange,
}

impl CheckError {
    /// The code, which never changes meaning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownCommittee { .. } => "unknown-committee-kind",
            Self::DayOutOfRange => "out-of-range",
        }
    }

    /// The place in the record, as a pointer; the day of evaluation is none.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::UnknownCommittee { .. } => "/committee/kind",
            Self::DayOutOfRange => "",
        }
    }
}

/// Judges a record by a rulebook on a day: a verdict for every norm of its kind of committee and everything it judges.
///
/// # Errors
///
/// If the rulebook has no norms for this kind of committee: an empty report would look like a clean one.
pub fn check(record: &Record, rulebook: &Rulebook, when: impl Into<When>) -> Result<Report, CheckError> {
    let (view, since) = view(record, rulebook, when.into())?;
    let lists = Lists::default();
    let findings = Inquiry::new(&view, &lists, rulebook, since).findings();
    Ok(Report {
        on: view.on,
        rulebook: rulebook.name_shared(),
        coherence: contradictions(&view, rulebook),
        norms: rulebook.norms_shared(),
        layers: rulebook.layers_shared(),
        findings,
    })
}

/// Brings a report up to date after edits of its record, as if by [`check`], though judging again only what they can have
/// changed. It is by the same rulebook on the same day.
pub(crate) fn check_again(
    record: &Record,
    rulebook: &Rulebook,
    when: When,
    report: &mut Report,
    again: &Again<'_>,
) -> Result<Changes, CheckError> {
    let (view, since) = view(record, rulebook, when)?;
    let lists = Lists::default();
    let renewal = Inquiry::new(&view, &lists, rulebook, since).renew(&mut report.findings, again);
    let coherence = contradictions_again(&view, rulebook, &again.touched, &report.coherence)
        .map(|now| core::mem::replace(&mut report.coherence, now));
    Ok(Changes { renewal, coherence })
}

/// What a report said before it was brought up to date.
pub(crate) struct Changes {
    pub(crate) renewal: Renewal,
    /// None, where no contradiction can have come or gone.
    pub(crate) coherence: Option<Vec<Incoherence>>,
}

/// The record as it is to be seen, and from which day on events are judged.
fn view<'a>(record: &'a Record, rulebook: &'a Rulebook, when: When) -> Result<(View<'a>, Option<Day>), CheckError> {
    let day = |date: NaiveDate| Day::try_from(date).map_err(|_| CheckError::DayOutOfRange);
    let (on, since) = (day(when.on)?, when.since.map(day).transpose()?);
    let kind = &record.committee.kind;
    let Some(committee) = rulebook.committee(kind) else {
        return Err(CheckError::UnknownCommittee { kind: kind.clone(), rulebook: rulebook.name().id.clone() });
    };
    Ok((View::new(record, committee.behind, on, rulebook.calendar()), since))
}
