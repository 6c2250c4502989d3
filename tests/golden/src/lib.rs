//! The golden cases and how they are run: a base record, a patch and a day go in, and what comes out is compared with
//! what was written by hand.

mod snapshot;

pub use snapshot::snapshot;

use gongwei::{Day, Outcome, Record, Report, Rulebook, Verdict, check, outcomes};
use serde::Deserialize;
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// A file of cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The name of the base record.
    pub base: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, unique in the file.
    pub name: String,
    /// The day of evaluation.
    pub on: String,
    /// What is changed in the base record.
    #[serde(default)]
    pub patch: json_patch::Patch,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// One thing that must come out.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Expectation {
    /// A verdict.
    Verdict(Box<Expected>),
    /// A contradiction.
    Coherence {
        /// Its code.
        coherence: String,
        /// Its place.
        path: Option<String>,
    },
    /// No contradiction of this code.
    NoCoherence {
        /// Its code; `*` is any.
        #[serde(rename = "noCoherence")]
        no_coherence: String,
    },
    /// The record is refused.
    Fault {
        /// The code.
        fault: String,
        /// The place.
        path: Option<String>,
    },
    /// The record is read.
    NoFault {
        /// The code that must not be there; `*` is any.
        #[serde(rename = "noFault")]
        no_fault: String,
    },
}

/// A verdict that must come out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The norm.
    pub norm: String,
    /// The subject, as `kind:id`.
    pub subject: String,
    /// The quarter or year.
    pub period: Option<String>,
    /// The verdict; `none` says that there is no verdict of this norm and subject.
    pub verdict: String,
    /// A part of the facts.
    #[serde(default)]
    pub facts: serde_json::Map<String, Value>,
    /// The due day.
    pub due: Option<String>,
    /// All missing fields, in any order.
    pub missing: Option<Vec<String>>,
    /// The severity.
    pub severity: Option<String>,
    /// The key.
    pub key: Option<String>,
    /// The place.
    pub path: Option<String>,
    /// Items that the clause names beside.
    pub also: Option<Vec<String>>,
}

/// The file of this text.
///
/// # Errors
///
/// What is wrong with it.
pub fn file(text: &str) -> Result<File, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The base record of this name.
///
/// # Errors
///
/// If there is none.
pub fn base(name: &str) -> Result<Value, String> {
    let (_, text) = BASES.iter().find(|(base, _)| *base == name).ok_or_else(|| format!("no base record `{name}`"))?;
    serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))
}

/// Something that a case expects and that came out so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// A verdict.
    Verdict {
        /// The norm.
        norm: String,
        /// What was found.
        outcome: Outcome,
        /// Why.
        key: &'static str,
    },
    /// A contradiction, by its code.
    Coherence(String),
    /// A fault of reading, by its code.
    Fault(String),
}

/// A case that was run.
#[derive(Debug, Default)]
pub struct Run {
    /// What came out otherwise than expected.
    pub wrong: Vec<String>,
    /// What came out as expected.
    pub shown: Vec<Shown>,
}

impl Run {
    fn failed(wrong: String) -> Self {
        Self { wrong: vec![wrong], shown: Vec::new() }
    }

    fn add(&mut self, found: Result<Option<Shown>, Vec<String>>) {
        match found {
            Ok(shown) => self.shown.extend(shown),
            Err(wrong) => self.wrong.extend(wrong),
        }
    }
}

/// Runs one case.
#[must_use]
pub fn run(case: &Case, base: &Value, rulebook: &Rulebook) -> Run {
    let mut document = base.clone();
    if let Err(error) = json_patch::patch(&mut document, &case.patch) {
        return Run::failed(format!("the patch does not apply: {error}"));
    }
    let Ok(on) = case.on.parse::<Day>() else { return Run::failed(format!("`{}` is no day", case.on)) };
    if case.expect.is_empty() {
        return Run::failed("nothing is expected".into());
    }
    let is_refused = case.expect.iter().any(|expected| matches!(expected, Expectation::Fault { .. }));
    let record = match (Record::from_json(&document.to_string()), is_refused) {
        (Err(faults), true) => return refused(case, &faults),
        (Ok(_), true) => return Run::failed("the record is read, not refused".into()),
        (Err(faults), false) => return Run::failed(format!("the record is refused: {faults}")),
        (Ok(record), false) => record,
    };
    match check(&record, rulebook, on) {
        Ok(report) => compare(case, &report),
        Err(error) => Run::failed(error.to_string()),
    }
}

