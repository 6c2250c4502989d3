use alloc::vec::Vec;

use smallvec::SmallVec;

use super::proof::{Shown, shown};
use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::Day;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{Appointment, Step, StepKind};
use crate::report::Outcome;
use crate::rulebook::{Procedure, ProcedureKind, StepNorm};
use crate::value::{Maybe, Nullable, Ref};

/// The steps of one procedure of one appointment, as far as they were taken by the day of evaluation.
pub(super) struct Course<'a> {
    pub(super) procedure: &'a Procedure,
    pub(super) appointment: &'a Appointment,
    /// The place of the appointment in its list.
    pub(super) at: usize,
    /// The place of the list of steps.
    pub(super) path: Path,
    /// The steps taken; `None` where the record does not say.
    taken: Option<Vec<Taken<'a>>>,
    /// Steps of which the record does not say which they are.
    nameless: Vec<Path>,
    /// The day by whose facts the person is judged.
    pub(super) day: Day,
}

/// A step that was taken.
#[derive(Clone)]
pub(super) struct Taken<'a> {
    pub(super) step: &'a Step,
    pub(super) kind: StepKind,
    /// Its day, or the field that would tell it.
    pub(super) day: Result<Day, Path>,
    pub(super) index: usize,
    pub(super) path: Path,
}

/// Steps of a procedure that come after another.
pub(super) struct After<'a>(&'a [StepNorm]);

impl After<'_> {
    pub(super) fn has(&self, kind: StepKind) -> bool {
        self.0.iter().any(|step| step.step == kind)
    }
}

/// How far a procedure has come.
pub(super) enum Progress {
    /// Every step is there, in order.
    Complete,
    /// In order so far; this step is next.
    Next(StepKind),
    /// This step is not there although a later stage has passed.
    Missing(StepKind),
    /// This step stands before the one it must follow.
    OutOfOrder { step: usize, after: usize },
    /// This step was taken after the seat's first day, which it must not follow.
    AfterFirstDay { step: usize, first: Day },
    /// This step does not show what it must.
    NotShown(usize),
    /// Cannot be told for want of these fields.
    Unknown(Vec<Path>),
}

impl Progress {
    const fn outcome(&self) -> Outcome {
        match self {
            Self::Complete => Outcome::Met,
            Self::Next(_) => Outcome::Pending,
            Self::Missing(_) | Self::OutOfOrder { .. } | Self::AfterFirstDay { .. } | Self::NotShown(_) => {
                Outcome::Broken
            }
            Self::Unknown(_) => Outcome::Unknown,
        }
    }
}

impl<'a> Course<'a> {
    pub(super) fn new(
        view: &View<'a>,
        procedure: &'a Procedure,
        at: usize,
        appointment: &'a Appointment,
        day: Day,
    ) -> Self {
        let root = Path::of(Key::Appointments).at(at);
        let (path, steps) = match procedure.of {
            ProcedureKind::Entry => (root.key(Key::Entry), appointment.entry.entries()),
            ProcedureKind::Exit => {
                (root.key(Key::Exit).key(Key::Steps), appointment.exit.given().and_then(|exit| exit.steps.entries()))
            }
        };
        let mut nameless = Vec::new();
        let taken = steps.map(|steps| {
            let mut taken = Vec::with_capacity(steps.len());
            for (index, step) in steps.iter().enumerate() {
                let path = path.at(index);
                let day = day_of(view, step, path);
                if day.is_ok_and(|day| day > view.on) {
                    continue;
                }
                match step.step {
                    Maybe::Given(kind) => taken.push(Taken { step, kind, day, index, path }),
                    Maybe::Absent => nameless.push(path.key(Key::Step)),
                }
            }
            taken
        });
        Self { procedure, appointment, at, path, taken, nameless, day }
    }

    pub(super) fn steps(&self) -> &[Taken<'a>] {
        self.taken.as_deref().unwrap_or_default()
    }

    /// What keeps every verdict on the course unknown: the list of steps, or which steps they are. A step of which that
    /// is not known may be any, also one taken again.
    pub(super) fn unknown(&self) -> Vec<Path> {
        if self.taken.is_none() { alloc::vec![self.path] } else { self.nameless.clone() }
    }

    /// Where in the procedure the first step of this kind stands.
    fn place(&self, kind: StepKind) -> Option<usize> {
        self.procedure.steps.iter().position(|step| step.step == kind)
    }

