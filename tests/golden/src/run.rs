//! How one case is run: a base record, a patch and a day go in, and what comes out is compared with what was written.

use gongwei::{Day, Outcome, Record, Report, Rulebook, Verdict, check, outcomes};
use serde_json::Value;

use crate::case::{Case, Expectation, Expected};

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
    let name = || {
        let parts = [Some(expected.norm.as_str()), Some(&expected.subject), expected.period.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
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
    if let Some(document) = &expected.document {
        differ("document", verdict.document().to_string(), document.clone());
    }
    if let Some(layer) = &expected.layer {
        differ("layer", verdict.layer().map(|layer| layer.name().id.to_string()).unwrap_or_default(), layer.clone());
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
