//! Each year something is due for each member or unit.

use alloc::vec;
use alloc::vec::Vec;

use super::follow_up::units_of_members;
use super::marks::Marks;
use super::truth::{Logic, Truth};
use super::units::Units;
use super::view::{BigList, View};
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::order::{Rank, sort};
use crate::path::{Key, Path};
use crate::record::Addressed;
use crate::report::{About, Fact, Judgement};
use crate::rulebook::{Duty, Group, Obliged, YearlyDuty};
use crate::value::{Nullable, Ref, Year};

/// What shows that a duty was done.
#[derive(Clone)]
struct Shown<'a> {
    path: Path,
    on: Option<Day>,
    written: Option<Option<bool>>,
    passed_on: Option<&'a Nullable<Addressed>>,
}

/// The entries of one list, in the order of whom they are about and for which year.
pub(super) struct Shows<'a> {
    sorted: Vec<(Rank, Shown<'a>)>,
    /// Entries that do not say for which year or about whom, while that could matter.
    vague: Vec<Path>,
}

impl<'a> Shows<'a> {
    pub(super) fn of(view: &View<'a>, duty: Duty) -> Self {
        let count = match duty {
            Duty::Assessments => view.record.assessments.len(),
            Duty::DutyReports => view.record.duty_reports.len(),
            Duty::PerformanceReports => view.record.performance_reports.len(),
        };
        let mut shows = Self { sorted: Vec::with_capacity(count), vague: Vec::new() };
        let person = |person: Option<&Ref<_>>| person.and_then(Ref::at).map(About::Person);
        let record = view.record;
        match duty {
            Duty::Assessments => {
                for (at, each) in record.assessments.iter().enumerate() {
                    let unit = each.organization.given().and_then(Ref::at).map(About::Organization);
                    let shown = Shown {
                        path: Path::of(Key::Assessments).at(at),
                        on: each.on.get(),
                        written: None,
                        passed_on: None,
                    };
                    shows.add(view, person(each.person.given()).or(unit), each.year.get(), shown);
                }
            }
            Duty::DutyReports => {
                for (at, each) in record.duty_reports.iter().enumerate() {
                    let path = Path::of(Key::DutyReports).at(at);
                    let shown = Shown { path, on: each.on.get(), written: Some(each.written.get()), passed_on: None };
                    shows.add(view, person(each.person.given()), each.year.get(), shown);
                }
            }
            Duty::PerformanceReports => {
                for (at, each) in record.performance_reports.iter().enumerate() {
                    let path = Path::of(Key::PerformanceReports).at(at);
                    let shown = Shown { path, on: each.on.get(), written: None, passed_on: Some(&each.passed_on) };
                    shows.add(view, person(each.person.given()), each.year.get(), shown);
                }
            }
        }
        // Entries that are alike keep the order of their list.
        sort(&mut shows.sorted, |&(rank, _)| rank);
        shows
    }

    fn add(&mut self, view: &View<'_>, about: Option<About>, year: Option<Year>, shown: Shown<'a>) {
        if shown.on.is_some_and(|on| on > view.on) {
            return;
        }
        match (about, year) {
            (Some(about), Some(year)) => self.sorted.push((rank(about, year.get()), shown)),
            (None, _) => self.vague.push(shown.path.key(Key::Person)),
            (_, None) => self.vague.push(shown.path.key(Key::Year)),
        }
    }

    fn find(&self, about: About, year: i32) -> impl Iterator<Item = &Shown<'a>> {
        let wanted = rank(about, u32::try_from(year).unwrap_or_default());
        let start = self.sorted.partition_point(|&(rank, _)| rank < wanted);
        let from = self.sorted.get(start..).unwrap_or_default();
        from.iter().take_while(move |&&(rank, _)| rank == wanted).map(|(_, shown)| shown)
    }
}

/// By what entries are sorted: whom they are about, and for which year.
const fn rank(about: About, year: u32) -> Rank {
    let whom = match about {
        About::Person(at) => at as u64,
        About::Organization(at) => 1 << 32 | at as u64,
        _ => u64::MAX,
    };
    [whom, year as u64]
}

const fn list(duty: Duty) -> BigList {
    match duty {
        Duty::Assessments => BigList::Assessments,
        Duty::DutyReports => BigList::DutyReports,
        Duty::PerformanceReports => BigList::PerformanceReports,
    }
}

/// Where judgements go, each with what it is about.
pub(super) type Sink<'s> = dyn FnMut(About, Judgement) + 's;

