use super::super::selector::Proof;
use super::time::Counting;
use crate::record::StepKind;
use crate::shape::noun;
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
