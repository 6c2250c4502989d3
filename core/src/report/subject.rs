use alloc::vec::Vec;
use core::ops::Range;

use crate::order::Rank;
use crate::record::Record;
use crate::shape::word;
use crate::value::Id;

word! {
    /// What a verdict is about.
    pub enum SubjectKind {
        /// The committee as a whole.
        Committee = "committee",
        /// A seat and who holds it.
        Appointment = "appointment",
        /// A meeting.
        Meeting = "meeting",
        /// A topic of a meeting.
        Topic = "topic",
        /// A person.
        Person = "person",
        /// An organization.
        Organization = "organization",
        /// A problem list.
        ProblemList = "problem-list",
        /// An assessment.
        Assessment = "assessment",
        /// A training class.
        TrainingClass = "training-class",
        /// A term of the committee.
        Term = "term",
    }
}

/// What a verdict is about, by ids: they do not shift when a list changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its id; the committee has none.
    pub id: Option<Id>,
    /// The meeting that a topic belongs to.
    pub meeting: Option<Id>,
}

impl Subject {
    /// The committee as a whole.
    pub(super) const COMMITTEE: Self = Self { kind: SubjectKind::Committee, id: None, meeting: None };

    fn new(kind: SubjectKind, id: &Id) -> Self {
        Self { kind, id: Some(id.clone()), meeting: None }
    }
}

/// What a judgement is about, by its place in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    Committee,
    Seat(usize),
    Person(usize),
    Organization(usize),
    Meeting(usize),
    /// A meeting, and the place of one of its topics.
    Topic(usize, usize),
    ProblemList(usize),
    Assessment(usize),
    TrainingClass(usize),
    Term(usize),
}

impl About {
    /// By what lists of them are sorted: by kind, then by place.
    pub(crate) const fn rank(self) -> Rank {
        let (kind, topic) = match self {
            Self::Committee => (0, 0),
            Self::Seat(_) => (1, 0),
            Self::Person(_) => (2, 0),
            Self::Organization(_) => (3, 0),
            Self::Meeting(_) => (4, 0),
            Self::Topic(_, topic) => (5, topic),
            Self::ProblemList(_) => (6, 0),
            Self::Assessment(_) => (7, 0),
            Self::TrainingClass(_) => (8, 0),
            Self::Term(_) => (9, 0),
        };
        [kind << u32::BITS | self.entry() as u64, topic as u64]
    }

    /// The place in its list of the entry that it is or is in.
    pub(crate) const fn entry(self) -> usize {
        match self {
            Self::Committee => 0,
            Self::Seat(at)
            | Self::Person(at)
            | Self::Organization(at)
            | Self::Meeting(at)
            | Self::Topic(at, _)
            | Self::ProblemList(at)
            | Self::Assessment(at)
            | Self::TrainingClass(at)
            | Self::Term(at) => at,
        }
    }
}

/// Everything in a record that a judgement can be about, by number: the same record always has the same ones.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Subjects {
    list: Vec<Subject>,
    people: usize,
    organizations: usize,
    /// Of each meeting, whose topics follow it; and where those of the last end.
    meetings: Vec<usize>,
    problem_lists: usize,
    assessments: usize,
    training_classes: usize,
    terms: usize,
}

/// A subject by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SubjectNumber(u32);

impl SubjectNumber {
    /// The committee as a whole.
    pub(crate) const COMMITTEE: Self = Self(0);

    pub(super) fn rank(self) -> u64 {
        self.0.into()
    }

    // A record of 16 MiB has far fewer.
    fn new(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

impl Subjects {
    pub(crate) fn of(record: &Record) -> Self {
        let topics = record.meetings.iter().map(|meeting| meeting.topics.entries().map_or(0, <[_]>::len));
        let count = 1
            + record.appointments.len()
            + record.people.len()
            + record.organizations.len()
            + record.meetings.len()
            + topics.sum::<usize>()
            + record.problem_lists.len()
            + record.assessments.len()
            + record.training_classes.len()
            + record.terms.len();
        let mut list = Vec::with_capacity(count);
        list.push(Subject::COMMITTEE);
        let subject = |kind| move |id| Subject::new(kind, id);
        list.extend(record.appointments.iter().map(|seat| &seat.id).map(subject(SubjectKind::Appointment)));
        let people = list.len();
        list.extend(record.people.iter().map(|person| &person.id).map(subject(SubjectKind::Person)));
        let organizations = list.len();
        list.extend(record.organizations.iter().map(|unit| &unit.id).map(subject(SubjectKind::Organization)));
        let mut meetings = Vec::with_capacity(record.meetings.len() + 1);
        for meeting in &record.meetings {
            meetings.push(list.len());
            list.push(Subject::new(SubjectKind::Meeting, &meeting.id));
            let topic = |id| Subject { meeting: Some(meeting.id.clone()), ..Subject::new(SubjectKind::Topic, id) };
            list.extend(meeting.topics.entries().unwrap_or_default().iter().map(|one| topic(&one.id)));
        }
        meetings.push(list.len());
        let problem_lists = list.len();
        list.extend(record.problem_lists.iter().map(|one| &one.id).map(subject(SubjectKind::ProblemList)));
        let assessments = list.len();
        list.extend(record.assessments.iter().map(|one| &one.id).map(subject(SubjectKind::Assessment)));
        let training_classes = list.len();
        list.extend(record.training_classes.iter().map(|class| &class.id).map(subject(SubjectKind::TrainingClass)));
        let terms = list.len();
        list.extend(record.terms.iter().map(|term| &term.id).map(subject(SubjectKind::Term)));
        Self { list, people, organizations, meetings, problem_lists, assessments, training_classes, terms }
    }

    pub(crate) fn number(&self, about: About) -> SubjectNumber {
        SubjectNumber::new(self.place(about))
    }

    fn place(&self, about: About) -> usize {
        let meeting = |at| self.meetings.get(at).copied().unwrap_or_default();
        match about {
            About::Committee => 0,
            About::Seat(at) => 1 + at,
            About::Person(at) => self.people + at,
            About::Organization(at) => self.organizations + at,
            About::Meeting(at) => meeting(at),
            About::Topic(at, topic) => meeting(at) + 1 + topic,
            About::ProblemList(at) => self.problem_lists + at,
            About::Assessment(at) => self.assessments + at,
            About::TrainingClass(at) => self.training_classes + at,
            About::Term(at) => self.terms + at,
        }
    }

    /// It, and all that is inside it.
    pub(crate) fn within(&self, about: About) -> Range<SubjectNumber> {
        let end = match about {
            About::Meeting(at) => self.place(About::Meeting(at + 1)),
            other => self.place(other) + 1,
        };
        self.number(about)..SubjectNumber::new(end)
    }

    pub(crate) fn get(&self, number: SubjectNumber) -> &Subject {
        self.list.get(number.0 as usize).unwrap_or(&Subject::COMMITTEE)
    }
}