/// Judges one year: each member or unit obliged.
pub(super) fn judge(view: &View<'_>, shows: &Shows<'_>, rule: &YearlyDuty, year: i32, add: &mut Sink<'_>) {
    let Some(last) = Period::Year(year).last() else { return };
    // Until the year's last day it falls to whoever holds a seat on the day of evaluation.
    let day = last.min(view.on);
    match &rule.each {
        Obliged::Members(group) => members(view, shows, rule, (year, day), group, add),
        Obliged::Units(_) => units(view, shows, rule, (year, day), add),
    }
}

fn members(
    view: &View<'_>,
    shows: &Shows<'_>,
    rule: &YearlyDuty,
    (year, day): (i32, Day),
    group: &Group,
    add: &mut Sink<'_>,
) {
    for (seat, appointment) in view.held_on(day) {
        if appointment.person.given().is_none() {
            let path = Path::of(Key::Appointments).at(seat);
            let unknown = Judgement::unknown(Reason::YearlyUnknown, path, vec![path.key(Key::Person)]);
            add(About::Seat(seat), unknown);
        }
    }
    for (at, holds) in holders(view, year, day) {
        let path = Path::of(Key::People).at(at);
        let judgement = match Truth::from(holds).and(|| view.belongs(at, group, day)) {
            Truth::True => of_one(view, shows, rule, year, About::Person(at), day),
            Truth::False => Judgement::new(Reason::ConditionFalse, path),
            Truth::Unknown(missing) => Judgement::unknown(Reason::ConditionUnknown, path, missing),
        };
        add(About::Person(at), judgement);
    }
}

/// Everyone who held a seat at some time in the year through this day, and whether they hold one on it.
fn holders(view: &View<'_>, year: i32, day: Day) -> Vec<(usize, bool)> {
    let Some(first) = Period::Year(year).first() else { return Vec::new() };
    let mut holders = Vec::with_capacity(view.record.appointments.len());
    let mut places = vec![None; view.record.people.len()];
    for (at, appointment) in view.record.appointments.iter().enumerate() {
        let (Some(person), Some((begins, ends))) = (appointment.person.given().and_then(Ref::at), view.span_of(at))
        else {
            continue;
        };
        let Some(place) = places.get_mut(person) else { continue };
        if begins > day || ends.is_some_and(|ends| ends < first || ends < begins) {
            continue;
        }
        let holds = view.holds(at, day);
        match place.and_then(|place: usize| holders.get_mut(place)) {
            Some((_, held)) => *held |= holds,
            None => {
                *place = Some(holders.len());
                holders.push((person, holds));
            }
        }
    }
    holders
}

fn units(view: &View<'_>, shows: &Shows<'_>, rule: &YearlyDuty, (year, day): (i32, Day), add: &mut Sink<'_>) {
    let Some(first) = Period::Year(year).first() else { return };
    let units = units_of_members(view, day);
    let mut judged = Marks::none(view.record.organizations.len());
    let mut add_unit = |at: usize, judge: &dyn Fn() -> Judgement| {
        if judged.mark(at) {
            add(About::Organization(at), judge());
        }
    };
    for at in units.known {
        add_unit(at, &|| of_one(view, shows, rule, year, About::Organization(at), day));
    }
    for (at, missing) in units.unsure {
        let path = Path::of(Key::Organizations).at(at);
        add_unit(at, &|| Judgement::unknown(Reason::ConditionUnknown, path, missing.clone()));
    }
    let holders = holders(view, year, day);
    // Units that had a member earlier in the year, and have none on the day.
    let mut earlier = Units::default();
    for &(person, _) in &holders {
        view.add_units_between(person, first, day, &mut earlier);
    }
    for at in earlier.known {
        add_unit(at, &|| Judgement::new(Reason::ConditionFalse, Path::of(Key::Organizations).at(at)));
    }
    // Whoever's units are not known may come from one more.
    let are_all_known = units.missing.is_empty();
    for (at, _) in holders.into_iter().filter(|&(_, holds)| holds && !are_all_known) {
        let missing = view.units_on(at, day).missing;
        if !missing.is_empty() {
            let unknown = Judgement::unknown(Reason::YearlyUnknown, Path::of(Key::People).at(at), missing);
            add(About::Person(at), unknown);
        }
    }
}

