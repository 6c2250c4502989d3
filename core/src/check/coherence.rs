//! Where a record contradicts itself. What a norm judges is no contradiction: every case has one owner.

use alloc::vec::Vec;

use super::marks::Marks;
use super::truth::Truth;
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::messages::Contradiction;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{Appointment, Meeting, Seat, Step, StepKind, Votes};
use crate::report::{Fact, Facts, Incoherence, Value};
use crate::rulebook::Procedure;
use crate::value::{Count, Maybe, Nullable, Ref};

/// What has been found so far.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Incoherence>);

impl Found {
    fn add(
        &mut self,
        reason: Contradiction,
        path: Path,
        related: Path,
        facts: impl IntoIterator<Item = (Fact, Value)>,
    ) {
        let mut found = Facts::default();
        for (name, value) in facts {
            found.push(name, value);
        }
        self.0.push(Incoherence { reason, path, related: alloc::vec![related], facts: found });
    }

    /// A day that lies before one it must not lie before.
    fn order(&mut self, reason: Contradiction, earlier: Dated, later: Dated) {
        if let (Some(first), Some(last)) = (earlier.0, later.0)
            && last < first
        {
            self.days(reason, (last, later.1.key(later.2)), (first, earlier.1.key(earlier.2)));
        }
    }

    fn days(&mut self, reason: Contradiction, seen: (Day, Path), against: (Day, Path)) {
        let facts = [(Fact::On, Value::Day(seen.0)), (Fact::Against, Value::Day(against.0))];
        self.add(reason, seen.1, against.1, facts);
    }
}

/// A day, the part of the record that it belongs to, and the field there.
type Dated = (Option<Day>, Path, Key);

pub(super) fn terms(view: &View<'_>, found: &mut Found) {
    let mut known = Vec::new();
    for (at, term) in view.record.terms.iter().enumerate() {
        let path = Path::of(Key::Terms).at(at);
        let (from, to) = (term.from.get(), term.to.get());
        found.order(Contradiction::EndsBeforeItBegins, (from, path, Key::From), (to, path, Key::To));
        if let Some(from) = from
            && to.is_none_or(|to| to >= from)
        {
            known.push((from, to, path));
        }
    }
    sort(&mut known, |&(from, ..)| [from.rank(), 0]);
    // Sorted by their first days, a term overlaps an earlier one only if the longest so far has not ended.
    let mut longest: Option<(Option<Day>, Path)> = None;
    for (from, to, path) in known {
        if let Some((end, other)) = longest
            && end.is_none_or(|end| end >= from)
        {
            found.add(Contradiction::OverlappingTerms, path, other, []);
        }
        if longest.is_none_or(|(end, _)| end.is_some_and(|end| to.is_none_or(|to| to > end))) {
            longest = Some((to, path));
        }
    }
}

/// Terms of organizations, and posts in them.
pub(super) fn stays(view: &View<'_>, found: &mut Found) {
    for (at, organization) in view.record.organizations.iter().enumerate() {
        for (index, term) in organization.terms.entries().unwrap_or_default().iter().enumerate() {
            let path = Path::of(Key::Organizations).at(at).key(Key::Terms).at(index);
            let (from, to) = ((term.from.get(), path, Key::From), (term.to.get(), path, Key::To));
            found.order(Contradiction::EndsBeforeItBegins, from, to);
        }
    }
    for (at, person) in view.record.people.iter().enumerate() {
        for (index, post) in person.posts.entries().unwrap_or_default().iter().enumerate() {
            let path = Path::of(Key::People).at(at).key(Key::Posts).at(index);
            let (from, to) = ((post.from.get(), path, Key::From), (post.to.get(), path, Key::To));
            found.order(Contradiction::EndsBeforeItBegins, from, to);
        }
    }
}

/// One person in two seats of one committee at once. `pairs` tells of which seats norms say whether one person holds both.
pub(super) fn seats(view: &View<'_>, pairs: &[(&[Seat], &[Seat])], found: &mut Found) {
    let seat = |at: usize| view.record.appointments.get(at).and_then(|seat| seat.seat.get());
    let is_judged = |one: usize, other: usize| match (seat(one), seat(other)) {
        (Some(one), Some(other)) => pairs.iter().any(|(these, those)| {
            these.contains(&one) && those.contains(&other) || these.contains(&other) && those.contains(&one)
        }),
        _ => false,
    };
    let mut held: Vec<(usize, Day, Option<Day>, usize)> = (view.record.appointments.iter().enumerate())
        .filter_map(|(at, seat)| {
            let person = seat.person.given().and_then(Ref::at)?;
            let (first, last) = view.span_of(at)?;
            last.is_none_or(|last| first <= last).then_some((person, first, last, at))
        })
        .collect();
    sort(&mut held, |&(person, first, ..)| [person as u64, first.rank()]);
    let mut before: Option<(usize, Option<Day>, usize)> = None;
    for (place, &(person, first, last, at)) in held.iter().enumerate() {
        let overlaps = |other: usize, end: Option<Day>| other == person && end.is_none_or(|end| end >= first);
        // Where norms judge that pair, an earlier seat may still be another's double.
        let instead = |other: usize| {
            let earlier = held.get(..place).unwrap_or_default().iter().rev().take_while(|seat| seat.0 == person);
            let mut earlier = earlier.filter(|&&(other, _, end, _)| overlaps(other, end)).map(|seat| seat.3);
            if is_judged(at, other) { earlier.find(|&other| !is_judged(at, other)) } else { Some(other) }
        };
        let overlapped = before.filter(|&(other, end, _)| overlaps(other, end));
        if let Some(other) = overlapped.and_then(|(_, _, other)| instead(other)) {
            let path = |at| Path::of(Key::Appointments).at(at);
            let facts = view.person(person).map(|person| (Fact::Person, Value::Id(person.id.clone())));
            // The entry further down the list is the one to look at.
            found.add(Contradiction::TwoSeatsAtOnce, path(at.max(other)), path(at.min(other)), facts);
        }
        let reaches_further = |&(other, end, _): &(usize, Option<Day>, usize)| {
            other == person && (end.is_none() || last.is_some_and(|last| end.is_some_and(|end| end >= last)))
        };
        if !before.as_ref().is_some_and(reaches_further) {
            before = Some((person, last, at));
        }
    }
}

