//! Days, quarters and years: nothing here knows what today is.

use alloc::string::String;
use core::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::read::{Read, Readable, Reading};
use crate::shape::{Part, Shape, Shaped, choice};
use crate::value::Whole;

mod days_off;

#[cfg(feature = "schema")]
pub(crate) use days_off::SCHEMA;
pub use days_off::{Calendar, CalendarText};
pub(crate) use days_off::{Count, End};

/// A calendar day from 1900-01-01 to 2199-12-31, written `YYYY-MM-DD`.
///
/// It can never be an impossible date, nor so far off that counting from it overflows.
///
/// ```
/// use gongwei::Day;
/// assert!("2028-02-29".parse::<Day>().is_ok());
/// assert!("2026-02-29".parse::<Day>().is_err());
/// assert!("2026-2-9".parse::<Day>().is_err());
/// ```
///
/// Its default stands in for one left out until the reading refuses that.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// The years a [`Day`] may lie in.
pub const YEARS: core::ops::RangeInclusive<i32> = 1900..=2199;

/// A text that is no [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day from 1900 to 2199, written YYYY-MM-DD")]
pub struct NotADay;

impl Day {
    /// The day of a year, month and day of the month, if there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten().map(Self)
    }

    /// The day `count` days later; the last day there is where that would be past the end.
    #[must_use]
    pub fn plus(self, count: u32) -> Self {
        self.0.checked_add_days(Days::new(u64::from(count))).map_or(self, Self)
    }

    /// The day before; none before the first there is.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        self.0.pred_opt().and_then(|date| Self::try_from(date).ok())
    }

    /// The day after; none after the last there is.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        self.0.succ_opt().and_then(|date| Self::try_from(date).ok())
    }

    /// Days from `earlier` to this one, negative if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The quarter it lies in.
    #[must_use]
    pub fn quarter(self) -> Period {
        Period::Quarter { year: self.0.year(), quarter: self.0.month0() / 3 + 1 }
    }

    /// The day before it, also where that is before the first there is: for counting.
    pub(crate) fn previous(self) -> Self {
        self.0.pred_opt().map_or(self, Self)
    }

    /// Whether it is a Saturday or a Sunday.
    pub(crate) fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// How many days from Monday to Friday there were up to it, counted from a Monday long ago.
    pub(crate) fn weekdays(self) -> u64 {
        // The first day of the first year was a Monday.
        let days = self.rank();
        days / 7 * 5 + (days % 7).min(5)
    }

    /// The last of so many months that begin with it: the day of the same number, the day before if the first day
    /// counts; where the month has no such day, its last.
    pub(crate) fn months_on(self, months: u32, with_first: bool) -> Self {
        let last = self.0.checked_add_months(Months::new(months)).map_or(self, Self);
        if with_first && last.0.day() == self.0.day() { last.previous() } else { last }
    }

    /// The half-year it lies in.
    #[must_use]
    pub fn half_year(self) -> Period {
        Period::HalfYear { year: self.0.year(), half: self.0.month0() / 6 + 1 }
    }

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Period {
        Period::Month { year: self.0.year(), month: self.0.month() }
    }

    /// By what days are sorted.
    pub(crate) fn rank(self) -> u64 {
        u64::from(self.0.num_days_from_ce().unsigned_abs())
    }

    /// The same as chrono's type.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }
}

impl Day {
    /// How many whole years have passed since a day: none yet, if it is still to come. A year is whole on the day of the
    /// same date; on 28 February where that is a 29th which the year lacks.
    fn years_since(self, first: Self) -> Option<u32> {
        let clipped = if self.0.leap_year() { 29 } else { 28 };
        let date = |day: NaiveDate| (day.month(), if day.month() == 2 { day.day().min(clipped) } else { day.day() });
        let before = i32::from(date(self.0) < date(first.0));
        u32::try_from(self.year() - first.year() - before).ok()
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = NotADay;

    fn try_from(date: NaiveDate) -> Result<Self, NotADay> {
        YEARS.contains(&date.year()).then_some(Self(date)).ok_or(NotADay)
    }
}

impl core::str::FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(NotADay);
        };
        let number = |digits: &[u8]| {
            digits
                .iter()
                .try_fold(0_u32, |sum, &digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
        };
        let year = number(&[y1, y2, y3, y4]).and_then(|year| i32::try_from(year).ok());
        match (year, number(&[m1, m2]), number(&[d1, d2])) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day).ok_or(NotADay),
            _ => Err(NotADay),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Day;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day written YYYY-MM-DD")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

impl Readable for Day {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| text.parse().ok())
    }
}

impl Shaped for Day {
    const SHAPE: &'static Shape = &Shape::Day;
}

impl Part for Day {}

choice! {
    /// A length of time.
    pub enum Length {
        /// So many days.
        Days(Whole<0, 3660>),
        /// So many months.
        Months(Whole<1, 1200>),
        /// So many years.
        Years(Whole<1, 100>),
    }
}

impl Copy for Length {}

impl Length {
    /// How many days, months or years.
    pub(crate) const fn number(&self) -> u32 {
        match self {
            Self::Days(days) => days.get(),
            Self::Months(months) => months.get(),
            Self::Years(years) => years.get(),
        }
    }

    /// How many months; none, if it is in days.
    pub(crate) const fn months(&self) -> u32 {
        match self {
            Self::Days(_) => 0,
            Self::Months(months) => months.get(),
            Self::Years(years) => years.get() * 12,
        }
    }
}

