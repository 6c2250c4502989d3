//! The steps of a procedure are taken in their order, and each shows what it must.

use alloc::boxed::Box;

use super::course::{Course, Progress, Taken};
use super::proof::{Shown, shown};
use super::view::View;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::StepRule;

/// Judges the order of a whole procedure. It owns the absence of a step.
pub(super) fn judge(view: &View<'_>, course: &Course<'_>) -> Judgement {
    let unknown = course.unknown();
    if !unknown.is_empty() {
        return Judgement::unknown(Reason::ProcedureUnknown, course.path, unknown);
    }
    let place = |index: usize| course.steps().get(index).map_or(course.path, |taken| taken.path);
    match course.progress(view) {
        Progress::Complete => Judgement::new(Reason::ProcedureMet, course.path),
        Progress::Next(step) => Judgement::new(Reason::ProcedurePending, course.path).word(Fact::Step, step.as_str()),
        Progress::Missing(step) => {
            Judgement::new(Reason::ProcedureMissing, course.path).word(Fact::Step, step.as_str())
        }
        Progress::Unknown(missing) => Judgement::unknown(Reason::ProcedureUnknown, course.path, missing),
        Progress::NotShown(step) => {
            let judgement = Judgement::new(Reason::ProcedureNotShown, place(step));
            course.steps().get(step).into_iter().fold(judgement, |judgement, taken| seen(judgement, taken))
        }
        Progress::AfterFirstDay { step, first } => {
            let from = Path::of(Key::Appointments).at(course.at).key(Key::From);
            let judgement = Judgement::new(Reason::ProcedureAfterFirstDay, place(step)).related(from);
            let judgement =
                course.steps().get(step).into_iter().fold(judgement, |judgement, taken| seen(judgement, taken));
            judgement.day(Fact::Against, first)
        }
        Progress::OutOfOrder { step, after } => {
            let mut judgement = Judgement::new(Reason::ProcedureOutOfOrder, place(step)).related(place(after));
            if let (Some(step), Some(after)) = (course.steps().get(step), course.steps().get(after)) {
                judgement = seen(judgement, step).word(Fact::Other, after.kind.as_str());
                let last = after.step.through.get().map_or(after.day, Ok);
                if let Ok(day) = last {
                    judgement = judgement.day(Fact::Against, day);
                }
            }
            judgement
        }
    }
}

fn seen(judgement: Judgement, taken: &Taken<'_>) -> Judgement {
    let judgement = judgement.word(Fact::Step, taken.kind.as_str());
    match taken.day {
        Ok(day) => judgement.day(Fact::On, day),
        Err(_) => judgement,
    }
}

/// Judges what one step shows. Not there: not applicable if a later stage has passed, else pending.
pub(super) fn judge_step(view: &View<'_>, course: &Course<'_>, rule: &StepRule) -> Judgement {
    let taken = match await_step(view, course, rule.step, Reason::StepUnknown) {
        Ok(taken) => taken,
        Err(judgement) => return *judgement,
    };
    let judgement = |reason, path: Path| Judgement::new(reason, path).word(Fact::Step, rule.step.as_str());
    match shown(view, course, &rule.shows, taken) {
        Shown::Yes => judgement(Reason::StepMet, taken.path),
        Shown::Other | Shown::NoQuorum => judgement(Reason::StepByOther, taken.path),
        Shown::NotPassed if course.has_passed(view, rule.step) => judgement(Reason::StepNotPassed, taken.path),
        Shown::NotPassed => judgement(Reason::StepPending, taken.path),
        Shown::Unknown(missing) => Judgement::unknown(Reason::StepUnknown, taken.path, missing),
    }
}

/// The step that counts, or what is to be said while it is not there.
pub(super) fn await_step<'c, 'a>(
    view: &View<'_>,
    course: &'c Course<'a>,
    step: crate::record::StepKind,
    unknown: Reason,
) -> Result<&'c Taken<'a>, Box<Judgement>> {
    let missing = course.unknown();
    if !missing.is_empty() {
        return Err(Box::new(Judgement::unknown(unknown, course.path, missing)));
    }
    let effective = course.effective(step).map_err(|missing| Judgement::unknown(unknown, course.path, missing))?;
    effective.ok_or_else(|| {
        let judgement = if course.has_passed(view, step) {
            Judgement::new(Reason::StepOvertaken, course.path)
        } else {
            Judgement::new(Reason::StepPending, course.path)
        };
        Box::new(judgement.word(Fact::Step, step.as_str()))
    })
}
