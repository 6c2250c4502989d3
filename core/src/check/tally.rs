use alloc::vec::Vec;

use super::bar::Bar;
use super::truth::{Known, Truth};
use crate::path::Path;

/// How many there are: surely, and at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) surely: u32,
    pub(super) at_most: u32,
    pub(super) missing: Vec<Path>,
}

impl Tally {
    /// Surely so many.
    pub(super) const fn exactly(count: u32) -> Self {
        Self { surely: count, at_most: count, missing: Vec::new() }
    }

    #[inline]
    pub(super) fn add(&mut self, truth: Truth) {
        match truth {
            Truth::True => {
                self.surely += 1;
                self.at_most += 1;
            }
            Truth::False => {}
            Truth::Unknown(missing) => {
                self.at_most += 1;
                self.missing.extend(missing);
            }
        }
    }
}

/// How many members there were at a meeting, and how many of them were present.
#[derive(Clone, Debug, Default)]
pub(super) struct Attendance {
    pub(super) members: Tally,
    pub(super) present: Tally,
    /// What keeps both from being counted.
    pub(super) missing: Vec<Path>,
}

impl Attendance {
    /// Nothing can be counted for want of these fields.
    pub(super) fn unknown(missing: Vec<Path>) -> Self {
        Self { missing, ..Self::default() }
    }

    /// Whether the share is reached; unknown while either number may still change that.
    pub(super) fn reaches(&self, bar: Bar) -> Truth {
        if !self.missing.is_empty() {
            return Truth::Unknown(self.missing.clone());
        }
        match bar.compare(&self.present, &self.members) {
            Known::True => Truth::True,
            Known::False => Truth::False,
            Known::Unknown => {
                Truth::Unknown([self.members.missing.as_slice(), self.present.missing.as_slice()].concat())
            }
        }
    }

    /// Whether there surely is nobody who could have been present.
    pub(super) const fn is_of_nobody(&self) -> bool {
        self.missing.is_empty() && self.members.surely == 0 && self.members.at_most == 0
    }
}
