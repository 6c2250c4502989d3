//! A session judges again only what an edit can have changed. So for each field of the samples, and for every value that
//! it could sensibly have instead: the session must say what a check of the whole record says.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::TimeDelta;
use gongwei::{Calendar, Day, Rulebook, Session, check};
use serde_json::{Value, json};

/// A day on which much is under way: notices run, duties are due.
const DAYS: [&str; 2] = ["2026-06-30", "2026-01-20"];

const SAMPLES: [&str; 4] = [
    include_str!("../../tests/samples/subdistrict-clean.json"),
    include_str!("../../tests/samples/subdistrict-faulty.json"),
    include_str!("../../tests/samples/community-clean.json"),
    include_str!("../../tests/samples/community-faulty.json"),
];

/// All values by the names of their fields, all places of fields, and all objects by what they are called.
#[derive(Default)]
struct Fields {
    values: BTreeMap<String, BTreeSet<String>>,
    places: Vec<(String, String, Value)>,
    objects: Vec<(String, String, BTreeSet<String>)>,
}

/// The fields of objects by what these are called, each with a few values, from all samples.
fn known_fields(more: &str) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut known: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for sample in SAMPLES.into_iter().chain([more]) {
        let fields = Fields::of(&serde_json::from_str(sample).expect("JSON"));
        let document: Value = serde_json::from_str(sample).expect("JSON");
        for (at, name, names) in fields.objects {
            for field in names {
                let value = document.pointer(&format!("{at}/{field}")).expect("it is there").to_string();
                let values = known.entry(name.clone()).or_default().entry(field).or_default();
                if values.len() < 2 {
                    values.insert(value);
                }
            }
        }
    }
    // No sample has it.
    let seats = known.get_mut("appointments").expect("there are seats");
    seats.insert("supplement".to_owned(), ["true".to_owned(), "false".to_owned()].into());
    known
}

impl Fields {
    fn of(document: &Value) -> Self {
        let mut fields = Self::default();
        fields.gather(document, "", "");
        fields
    }

    fn gather(&mut self, value: &Value, at: &str, name: &str) {
        if !at.is_empty() {
            self.values.entry(name.to_owned()).or_default().insert(value.to_string());
            self.places.push((at.to_owned(), name.to_owned(), value.clone()));
        }
        match value {
            Value::Array(entries) => {
                entries
                    .iter()
                    .enumerate()
                    .for_each(|(index, entry)| self.gather(entry, &format!("{at}/{index}"), name));
            }
            Value::Object(fields) => {
                self.objects.push((at.to_owned(), name.to_owned(), fields.keys().cloned().collect()));
                fields.iter().for_each(|(key, field)| self.gather(field, &format!("{at}/{key}"), key));
            }
            _ => {}
        }
    }

    /// What could stand there instead.
    fn others(&self, name: &str, value: &Value) -> Vec<Value> {
        let mut others = vec![Value::Null];
        match value {
            Value::Bool(flag) => others.push((!flag).into()),
            Value::Number(number) => {
                others.extend([0, 1, 2, 60, number.as_u64().unwrap_or_default() + 1].map(Value::from))
            }
            Value::String(text) => match text.parse::<Day>() {
                Ok(day) => {
                    let moved = |days| Day::try_from(day.date() + TimeDelta::days(days)).expect("a day");
                    others.extend([-500, -40, -1, 1, 2, 8, 100].map(|days| moved(days).to_string().into()));
                    // So that what held at some time holds no longer.
                    others.extend(["2024-06-01", "2025-12-31", "2026-06-29"].map(Value::from));
                }
                Err(_) => {
                    // Ids and words: a few of those that stand in fields of the same name.
                    let known = self.values[name].iter().filter_map(|text| serde_json::from_str(text).ok());
                    let known: Vec<Value> = known.filter(|other: &Value| other.is_string() && other != value).collect();
                    let step = (known.len() / 4).max(1);
                    others.extend(known.into_iter().step_by(step));
                }
            },
            Value::Array(entries) => {
                others.push(json!([]));
                others.push(entries.iter().rev().cloned().collect());
                others.push(entries.iter().skip(1).cloned().collect());
            }
            _ => {}
        }
        others
    }
}

fn every_edit_of(sample: &str) {
    let rulebook = Rulebook::builtin("gannan-2020").expect("it is built in");
    let changed = every_edit_by(rulebook, sample, 1);
    assert!(changed > 10_000, "only {changed} verdicts changed");
}

/// How many verdicts changed. Of the values that a field could have instead, the first of every so many is tried.
fn every_edit_by(rulebook: Rulebook, sample: &str, every: usize) -> usize {
    let rulebook = Arc::new(rulebook);
    let fields = Fields::of(&serde_json::from_str(sample).expect("JSON"));
    let known = known_fields(sample);
    let mut changed = 0;
    for on in DAYS.map(|on| on.parse::<Day>().expect("a day")) {
        let mut session = Session::open(sample, Arc::clone(&rulebook), on).expect("it can be opened");
        let clean = session.report().expect("it is judged").clone();
        for (place, (at, name, value)) in fields.places.iter().enumerate() {
            // Not the same of each field.
            for other in fields.others(name, value).into_iter().skip(place % every).step_by(every) {
                let delta = session.set(at, &other.to_string()).expect("it is JSON");
                changed += delta.appeared().count() + delta.changed().count() + delta.cleared().len();
                let whole = check(session.record(), &rulebook, on);
                assert!(session.report() == whole.as_ref(), "{at} = {other} on {on}");
                let _delta = session.undo();
                assert!(session.report() == Ok(&clean), "{at} = {other} on {on}, and undone");
            }
            let _delta = session.remove(at).expect("it is there");
            let whole = check(session.record(), &rulebook, on);
            assert!(session.report() == whole.as_ref(), "{at} removed on {on}");
            let _delta = session.undo();
        }
        for (at, name, names) in &fields.objects {
            let absent = known.get(name).into_iter().flatten().filter(|(field, _)| !names.contains(*field));
            for (field, value) in absent.flat_map(|(field, values)| values.iter().map(move |value| (field, value))) {
                let delta = session.set(&format!("{at}/{field}"), value).expect("it is JSON");
                changed += delta.appeared().count() + delta.changed().count() + delta.cleared().len();
                let whole = check(session.record(), &rulebook, on);
                assert!(session.report() == whole.as_ref(), "{at}/{field} = {value} on {on}");
                let _delta = session.undo();
            }
        }
    }
    changed
}

