//! What happened so often in a row, or so lately, that it has a consequence.

use alloc::vec;
use alloc::vec::Vec;

use super::instance::{Instance, Matter};
use super::truth::{Logic, Truth};
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{Appointment, Meeting, Person};
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{Absences, Consequence, CoolingOff, Grades, Streak};
use crate::value::{Listed, Nullable, Ref};

pub(super) fn judge(view: &View<'_>, rule: &Streak, instance: &Instance<'_>) -> Judgement {
    let path = Path::of(Key::Appointments).at(instance.at);
    let Matter::Seat(seat) = instance.matter else { return Judgement::new(Reason::NothingToJudge, path) };
    let is_cooling = matches!(rule, Streak::CoolingOff(_));
    let unknown = if is_cooling { Reason::CoolingOffUnknown } else { Reason::StreakUnknown };
    let (Some(person), Some((first, last))) = (seat.person.given().and_then(Ref::at), view.span_of(instance.at)) else {
        let fields = [(seat.person.given().is_none(), Key::Person), (seat.from.get().is_none(), Key::From)];
        let missing = fields.into_iter().filter(|&(is_missing, _)| is_missing).map(|(_, key)| path.key(key));
        return Judgement::unknown(unknown, path, missing.collect());
    };
    let holder = Holder { view, at: instance.at, seat, path, person, first, last };
    let (row, required, then) = match rule {
        Streak::CoolingOff(rule) => return holder.cools_off(rule),
        // A seat that has not begun has nothing in a row.
        _ if first > view.on => return Judgement::new(Reason::NothingToJudge, path),
        Streak::Absences(rule) => (holder.absences(rule), rule.in_a_row.get(), &rule.then),
        Streak::Grades(rule) => (holder.grades(rule), rule.in_a_row.get(), &rule.then),
    };
    holder.consequence(&row, required, then)
}

/// Who holds the seat judged, and when.
struct Holder<'v, 'a> {
    view: &'v View<'a>,
    at: usize,
    seat: &'a Appointment,
    path: Path,
    person: usize,
    first: Day,
    last: Option<Day>,
}

/// One of those that are counted in a row.
struct Item {
    day: Result<Day, Path>,
    path: Path,
    counts: Truth,
}

/// What may count in a row, in its order.
struct Row {
    items: Vec<Item>,
    /// What could stand between them, or after them.
    doubts: Vec<Path>,
    /// Through which day nothing can.
    settled: Option<Day>,
}

impl Row {
    /// Where the first so many in a row end that all satisfy this.
    fn run(&self, required: u32, is_one: impl Fn(&Truth) -> bool) -> Option<(usize, &Item)> {
        let mut run = 0;
        let ends = |(_, item): &(usize, &Item)| {
            run = if is_one(&item.counts) { run + 1 } else { 0 };
            run >= required
        };
        self.items.iter().enumerate().find(ends)
    }
}

impl Holder<'_, '_> {
    /// The last day that is looked at.
    fn end(&self) -> Day {
        self.last.map_or(self.view.on, |last| last.min(self.view.on))
    }

    fn absences(&self, rule: &Absences) -> Row {
        let end = self.end();
        let (mut meetings, mut doubts): (Vec<(Day, usize, &Meeting)>, Vec<Path>) = (Vec::new(), Vec::new());
        for (at, meeting) in self.view.record.meetings.iter().enumerate() {
            match meeting.on.get() {
                Some(on) if self.first <= on && on <= end => meetings.push((on, at, meeting)),
                Some(_) => {}
                None => doubts.push(Path::of(Key::Meetings).at(at).key(Key::On)),
            }
        }
        sort(&mut meetings, |&(on, at, _)| [on.rank(), at as u64]);
        let is_in = |list: &Listed<Ref<Person>>, path: Path| {
            let entries = list.entries();
            Truth::of(entries.map(|entries| entries.iter().any(|one| one.at() == Some(self.person))), path)
        };
        let item = |(on, at, meeting): (Day, usize, &Meeting)| {
            let path = Path::of(Key::Meetings).at(at);
            let absent = is_in(&meeting.present, path.key(Key::Present)).not();
            let counts = if rule.without_leave.get() == Some(true) {
                absent.and(|| is_in(&meeting.excused, path.key(Key::Excused)).not())
            } else {
                absent
            };
            Item { day: Ok(on), path, counts }
        };
        let items = meetings.into_iter().map(item).collect();
        // An undated meeting could have been between any two.
        let through = self.view.complete_through(BigList::Meetings).filter(|_| doubts.is_empty());
        if !self.view.is_complete(BigList::Meetings, end) {
            doubts.push(BigList::Meetings.completeness());
        }
        Row { items, doubts, settled: through }
    }

