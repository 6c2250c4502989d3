//! Which days people work on: the calendar of holidays and make-up days that a caller hands in.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Day, Length};
use crate::digest::digest;
use crate::fault::{Fault, Faults, Problem};
use crate::order::sort;
use crate::read;
use crate::shape::{LIST_MAX, noun};
use crate::value::Name;

/// The schema of a calendar that this engine reads.
pub(crate) const SCHEMA: &str = "gongwei/calendar/1.0";

noun! {
    /// The days off of a country, as its government announces them: the caller's, for the engine has none of its own.
    ///
    /// Saturdays and Sundays are days off unless they are make-up days. Of days outside its span it says nothing.
    pub struct CalendarText {
        /// The schema: `gongwei/calendar/1.0`.
        schema: Name,
        /// The first day it covers.
        from: Day,
        /// The last day it covers.
        through: Day,
        /// Days off: all days of each holiday, those on a Saturday or Sunday too or without them.
        holidays: Vec<Day>,
        /// Saturdays and Sundays on which people work.
        make_up_days: Vec<Day>,
    }
}

/// Which days people work on, within the span that it covers.
///
/// ```
/// use gongwei::{Calendar, Day};
/// // Invented days.
/// let calendar = Calendar::from_json(r#"{
///     "schema": "gongwei/calendar/1.0", "from": "2026-01-01", "through": "2026-12-31",
///     "holidays": ["2026-07-15"], "makeUpDays": ["2026-07-18"]
/// }"#).unwrap();
/// let day = |text: &str| text.parse::<Day>().unwrap();
/// assert_eq!(calendar.is_working(day("2026-07-15")), Some(false));
/// assert_eq!(calendar.is_working(day("2026-07-18")), Some(true)); // a Saturday
/// assert_eq!(calendar.is_working(day("2027-01-04")), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    from: Day,
    through: Day,
    /// Holidays from Monday to Friday, in order.
    holidays: Vec<Day>,
    /// Saturdays and Sundays on which people work, in order.
    make_up_days: Vec<Day>,
}

impl Calendar {
    /// Reads a calendar from JSON text.
    ///
    /// # Errors
    ///
    /// All faults at once, each with code and path.
    pub fn from_json(text: &str) -> Result<Self, Faults> {
        let text = read::opened(text)?;
        let is_sound = |calendar: &CalendarText| {
            let lengths = [calendar.holidays.len(), calendar.make_up_days.len()];
            calendar.schema.as_str() == SCHEMA && lengths.iter().all(|&length| length <= LIST_MAX)
        };
        let Some(calendar) = read::value(text).filter(is_sound) else {
            return Err(read::faults_or_syntax(read::collect::<CalendarText>(text, SCHEMA)));
        };
        match Faults::try_from(faults(&calendar)) {
            Ok(faults) => Err(faults),
            Err(_) => Ok(Self::of(calendar)),
        }
    }

    fn of(calendar: CalendarText) -> Self {
        let CalendarText { from, through, mut holidays, mut make_up_days, .. } = calendar;
        holidays.retain(|day| !day.is_weekend());
        make_up_days.retain(|day| day.is_weekend());
        for days in [&mut holidays, &mut make_up_days] {
            sort(days, |day| [day.rank(), 0]);
            days.dedup();
        }
        Self { from, through, holidays, make_up_days }
    }

    /// The first day it covers.
    #[must_use]
    pub const fn from(&self) -> Day {
        self.from
    }

    /// The last day it covers.
    #[must_use]
    pub const fn through(&self) -> Day {
        self.through
    }

    /// Its fingerprint: that of what it says, however its text was written.
    #[must_use]
    pub fn digest(&self) -> String {
        let span = [self.from, self.through];
        let days = [&span[..], &self.holidays, &self.make_up_days];
        let lines: Vec<String> =
            days.iter().map(|days| days.iter().map(|day| format!("{day} ")).collect::<String>() + "\n").collect();
        digest(&mut lines.iter().map(String::as_str))
    }

    /// Whether people work on this day; unknown outside its span.
    #[must_use]
    pub fn is_working(&self, day: Day) -> Option<bool> {
        let has = |days: &[Day]| days.binary_search(&day).is_ok();
        let is_working = if day.is_weekend() { has(&self.make_up_days) } else { !has(&self.holidays) };
        self.covers(day).then_some(is_working)
    }

    fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.through
    }

    /// How many working days there are from `first` to `last`, both within its span and included.
    pub(crate) fn working_days(&self, first: Day, last: Day) -> u32 {
        let count = |days: &[Day]| days.partition_point(|&day| day <= last) - days.partition_point(|&day| day < first);
        let weekdays = last.weekdays().saturating_sub(first.previous().weekdays());
        let off = u64::try_from(count(&self.holidays)).unwrap_or_default();
        let made_up = u64::try_from(count(&self.make_up_days)).unwrap_or_default();
        u32::try_from((weekdays + made_up).saturating_sub(off)).unwrap_or(u32::MAX)
    }

    /// The working day that is the `count`th from `first` on; `None` if it lies beyond its span. `first` lies within.
    pub(crate) fn nth_working_day(&self, first: Day, count: u32) -> Option<Day> {
        if self.working_days(first, self.through) < count {
            return None;
        }
        // The first day up to which there are so many.
        let (mut low, mut high) = (0, u32::try_from(self.through.since(first)).ok()?);
        while low < high {
            let middle = low.midpoint(high);
            if self.working_days(first, first.plus(middle)) < count {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(first.plus(low))
    }
}

/// Every fault of sense of a calendar whose form is right.
fn faults(calendar: &CalendarText) -> Vec<Fault> {
    let (from, through) = (calendar.from, calendar.through);
    let mut off = calendar.holidays.clone();
    sort(&mut off, |day| [day.rank(), 0]);
    let mut faults = Vec::new();
    let text = |day: Day| -> Box<str> { day.to_string().into() };
    if through < from {
        faults.push(Fault::new("/through", Problem::DaysCrossed { from: text(from), through: text(through) }));
    }
    let lists = [("holidays", &calendar.holidays), ("makeUpDays", &calendar.make_up_days)];
    for (name, days) in lists {
        for (at, &day) in days.iter().enumerate() {
            let path = format!("/{name}/{at}");
            if through >= from && !(from..=through).contains(&day) {
                let problem = Problem::DayOutsideSpan { found: text(day), from: text(from), through: text(through) };
                faults.push(Fault::new(&path, problem));
            }
            if name == "makeUpDays" && off.binary_search(&day).is_ok() {
                faults.push(Fault::new(&path, Problem::DayOffAndOn { found: text(day) }));
            } else if name == "makeUpDays" && !day.is_weekend() {
                faults.push(Fault::new(&path, Problem::NotAWeekend { found: text(day) }));
            }
        }
    }
    faults
}

/// How days are counted where a rulebook says so: from an event on, for so long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count {
    /// Whether only working days count.
    pub(crate) working: bool,
    /// Whether the first day counts.
    pub(crate) with_first: bool,
    /// Whether what ends on a day off ends on the next working day.
    pub(crate) moves: bool,
}

/// When a stretch of time ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// On this day, which is its last.
    On(Day),
    /// Not before this one: a calendar would have to tell more.
    NotBefore(Day),
}

impl Count {
    /// When so long a stretch ends that begins with an event on `first`.
    pub(crate) fn end(self, calendar: Option<&Calendar>, first: Day, length: Length) -> End {
        if !self.working && !self.moves {
            return End::On(self.unmoved(first, length));
        }
        let Some(calendar) = calendar.filter(|calendar| calendar.covers(first)) else { return End::NotBefore(first) };
        let beyond = End::NotBefore(calendar.through.plus(1));
        let end = match length {
            Length::Days(days) if self.working => {
                let start = if self.with_first { first } else { first.plus(1) };
                match (days.get(), calendar.covers(start)) {
                    (0, _) => Some(first),
                    (count, true) => calendar.nth_working_day(start, count),
                    (_, false) => None,
                }
            }
            _ => Some(self.unmoved(first, length)).filter(|&end| calendar.covers(end)),
        };
        let moved = end.and_then(|end| if self.moves { calendar.nth_working_day(end, 1) } else { Some(end) });
        moved.map_or(beyond, End::On)
    }

    fn unmoved(self, first: Day, length: Length) -> Day {
        match length {
            Length::Days(days) => first.plus(days.get().saturating_sub(self.with_first.into())),
            Length::Months(_) | Length::Years(_) => first.months_on(length.months(), self.with_first),
        }
    }

