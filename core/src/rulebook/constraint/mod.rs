//! What a norm can require: the nouns of each constraint kind, by what they are about.

mod conduct;
mod counting;
mod duty;
mod holding;
mod meeting;
mod procedure;
mod streak;
mod term;
mod time;

pub use self::conduct::*;
pub use self::counting::*;
pub use self::duty::*;
pub use self::holding::*;
pub use self::meeting::*;
pub use self::procedure::*;
pub use self::streak::*;
pub use self::term::*;
pub use self::time::*;
use crate::shape::{choice, noun};
use crate::value::Id;

choice! {
    /// What a norm requires. Each kind is carried out by one module of the engine.
    pub enum Constraint {
        /// How many of a group there are.
        Count(Range),
        /// A group is at least a share of another.
        Share(Portion),
        /// The seat is held by who may hold it.
        HeldBy(HeldBy),
        /// An act is done by whoever holds a seat, or belongs to a group.
        DoneBy(DoneBy),
        /// What is judged has this attribute.
        Attribute(Attribute),
        /// Someone has judged, by name and on a day, that it is so.
        Attested(Attested),
        /// The steps of the procedure of this name are taken in their order.
        Procedure(Id),
        /// One step of a procedure shows what it must.
        Step(StepRule),
        /// A public notice runs long enough before what follows it.
        NoticePeriod(NoticePeriod),
        /// Between two events lies so much time, or so little.
        Period(Interval),
        /// No objection to a public notice stands when it closes.
        Unopposed(NoticeStep),
        /// After the event something follows.
        FollowUp(FollowUp),
        /// So many meetings in each period.
        Cadence(Cadence),
        /// Each year something is due for each member or unit.
        YearlyDuty(YearlyDuty),
        /// A meeting is held only with so many members present.
        Quorum(Quorum),
        /// A topic or a resolution is passed only with so many votes.
        Majority(Majority),
        /// Who may put an item.
        Proposal(Proposal),
        /// A meeting is announced in time, with what the notice must say.
        Notification(Notification),
        /// What happened so often in a row, or so lately, has its consequence.
        Streak(Streak),
        /// How long the committee's terms last, or what that asks for.
        Term(TermRule),
        /// Something is allowed: nothing to find.
        Permission(Empty),
    }
}

impl Default for Constraint {
    fn default() -> Self {
        Self::Permission(Empty::default())
    }
}

noun! {
    /// Nothing more to say.
    pub struct Empty {
    }
}
