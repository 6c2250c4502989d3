use alloc::vec::Vec;
use core::ops::Range;

use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::Day;
use crate::path::{Key, Path};
use crate::record::{Appointment, Assessment, Meeting, ProblemList, Record, Term, Topic, TopicKind, TrainingClass};
use crate::report::About;
use crate::rulebook::{Condition, Event};
use crate::value::{Nullable, Ref};

/// One thing that a norm judges.
#[derive(Clone, Copy)]
pub(super) struct Instance<'a> {
    pub(super) matter: Matter<'a>,
    /// The place of it, or of the meeting that it belongs to, in its list.
    pub(super) at: usize,
    pub(super) path: Path,
    /// The day by whose facts it is judged, or the field that would tell it.
    pub(super) day: Result<Day, Path>,
    /// Whether it is a seat of one who joined in mid-term.
    pub(super) is_supplement: bool,
}

/// What it is.
#[derive(Clone, Copy)]
pub(super) enum Matter<'a> {
    Committee,
    Seat(&'a Appointment),
    Meeting(&'a Meeting),
    /// With its place among those of its meeting.
    Topic(&'a Topic, usize),
    ProblemList(&'a ProblemList),
    Assessment(&'a Assessment),
    TrainingClass(&'a TrainingClass),
    Term(&'a Term),
}

impl<'a> Instance<'a> {
    pub(super) fn committee(on: Day) -> Self {
        Self { matter: Matter::Committee, at: 0, path: Path::of(Key::Committee), day: Ok(on), is_supplement: false }
    }

    /// The person concerned: who holds the seat, or who was assessed.
    pub(super) fn person(&self) -> Result<usize, Path> {
        match self.matter {
            Matter::Seat(appointment) => appointment.person.given().and_then(Ref::at),
            Matter::Assessment(assessment) => assessment.person.given().and_then(Ref::at),
            _ => None,
        }
        .ok_or_else(|| self.path.key(Key::Person))
    }

    /// What a judgement of it is about.
    pub(super) const fn about(&self) -> About {
        match self.matter {
            Matter::Committee => About::Committee,
            Matter::Seat(_) => About::Seat(self.at),
            Matter::Meeting(_) => About::Meeting(self.at),
            Matter::Topic(_, topic) => About::Topic(self.at, topic),
            Matter::ProblemList(_) => About::ProblemList(self.at),
            Matter::Assessment(_) => About::Assessment(self.at),
            Matter::TrainingClass(_) => About::TrainingClass(self.at),
            Matter::Term(_) => About::Term(self.at),
        }
    }

    /// Whether it happened before this day.
    pub(super) fn is_before(&self, since: Option<Day>) -> bool {
        matches!((self.day, since), (Ok(day), Some(since)) if day < since)
    }
}

/// How many entries the list has in which such events are.
pub(super) const fn entries(record: &Record, event: Event) -> usize {
    match event {
        Event::Entry | Event::Exit => record.appointments.len(),
        Event::Meeting | Event::Topic => record.meetings.len(),
        Event::ProblemList => record.problem_lists.len(),
        Event::Assessment => record.assessments.len(),
        Event::TrainingClass => record.training_classes.len(),
        Event::Term => record.terms.len(),
    }
}

/// The events of these entries that the day of evaluation knows of, one by one.
pub(super) fn events<'a>(view: &View<'a>, event: Event, places: Range<usize>) -> Vec<Instance<'a>> {
    let count = places.len();
    let mut found = Vec::with_capacity(if event == Event::Topic { 2 * count } else { count });
    for at in places {
        add_events(view, event, at, &mut found);
    }
    found
}

/// Adds the events of one entry of their list.
pub(super) fn add_events<'a>(view: &View<'a>, event: Event, at: usize, found: &mut Vec<Instance<'a>>) {
    let record = view.record;
    match event {
        Event::Entry => found.extend(record.appointments.get(at).map(|seat| entry(view, at, seat))),
        Event::Exit => {
            let exits = |seat: &&Appointment| matches!(seat.exit, Nullable::Given(_));
            found.extend(record.appointments.get(at).filter(exits).map(|seat| exit(view, at, seat)));
        }
        Event::Meeting => found.extend(meeting(view, at)),
        Event::Topic => meeting(view, at).into_iter().for_each(|instance| add_topics(instance, found)),
        Event::ProblemList => {
            found.extend(record.problem_lists.get(at).and_then(|list| {
                listed(view, Matter::ProblemList(list), Path::of(Key::ProblemLists), at, list.on.get())
            }))
        }
        Event::Assessment => found.extend(record.assessments.get(at).and_then(|assessment| {
            listed(view, Matter::Assessment(assessment), Path::of(Key::Assessments), at, assessment.on.get())
        })),
        Event::TrainingClass => found.extend(record.training_classes.get(at).and_then(|class| {
            listed(view, Matter::TrainingClass(class), Path::of(Key::TrainingClasses), at, class.on.get())
        })),
        Event::Term => found.extend(record.terms.get(at).and_then(|term| {
            let listed = listed(view, Matter::Term(term), Path::of(Key::Terms), at, term.from.get());
            listed.map(|instance| Instance { day: instance.day.map_err(|_| instance.path.key(Key::From)), ..instance })
        })),
    }
}

fn meeting<'a>(view: &View<'a>, at: usize) -> Option<Instance<'a>> {
    let meeting = view.record.meetings.get(at)?;
    listed(view, Matter::Meeting(meeting), Path::of(Key::Meetings), at, meeting.on.get())
}

/// The entry of a big list, unless it is dated after the day of evaluation.
fn listed<'a>(view: &View<'_>, matter: Matter<'a>, list: Path, at: usize, on: Option<Day>) -> Option<Instance<'a>> {
    let path = list.at(at);
    let day = on.ok_or_else(|| path.key(Key::On));
    on.is_none_or(|on| on <= view.on).then_some(Instance { matter, at, path, day, is_supplement: false })
}

/// Adds the topics of a meeting; the meeting itself, where the record does not say what they were.
fn add_topics<'a>(instance: Instance<'a>, found: &mut Vec<Instance<'a>>) {
    let Matter::Meeting(meeting) = instance.matter else { return };
    let Some(topics) = meeting.topics.entries() else {
        found.push(instance);
        return;
    };
    found.extend(topics.iter().enumerate().map(|(at, topic)| Instance {
        matter: Matter::Topic(topic, at),
        path: instance.path.key(Key::Topics).at(at),
        ..instance
    }));
}

