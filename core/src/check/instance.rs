use alloc::vec::Vec;

use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::Day;
use crate::path::{Key, Path};
use crate::record::{Appointment, Assessment, Meeting, ProblemList, Topic, TrainingClass};
use crate::rulebook::{Condition, Event};
use crate::value::{Nullable, Ref};

/// One thing that a norm judges.
#[derive(Clone)]
pub(super) struct Instance<'a> {
    pub(super) matter: Matter<'a>,
    /// The place of it in its list.
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
    Topic(&'a Meeting, &'a Topic),
    ProblemList(&'a ProblemList),
    Assessment(&'a Assessment),
    TrainingClass(&'a TrainingClass),
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

    /// Whether it happened before this day.
    pub(super) fn is_before(&self, since: Option<Day>) -> bool {
        matches!((self.day, since), (Ok(day), Some(since)) if day < since)
    }
}

/// The events of the record that the day of evaluation knows of, one by one.
pub(super) fn events<'a>(view: &View<'a>, event: Event) -> Vec<Instance<'a>> {
    let record = view.record;
    match event {
        Event::Entry => record.appointments.iter().enumerate().map(|(at, seat)| entry(view, at, seat)).collect(),
        Event::Exit => record
            .appointments
            .iter()
            .enumerate()
            .filter(|(_, seat)| matches!(seat.exit, Nullable::Given(_)))
            .map(|(at, seat)| exit(view, at, seat))
            .collect(),
        Event::Meeting => listed(view, Key::Meetings, &record.meetings, |each| (Matter::Meeting(each), each.on.get())),
        Event::Topic => {
            let mut topics = Vec::with_capacity(2 * record.meetings.len());
            for meeting in events(view, Event::Meeting) {
                add_topics(&meeting, &mut topics);
            }
            topics
        }
        Event::ProblemList => {
            listed(view, Key::ProblemLists, &record.problem_lists, |each| (Matter::ProblemList(each), each.on.get()))
        }
        Event::Assessment => {
            listed(view, Key::Assessments, &record.assessments, |each| (Matter::Assessment(each), each.on.get()))
        }
        Event::TrainingClass => listed(view, Key::TrainingClasses, &record.training_classes, |each| {
            (Matter::TrainingClass(each), each.on.get())
        }),
    }
}

/// The entries of a big list, without those dated after the day of evaluation.
fn listed<'a, T>(
    view: &View<'_>,
    key: Key,
    entries: &'a [T],
    of: impl Fn(&'a T) -> (Matter<'a>, Option<Day>),
) -> Vec<Instance<'a>> {
    let mut found = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        let path = Path::of(key).at(at);
        let (matter, on) = of(entry);
        if on.is_none_or(|on| on <= view.on) {
            let day = on.ok_or_else(|| path.key(Key::On));
            found.push(Instance { matter, at, path, day, is_supplement: false });
        }
    }
    found
}

/// Adds the topics of a meeting; the meeting itself, where the record does not say what they were.
fn add_topics<'a>(instance: &Instance<'a>, found: &mut Vec<Instance<'a>>) {
    let Matter::Meeting(meeting) = instance.matter else { return };
    let Some(topics) = meeting.topics.entries() else {
        found.push(instance.clone());
        return;
    };
    found.extend(topics.iter().enumerate().map(|(at, topic)| Instance {
        matter: Matter::Topic(meeting, topic),
        at,
        path: instance.path.key(Key::Topics).at(at),
        day: instance.day,
        is_supplement: false,
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

/// The seats held on the day of evaluation.
pub(super) fn seats<'a>(view: &View<'a>) -> Vec<Instance<'a>> {
    view.held_on(view.on)
        .map(|(at, seat)| of_appointment(view, at, seat, Path::of(Key::Appointments).at(at), view.on))
        .collect()
}

/// Whether a norm's condition holds of what it judges.
pub(super) fn holds(view: &View<'_>, condition: &Condition, instance: &Instance<'_>) -> Truth {
    match condition {
        Condition::All(conditions) => Truth::all(conditions.iter().map(|condition| holds(view, condition, instance))),
        Condition::Any(conditions) => Truth::any(conditions.iter().map(|condition| holds(view, condition, instance))),
        Condition::Not(condition) => holds(view, condition, instance).not(),
        _ => match instance.matter {
            Matter::Seat(seat) => of_seat(view, condition, instance, seat),
            Matter::Topic(_, topic) => of_topic(view, condition, instance, topic),
            Matter::Assessment(assessment) => of_assessment(condition, instance.path, assessment),
            Matter::TrainingClass(class) => match condition {
                Condition::Centralized(wanted) => {
                    let known = class.centralized.get().map(|known| known == *wanted);
                    Truth::of(known, instance.path.key(Key::Centralized))
                }
                _ => Truth::False,
            },
            // Loading a rulebook refuses conditions that do not fit what is judged.
            Matter::Committee | Matter::Meeting(_) | Matter::ProblemList(_) => Truth::False,
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
    let Condition::ProposedBy(seats) = condition else { return Truth::False };
    let Some(proposers) = topic.proposed_by.entries() else {
        return Truth::missing(instance.path.key(Key::ProposedBy));
    };
    match instance.day {
        Ok(day) => Truth::any(proposers.iter().filter_map(Ref::at).map(|person| view.holds_seat(person, seats, day))),
        Err(_) if proposers.is_empty() => Truth::False,
        Err(field) => Truth::missing(field),
    }
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
