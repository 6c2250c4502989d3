//! What is judged has an attribute.

use super::instance::{Instance, Matter};
use super::truth::Truth;
use super::view::View;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Audience, Topic};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Attribute, Group};
use crate::value::{Maybe, Nullable};

pub(super) fn judge(view: &View<'_>, attribute: &Attribute, instance: &Instance<'_>) -> Judgement {
    let at = |key| instance.path.key(key);
    match (attribute, instance.matter) {
        (Attribute::Person(group), Matter::Seat(_)) => of_person(view, group, instance),
        (Attribute::AffiliationMoved(wanted), Matter::Seat(seat)) => {
            flag(seat.affiliation_moved, *wanted, at(Key::AffiliationMoved))
        }
        (Attribute::Employed(wanted), Matter::Seat(seat)) => flag(seat.employed, *wanted, at(Key::Employed)),
        (Attribute::Volunteer(wanted), Matter::Seat(seat)) => flag(seat.volunteer, *wanted, at(Key::Volunteer)),
        (Attribute::Linked(wanted), Matter::Seat(seat)) => {
            there(seat.links.entries().map(|links| !links.is_empty()), *wanted, at(Key::Links))
        }
        (Attribute::OpinionsSought(wanted), Matter::Topic(topic, _)) => {
            flag(topic.opinions_sought, *wanted, at(Key::OpinionsSought))
        }
        (Attribute::Consulted(audiences), Matter::Topic(topic, _)) => consulted(topic, audiences, at(Key::Consulted)),
        (Attribute::DeadlineSet(wanted), Matter::ProblemList(list)) => {
            let known = match list.deadline {
                Nullable::Absent => None,
                Nullable::Null => Some(false),
                Nullable::Given(_) => Some(true),
            };
            there(known, *wanted, at(Key::Deadline))
        }
        // Loading a rulebook refuses attributes of anything else.
        _ => Judgement::new(Reason::NothingToJudge, instance.path),
    }
}

/// What is known of the holder. How many years were counted is told where only years are asked for.
fn of_person(view: &View<'_>, group: &Group, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Person);
    let (at, day) = match (instance.person(), instance.day) {
        (Ok(person), Ok(day)) => (person, day),
        (Err(field), _) | (_, Err(field)) => {
            return Judgement::unknown(Reason::AttributeUnknown, path, alloc::vec![field]);
        }
    };
    let Some(person) = view.person(at) else { return Judgement::new(Reason::NothingToJudge, path) };
    let counted = match group {
        Group::Age(bounds) => Some((bounds, person.born)),
        Group::PartyYears(bounds) if person.party_member.get() != Some(false) => Some((bounds, person.party_since)),
        _ => None,
    };
    // Both ends of a month come to the same number, or only the verdict is known.
    let years = counted.and_then(|(bounds, since)| match since.get()?.years_on(day) {
        [Some(least), Some(most)] if least == most => Some((bounds, least)),
        _ => None,
    });
    let judgement = match (view.belongs(at, group, day), years) {
        (Truth::True, _) => Judgement::new(Reason::AttributeMet, path),
        (Truth::False, Some(_)) => Judgement::new(Reason::AttributeYears, path),
        (Truth::False, None) => Judgement::new(Reason::AttributeOther, path),
        (Truth::Unknown(missing), _) => return Judgement::unknown(Reason::AttributeUnknown, path, missing),
    };
    let judgement = judgement.id(Fact::Person, &person.id).day(Fact::On, day);
    let Some((bounds, years)) = years else { return judgement };
    let bounds = [(Fact::Required, bounds.at_least), (Fact::Allowed, bounds.at_most)];
    let bounds = bounds.into_iter().filter_map(|(fact, bound)| Some((fact, bound.get()?.get())));
    bounds.fold(judgement.number(Fact::Years, years), |judgement, (fact, bound)| judgement.number(fact, bound))
}

fn flag(value: Maybe<bool>, wanted: bool, path: Path) -> Judgement {
    let Some(found) = value.get() else {
        return Judgement::unknown(Reason::AttributeUnknown, path, alloc::vec![path]);
    };
    let reason = if found == wanted { Reason::AttributeMet } else { Reason::AttributeBroken };
    Judgement::new(reason, path).flag(Fact::Found, found)
}

fn there(known: Option<bool>, wanted: bool, path: Path) -> Judgement {
    match known {
        Some(known) if known == wanted => Judgement::new(Reason::AttributeMet, path),
        Some(_) => Judgement::new(Reason::AttributeNone, path),
        None => Judgement::unknown(Reason::AttributeUnknown, path, alloc::vec![path]),
    }
}

fn consulted(topic: &Topic, audiences: &[Audience], path: Path) -> Judgement {
    let Some(there) = topic.consulted.entries() else {
        return Judgement::unknown(Reason::AttributeUnknown, path, alloc::vec![path]);
    };
    let lacking = audiences.iter().find(|audience| !there.contains(audience));
    lacking.map_or_else(
        || Judgement::new(Reason::AttributeMet, path),
        |audience| Judgement::new(Reason::AttributeLacks, path).word(Fact::Audience, audience.as_str()),
    )
}
