use alloc::vec::Vec;

use super::super::selector::{Group, SeatSelector};
use crate::record::{Relation, Seat};
use crate::shape::{choice, noun};
use crate::value::Id;

choice! {
    /// What is asked of who holds the seat, on the day.
    pub enum HeldBy {
        /// The holder belongs to this group.
        Group(Group),
        /// The holder also holds one of these seats of the committee.
        Also(Vec<Seat>),
        /// The holder holds none of these beside it.
        NotAlso(Excluded),
        /// The holder is no relative of who holds these.
        NotKin(Kinship),
    }
}

impl Default for HeldBy {
    fn default() -> Self {
        Self::Group(Group::default())
    }
}

impl Default for Group {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

noun! {
    /// Seats that cannot be held together with the one judged.
    pub struct Excluded {
        /// These other seats of the committee.
        seats: Vec<Seat>,
        /// Any seat of another committee of one of these kinds, as told in the person's `seatsElsewhere`.
        elsewhere: Vec<Id>,
    }
}

noun! {
    /// Relatives who cannot hold seats at once.
    pub struct Kinship {
        /// Who holds these seats.
        of: SeatSelector,
        /// These relations of the other person to the holder; any, if left out.
        relations: Vec<Relation>,
    }
}
