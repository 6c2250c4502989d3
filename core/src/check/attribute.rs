//! What is judged has an attribute.

use super::instance::{Instance, Matter};
use super::view::View;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Audience, Topic};
use crate::report::{Fact, Judgement};
use crate::rulebook::Attribute;
use crate::value::{Maybe, Nullable};

pub(super) fn judge(_: &View<'_>, attribute: &Attribute, instance: &Instance<'_>) -> Judgement {
    let at = |key| instance.path.key(key);
    match (attribute, instance.matter) {
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
