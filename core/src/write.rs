//! The report as a JSON document.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::calendar::{Day, Period};
use crate::locale::Locale;
use crate::messages::{Contradiction, Reason};
use crate::path::Path;
use crate::record::Record;
use crate::report::{
    Facts, Incoherence, NoteCode, Outcome, Report, RulebookName, SCHEMA, Severity, Subject, SubjectKind, Verdict,
};
use crate::rulebook::{Layer, Modality};
use crate::session::{Cleared, Delta};
use crate::shape::{Part, Shape, Shaped, told};
use crate::value::{Id, Maybe, Name};

told! {
    /// What a check found: a verdict for every norm and everything it judges, and where the record contradicts itself.
    struct ReportText<'a> {
        /// The schema: `gongwei/report/1.0`.
        schema: String,
        /// The version of the engine.
        engine: String,
        /// The day of evaluation.
        on: Day,
        /// Which rulebook judged.
        rulebook: RulebookText<'a>,
        /// The rulebooks that it extends, those above first.
        layers: Vec<RulebookText<'a>>,
        /// What is to be known of the rules beside what was found.
        notes: Vec<NoteText<'a>>,
        /// Where the record contradicts itself.
        coherence: Always<Vec<IncoherenceText<'a>>>,
        /// Every verdict, or those that were asked for, in the order of the norms, then of the record.
        verdicts: Always<Vec<VerdictText<'a>>>,
    }
}

told! {
    /// A rulebook by its id, edition and fingerprint.
    struct RulebookText<'a> {
        /// Its id.
        id: &'a Id,
        /// Its edition.
        edition: &'a String,
        /// The fingerprint of its text.
        digest: &'a String,
    }
}

told! {
    /// Something to be known of the rules.
    struct NoteText<'a> {
        /// What it is.
        code: NoteCode,
        /// The rulebook that it is about.
        rulebook: &'a Id,
        /// The day on which that was last compared with the rules in force.
        day: Day,
        /// What people read, if a language was asked for.
        message: Option<String>,
    }
}

told! {
    /// A place where the record contradicts itself.
    struct IncoherenceText<'a> {
        /// The code, which never changes meaning.
        code: Contradiction,
        /// Where.
        path: Path,
        /// What it contradicts.
        related: Vec<Path>,
        /// What the engine saw.
        facts: &'a Facts,
        /// What people read, if a language was asked for.
        message: Option<String>,
    }
}

told! {
    /// What was found of one norm and one subject.
    struct VerdictText<'a> {
        /// The norm's id.
        norm: &'a Id,
        /// What it is about.
        subject: SubjectText<'a>,
        /// The quarter or year it is about.
        period: Option<Period>,
        /// What was found.
        verdict: Outcome,
        /// How binding the norm is.
        modality: Modality,
        /// How grave it is.
        severity: Option<Severity>,
        /// Where the norm stands.
        clause: ClauseText<'a>,
        /// The rulebook that says so, where it is one that the rulebook extends.
        layer: Option<&'a Id>,
        /// The place of the field at fault, or of what was judged.
        path: Path,
        /// Other places that the finding rests on.
        related: &'a [Path],
        /// The fields that an unknown verdict waits for.
        missing: &'a [Path],
        /// The last day on which a pending duty is in time.
        due: Option<Day>,
        /// What the engine saw.
        facts: &'a Facts,
        /// The key of the message.
        key: Reason,
        /// What people read, if a language was asked for.
        message: Option<String>,
    }
}

told! {
    /// What an edit changed in a report, by the identity of verdicts: norm, subject and period.
    struct DeltaText<'a> {
        /// Verdicts that were not there before.
        appeared: Always<Vec<VerdictText<'a>>>,
        /// Verdicts that say something else than before, or of another place.
        changed: Always<Vec<VerdictText<'a>>>,
        /// Verdicts that are no longer there.
        cleared: Always<Vec<ClearedText<'a>>>,
        /// Where the record contradicts itself, if that changed.
        coherence: Option<Always<Vec<IncoherenceText<'a>>>>,
    }
}

told! {
    /// The identity of a verdict that is no longer there.
    struct ClearedText<'a> {
        /// The norm's id.
        norm: &'a Id,
        /// What it was about.
        subject: SubjectText<'a>,
        /// The quarter or year it was about.
        period: Option<Period>,
    }
}

told! {
    /// What a verdict is about, by ids.
    struct SubjectText<'a> {
        /// What it is.
        kind: SubjectKind,
        /// Its id; the committee has none.
        id: Option<&'a Id>,
        /// The meeting that a topic belongs to.
        meeting: Option<&'a Id>,
    }
}

told! {
    /// Where a norm stands.
    struct ClauseText<'a> {
        /// The document.
        document: &'a Id,
        /// The item it rests on.
        item: &'a Name,
        /// Items that say the same, add to it, or extend it to who joins in mid-term.
        also: Vec<&'a Name>,
    }
}

/// A list that is written even when it is empty.
#[derive(Serialize)]
#[serde(transparent)]
struct Always<T>(T);

impl<T: Shaped> Shaped for Always<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T> Part for Always<T> {}

/// A report with what people read, in one language.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    report: &'a Report,
    reader: Option<(&'a Record, Locale)>,
    only: Option<&'a [Outcome]>,
}

impl Report {
    /// The report with messages in one language, to be written. The record is the one that was checked: names come
    /// from it.
    #[must_use]
    pub const fn told<'a>(&'a self, record: &'a Record, locale: Locale) -> Told<'a> {
        Told { report: self, reader: Some((record, locale)), only: None }
    }