/// Whether one duty was done, done late, is missing, or is still to come.
fn of_one(view: &View<'_>, shows: &Shows<'_>, rule: &YearlyDuty, year: i32, about: About, day: Day) -> Judgement {
    let big_list = list(rule.list);
    let root = Path::of(big_list.key());
    let Some(due) = rule.due.of(year) else { return Judgement::new(Reason::NothingToJudge, root) };
    let is_due = view.on > due;
    let is_closed = view.is_complete(big_list, due);
    let pending = || Judgement::new(Reason::YearlyPending, root).due(due);
    let shown = shows.find(about, year);
    let judged = shown.map(|shown| of_shown(view, rule, shown, about, due, day));
    // The best of several entries counts.
    let rank = |judgement: &Judgement| match judgement.outcome() {
        crate::report::Outcome::Met => 0,
        crate::report::Outcome::Pending => 1,
        crate::report::Outcome::Unknown => 2,
        _ => 3,
    };
    // Of equal ones the facts decide, not the order of the list.
    let order = |one: &Judgement, other: &Judgement| {
        let key = |judgement: &Judgement| (rank(judgement), judgement.details.facts.get(Fact::DaysLate).cloned());
        let by_facts = || (one.reason, &one.details.facts).cmp(&(other.reason, &other.details.facts));
        key(one).cmp(&key(other)).then_with(by_facts)
    };
    match judged.min_by(order) {
        Some(judgement) if judgement.reason == Reason::YearlyMet => judgement,
        // Not yet due and not shown as done as it must be.
        Some(_) | None if !is_due => pending(),
        Some(judgement) if judgement.reason == Reason::YearlyUnknown || (is_closed && shows.vague.is_empty()) => {
            judgement
        }
        None if is_closed && shows.vague.is_empty() => {
            Judgement::new(Reason::YearlyMissing, root).day(Fact::Against, due)
        }
        // A timely one could be missing, or be one of which it is not known whose it is.
        _ => {
            let mut missing = shows.vague.clone();
            if !is_closed {
                missing.push(big_list.completeness());
            }
            Judgement::unknown(Reason::YearlyUnknown, root, missing)
        }
    }
}

fn of_shown(view: &View<'_>, rule: &YearlyDuty, shown: &Shown<'_>, about: About, due: Day, day: Day) -> Judgement {
    let unknown = |path| Judgement::unknown(Reason::YearlyUnknown, shown.path, vec![path]);
    let late = |on: Day, path: Path| {
        let days = u32::try_from(on.since(due)).unwrap_or_default();
        Judgement::new(Reason::YearlyLate, path).day(Fact::On, on).day(Fact::Against, due).number(Fact::DaysLate, days)
    };
    let Some(on) = shown.on else { return unknown(shown.path.key(Key::On)) };
    if on > due {
        return late(on, shown.path.key(Key::On));
    }
    if rule.written.get() == Some(true) {
        match shown.written.flatten() {
            Some(false) => return Judgement::new(Reason::YearlyOral, shown.path.key(Key::Written)),
            None => return unknown(shown.path.key(Key::Written)),
            Some(true) => {}
        }
    }
    let met = Judgement::new(Reason::YearlyMet, shown.path).day(Fact::On, on);
    let (Some(true), Some(passed_on), About::Person(person)) = (rule.passed_on_to_unit.get(), shown.passed_on, about)
    else {
        return met;
    };
    let units = view.units_on(person, day);
    match units.exist() {
        Truth::False => return met,
        Truth::Unknown(missing) => return Judgement::unknown(Reason::YearlyUnknown, shown.path, missing),
        Truth::True => {}
    }
    let path = shown.path.key(Key::PassedOn);
    let passed_on = match passed_on {
        Nullable::Null => return Judgement::new(Reason::YearlyNotPassedOn, path),
        Nullable::Given(passed_on) if passed_on.on.get().is_none_or(|on| on <= view.on) => passed_on,
        Nullable::Absent | Nullable::Given(_) => return unknown(path),
    };
    let right = match &passed_on.to {
        Nullable::Absent => Truth::missing(path.key(Key::To)),
        Nullable::Null => Truth::False,
        Nullable::Given(to) => to.at().map_or(Truth::False, |at| units.include(at)),
    };
    match (right, passed_on.on.get()) {
        (Truth::False, _) => Judgement::new(Reason::YearlyNotPassedOn, path.key(Key::To)),
        (_, Some(on)) if on > due => late(on, path.key(Key::On)),
        (Truth::Unknown(missing), _) => Judgement::unknown(Reason::YearlyUnknown, shown.path, missing),
        (Truth::True, None) => unknown(path.key(Key::On)),
        (Truth::True, Some(_)) => met,
    }
}