/// The rulebooks of a folder below `tests`, each with its base records: with the layers that it extends and with its
/// calendar, where it has them, and built in where it has no text of its own.
fn every_edit_in(folder: &str) {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").join(folder);
    for folder in files(&folders).into_iter().filter(|path| path.is_dir()) {
        let text = |file: PathBuf| fs::read_to_string(file).expect("it is text");
        let own = folder.join("rulebook.json");
        let rulebook = if own.is_file() {
            let texts: Vec<String> = files(&folder.join("extends")).into_iter().chain([own]).map(text).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            Rulebook::layered(&texts).expect("it is right")
        } else {
            let id = folder.file_name().and_then(|id| id.to_str()).expect("a name");
            Rulebook::builtin(id).expect("it is built in")
        };
        let calendar = folder.join("calendar.json");
        let rulebook = match calendar.is_file() {
            true => rulebook.with_calendar(Calendar::from_json(&text(calendar)).expect("it is right")),
            false => rulebook,
        };
        for base in files(&folder.join("base")) {
            let changed = every_edit_by(rulebook.clone(), &text(base), 1);
            assert!(changed > 10, "{}: only {changed} verdicts changed", folder.display());
        }
    }
}

/// What lies in a folder; nothing where there is none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.expect("it can be read").path()).collect()
}

/// Each kind of constraint, with all its forms, has its rulebook and base records there.
#[test]
fn of_the_vocabulary() {
    every_edit_in("vocabulary");
}

/// Layers, and norms that take another form in the midst of what is recorded, are among these.
#[test]
fn of_the_rules_of_places() {
    every_edit_in("rulebooks");
}

/// A layer upon the built-in rulebook that changes norms of every scope in the midst of what the samples record, ends one
/// and adds one for a while.
fn changing_in_mid_year() -> Rulebook {
    let words = json!({"zh": "x", "en": "x"});
    let amendment = |norm: &str, from: &str, require: Value| json!({"norm": norm, "from": from, "clause": {"item": "1"}, "require": require});
    let members = json!({"members": {"named": "concurrent"}});
    let layer = json!({
        "schema": "gongwei/rulebook/1.0", "id": "layer", "edition": "1", "title": words, "note": words,
        "source": {"id": "layer", "title": words}, "extends": [{"id": "gannan-2020"}],
        "norms": [{
            "id": "time-of-late", "title": words, "appliesTo": ["subdistrict-joint-committee"], "modality": "should",
            "clause": {"item": "2"}, "from": "2026-01-10", "to": "2026-12-31", "scope": {"standing": {"seats": ["member"]}},
            "require": {"attested": {"claim": "member-time", "about": "member", "within": {"years": 2}}}, "reading": words,
        }],
        "amendments": [
            amendment("sjc-quorum", "2026-03-01", json!({"quorum": {"atLeast": "2/3"}})),
            amendment("sjc-quarterly", "2026-01-01", json!({"cadence": {"atLeast": 2}})),
            amendment("sjc-quarterly", "2026-04-01", json!({"cadence": {"atLeast": 1, "longestGap": {"days": 60}}})),
            amendment("sjc-meeting-notice", "2025-10-01", json!({"notification": {"daysBefore": 3, "tells": ["topics", "time"]}})),
            amendment("sjc-size", "2026-02-01", json!({"count": {"of": {}, "counted": "persons", "atLeast": 9, "atMost": 14}})),
            amendment("sjc-member-time", "2024-06-01", json!({"attested": {"claim": "member-time", "about": "member", "within": {"months": 3}}})),
            amendment("sjc-assessed-members", "2025-12-31", json!({"yearlyDuty": {"list": "assessments", "each": members, "due": "+1-02-28"}})),
        ],
        "repeals": [{"norm": "sjc-links", "from": "2026-02-01", "clause": {"item": "3"}, "authority": {"document": "x"}}],
    });
    Rulebook::from_json(&layer.to_string()).expect("it is right")
}

#[test]
fn of_a_subdistrict_whose_rules_change_in_mid_year() {
    let changed = every_edit_by(changing_in_mid_year(), SAMPLES[1], 3);
    assert!(changed > 3_000, "only {changed} verdicts changed");
}

#[test]
fn of_a_clean_subdistrict() {
    every_edit_of(SAMPLES[0]);
}

#[test]
fn of_a_faulty_subdistrict() {
    every_edit_of(SAMPLES[1]);
}

#[test]
fn of_a_clean_community() {
    every_edit_of(SAMPLES[2]);
}

#[test]
fn of_a_faulty_community() {
    every_edit_of(SAMPLES[3]);
}
