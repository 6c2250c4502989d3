//! The samples: true to life, and with the planted faults that are listed beside them, no more and no fewer.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use gongwei::{Day, Fact, Outcome, Record, Report, Rulebook, Value, check};
use gongwei_golden::subject;
use serde_json::Value as Json;

const DAY: &str = "2026-06-30";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples").join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(file(name)).unwrap()
}

fn report(name: &str) -> Report {
    let record = Record::from_json(&text(name)).unwrap_or_else(|faults| panic!("{name}: {faults}"));
    check(&record, &Rulebook::builtin("gannan-2020").unwrap(), DAY.parse::<Day>().unwrap()).unwrap()
}

/// The broken verdicts, as norm, subject and period.
fn findings(report: &Report) -> Vec<String> {
    let period =
        |verdict: gongwei::Verdict<'_>| verdict.period().map(|period| format!(" {period}")).unwrap_or_default();
    let name = |verdict: gongwei::Verdict<'_>| format!("{} {}{}", verdict.norm().id, subject(verdict), period(verdict));
    let mut findings: Vec<_> = report.findings().map(name).collect();
    findings.sort();
    findings
}

fn contradictions(report: &Report) -> Vec<String> {
    let mut found: Vec<_> =
        report.coherence().iter().map(|fault| format!("{} {}", fault.code(), fault.path())).collect();
    found.sort();
    found
}

#[test]
fn the_clean_ones_have_no_finding_and_leave_nothing_open() {
    for name in ["subdistrict-clean.json", "community-clean.json"] {
        let report = report(name);
        assert_eq!(findings(&report), [] as [&str; 0], "{name}");
        assert_eq!(contradictions(&report), [] as [&str; 0], "{name}");
        let open = report.verdicts().filter(|verdict| verdict.outcome() == Outcome::Unknown);
        let open: Vec<_> = open.map(|verdict| format!("{} {}", verdict.norm().id, subject(verdict))).collect();
        assert_eq!(open, [] as [&str; 0], "{name}");
    }
}

#[test]
fn the_faulty_ones_have_what_is_listed_and_no_more() {
    for (name, norms_at_least) in [("subdistrict", 12), ("community", 10)] {
        let listed: Json = serde_json::from_str(&text(&format!("{name}-faulty.findings.json"))).unwrap();
        assert_eq!(listed["on"], DAY);
        let list = |key: &str, fields: &[&str]| {
            let one = |entry: &Json| {
                let parts: Vec<_> = fields.iter().filter_map(|field| entry.get(*field)?.as_str()).collect();
                for locale in ["zh", "en"] {
                    assert!(entry["why"][locale].as_str().is_some_and(|why| !why.is_empty()), "{entry} says not why");
                }
                parts.join(" ")
            };
            let mut list: Vec<_> = listed[key].as_array().unwrap().iter().map(one).collect();
            list.sort();
            list
        };
        let report = report(&format!("{name}-faulty.json"));
        assert_eq!(findings(&report), list("findings", &["norm", "subject", "period"]), "{name}");
        assert_eq!(contradictions(&report), list("coherence", &["code", "path"]), "{name}");
        let norms: BTreeSet<_> = report.findings().map(|verdict| &verdict.norm().id).collect();
        assert!(norms.len() >= norms_at_least, "{name}: {norms:?}");
        assert_eq!(report.coherence().len(), 2, "{name}");
    }
}

#[test]
fn they_are_of_the_size_of_real_ones() {
    for (name, norm, members) in [("subdistrict", "sjc-size", 15), ("community", "cjc-size", 11)] {
        let report = report(&format!("{name}-clean.json"));
        let size = report.verdicts().find(|verdict| verdict.norm().id.as_str() == norm).unwrap();
        assert_eq!(size.facts().get(Fact::Counted), Some(&Value::Number(members)), "{name}");
        for kind in ["clean", "faulty"] {
            let text = text(&format!("{name}-{kind}.json"));
            // Some have left: so many were members at some time.
            let record: Json = serde_json::from_str(&text).unwrap();
            let seats = record["appointments"].as_array().unwrap();
            let persons: BTreeSet<_> = seats.iter().map(|seat| seat["person"].as_str()).collect();
            assert!(persons.len() >= members as usize, "{name}-{kind}: {} persons", persons.len());
            assert!((18 * 1024..=26 * 1024).contains(&text.len()), "{name}-{kind}: {} bytes", text.len());
        }
    }
}

/// The example, run as the README says.
fn example(record: &Path) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--package", "gongwei", "--example", "check", "--"]).arg(record).args(["--on", DAY]);
    cargo.args(["--locale", "en"]).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    cargo.output().unwrap()
}

#[test]
fn the_example_tells_by_its_exit_status() {
    let cases = [("subdistrict-clean", 0), ("subdistrict-faulty", 1), ("community-clean", 0), ("community-faulty", 1)];
    for (name, expected) in cases {
        let output = example(&file(&format!("{name}.json")));
        let (told, errors) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(expected), "{name}: {errors}");
        assert_eq!(errors, "", "{name}");
        assert_eq!(told.contains("\nErrors ("), expected == 1, "{name}: {told}");
    }
}

#[test]
fn the_example_lists_every_fault_of_a_broken_file() {
    let mut record: Json = serde_json::from_str(&text("community-clean.json")).unwrap();
    record["committee"]["nmae"] = "x".into();
    record["people"][1]["id"] = record["people"][0]["id"].clone();
    record["appointments"][2]["person"] = "nobody".into();
    record["meetings"][0]["on"] = "2026-02-30".into();
    record["trainingClasses"][0]["hours"] = (-1).into();
    let expected = [
        "/committee/nmae unknown-field",
        "/people/1/id duplicate-id",
        "/appointments/2/person dangling-reference",
        "/meetings/0/on not-a-day",
        "/trainingClasses/0/hours out-of-range",
    ];
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken.json");
    fs::write(&path, record.to_string()).unwrap();
    let output = example(&path);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert_eq!(output.stdout, b"");
    for fault in expected {
        assert!(errors.lines().any(|line| line.contains(&format!("broken.json: {fault}: "))), "{fault}:\n{errors}");
    }
    // Whoever was the second of two ids is not there to be referred to: those lines come on top.
    let more = errors.lines().filter(|line| !expected.iter().any(|fault| line.contains(fault)));
    assert!(more.clone().all(|line| line.contains(" dangling-reference: ")), "{errors}");

    let output = example(Path::new("there-is-no-such-file.json"));
    assert_eq!(output.status.code(), Some(2));
}
