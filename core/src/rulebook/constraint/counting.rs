use super::super::selector::SeatSelector;
use crate::shape::{choice, noun, word};
use crate::value::{Count, Maybe, Share};

word! {
    /// What is counted.
    pub enum Counted {
        /// Each person once, however many seats.
        Persons = "persons",
        /// Each seat.
        Seats = "seats",
    }
}

noun! {
    /// How many of a group there are. Both bounds are included.
    pub struct Range {
        /// Whose.
        of: SeatSelector,
        /// What is counted.
        counted: Counted,
        /// At least so many.
        at_least: Maybe<Count>,
        /// At most so many.
        at_most: Maybe<Count>,
    }
}

choice! {
    /// Something that a share is taken of.
    pub enum Measure {
        /// Persons in such seats, each once.
        Persons(SeatSelector),
        /// Hours of a training class.
        Hours(Hours),
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::Hours(Hours::All)
    }
}

word! {
    /// Hours of a training class.
    pub enum Hours {
        /// All of them.
        All = "all",
        /// Those of theory.
        Theory = "theory",
    }
}

noun! {
    /// A group is at least a share of another. Both must be of one kind: persons or hours.
    pub struct Portion {
        /// The part.
        of: Measure,
        /// The whole.
        among: Measure,
        /// The share, included.
        at_least: Share,
    }
}

noun! {
    /// At least this share of the members is present.
    pub struct Quorum {
        /// The share, included.
        at_least: Share,
    }
}
