//! `docs/vocabulary/README.md`: what each kind of constraint can come to, and how many golden cases of all sets show it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result};
use gongwei::{Outcome, outcomes, schema};
use gongwei_golden::{SETS, Shown};
use serde_json::Value;

use super::evidence::Evidence;

/// What no page needs to tell again.
const OF_EVERY_KIND: &str = "\
## Of every kind

| verdict | key | when |
| --- | --- | --- |
| unknown | `condition.unknown` | the record does not say whether the norm's `when` holds: `missing` names the fields that would tell |
| not-applicable | `condition.false` | it does not hold |
| not-applicable | `nothing-to-judge` | the record has nothing of what the norm judges: one verdict on the committee |
| unknown | `edition.unknown` | the norm has several forms, and the day that decides is not known |
| not-applicable | `edition.not-yet`, `edition.ended`, `edition.repealed` | the norm did not hold on that day, see [layers](../layers.md) |

In the table below they stand where a golden case shows them of that kind.
";

/// What the norms of a kind can come to, over all rulebooks with cases.
#[derive(Debug, Default)]
struct Kind {
    reached: BTreeSet<usize>,
    /// How many cases show each verdict.
    cases: BTreeMap<usize, usize>,
    /// How many cases show each verdict with its key.
    shown: BTreeMap<(usize, &'static str), usize>,
}

/// The page.
///
/// # Errors
///
/// Every kind that no rulebook with cases uses, and every verdict that one can come to and no case shows.
pub(super) fn page(evidence: &Evidence) -> Result<String, Vec<String>> {
    let kinds = gather(evidence).map_err(|error| vec![format!("{error:#}")])?;
    let mut problems = Vec::new();
    let mut verdicts = String::new();
    let mut keys = String::new();
    for (name, kind) in &kinds {
        let page = format!("[{name}]({}.md)", kebab(name));
        if kind.reached.is_empty() {
            problems.push(format!("`{name}`: no norm of a rulebook with golden cases requires it"));
        }
        let cell = |(at, outcome): (usize, &Outcome)| match (
            kind.reached.contains(&at),
            kind.cases.get(&at).copied().unwrap_or_default(),
        ) {
            (false, _) => "–".to_owned(),
            (true, 0) => {
                problems.push(format!("`{name}`: it can come to `{}`, and no case shows that", outcome.as_str()));
                "0".to_owned()
            }
            (true, count) => count.to_string(),
        };
        let cells: Vec<String> = Outcome::ALL.iter().enumerate().map(cell).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(verdicts, "| {page} | {} |", cells.join(" | "));
        for ((outcome, key), count) in &kind.shown {
            let _ = writeln!(
                keys,
                "| {page} | {} | `{key}` | {count} |",
                Outcome::ALL.get(*outcome).map_or("", |outcome| outcome.as_str())
            );
        }
    }
    let heads: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.as_str()).collect();
    let text = format!(
        "# Vocabulary\n\n\
        What a norm can require: one page for each kind of constraint. The numbers are golden cases of all rulebooks with \
        cases, in `tests/cases`, `tests/rulebooks` and `tests/vocabulary`; “–” is a verdict that a kind cannot come to. \
        Made by `cargo xtask generate`, which fails where a kind can come to a verdict that no case shows.\n\n\
        | kind | {} |\n| --- |{}\n{verdicts}\n\
        {OF_EVERY_KIND}\n\
        ## Message keys\n\n| kind | verdict | key | cases |\n| --- | --- | --- | ---: |\n{keys}",
        heads.join(" | "),
        " ---: |".repeat(heads.len()),
    );
    if problems.is_empty() { Ok(text) } else { Err(problems) }
}

fn gather(evidence: &Evidence) -> Result<BTreeMap<String, Kind>> {
    let mut kinds: BTreeMap<String, Kind> = names()?.into_iter().map(|name| (name, Kind::default())).collect();
    let mut of_norm: BTreeMap<(&str, String), String> = BTreeMap::new();
    for set in SETS {
        let rulebook = set.rules.read().map_err(|error| anyhow::anyhow!("{}: {error}", set.name))?;
        for norm in rulebook.norms() {
            let name = norm.require.key();
            let kind = kinds.get_mut(name).with_context(|| format!("the schema has no kind `{name}`"))?;
            kind.reached.extend(outcomes(norm).iter().filter_map(place));
            of_norm.insert((set.name, norm.id.as_str().to_owned()), name.to_owned());
        }
    }
    for passed in &evidence.passed {
        // A case that shows the same of several norms is one case.
        let mut of_case = BTreeSet::new();
        for shown in &passed.shown {
            let Shown::Verdict { norm, outcome, key } = shown else { continue };
            let Some(name) = of_norm.get(&(passed.set.as_str(), norm.clone())) else { continue };
            of_case.extend(place(outcome).map(|outcome| (name, outcome, *key)));
        }
        let verdicts: BTreeSet<_> = of_case.iter().map(|&(name, outcome, _)| (name, outcome)).collect();
        for (name, outcome) in verdicts {
            *kinds.entry(name.clone()).or_default().cases.entry(outcome).or_default() += 1;
        }
        for (name, outcome, key) in of_case {
            *kinds.entry(name.clone()).or_default().shown.entry((outcome, key)).or_default() += 1;
        }
    }
    Ok(kinds)
}

fn place(outcome: &Outcome) -> Option<usize> {
    Outcome::ALL.iter().position(|other| other == outcome)
}

/// The names of all kinds, as a rulebook writes them.
fn names() -> Result<Vec<String>> {
    let schema: Value = serde_json::from_str(&schema::rulebook())?;
    let kinds = schema.pointer("/$defs/Constraint/properties").and_then(Value::as_object);
    Ok(kinds.context("the schema has no kinds of constraint")?.keys().cloned().collect())
}

/// The name of a page: `noticePeriod` is `notice-period`.
fn kebab(name: &str) -> String {
    let letter = |letter: char| match letter.is_ascii_uppercase() {
        true => format!("-{}", letter.to_ascii_lowercase()),
        false => letter.to_string(),
    };
    name.chars().map(letter).collect()
}
