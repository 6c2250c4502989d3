use alloc::vec::Vec;

use crate::calendar::{Length, YearDay};
use crate::record::StepKind;
use crate::shape::{choice, noun, word};
use crate::value::{Id, Maybe, Share, Whole};

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

word! {
    /// A day in the life of what is judged.
    pub enum Landmark {
        /// Of a seat: its first day.
        SeatBegins = "seat-begins",
        /// Of a seat: its last day, at the latest that of its term.
        SeatEnds = "seat-ends",
        /// Of a seat: the last day of the public notice of a procedure.
        PublicNoticeEnds = "public-notice-ends",
        /// Of a meeting, or of a topic's meeting: its day.
        Meeting = "meeting",
        /// The day of its notice.
        Notice = "notice",
        /// The day its minutes were made.
        Minutes = "minutes",
        /// The day its decisions were published.
        Publication = "publication",
        /// Of a topic: the day it was handed in.
        HandedIn = "handed-in",
        /// Of a topic: the day of the first report back.
        FirstReport = "first-report",
        /// Of a problem list: the day it was issued.
        ProblemList = "problem-list",
        /// The day by which it is to be settled.
        Deadline = "deadline",
        /// The day it was settled.
        Settled = "settled",
        /// Of an assessment: its day.
        Assessment = "assessment",
        /// The day of its feedback.
        Feedback = "feedback",
        /// The day of its report to the authority that manages the cadre.
        AuthorityFeedback = "authority-feedback",
        /// The day accountability was proposed.
        Accountability = "accountability",
    }
}

choice! {
    /// One of the events that a period lies between.
    pub enum Moment {
        /// A step of the procedure; of a public notice, its first day. Of several the first that was passed.
        Step(StepKind),
        /// Such a day.
        Day(Landmark),
    }
}

impl Default for Moment {
    fn default() -> Self {
        Self::Day(Landmark::default())
    }
}

noun! {
    /// Between two events of what is judged, the second after the first, lies so much time or so little.
    ///
    /// `atLeast` says that the second is on the last day of a period that begins with the first, or later; `atMost` that
    /// it is no later than that. With the first day not counted, 1 day is from one day to the next.
    pub struct Interval {
        /// The procedure whose steps are meant, by name.
        procedure: Maybe<Id>,
        /// The event that the period begins with.
        from: Moment,
        /// The event that it ends with.
        to: Moment,
        /// At least so long.
        at_least: Maybe<Length>,
        /// At most so long.
        at_most: Maybe<Length>,
        /// How days are counted. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
    }
}

noun! {
    /// How often the committee meets: so many meetings in each period, and how far apart.
    pub struct Cadence {
        /// At least so many in each period.
        at_least: Maybe<Whole<1, 366>>,
        /// At most so many in each period.
        at_most: Maybe<Whole<1, 366>>,
        /// One meeting at least in each of these parts of a year: only where the period is a year.
        slots: Vec<Slot>,
        /// After each meeting, and after the committee's first day, the next follows within so long.
        longest_gap: Maybe<Length>,
        /// No meeting follows the one before it sooner than so long after.
        shortest_gap: Maybe<Length>,
        /// How the days of gaps are counted. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
        /// Which meetings count. Left out: all.
        which: Maybe<MeetingSelector>,
    }
}

noun! {
    /// A part of each year.
    pub struct Slot {
        /// Its first day, such as `+0-03-01`.
        from: YearDay,
        /// Its last day, such as `+0-03-31`; of the next year, such as `+1-01-15`.
        through: YearDay,
    }
}

noun! {
    /// Meetings, by what is known of them. Every field that is given must agree.
    pub struct MeetingSelector {
        /// Called beside the regular ones, or not.
        extraordinary: Maybe<bool>,
        /// With this share of the members present, included.
        quorum: Maybe<Share>,
    }
}
