//! Who may put an item, and how long before the meeting.

use alloc::vec;
use alloc::vec::Vec;

use super::instance::{Instance, Matter};
use super::period;
use super::truth::{Logic, Truth};
use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::Key;
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{HandedIn, Interval, Landmark, Moment, Proposal, SeatSelector};
use crate::value::{Maybe, Ref};

pub(super) fn judge(view: &View<'_>, rule: &Proposal, instance: &Instance<'_>) -> Judgement {
    let by_whom = judge_proposers(view, rule, instance);
    let Maybe::Given(HandedIn { at_least, at_most, counting }) = &rule.handed_in else { return by_whom };
    let [from, to] = [Landmark::HandedIn, Landmark::Meeting].map(Moment::Day);
    let (at_least, at_most, counting) = (*at_least, *at_most, counting.clone());
    let time = Interval { procedure: Maybe::Absent, from, to, at_least, at_most, counting };
    let in_time = period::judge(view, &time, instance, None);
    // What is broken decides, then what is not known.
    let weight = |judgement: &Judgement| match judgement.outcome() {
        Outcome::Broken => 0,
        Outcome::Unknown => 1,
        _ => 2,
    };
    if weight(&in_time) < weight(&by_whom) { in_time } else { by_whom }
}

fn judge_proposers(view: &View<'_>, rule: &Proposal, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::ProposedBy);
    let Matter::Topic(topic, _) = instance.matter else { return Judgement::new(Reason::NothingToJudge, path) };
    let Some(proposers) = topic.proposed_by.entries() else {
        return Judgement::unknown(Reason::ProposalUnknown, path, vec![path]);
    };
    let day = match instance.day {
        Ok(day) => day,
        Err(field) => return Judgement::unknown(Reason::ProposalUnknown, path, vec![field]),
    };
    let seat = rule.seats.first().map_or("", |seat| seat.as_str());
    let by_seat = Truth::any(proposers.iter().filter_map(Ref::at).map(|at| view.holds_seat(at, &rule.seats, day)));
    if by_seat.is_true() {
        return Judgement::new(Reason::ProposalBySeat, path).word(Fact::Seat, seat);
    }
    let any = SeatSelector::default();
    let members = view.count_persons(&any, day);
    let together = view.count_members(proposers, &any, day);
    let is_complete = view.is_complete(BigList::Appointments, day);
    let facts = |judgement: Judgement| {
        judgement
            .number(Fact::Counted, together.surely)
            .number(Fact::Among, members.surely)
            .number(Fact::Required, rule.or_share.fewest(members.surely).max(1))
            .share(rule.or_share)
            .word(Fact::Seat, seat)
    };
    // Nobody together is no share of anything.
    if is_complete && together.surely > 0 && rule.or_share.is_reached(together.surely, members.at_most) {
        return facts(Judgement::new(Reason::ProposalByShare, path));
    }
    let can_be = together.at_most > 0 && rule.or_share.is_reached(together.at_most, members.surely);
    if !can_be && by_seat == Truth::False {
        return facts(Judgement::new(Reason::ProposalTooFew, path));
    }
    let mut missing: Vec<_> = by_seat.missing_fields().to_vec();
    if can_be {
        missing.extend(together.missing.iter().chain(&members.missing).copied());
        if !is_complete {
            missing.push(BigList::Appointments.completeness());
        }
    }
    Judgement::unknown(Reason::ProposalUnknown, path, missing)
}
