//! Whole reports of the samples against those in `tests/snapshots`, on top of the cases and never instead of them.
//!
//! When a difference is meant, read it, then accept it: `GONGWEI_ACCEPT=1 cargo test -p gongwei-golden --test snapshots`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use gongwei::{Day, Record, Rulebook, check};
use gongwei_golden::snapshot;

/// How two texts differ, line by line; nothing if they do not.
fn difference(old: &str, new: &str) -> Vec<String> {
    let (before, after): (BTreeSet<_>, BTreeSet<_>) = (old.lines().collect(), new.lines().collect());
    let gone = old.lines().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let come = new.lines().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    let mut lines: Vec<_> = gone.chain(come).collect();
    // The two of one verdict next to each other: both begin with its norm, subject and period.
    lines.sort_by_key(|line| line[2..].split(": ").next().unwrap_or_default().to_owned());
    if lines.is_empty() && old != new {
        lines.push("the same lines, in another order or another number".into());
    }
    lines
}

#[test]
fn the_samples_give_the_same_reports_as_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let is_accepted = env::var_os("GONGWEI_ACCEPT").is_some_and(|value| value == "1");
    let mut differences = Vec::new();
    for name in ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"] {
        let text = fs::read_to_string(root.join(format!("samples/{name}.json"))).unwrap();
        let record = Record::from_json(&text).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        let new = snapshot(&check(&record, &rulebook, "2026-06-30".parse::<Day>().unwrap()).unwrap(), &record);
        let path = root.join(format!("snapshots/{name}.txt"));
        if is_accepted {
            fs::write(&path, &new).unwrap();
        }
        let old = fs::read_to_string(&path).unwrap_or_default();
        differences.extend(difference(&old, &new).into_iter().map(|line| format!("{name} {line}")));
    }
    assert!(
        differences.is_empty(),
        "{} lines differ; if that is meant: GONGWEI_ACCEPT=1 cargo test -p gongwei-golden --test snapshots\n{}",
        differences.len(),
        differences.join("\n")
    );
}

#[test]
fn differences_are_told_side_by_side() {
    let old = "head\nb x: met\na x: met | 1\n";
    assert_eq!(difference(old, old), [] as [&str; 0]);
    assert_eq!(
        difference(old, "head\na x: broken\nc x: met\n"),
        ["- a x: met | 1", "+ a x: broken", "- b x: met", "+ c x: met"]
    );
    assert_eq!(difference("a\nb\n", "b\na\n"), ["the same lines, in another order or another number"]);
}
