//! Who belongs to a group on a day, and which organizations are meant.
//!
//! Most questions have an answer. So each is asked first without noting what is missing, and once more for that only
//! if it cannot be answered.

use super::truth::{Known, Logic, Truth};
use super::view::{View, are_complete, unknown_before};
use crate::calendar::{Day, DayOrMonth};
use crate::path::{Key, Path};
use crate::record::{Organization, Post};
use crate::rulebook::{Above, Group, OrganizationSelector, PostSelector, Role, Years};
use crate::value::{Maybe, Nullable, Ref, Whole};

impl View<'_> {
    /// Whether a person belongs to a group on a day.
    pub(super) fn belongs(&self, person: usize, group: &Group, day: Day) -> Truth {
        match self.is_of(person, group, day) {
            Known::True => Truth::True,
            Known::False => Truth::False,
            Known::Unknown => self.is_of(person, group, day),
        }
    }

    /// Whether an organization is such a one.
    pub(super) fn is_organization(&self, at: usize, wanted: &OrganizationSelector) -> Truth {
        self.is_such(at, wanted)
    }

    /// Whether an organization has this part in the committee's life.
    pub(super) fn is_role(&self, at: usize, role: Role) -> Truth {
        self.plays(at, role)
    }

    fn is_of<L: Logic>(&self, person: usize, group: &Group, day: Day) -> L {
        match group {
            Group::All(groups) => L::all(groups.iter().map(|group| self.is_of(person, group, day))),
            Group::Any(groups) => L::any(groups.iter().map(|group| self.is_of(person, group, day))),
            Group::Not(group) => self.is_of::<L>(person, group, day).not(),
            Group::Post(selector) => self.has_post(person, selector, day),
            Group::PartyMember(wanted) => {
                let known = self.person(person).and_then(|person| person.party_member.get());
                L::known(known.map(|known| known == *wanted), || Path::of(Key::People).at(person).key(Key::PartyMember))
            }
            Group::PartyYears(years) => {
                let path = Path::of(Key::People).at(person).key(Key::PartySince);
                let Some(person) = self.person(person) else { return L::from(false) };
                let is_none = person.party_member.get() == Some(false);
                if is_none { L::from(false) } else { is_within(person.party_since, years, day, path) }
            }
            Group::Age(years) => {
                let path = Path::of(Key::People).at(person).key(Key::Born);
                is_within(self.person(person).map_or(Maybe::Absent, |person| person.born), years, day, path)
            }
            Group::Education(schooling) => {
                let known = self.person(person).and_then(|person| person.education.get());
                let is_such = |education| {
                    schooling.at_least.get().is_none_or(|least| education >= least)
                        && schooling.at_most.get().is_none_or(|most| education <= most)
                };
                L::known(known.map(is_such), || Path::of(Key::People).at(person).key(Key::Education))
            }
            Group::Resident(wanted) => {
                let known = self.person(person).and_then(|person| person.resident.get());
                L::known(known.map(|known| known == *wanted), || Path::of(Key::People).at(person).key(Key::Resident))
            }
            Group::Flag(flag) => {
                let flags = self.person(person).and_then(|person| person.flags.entries());
                L::known(flags.map(|flags| flags.contains(flag)), || Path::of(Key::People).at(person).key(Key::Flags))
            }
            // Loading a rulebook puts the definition in the place of its name.
            Group::Named(_) => L::from(false),
        }
    }

    fn has_post<L: Logic>(&self, at: usize, selector: &PostSelector, day: Day) -> L {
        let path = || Path::of(Key::People).at(at).key(Key::Posts);
        let Some(posts) = self.person(at).and_then(|person| person.posts.entries()) else {
            return L::lacking(path);
        };
        let held = L::any(posts.iter().enumerate().map(|(index, post)| {
            let path = || path().at(index);
            is_word::<L>(selector, post, path)
                .and(|| held_on(post, day, path))
                .and(|| selector.organization.given().map_or(L::from(true), |wanted| self.is_at(post, wanted, path)))
        }));
        held.or(|| {
            if are_complete(posts, day) { L::from(false) } else { L::lacking_all(|| unknown_before(posts, path())) }
        })
    }

    fn is_at<L: Logic>(&self, post: &Post, wanted: &OrganizationSelector, path: impl Fn() -> Path) -> L {
        match post.organization.given().and_then(Ref::at) {
            Some(at) => self.is_such(at, wanted),
            None => L::lacking(|| path().key(Key::Organization)),
        }
    }

    fn is_such<L: Logic>(&self, at: usize, wanted: &OrganizationSelector) -> L {
        let Some(organization) = self.organization(at) else { return L::from(false) };
        let path = |key| Path::of(Key::Organizations).at(at).key(key);
        let kind = match wanted.kind.as_slice() {
            [] => L::from(true),
            kinds => L::known(organization.kind.get().map(|kind| kinds.contains(&kind)), || path(Key::Kind)),
        };
        kind.and(|| match (organization.sector, wanted.sector.as_slice()) {
            (_, []) => L::from(true),
            (Nullable::Null, _) => L::from(false),
            (sector, sectors) => L::known(sector.get().map(|sector| sectors.contains(&sector)), || path(Key::Sector)),
        })
        .and(|| match wanted.in_area {
            Maybe::Absent => L::from(true),
            Maybe::Given(wanted) => {
                L::known(organization.in_area.get().map(|known| known == wanted), || path(Key::InArea))
            }
        })
        .and(|| match wanted.level.as_slice() {
            [] => L::from(true),
            levels => L::known(organization.level.get().map(|level| levels.contains(&level)), || path(Key::Level)),
        })
        .and(|| wanted.above.given().map_or(L::from(true), |above| self.is_above(at, above)))
        .and(|| wanted.role.get().map_or(L::from(true), |role| self.plays(at, role)))
    }

    /// Whether an organization stands so many levels above the one with a part in the committee's life.
    fn is_above<L: Logic>(&self, at: usize, above: &Above) -> L {
        let Some(part) = self.parts.get(above.role as usize) else { return L::from(false) };
        let mut below = match part.holder {
            Ok(holder) => holder,
            Err(missing) => return L::lacking(|| missing),
        };
        for _ in 0..above.levels.get().map_or(1, Whole::get) {
            match self.organization(below).map(|organization| &organization.superior) {
                Some(Nullable::Given(superior)) => match superior.at() {
                    Some(superior) => below = superior,
                    None => return L::from(false),
                },
                Some(Nullable::Absent) => {
                    return L::lacking(|| Path::of(Key::Organizations).at(below).key(Key::Superior));
                }
                Some(Nullable::Null) | None => return L::from(false),
            }
        }
        L::from(below == at)
    }

    fn plays<L: Logic>(&self, at: usize, role: Role) -> L {
        let Some(part) = self.parts.get(role as usize) else { return L::from(false) };
        match part.holder {
            Ok(holder) => L::from(holder == at),
            // Not named, it can only be one of that kind, if the record has any.
            Err(missing) => {
                let is_of_kind = |other: &Organization| other.kind.get().is_none_or(|kind| kind == part.kind);
                let may_be = self.organization(at).is_some_and(is_of_kind);
                if may_be || !part.there_are { L::lacking(|| missing) } else { L::from(false) }
            }
        }
    }
}

