//! The days of which an edit changed what the record says: who holds which seat, and which post.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::view::{Span, span};
use crate::calendar::{Day, Period};
use crate::record::{Fields, Post, Record, fields};
use crate::report::About;

/// Days without a gap between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Days {
    None,
    /// From the first through the last; to the end, without one.
    From(Day, Option<Day>),
    All,
}

impl Days {
    /// Whether a period has one of them, or lies before or after them all.
    pub(super) fn place(self, period: Period) -> Ordering {
        match self {
            Self::From(from, _) if period.last().is_some_and(|last| last < from) => Ordering::Less,
            Self::From(_, Some(to)) if period.first().is_some_and(|first| to < first) => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    /// Whether this day is; one that is not known may be.
    pub(super) fn include<E>(self, day: Result<Day, E>) -> bool {
        match (self, day) {
            (Self::None, _) => false,
            (Self::From(from, to), Ok(day)) => from <= day && to.is_none_or(|to| day <= to),
            (Self::From(..), Err(_)) | (Self::All, _) => true,
        }
    }

    /// Both, and what lies between them.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, days) | (days, Self::None) => days,
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::From(first, last), Self::From(from, to)) => {
                Self::From(first.min(from), last.zip(to).map(|(last, to)| last.max(to)))
            }
        }
    }

    const fn of(span: Span) -> Self {
        Self::From(span.first, span.last)
    }

    /// Those that are in one of two spans, and not in both.
    fn between(one: Span, other: Span) -> Self {
        let begins = if one.first == other.first {
            Self::None
        } else {
            Self::From(one.first.min(other.first), Some(one.first.max(other.first)))
        };
        let ends = match (one.last, other.last) {
            (last, end) if last == end => Self::None,
            (Some(last), Some(end)) => Self::From(last.min(end), Some(last.max(end))),
            (Some(last), None) | (None, Some(last)) => Self::From(last, None),
            (None, None) => Self::None,
        };
        begins.with(ends)
    }
}

/// What an entry said, before an edit, about days.
pub(crate) enum Dated {
    Seat(usize, Option<Span>),
    Posts(usize, Vec<Post>),
}

/// The fields of a seat that say which days it is held on, and no more.
const DAYS_OF_SEAT: Fields = fields!(appointments: "from", "to", "entry", "exit");

/// The field of a person that says of each thing on which days it was so.
const POSTS: Fields = fields!(people: "posts");

impl Dated {
    /// What this entry says now; `None`, where it tells nothing by days.
    pub(crate) fn of(record: &Record, entry: About) -> Option<Self> {
        match entry {
            About::Seat(at) => record.appointments.get(at).map(|seat| Self::Seat(at, span(record, seat))),
            About::Person(at) => Some(Self::Posts(at, record.people.get(at)?.posts.entries()?.to_vec())),
            _ => None,
        }
    }

    /// The days of which something else is said since an edit of these fields of the entry.
    pub(crate) fn days_changed(&self, record: &Record, fields: Fields) -> Days {
        match self {
            Self::Seat(at, before) => {
                let after = record.appointments.get(*at).and_then(|seat| span(record, seat));
                match (*before, after) {
                    (Some(before), Some(after)) if fields.but(DAYS_OF_SEAT) == Fields::NONE => {
                        Days::between(before, after)
                    }
                    (before, after) => before.map_or(Days::None, Days::of).with(after.map_or(Days::None, Days::of)),
                }
            }
            Self::Posts(at, before) => {
                let after = record.people.get(*at).and_then(|person| person.posts.entries());
                match after {
                    Some(after) if fields.but(POSTS) == Fields::NONE && after.len() == before.len() => before
                        .iter()
                        .zip(after)
                        .map(|(before, after)| of_post(before, after))
                        .fold(Days::None, Days::with),
                    _ => Days::All,
                }
            }
        }
    }
}

/// The days of which a post says something else. Its first day also says from when on all posts are told.
fn of_post(before: &Post, after: &Post) -> Days {
    let span = |post: &Post| Some(Span { first: post.from.get()?, last: post.to.get() });
    if before == after {
        return Days::None;
    }
    match (span(before), span(after)) {
        (Some(one), Some(other)) => {
            let is_elsewhere = (before.post, &before.organization) != (after.post, &after.organization);
            if is_elsewhere { Days::of(one).with(Days::of(other)) } else { Days::between(one, other) }
        }
        _ => Days::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap_or_else(|_| unreachable!("{text}"))
    }

    fn seat(first: &str, last: Option<&str>) -> Span {
        Span { first: day(first), last: last.map(day) }
    }

    #[test]
    fn an_end_that_moves_changes_the_days_between() {
        let days = Days::between(seat("2024-01-01", Some("2024-06-30")), seat("2024-01-01", Some("2025-06-30")));
        assert_eq!(days, Days::From(day("2024-06-30"), Some(day("2025-06-30"))));
        assert!(!days.include::<()>(Ok(day("2024-06-29"))) && days.include::<()>(Ok(day("2025-06-30"))));
        assert!(days.include(Err(())));
        let open = Days::between(seat("2024-01-01", None), seat("2024-01-01", Some("2024-06-30")));
        assert_eq!(open, Days::From(day("2024-06-30"), None));
    }

    #[test]
    fn a_day_that_moves_at_either_side_is_covered() {
        let days = Days::between(seat("2024-01-01", None), seat("2024-03-01", Some("2026-01-01")));
        assert_eq!(days, Days::From(day("2024-01-01"), None));
        let same = seat("2024-01-01", None);
        assert_eq!(Days::between(same, same), Days::None);
        assert!(!Days::None.include(Err(())) && Days::All.include(Err(())));
    }
}
