//! A share that a part of a whole must reach, or must not.

use super::tally::Tally;
use super::truth::Known;
use crate::value::{Maybe, Share};

/// What is reached by at least a share, or only by more than it. Whole numbers are compared, nothing is rounded.
#[derive(Clone, Copy)]
pub(super) enum Bar {
    AtLeast(Share),
    MoreThan(Share),
}

impl Bar {
    /// What must be reached: a lint refuses both at once.
    pub(super) fn floor(at_least: Maybe<Share>, more_than: Maybe<Share>) -> Option<Self> {
        at_least.get().map(Self::AtLeast).or(more_than.get().map(Self::MoreThan))
    }

    /// What must not be reached.
    pub(super) fn ceiling(at_most: Maybe<Share>, less_than: Maybe<Share>) -> Option<Self> {
        at_most.get().map(Self::MoreThan).or(less_than.get().map(Self::AtLeast))
    }

    pub(super) const fn share(self) -> Share {
        match self {
            Self::AtLeast(share) | Self::MoreThan(share) => share,
        }
    }

    pub(super) const fn is_reached(self, count: u32, among: u32) -> bool {
        match self {
            Self::AtLeast(share) => share.is_reached(count, among),
            Self::MoreThan(share) => share.is_passed(count, among),
        }
    }

    /// The fewest of so many that reach it.
    pub(super) const fn fewest(self, among: u32) -> u32 {
        match self {
            Self::AtLeast(share) => share.fewest(among),
            Self::MoreThan(share) => share.most(among).saturating_add(1),
        }
    }

    /// Whether it is reached, as far as both numbers are known.
    pub(super) const fn compare(self, part: &Tally, whole: &Tally) -> Known {
        if self.is_reached(part.surely, whole.at_most) {
            Known::True
        } else if self.is_reached(part.at_most, whole.surely) {
            Known::Unknown
        } else {
            Known::False
        }
    }
}