fn refused(case: &Case, faults: &gongwei::Faults) -> Run {
    let mut run = Run::default();
    for expected in &case.expect {
        let Expectation::Fault { fault, path } = expected else {
            run.wrong.push("a record that is refused has no report to expect anything of".into());
            continue;
        };
        let is_there =
            faults.iter().any(|found| found.code() == fault && path.as_deref().is_none_or(|path| path == found.path()));
        run.add(if is_there {
            Ok(Some(Shown::Fault(fault.clone())))
        } else {
            Err(vec![format!("no fault `{fault}` at {path:?}, but: {faults}")])
        });
    }
    run
}

fn compare(case: &Case, report: &Report) -> Run {
    let mut run = Run::default();
    for expected in &case.expect {
        match expected {
            Expectation::Verdict(expected) => run.add(compare_verdict(expected, report)),
            Expectation::Coherence { coherence, path } => {
                let found = |fault: &&gongwei::Incoherence| {
                    fault.code() == coherence && path.as_ref().is_none_or(|path| *path == fault.path().to_string())
                };
                run.add(match report.coherence().iter().find(found) {
                    Some(_) => Ok(Some(Shown::Coherence(coherence.clone()))),
                    None => Err(vec![format!(
                        "no contradiction `{coherence}` at {path:?}; found {}",
                        contradictions(report)
                    )]),
                });
            }
            Expectation::NoCoherence { no_coherence } => {
                if report.coherence().iter().any(|fault| no_coherence == "*" || fault.code() == no_coherence) {
                    run.wrong.push(format!("a contradiction `{no_coherence}`: {}", contradictions(report)));
                }
            }
            Expectation::Fault { .. } | Expectation::NoFault { .. } => {}
        }
    }
    // Whatever the case is about, no verdict may be one that its norm cannot come to.
    let is_beyond = |verdict: &Verdict<'_>| !outcomes(verdict.norm()).contains(&verdict.outcome());
    run.wrong.extend(
        report
            .verdicts()
            .filter(is_beyond)
            .map(|verdict| format!("{} came to `{}`, which it cannot", verdict.norm().id, verdict.outcome().as_str())),
    );
    run
}

fn contradictions(report: &Report) -> String {
    let found: Vec<_> = report.coherence().iter().map(|fault| format!("{} {}", fault.code(), fault.path())).collect();
    format!("[{}]", found.join(", "))
}

/// The subject of a verdict as the cases write it.
#[must_use]
pub fn subject(verdict: Verdict<'_>) -> String {
    let subject = verdict.subject();
    match (&subject.meeting, &subject.id) {
        (Some(meeting), Some(id)) => format!("{}:{meeting}/{id}", subject.kind.as_str()),
        (None, Some(id)) => format!("{}:{id}", subject.kind.as_str()),
        _ => subject.kind.as_str().into(),
    }
}

