//! A public notice runs long enough, and no objection stands when it closes.

use alloc::vec::Vec;

use super::counting::Stretch;
use super::course::{Course, Taken};
use super::procedure::await_step;
use super::truth::Truth;
use super::view::View;
use crate::calendar::{Day, Length};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Objection, Outcome, StepKind};
use crate::report::{Fact, Judgement};
use crate::rulebook::NoticePeriod;
use crate::value::{Maybe, Whole};

/// When a public notice was overtaken: the first day of a step that follows it, or of the seat.
struct Closing {
    day: Option<Day>,
    /// Days of following steps that the record does not tell.
    missing: Vec<Path>,
}

impl Closing {
    fn of(view: &View<'_>, course: &Course<'_>) -> Self {
        let after = course.after(StepKind::PublicNotice);
        let following = course.steps().iter().filter(|taken| after.has(taken.kind));
        let mut missing = Vec::new();
        let mut first = course.first_day_after(view, StepKind::PublicNotice);
        for taken in following {
            match taken.day {
                Ok(day) => first = Some(first.map_or(day, |first| first.min(day))),
                Err(field) => missing.push(field),
            }
        }
        Self { day: first, missing }
    }
}

pub(super) fn judge_period(view: &View<'_>, course: &Course<'_>, rule: &NoticePeriod) -> Judgement {
    let taken = match await_step(view, course, StepKind::PublicNotice, Reason::NoticeUnknown) {
        Ok(taken) => taken,
        Err(judgement) => return *judgement,
    };
    let required = rule.at_least.get();
    let unknown =
        |missing| Judgement::unknown(Reason::NoticeUnknown, taken.path, missing).number(Fact::Required, required);
    let first = match taken.day {
        Ok(first) => first,
        Err(field) => return unknown(alloc::vec![field]),
    };
    let counting = Maybe::Given(rule.counting.clone());
    let required_days = Length::Days(Whole::new(required).unwrap_or_default());
    let stretch = Stretch::new(view, first, &required_days, &counting);
    let judgement = |reason, last| {
        let mut judgement = Judgement::new(reason, taken.path.key(Key::Through));
        if let Some(days) = stretch.days_to(last) {
            judgement = judgement.number(Fact::Days, days);
        }
        stretch.tell_unit(judgement).number(Fact::Required, required)
    };
    let through = taken.step.through.get();
    let closing = Closing::of(view, course);
    // A last day planned too early is too early at once.
    let mut missing = closing.missing;
    for last in [through, closing.day.map(Day::previous)].into_iter().flatten() {
        match stretch.is_over_by(last) {
            Truth::True => {}
            Truth::False => return judgement(Reason::NoticeTooShort, last),
            Truth::Unknown(fields) => missing.extend(fields),
        }
    }
    if !missing.is_empty() {
        return unknown(missing);
    }
    match (through, closing.day) {
        (Some(through), Some(closed)) => judgement(Reason::NoticeMet, through.min(closed.previous())),
        (Some(through), None) if through < view.on => judgement(Reason::NoticeMet, through),
        (None, Some(_)) => unknown(alloc::vec![taken.path.key(Key::Through)]),
        (_, None) => match (stretch.last(), through) {
            (Err(field), _) => unknown(alloc::vec![field]),
            (Ok(earliest), Some(through)) => judgement(Reason::NoticeRunning, view.on).due(through.max(earliest)),
            (Ok(earliest), None) => {
                let running = judgement(Reason::NoticeRunning, view.on);
                if earliest >= view.on { running.due(earliest) } else { running }
            }
        },
    }
}

/// What is to be said of one objection.
enum Standing {
    Settled,
    Open,
    Upheld,
    Unknown(Vec<Path>),
}

pub(super) fn judge_unopposed(view: &View<'_>, course: &Course<'_>) -> Judgement {
    let taken = match await_step(view, course, StepKind::PublicNotice, Reason::UnopposedUnknown) {
        Ok(taken) => taken,
        Err(judgement) => return *judgement,
    };
    let path = taken.path.key(Key::Objections);
    let closing = Closing::of(view, course);
    let Some(objections) = taken.step.objections.entries() else {
        // Before the notice closes there may be none yet.
        return match closing.day {
            None if closing.missing.is_empty() && is_running(view, taken) => {
                Judgement::new(Reason::UnopposedPending, path)
            }
            _ => Judgement::unknown(Reason::UnopposedUnknown, path, alloc::vec![path]),
        };
    };
    match (closing.day, is_running(view, taken)) {
        (None, true) if closing.missing.is_empty() => return Judgement::new(Reason::UnopposedPending, path),
        // When it went on matters only if there is something to object.
        (_, false) if objections.is_empty() => return Judgement::new(Reason::UnopposedMet, path),
        // An objection may have been raised too late to count.
        _ if !closing.missing.is_empty() => {
            return Judgement::unknown(Reason::UnopposedUnknown, path, closing.missing);
        }
        _ => {}
    }
    let mut missing = Vec::new();
    let mut is_open = false;
    let mut is_upheld = false;
    for (index, objection) in objections.iter().enumerate() {
        match standing(view, objection, closing.day, path.at(index)) {
            Standing::Settled => {}
            Standing::Open => is_open = true,
            Standing::Upheld => is_upheld = true,
            Standing::Unknown(fields) => missing.extend(fields),
        }
    }
    match closing.day {
        Some(day) if is_open || is_upheld => Judgement::new(Reason::UnopposedStands, path).day(Fact::On, day),
        None if is_upheld => Judgement::new(Reason::UnopposedUpheld, path),
        _ if !missing.is_empty() => Judgement::unknown(Reason::UnopposedUnknown, path, missing),
        None if is_open => Judgement::new(Reason::UnopposedPending, path),
        _ => Judgement::new(Reason::UnopposedMet, path),
    }
}

/// A notice runs through its last day; without one, until something follows it.
fn is_running(view: &View<'_>, taken: &Taken<'_>) -> bool {
    taken.step.through.get().is_none_or(|through| view.on <= through)
}

/// An objection counts as dismissed if that was decided by the day on which the procedure went on; one raised later
/// does not count; one upheld counts whenever it was decided.
fn standing(view: &View<'_>, objection: &Objection, closed: Option<Day>, path: Path) -> Standing {
    let by = closed.unwrap_or(view.on);
    let raised = objection.on.get();
    if raised.is_some_and(|raised| raised > by) {
        return Standing::Settled;
    }
    let standing = match objection.outcome.get() {
        None => Standing::Unknown(alloc::vec![path.key(Key::Outcome)]),
        Some(Outcome::Open) => Standing::Open,
        Some(Outcome::Upheld) => Standing::Upheld,
        Some(Outcome::Dismissed) => match objection.decided_on.get() {
            Some(day) if day <= by => Standing::Settled,
            Some(_) => Standing::Open,
            None => Standing::Unknown(alloc::vec![path.key(Key::DecidedOn)]),
        },
    };
    match (standing, raised) {
        // Raised at some day that the record does not tell: perhaps too late to count.
        (Standing::Open | Standing::Upheld, None) => Standing::Unknown(alloc::vec![path.key(Key::On)]),
        (standing, _) => standing,
    }
}
