use super::people::{Organization, Person};
use crate::calendar::Day;
use crate::shape::{Target, noun, word};
use crate::value::{Count, Ext, Id, Maybe, Name, Nullable, Ref, Referable, Year};

word! {
    /// The result of an assessment.
    pub enum Grade {
        /// 优秀
        Outstanding = "outstanding",
        /// 良好
        Good = "good",
        /// 一般
        Fair = "fair",
        /// 较差
        Poor = "poor",
    }
}

word! {
    /// What an attestation says of its subject.
    pub enum Claim {
        /// The unit is large, or representative and influential. About an organization.
        UnitRepresentative = "unit-representative",
        /// Party spirit, knowledge of the work, will and means to help. About an appointment or a person.
        MemberConduct = "member-conduct",
        /// Time and means to serve. About an appointment or a person.
        MemberTime = "member-time",
        /// Opinions were widely sought before the nomination. About an appointment or a person.
        OpinionsSought = "opinions-sought",
        /// The neglect or breach had a bad effect. About an appointment or a person.
        BadEffect = "bad-effect",
    }
}

noun! {
    /// The yearly assessment of a member (`person`) or of a unit (`organization`).
    pub struct Assessment {
        /// Its id.
        id: Id,
        /// The year it is about.
        year: Maybe<Year>,
        /// The member assessed.
        person: Maybe<Ref<Person>>,
        /// The unit assessed.
        organization: Maybe<Ref<Organization>>,
        /// The result.
        grade: Maybe<Grade>,
        /// Whether a poor result is serious.
        serious: Maybe<bool>,
        /// The day of the assessment.
        on: Maybe<Day>,
        /// The feedback to the unit; `null` if none was given.
        feedback: Nullable<Feedback>,
        /// The report to the authority that manages the cadre; `null` if none was made.
        authority_feedback: Nullable<Addressed>,
        /// The day on which accountability was proposed; `null` if it was not.
        accountability_proposed: Nullable<Day>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// The feedback of a result to a unit.
    pub struct Feedback {
        /// To whom.
        to: Nullable<Ref<Organization>>,
        /// On which day.
        on: Maybe<Day>,
        /// In writing or not.
        written: Maybe<bool>,
    }
}

noun! {
    /// Something handed on to an organization.
    pub struct Addressed {
        /// To whom.
        to: Nullable<Ref<Organization>>,
        /// On which day.
        on: Maybe<Day>,
    }
}

noun! {
    /// A member's duty report for a year.
    pub struct DutyReport {
        /// Its id.
        id: Id,
        /// Whose.
        person: Maybe<Ref<Person>>,
        /// For which year.
        year: Maybe<Year>,
        /// The day it was handed in.
        on: Maybe<Day>,
        /// In writing or not.
        written: Maybe<bool>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// The community's report on how a member performed in a year.
    pub struct PerformanceReport {
        /// Its id.
        id: Id,
        /// On whom.
        person: Maybe<Ref<Person>>,
        /// For which year.
        year: Maybe<Year>,
        /// The day it was made.
        on: Maybe<Day>,
        /// How it was passed on to the unit; `null` if it was not.
        passed_on: Nullable<Addressed>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// A training class. Hours may be any unit, the same in both fields.
    pub struct TrainingClass {
        /// Its id.
        id: Id,
        /// Its first day.
        on: Maybe<Day>,
        /// Whether it is a centralized class (集中轮训).
        centralized: Maybe<bool>,
        /// Its hours.
        hours: Maybe<Count>,
        /// How many of them are theory.
        theory_hours: Maybe<Count>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// A problem list or rectification list issued to a unit.
    pub struct ProblemList {
        /// Its id.
        id: Id,
        /// To whom.
        to: Maybe<Ref<Organization>>,
        /// The day it was issued.
        on: Maybe<Day>,
        /// The day by which it is to be settled; `null` if none was set.
        deadline: Nullable<Day>,
        /// The day it was settled; absent or `null` while it is open.
        settled: Nullable<Day>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// A human judgement that a norm rests on.
    pub struct Attestation {
        /// Its id.
        id: Id,
        /// What is judged.
        claim: Maybe<Claim>,
        /// Whom or what it is about: an organization, an appointment or a person, by id.
        about: Maybe<Ref<Subject>>,
        /// Whether the claim holds.
        holds: Maybe<bool>,
        /// Who judged, by name.
        by: Maybe<Name>,
        /// The organization that judged; `null` if none did.
        organization: Nullable<Ref<Organization>>,
        /// The person who judged; `null` if it was nobody of this record.
        person: Nullable<Ref<Person>>,
        /// On which day.
        on: Maybe<Day>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

/// What an attestation may be about: an organization, an appointment or a person. It is never read, only referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The place of an organization in its list.
    Organization(usize),
    /// The place of an appointment in its list.
    Appointment(usize),
    /// The place of a person in its list.
    Person(usize),
}

impl Subject {
    /// By what subjects are sorted.
    pub(crate) const fn rank(self) -> u64 {
        let (list, at) = match self {
            Self::Organization(at) => (0, at),
            Self::Appointment(at) => (1, at),
            Self::Person(at) => (2, at),
        };
        list << 32 | at as u64
    }
}

impl Referable for Subject {
    const TARGET: Target = Target::Subject;
}
