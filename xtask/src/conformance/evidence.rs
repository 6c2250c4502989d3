//! What shows that the engine does as promised: golden cases, tables of faults, and a few tests of their own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, anyhow};
use gongwei::Outcome;
use gongwei_golden::{Passed, Shown};
use serde::Deserialize;
use serde_json::Value;

use crate::project;

/// A golden case: its file, after its set where that is not the built-in rulebook's, and its name.
pub(super) type Case<'e> = (Cow<'e, str>, &'e str);

/// The set of the built-in rulebook.
const BUILT_IN: &str = "cases";

/// What was found to be shown.
#[derive(Debug)]
pub(super) struct Evidence {
    pub(super) passed: Vec<Passed>,
    /// How many entries of the tables show each fault: of records, of rulebooks, of those that extend others.
    pub(super) tables: [BTreeMap<String, usize>; 3],
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// A code that no case and no table can show, and the test that does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    pub(super) code: String,
    pub(super) file: String,
    pub(super) test: String,
    pub(super) why: String,
}

/// The tables of faults, from the root of the repository.
pub(super) const TABLES: [&str; 3] =
    ["core/tests/common/faults.json", "core/tests/common/rulebook-faults.json", "core/tests/common/layer-faults.json"];

impl Evidence {
    /// Runs every golden case and reads what else there is.
    pub(super) fn gather() -> Result<Self> {
        let passed = gongwei_golden::run_all()
            .map_err(|wrong| anyhow!("{} golden cases are wrong:\n{}", wrong.len(), wrong.join("\n")))?;
        let [records, rulebooks, layers] = TABLES;
        let elsewhere: Vec<Elsewhere> =
            serde_json::from_str(include_str!("elsewhere.json")).context("elsewhere.json")?;
        Ok(Self { passed, tables: [codes(records)?, codes(rulebooks)?, codes(layers)?], elsewhere })
    }

    /// The cases of the built-in rulebook.
    pub(super) fn of_built_in(&self) -> impl Iterator<Item = &Passed> {
        self.passed.iter().filter(|passed| passed.set == BUILT_IN)
    }

    /// The cases that show something.
    pub(super) fn cases(&self, is_it: impl Fn(&Shown) -> bool) -> Vec<Case<'_>> {
        showing(self.passed.iter(), is_it)
    }

    /// The cases that show a verdict of a norm of the built-in rulebook; those of the norm's own file come first.
    pub(super) fn of_norm(&self, id: &str, wanted: Outcome) -> Vec<Case<'_>> {
        let is_it =
            |shown: &Shown| matches!(shown, Shown::Verdict { norm, outcome, .. } if norm == id && *outcome == wanted);
        let mut cases = showing(self.of_built_in(), is_it);
        cases.sort_by_key(|(file, _)| *file != id);
        cases
    }

    /// Every norm that cases of the built-in rulebook name, with the outcomes that they show of it.
    pub(super) fn outcomes(&self) -> BTreeSet<(&str, Outcome)> {
        let verdict = |shown| match shown {
            &Shown::Verdict { ref norm, outcome, .. } => Some((norm.as_str(), outcome)),
            Shown::Coherence(_) | Shown::Fault(_) => None,
        };
        self.of_built_in().flat_map(|passed| &passed.shown).filter_map(verdict).collect()
    }

    /// What is wrong with the list of what is shown elsewhere: a code that a case shows too, a test that is not there.
    pub(super) fn problems(&self, is_shown: impl Fn(&str) -> bool) -> Vec<String> {
        let mut problems = Vec::new();
        for Elsewhere { code, file, test, .. } in &self.elsewhere {
            if is_shown(code) {
                problems.push(format!("`{code}` is shown by a case or a table: it needs no test of its own any more"));
            }
            let text = fs::read_to_string(project::root().join(file)).unwrap_or_default();
            let body = text.split(&format!("fn {test}(")).nth(1).and_then(|rest| rest.split("\n}\n").next());
            if !body.is_some_and(|body| body.contains(&format!("\"{code}\""))) {
                problems.push(format!("`{code}`: no test `{test}` in {file} that names it"));
            }
        }
        problems
    }
}

/// Those of the cases that show something.
fn showing<'e>(cases: impl Iterator<Item = &'e Passed>, is_it: impl Fn(&Shown) -> bool) -> Vec<Case<'e>> {
    cases.filter(|passed| passed.shown.iter().any(&is_it)).map(named).collect()
}

fn named(Passed { set, file, name, .. }: &Passed) -> Case<'_> {
    let file = if set == BUILT_IN { Cow::from(file) } else { Cow::from(format!("{set}/{file}")) };
    (file, name)
}

/// How many entries of a table of faults show each code. The tests of reading see to it that they do.
fn codes(path: &str) -> Result<BTreeMap<String, usize>> {
    let text = fs::read_to_string(project::root().join(path)).with_context(|| path.to_owned())?;
    let entries: Vec<Value> = serde_json::from_str(&text).with_context(|| path.to_owned())?;
    let mut codes = BTreeMap::new();
    for entry in &entries {
        let faults = entry.get("faults").and_then(Value::as_array).with_context(|| format!("{path}: no faults"))?;
        let of_entry: BTreeSet<&str> =
            faults.iter().filter_map(|fault| fault.get("code").and_then(Value::as_str)).collect();
        for code in of_entry {
            *codes.entry(code.to_owned()).or_default() += 1;
        }
    }
    Ok(codes)
}
