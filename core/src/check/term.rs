//! The committee's term of office: how long it lasts, that it ends with another's, that its end is reported beforehand,
//! that seats last as long.

use alloc::vec;
use alloc::vec::Vec;

use super::counting::Stretch;
use super::instance::{Instance, Matter};
use super::period::Told;
use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::{Day, Length};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Appointment, Term};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Counting, Role, TermLength, TermNotice, TermRule};
use crate::value::{Maybe, Nullable, Ref, Whole};

pub(super) fn judge(view: &View<'_>, rule: &TermRule, instance: &Instance<'_>) -> Judgement {
    match (rule, instance.matter) {
        (TermRule::RestOfTerm(_), Matter::Seat(seat)) => judge_seat(view, seat, instance.at),
        (_, Matter::Term(term)) if was_cut_short(view, term) => {
            Judgement::new(Reason::CommitteeNotStanding, instance.path)
        }
        (TermRule::Length(rule), Matter::Term(term)) => judge_length(view, rule, term, instance),
        (TermRule::SameAs(role), Matter::Term(term)) => judge_same(view, *role, term, instance),
        (TermRule::NoticeBefore(rule), Matter::Term(term)) => judge_notice(view, rule, term, instance.path),
        // Loading a rulebook sees to the scope.
        _ => Judgement::new(Reason::NothingToJudge, instance.path),
    }
}

/// Whether the committee itself ended before its term did, or with it.
fn was_cut_short(view: &View<'_>, term: &Term) -> bool {
    let last = view.record.committee.dissolved.get().filter(|&last| last < view.on);
    last.is_some_and(|last| term.to.get().is_none_or(|to| last <= to))
}

/// The last day of a term by one of its bounds.
#[derive(Clone, Copy)]
struct Bound {
    /// As the bound has it.
    usual: Day,
    /// With what it may differ by.
    utmost: Day,
}

/// The bounds of a term that begins on a day: it ends not before the first of them and not after the second.
fn bounds(view: &View<'_>, rule: &TermLength, first: Day) -> Result<[Option<Bound>; 2], Path> {
    let with_first = Maybe::Given(Counting { first_day_counts: true, ..Counting::usual() });
    let counting = if rule.counting == Maybe::Absent { &with_first } else { &rule.counting };
    let last = |months: u32| match Whole::new(months.min(1200)) {
        Some(months) => Stretch::new(view, first, &Length::Months(months), counting).last(),
        // As early as it can be.
        None => Ok(first),
    };
    let months = |length: &Maybe<Length>| length.given().map_or(0, Length::months);
    let bound = |length: &Maybe<Length>, utmost: u32| match length {
        Maybe::Given(length) => Ok(Some(Bound { usual: last(length.months())?, utmost: last(utmost)? })),
        Maybe::Absent => Ok(None),
    };
    Ok([
        bound(&rule.at_least, months(&rule.at_least).saturating_sub(months(&rule.early)))?,
        bound(&rule.at_most, months(&rule.at_most).saturating_add(months(&rule.late)))?,
    ])
}

