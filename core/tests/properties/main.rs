//! What holds of every check, whatever the record: found by trying thousands of changed records.
//!
//! Each test throws dice with a seed that proptest chooses and prints; the same seed gives the same record again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod absent;
mod any_input;
mod any_rulebook;
mod draft;
mod form;
mod same;
mod value;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use gongwei::{Day, Outcome, Record, Report, Rulebook, Verdict, check};
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| Rulebook::builtin("gannan-2020").unwrap());

/// The samples and the base records of the golden cases.
static RECORDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    [
        include_str!("../../../tests/samples/subdistrict-clean.json"),
        include_str!("../../../tests/samples/subdistrict-faulty.json"),
        include_str!("../../../tests/samples/community-clean.json"),
        include_str!("../../../tests/samples/community-faulty.json"),
        include_str!("../../../tests/cases/base/subdistrict.json"),
        include_str!("../../../tests/cases/base/subdistrict-years.json"),
        include_str!("../../../tests/cases/base/community.json"),
    ]
    .iter()
    .map(|text| serde_json::from_str(text).unwrap())
    .collect()
});

/// Chance, the same for the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(count.max(1)).unwrap()).unwrap()
    }

    fn pick<'t, T>(&mut self, among: &'t [T]) -> &'t T {
        &among[self.below(among.len())]
    }

    /// True once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }

    fn record(&mut self) -> Value {
        self.pick(&RECORDS).clone()
    }

    /// A day of evaluation on which something is going on in the records.
    fn day(&mut self) -> Day {
        const DAYS: &[&str] = &[
            "2026-06-30",
            "2026-06-30",
            "2026-06-30",
            "2026-07-01",
            "2026-12-31",
            "2027-01-01",
            "2027-04-01",
            "2025-12-31",
            "2026-01-01",
            "2026-03-31",
            "2026-04-01",
            "2025-06-15",
            "2026-02-10",
        ];
        self.pick(DAYS).parse().unwrap()
    }
}

/// Tries something so many times, each time with other dice. GONGWEI_TIMES=20 tries twenty times as often.
fn try_often(times: u32, attempt: impl Fn(&mut Dice)) {
    let more = std::env::var("GONGWEI_TIMES").map_or(1, |more| more.parse().unwrap());
    let config = Config { cases: times * more, max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let run = |seed: u64| {
        attempt(&mut Dice(seed));
        Ok(())
    };
    // GONGWEI_SEED, the "minimal failing input" that a failure prints, tries that one alone.
    if let Ok(seed) = std::env::var("GONGWEI_SEED") {
        run(seed.parse().unwrap()).unwrap();
        return;
    }
    let outcome = TestRunner::new(config).run(&proptest::prelude::any::<u64>(), run);
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn read(record: &Value) -> Record {
    Record::from_json(&record.to_string()).unwrap_or_else(|faults| panic!("{faults}\n{record}"))
}

fn judge(record: &Value, on: Day) -> Report {
    check(&read(record), &RULEBOOK, on).unwrap()
}

/// What identifies a verdict: norm, subject and period.
type Identity = (String, String, String);

fn identity(verdict: Verdict<'_>) -> Identity {
    let subject = verdict.subject();
    let id = [&subject.meeting, &subject.id].map(|id| id.as_ref().map(ToString::to_string).unwrap_or_default());
    (
        verdict.norm().id.to_string(),
        format!("{}:{}/{}", subject.kind.as_str(), id[0], id[1]),
        verdict.period().map(|period| period.to_string()).unwrap_or_default(),
    )
}

/// The verdicts by what identifies them.
fn by_identity(report: &Report) -> BTreeMap<Identity, Verdict<'_>> {
    let mut verdicts = BTreeMap::new();
    for verdict in report.verdicts() {
        let twice = verdicts.insert(identity(verdict), verdict);
        assert!(twice.is_none(), "two verdicts {:?}", identity(verdict));
    }
    verdicts
}

/// The verdicts that were met in one report and are broken in the other, or the other way round, with their keys.
fn turned(before: &Report, after: &Report) -> Vec<(Identity, &'static str, &'static str)> {
    let after = by_identity(after);
    let turns = |one: Verdict<'_>, other: Verdict<'_>| {
        matches!((one.outcome(), other.outcome()), (Outcome::Met, Outcome::Broken) | (Outcome::Broken, Outcome::Met))
    };
    by_identity(before)
        .into_iter()
        .filter_map(|(name, one)| after.get(&name).map(|&other| (name, one, other)))
        .filter(|&(_, one, other)| turns(one, other))
        .map(|(name, one, other)| (name, one.key(), other.key()))
        .collect()
}

/// Every pointer to a field of an object, with its name.
fn fields(value: &Value, here: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, entry)| fields(entry, &format!("{here}/{at}"), found));
        }
        Value::Object(object) => {
            for (name, field) in object {
                found.push(format!("{here}/{name}"));
                fields(field, &format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Takes a field out of a record. The pointer may lead nowhere.
fn remove(record: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    if let Some(Value::Object(object)) = record.pointer_mut(parent) {
        object.remove(name);
    }
}
