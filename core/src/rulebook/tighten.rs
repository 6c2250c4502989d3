//! Whether a norm asks for no less than another did.

use alloc::vec::Vec;

use super::constraint::{Constraint, FollowUp, Notification, TermLength, TermNotice, TermRule, YearlyDuty};
use super::norm::{Modality, Norm};
use super::selector::Condition;
use crate::calendar::Length;
use crate::value::{Maybe, Share};

/// The fields by which a norm asks for less than a must did, as far as that can be told. What cannot be compared asks for
/// less: a layer that means it cites what allows it.
pub(super) fn weakened(must: &Norm, norm: &Norm) -> Vec<&'static str> {
    let reaches_all = must.applies_to.iter().all(|kind| norm.applies_to.contains(kind));
    let applies_always = matches!(&norm.when, Maybe::Absent) || is_always(&norm.when);
    [
        ("appliesTo", reaches_all),
        ("modality", norm.modality == Modality::Must),
        ("when", applies_always || norm.when == must.when),
        ("require", asks_no_less(&must.require, &norm.require)),
    ]
    .into_iter()
    .filter_map(|(field, is_kept)| (!is_kept).then_some(field))
    .collect()
}

/// A condition that all things meet.
fn is_always(when: &Maybe<Condition>) -> bool {
    matches!(when, Maybe::Given(Condition::All(conditions)) if conditions.is_empty())
}

/// Whether a requirement is the same, or the same but for bounds that are no wider.
///
/// Each kind takes the bounds from the new one and must then be equal to it, so that a field that is not compared here
/// must not differ.
fn asks_no_less(was: &Constraint, is: &Constraint) -> bool {
    if was == is {
        return true;
    }
    match (was, is) {
        (Constraint::Count(was), Constraint::Count(is)) => {
            let mut like = was.clone();
            (like.at_least, like.more_than) = (is.at_least, is.more_than);
            (like.at_most, like.less_than) = (is.at_most, is.less_than);
            like == *is
                && is_no_wider(was.at_least, is.at_least, |was, is| was <= is)
                && is_no_wider(was.more_than, is.more_than, |was, is| was <= is)
                && is_no_wider(was.at_most, is.at_most, |was, is| is <= was)
                && is_no_wider(was.less_than, is.less_than, |was, is| is <= was)
        }
        (Constraint::Share(was), Constraint::Share(is)) => {
            let mut like = was.clone();
            (like.at_least, like.more_than) = (is.at_least, is.more_than);
            (like.at_most, like.less_than) = (is.at_most, is.less_than);
            like == *is
                && is_no_wider(was.at_least, is.at_least, is_no_less)
                && is_no_wider(was.more_than, is.more_than, is_no_less)
                && is_no_wider(was.at_most, is.at_most, |was, is| is_no_less(is, was))
                && is_no_wider(was.less_than, is.less_than, |was, is| is_no_less(is, was))
        }
        (Constraint::Quorum(was), Constraint::Quorum(is)) => {
            let mut like = was.clone();
            (like.at_least, like.more_than) = (is.at_least, is.more_than);
            like == *is
                && is_no_wider(was.at_least, is.at_least, is_no_less)
                && is_no_wider(was.more_than, is.more_than, is_no_less)
        }
        (Constraint::Majority(was), Constraint::Majority(is)) => {
            let mut like = was.clone();
            (like.at_least, like.more_than) = (is.at_least, is.more_than);
            like == *is
                && is_no_wider(was.at_least, is.at_least, is_no_less)
                && is_no_wider(was.more_than, is.more_than, is_no_less)
        }
        (Constraint::NoticePeriod(was), Constraint::NoticePeriod(is)) => {
            let mut like = was.clone();
            like.at_least = is.at_least;
            like == *is && was.at_least.get() <= is.at_least.get()
        }
        (Constraint::Cadence(was), Constraint::Cadence(is)) => {
            let mut like = was.clone();
            like.at_least = is.at_least;
            like == *is && is_no_wider(was.at_least, is.at_least, |was, is| was.get() <= is.get())
        }
        (Constraint::Notification(was), Constraint::Notification(is)) => {
            let like = Notification { days_before: is.days_before, tells: is.tells.clone(), ..was.clone() };
            like == *is
                && was.days_before.get() <= is.days_before.get()
                && was.tells.iter().all(|part| is.tells.contains(part))
        }
        (Constraint::FollowUp(was), Constraint::FollowUp(is)) => {
            let like = FollowUp { written: is.written, same_day: is.same_day, within: is.within, ..was.clone() };
            like == *is
                && is_kept(was.written, is.written)
                && is_kept(was.same_day, is.same_day)
                && is_no_longer(&was.within, &is.within)
        }
        (Constraint::YearlyDuty(was), Constraint::YearlyDuty(is)) => {
            let like = YearlyDuty { written: is.written, passed_on_to_unit: is.passed_on_to_unit, ..was.clone() };
            like == *is && is_kept(was.written, is.written) && is_kept(was.passed_on_to_unit, is.passed_on_to_unit)
        }
        (Constraint::Term(TermRule::Length(was)), Constraint::Term(TermRule::Length(is))) => {
            let (at_least, at_most) = (is.at_least, is.at_most);
            let like = TermLength { at_least, at_most, early: is.early, late: is.late, ..was.clone() };
            let months = |length: &Maybe<Length>| length.given().map_or(0, Length::months);
            like == *is
                && months(&was.at_least) <= months(&is.at_least)
                && is_no_wider(was.at_most, is.at_most, |was, is| is.months() <= was.months())
                && months(&is.early) <= months(&was.early)
                && months(&is.late) <= months(&was.late)
        }
        (Constraint::Term(TermRule::NoticeBefore(was)), Constraint::Term(TermRule::NoticeBefore(is))) => {
            let like = TermNotice { at_least: is.at_least, ..was.clone() };
            like == *is && was.at_least.key() == is.at_least.key() && was.at_least.number() <= is.at_least.number()
        }
        _ => false,
    }
}

/// Whether a bound that there was is there still, and no wider.
fn is_no_wider<T: Copy>(was: Maybe<T>, is: Maybe<T>, holds: impl Fn(T, T) -> bool) -> bool {
    was.get().is_none_or(|was| is.get().is_some_and(|is| holds(was, is)))
}

/// Whether a time that there was is there still, and no longer. Days, months and years are not compared.
fn is_no_longer(was: &Maybe<Length>, is: &Maybe<Length>) -> bool {
    match (was, is) {
        (Maybe::Given(was), Maybe::Given(is)) => was.key() == is.key() && is.number() <= was.number(),
        (was, _) => *was == Maybe::Absent,
    }
}

/// Whether what was asked for still is.
fn is_kept(was: Maybe<bool>, is: Maybe<bool>) -> bool {
    was.get() != Some(true) || is.get() == Some(true)
}

/// Whether a share is no smaller than another, by whole numbers.
fn is_no_less(was: Share, is: Share) -> bool {
    is.is_at_least(was)
}
