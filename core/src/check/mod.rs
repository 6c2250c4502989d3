//! The engine: one module for each constraint kind.
//!
//! It reads a record as of a day and judges it by a rulebook. It never reads a clock, and no norm or kind of committee
//! is known to it by name.

mod attested;
mod attribute;
mod cadence;
mod coherence;
mod count;
mod course;
mod done_by;
mod follow_up;
mod held_by;
mod instance;
mod notice;
mod notification;
mod outcomes;
mod procedure;
mod proof;
mod proposal;
mod quorum;
mod share;
mod truth;
mod view;
mod yearly_duty;

use alloc::sync::Arc;
use alloc::vec::Vec;

use chrono::NaiveDate;

use self::attested::Attestations;
use self::cadence::Meetings;
use self::course::Course;
use self::instance::{Instance, Matter, events, holds, is_supplement, seats};
pub use self::outcomes::outcomes;
use self::truth::Truth;
use self::view::View;
use self::yearly_duty::Shows;
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::Record;
use crate::report::{Judgement, Report, Subject, Verdict};
use crate::rulebook::{Constraint, Cycle, Event, Following, Norm, Procedure, Rulebook, Scope};
use crate::value::{Id, Maybe};

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
    let When { on, since } = when.into();
    let day = |date: NaiveDate| Day::try_from(date).map_err(|_| CheckError::DayOutOfRange);
    let (on, since) = (day(on)?, since.map(day).transpose()?);
    let kind = &record.committee.kind;
    let Some(committee) = rulebook.committee(kind) else {
        return Err(CheckError::UnknownCommittee { kind: kind.clone(), rulebook: rulebook.name().id.clone() });
    };
    let view = View::new(record, committee.behind, on);
    let norms: Vec<_> = rulebook.norms().iter().filter(|norm| norm.applies_to.contains(kind)).collect();
    let mut inquiry = Inquiry::new(&view, rulebook, since, &norms);
    for norm in norms {
        inquiry.judge(norm);
    }
    Ok(Report {
        on,
        rulebook: rulebook.name_shared(),
        document: rulebook.source().id.clone(),
        coherence: coherence::find(&view, &endings(&view, rulebook, kind)),
        verdicts: inquiry.verdicts,
    })
}

/// Which procedure of exit each appointment follows, as far as that is known.
fn endings<'a>(view: &View<'a>, rulebook: &'a Rulebook, kind: &Id) -> Vec<(usize, &'a Procedure)> {
    let exits = events(view, Event::Exit);
    let mut endings = Vec::new();
    for norm in rulebook.norms().iter().filter(|norm| norm.applies_to.contains(kind)) {
        let (Scope::Event(Event::Exit), Constraint::Procedure(name)) = (&norm.scope, &norm.require) else { continue };
        let Some(procedure) = rulebook.procedure(name) else { continue };
        let applies = |exit: &&Instance<'a>| norm.when.given().is_none_or(|when| holds(view, when, exit).is_true());
        endings.extend(exits.iter().filter(applies).map(|exit| (exit.at, procedure)));
    }
    endings
}

/// A check under way: what several norms need is worked out once.
struct Inquiry<'v, 'a> {
    view: &'v View<'a>,
    rulebook: &'a Rulebook,
    since: Option<Day>,
    seats: Vec<Instance<'a>>,
    events: [Vec<Instance<'a>>; Event::ALL.len()],
    attestations: Attestations<'a>,
    meetings: Meetings,
    verdicts: Vec<Verdict>,
}

impl<'v, 'a> Inquiry<'v, 'a> {
    fn new(view: &'v View<'a>, rulebook: &'a Rulebook, since: Option<Day>, norms: &[&Arc<Norm>]) -> Self {
        let mut lists = Event::ALL.iter().map(|&event| {
            let is_judged = norms.iter().any(|norm| matches!(norm.scope, Scope::Event(other) if other == event));
            if is_judged { events(view, event) } else { Vec::new() }
        });
        let events = core::array::from_fn(|_| {
            let mut list = lists.next().unwrap_or_default();
            list.retain(|instance| !instance.is_before(since));
            list
        });
        let count = norms.iter().map(|norm| match norm.scope {
            Scope::Event(event) => events_of(&events, event).len().max(1),
            Scope::Standing(_) | Scope::Period(_) => view.record.appointments.len() + 4,
        });
        Self {
            view,
            rulebook,
            since,
            seats: seats(view),
            attestations: Attestations::of(view),
            meetings: Meetings::of(view),
            verdicts: Vec::with_capacity(count.sum()),
            events,
        }
    }