/// An entry is judged by the facts of the seat's first day; while there is none or it is to come, by those of the day
/// of evaluation.
fn entry<'a>(view: &View<'a>, at: usize, seat: &'a Appointment) -> Instance<'a> {
    let day = seat.from.get().filter(|&from| from <= view.on).unwrap_or(view.on);
    of_appointment(view, at, seat, Path::of(Key::Appointments).at(at), day)
}

/// An exit is judged by the facts of the seat's last day, or of the day of evaluation while it goes on.
fn exit<'a>(view: &View<'a>, at: usize, seat: &'a Appointment) -> Instance<'a> {
    let day = seat.to.get().filter(|&to| to <= view.on).unwrap_or(view.on);
    let path = Path::of(Key::Appointments).at(at).key(Key::Exit);
    of_appointment(view, at, seat, path, day)
}

fn of_appointment<'a>(view: &View<'a>, at: usize, seat: &'a Appointment, path: Path, day: Day) -> Instance<'a> {
    let is_supplement = is_supplement(view, seat).is_true();
    Instance { matter: Matter::Seat(seat), at, path, day: Ok(day), is_supplement }
}

/// The seat of this appointment, if it is held on the day of evaluation.
pub(super) fn held_seat<'a>(view: &View<'a>, at: usize) -> Option<Instance<'a>> {
    let seat = view.record.appointments.get(at).filter(|_| view.holds(at, view.on))?;
    Some(of_appointment(view, at, seat, Path::of(Key::Appointments).at(at), view.on))
}

/// Whether a norm's condition holds of what it judges.
pub(super) fn holds(view: &View<'_>, condition: &Condition, instance: &Instance<'_>) -> Truth {
    match condition {
        Condition::All(conditions) => Truth::all(conditions.iter().map(|condition| holds(view, condition, instance))),
        Condition::Any(conditions) => Truth::any(conditions.iter().map(|condition| holds(view, condition, instance))),
        Condition::Not(condition) => holds(view, condition, instance).not(),
        _ => match instance.matter {
            Matter::Seat(seat) => of_seat(view, condition, instance, seat),
            Matter::Topic(topic, _) => of_topic(view, condition, instance, topic),
            Matter::Assessment(assessment) => of_assessment(condition, instance.path, assessment),
            Matter::TrainingClass(class) => match condition {
                Condition::Centralized(wanted) => {
                    let known = class.centralized.get().map(|known| known == *wanted);
                    Truth::of(known, instance.path.key(Key::Centralized))
                }
                _ => Truth::False,
            },
            Matter::Meeting(meeting) => match (condition, meeting.topics.entries()) {
                (Condition::TopicKind(kinds), Some(topics)) => {
                    let path = |at| instance.path.key(Key::Topics).at(at);
                    Truth::any(topics.iter().enumerate().map(|(at, topic)| is_of_kind(topic, kinds, path(at))))
                }
                (Condition::TopicKind(_), None) => Truth::missing(instance.path.key(Key::Topics)),
                _ => Truth::False,
            },
            // Loading a rulebook refuses conditions that do not fit what is judged.
            Matter::Committee | Matter::ProblemList(_) | Matter::Term(_) => Truth::False,
        },
    }
}