    /// How many days count from an event on `first` to one on `last`; none if no calendar tells.
    pub(crate) fn days(self, calendar: Option<&Calendar>, first: Day, last: Day) -> Option<u32> {
        if !self.working {
            return Some(u32::try_from(last.since(first) + i64::from(self.with_first)).unwrap_or_default());
        }
        let start = if self.with_first { first } else { first.plus(1) };
        if last < start {
            return Some(0);
        }
        let calendar = calendar.filter(|calendar| calendar.covers(start) && calendar.covers(last))?;
        Some(calendar.working_days(start, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Whole;

    fn day(text: &str) -> Day {
        text.parse().unwrap_or_default()
    }

    fn calendar() -> Option<Calendar> {
        let text = r#"{"schema": "gongwei/calendar/1.0", "from": "2026-07-01", "through": "2026-07-31",
            "holidays": ["2026-07-15", "2026-07-16", "2026-07-19"], "makeUpDays": ["2026-07-18"]}"#;
        Calendar::from_json(text).ok()
    }

    #[test]
    fn working_days_are_counted_without_going_through_them() {
        let Some(calendar) = calendar() else { panic!("it is right") };
        for first in 0..31 {
            let first = day("2026-07-01").plus(first);
            let mut counted = 0;
            let mut last = first;
            while last <= calendar.through() {
                let is_working = calendar.is_working(last) == Some(true);
                counted += u32::from(is_working);
                assert_eq!(calendar.working_days(first, last), counted, "{first} to {last}");
                if is_working {
                    assert_eq!(calendar.nth_working_day(first, counted), Some(last), "{counted} from {first}");
                }
                last = last.plus(1);
            }
            assert_eq!(calendar.nth_working_day(first, counted + 1), None, "beyond, from {first}");
        }
    }

    #[test]
    fn a_fingerprint_is_of_what_a_calendar_says() {
        let of = |from: &str, holidays: &str, made_up: &str| {
            let text = format!(
                r#"{{"schema": "gongwei/calendar/1.0", "from": "{from}", "through": "2026-07-31",
                    "holidays": [{holidays}], "makeUpDays": [{made_up}]}}"#
            );
            Calendar::from_json(&text).map(|calendar| calendar.digest()).ok()
        };
        let one = of("2026-07-01", r#""2026-07-15", "2026-07-16""#, r#""2026-07-18""#);
        assert!(one.as_ref().is_some_and(|digest| digest.len() == 71));
        assert_eq!(of("2026-07-01", r#""2026-07-16", "2026-07-15", "2026-07-19""#, r#""2026-07-18""#), one);
        for (from, holidays, made_up) in [
            ("2026-06-30", r#""2026-07-15", "2026-07-16""#, r#""2026-07-18""#),
            ("2026-07-01", r#""2026-07-15""#, r#""2026-07-18""#),
            ("2026-07-01", r#""2026-07-15", "2026-07-16""#, ""),
        ] {
            assert_ne!(of(from, holidays, made_up), one);
        }
    }

    #[test]
    fn months_end_on_the_day_of_the_same_number_or_with_the_month() {
        let count = |with_first| Count { working: false, with_first, moves: false };
        let months = |months| Length::Months(Whole::new(months).unwrap_or_default());
        for (first, length, without, with) in [
            ("2026-01-31", 1, "2026-02-28", "2026-02-28"),
            ("2028-01-31", 1, "2028-02-29", "2028-02-29"),
            ("2026-01-15", 1, "2026-02-15", "2026-02-14"),
            ("2028-02-29", 12, "2029-02-28", "2029-02-28"),
            ("2028-02-29", 48, "2032-02-29", "2032-02-28"),
            ("2024-02-01", 60, "2029-02-01", "2029-01-31"),
        ] {
            let end = |with_first| count(with_first).end(None, day(first), months(length));
            assert_eq!((end(false), end(true)), (End::On(day(without)), End::On(day(with))), "{first} {length}");
        }
    }

    #[test]
    fn what_ends_on_a_day_off_ends_on_the_next_working_day() {
        let calendar = calendar();
        let count = |working, moves| Count { working, with_first: false, moves };
        let end = |count: Count, first, days| {
            count.end(calendar.as_ref(), day(first), Length::Days(Whole::new(days).unwrap_or_default()))
        };
        // 15 and 16 July are holidays, the 18th is a make-up Saturday, the 19th a Sunday.
        assert_eq!(end(count(false, true), "2026-07-10", 5), End::On(day("2026-07-17")));
        assert_eq!(end(count(false, true), "2026-07-14", 5), End::On(day("2026-07-20")));
        assert_eq!(end(count(false, false), "2026-07-10", 5), End::On(day("2026-07-15")));
        assert_eq!(end(count(true, false), "2026-07-14", 2), End::On(day("2026-07-18")));
        assert_eq!(end(count(true, false), "2026-07-14", 0), End::On(day("2026-07-14")));
        assert_eq!(end(count(true, false), "2026-07-31", 1), End::NotBefore(day("2026-08-01")));
        assert_eq!(end(count(true, false), "2026-06-30", 1), End::NotBefore(day("2026-06-30")));
        assert_eq!(
            count(true, false).end(None, day("2026-07-01"), Length::default()),
            End::NotBefore(day("2026-07-01"))
        );
    }
}