fn is_word<L: Logic>(selector: &PostSelector, post: &Post, path: impl Fn() -> Path) -> L {
    if selector.post.is_empty() && selector.except.is_empty() {
        return L::from(true);
    }
    let fits = |post| (selector.post.is_empty() || selector.post.contains(&post)) && !selector.except.contains(&post);
    L::known(post.post.get().map(fits), || path().key(Key::Post))
}

/// Whether the whole years since then lie within bounds on a day. Of a month it is not known on which day they are whole.
fn is_within<L: Logic>(since: Maybe<DayOrMonth>, bounds: &Years, day: Day, path: Path) -> L {
    let is_such = |years: Option<u32>| {
        years.is_some_and(|years| {
            bounds.at_least.get().is_none_or(|least| years >= least.get())
                && bounds.at_most.get().is_none_or(|most| years <= most.get())
        })
    };
    match since.get().map(|since| since.years_on(day).map(is_such)) {
        Some([one, other]) if one == other => L::from(one),
        _ => L::lacking(|| path),
    }
}

/// Whether a post is held on a day.
fn held_on<L: Logic>(post: &Post, day: Day, path: impl Fn() -> Path) -> L {
    match (post.from.get(), post.to.get()) {
        (_, Some(to)) if to < day => L::from(false),
        (Some(from), _) => L::from(from <= day),
        (None, _) => L::lacking(|| path().key(Key::From)),
    }
}
