//! Counting days as a rulebook says: which count, whether the first does, where a stretch of time ends.

use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::{Count, Day, End, Length};
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Counting, DayKind};
use crate::value::Maybe;

/// What would tell of working days: no place in the record, but the document that the caller hands in.
pub(super) const CALENDAR: Path = Path::of(Key::Calendar);

/// A stretch of time that begins with an event.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    view: &'a View<'a>,
    count: Count,
    first: Day,
    length: Length,
}

impl<'a> Stretch<'a> {
    /// So long from a day on; counted as is usual where the rulebook does not say.
    pub(super) fn new(view: &'a View<'a>, first: Day, length: &Length, counting: &Maybe<Counting>) -> Self {
        let Counting { days, first_day_counts, ends_on_working_day } =
            counting.given().cloned().unwrap_or_else(Counting::usual);
        let (working, moves) = (days == DayKind::Working, ends_on_working_day.get() == Some(true));
        Self { view, count: Count { working, with_first: first_day_counts, moves }, first, length: *length }
    }

    fn end(&self) -> End {
        self.count.end(self.view.calendar, self.first, self.length)
    }

    /// Its last day, or what would tell it.
    pub(super) fn last(&self) -> Result<Day, Path> {
        match self.end() {
            End::On(day) => Ok(day),
            End::NotBefore(_) => Err(CALENDAR),
        }
    }

    /// Whether a day is its last or comes after it.
    pub(super) fn is_over_by(&self, day: Day) -> Truth {
        match self.end() {
            End::On(last) => Truth::from(last <= day),
            End::NotBefore(bound) if day < bound => Truth::False,
            End::NotBefore(_) => Truth::missing(CALENDAR),
        }
    }

    /// Whether a day is among its days: not the last, and none after it.
    pub(super) fn is_under_way_on(&self, day: Day) -> Truth {
        self.is_over_by(day).not()
    }

    /// Whether its last day lies before a day.
    pub(super) fn is_over_before(&self, day: Day) -> Truth {
        self.is_over_by(day.previous())
    }

    /// Says how long it is, how many of its days there were up to a day, and which day is its last.
    pub(super) fn tell(&self, judgement: Judgement, day: Day, length: Fact) -> Judgement {
        let mut judgement = judgement.number(length, self.length.number());
        if let (Length::Days(_), Some(days)) = (self.length, self.days_to(day)) {
            judgement = judgement.number(Fact::Days, days);
        }
        judgement = self.tell_unit_of_length(judgement);
        match self.end() {
            End::On(last) => judgement.day(Fact::Against, last),
            End::NotBefore(_) => judgement,
        }
    }

    /// Says how long it is.
    pub(super) fn tell_length(&self, judgement: Judgement, length: Fact) -> Judgement {
        self.tell_unit_of_length(judgement.number(length, self.length.number()))
    }

    fn tell_unit_of_length(&self, judgement: Judgement) -> Judgement {
        match self.length {
            Length::Days(_) => self.tell_unit(judgement),
            Length::Months(_) | Length::Years(_) => judgement.word(Fact::Unit, self.length.key()),
        }
    }

    /// The last day on which it could begin and be over by a day; it is, if it begins when it does.
    pub(super) fn latest(self, by: Day) -> Option<Day> {
        let (mut low, mut high) = (self.first, by);
        while low < high {
            let middle = low.plus(u32::try_from((high.since(low) + 1) / 2).ok()?);
            match (Self { first: middle, ..self }).is_over_by(by) {
                Truth::True => low = middle,
                Truth::False => high = middle.previous(),
                Truth::Unknown(_) => return None,
            }
        }
        Some(low)
    }

    /// Says of numbers of days that they are of working days, where they are.
    pub(super) fn tell_unit(&self, judgement: Judgement) -> Judgement {
        if self.count.working { judgement.word(Fact::Unit, DayKind::Working.as_str()) } else { judgement }
    }

    /// How many of its days there were up to a day, as far as that can be told.
    pub(super) fn days_to(&self, day: Day) -> Option<u32> {
        self.count.days(self.view.calendar, self.first, day)
    }
}