    /// One for each year of the seat: of several assessments of a year the latest.
    fn grades(&self, rule: &Grades) -> Row {
        let list = Path::of(Key::Assessments);
        let years = self.first.year()..=self.end().year();
        let mut doubts = Vec::new();
        let mut found: Vec<(i32, Option<Day>, usize)> = Vec::new();
        for (at, assessment) in self.view.record.assessments.iter().enumerate() {
            let path = list.at(at);
            let is_known = assessment.on.get().is_none_or(|on| on <= self.view.on);
            match (assessment.person.given().and_then(Ref::at), assessment.year.get()) {
                (Some(person), _) if person != self.person => {}
                (None, _) if assessment.organization.given().is_some() => {}
                (Some(_), Some(year)) => {
                    let year = i32::try_from(year.get()).unwrap_or_default();
                    if is_known && years.contains(&year) {
                        found.push((year, assessment.on.get(), at));
                    }
                }
                (Some(_), None) if is_known => doubts.push(path.key(Key::Year)),
                (None, _) if is_known => doubts.push(path.key(Key::Person)),
                _ => {}
            }
        }
        sort(&mut found, |&(year, on, at)| {
            let year = u64::from(year.unsigned_abs());
            [year, on.map_or(0, Day::rank) << 32 | at as u64]
        });
        let is_complete = self.view.is_complete(BigList::Assessments, self.view.on);
        if !is_complete {
            doubts.push(BigList::Assessments.completeness());
        }
        let item = |year: i32| {
            let Some(&(_, on, at)) = found.iter().rfind(|&&(of, ..)| of == year) else {
                let counts =
                    if is_complete { Truth::False } else { Truth::missing(BigList::Assessments.completeness()) };
                return Item { day: Err(list), path: list, counts };
            };
            let path = list.at(at);
            let grade = self.view.record.assessments.get(at).and_then(|assessment| assessment.grade.get());
            let counts = Truth::of(grade.map(|grade| rule.grades.contains(&grade)), path.key(Key::Grade));
            Item { day: on.ok_or(path.key(Key::On)), path, counts }
        };
        // What years were assessed so stays, whatever else turns up, but for an assessment of which the year is not told.
        let settled = doubts.iter().all(|doubt| *doubt == BigList::Assessments.completeness()).then_some(self.view.on);
        Row { items: years.map(item).collect(), doubts, settled }
    }

    fn consequence(&self, row: &Row, required: u32, then: &Consequence) -> Judgement {
        let unknown =
            |missing| Judgement::unknown(Reason::StreakUnknown, self.path, missing).number(Fact::Required, required);
        let may_be = row.run(required, |counts| *counts != Truth::False);
        let unsure = || row.items.iter().flat_map(|item| item.counts.missing_fields());
        let Some((end, item)) = row.run(required, Truth::is_true) else {
            return if may_be.is_none() && row.doubts.is_empty() {
                Judgement::new(Reason::StreakMet, self.path).number(Fact::Required, required)
            } else {
                let unsure = unsure().filter(|_| may_be.is_some());
                unknown(unsure.chain(&row.doubts).copied().collect())
            };
        };
        let day = match item.day {
            Ok(day) => day,
            Err(field) => return unknown(vec![field]),
        };
        if row.settled.is_none_or(|through| through < day) {
            return unknown(row.doubts.clone());
        }
        let judgement = self.follows(then, day, required, item.path);
        // What may have been so often in a row before leads to an earlier end.
        match may_be {
            Some((earlier, item)) if earlier < end => {
                let sooner = item.day.ok().map(|day| self.follows(then, day, required, item.path).outcome());
                if sooner == Some(judgement.outcome()) || judgement.outcome() == Outcome::Broken {
                    judgement
                } else {
                    unknown(unsure().copied().collect())
                }
            }
            _ => judgement,
        }
    }

