//! The seat is held by someone of a group.

use super::instance::Instance;
use super::truth::Truth;
use super::view::View;
use crate::messages::Reason;
use crate::path::Key;
use crate::report::{Fact, Judgement};
use crate::rulebook::HeldBy;

pub(super) fn judge(view: &View<'_>, rule: &HeldBy, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Person);
    let truth = match (instance.person(), instance.day) {
        (Ok(person), Ok(day)) => view.belongs(person, &rule.group, day),
        (Err(field), _) | (_, Err(field)) => Truth::missing(field),
    };
    let judgement = match truth {
        Truth::True => Judgement::new(Reason::HeldByMet, path),
        Truth::False => Judgement::new(Reason::HeldByOther, path),
        Truth::Unknown(missing) => Judgement::unknown(Reason::HeldByUnknown, path, missing),
    };
    match (instance.person().ok().and_then(|at| view.person(at)), instance.day) {
        (Some(person), Ok(day)) => judgement.id(Fact::Person, &person.id).day(Fact::On, day),
        _ => judgement,
    }
}