pub(super) fn appointment(view: &View<'_>, at: usize, seat: &Appointment, found: &mut Found) {
    let path = Path::of(Key::Appointments).at(at);
    let (from, to) = ((seat.from.get(), path, Key::From), (seat.to.get(), path, Key::To));
    found.order(Contradiction::EndsBeforeItBegins, from, to);
    if let Some(term) = seat.term.given().and_then(Ref::at) {
        let begins = view.record.terms.get(term).and_then(|term| term.from.get());
        let term = (begins, Path::of(Key::Terms).at(term), Key::From);
        found.order(Contradiction::SeatOutsideTerm, term, from);
    }
    for (index, step) in seat.entry.entries().unwrap_or_default().iter().enumerate() {
        let path = path.key(Key::Entry).at(index);
        self::step(view, step, path, found);
        if let (Maybe::Given(StepKind::Certificate), Some(on), Some(first)) = (step.step, step.on.get(), from.0)
            && on != first
            && first <= view.on
        {
            found.days(Contradiction::CertificateOnAnotherDay, (on, path.key(Key::On)), (first, from.1.key(Key::From)));
        }
    }
    let Nullable::Given(exit) = &seat.exit else { return };
    let steps = exit.steps.entries().unwrap_or_default();
    for (index, step) in steps.iter().enumerate() {
        self::step(view, step, path.key(Key::Exit).key(Key::Steps).at(index), found);
    }
}

/// The step that ends the seat was taken, and the seat has no last day or an earlier one.
pub(super) fn ending(view: &View<'_>, at: usize, procedure: &Procedure, found: &mut Found) {
    let Some(seat) = view.record.appointments.get(at) else { return };
    let steps = seat.exit.given().and_then(|exit| exit.steps.entries()).unwrap_or_default();
    let path = Path::of(Key::Appointments).at(at);
    if let Some((index, day)) = ending_step(view, procedure, steps)
        && seat.to.get().is_none_or(|to| to < day)
    {
        let step = path.key(Key::Exit).key(Key::Steps).at(index);
        found.add(Contradiction::SeatOutlivesItsEnd, path.key(Key::To), step, [(Fact::On, Value::Day(day))]);
    }
}

/// The step that ends the seat, once it was taken: of a procedure that has the same step twice, the second.
fn ending_step(view: &View<'_>, procedure: &Procedure, steps: &[Step]) -> Option<(usize, Day)> {
    let place = procedure.steps.iter().rposition(|step| step.ends_seat.get() == Some(true))?;
    let kind = procedure.steps.get(place)?.step;
    let times = procedure.steps.iter().take(place + 1).filter(|step| step.step == kind).count();
    let passed = |step: &&Step| step.passed.get() != Some(false);
    let mut taken: Vec<(Day, usize)> = (steps.iter().enumerate())
        .filter(|(_, step)| step.step.get() == Some(kind))
        .filter(|(_, step)| passed(step))
        .filter_map(|(index, step)| Some((day_of(view, step)?, index)))
        .filter(|&(day, _)| day <= view.on)
        .collect();
    sort(&mut taken, |&(day, _)| [day.rank(), 0]);
    taken.get(times - 1..)?.last().map(|&(day, index)| (index, day))
}

fn day_of(view: &View<'_>, step: &Step) -> Option<Day> {
    let of_meeting = || step.meeting.given().and_then(Ref::at).and_then(|at| view.record.meetings.get(at)?.on.get());
    step.on.get().or_else(of_meeting)
}