fn compare_verdict(expected: &Expected, report: &Report) -> Result<Option<Shown>, Vec<String>> {
    let of_norm = |verdict: &Verdict<'_>| verdict.norm().id.as_str() == expected.norm;
    let period = |verdict: Verdict<'_>| verdict.period().map(|period| period.to_string());
    let about = |verdict: &Verdict<'_>| {
        subject(*verdict) == expected.subject && (expected.period.is_none() || expected.period == period(*verdict))
    };
    let name = || format!("{} {} {}", expected.norm, expected.subject, expected.period.as_deref().unwrap_or_default());
    let found: Vec<_> = report.verdicts().filter(of_norm).filter(about).collect();
    let verdict = match (found.as_slice(), expected.verdict.as_str()) {
        ([], "none") => return Ok(None),
        ([verdict], _) => *verdict,
        (found, _) => {
            let all = report.verdicts().filter(of_norm);
            let all: Vec<_> =
                all.map(|each| format!("{} {:?} {}", subject(each), period(each), each.outcome().as_str())).collect();
            return Err(vec![format!("{}: {} verdicts, not 1, among [{}]", name(), found.len(), all.join(", "))]);
        }
    };
    let mut wrong = Vec::new();
    let mut differ = |what: &str, found: String, wanted: String| {
        if found != wanted {
            wrong.push(format!("{}: {what} is {found}, not {wanted} ({})", name(), verdict.key()));
        }
    };
    differ("verdict", verdict.outcome().as_str().into(), expected.verdict.clone());
    for (fact, wanted) in &expected.facts {
        let found = verdict.facts().iter().find(|(name, _)| name.as_str() == fact);
        let found = found.and_then(|(_, value)| serde_json::to_value(value).ok()).unwrap_or(Value::Null);
        differ(&format!("fact `{fact}`"), found.to_string(), wanted.to_string());
    }
    if let Some(due) = &expected.due {
        differ("due", verdict.due().map(|due| due.to_string()).unwrap_or_default(), due.clone());
    }
    if let Some(missing) = &expected.missing {
        let mut found: Vec<_> = verdict.missing().iter().map(|path| path.to_string()).collect();
        let mut wanted = missing.clone();
        found.sort();
        wanted.sort();
        differ("missing", found.join(" "), wanted.join(" "));
    }
    if let Some(severity) = &expected.severity {
        differ(
            "severity",
            verdict.severity().map(|severity| severity.as_str().into()).unwrap_or_default(),
            severity.clone(),
        );
    }
    if let Some(key) = &expected.key {
        differ("key", verdict.key().into(), key.clone());
    }
    if let Some(path) = &expected.path {
        differ("path", verdict.path().to_string(), path.clone());
    }
    if let Some(also) = &expected.also {
        let clause = &verdict.norm().clause;
        let supplement = clause.supplement.given().filter(|_| verdict.is_supplement());
        let found: Vec<_> = clause.also.iter().chain(supplement).map(|item| item.as_str().to_string()).collect();
        differ("also", found.join(" "), also.join(" "));
    }
    let shown = Shown::Verdict { norm: expected.norm.clone(), outcome: verdict.outcome(), key: verdict.key() };
    if wrong.is_empty() { Ok(Some(shown)) } else { Err(wrong) }
}

/// A case that came out as written.
#[derive(Debug)]
pub struct Passed {
    /// The file, without its ending.
    pub file: &'static str,
    /// The name of the case.
    pub name: String,
    /// What it shows.
    pub shown: Vec<Shown>,
}

/// Runs every case there is and tells what each shows, in the order of the files.
///
/// # Errors
///
/// All that is wrong: every case that comes out otherwise than expected, and every file that cannot be read.
pub fn run_all() -> Result<Vec<Passed>, Vec<String>> {
    let mut wrong = Vec::new();
    let mut passed = Vec::new();
    let Some(rulebook) = Rulebook::builtin("gannan-2020") else { return Err(vec!["no built-in rulebook".into()]) };
    for &(name, text) in CASES {
        let (file, base) = match file(text).and_then(|file| base(&file.base).map(|base| (file, base))) {
            Ok(read) => read,
            Err(error) => {
                wrong.push(format!("{name}.json: {error}"));
                continue;
            }
        };
        let mut names = std::collections::BTreeSet::new();
        for case in &file.cases {
            if !names.insert(&case.name) {
                wrong.push(format!("{name}.json: two cases “{}”", case.name));
            }
            let run = run(case, &base, &rulebook);
            wrong.extend(run.wrong.into_iter().map(|what| format!("{name}.json “{}”: {what}", case.name)));
            passed.push(Passed { file: name, name: case.name.clone(), shown: run.shown });
        }
    }
    if wrong.is_empty() { Ok(passed) } else { Err(wrong) }
}
