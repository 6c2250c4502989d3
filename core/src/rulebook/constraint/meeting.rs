use alloc::vec::Vec;

use super::super::selector::SeatSelector;
use super::Empty;
use crate::record::Electorate;
use crate::shape::{choice, noun, word};
use crate::value::{Maybe, Share};

choice! {
    /// Of whom a share must be present.
    pub enum QuorumBase {
        /// Members who hold such seats that day.
        Members(SeatSelector),
        /// The units that have a member that day: present is a unit of whose members one is.
        Units(Empty),
        /// Others, as the meeting's `turnouts` count them.
        Turnout(Electorate),
    }
}

impl Default for QuorumBase {
    fn default() -> Self {
        Self::Units(Empty::default())
    }
}

noun! {
    /// A meeting is held only with a share of the members, or of others, present.
    pub struct Quorum {
        /// Of whom. Left out: of the members.
        of: Maybe<QuorumBase>,
        /// At least this share.
        at_least: Maybe<Share>,
        /// More than this share.
        more_than: Maybe<Share>,
        /// What else must be reached at once.
        also: Vec<QuorumPart>,
    }
}

noun! {
    /// A share of others that must be present at once.
    pub struct QuorumPart {
        /// Of whom. Left out: of the members.
        of: Maybe<QuorumBase>,
        /// At least this share.
        at_least: Maybe<Share>,
        /// More than this share.
        more_than: Maybe<Share>,
    }
}

word! {
    /// Whether abstentions are votes cast.
    pub enum Abstentions {
        /// They are.
        Counted = "counted",
        /// They are left out.
        LeftOut = "left-out",
    }
}

choice! {
    /// What the votes for are a share of.
    pub enum VoteBase {
        /// All who may vote: `due` of the votes or, where it is left out, the members of the meeting's day.
        Members(Empty),
        /// All who were present: `present` of the votes or, where it is left out, the members present at the meeting.
        Present(Empty),
        /// All votes cast, with abstentions or without.
        Cast(Abstentions),
    }
}

impl Default for VoteBase {
    fn default() -> Self {
        Self::Members(Empty::default())
    }
}

word! {
    /// What becomes of as many votes for as against.
    pub enum Tie {
        /// The chair's casting vote decides, whatever the share.
        ChairDecides = "chair-decides",
        /// It is not passed, whatever the share.
        Fails = "fails",
    }
}

noun! {
    /// A topic, or a resolution in a procedure, is passed only with a share of the votes.
    pub struct Majority {
        /// Of which votes.
        of: VoteBase,
        /// At least this share.
        at_least: Maybe<Share>,
        /// More than this share.
        more_than: Maybe<Share>,
        /// What becomes of a tie. Left out: the share alone decides.
        tie: Maybe<Tie>,
        /// Whether every vote is to be cast in person, without proxies.
        in_person: Maybe<bool>,
    }
}