impl Default for Length {
    fn default() -> Self {
        Self::Days(Whole::default())
    }
}

/// A calendar month, quarter, half-year or year, written `2026-03`, `2026-Q1`, `2026-H1` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A quarter of a year, 1 to 4.
    Quarter {
        /// The calendar year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
    /// A calendar year.
    Year(i32),
    /// A month of a year, 1 to 12.
    Month {
        /// The calendar year.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// The first or the second half of a year.
    HalfYear {
        /// The calendar year.
        year: i32,
        /// 1 or 2.
        half: u32,
    },
}

impl Period {
    /// A number for each.
    pub(crate) const fn rank(self) -> u64 {
        let part = match self {
            Self::Year(_) => 0,
            Self::Quarter { quarter, .. } => quarter,
            Self::HalfYear { half, .. } => 4 + half,
            Self::Month { month, .. } => 8 + month,
        };
        (self.year().unsigned_abs() as u64) << 5 | part as u64
    }

    /// The calendar year that it is, or lies in.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Quarter { year, .. } | Self::HalfYear { year, .. } | Self::Month { year, .. } => {
                year
            }
        }
    }

    /// Its first month.
    const fn first_month(self) -> u32 {
        match self {
            Self::Year(_) => 1,
            Self::Quarter { quarter, .. } => quarter * 3 - 2,
            Self::HalfYear { half, .. } => half * 6 - 5,
            Self::Month { month, .. } => month,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Option<Day> {
        Day::new(self.year(), self.first_month(), 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Option<Day> {
        self.first()?;
        let next = self.next();
        NaiveDate::from_ymd_opt(next.year(), next.first_month(), 1).map(|first| Day(first).previous())
    }

    /// The period after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Quarter { year, quarter: 4 } => Self::Quarter { year: year + 1, quarter: 1 },
            Self::Quarter { year, quarter } => Self::Quarter { year, quarter: quarter + 1 },
            Self::Year(year) => Self::Year(year + 1),
            Self::HalfYear { year, half: 2 } => Self::HalfYear { year: year + 1, half: 1 },
            Self::HalfYear { year, half } => Self::HalfYear { year, half: half + 1 },
            Self::Month { year, month: 12 } => Self::Month { year: year + 1, month: 1 },
            Self::Month { year, month } => Self::Month { year, month: month + 1 },
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::HalfYear { year, half } => write!(f, "{year:04}-H{half}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shaped for Period {
    const SHAPE: &'static Shape = &Shape::Pattern("^[0-9]{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$");
}

/// A day of each year, such as 31 March, so many years after the year it belongs to; written `+1-03-31`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearDay {
    /// Years after.
    pub after: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
}

impl YearDay {
    /// That day for the given year; 28 February stands in for a 29th that the year lacks.
    #[must_use]
    pub fn of(self, year: i32) -> Option<Day> {
        let year = year.checked_add(self.after)?;
        Day::new(year, self.month, self.day).or_else(|| Day::new(year, self.month, self.day.min(28)))
    }
}

impl core::str::FromStr for YearDay {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.strip_prefix('+').ok_or(NotADay)?.splitn(3, '-');
        let mut number = |digits: usize| {
            parts
                .next()
                .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u32>().ok())
                .ok_or(NotADay)
        };
        let (after, month, day) = (number(1)?, number(2)?, number(2)?);
        // 2000 is a leap year: every day of any year is a day of it.
        Day::new(2000, month, day).ok_or(NotADay)?;
        Ok(Self { after: i32::try_from(after).map_err(|_| NotADay)?, month, day })
    }
}

impl fmt::Display for YearDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}-{:02}-{:02}", self.after, self.month, self.day)
    }
}

impl Serialize for YearDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for YearDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Readable for YearDay {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| text.parse().ok())
    }
}

impl Shaped for YearDay {
    const SHAPE: &'static Shape = &Shape::YearDay;
}

impl Part for YearDay {}

/// A day, or a month of which the day is not known: `1970-05-31` or `1970-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOrMonth {
    /// The earliest day that it may be.
    first: Day,
    /// The latest.
    last: Day,
}

impl DayOrMonth {
    /// How many whole years have passed since on a day: at least, and at most. None yet, if it is still to come.
    #[must_use]
    pub fn years_on(self, day: Day) -> [Option<u32>; 2] {
        [self.last, self.first].map(|since| day.years_since(since))
    }
}

impl core::str::FromStr for DayOrMonth {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        const MONTH: usize = "1970-05".len();
        if text.len() != MONTH {
            return text.parse().map(|day| Self { first: day, last: day });
        }
        let day = |day: &str| [text, "-", day].concat().parse::<Day>();
        let last = ["31", "30", "29", "28"].iter().find_map(|last| day(last).ok());
        Ok(Self { first: day("01")?, last: last.ok_or(NotADay)? })
    }
}

impl fmt::Display for DayOrMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            return self.first.fmt(f);
        }
        write!(f, "{:04}-{:02}", self.first.0.year(), self.first.0.month())
    }
}

impl Serialize for DayOrMonth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DayOrMonth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Readable for DayOrMonth {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| text.parse().ok())
    }
}

impl Shaped for DayOrMonth {
    const SHAPE: &'static Shape = &Shape::DayOrMonth;
}

impl Part for DayOrMonth {}

impl Part for Period {}