    fn judge(&mut self, norm: &Arc<Norm>) {
        let before = self.verdicts.len();
        match (&norm.scope, &norm.require) {
            (_, Constraint::Permission(_)) => {
                self.add(norm, Subject::COMMITTEE, Judgement::new(Reason::Permission, Path::of(Key::Committee)));
            }
            (Scope::Standing(_), _) if !self.stands() => {
                let judgement = Judgement::new(Reason::CommitteeNotStanding, Path::of(Key::Committee));
                self.add(norm, Subject::COMMITTEE, judgement);
            }
            (Scope::Standing(standing), _) if standing.seats.is_empty() => {
                self.judge_instance(norm, &Instance::committee(self.view.on));
            }
            (Scope::Standing(standing), _) => {
                for at in 0..self.seats.len() {
                    let Some(instance) = self.seats.get(at).cloned() else { continue };
                    match self.view.is_seat(instance.at, &standing.seats) {
                        Truth::True => self.judge_instance(norm, &instance),
                        Truth::False => {}
                        Truth::Unknown(missing) => {
                            let judgement = Judgement::unknown(Reason::ConditionUnknown, instance.path, missing);
                            self.add(norm, instance.subject(), judgement);
                        }
                    }
                }
            }
            (Scope::Event(event), _) => {
                for at in 0..events_of(&self.events, *event).len() {
                    if let Some(instance) = events_of(&self.events, *event).get(at).cloned() {
                        self.judge_instance(norm, &instance);
                    }
                }
            }
            (Scope::Period(cycle), _) => self.judge_periods(norm, *cycle),
        }
        if self.verdicts.len() == before {
            self.add(norm, Subject::COMMITTEE, Judgement::new(Reason::NothingToJudge, Path::of(Key::Committee)));
        }
    }

    fn add(&mut self, norm: &Arc<Norm>, subject: Subject, judgement: Judgement) {
        self.verdicts.push(Verdict { norm: Arc::clone(norm), subject, period: None, supplement: false, judgement });
    }

    /// Whether the committee stood on the day of evaluation, as far as the record says.
    fn stands(&self) -> bool {
        let committee = &self.view.record.committee;
        committee.established.get().is_none_or(|first| first <= self.view.on)
            && committee.dissolved.get().is_none_or(|last| self.view.on <= last)
    }

    fn judge_instance(&mut self, norm: &Arc<Norm>, instance: &Instance<'a>) {
        if let (Scope::Event(Event::Topic), Matter::Meeting(_)) = (&norm.scope, instance.matter) {
            let missing = alloc::vec![instance.path.key(Key::Topics)];
            let judgement = Judgement::unknown(Reason::ConditionUnknown, instance.path, missing);
            self.add(norm, instance.subject(), judgement);
            return;
        }
        let applies = norm.when.given().map_or(Truth::True, |condition| holds(self.view, condition, instance));
        let judgement = match applies {
            Truth::True => self.require(&norm.require, instance),
            Truth::False => Judgement::new(Reason::ConditionFalse, instance.path),
            Truth::Unknown(missing) => Judgement::unknown(Reason::ConditionUnknown, instance.path, missing),
        };
        let supplement = norm.clause.supplement != Maybe::Absent
            && matches!(instance.matter, Matter::Seat(seat) if is_supplement(self.view, seat).is_true());
        let subject = instance.subject();
        self.verdicts.push(Verdict { norm: Arc::clone(norm), subject, period: None, supplement, judgement });
    }

