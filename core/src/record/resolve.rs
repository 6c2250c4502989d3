use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Record, SCHEMA, Subject};
use crate::read;
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

/// An id with its mark before it and its place in the list behind it.
type Placed = (u64, Id, u32);

/// Ids in the order of their marks.
fn sorted(ids: &mut dyn Iterator<Item = Option<&Id>>) -> Vec<Placed> {
    let mut sorted: Vec<Placed> = Vec::with_capacity(ids.size_hint().0);
    sorted.extend((0_u32..).zip(ids).filter_map(|(at, id)| id.map(|id| (id.mark(), id.clone(), at))));
    sorted.sort_unstable();
    sorted
}

/// Whether no id stands twice.
pub(crate) fn are_distinct<'i>(mut ids: impl Iterator<Item = Option<&'i Id>> + Clone) -> bool {
    let mut marks: Vec<u64> = Vec::with_capacity(ids.size_hint().0);
    marks.extend(ids.clone().flatten().map(Id::mark));
    marks.sort_unstable();
    // Ids whose marks differ do too.
    marks.windows(2).all(|pair| matches!(pair, [a, b] if a != b))
        || sorted(&mut ids).windows(2).all(|pair| !matches!(pair, [a, b] if a.1 == b.1))
}

/// Ids in the order of their marks, found by them.
#[derive(Debug, Default)]
struct Index {
    ids: Vec<Placed>,
    /// Where in `ids` those begin whose marks have the same first bits, and where the last of them end.
    starts: Vec<u32>,
    /// How many bits follow the first bits.
    shift: u32,
}

impl Index {
    fn of<T: Part>(entries: &[T]) -> Self {
        Self::from(sorted(&mut entries.iter().map(Part::id)))
    }

    fn from(ids: Vec<Placed>) -> Self {
        // About one id for each start: an id is found at once. Were all marks alike, it would be found by halving.
        let bits = (ids.len().max(1).ilog2() + 1).min(16);
        let shift = u64::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        let mut marks = ids.iter().map(|(mark, ..)| mark >> shift).peekable();
        let mut passed = 0;
        for first in 0..=1 << bits {
            while marks.next_if(|&mark| mark < first).is_some() {
                passed += 1;
            }
            starts.push(passed);
        }
        Self { ids, starts, shift }
    }

    fn find(&self, id: &Id) -> Option<u32> {
        let mark = id.mark();
        let first = usize::try_from(mark.checked_shr(self.shift)?).ok()?;
        let (from, to) = (*self.starts.get(first)?, *self.starts.get(first + 1)?);
        let like = self.ids.get(from as usize..to as usize)?;
        if let Some((_, name, at)) = like.first()
            && name == id
        {
            return Some(*at);
        }
        let found = like.binary_search_by(|(other, name, _)| other.cmp(&mark).then_with(|| name.cmp(id))).ok()?;
        like.get(found).map(|&(.., at)| at)
    }
}

impl Places {
    pub(crate) fn of(record: &Record) -> Self {
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

/// Reads an entry of a list or the committee again, or one field in it, from the JSON text of that, and makes the
/// references of the entry lead to theirs. False if that alone is not enough: then the record is to be read as a whole.
pub(crate) fn put(record: &mut Record, entry: &[Box<str>], inside: &[Box<str>], text: &str, places: &Places) -> bool {
    let Some(part) = go(record, entry) else { return false };
    let is_read = match inside.split_last() {
        Some((name, way)) => go(part, way).is_some_and(|part| read::again(part, Some(name), text)),
        None => read::again(part, None, text),
    };
    is_read && go(record, entry).is_some_and(|part| part.settle(places)) && topics_are_known(record)
}

fn go<'p>(part: &'p mut dyn Part, way: &[Box<str>]) -> Option<&'p mut dyn Part> {
    way.iter().try_fold(part, |part, token| part.inner(token))
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
