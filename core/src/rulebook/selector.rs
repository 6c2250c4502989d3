use alloc::vec::Vec;

use crate::record::{Cause, Education, Grade, Level, OrganizationKind, PostKind, Seat, Sector, StepKind, TopicKind};
use crate::shape::{choice, noun, word};
use crate::value::{Id, Maybe, Whole};

word! {
    /// An organization by its part in the committee's life. The record names it, or has only one of that kind.
    pub enum Role {
        /// The organization that the committee is formed around: the rulebook says which.
        Behind = "behind",
        /// The working committee.
        WorkingCommittee = "working-committee",
        /// The organization department.
        OrganizationDepartment = "organization-department",
        /// The community party organization.
        CommunityPartyOrganization = "community-party-organization",
    }
}

noun! {
    /// Organizations, by what is known of them. Every field that is given must agree.
    pub struct OrganizationSelector {
        /// The organization with this part.
        role: Maybe<Role>,
        /// One of these kinds.
        kind: Vec<OrganizationKind>,
        /// One of these sectors.
        sector: Vec<Sector>,
        /// In the area, or not.
        in_area: Maybe<bool>,
        /// On one of these levels.
        level: Vec<Level>,
        /// Above another.
        above: Maybe<Above>,
    }
}

noun! {
    /// Organizations that stand above another, by the record's `superior`.
    pub struct Above {
        /// Above which.
        role: Role,
        /// So many levels above: 1, if left out.
        levels: Maybe<Whole<1, 9>>,
    }
}

noun! {
    /// A post held on the day.
    pub struct PostSelector {
        /// One of these posts; any, if left out.
        post: Vec<PostKind>,
        /// None of these.
        except: Vec<PostKind>,
        /// In such an organization; in any, if left out.
        organization: Maybe<OrganizationSelector>,
    }
}

choice! {
    /// People, by what is known of them on a day.
    pub enum Group {
        /// Who belongs to all of these.
        All(Vec<Group>),
        /// Who belongs to any of these.
        Any(Vec<Group>),
        /// Who does not belong to this one.
        Not(alloc::boxed::Box<Group>),
        /// A group that the rulebook defines under this name.
        Named(Id),
        /// Who holds such a post.
        Post(PostSelector),
        /// Who is a party member, or is not.
        PartyMember(bool),
        /// Who has been a party member for so many whole years.
        PartyYears(Years),
        /// Who is so many whole years old.
        Age(Years),
        /// Who has such schooling.
        Education(Schooling),
        /// Who lives in the area, or does not.
        Resident(bool),
        /// Of whom this holds, a word of the rulebook.
        Flag(Id),
    }
}

noun! {
    /// Whole years on a day. Both bounds are included.
    pub struct Years {
        /// At least so many.
        at_least: Maybe<Whole<0, 150>>,
        /// At most so many.
        at_most: Maybe<Whole<0, 150>>,
    }
}

noun! {
    /// Schooling. Both bounds are included.
    pub struct Schooling {
        /// At least this.
        at_least: Maybe<Education>,
        /// At most this.
        at_most: Maybe<Education>,
    }
}

noun! {
    /// Seats, by which seat and by who holds it. Left out: any.
    pub struct SeatSelector {
        /// One of these seats.
        seat: Vec<Seat>,
        /// Held by someone of this group.
        group: Maybe<Group>,
        /// Among those, the seats of any of these: for the union of groups that differ in their seats.
        any_of: Vec<SeatSelector>,
    }
}

choice! {
    /// When a norm applies to what it judges. False: not applicable.
    pub enum Condition {
        /// All of these hold.
        All(Vec<Condition>),
        /// Any of these holds.
        Any(Vec<Condition>),
        /// This one does not hold.
        Not(alloc::boxed::Box<Condition>),
        /// The seat is one of these.
        Seat(Vec<Seat>),
        /// The person belongs to this group on the day of the event.
        Group(Group),
        /// The person has, or lacks, a unit on that day.
        HasUnit(bool),
        /// The entry fills a vacancy, or does not.
        Supplement(bool),
        /// The seat ends for one of these causes.
        Cause(Vec<Cause>),
        /// The assessment is of a member.
        OfMember(bool),
        /// The grade is one of these.
        Grade(Vec<Grade>),
        /// The poor result is serious, or is not.
        Serious(bool),
        /// The class is a centralized one, or is not.
        Centralized(bool),
        /// The topic, or one of the meeting's topics, is of one of these kinds.
        TopicKind(Vec<TopicKind>),
        /// A holder of one of these seats is among the proposers.
        ProposedBy(Vec<Seat>),
    }
}

word! {
    /// What an attestation must be about.
    pub enum About {
        /// The unit of the person: one of several suffices.
        Unit = "unit",
        /// The seat, or the person who holds it.
        Member = "member",
    }
}

noun! {
    /// A step of a procedure, and what it must show beyond its place in the order.
    pub struct StepNorm {
        /// Which step.
        step: StepKind,
        /// What it must show.
        shows: Maybe<Proof>,
        /// Whether a person without a unit goes without it.
        needs_unit: Maybe<bool>,
        /// Whether it may be left out. Taken, it must be in its place all the same.
        optional: Maybe<bool>,
        /// Whether it may be taken before, after or between the steps before it that are so, and the one before those:
        /// together they follow what comes before, in any order.
        in_any_order: Maybe<bool>,
        /// Whether the seat begins with this step: what comes after may follow its first day. Without such a step every
        /// step of entry comes before it.
        begins_seat: Maybe<bool>,
        /// Whether the seat ends with this step.
        ends_seat: Maybe<bool>,
    }
}

noun! {
    /// What a step must show. Every field that is given must agree.
    pub struct Proof {
        /// It was taken by this organization, alone or with others.
        by: Maybe<Role>,
        /// It was taken by one of these organizations, alone or with others.
        by_any: Vec<OrganizationSelector>,
        /// It was taken by all of these organizations together.
        by_all: Vec<OrganizationSelector>,
        /// It was taken by a unit of the person.
        by_unit: Maybe<bool>,
        /// It was made with this organization.
        with: Maybe<Role>,
        /// The person's units, where there are units, agreed: one of several suffices.
        agreed_with_unit: Maybe<bool>,
        /// It was passed.
        passed: Maybe<bool>,
        /// It was taken by a meeting of the full committee.
        in_full_committee: Maybe<bool>,
        /// That meeting had this share of the members present.
        quorum: Maybe<crate::value::Share>,
    }
}

noun! {
    /// A procedure: steps in their order.
    pub struct Procedure {
        /// The list it is read from.
        of: ProcedureKind,
        /// Its steps, in order.
        steps: Vec<StepNorm>,
    }
}

word! {
    /// Where the steps of a procedure stand in the record.
    pub enum ProcedureKind {
        /// `entry`: the steps before the seat's first day.
        Entry = "entry",
        /// `exit/steps`: the steps by which the seat ends.
        Exit = "exit",
    }
}
