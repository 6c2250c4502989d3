use alloc::vec::Vec;

use super::super::selector::{Role, SeatSelector};
use crate::record::PartyForm;
use crate::shape::{choice, noun, word};
use crate::value::{Amount, Count, Maybe, Share, Whole};

word! {
    /// What is counted.
    pub enum Counted {
        /// Each person once, however many seats.
        Persons = "persons",
        /// Each seat.
        Seats = "seats",
        /// The community workers, as the figures of the area give them.
        Workers = "workers",
    }
}

word! {
    /// Whether a number is odd or even.
    pub enum Parity {
        /// Odd.
        Odd = "odd",
        /// Even.
        Even = "even",
    }
}

noun! {
    /// How many of a group there are. All that is given must hold; what a tier gives stands in the place of what is given
    /// here.
    pub struct Range {
        /// Whose. Left out: all.
        of: Maybe<SeatSelector>,
        /// What is counted.
        counted: Counted,
        /// At least so many.
        at_least: Maybe<Count>,
        /// More than so many.
        more_than: Maybe<Count>,
        /// At most so many.
        at_most: Maybe<Count>,
        /// Less than so many.
        less_than: Maybe<Whole<1, 100_000>>,
        /// An odd or an even number.
        parity: Maybe<Parity>,
        /// So many for every so many of a figure of the area.
        per: Maybe<Ratio>,
        /// More for every so many of a figure of the area above a number.
        steps: Maybe<Steps>,
        /// Bounds by a figure of the area or by the form of an organization: the first tier whose case holds. Where there
        /// are tiers and the case of none holds, there is nothing to judge.
        tiers: Vec<Tier>,
    }
}

noun! {
    /// Bounds of a tier.
    pub struct Limits {
        /// At least so many.
        at_least: Maybe<Count>,
        /// More than so many.
        more_than: Maybe<Count>,
        /// At most so many.
        at_most: Maybe<Count>,
        /// Less than so many.
        less_than: Maybe<Whole<1, 100_000>>,
        /// An odd or an even number.
        parity: Maybe<Parity>,
        /// So many for every so many of a figure of the area.
        per: Maybe<Ratio>,
        /// More for every so many of a figure of the area above a number.
        steps: Maybe<Steps>,
    }
}

noun! {
    /// Bounds, and the case in which they hold.
    pub struct Tier {
        /// The case. Left out: whatever no tier before it covers.
        r#where: Maybe<TierCase>,
        /// The bounds.
        require: Limits,
    }
}

choice! {
    /// The case of a tier.
    pub enum TierCase {
        /// A figure of the area lies within bounds.
        Figure(FigureSpan),
        /// A party organization has one of these forms.
        Form(FormOf),
    }
}

impl Default for TierCase {
    fn default() -> Self {
        Self::Figure(FigureSpan::default())
    }
}

word! {
    /// A figure of the committee's area.
    pub enum Figure {
        /// Residents.
        Residents = "residents",
        /// Households.
        Households = "households",
        /// Party members.
        PartyMembers = "party-members",
        /// Community workers.
        Workers = "workers",
    }
}

noun! {
    /// A figure of the area within bounds.
    pub struct FigureSpan {
        /// Which.
        of: Figure,
        /// At least so many.
        at_least: Maybe<Amount>,
        /// More than so many.
        more_than: Maybe<Amount>,
        /// At most so many.
        at_most: Maybe<Amount>,
        /// Less than so many.
        less_than: Maybe<Amount>,
    }
}

noun! {
    /// A party organization of one of these forms.
    pub struct FormOf {
        /// Which organization.
        organization: Role,
        /// The forms.
        forms: Vec<PartyForm>,
    }
}

word! {
    /// How a number that does not come out whole is made whole.
    pub enum Rounding {
        /// To the next whole number: what was begun counts.
        Up = "up",
        /// To the whole number below: only what is full counts.
        Down = "down",
    }
}

word! {
    /// A bound of a range.
    pub enum Bound {
        /// The least.
        Least = "least",
        /// The most.
        Most = "most",
        /// Both.
        Both = "both",
    }
}

noun! {
    /// So many for every so many of a figure of the area: 18 for every 10,000 residents.
    pub struct Ratio {
        /// The figure.
        of: Figure,
        /// So many.
        count: Count,
        /// For every so many.
        every: Whole<1, 100_000_000>,
        /// How it is made whole.
        rounding: Rounding,
        /// Which bound it is.
        sets: Bound,
    }
}

noun! {
    /// More for every so many of a figure of the area above a number: 1 more for every 500 households above 5,000.
    pub struct Steps {
        /// The figure.
        of: Figure,
        /// Above so many.
        above: Amount,
        /// For every so many.
        every: Whole<1, 100_000_000>,
        /// So many more.
        add: Count,
        /// Whether a step that was begun counts.
        rounding: Rounding,
        /// Which bound it raises.
        raises: Bound,
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
    /// A group is a share of another, within bounds. Both must be of one kind: persons or hours.
    pub struct Portion {
        /// The part.
        of: Measure,
        /// The whole.
        among: Measure,
        /// At least this share.
        at_least: Maybe<Share>,
        /// More than this share.
        more_than: Maybe<Share>,
        /// At most this share.
        at_most: Maybe<Share>,
        /// Less than this share.
        less_than: Maybe<Share>,
    }
}

impl Range {
    /// The bounds of a case, and in their place, where it has none, those of all cases.
    pub(crate) fn limits_in(&self, tier: Option<&Tier>) -> Limits {
        let none = Limits::default();
        let tier = tier.map_or(&none, |tier| &tier.require);
        let has_least = tier.at_least != Maybe::Absent || tier.more_than != Maybe::Absent;
        let has_most = tier.at_most != Maybe::Absent || tier.less_than != Maybe::Absent;
        Limits {
            at_least: if has_least { tier.at_least } else { self.at_least },
            more_than: if has_least { tier.more_than } else { self.more_than },
            at_most: if has_most { tier.at_most } else { self.at_most },
            less_than: if has_most { tier.less_than } else { self.less_than },
            parity: tier.parity.or(self.parity),
            per: tier.per.clone().or(self.per.clone()),
            steps: tier.steps.clone().or(self.steps.clone()),
        }
    }

    /// The bounds of each case; of all, if there are no tiers.
    pub(crate) fn cases(&self) -> impl Iterator<Item = Limits> {
        let tiers = self.tiers.iter().map(|tier| self.limits_in(Some(tier)));
        tiers.chain(self.tiers.is_empty().then(|| self.limits_in(None)))
    }
}

impl Limits {
    /// The least that it allows, without what a figure adds.
    pub(crate) fn least(&self) -> Option<u32> {
        let above = self.more_than.get().map(|more| more.get() + 1);
        self.at_least.get().map(Count::get).max(above)
    }

    /// The most that it allows, without what a figure adds.
    pub(crate) fn most(&self) -> Option<u32> {
        let below = self.less_than.get().map(|less| less.get() - 1);
        let most = self.at_most.get().map(Count::get);
        most.into_iter().chain(below).min()
    }

    /// Whether it bounds nothing.
    pub(crate) fn are_open(&self) -> bool {
        *self == Self::default()
    }
}