    /// The report without messages, to be written.
    ///
    /// ```
    /// # let record = gongwei::Record::from_json(include_str!("../../tests/samples/subdistrict-faulty.json")).unwrap();
    /// # let rulebook = gongwei::Rulebook::builtin("gannan-2020").unwrap();
    /// # let on = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    /// use gongwei::Outcome;
    /// let report = gongwei::check(&record, &rulebook, on).unwrap();
    /// let broken = report.bare().only(&[Outcome::Broken]).to_json();
    /// assert!(broken.len() < report.to_json().len() / 5);
    /// ```
    #[must_use]
    pub const fn bare(&self) -> Told<'_> {
        Told { report: self, reader: None, only: None }
    }

    /// The report as JSON text, without messages.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.bare().to_json()
    }
}

impl Delta<'_> {
    /// What changed, as JSON text; with messages, if a language is given. Faults are told by the session.
    #[must_use]
    pub fn to_json(&self, locale: Option<Locale>) -> String {
        let session = self.session();
        let told = session
            .report()
            .ok()
            .map(|report| locale.map_or(report.bare(), |locale| report.told(session.record(), locale)));
        let verdict = |verdict| Some(told?.verdict(verdict));
        let text = DeltaText {
            appeared: Always(self.appeared().filter_map(verdict).collect()),
            changed: Always(self.changed().filter_map(verdict).collect()),
            cleared: Always(self.cleared().iter().map(cleared).collect()),
            coherence: self
                .coherence()
                .map(|faults| Always(faults.iter().filter_map(|fault| Some(told?.incoherence(fault))).collect())),
        };
        // Nothing in it can fail to be written.
        serde_json::to_string(&text).unwrap_or_default()
    }
}

fn cleared(gone: &Cleared) -> ClearedText<'_> {
    ClearedText { norm: &gone.norm, subject: subject(&gone.subject), period: gone.period }
}

fn subject(subject: &Subject) -> SubjectText<'_> {
    SubjectText { kind: subject.kind, id: subject.id.as_ref(), meeting: subject.meeting.as_ref() }
}

impl<'a> Told<'a> {
    /// Leaves out the verdicts of other outcomes than these. What is found does not change by it.
    #[must_use]
    pub const fn only(self, outcomes: &'a [Outcome]) -> Self {
        Self { only: Some(outcomes), ..self }
    }

    /// The report as JSON text.
    #[must_use]
    pub fn to_json(self) -> String {
        // Nothing in a report can fail to be written.
        serde_json::to_string(&self).unwrap_or_default()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.bare().serialize(serializer)
    }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.report;
        let name = report.rulebook();
        let is_shown = |verdict: &Verdict<'_>| self.only.is_none_or(|only| only.contains(&verdict.outcome()));
        let verdicts = report.verdicts().filter(is_shown);
        let above = report.layers().split_last().map(|(_, above)| above).unwrap_or_default();
        ReportText {
            schema: SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            on: report.on(),
            rulebook: rulebook(name),
            layers: above.iter().map(|layer| rulebook(layer.name())).collect(),
            notes: report.outdated().map(|(layer, day)| self.note(layer, day)).collect(),
            coherence: Always(report.coherence().iter().map(|fault| self.incoherence(fault)).collect()),
            verdicts: Always(verdicts.map(|verdict| self.verdict(verdict)).collect()),
        }
        .serialize(serializer)
    }
}

fn rulebook(name: &RulebookName) -> RulebookText<'_> {
    RulebookText { id: &name.id, edition: &name.edition, digest: &name.digest }
}

impl<'a> Told<'a> {
    fn note(self, layer: &'a Layer, day: Day) -> NoteText<'a> {
        let message = self.reader.map(|(_, locale)| layer.outdated_message(day, locale));
        NoteText { code: NoteCode::VerifiedUntil, rulebook: &layer.name().id, day, message }
    }

    fn incoherence(self, fault: &'a Incoherence) -> IncoherenceText<'a> {
        IncoherenceText {
            code: fault.reason,
            path: fault.path(),
            related: fault.related().to_vec(),
            facts: fault.facts(),
            message: self.reader.map(|(record, locale)| fault.message(record, locale)),
        }
    }

    fn verdict(self, verdict: Verdict<'a>) -> VerdictText<'a> {
        let clause = &verdict.norm().clause;
        let supplement = match &clause.supplement {
            Maybe::Given(item) if verdict.is_supplement() => Some(item),
            _ => None,
        };
        VerdictText {
            norm: &verdict.norm().id,
            subject: subject(verdict.subject()),
            period: verdict.period(),
            verdict: verdict.outcome(),
            modality: verdict.norm().modality,
            severity: verdict.severity(),
            clause: ClauseText {
                document: verdict.document(),
                item: &clause.item,
                also: clause.also.iter().chain(supplement).collect(),
            },
            layer: verdict.layer().map(|layer| &layer.name().id).filter(|id| **id != self.report.rulebook().id),
            path: verdict.path(),
            related: verdict.related(),
            missing: verdict.missing(),
            due: verdict.due(),
            facts: verdict.facts(),
            key: verdict.reason(),
            message: self.reader.map(|(record, locale)| verdict.message(record, locale)),
        }
    }
}

/// The shape of a report in JSON.
#[cfg(feature = "schema")]
pub(crate) const REPORT_SHAPE: &Shape = <ReportText<'_> as Shaped>::SHAPE;
