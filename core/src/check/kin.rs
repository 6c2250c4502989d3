//! Who is a relative of whom.

use alloc::vec::Vec;

use super::truth::Truth;
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::path::{Key, Path};
use crate::record::{Kin, Relation};
use crate::rulebook::Kinship;
use crate::value::{Id, Ref};

/// Whether a relative holds one of certain seats.
pub(super) enum Relatives<'a> {
    None,
    /// This one does, and is that to the person; with the place of the seat.
    One {
        id: &'a Id,
        relation: Relation,
        seat: usize,
    },
    Unknown(Vec<Path>),
}

/// What the record says of two people.
enum Tie {
    Related(Relation),
    Not,
    Unknown(Vec<Path>),
}

impl<'a> View<'a> {
    /// Whether someone who holds such a seat on the day is a relative of this person.
    pub(super) fn relative_among(&self, rule: &Kinship, person: usize, day: Day) -> Relatives<'a> {
        let mut missing = Vec::new();
        for (seat, appointment) in self.held_on(day) {
            let other = appointment.person.given().and_then(Ref::at);
            if other == Some(person) {
                continue;
            }
            let is_such = self.selects(&rule.of, seat, appointment, day);
            let tie = match (&is_such, other) {
                (Truth::False, _) => Tie::Not,
                (_, None) => Tie::Unknown(alloc::vec![Path::of(Key::Appointments).at(seat).key(Key::Person)]),
                (_, Some(other)) => self.tie(person, other, &rule.relations),
            };
            match (tie, is_such, other.and_then(|other| self.person(other))) {
                (Tie::Related(relation), Truth::True, Some(other)) => {
                    return Relatives::One { id: &other.id, relation, seat };
                }
                (Tie::Not, ..) => {}
                (Tie::Related(_), is_such, _) => missing.extend(is_such.missing_fields()),
                (Tie::Unknown(fields), is_such, _) => {
                    missing.extend(is_such.missing_fields());
                    missing.extend(fields);
                }
            }
        }
        if !self.is_complete(BigList::Appointments, day) {
            missing.push(BigList::Appointments.completeness());
        }
        if missing.is_empty() { Relatives::None } else { Relatives::Unknown(missing) }
    }

    /// What `other` is to `person`, if that is one of these relations; any, if none are named. It is told once, with
    /// either of the two, so that only both lists together say that there is nothing.
    fn tie(&self, person: usize, other: usize, relations: &[Relation]) -> Tie {
        let mut missing = Vec::new();
        for (own, named, is_inverse) in [(person, other, false), (other, person, true)] {
            let path = Path::of(Key::People).at(own).key(Key::Kin);
            let Some(entries) = self.person(own).and_then(|person| person.kin.entries()) else {
                missing.push(path);
                continue;
            };
            let seen = |relation: Relation| if is_inverse { relation.inverse() } else { relation };
            let is_asked = |relation: Option<Relation>| {
                relations.is_empty() || relation.is_none_or(|relation| relations.contains(&seen(relation)))
            };
            let names = |kin: &Kin| kin.person.given().is_none_or(|person| person.at() == Some(named));
            for (at, kin) in entries.iter().enumerate().filter(|(_, kin)| names(kin) && is_asked(kin.relation.get())) {
                match (kin.person.given(), kin.relation.get()) {
                    (Some(_), Some(relation)) => return Tie::Related(seen(relation)),
                    (None, _) => missing.push(path.at(at).key(Key::Person)),
                    (Some(_), None) => missing.push(path.at(at).key(Key::Relation)),
                }
            }
        }
        if missing.is_empty() { Tie::Not } else { Tie::Unknown(missing) }
    }
}
