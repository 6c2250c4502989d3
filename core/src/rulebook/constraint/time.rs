use crate::shape::{noun, word};
use crate::value::Maybe;

word! {
    /// Which days count.
    pub enum DayKind {
        /// Every day.
        Calendar = "calendar",
        /// Days on which people work, by the calendar that the caller hands in; without one nothing can be told.
        Working = "working",
    }
}

noun! {
    /// How days are counted: declared, never guessed.
    pub struct Counting {
        /// Which days count.
        days: DayKind,
        /// Whether the first day counts.
        first_day_counts: bool,
        /// Whether what ends on a day off ends on the next working day: then a calendar is needed, whichever days count.
        ends_on_working_day: Maybe<bool>,
    }
}

impl Counting {
    /// How days are counted where a rulebook does not say: calendar days, without the first.
    pub(crate) const fn usual() -> Self {
        Self { days: DayKind::Calendar, first_day_counts: false, ends_on_working_day: Maybe::Absent }
    }
}
