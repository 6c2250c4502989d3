use alloc::vec::Vec;

use super::super::selector::Group;
use super::Empty;
use super::time::Counting;
use crate::calendar::{Length, YearDay};
use crate::record::OrganizationKind;
use crate::shape::{choice, noun, word};
use crate::value::{Id, Maybe};

word! {
    /// What follows an event.
    pub enum Following {
        /// A copy of the certificate.
        Copy = "copy",
        /// The minutes of a meeting.
        Minutes = "minutes",
        /// Reports back on a topic, on or after the meeting's day.
        ReportsBack = "reports-back",
        /// The feedback of an assessment.
        Feedback = "feedback",
        /// The report of an assessment to the authority that manages the cadre.
        AuthorityFeedback = "authority-feedback",
        /// The proposal of accountability.
        Accountability = "accountability",
    }
}

choice! {
    /// To whom something goes.
    pub enum Addressee {
        /// A unit of the person concerned, or the unit concerned: one of several suffices. No unit: not applicable.
        Unit(Empty),
        /// Every unit that has a member that day.
        UnitsOfMembers(Empty),
        /// An organization of one of these kinds.
        Kind(Vec<OrganizationKind>),
    }
}

noun! {
    /// After the event something follows.
    pub struct FollowUp {
        /// What.
        what: Following,
        /// The procedure that a copy belongs to, by name.
        procedure: Maybe<Id>,
        /// To whom.
        to: Maybe<Addressee>,
        /// In writing.
        written: Maybe<bool>,
        /// On the very day of the event.
        same_day: Maybe<bool>,
        /// At most so long after the event.
        within: Maybe<Length>,
        /// How days are counted. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
    }
}

word! {
    /// The list in which a yearly duty shows.
    pub enum Duty {
        /// `/assessments`
        Assessments = "assessments",
        /// `/dutyReports`
        DutyReports = "duty-reports",
        /// `/performanceReports`
        PerformanceReports = "performance-reports",
    }
}

choice! {
    /// For whom a yearly duty is due: whoever holds a seat on the last day of the year, or the units they come from.
    pub enum Obliged {
        /// Members of this group.
        Members(Group),
        /// Units that have a member.
        Units(Empty),
    }
}

impl Default for Obliged {
    fn default() -> Self {
        Self::Units(Empty::default())
    }
}

noun! {
    /// Each year something is due for each member or unit, by a day.
    pub struct YearlyDuty {
        /// What.
        list: Duty,
        /// For whom.
        each: Obliged,
        /// The last day, as years after and a day of the year: `+1-03-31` is 31 March of the next year.
        due: YearDay,
        /// In writing.
        written: Maybe<bool>,
        /// Passed on to the member's unit by the same day, where there is a unit.
        passed_on_to_unit: Maybe<bool>,
    }
}
