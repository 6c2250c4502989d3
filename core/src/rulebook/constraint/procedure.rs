use super::super::selector::Proof;
use crate::record::StepKind;
use crate::shape::{noun, word};
use crate::value::{Id, Whole};

noun! {
    /// What one step of a procedure must show.
    pub struct StepRule {
        /// The procedure, by name.
        procedure: Id,
        /// The step.
        step: StepKind,
        /// What it must show.
        shows: Proof,
    }
}

noun! {
    /// A public notice of a procedure.
    pub struct NoticeStep {
        /// The procedure, by name.
        procedure: Id,
    }
}

word! {
    /// Which days count.
    pub enum DayKind {
        /// Every day.
        Calendar = "calendar",
    }
}

noun! {
    /// How days are counted: declared, never guessed.
    pub struct Counting {
        /// Which days count.
        days: DayKind,
        /// Whether the first day counts.
        first_day_counts: bool,
    }
}

noun! {
    /// A public notice runs at least so many days before the steps that follow it and the seat's first day.
    pub struct NoticePeriod {
        /// The procedure, by name.
        procedure: Id,
        /// At least so many days.
        at_least: Whole<1, 366>,
        /// How they are counted.
        counting: Counting,
    }
}
