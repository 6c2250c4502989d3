use alloc::vec::Vec;

use super::selector::{About, Group, Proof, SeatSelector};
use crate::calendar::YearDay;
use crate::record::{Audience, Claim, OrganizationKind, Seat, StepKind};
use crate::shape::{choice, noun, word};
use crate::value::{Count, Id, Maybe, Share, Whole};

choice! {
    /// What a norm requires. Each kind is carried out by one module of the engine.
    pub enum Constraint {
        /// How many of a group there are.
        Count(Range),
        /// A group is at least a share of another.
        Share(Portion),
        /// The seat is held by someone of a group.
        HeldBy(HeldBy),
        /// An act is done by whoever holds a seat.
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
        /// Who may put an item.
        Proposal(Proposal),
        /// A meeting is announced in time, with what the notice must say.
        Notification(Notification),
        /// Something is allowed: nothing to find.
        Permission(Empty),
    }
}

impl Default for Constraint {
    fn default() -> Self {
        Self::Permission(Empty::default())
    }
}

word! {
    /// What is counted.
    pub enum Counted {
        /// Each person once, however many seats.
        Persons = "persons",
        /// Each seat.
        Seats = "seats",
    }
}

noun! {
    /// How many of a group there are. Both bounds are included.
    pub struct Range {
        /// Whose.
        of: SeatSelector,
        /// What is counted.
        counted: Counted,
        /// At least so many.
        at_least: Maybe<Count>,
        /// At most so many.
        at_most: Maybe<Count>,
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
    /// A group is at least a share of another. Both must be of one kind: persons or hours.
    pub struct Portion {
        /// The part.
        of: Measure,
        /// The whole.
        among: Measure,
        /// The share, included.
        at_least: Share,
    }
}

noun! {
    /// The seat is held by someone of this group on the day.
    pub struct HeldBy {
        /// The group.
        group: Group,
    }
}

impl Default for Group {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

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
    /// An act is done by whoever holds one of these seats that day.
    pub struct DoneBy {
        /// The act.
        act: Act,
        /// The seats.
        seats: Vec<Seat>,
    }
}

choice! {
    /// An attribute, and the value it must have.
    pub enum Attribute {
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
    }
}

noun! {
    /// What one step of a procedure must show.
    pub struct StepRule {
        /// The procedure, by name.
        procedure: Id,
        /// The step.
        step: StepKind,
        /// What it must show.
        shows: Proof,
    }
}

noun! {
    /// A public notice of a procedure.
    pub struct NoticeStep {
        /// The procedure, by name.
        procedure: Id,
    }
}

word! {
    /// Which days count.
    pub enum DayKind {
        /// Every day.
        Calendar = "calendar",
    }
}

noun! {
    /// How days are counted: declared, never guessed.
    pub struct Counting {
        /// Which days count.
        days: DayKind,
        /// Whether the first day counts.
        first_day_counts: bool,
    }
}

noun! {
    /// A public notice runs at least so many days before the steps that follow it and the seat's first day.
    pub struct NoticePeriod {
        /// The procedure, by name.
        procedure: Id,
        /// At least so many days.
        at_least: Whole<1, 366>,
        /// How they are counted.
        counting: Counting,
    }
}

word! {
    /// What follows an event.
    pub enum Following {
        /// A copy of the certificate.
        Copy = "copy",
        /// The minutes of a meeting.
        Minutes = "minutes",
        /// Reports back on a topic, on or after the meeting's day.
        ReportsBack = "reports-back",
        /// The feedback of an assessment.
        Feedback = "feedback",
        /// The report of an assessment to the authority that manages the cadre.
        AuthorityFeedback = "authority-feedback",
        /// The proposal of accountability.
        Accountability = "accountability",
    }
}

choice! {
    /// To whom something goes.
    pub enum Addressee {
        /// A unit of the person concerned, or the unit concerned: one of several suffices. No unit: not applicable.
        Unit(Empty),
        /// Every unit that has a member that day.
        UnitsOfMembers(Empty),
        /// An organization of one of these kinds.
        Kind(Vec<OrganizationKind>),
    }
}

noun! {
    /// After the event something follows.
    pub struct FollowUp {
        /// What.
        what: Following,
        /// The procedure that a copy belongs to, by name.
        procedure: Maybe<Id>,
        /// To whom.
        to: Maybe<Addressee>,
        /// In writing.
        written: Maybe<bool>,
        /// On the very day of the event.
        same_day: Maybe<bool>,
    }
}

noun! {
    /// At least so many meetings in each period.
    pub struct Cadence {
        /// How many.
        at_least: Whole<1, 366>,
    }
}

word! {
    /// The list in which a yearly duty shows.
    pub enum Duty {
        /// `/assessments`
        Assessments = "assessments",
        /// `/dutyReports`
        DutyReports = "duty-reports",
        /// `/performanceReports`
        PerformanceReports = "performance-reports",
    }
}

choice! {
    /// For whom a yearly duty is due: whoever holds a seat on the last day of the year, or the units they come from.
    pub enum Obliged {
        /// Members of this group.
        Members(Group),
        /// Units that have a member.
        Units(Empty),
    }
}

impl Default for Obliged {
    fn default() -> Self {
        Self::Units(Empty::default())
    }
}

noun! {
    /// Each year something is due for each member or unit, by a day.
    pub struct YearlyDuty {
        /// What.
        list: Duty,
        /// For whom.
        each: Obliged,
        /// The last day, as years after and a day of the year: `+1-03-31` is 31 March of the next year.
        due: YearDay,
        /// In writing.
        written: Maybe<bool>,
        /// Passed on to the member's unit by the same day, where there is a unit.
        passed_on_to_unit: Maybe<bool>,
    }
}

noun! {
    /// At least this share of the members is present.
    pub struct Quorum {
        /// The share, included.
        at_least: Share,
    }
}

noun! {
    /// A topic comes from the holder of one of these seats, or from this share of the members together.
    pub struct Proposal {
        /// The seats.
        seats: Vec<Seat>,
        /// The share, included.
        or_share: Share,
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
        /// What it must say.
        tells: Vec<Told>,
    }
}

noun! {
    /// Nothing more to say.
    pub struct Empty {
    }
}
