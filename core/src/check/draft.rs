use alloc::vec;
use alloc::vec::Vec;

use super::instance::{Instance, Matter};
use super::view::View;
use crate::report::{Findings, Subject, SubjectKind, SubjectNumber};

/// Findings under way.
///
/// The same seat, person or unit is judged by many norms, and told once.
pub(super) struct Draft<'v, 'a> {
    view: &'v View<'a>,
    pub(super) findings: Findings,
    seats: Vec<Option<SubjectNumber>>,
    people: Vec<Option<SubjectNumber>>,
    organizations: Vec<Option<SubjectNumber>>,
}

/// What a judgement is about, by its place in its list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    Committee,
    Seat(usize),
    Person(usize),
    Organization(usize),
}

impl About {
    /// By what they are sorted.
    pub(super) const fn rank(self) -> u64 {
        let (list, at) = match self {
            Self::Committee => (0, 0),
            Self::Seat(at) => (1, at),
            Self::Person(at) => (2, at),
            Self::Organization(at) => (3, at),
        };
        list << 32 | at as u64
    }
}

impl<'v, 'a> Draft<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>) -> Self {
        let record = view.record;
        let (seats, people, organizations) =
            (record.appointments.len(), record.people.len(), record.organizations.len());
        Self {
            view,
            findings: Findings::about(seats + people + organizations + 3 * record.meetings.len()),
            seats: vec![None; seats],
            people: vec![None; people],
            organizations: vec![None; organizations],
        }
    }

    /// The subject of what is judged about this.
    pub(super) fn about(&mut self, about: About) -> SubjectNumber {
        let record = self.view.record;
        let (told, subject) = match about {
            About::Committee => return SubjectNumber::COMMITTEE,
            About::Seat(at) => {
                (self.seats.get_mut(at), record.appointments.get(at).map(|seat| (SubjectKind::Appointment, &seat.id)))
            }
            About::Person(at) => {
                (self.people.get_mut(at), record.people.get(at).map(|person| (SubjectKind::Person, &person.id)))
            }
            About::Organization(at) => (
                self.organizations.get_mut(at),
                record.organizations.get(at).map(|unit| (SubjectKind::Organization, &unit.id)),
            ),
        };
        match (told, subject) {
            (Some(told), Some((kind, id))) => {
                *told.get_or_insert_with(|| self.findings.subject(Subject::new(kind, id)))
            }
            // A place in a list is of an entry.
            _ => SubjectNumber::COMMITTEE,
        }
    }

    /// Instances, each with its subject.
    pub(super) fn subjects(&mut self, instances: Vec<Instance<'a>>) -> Vec<(SubjectNumber, Instance<'a>)> {
        let number = |instance: Instance<'a>| {
            let subject = match instance.matter {
                Matter::Committee => SubjectNumber::COMMITTEE,
                Matter::Seat(_) => self.about(About::Seat(instance.at)),
                Matter::Meeting(meeting) => self.findings.subject(Subject::new(SubjectKind::Meeting, &meeting.id)),
                Matter::Topic(meeting, topic) => self.findings.subject(Subject {
                    meeting: Some(meeting.id.clone()),
                    ..Subject::new(SubjectKind::Topic, &topic.id)
                }),
                Matter::ProblemList(list) => self.findings.subject(Subject::new(SubjectKind::ProblemList, &list.id)),
                Matter::Assessment(one) => self.findings.subject(Subject::new(SubjectKind::Assessment, &one.id)),
                Matter::TrainingClass(class) => {
                    self.findings.subject(Subject::new(SubjectKind::TrainingClass, &class.id))
                }
            };
            (subject, instance)
        };
        instances.into_iter().map(number).collect()
    }
}
