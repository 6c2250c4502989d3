use alloc::vec::Vec;

use super::truth::Truth;
use crate::path::Path;
use crate::value::Share;

/// How many there are: surely, and at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) surely: u32,
    pub(super) at_most: u32,
    pub(super) missing: Vec<Path>,
}

impl Tally {
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
    pub(super) fn reaches(&self, share: Share) -> Truth {
        if !self.missing.is_empty() {
            return Truth::Unknown(self.missing.clone());
        }
        if share.is_reached(self.present.surely, self.members.at_most) {
            Truth::True
        } else if share.is_reached(self.present.at_most, self.members.surely) {
            Truth::Unknown([self.members.missing.as_slice(), self.present.missing.as_slice()].concat())
        } else {
            Truth::False
        }
    }
}
