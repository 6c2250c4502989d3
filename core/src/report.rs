//! What a check finds: a verdict for every norm and everything it judges, and where a record contradicts itself.

use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::calendar::{Day, Period};
use crate::messages::{Contradiction, Reason};
use crate::path::Path;
use crate::rulebook::{Modality, Norm};
use crate::shape::{Part, Presence, Shape, Shaped, word};
use crate::value::{Id, Share};

/// The schema of a report in JSON.
pub const SCHEMA: &str = "gongwei/report/1.0";

word! {
    /// What is found of a norm. `unknown` never counts as a pass.
    pub enum Outcome {
        /// It is kept.
        Met = "met",
        /// It is broken.
        Broken = "broken",
        /// It cannot be told: the missing fields are named.
        Unknown = "unknown",
        /// It is not yet due.
        Pending = "pending",
        /// It does not apply here.
        NotApplicable = "not-applicable",
    }
}

word! {
    /// How grave a broken norm is.
    pub enum Severity {
        /// A broken must.
        Error = "error",
        /// A broken should.
        Warning = "warning",
    }
}

word! {
    /// What a verdict is about.
    pub enum SubjectKind {
        /// The committee as a whole.
        Committee = "committee",
        /// A seat and who holds it.
        Appointment = "appointment",
        /// A meeting.
        Meeting = "meeting",
        /// A topic of a meeting.
        Topic = "topic",
        /// A person.
        Person = "person",
        /// An organization.
        Organization = "organization",
        /// A problem list.
        ProblemList = "problem-list",
        /// An assessment.
        Assessment = "assessment",
        /// A training class.
        TrainingClass = "training-class",
    }
}

/// What a verdict is about, by ids: they do not shift when a list changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its id; the committee has none.
    pub id: Option<Id>,
    /// The meeting that a topic belongs to.
    pub meeting: Option<Id>,
}

impl Subject {
    /// The committee as a whole.
    pub(crate) const COMMITTEE: Self = Self { kind: SubjectKind::Committee, id: None, meeting: None };

    pub(crate) fn new(kind: SubjectKind, id: &Id) -> Self {
        Self { kind, id: Some(id.clone()), meeting: None }
    }
}

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
            | Self::DaysLate
            | Self::LeftOut => &Shape::Whole { min: 0, max: u32::MAX },
            Self::Share => &Shape::Share,
            Self::On | Self::Against => &Shape::Day,
            Self::Organization | Self::Person => &Shape::Id,
            Self::Found => &Shape::Flag,
            Self::Step | Self::Other | Self::Seat | Self::Part | Self::Audience => &Shape::Text { min: 1, max: 40 },
        }
    }
}

/// The value of a fact.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts(SmallVec<[(Fact, Value); 3]>);

impl Facts {
    /// The fact of this name.
    #[must_use]
    pub fn get(&self, name: Fact) -> Option<&Value> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// Every fact, in the order in which it was found.
    pub fn iter(&self) -> impl Iterator<Item = (Fact, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    pub(crate) fn push(&mut self, name: Fact, value: Value) {
        self.0.push((name, value));
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
        self.0.is_empty()
    }
}

/// What the engine found of one norm and one subject, and on what it rests.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub(crate) norm: Arc<Norm>,
    pub(crate) subject: Subject,
    pub(crate) period: Option<Period>,
    pub(crate) supplement: bool,
    pub(crate) judgement: Judgement,
}

/// The part of a verdict that a constraint kind decides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) outcome: Outcome,
    pub(crate) reason: Reason,
    pub(crate) path: Path,
    pub(crate) related: Vec<Path>,
    pub(crate) missing: Vec<Path>,
    pub(crate) due: Option<Day>,
    pub(crate) facts: Facts,
}

impl Judgement {
    /// The outcome is the reason's own: a reason never stands for two.
    pub(crate) fn new(reason: Reason, path: Path) -> Self {
        Self {
            outcome: reason.outcome(),
            reason,
            path,
            related: Vec::new(),
            missing: Vec::new(),
            due: None,
            facts: Facts::default(),
        }
    }

    pub(crate) fn unknown(reason: Reason, path: Path, mut missing: Vec<Path>) -> Self {
        missing.sort_unstable();
        missing.dedup();
        Self { missing, ..Self::new(reason, path) }
    }

    pub(crate) fn number(mut self, name: Fact, number: u32) -> Self {
        self.facts.push(name, Value::Number(number));
        self
    }

    pub(crate) fn day(mut self, name: Fact, day: Day) -> Self {
        self.facts.push(name, Value::Day(day));
        self
    }

