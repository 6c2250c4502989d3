use alloc::vec::Vec;

use smallvec::SmallVec;

use super::marks::Marks;
use super::truth::{Logic, Truth};
use super::view::{View, are_complete, unknown_before};
use crate::calendar::Day;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{OrganizationKind, Person, Post, Record};
use crate::value::Ref;

/// The units of a person on a day.
#[derive(Default)]
pub(super) struct Units {
    /// Those that surely are, as places in the list of organizations.
    pub(super) known: SmallVec<[usize; 8]>,
    /// Those that may be, each with what would tell.
    pub(super) unsure: Vec<(usize, Vec<Path>)>,
    /// What keeps yet others from being known.
    pub(super) missing: Vec<Path>,
}

impl Units {
    /// Leaves each of the organizations once, and none unsure that is known: of two posts in one organization one may be
    /// sure.
    pub(super) fn settle(&mut self, organizations: usize) {
        if self.known.len() < 2 && self.unsure.is_empty() {
            return;
        }
        let mut seen = Marks::none(organizations);
        self.known.retain(|at| seen.mark(*at));
        self.unsure.retain(|(at, _)| !seen.is_marked(*at));
        join(&mut self.unsure);
    }

    /// Whether this organization is one of them.
    pub(super) fn include(&self, organization: usize) -> Truth {
        if self.known.contains(&organization) {
            return Truth::True;
        }
        match self.unsure.iter().find(|(unsure, _)| *unsure == organization) {
            Some((_, missing)) => Truth::Unknown(missing.clone()),
            None if self.missing.is_empty() => Truth::False,
            None => Truth::Unknown(self.missing.clone()),
        }
    }

    /// Whether there is one.
    pub(super) fn exist(&self) -> Truth {
        if !self.known.is_empty() {
            return Truth::True;
        }
        let missing = self.all_missing();
        if missing.is_empty() { Truth::False } else { Truth::Unknown(missing) }
    }

    /// Everything that keeps them from being known.
    pub(super) fn all_missing(&self) -> Vec<Path> {
        self.unsure.iter().flat_map(|(_, missing)| missing).chain(&self.missing).copied().collect()
    }
}

/// Puts what would tell of the same place together, and the places in order.
pub(super) fn join(unsure: &mut Vec<(usize, Vec<Path>)>) {
    sort(unsure, |&(at, _)| [at as u64, 0]);
    unsure.dedup_by(|(at, more), (kept, missing)| {
        let is_same = at == kept;
        if is_same {
            missing.append(more);
        }
        is_same
    });
}

/// What a member may come from.
const UNITS: &[OrganizationKind] =
    &[OrganizationKind::Unit, OrganizationKind::PropertyCompany, OrganizationKind::OwnersCommittee];

/// In which units a person was, and when.
#[derive(Clone)]
pub(super) enum Stays {
    /// Every post says where and since when: nothing is missing but what was before the earliest.
    Known { complete_from: Option<Day>, stays: SmallVec<[Stay; 2]> },
    /// Something is missing, or all is: what that is must be looked for.
    Vague,
}

/// A post in a unit.
#[derive(Clone)]
pub(super) struct Stay {
    unit: usize,
    from: Day,
    to: Option<Day>,
}

impl Stays {
    pub(super) fn of(record: &Record, person: &Person) -> Self {
        let Some(posts) = person.posts.entries() else { return Self::Vague };
        let (mut complete_from, mut stays) = (None, SmallVec::new());
        for post in posts {
            let (Some(unit), Some(from)) = (post.organization.given().and_then(Ref::at), post.from.get()) else {
                return Self::Vague;
            };
            complete_from = Some(complete_from.map_or(from, |earliest: Day| earliest.min(from)));
            match record.organizations.get(unit).map(|unit| (unit.kind.get(), unit.in_area.get())) {
                None | Some((_, Some(false))) => {}
                Some((None, _)) => return Self::Vague,
                Some((Some(kind), _)) if UNITS.contains(&kind) => stays.push(Stay { unit, from, to: post.to.get() }),
                Some(_) => {}
            }
        }
        Self::Known { complete_from, stays }
    }
}

impl View<'_> {
    /// The units of a person on a day: organizations of the kinds above, not outside the area, in which the person
    /// holds a post.
    pub(super) fn units_on(&self, person: usize, day: Day) -> Units {
        self.units_between(person, day, day)
    }

    /// The units of a person on any day from the first through the last.
    pub(super) fn units_between(&self, person: usize, first: Day, last: Day) -> Units {
        let mut units = Units::default();
        self.add_units_between(person, first, last, &mut units);
        units.settle(self.record.organizations.len());
        units
    }

    /// Adds the units of a person on those days to others, which are still to be settled.
    pub(super) fn add_units_between(&self, person: usize, first: Day, last: Day, units: &mut Units) {
        let Some(Stays::Known { complete_from, stays }) = self.stays_of(person) else {
            self.add_units(person, UNITS, first, last, units);
            return;
        };
        let held = |stay: &&Stay| stay.from <= last && stay.to.is_none_or(|to| first <= to);
        for stay in stays.iter().filter(held) {
            units.known.push(stay.unit);
        }
        if complete_from.is_some_and(|from| first < from) {
            units.missing.push(Path::of(Key::People).at(person).key(Key::Posts));
        }
    }

    fn stays_of(&self, person: usize) -> Option<&Stays> {
        let (stays, person) = (self.stays.get(person)?, self.person(person)?);
        Some(stays.get_or_init(|| Stays::of(self.record, person)))
    }

    /// The person's organizations of kind `unit` on a day.
    pub(super) fn own_units_on(&self, person: usize, day: Day) -> Units {
        let mut units = Units::default();
        self.add_units(person, &[OrganizationKind::Unit], day, day, &mut units);
        units.settle(self.record.organizations.len());
        units
    }

    fn add_units(&self, person: usize, kinds: &[OrganizationKind], first: Day, last: Day, units: &mut Units) {
        let held = |post: &Post, path: Path| match post.from.get() {
            _ if post.to.get().is_some_and(|to| to < first) => Truth::False,
            None => Truth::missing(path.key(Key::From)),
            Some(from) => Truth::from(from <= last),
        };
        let path = || Path::of(Key::People).at(person).key(Key::Posts);
        let Some(posts) = self.person(person).and_then(|person| person.posts.entries()) else {
            units.missing.push(path());
            return;
        };
        for (index, post) in posts.iter().enumerate() {
            let path = || path().at(index);
            let Some(at) = post.organization.given().and_then(Ref::at) else {
                if let Truth::Unknown(_) | Truth::True = held(post, path()) {
                    units.missing.push(path().key(Key::Organization));
                }
                continue;
            };
            match self.is_unit(at, kinds).and(|| held(post, path())) {
                Truth::True => units.known.push(at),
                Truth::False => {}
                Truth::Unknown(missing) => units.unsure.push((at, missing)),
            }
        }
        if !are_complete(posts, first) {
            units.missing.extend(unknown_before(posts, path()));
        }
    }

    fn is_unit(&self, at: usize, kinds: &[OrganizationKind]) -> Truth {
        let Some(organization) = self.organization(at) else { return Truth::False };
        if organization.in_area.get() == Some(false) {
            return Truth::False;
        }
        let kind = organization.kind.get().map(|kind| kinds.contains(&kind));
        Truth::of(kind, Path::of(Key::Organizations).at(at).key(Key::Kind))
    }
}
