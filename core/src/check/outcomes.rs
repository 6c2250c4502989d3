use alloc::vec::Vec;

use super::bar::Bar;
use crate::report::Outcome;
use crate::rulebook::{Constraint, Following, Landmark, Limits, Modality, Moment, Norm, Streak, TermRule};
use crate::value::Maybe;

/// The outcomes that a norm can come to, in the order of [`Outcome::ALL`].
///
/// It follows from the norm alone: what it judges, when it applies, what it requires and how binding it is.
///
/// ```
/// use gongwei::{Outcome, Rulebook, outcomes};
/// let rulebook = Rulebook::builtin("gannan-2020").unwrap();
/// assert_eq!(outcomes(rulebook.norm("sjc-honours").unwrap()), [Outcome::NotApplicable]);
/// assert!(!outcomes(rulebook.norm("sjc-size").unwrap()).contains(&Outcome::Pending));
/// ```
#[must_use]
pub fn outcomes(norm: &Norm) -> Vec<Outcome> {
    let permits = norm.modality == Modality::May || matches!(norm.require, Constraint::Permission(_));
    let can_be = |outcome: &Outcome| match outcome {
        // Whatever the scope, there may be nothing to judge: no such event, no seat held, no committee yet, no whole
        // period. A condition that is false adds nothing to that.
        Outcome::NotApplicable => true,
        _ if permits => false,
        Outcome::Met => true,
        // Every constraint looks at a field or a list that a record may leave out. So do a scope that asks which seat
        // or which topics, a period, which asks since when the committee stood, and every condition.
        Outcome::Unknown => true,
        Outcome::Broken => asks_for_something(&norm.require),
        Outcome::Pending => can_be_pending(&norm.require),
    };
    Outcome::ALL.iter().copied().filter(can_be).collect()
}

/// Whether a record can break it: bounds that leave everything open cannot be broken.
fn asks_for_something(constraint: &Constraint) -> bool {
    match constraint {
        Constraint::Count(range) => {
            let is_bound = |limits: Limits| {
                Limits { at_least: Maybe::Absent, ..limits.clone() } != Limits::default() || limits.least() > Some(0)
            };
            range.cases().any(is_bound)
        }
        Constraint::Share(portion) => {
            let floor = Bar::floor(portion.at_least, portion.more_than);
            floor.is_some_and(|bar| bar.fewest(u32::MAX) > 0)
                || Bar::ceiling(portion.at_most, portion.less_than).is_some()
        }
        Constraint::Quorum(rule) => {
            let asks =
                |at_least, more_than| Bar::floor(at_least, more_than).is_some_and(|bar| bar.fewest(u32::MAX) > 0);
            asks(rule.at_least, rule.more_than) || rule.also.iter().any(|part| asks(part.at_least, part.more_than))
        }
        Constraint::Permission(_) => false,
        Constraint::HeldBy(_)
        | Constraint::DoneBy(_)
        | Constraint::Attribute(_)
        | Constraint::Attested(_)
        | Constraint::Procedure(_)
        | Constraint::Step(_)
        | Constraint::NoticePeriod(_)
        | Constraint::Period(_)
        | Constraint::Unopposed(_)
        | Constraint::FollowUp(_)
        | Constraint::Cadence(_)
        | Constraint::YearlyDuty(_)
        | Constraint::Majority(_)
        | Constraint::Proposal(_)
        | Constraint::Notification(_)
        | Constraint::Streak(_)
        | Constraint::Term(_) => true,
    }
}

/// Whether it can be still to come: a step, a notice that runs, a duty with a due day.
fn can_be_pending(constraint: &Constraint) -> bool {
    match constraint {
        Constraint::Procedure(_)
        | Constraint::Step(_)
        | Constraint::NoticePeriod(_)
        | Constraint::Unopposed(_)
        | Constraint::YearlyDuty(_) => true,
        // Nothing is to come where there only may be no more.
        Constraint::Cadence(rule) => {
            rule.at_least != Maybe::Absent || !rule.slots.is_empty() || rule.longest_gap != Maybe::Absent
        }
        // The second event may be still to come, unless it is what is judged.
        Constraint::Period(rule) => {
            let is_judged = |landmark: &Landmark| {
                matches!(landmark, Landmark::Meeting | Landmark::ProblemList | Landmark::Assessment)
            };
            rule.at_most != Maybe::Absent || !matches!(&rule.to, Moment::Day(landmark) if is_judged(landmark))
        }
        // It is due again each year; else nobody has to judge by a day.
        Constraint::Attested(rule) => rule.each_year.get() == Some(true),
        Constraint::Streak(rule) => !matches!(rule, Streak::CoolingOff(_)),
        Constraint::Term(rule) => !matches!(rule, TermRule::RestOfTerm(_)),
        // What follows an event has no due day of its own, but for the copy of a certificate, unless one is set.
        Constraint::FollowUp(rule) => rule.what == Following::Copy || rule.within != Maybe::Absent,
        Constraint::Count(_)
        | Constraint::Share(_)
        | Constraint::HeldBy(_)
        | Constraint::DoneBy(_)
        | Constraint::Attribute(_)
        | Constraint::Quorum(_)
        | Constraint::Majority(_)
        | Constraint::Proposal(_)
        | Constraint::Notification(_)
        | Constraint::Permission(_) => false,
    }
}
