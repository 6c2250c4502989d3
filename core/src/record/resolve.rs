use alloc::vec::Vec;

use super::{Record, SCHEMA, Subject};
use crate::shape::{Part, Target};
use crate::value::{Id, Nullable, Ref};

/// Where every entry that can be referred to stands, by id.
#[derive(Debug, Default)]
pub struct Places {
    organizations: Index,
    people: Index,
    terms: Index,
    appointments: Index,
    meetings: Index,
}

/// Ids in order, each with its place in the list.
#[derive(Debug, Default)]
struct Index(Vec<(Id, u32)>);

impl Index {
    fn of<T: Part>(entries: &[T]) -> Self {
        let mut ids: Vec<_> =
            (0_u32..).zip(entries).filter_map(|(at, entry)| entry.id().map(|id| (id.clone(), at))).collect();
        ids.sort_unstable();
        Self(ids)
    }

    fn find(&self, id: &Id) -> Option<u32> {
        let found = self.0.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
        self.0.get(found).map(|&(_, at)| at)
    }
}

impl Places {
    fn of(record: &Record) -> Self {
        Self {
            organizations: Index::of(&record.organizations),
            people: Index::of(&record.people),
            terms: Index::of(&record.terms),
            appointments: Index::of(&record.appointments),
            meetings: Index::of(&record.meetings),
        }
    }

    /// The place of the entry with this id.
    pub(crate) fn find(&self, target: Target, id: &Id) -> Option<u32> {
        match target {
            Target::Organization => self.organizations.find(id),
            Target::Person => self.people.find(id),
            Target::Term => self.terms.find(id),
            Target::Appointment => self.appointments.find(id),
            Target::Meeting => self.meetings.find(id),
            // Topics are looked for in their own meeting alone, by `settle`.
            Target::Topic => Some(0),
            Target::Subject => [&self.organizations, &self.appointments, &self.people]
                .into_iter()
                .zip(0..)
                .find_map(|(index, list)| index.find(id).map(|at| at * 3 + list)),
        }
    }
}

impl Ref<Subject> {
    /// What the attestation is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        let at = self.at()?;
        Some(match at % 3 {
            0 => Subject::Organization(at / 3),
            1 => Subject::Appointment(at / 3),
            _ => Subject::Person(at / 3),
        })
    }
}

/// Makes every reference of the record lead to its entry. False if the record cannot stand as it is.
pub(crate) fn settle(record: &mut Record) -> bool {
    let places = Places::of(record);
    record.schema.as_str() == SCHEMA && record.settle(&places) && topics_are_known(record)
}

/// Whether the topics that notices name are topics of their own meeting.
fn topics_are_known(record: &Record) -> bool {
    record.meetings.iter().all(|meeting| {
        let Nullable::Given(notice) = &meeting.notice else { return true };
        let topics = meeting.topics.entries().unwrap_or_default();
        let named = notice.topics.entries().unwrap_or_default();
        named.iter().all(|name| topics.iter().any(|topic| topic.id == *name.id()))
    })
}