    fn require(&self, constraint: &'a Constraint, instance: &Instance<'a>) -> Judgement {
        let view = self.view;
        match constraint {
            Constraint::Count(range) => count::judge(view, range),
            Constraint::Share(portion) => share::judge(view, portion, instance),
            Constraint::HeldBy(rule) => held_by::judge(view, rule, instance),
            Constraint::DoneBy(rule) => done_by::judge(view, rule, instance),
            Constraint::Attribute(attribute) => attribute::judge(view, attribute, instance),
            Constraint::Attested(rule) => attested::judge(view, &self.attestations, rule, instance),
            Constraint::Procedure(name) => self.course(name, instance, |course| procedure::judge(view, course)),
            Constraint::Step(rule) => {
                self.course(&rule.procedure, instance, |course| procedure::judge_step(view, course, rule))
            }
            Constraint::NoticePeriod(rule) => {
                self.course(&rule.procedure, instance, |course| notice::judge_period(view, course, rule))
            }
            Constraint::Unopposed(rule) => {
                self.course(&rule.procedure, instance, |course| notice::judge_unopposed(view, course))
            }
            Constraint::FollowUp(rule) => match (rule.what, instance.matter) {
                (Following::Copy, Matter::Seat(seat)) => {
                    let Some(procedure) = &rule.procedure.given() else {
                        return Judgement::new(Reason::NothingToJudge, instance.path);
                    };
                    self.course(procedure, instance, |course| follow_up::judge_copy(view, rule, course, seat))
                }
                _ => follow_up::judge(view, rule, instance),
            },
            Constraint::Quorum(rule) => quorum::judge(view, rule, instance.at, instance.path),
            Constraint::Proposal(rule) => proposal::judge(view, rule, instance),
            Constraint::Notification(rule) => notification::judge(rule, instance),
            // Judged by period, and permissions not at all: loading a rulebook sees to the scope.
            Constraint::Cadence(_) | Constraint::YearlyDuty(_) | Constraint::Permission(_) => {
                Judgement::new(Reason::NothingToJudge, instance.path)
            }
        }
    }

    fn course(&self, name: &Id, instance: &Instance<'a>, judge: impl FnOnce(&Course<'a>) -> Judgement) -> Judgement {
        let (Some(procedure), Matter::Seat(seat), Ok(day)) =
            (self.rulebook.procedure(name), instance.matter, instance.day)
        else {
            return Judgement::new(Reason::NothingToJudge, instance.path);
        };
        judge(&Course::new(self.view, procedure, instance.at, seat, day))
    }

    fn judge_periods(&mut self, norm: &Arc<Norm>, cycle: Cycle) {
        let committee = &self.view.record.committee;
        let path = Path::of(Key::Committee).key(Key::Established);
        let Some(established) = committee.established.get() else {
            let judgement = Judgement::unknown(Reason::EstablishedMissing, path, alloc::vec![path]);
            self.add(norm, Subject::COMMITTEE, judgement);
            return;
        };
        let dissolved = committee.dissolved.get();
        let end = dissolved.map_or(self.view.on, |last| last.min(self.view.on));
        let mut period = match cycle {
            Cycle::Quarter => established.quarter(),
            Cycle::Year => Period::Year(established.year()),
        };
        let shows = match &norm.require {
            Constraint::YearlyDuty(duty) => Some((duty, Shows::of(self.view, duty.list))),
            _ => None,
        };
        while let (Some(first), Some(last)) = (period.first(), period.last()) {
            if first > end {
                break;
            }
            let is_left_out = self.since.is_some_and(|since| first < since);
            let is_whole = established <= first && dissolved.is_none_or(|dissolved| last <= dissolved);
            if !is_left_out {
                let judged = match (&shows, &norm.require, period) {
                    _ if !is_whole => alloc::vec![not_whole()],
                    (Some((duty, shows)), _, Period::Year(year)) => yearly_duty::judge(self.view, shows, duty, year),
                    (None, Constraint::Cadence(rule), _) => {
                        let judgement = cadence::judge(self.view, &self.meetings, rule, period);
                        alloc::vec![(Subject::COMMITTEE, judgement)]
                    }
                    _ => Vec::new(),
                };
                self.verdicts.extend(judged.into_iter().map(|(subject, judgement)| Verdict {
                    norm: Arc::clone(norm),
                    subject,
                    period: Some(period),
                    supplement: false,
                    judgement,
                }));
            }
            period = period.next();
        }
    }
}

fn events_of<'e, 'a>(events: &'e [Vec<Instance<'a>>; Event::ALL.len()], event: Event) -> &'e [Instance<'a>] {
    events.get(event as usize).map(Vec::as_slice).unwrap_or_default()
}

fn not_whole() -> (Subject, Judgement) {
    (Subject::COMMITTEE, Judgement::new(Reason::PeriodNotWhole, Path::of(Key::Committee)))
}
