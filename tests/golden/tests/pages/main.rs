//! The pages of the vocabulary: one for each kind of constraint, with a norm and a case that are run with the others.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod faults;
mod links;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gongwei::Outcome;
use gongwei_golden::{Rules, SETS, Set};
use serde_json::Value;

/// Each page by the name of its kind.
fn pages() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/vocabulary");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md"));
    pages.map(|path| (path.file_stem().unwrap().to_str().unwrap().into(), fs::read_to_string(path).unwrap())).collect()
}

/// The kinds of constraint, as the schema of rulebooks has them, in the words of file names.
fn kinds() -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("../../../../schemas/rulebook-1.0.schema.json")).unwrap();
    let constraint = schema["$defs"]["Constraint"]["properties"].as_object().unwrap();
    constraint.keys().map(|kind| kebab(kind)).collect()
}

fn kebab(camel: &str) -> String {
    let hump = |letter: char| {
        if letter.is_ascii_uppercase() { format!("-{}", letter.to_ascii_lowercase()) } else { letter.into() }
    };
    camel.chars().map(hump).collect()
}

fn camel(kebab: &str) -> String {
    let mut words = kebab.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_ascii_uppercase() + &word[1..])
}

/// The JSON blocks of a page, in order.
fn blocks(page: &str) -> Vec<Value> {
    let blocks = page.split("\n```json\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    blocks.map(|block| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}"))).collect()
}

fn has_norm(set: &Set<'_>, norm: &Value) -> bool {
    let Rules::Texts([.., text]) = set.rules else { return false };
    let rulebook: Value = serde_json::from_str(text).unwrap();
    rulebook["norms"].as_array().unwrap().contains(norm)
}

fn has_case(set: &Set<'_>, case: &Value) -> bool {
    let files = set.cases.iter().map(|(_, text)| serde_json::from_str::<Value>(text).unwrap());
    files.into_iter().any(|file| file["cases"].as_array().unwrap().contains(case))
}

#[test]
fn every_kind_has_a_page_and_every_page_a_kind() {
    let pages = pages();
    let kinds = kinds();
    assert!(kinds.len() >= 17, "{kinds:?}");
    for kind in &kinds {
        assert!(pages.contains_key(kind), "docs/vocabulary/{kind}.md is to be written");
    }
    for kind in pages.keys() {
        assert!(kinds.iter().any(|other| other == kind), "`{kind}` is no kind of constraint");
    }
}

#[test]
fn what_a_page_shows_is_what_the_golden_cases_run() {
    for (kind, page) in pages() {
        let blocks = blocks(&page);
        let [norm, case, ..] = blocks.as_slice() else { panic!("{kind}.md shows a norm and a case") };
        assert_eq!(norm["require"].as_object().unwrap().keys().map(|kind| kebab(kind)).collect::<Vec<_>>(), [&*kind]);
        let set = SETS.iter().find(|set| has_norm(set, norm));
        let set = set.unwrap_or_else(|| panic!("{kind}.md: its norm is in no rulebook of tests/vocabulary"));
        assert!(has_case(set, case), "{kind}.md: its case is not in tests/{}/cases", set.name);
        let id = &norm["id"];
        assert!(
            case["expect"].as_array().unwrap().iter().any(|expect| expect["norm"] == *id),
            "{kind}.md: not of {id}"
        );
    }
}

/// The rows of a table that tell a verdict and its keys, or verdicts and a key of each.
fn keys(page: &str, verdict: usize) -> BTreeSet<(&str, &str)> {
    let mut told = BTreeSet::new();
    for line in page.lines() {
        let cells: Vec<_> = line.split(" | ").map(|cell| cell.trim_matches(['|', ' '])).collect();
        let (Some(verdicts), Some(keys)) = (cells.get(verdict), cells.get(verdict + 1)) else { continue };
        let verdicts: Vec<_> = verdicts.split(", ").collect();
        let is_verdict = |word: &&str| Outcome::ALL.iter().any(|outcome| outcome.as_str() == *word);
        if !verdicts.iter().all(is_verdict) {
            continue;
        }
        let key = |cell| str::strip_prefix(cell, '`').and_then(|key| key.strip_suffix('`'));
        let keys: Vec<_> = keys.split(", ").map(|cell| key(cell).unwrap_or_else(|| panic!("no key: {line}"))).collect();
        assert!(verdicts.len() == 1 || verdicts.len() == keys.len(), "as many verdicts as keys: {line}");
        told.extend(verdicts.iter().copied().cycle().zip(keys));
    }
    told
}