    /// What of the procedure comes after the step at this place, and those that go with it in any order.
    fn rest(&self, place: usize) -> &'a [StepNorm] {
        let rest = self.procedure.steps.get(place + 1..).unwrap_or_default();
        let along = rest.iter().take_while(|step| step.in_any_order.get() == Some(true)).count();
        rest.get(along..).unwrap_or_default()
    }

    /// What of the procedure comes after the first step of this kind.
    pub(super) fn after(&self, kind: StepKind) -> After<'a> {
        After(self.place(kind).map(|place| self.rest(place)).unwrap_or_default())
    }

    /// Whether a stage after this step has passed: a later step was taken, or the seat has begun.
    pub(super) fn has_passed(&self, view: &View<'_>, kind: StepKind) -> bool {
        let after = self.after(kind);
        self.steps().iter().any(|taken| after.has(taken.kind))
            || self.place(kind).is_some_and(|place| self.is_overtaken(view, place))
    }

    /// Whether the seat's own days have overtaken the step at this place: its first day the steps of entry up to the
    /// one it begins with, or all; its end the steps of exit up to the one that ends it.
    fn is_overtaken(&self, view: &View<'_>, place: usize) -> bool {
        match self.procedure.of {
            ProcedureKind::Entry => self.first_day(view, place).is_some(),
            ProcedureKind::Exit => {
                let ends = self.procedure.steps.iter().rposition(|step| step.ends_seat.get() == Some(true));
                self.appointment.to.get().is_some_and(|to| to < view.on) && ends.is_some_and(|ends| place <= ends)
            }
        }
    }

    /// The step of this kind that counts. Where one was taken again, the last before the stage that followed; the days
    /// that would tell which one that is, if they are not known.
    pub(super) fn effective(&self, kind: StepKind) -> Result<Option<&Taken<'a>>, Vec<Path>> {
        let mut of_kind = self.steps().iter().filter(|taken| taken.kind == kind);
        let (first, second) = (of_kind.next(), of_kind.next());
        if second.is_none() {
            return Ok(first);
        }
        let after = self.after(kind);
        let (mut stage, mut taken, mut missing) = (None, Vec::new(), Vec::new());
        for step in self.steps() {
            match (step.day, after.has(step.kind)) {
                (Ok(day), _) if step.kind == kind => taken.push((day, step)),
                (Ok(day), true) => stage = stage.max(Some(day)),
                (Err(field), is_later) if is_later || step.kind == kind => missing.push(field),
                _ => {}
            }
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        sort(&mut taken, |&(day, step)| [day.rank(), step.index as u64]);
        let before = taken.iter().rfind(|&&(day, _)| stage.is_some_and(|stage| day <= stage));
        Ok(before.or(taken.last()).map(|&(_, step)| step))
    }

    /// How far the procedure has come. While it is not known whether a step is asked for at all, that is known only
    /// where it would be the same with the step and without it.
    pub(super) fn progress(&self, view: &View<'_>) -> Progress {
        let asked: SmallVec<[Truth; 12]> = self.procedure.steps.iter().map(|norm| self.is_asked(view, norm)).collect();
        let with = self.walk(view, |place| asked.get(place) != Some(&Truth::False));
        let unsure: Vec<Path> = asked.iter().flat_map(Truth::missing_fields).copied().collect();
        if unsure.is_empty() {
            return with;
        }
        let without = self.walk(view, |place| asked.get(place) == Some(&Truth::True));
        match (with, without) {
            (with, without) if with.outcome() == without.outcome() && with.outcome() != Outcome::Unknown => with,
            (Progress::Unknown(one), Progress::Unknown(other)) => {
                Progress::Unknown([unsure, one, other].into_iter().flatten().collect())
            }
            _ => Progress::Unknown(unsure),
        }
    }

    /// Goes through the steps that are asked for, in their order.
    fn walk(&self, view: &View<'_>, is_asked: impl Fn(usize) -> bool) -> Progress {
        let mut used: SmallVec<[usize; 8]> = SmallVec::new();
        let mut missing: Vec<Path> = Vec::new();
        // What was found in one place of the order, and in the place before it: several, where any order will do.
        let (mut here, mut before): (SmallVec<[usize; 4]>, SmallVec<[usize; 4]>) = (SmallVec::new(), SmallVec::new());
        let mut next = None;
        for (place, norm) in self.procedure.steps.iter().enumerate() {
            if norm.in_any_order.get() != Some(true) {
                if let Some(step) = next {
                    return if missing.is_empty() { Progress::Next(step) } else { Progress::Unknown(missing) };
                }
                if !here.is_empty() {
                    before = core::mem::take(&mut here);
                }
            }
            if !is_asked(place) {
                continue;
            }
            let found = match self.find(norm, &used, &before) {
                Found::InOrder(found) => found,
                Found::Undecided(found, fields) => {
                    missing.extend(fields);
                    found
                }
                Found::AnyOf(fields) => return Progress::Unknown(missing.into_iter().chain(fields).collect()),
                Found::Before(found, after) => return Progress::OutOfOrder { step: found, after },
                Found::Nowhere if norm.optional.get() == Some(true) => continue,
                Found::Nowhere => match self.gap(view, place, norm.step, &used, missing) {
                    // Others that go with it in any order may be there, and be wrong.
                    Progress::Next(step) => {
                        next = next.or(Some(step));
                        missing = Vec::new();
                        continue;
                    }
                    other => return other,
                },
            };
            used.push(found);
            here.push(found);
            let Some(taken) = self.steps().get(found) else { continue };
            if let (Some(first), Ok(day)) = (self.first_day(view, place), taken.day)
                && day > first
            {
                return Progress::AfterFirstDay { step: found, first };
            }
            let Maybe::Given(proof) = &norm.shows else { continue };
            match shown(view, self, proof, taken) {
                Shown::Yes => {}
                Shown::Other | Shown::NoQuorum => return Progress::NotShown(found),
                // A resolution that was not passed has not taken the procedure on.
                Shown::NotPassed => {
                    return match self.gap(view, place, norm.step, &used, missing) {
                        Progress::Missing(_) => Progress::NotShown(found),
                        other => other,
                    };
                }
                Shown::Unknown(fields) => missing.extend(fields),
            }
        }
        match next {
            _ if !missing.is_empty() => Progress::Unknown(missing),
            Some(step) => Progress::Next(step),
            None => Progress::Complete,
        }
    }

    /// The seat's first day, once it has come, if it must follow the step at this place.
    fn first_day(&self, view: &View<'_>, place: usize) -> Option<Day> {
        let begins = self.procedure.steps.iter().rposition(|step| step.begins_seat.get() == Some(true));
        let follows = self.procedure.of == ProcedureKind::Entry
            && begins.is_none_or(|begins| place <= begins || self.rest(begins).len() == self.rest(place).len());
        self.appointment.from.get().filter(|&from| follows && from <= view.on)
    }

    /// The same of the first step of this kind; of the steps of exit every first day comes before.
    pub(super) fn first_day_after(&self, view: &View<'_>, kind: StepKind) -> Option<Day> {
        match self.procedure.of {
            ProcedureKind::Entry => self.first_day(view, self.place(kind)?),
            ProcedureKind::Exit => self.appointment.from.get().filter(|&from| from <= view.on),
        }
    }

    fn is_asked(&self, view: &View<'_>, norm: &StepNorm) -> Truth {
        if norm.needs_unit.get() != Some(true) {
            return Truth::True;
        }
        let Some(person) = self.appointment.person.given().and_then(Ref::at) else {
            return Truth::missing(Path::of(Key::Appointments).at(self.at).key(Key::Person));
        };
        let (first, last) = view.span_of(self.at).map_or((self.day, None), |(first, last)| (first, last));
        view.units_between(person, first, last.unwrap_or(view.on).max(first)).exist()
    }

    /// What stands at a step that was not found: pending, unless a later stage has passed.
    fn gap(&self, view: &View<'_>, place: usize, step: StepKind, used: &[usize], missing: Vec<Path>) -> Progress {
        let later = self.rest(place).iter().map(|step| step.step);
        let is_new = |(index, taken): (usize, &Taken<'_>), kind: StepKind| taken.kind == kind && !used.contains(&index);
        let followed = later.into_iter().any(|kind| {
            // The same step again, in a procedure that has it twice, is no later stage.
            kind != step && self.steps().iter().enumerate().any(|entry| is_new(entry, kind))
        });
        if followed || self.is_overtaken(view, place) {
            Progress::Missing(step)
        } else if missing.is_empty() {
            Progress::Next(step)
        } else {
            Progress::Unknown(missing)
        }
    }

    /// The step that fills a place of the procedure: the earliest after those before it.
    fn find(&self, norm: &StepNorm, used: &[usize], before: &[usize]) -> Found {
        let of_kind = self.steps().iter().enumerate().filter(|(_, taken)| taken.kind == norm.step);
        let mut candidates = of_kind.filter(|(index, _)| !used.contains(index));
        let Some(first) = candidates.next() else { return Found::Nowhere };
        let second = candidates.next();
        // Mostly there is one, and it is in order.
        if second.is_none() && self.follows_all(before, first.1).is_true() {
            return Found::InOrder(first.0);
        }
        let candidates: SmallVec<[(usize, &Taken<'_>); 4]> =
            core::iter::once(first).chain(second).chain(candidates).collect();
        if let [_, _, ..] = candidates.as_slice() {
            let doubts: Vec<Path> = candidates.iter().flat_map(|(_, taken)| doubts(taken)).collect();
            if !doubts.is_empty() {
                return Found::AnyOf(doubts);
            }
        }
        let passes = |taken: &Taken<'_>| taken.step.passed.get() != Some(false);
        // A resolution taken again after one that was not passed is the one that counts.
        let any_passes = candidates.iter().any(|(_, taken)| passes(taken));
        let mut undecided = None;
        let mut in_order: Option<(usize, &Taken<'_>)> = None;
        for &(index, taken) in candidates.iter().filter(|(_, taken)| !any_passes || passes(taken)) {
            match self.follows_all(before, taken) {
                Truth::True => {
                    if in_order.is_none_or(|(_, best)| (taken.day.ok(), taken.index) < (best.day.ok(), best.index)) {
                        in_order = Some((index, taken));
                    }
                }
                Truth::Unknown(fields) => undecided = undecided.or(Some((index, fields))),
                Truth::False => {}
            }
        }
        let is_repeat =
            || used.iter().any(|&index| self.steps().get(index).is_some_and(|taken| taken.kind == norm.step));
        let not_followed = |taken| before.iter().find(|&&before| self.follows(Some(before), taken) == Truth::False);
        let misplaced = candidates.first().and_then(|&(index, taken)| {
            let last = not_followed(taken).or(before.last())?;
            Some((*last, index))
        });
        match (in_order, undecided, misplaced) {
            (Some((index, _)), ..) => Found::InOrder(index),
            (None, Some((_, fields)), _) if candidates.len() > 1 => Found::AnyOf(fields),
            (None, Some((index, fields)), _) => Found::Undecided(index, fields),
            (None, None, Some((last, index))) if !is_repeat() => Found::Before(index, last),
            (None, None, _) => Found::Nowhere,
        }
    }

    /// Whether a step comes after all of these.
    fn follows_all(&self, before: &[usize], taken: &Taken<'_>) -> Truth {
        match before {
            [] => self.follows(None, taken),
            before => Truth::all(before.iter().map(|&before| self.follows(Some(before), taken))),
        }
    }

    /// Whether a step comes after the one at `last`: on a later day, or later in the list on the same day; after a
    /// public notice, on a day after its last.
    fn follows(&self, last: Option<usize>, taken: &Taken<'_>) -> Truth {
        let Some(last) = last.and_then(|last| self.steps().get(last)) else {
            return match taken.day {
                Ok(_) => Truth::True,
                Err(field) => Truth::missing(field),
            };
        };
        let day = match (taken.day, last.day) {
            (Ok(day), _) => day,
            (Err(field), _) => return Truth::missing(field),
        };
        if last.kind == StepKind::PublicNotice {
            return match last.step.through {
                Nullable::Given(through) => Truth::from(day > through),
                Nullable::Absent | Nullable::Null => match last.day {
                    Ok(first) if day <= first => Truth::False,
                    _ => Truth::missing(last.path.key(Key::Through)),
                },
            };
        }
        match last.day {
            Ok(before) => Truth::from((day, taken.index) > (before, last.index)),
            Err(field) => Truth::missing(field),
        }
    }
}

/// What keeps it from being known whether a step counts rather than another of its kind: its day, and whether a
/// resolution was passed.
fn doubts(taken: &Taken<'_>) -> impl Iterator<Item = Path> {
    let passed = taken.kind != StepKind::Resolution || taken.step.passed.get().is_some();
    taken.day.err().into_iter().chain((!passed).then(|| taken.path.key(Key::Passed)))
}

enum Found {
    InOrder(usize),
    Undecided(usize, Vec<Path>),
    /// Of several the first that was passed counts, and the record does not say which that is.
    AnyOf(Vec<Path>),
    Before(usize, usize),
    Nowhere,
}

/// The day of a step: its own, else that of the meeting it names.
fn day_of(view: &View<'_>, step: &Step, path: Path) -> Result<Day, Path> {
    if let Some(on) = step.on.get() {
        return Ok(on);
    }
    let own = path.key(Key::On);
    let Some(at) = step.meeting.given().and_then(Ref::at) else { return Err(own) };
    let meeting = view.record.meetings.get(at).ok_or(own)?;
    meeting.on.get().ok_or_else(|| Path::of(Key::Meetings).at(at).key(Key::On))
}