fn step(view: &View<'_>, step: &Step, path: Path, found: &mut Found) {
    let on = (step.on.get(), path, Key::On);
    if let (Some(day), Some(at)) = (on.0, step.meeting.given().and_then(Ref::at))
        && let Some(meeting) = view.record.meetings.get(at).and_then(|meeting| meeting.on.get())
        && meeting != day
    {
        let meeting = (meeting, Path::of(Key::Meetings).at(at).key(Key::On));
        found.days(Contradiction::StepDayDiffers, (day, path.key(Key::On)), meeting);
    }
    if let Maybe::Given(votes) = &step.votes {
        self::votes(votes, path.key(Key::Votes), found);
    }
    found.order(Contradiction::EndsBeforeItBegins, on, (step.through.get(), path, Key::Through));
    for (index, objection) in step.objections.entries().unwrap_or_default().iter().enumerate() {
        let path = path.key(Key::Objections).at(index);
        let raised = (objection.on.get(), path, Key::On);
        let decided = (objection.decided_on.get(), path, Key::DecidedOn);
        found.order(Contradiction::DecidedBeforeRaised, raised, decided);
    }
}

fn votes(votes: &Votes, path: Path, found: &mut Found) {
    let number = |count: &Maybe<Count>| count.get().map(Count::get);
    let cast: u32 = [&votes.r#for, &votes.against, &votes.abstained].into_iter().filter_map(number).sum();
    let (present, due) = (number(&votes.present), number(&votes.due));
    let facts = |counted, among| [(Fact::Counted, Value::Number(counted)), (Fact::Among, Value::Number(among))];
    match (present, due) {
        (Some(present), _) if cast > present => {
            found.add(Contradiction::MoreVotesThanPresent, path, path, facts(cast, present));
        }
        (Some(present), Some(due)) if present > due => {
            found.add(Contradiction::MoreVotesThanPresent, path, path, facts(present, due));
        }
        (None, Some(due)) if cast > due => found.add(Contradiction::MoreVotesThanPresent, path, path, facts(cast, due)),
        _ => {}
    }
}

pub(super) fn meeting(view: &View<'_>, at: usize, meeting: &Meeting, found: &mut Found) {
    let path = Path::of(Key::Meetings).at(at);
    let on = (meeting.on.get(), path, Key::On);
    let committee = &view.record.committee;
    let life = Path::of(Key::Committee);
    found.order(Contradiction::MeetingOutsideLife, (committee.established.get(), life, Key::Established), on);
    if let (Some(day), Some(last)) = (on.0, committee.dissolved.get())
        && day > last
    {
        found.days(Contradiction::MeetingOutsideLife, (day, path.key(Key::On)), (last, life.key(Key::Dissolved)));
    }
    if let Nullable::Given(minutes) = &meeting.minutes {
        let minutes = (minutes.on.get(), path.key(Key::Minutes), Key::On);
        found.order(Contradiction::MinutesBeforeMeeting, on, minutes);
    }
    for (index, topic) in meeting.topics.entries().unwrap_or_default().iter().enumerate() {
        if let Maybe::Given(votes) = &topic.votes {
            self::votes(votes, path.key(Key::Topics).at(index).key(Key::Votes), found);
        }
    }
    presence(view, meeting, path, found);
}

fn presence(view: &View<'_>, meeting: &Meeting, path: Path, found: &mut Found) {
    let present = meeting.present.entries().unwrap_or_default();
    let mut are_present = Marks::none(view.record.people.len());
    let person = |at: usize| view.person(at).map(|person| (Fact::Person, Value::Id(person.id.clone())));
    let day = meeting.on.get().filter(|&day| view.is_complete(BigList::Appointments, day));
    for (index, at) in present.iter().enumerate().filter_map(|(index, person)| Some((index, person.at()?))) {
        are_present.mark(at);
        if day.is_some_and(|day| matches!(view.is_member(at, day), Truth::False)) {
            let path = path.key(Key::Present).at(index);
            found.add(Contradiction::NonMemberPresent, path, Path::of(Key::Appointments), person(at));
        }
    }
    let attending = meeting.attending.entries().unwrap_or_default();
    for (index, at) in attending.iter().enumerate().filter_map(|(index, person)| Some((index, person.at()?))) {
        if are_present.is_marked(at) {
            let other = path.key(Key::Present);
            found.add(Contradiction::PresentAndAttending, path.key(Key::Attending).at(index), other, person(at));
        }
    }
}

pub(super) fn lists(view: &View<'_>, found: &mut Found) {
    for (at, list) in view.record.problem_lists.iter().enumerate() {
        let path = Path::of(Key::ProblemLists).at(at);
        for (day, key) in [(list.deadline.get(), Key::Deadline), (list.settled.get(), Key::Settled)] {
            let issued = (list.on.get(), path, Key::On);
            found.order(Contradiction::SettledBeforeIssued, issued, (day, path, key));
        }
    }
    for (at, class) in view.record.training_classes.iter().enumerate() {
        let path = Path::of(Key::TrainingClasses).at(at);
        if let (Some(theory), Some(hours)) = (class.theory_hours.get(), class.hours.get())
            && theory > hours
        {
            let facts = [(Fact::Counted, Value::Number(theory.get())), (Fact::Among, Value::Number(hours.get()))];
            found.add(Contradiction::MoreTheoryThanHours, path.key(Key::TheoryHours), path.key(Key::Hours), facts);
        }
    }
}
