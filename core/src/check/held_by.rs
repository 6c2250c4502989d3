//! The seat is held by who may hold it: someone of a group, also of another seat, of no other, no relative.

use super::instance::Instance;
use super::kin::Relatives;
use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::SeatElsewhere;
use crate::report::{Fact, Judgement};
use crate::rulebook::{Excluded, HeldBy};
use crate::value::Id;

pub(super) fn judge(view: &View<'_>, rule: &HeldBy, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Person);
    let (person, day) = match (instance.person(), instance.day) {
        (Ok(person), Ok(day)) => (person, day),
        (Err(field), _) | (_, Err(field)) => {
            return Judgement::unknown(Reason::HeldByUnknown, path, alloc::vec![field]);
        }
    };
    let judgement = match rule {
        HeldBy::Group(group) => told(view.belongs(person, group, day), Reason::HeldByOther, path),
        HeldBy::Also(seats) => {
            told(view.holds_seat_beside(person, seats, day, Some(instance.at)), Reason::HeldByNotAlso, path)
        }
        HeldBy::NotAlso(rule) => excluded(view, rule, instance.at, (person, day), path),
        HeldBy::NotKin(rule) => match view.relative_among(rule, person, day) {
            Relatives::None => Judgement::new(Reason::HeldByMet, path),
            Relatives::Unknown(missing) => Judgement::unknown(Reason::HeldByUnknown, path, missing),
            Relatives::One { id, relation, seat } => {
                let judgement = Judgement::new(Reason::HeldByKin, path).related(Path::of(Key::Appointments).at(seat));
                judgement.id(Fact::Relative, id).word(Fact::Relation, relation.as_str())
            }
        },
    };
    match view.person(person) {
        Some(person) => judgement.id(Fact::Person, &person.id).day(Fact::On, day),
        None => judgement,
    }
}

fn told(truth: Truth, broken: Reason, path: Path) -> Judgement {
    match truth {
        Truth::True => Judgement::new(Reason::HeldByMet, path),
        Truth::False => Judgement::new(broken, path),
        Truth::Unknown(missing) => Judgement::unknown(Reason::HeldByUnknown, path, missing),
    }
}

/// Whether the holder has none of the seats that cannot go with this one. A seat that is there decides by itself.
fn excluded(view: &View<'_>, rule: &Excluded, own: usize, (person, day): (usize, Day), path: Path) -> Judgement {
    let is_excluded = |at: &usize| view.is_seat(*at, &rule.seats).is_true();
    let other = if rule.seats.is_empty() { None } else { view.held_beside(person, day, Some(own)).find(is_excluded) };
    if let Some(at) = other {
        let seat = view.record.appointments.get(at).and_then(|other| other.seat.get()).map_or("", |seat| seat.as_str());
        let judgement = Judgement::new(Reason::HeldByTwice, path).related(Path::of(Key::Appointments).at(at));
        return judgement.word(Fact::Seat, seat);
    }
    let entries = view.person(person).and_then(|person| person.seats_elsewhere.entries());
    let list = Path::of(Key::People).at(person).key(Key::SeatsElsewhere);
    let is_such = |(at, entry): (usize, &SeatElsewhere)| is_elsewhere(entry, &rule.elsewhere, day, list.at(at));
    let mut known = entries.unwrap_or_default().iter().enumerate();
    if let Some((at, entry)) = known.clone().find(|&entry| is_such(entry).is_true()) {
        let judgement = Judgement::new(Reason::HeldByElsewhere, path).related(list.at(at));
        return match entry.kind.given() {
            Some(kind) => judgement.id(Fact::Committee, kind),
            None => judgement,
        };
    }
    let elsewhere = match entries {
        _ if rule.elsewhere.is_empty() => Truth::False,
        None => Truth::missing(list),
        Some(_) => Truth::any(known.by_ref().map(is_such)),
    };
    let here =
        if rule.seats.is_empty() { Truth::False } else { view.holds_seat_beside(person, &rule.seats, day, Some(own)) };
    told(here.or(|| elsewhere).not(), Reason::HeldByTwice, path)
}

/// Whether a seat elsewhere is one in a committee of these kinds, and held on the day.
fn is_elsewhere(entry: &SeatElsewhere, kinds: &[Id], day: Day, path: Path) -> Truth {
    let is_of_kind = entry.kind.given().map(|kind| kinds.contains(kind));
    Truth::of(is_of_kind, path.key(Key::Kind)).and(|| match (entry.from.get(), entry.to.get()) {
        (_, Some(to)) if to < day => Truth::False,
        (from, _) => Truth::of(from.map(|from| from <= day), path.key(Key::From)),
    })
}