fn judge_length(view: &View<'_>, rule: &TermLength, term: &Term, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::To);
    let unknown = |missing| Judgement::unknown(Reason::TermUnknown, path, missing);
    let first = match instance.day {
        Ok(first) => first,
        Err(field) => return unknown(vec![field]),
    };
    let [shortest, longest] = match bounds(view, rule, first) {
        Ok(bounds) => bounds,
        Err(field) => return unknown(vec![field]),
    };
    let judgement = |reason| Judgement::new(reason, path).related(instance.path.key(Key::From));
    let outside = |reason, fact, length: &Maybe<Length>, against| {
        let judgement = judgement(reason).day(Fact::Against, against);
        let Maybe::Given(length) = length else { return judgement };
        judgement.number(fact, length.number()).word(Fact::Unit, length.key())
    };
    let running = |due| judgement(Reason::TermRunning).due(due);
    let differs = |on: Day, usual: Day, until: Day| match approved(view, rule, term, instance.path) {
        Truth::True if view.on <= until => running(until),
        Truth::True if rule.approved_by == Maybe::Absent => judgement(Reason::TermMet).day(Fact::On, on),
        approved => {
            let reason = match approved {
                Truth::True => Reason::TermApproved,
                // There is time for it.
                _ if view.on <= on.min(usual) => Reason::TermApprovalDue,
                Truth::False => Reason::TermNotApproved,
                Truth::Unknown(missing) => return unknown(missing),
            };
            let judgement = judgement(reason).related(instance.path.key(Key::Approval));
            let judgement = judgement.day(Fact::On, on).day(Fact::Against, usual);
            if reason == Reason::TermApprovalDue { judgement.due(on.min(usual)) } else { judgement }
        }
    };
    match (term.to.get(), shortest, longest) {
        (Some(to), Some(bound), _) if to < bound.utmost => {
            outside(Reason::TermTooShort, Fact::Required, &rule.at_least, bound.utmost).day(Fact::On, to)
        }
        (Some(to), _, Some(bound)) if to > bound.utmost => {
            outside(Reason::TermTooLong, Fact::Allowed, &rule.at_most, bound.utmost).day(Fact::On, to)
        }
        (Some(to), Some(Bound { usual, .. }), _) if to < usual => differs(to, usual, to),
        (Some(to), _, Some(Bound { usual, .. })) if to > usual => differs(to, usual, to),
        (Some(to), ..) if view.on <= to => running(to),
        (Some(to), ..) => judgement(Reason::TermMet).day(Fact::On, to),
        // It has ended, for another has begun: nobody knows when.
        (None, ..) if has_successor(view, first) => unknown(vec![path]),
        (None, _, Some(bound)) if view.on <= bound.usual => running(bound.usual),
        (None, _, Some(bound)) if view.on > bound.utmost => {
            outside(Reason::TermOverdue, Fact::Allowed, &rule.at_most, bound.utmost)
        }
        (None, _, Some(bound)) => differs(view.on, bound.usual, bound.utmost),
        (None, Some(bound), None) if view.on <= bound.usual => running(bound.usual),
        (None, _, None) => judgement(Reason::TermMet).day(Fact::On, view.on),
    }
}

/// Whether a term has begun after the one that begins on a day.
fn has_successor(view: &View<'_>, first: Day) -> bool {
    let mut begun = view.record.terms.iter().filter_map(|term| term.from.get());
    begun.any(|from| first < from && from <= view.on)
}

/// Whether it was approved, where it has to be, that the term ends early or late.
fn approved(view: &View<'_>, rule: &TermLength, term: &Term, path: Path) -> Truth {
    let Maybe::Given(wanted) = &rule.approved_by else { return Truth::True };
    let path = path.key(Key::Approval);
    match &term.approval {
        Nullable::Absent => Truth::missing(path),
        Nullable::Null => Truth::False,
        Nullable::Given(approval) => {
            let by = approval.by.given().and_then(Ref::at);
            let by = by.map_or_else(|| Truth::missing(path.key(Key::By)), |at| view.is_organization(at, wanted));
            // What is dated after the day of evaluation is not there yet.
            let is_there = approval.on.get().map(|on| on <= view.on);
            by.and(|| Truth::of(is_there, path.key(Key::On)))
        }
    }
}