    /// Whether the seat ended in time after so many in a row, and for such a cause.
    fn follows(&self, then: &Consequence, day: Day, required: u32, last: Path) -> Judgement {
        let due = day.plus(then.within_days.get());
        let exit = self.path.key(Key::Exit);
        let judgement = |reason, path| {
            let judgement = Judgement::new(reason, path).related(last);
            judgement.number(Fact::Required, required).day(Fact::On, day).day(Fact::Against, due)
        };
        if self.last.is_none_or(|last| last > due) {
            return if self.view.on <= due {
                judgement(Reason::StreakPending, self.path).due(due)
            } else {
                judgement(Reason::StreakNoConsequence, self.path)
            };
        }
        let cause = match &self.seat.exit {
            Nullable::Given(exit) => exit.cause.get(),
            // It ended with its term, or its time.
            Nullable::Null | Nullable::Absent => return judgement(Reason::StreakOver, self.path),
        };
        match cause {
            Some(cause) if then.causes.contains(&cause) => judgement(Reason::StreakFollowed, exit.key(Key::Cause)),
            Some(_) => judgement(Reason::StreakOtherCause, exit.key(Key::Cause)),
            None => Judgement::unknown(Reason::StreakUnknown, self.path, vec![exit.key(Key::Cause)]),
        }
    }

    fn cools_off(&self, rule: &CoolingOff) -> Judgement {
        let mut missing = Vec::new();
        for (at, seat) in self.view.record.appointments.iter().enumerate() {
            let holder = seat.person.given().and_then(Ref::at);
            let Nullable::Given(exit) = &seat.exit else { continue };
            let cause = exit.cause.get();
            let is_such = cause.is_none_or(|cause| rule.after.contains(&cause));
            let is_later = seat.from.get().is_some_and(|from| from >= self.first);
            if at == self.at || holder.is_some_and(|holder| holder != self.person) || !is_such || is_later {
                continue;
            }
            let path = Path::of(Key::Appointments).at(at);
            let over = match seat.to.get() {
                Some(to) if to >= self.first => continue,
                Some(to) => Some(to.months_on(rule.months.get(), false)),
                None => None,
            };
            match (holder, cause, over) {
                (.., Some(over)) if over < self.first => {}
                (Some(_), Some(cause), Some(over)) => {
                    let judgement = Judgement::new(Reason::CoolingOffTooSoon, self.path.key(Key::From)).related(path);
                    let judgement = judgement.day(Fact::On, self.first).day(Fact::Against, over);
                    let judgement = judgement.word(Fact::Cause, cause.as_str());
                    let person = self.view.person(self.person);
                    return match person {
                        Some(person) => judgement.id(Fact::Person, &person.id),
                        None => judgement,
                    };
                }
                _ => {
                    let fields = [
                        (holder.is_none(), path.key(Key::Person)),
                        (cause.is_none(), path.key(Key::Exit).key(Key::Cause)),
                        (over.is_none(), path.key(Key::To)),
                    ];
                    missing.extend(fields.into_iter().filter(|&(is_missing, _)| is_missing).map(|(_, field)| field));
                }
            }
        }
        if !self.view.is_complete(BigList::Appointments, self.first) {
            missing.push(BigList::Appointments.completeness());
        }
        if missing.is_empty() {
            Judgement::new(Reason::CoolingOffMet, self.path.key(Key::From))
        } else {
            Judgement::unknown(Reason::CoolingOffUnknown, self.path.key(Key::From), missing)
        }
    }
}