#[test]
fn every_verdict_that_a_page_tells_of_is_shown_by_a_case() {
    // Made from a run of all cases, by `cargo xtask generate`.
    let table = include_str!("../../../../docs/vocabulary/README.md");
    let of_every_kind = keys(section(table, "## Of every kind"), 0);
    assert!(of_every_kind.len() >= 7, "{of_every_kind:?}");
    for (kind, page) in pages() {
        let link = format!("| [{}]({kind}.md) |", camel(&kind));
        let rows: Vec<_> = table.lines().filter(|row| row.starts_with(&link)).collect();
        let rows = rows.join("\n");
        let (told, shown) = (keys(&page, 0), keys(&rows, 1));
        assert!(!told.is_empty() && !shown.is_empty(), "{kind}.md tells of no verdict and its key");
        let unshown: Vec<_> = told.difference(&shown).collect();
        assert!(unshown.is_empty(), "{kind}.md tells of {unshown:?}, and no golden case of that kind shows it");
        let untold: Vec<_> = shown.difference(&told).filter(|key| !of_every_kind.contains(key)).collect();
        assert!(untold.is_empty(), "{kind}.md does not tell of {untold:?}, which golden cases show");
    }
}

/// The facts that the cases of a set expect of each kind of constraint.
fn facts(set: &Set<'_>, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let rulebook = set.rules.read().unwrap();
    for (_, text) in set.cases {
        let file: Value = serde_json::from_str(text).unwrap();
        let expected = file["cases"].as_array().unwrap().iter().filter_map(|case| case["expect"].as_array()).flatten();
        for expect in expected {
            let (Some(id), Some(facts)) = (expect["norm"].as_str(), expect["facts"].as_object()) else { continue };
            let Some(norm) = rulebook.norm(id) else { continue };
            found.entry(kebab(norm.require.key())).or_default().extend(facts.keys().cloned());
        }
    }
}

#[test]
fn every_fact_that_a_case_shows_is_told_of_by_its_page() {
    let mut found = BTreeMap::new();
    SETS.iter().for_each(|set| facts(set, &mut found));
    assert!(found.values().map(BTreeSet::len).sum::<usize>() > 80, "{found:?}");
    let pages = pages();
    for (kind, facts) in found {
        let untold: Vec<_> = facts.iter().filter(|fact| !pages[&kind].contains(&format!("`{fact}`"))).collect();
        assert!(untold.is_empty(), "{kind}.md does not tell of the facts {untold:?}");
    }
}

/// A part of a page, from its heading to the next.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let rest = page.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no {heading}")).1;
    rest.split("\n## ").next().unwrap()
}

#[test]
fn the_page_of_layers_shows_what_the_golden_cases_run() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/layers.md")).unwrap();
    let blocks = blocks(&page);
    let [extends, amendment, case, repeal] = blocks.as_slice() else { panic!("four blocks") };
    let set = SETS.iter().find(|set| set.name == "rulebooks/a-province-and-its-nation").unwrap();
    let Rules::Texts([_, text]) = set.rules else { panic!("a layer upon another") };
    let rulebook: Value = serde_json::from_str(text).unwrap();
    assert_eq!(rulebook["extends"], *extends);
    assert!(rulebook["amendments"].as_array().unwrap().contains(amendment), "{amendment}");
    assert!(rulebook["repeals"].as_array().unwrap().contains(repeal), "{repeal}");
    assert!(has_case(set, case), "{case}");
}
