use alloc::vec::Vec;

use super::super::selector::{About, Group, OrganizationSelector};
use super::time::Counting;
use crate::calendar::Length;
use crate::record::{Audience, Claim, Seat};
use crate::shape::{choice, noun, word};
use crate::value::{Maybe, Share, Whole};

word! {
    /// An act at or before a meeting.
    pub enum Act {
        /// Convening it: judged on the day of the notice, where there is one.
        Convened = "convened",
        /// Chairing it.
        Chaired = "chaired",
        /// Summing up.
        SummedUp = "summed-up",
    }
}

noun! {
    /// An act is done by whoever holds one of these seats that day, or belongs to this group.
    pub struct DoneBy {
        /// The act.
        act: Act,
        /// The seats. Left out: any seat or, with a group, none.
        seats: Vec<Seat>,
        /// The group.
        group: Maybe<Group>,
    }
}

choice! {
    /// An attribute, and the value it must have.
    pub enum Attribute {
        /// What is known of the person who holds the seat.
        Person(Group),
        /// Whether the member's party affiliation was moved.
        AffiliationMoved(bool),
        /// Whether the member is employed by the subdistrict or community.
        Employed(bool),
        /// Whether the member serves mainly as a volunteer.
        Volunteer(bool),
        /// Whether the member is linked to communities or units.
        Linked(bool),
        /// Whether opinions were sought before a topic was settled.
        OpinionsSought(bool),
        /// The audiences that a topic is talked over with.
        Consulted(Vec<Audience>),
        /// Whether a problem list sets a deadline.
        DeadlineSet(bool),
    }
}

impl Default for Attribute {
    fn default() -> Self {
        Self::Linked(true)
    }
}

noun! {
    /// A human judgement, named and dated.
    pub struct Attested {
        /// What is claimed.
        claim: Claim,
        /// About whom.
        about: About,
        /// Whose judgement counts. Left out: anybody's.
        by: Maybe<Attester>,
        /// That it holds was judged no longer ago than this, on the day of what is judged. Left out: at any time.
        within: Maybe<Length>,
        /// How days are counted. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
        /// That it holds is judged anew in each year, by its last day: only of seats as they stand.
        each_year: Maybe<bool>,
    }
}

choice! {
    /// Whose judgement counts.
    pub enum Attester {
        /// That of such an organization.
        Organization(OrganizationSelector),
        /// That of whoever holds one of these seats on the day of it.
        Seats(Vec<Seat>),
        /// That of whoever belongs to this group on the day of it.
        Group(Group),
    }
}

impl Default for Attester {
    fn default() -> Self {
        Self::Seats(Vec::new())
    }
}

noun! {
    /// A topic comes from the holder of one of these seats, or from this share of the members together.
    pub struct Proposal {
        /// The seats.
        seats: Vec<Seat>,
        /// The share, included.
        or_share: Share,
        /// When it is handed in, and taken up.
        handed_in: Maybe<HandedIn>,
    }
}

noun! {
    /// How long before the meeting a topic is handed in.
    pub struct HandedIn {
        /// At least so long.
        at_least: Maybe<Length>,
        /// At most so long: a meeting takes it up in that time.
        at_most: Maybe<Length>,
        /// How days are counted. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
    }
}

word! {
    /// What the notice of a meeting says.
    pub enum Told {
        /// The topics.
        Topics = "topics",
        /// The time.
        Time = "time",
        /// The place.
        Place = "place",
        /// The purpose.
        Purpose = "purpose",
    }
}

noun! {
    /// A meeting is announced at least so many days before, with what the notice must say.
    pub struct Notification {
        /// Days before the meeting's day: 1 is the day before.
        days_before: Whole<1, 366>,
        /// How they are counted, from the notice's day to the meeting's. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
        /// What it must say.
        tells: Vec<Told>,
    }
}
