use alloc::vec::Vec;

use crate::record::{Cause, Grade};
use crate::shape::{choice, noun};
use crate::value::{Maybe, Whole};

choice! {
    /// What happened so often in a row, or so lately, that it has a consequence.
    pub enum Streak {
        /// The holder was not present at so many meetings in a row.
        Absences(Absences),
        /// The holder was assessed so for so many years in a row.
        Grades(Grades),
        /// Who left a seat for certain causes comes into none before some time has passed.
        CoolingOff(CoolingOff),
    }
}

impl Default for Streak {
    fn default() -> Self {
        Self::CoolingOff(CoolingOff::default())
    }
}

noun! {
    /// Meetings in a row at which the holder was not present.
    pub struct Absences {
        /// How many.
        in_a_row: Whole<1, 99>,
        /// Only those without leave.
        without_leave: Maybe<bool>,
        /// What follows.
        then: Consequence,
    }
}

noun! {
    /// Years in a row in which the holder was assessed so.
    pub struct Grades {
        /// How many.
        in_a_row: Whole<1, 99>,
        /// One of these grades.
        grades: Vec<Grade>,
        /// What follows.
        then: Consequence,
    }
}

noun! {
    /// The seat ends for one of these causes, in time.
    pub struct Consequence {
        /// For one of these.
        causes: Vec<Cause>,
        /// So many days after the last of them at most: 1 is the day after.
        within_days: Whole<0, 3660>,
    }
}

noun! {
    /// Who left a seat of the committee for one of these causes comes into none before some time has passed.
    pub struct CoolingOff {
        /// For one of these.
        after: Vec<Cause>,
        /// So many months after the last day of that seat: through the day of the same number, or the month's last.
        months: Whole<1, 600>,
    }
}