    pub(crate) fn word(mut self, name: Fact, word: &'static str) -> Self {
        self.facts.push(name, Value::Word(word));
        self
    }

    pub(crate) fn flag(mut self, name: Fact, flag: bool) -> Self {
        self.facts.push(name, Value::Flag(flag));
        self
    }

    pub(crate) fn id(mut self, name: Fact, id: &Id) -> Self {
        self.facts.push(name, Value::Id(id.clone()));
        self
    }

    pub(crate) fn share(mut self, share: Share) -> Self {
        self.facts.push(Fact::Share, Value::Share(share));
        self
    }

    pub(crate) fn related(mut self, path: Path) -> Self {
        self.related.push(path);
        self
    }

    pub(crate) const fn due(mut self, due: Day) -> Self {
        self.due = Some(due);
        self
    }
}

impl Verdict {
    /// The norm.
    #[must_use]
    pub fn norm(&self) -> &Norm {
        &self.norm
    }

    /// What it is about. Together with the norm and the period it identifies the verdict.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The quarter or year it is about, for norms that judge periods.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        self.period
    }

    /// What was found.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.judgement.outcome
    }

    /// How grave it is: broken must is an error, broken should a warning, all else has none.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        match (self.judgement.outcome, self.norm.modality) {
            (Outcome::Broken, Modality::Must) => Some(Severity::Error),
            (Outcome::Broken, Modality::Should) => Some(Severity::Warning),
            _ => None,
        }
    }

    /// Whether the norm reaches it as one who joins in mid-term: then the clause that extends it is named beside.
    #[must_use]
    pub const fn is_supplement(&self) -> bool {
        self.supplement
    }

    /// The key of the message: what was found, in one word that never changes meaning.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.judgement.reason.as_str()
    }

    /// The place of the field at fault, or of what was judged.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.judgement.path
    }

    /// Other places that the finding rests on.
    #[must_use]
    pub fn related(&self) -> &[Path] {
        &self.judgement.related
    }

    /// The fields that an unknown verdict waits for.
    #[must_use]
    pub fn missing(&self) -> &[Path] {
        &self.judgement.missing
    }

    /// The last day on which a pending duty is in time.
    #[must_use]
    pub const fn due(&self) -> Option<Day> {
        self.judgement.due
    }

    /// What the engine saw.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.judgement.facts
    }

    pub(crate) const fn reason(&self) -> Reason {
        self.judgement.reason
    }
}

/// A place where the record contradicts itself. It has a code and no clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoherence {
    pub(crate) reason: Contradiction,
    pub(crate) path: Path,
    pub(crate) related: Vec<Path>,
    pub(crate) facts: Facts,
}

impl Incoherence {
    /// The code, in one word that never changes meaning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.reason.as_str()
    }

    /// Where.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.path
    }

    /// What it contradicts.
    #[must_use]
    pub fn related(&self) -> &[Path] {
        &self.related
    }

    /// What the engine saw.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }
}

/// Which rulebook judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulebookName {
    /// Its id.
    pub id: Id,
    /// Its edition.
    pub edition: alloc::string::String,
    /// The fingerprint of its text.
    pub digest: alloc::string::String,
}

/// Everything that a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(crate) on: Day,
    pub(crate) rulebook: Arc<RulebookName>,
    pub(crate) document: Id,
    pub(crate) coherence: Vec<Incoherence>,
    pub(crate) verdicts: Vec<Verdict>,
}

impl Report {
    /// The day of evaluation.
    #[must_use]
    pub const fn on(&self) -> Day {
        self.on
    }

    /// Which rulebook judged.
    #[must_use]
    pub fn rulebook(&self) -> &RulebookName {
        &self.rulebook
    }

    /// The document that clauses cite.
    #[must_use]
    pub const fn document(&self) -> &Id {
        &self.document
    }

    /// Every verdict, in the order of the norms, then of the record.
    #[must_use]
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// Where the record contradicts itself.
    #[must_use]
    pub fn coherence(&self) -> &[Incoherence] {
        &self.coherence
    }

    /// The broken verdicts.
    pub fn findings(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.outcome() == Outcome::Broken)
    }

    /// What is still to be filled in or done: unknown and pending verdicts.
    pub fn to_do(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| matches!(verdict.outcome(), Outcome::Unknown | Outcome::Pending))
    }

    /// Whether a must is broken.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.verdicts.iter().any(|verdict| verdict.severity() == Some(Severity::Error))
    }
}
