use alloc::boxed::Box;
use core::cmp::Ordering;
use core::fmt;
use core::iter::successors;

use serde::{Serialize, Serializer};

use crate::calendar::Day;
use crate::shape::{Part, Presence, Shape, Shaped, word};
use crate::value::{Id, Share};

word! {
    /// The name of a fact. Its meaning never changes.
    pub enum Fact {
        /// How many were counted.
        Counted = "counted",
        /// The most there may be, where some are unsure.
        AtMost = "atMost",
        /// Of how many.
        Among = "among",
        /// At least so many are required.
        Required = "required",
        /// At most so many are allowed.
        Allowed = "allowed",
        /// The share that is required.
        Share = "share",
        /// Days that count.
        Days = "days",
        /// How many days late.
        DaysLate = "daysLate",
        /// The step concerned.
        Step = "step",
        /// The step that came after it, or that it must follow.
        Other = "other",
        /// The day seen.
        On = "on",
        /// The day it must be compared with.
        Against = "against",
        /// The organization seen.
        Organization = "organization",
        /// The person seen.
        Person = "person",
        /// The seat that is required.
        Seat = "seat",
        /// The part of a notice that is empty.
        Part = "part",
        /// What the record says.
        Found = "found",
        /// The audience that is missing.
        Audience = "audience",
        /// How many are left out.
        LeftOut = "leftOut",
        /// Which days are counted, where they are not calendar days.
        Unit = "unit",
        /// Which figure of the area a bound rests on, or which form of an organization.
        Basis = "basis",
        /// How large that figure is.
        Figure = "figure",
        /// Odd or even, as is required.
        Parity = "parity",
        /// The relative seen.
        Relative = "relative",
        /// What the relative is to the person seen.
        Relation = "relation",
        /// Why a seat ended.
        Cause = "cause",
        /// Whole years on the day.
        Years = "years",
        /// The kind of another committee.
        Committee = "committee",
    }
}

#[cfg(feature = "schema")]
impl Fact {
    /// What may stand in it.
    pub(crate) const fn shape(self) -> &'static Shape {
        match self {
            Self::Counted
            | Self::AtMost
            | Self::Among
            | Self::Required
            | Self::Allowed
            | Self::Days
            | Self::Years
            | Self::DaysLate
            | Self::LeftOut
            | Self::Figure => &Shape::Whole { min: 0, max: u32::MAX },
            Self::Share => &Shape::Share,
            Self::On | Self::Against => &Shape::Day,
            Self::Organization | Self::Person | Self::Relative | Self::Committee => &Shape::Id,
            Self::Found => &Shape::Flag,
            Self::Step
            | Self::Other
            | Self::Seat
            | Self::Part
            | Self::Audience
            | Self::Unit
            | Self::Basis
            | Self::Parity
            | Self::Relation
            | Self::Cause => &Shape::Text { min: 1, max: 40 },
        }
    }
}

/// The value of a fact.
// With a tag as wide as a word, what is copied is read in the pieces in which it was written: many facts are copied as
// soon as they are made.
#[repr(usize)]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Value {
    /// A number.
    Number(u32),
    /// A day.
    Day(Day),
    /// A share.
    Share(Share),
    /// The id of an entry of the record.
    Id(Id),
    /// A word of the record's vocabulary.
    Word(&'static str),
    /// Yes or no.
    Flag(bool),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Day(day) => day.serialize(serializer),
            Self::Share(share) => share.serialize(serializer),
            Self::Id(id) => id.serialize(serializer),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

/// The facts behind a verdict, by name.
#[derive(Clone, PartialEq, Eq)]
pub struct Facts {
    /// How many stand here. What is behind them is always the same.
    count: u8,
    names: [Fact; Self::ROOM],
    values: [Value; Self::ROOM],
    /// The others: few verdicts have so many.
    more: Option<Box<Self>>,
}

impl Facts {
    const ROOM: usize = 3;

    pub(super) const NONE: Self = Self {
        count: 0,
        names: [Fact::Counted; Self::ROOM],
        values: [const { Value::Flag(false) }; Self::ROOM],
        more: None,
    };

    /// The fact of this name.
    #[must_use]
    pub fn get(&self, name: Fact) -> Option<&Value> {
        self.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// Every fact, in the order in which it was found.
    pub fn iter(&self) -> impl Iterator<Item = (Fact, &Value)> {
        let all = successors(Some(self), |facts| facts.more.as_deref());
        all.flat_map(|facts| facts.names.into_iter().zip(&facts.values).take(usize::from(facts.count)))
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    // It is called at a hundred places: inlined there, it makes the module larger.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub(crate) fn push(&mut self, name: Fact, value: Value) {
        let at = usize::from(self.count);
        if let (Some(named), Some(place)) = (self.names.get_mut(at), self.values.get_mut(at)) {
            *named = name;
            *place = value;
            self.count += 1;
        } else {
            self.push_more(name, value);
        }
    }

    #[cold]
    fn push_more(&mut self, name: Fact, value: Value) {
        self.more.get_or_insert_default().push(name, value);
    }
}

impl Default for Facts {
    fn default() -> Self {
        Self::NONE
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialOrd for Facts {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Facts {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Shaped for Facts {
    const SHAPE: &'static Shape = &Shape::Facts;
    const PRESENCE: Presence = Presence::Optional;
}

impl Part for Facts {
    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}
