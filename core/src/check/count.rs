//! How many of a group there are.

use alloc::vec::Vec;

use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Counted, Range};

pub(super) fn judge(view: &View<'_>, range: &Range) -> Judgement {
    let path = Path::of(Key::Appointments);
    let tally = match range.counted {
        Counted::Persons => view.count_persons(&range.of, view.on),
        Counted::Seats => view.count_seats(&range.of, view.on),
    };
    let is_complete = view.is_complete(BigList::Appointments, view.on);
    let at_least = range.at_least.get().map(crate::value::Count::get);
    let at_most = range.at_most.get().map(crate::value::Count::get);
    let judgement = if let Some(allowed) = at_most.filter(|&most| tally.surely > most) {
        Judgement::new(Reason::CountTooMany, path).number(Fact::Counted, tally.surely).number(Fact::Allowed, allowed)
    } else if !is_complete {
        let mut missing: Vec<Path> = tally.missing;
        missing.push(BigList::Appointments.completeness());
        Judgement::unknown(Reason::CountSoFar, path, missing).number(Fact::Counted, tally.surely)
    } else if let Some(required) = at_least.filter(|&least| tally.at_most < least) {
        Judgement::new(Reason::CountTooFew, path).number(Fact::Counted, tally.at_most).number(Fact::Required, required)
    } else if at_least.is_some_and(|least| tally.surely < least) || at_most.is_some_and(|most| tally.at_most > most) {
        Judgement::unknown(Reason::CountUnknown, path, tally.missing)
            .number(Fact::Counted, tally.surely)
            .number(Fact::AtMost, tally.at_most)
    } else {
        Judgement::new(Reason::CountMet, path).number(Fact::Counted, tally.surely)
    };
    bounds(judgement, at_least, at_most)
}

/// Both bounds stand among the facts, whichever was the one.
fn bounds(judgement: Judgement, at_least: Option<u32>, at_most: Option<u32>) -> Judgement {
    let mut judgement = judgement;
    if let (Some(least), None) = (at_least, judgement.details.facts.get(Fact::Required)) {
        judgement = judgement.number(Fact::Required, least);
    }
    if let (Some(most), None) = (at_most, judgement.details.facts.get(Fact::Allowed)) {
        judgement = judgement.number(Fact::Allowed, most);
    }
    judgement
}
