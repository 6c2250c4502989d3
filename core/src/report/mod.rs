//! What a check finds: a verdict for every norm and everything it judges, and where a record contradicts itself.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::calendar::{Day, Period};
use crate::messages::{Contradiction, Reason};
use crate::path::Path;
use crate::rulebook::{Layer, Layers, Modality, Norm};
use crate::shape::word;
use crate::value::Id;

mod fact;
mod judgement;
mod renewal;
mod subject;

pub use fact::{Fact, Facts, Value};
use judgement::Details;
pub(crate) use judgement::{Finding, Findings, Judgement};
pub(crate) use renewal::Renewal;
pub(crate) use subject::{About, SubjectNumber, Subjects};
pub use subject::{Subject, SubjectKind};

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
    /// What a note says.
    pub enum NoteCode {
        /// The rules were last verified before the day of evaluation.
        VerifiedUntil = "verified-until",
    }
}

/// What the engine found of one norm and one subject, and on what it rests: one line of a [`Report`].
#[derive(Clone, Copy)]
pub struct Verdict<'r> {
    report: &'r Report,
    norm: &'r Norm,
    found: &'r Finding,
}

impl<'r> Verdict<'r> {
    /// The norm, as it was on the day that was judged.
    #[must_use]
    pub const fn norm(self) -> &'r Norm {
        self.norm
    }

    /// The layer that made it so: one of the rulebooks that the one judged by extends, or itself.
    #[must_use]
    pub fn layer(self) -> Option<&'r Layer> {
        self.report.layers.of_form(self.found.norm())
    }

    /// The document that the clause stands in.
    #[must_use]
    pub fn document(self) -> &'r Id {
        self.layer().map_or(self.report.document(), |layer| &layer.source().id)
    }

    /// What it is about. Together with the norm and the period it identifies the verdict.
    #[must_use]
    pub fn subject(self) -> &'r Subject {
        self.report.findings.subject_of(self.found)
    }

    /// The quarter or year it is about, for norms that judge periods.
    #[must_use]
    pub const fn period(self) -> Option<Period> {
        self.found.period
    }

    /// What was found.
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        self.found.reason.outcome()
    }

    /// How grave it is: broken must is an error, broken should a warning, all else has none.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match (self.outcome(), self.norm.modality) {
            (Outcome::Broken, Modality::Must) => Some(Severity::Error),
            (Outcome::Broken, Modality::Should) => Some(Severity::Warning),
            _ => None,
        }
    }

    /// Whether the norm reaches it as one who joins in mid-term: then the clause that extends it is named beside.
    #[must_use]
    pub const fn is_supplement(self) -> bool {
        self.found.supplement
    }

    /// The key of the message: what was found, in one word that never changes meaning.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.found.reason.as_str()
    }

    /// The place of the field at fault, or of what was judged.
    #[must_use]
    pub const fn path(self) -> Path {
        self.found.path
    }

    /// Other places that the finding rests on.
    #[must_use]
    pub fn related(self) -> &'r [Path] {
        self.details().related()
    }

    /// The fields that an unknown verdict waits for.
    #[must_use]
    pub fn missing(self) -> &'r [Path] {
        self.details().missing()
    }

    /// The last day on which a pending duty is in time.
    #[must_use]
    pub fn due(self) -> Option<Day> {
        self.details().due
    }

    /// What the engine saw.
    #[must_use]
    pub fn facts(self) -> &'r Facts {
        &self.details().facts
    }

    /// What tells it from all others of a report: the norm by its place in the rulebook, the subject and the period.
    pub(crate) fn identity(self) -> (usize, &'r Subject, Option<Period>) {
        (self.report.layers.first_form(self.found.norm()), self.subject(), self.period())
    }

    /// Whether a verdict of the same identity says nothing else.
    pub(crate) fn says_the_same(self, other: Verdict<'_>) -> bool {
        let said =
            |verdict: Verdict<'_>| (verdict.found.norm(), verdict.reason(), verdict.path(), verdict.is_supplement());
        said(self) == said(other) && self.details() == other.details()
    }

    pub(crate) const fn reason(self) -> Reason {
        self.found.reason
    }

    fn details(self) -> &'r Details {
        self.report.findings.details_of(self.found)
    }
}

impl PartialEq for Verdict<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.norm, self.subject(), self.period(), self.is_supplement(), self.reason(), self.path(), self.details())
            == (
                other.norm,
                other.subject(),
                other.period(),
                other.is_supplement(),
                other.reason(),
                other.path(),
                other.details(),
            )
    }
}

impl fmt::Debug for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verdict")
            .field("norm", &self.norm.id)
            .field("subject", self.subject())
            .field("period", &self.period())
            .field("supplement", &self.is_supplement())
            .field("reason", &self.reason())
            .field("path", &self.path())
            .field("details", self.details())
            .finish()
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
    pub(crate) coherence: Vec<Incoherence>,
    pub(crate) norms: Arc<[Arc<Norm>]>,
    pub(crate) layers: Arc<Layers>,
    pub(crate) findings: Findings,
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

    /// The document that the rulebook's own clauses cite.
    #[must_use]
    pub fn document(&self) -> &Id {
        self.layers.own().map_or(&self.rulebook.id, |layer| &layer.source().id)
    }

    /// The layers of the rulebook that judged, those above first and itself last.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        self.layers.all()
    }

    /// The layers that were last compared with the rules in force before the day of evaluation, and on which day.
    pub fn outdated(&self) -> impl Iterator<Item = (&Layer, Day)> {
        let is_past = |layer: &&Layer| layer.verified_until().is_some_and(|last| last < self.on);
        self.layers().iter().filter(is_past).filter_map(|layer| Some((layer, layer.verified_until()?)))
    }

    /// Every verdict, in the order of the norms, then of the record.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict<'_>> + Clone {
        // The norm of every finding is there.
        self.findings.list.iter().filter_map(|found| self.verdict_of(found))
    }

    /// The verdict at this place of the list.
    pub(crate) fn verdict(&self, at: usize) -> Option<Verdict<'_>> {
        self.verdict_of(self.findings.list.get(at)?)
    }

    /// The verdict of a finding, which may have been replaced meanwhile.
    pub(crate) fn verdict_of<'r>(&'r self, found: &'r Finding) -> Option<Verdict<'r>> {
        Some(Verdict { report: self, norm: self.norms.get(found.norm())?, found })
    }

    /// Where the record contradicts itself.
    #[must_use]
    pub fn coherence(&self) -> &[Incoherence] {
        &self.coherence
    }

    /// The broken verdicts.
    pub fn findings(&self) -> impl Iterator<Item = Verdict<'_>> {
        self.verdicts().filter(|verdict| verdict.outcome() == Outcome::Broken)
    }

    /// What is still to be filled in or done: unknown and pending verdicts.
    pub fn to_do(&self) -> impl Iterator<Item = Verdict<'_>> {
        self.verdicts().filter(|verdict| matches!(verdict.outcome(), Outcome::Unknown | Outcome::Pending))
    }

    /// Whether a must is broken.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.verdicts().any(|verdict| verdict.severity() == Some(Severity::Error))
    }
}