/// Whether a term ends with that of another organization in which it begins.
fn judge_same(view: &View<'_>, role: Role, term: &Term, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::To);
    let unknown = |missing| Judgement::unknown(Reason::TermUnknown, path, missing);
    let first = match instance.day {
        Ok(first) => first,
        Err(field) => return unknown(vec![field]),
    };
    let holder = match view.parts.get(role as usize).map(|part| part.holder) {
        Some(Ok(holder)) => holder,
        Some(Err(field)) => return unknown(vec![field]),
        None => return Judgement::new(Reason::TermNone, path),
    };
    let Some(body) = view.organization(holder) else { return Judgement::new(Reason::TermNone, path) };
    let terms = Path::of(Key::Organizations).at(holder).key(Key::Terms);
    let Some(theirs) = body.terms.entries() else { return unknown(vec![terms]) };
    let mut missing = Vec::new();
    let mut found = None;
    for (at, theirs) in theirs.iter().enumerate().filter(|(_, theirs)| theirs.to.get().is_none_or(|to| first <= to)) {
        match theirs.from.get() {
            Some(from) if from <= first => found = Some((at, theirs.to.get())),
            Some(_) => {}
            None => missing.push(terms.at(at).key(Key::From)),
        }
    }
    let Some((at, end)) = found else {
        return if missing.is_empty() { Judgement::new(Reason::TermNone, path) } else { unknown(missing) };
    };
    let field = terms.at(at).key(Key::To);
    let judgement = |reason| Judgement::new(reason, path).related(field);
    let running = |due| judgement(Reason::TermRunning).due(due);
    let other = |on, end| {
        let judgement = judgement(Reason::TermOtherEnd).day(Fact::On, on).day(Fact::Against, end);
        judgement.id(Fact::Organization, &body.id)
    };
    match (term.to.get(), end) {
        (Some(to), Some(end)) if to != end => other(to, end),
        (Some(to), _) if view.on <= to => running(to),
        (Some(to), Some(_)) => judgement(Reason::TermMet).day(Fact::On, to),
        (None, _) if has_successor(view, first) => unknown(vec![path]),
        (None, Some(end)) if view.on <= end => running(end),
        (None, Some(end)) => other(view.on, end),
        (_, None) => unknown(vec![field]),
    }
}

fn judge_notice(view: &View<'_>, rule: &TermNotice, term: &Term, path: Path) -> Judgement {
    let (path, end) = (path.key(Key::RenewalReported), path.key(Key::To));
    let unknown = |missing| Judgement::unknown(Reason::TermUnknown, path, missing);
    let Some(to) = term.to.get() else { return unknown(vec![end]) };
    let from = |day| Stretch::new(view, day, &rule.at_least, &rule.counting);
    let judgement = |reason| {
        let judgement = Judgement::new(reason, path).related(end);
        from(to).tell_length(judgement, Fact::Required).day(Fact::Against, to)
    };
    match Told::of(&term.renewal_reported, path).by(view.on) {
        Told::On(on) => match from(on).is_over_by(to) {
            Truth::True => judgement(Reason::TermNoticeMet).day(Fact::On, on),
            Truth::False => judgement(Reason::TermNoticeLate).day(Fact::On, on),
            Truth::Unknown(missing) => unknown(missing),
        },
        told => {
            let missing = if let Told::Missing(missing) = told { missing } else { Vec::new() };
            // Whether it would be in time if it were reported now.
            match from(view.on).is_over_by(to) {
                Truth::True => match from(view.on).latest(to) {
                    Some(due) => judgement(Reason::TermNoticeDue).due(due),
                    // No calendar tells how long.
                    None => judgement(Reason::TermNoticeOpen),
                },
                Truth::False if missing.is_empty() => judgement(Reason::TermNoticeOverdue),
                Truth::False => unknown(missing),
                Truth::Unknown(more) => unknown(missing.into_iter().chain(more).collect()),
            }
        }
    }
}

/// Whether a seat lasts to the end of its term. Without a last day of its own it does.
fn judge_seat(view: &View<'_>, seat: &Appointment, at: usize) -> Judgement {
    let path = Path::of(Key::Appointments).at(at);
    let unknown = |field| Judgement::unknown(Reason::TermUnknown, path.key(Key::To), vec![field]);
    let term = match &seat.term {
        Nullable::Given(term) => term.at(),
        Nullable::Null => return Judgement::new(Reason::TermNone, path.key(Key::Term)),
        Nullable::Absent => None,
    };
    let Some(term) = term else { return unknown(path.key(Key::Term)) };
    if matches!(seat.exit, Nullable::Given(_)) {
        return Judgement::new(Reason::TermLeft, path.key(Key::Exit));
    }
    let end = Path::of(Key::Terms).at(term).key(Key::To);
    let judgement = |reason| Judgement::new(reason, path.key(Key::To)).related(end);
    let Some(to) = seat.to.get() else { return judgement(Reason::TermRestMet) };
    match view.record.terms.get(term).and_then(|term| term.to.get()) {
        None => unknown(end),
        Some(end) if end == to => judgement(Reason::TermRestMet),
        Some(end) => judgement(Reason::TermRestOther).day(Fact::On, to).day(Fact::Against, end),
    }
}