fn of_seat(view: &View<'_>, condition: &Condition, instance: &Instance<'_>, seat: &Appointment) -> Truth {
    let (person, day) = match (instance.person(), instance.day) {
        (person, Ok(day)) => (person, day),
        (_, Err(field)) => return Truth::missing(field),
    };
    match condition {
        Condition::Seat(seats) => view.is_seat(instance.at, seats),
        Condition::Group(group) => match person {
            Ok(person) => view.belongs(person, group, day),
            Err(_) => Truth::missing(Path::of(Key::Appointments).at(instance.at).key(Key::Person)),
        },
        Condition::HasUnit(wanted) => match person {
            Ok(person) if *wanted => view.units_on(person, day).exist(),
            Ok(person) => view.units_on(person, day).exist().not(),
            Err(_) => Truth::missing(Path::of(Key::Appointments).at(instance.at).key(Key::Person)),
        },
        Condition::Supplement(wanted) if *wanted => is_supplement(view, seat),
        Condition::Supplement(_) => is_supplement(view, seat).not(),
        Condition::Cause(causes) => {
            let cause = seat.exit.given().and_then(|exit| exit.cause.get());
            let path = Path::of(Key::Appointments).at(instance.at).key(Key::Exit).key(Key::Cause);
            Truth::of(cause.map(|cause| causes.contains(&cause)), path)
        }
        _ => Truth::False,
    }
}

/// Whether an entry fills a vacancy in mid-term. A first day after its term's decides by itself; a seat without a first
/// day can begin on the day of evaluation at the earliest.
fn is_supplement(view: &View<'_>, seat: &Appointment) -> Truth {
    let Some(at) = seat.term.given().and_then(Ref::at) else {
        return Truth::from(seat.supplement.get() == Some(true));
    };
    let begins = view.record.terms.get(at).and_then(|term| term.from.get());
    let first = seat.from.get().unwrap_or(view.on);
    Truth::from(seat.supplement.get() == Some(true))
        .or(|| Truth::of(begins.map(|begins| first > begins), Path::of(Key::Terms).at(at).key(Key::From)))
}

fn of_topic(view: &View<'_>, condition: &Condition, instance: &Instance<'_>, topic: &Topic) -> Truth {
    let seats = match condition {
        Condition::TopicKind(kinds) => return is_of_kind(topic, kinds, instance.path),
        Condition::ProposedBy(seats) => seats,
        _ => return Truth::False,
    };
    let Some(proposers) = topic.proposed_by.entries() else {
        return Truth::missing(instance.path.key(Key::ProposedBy));
    };
    match instance.day {
        Ok(day) => Truth::any(proposers.iter().filter_map(Ref::at).map(|person| view.holds_seat(person, seats, day))),
        Err(_) if proposers.is_empty() => Truth::False,
        Err(field) => Truth::missing(field),
    }
}

fn is_of_kind(topic: &Topic, kinds: &[TopicKind], path: Path) -> Truth {
    Truth::of(topic.kind.get().map(|kind| kinds.contains(&kind)), path.key(Key::Kind))
}

fn of_assessment(condition: &Condition, path: Path, assessment: &Assessment) -> Truth {
    match condition {
        Condition::OfMember(wanted) => match (assessment.person.given(), assessment.organization.given()) {
            (Some(_), _) => Truth::from(*wanted),
            (None, Some(_)) => Truth::from(!*wanted),
            (None, None) => Truth::missing(path.key(Key::Person)),
        },
        Condition::Grade(grades) => {
            Truth::of(assessment.grade.get().map(|grade| grades.contains(&grade)), path.key(Key::Grade))
        }
        Condition::Serious(wanted) => {
            Truth::of(assessment.serious.get().map(|serious| serious == *wanted), path.key(Key::Serious))
        }
        _ => Truth::False,
    }
}
