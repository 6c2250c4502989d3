//! The JSON Schemas against what the reader says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod common;

use common::{RECORD, Refused, plain, refused, samples, with};
use gongwei::{
    Day, Fault, JsonKind, Locale, Problem, Record, Rulebook, check, faults_of_record, faults_of_rulebook, schema,
};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

const RULEBOOK: &str = include_str!("../src/rulebook/builtin/gannan-2020.json");

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn errors(validator: &Validator, document: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(document).unwrap();
    validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Whether a schema can see such a fault.
fn is_seen(fault: &Fault, document: &Value) -> bool {
    match fault.problem() {
        Problem::DuplicateField | Problem::DuplicateId { .. } | Problem::DanglingReference { .. } => false,
        Problem::TooDeep { .. } | Problem::TooManyFaults { .. } => false,
        // To a schema, 1.0 is a whole number, and so is 1e31, though past every bound.
        Problem::WrongType { expected: JsonKind::Integer, found: JsonKind::Number } => {
            let number = document.pointer(fault.path()).and_then(Value::as_f64);
            number.is_none_or(|number| number.fract() != 0.0 || number.abs() >= 9e18)
        }
        _ => true,
    }
}

#[test]
fn schemas_accept_what_the_reader_accepts() {
    let record = validator(&schema::record());
    for text in [plain(), with("/ext", "{}")].into_iter().chain(samples()) {
        assert_eq!(errors(&record, &text), [] as [&str; 0], "{text}");
    }
    assert_eq!(errors(&validator(&schema::rulebook()), RULEBOOK), [] as [&str; 0]);
}

#[test]
fn reports_are_as_their_schema_says() {
    let report = validator(&schema::report());
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let mut verdicts = 0;
    for text in samples() {
        let record = Record::from_json(&text).unwrap();
        for day in ["1900-01-01", "2025-02-28", "2026-06-30", "2027-12-31"] {
            let found = check(&record, &rulebook, day.parse::<Day>().unwrap()).unwrap();
            verdicts += found.verdicts().count();
            assert_eq!(errors(&report, &found.to_json()), [] as [&str; 0]);
            for locale in [Locale::ZhCn, Locale::En] {
                assert_eq!(errors(&report, &found.told(&record, locale).to_json()), [] as [&str; 0]);
            }
        }
    }
    assert!(verdicts > 1000, "{verdicts}");
    let wrong = serde_json::json!({ "schema": "gongwei/report/1.0", "verdicts": [ { "facts": { "felt": 2 } } ] });
    assert!(errors(&report, &wrong.to_string()).iter().any(|error| error.contains("felt")));
    assert!(!report.is_valid(&serde_json::json!({ "schema": "gongwei/report/1.0", "verdicts": [] })));
}

#[test]
fn schemas_refuse_every_fault_they_can_see() {
    let record = validator(&schema::record());
    let mut refused_by_both = 0;
    for Refused { text, .. } in refused() {
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        let seen = faults_of_record(&text).iter().any(|fault| is_seen(fault, &document));
        assert_eq!(record.is_valid(&document), !seen, "{text}");
        refused_by_both += usize::from(seen);
    }
    assert!(refused_by_both > 50, "{refused_by_both}");
}

#[test]
fn every_field_and_every_definition_is_described() {
    for schema in [schema::record(), schema::rulebook(), schema::report()] {
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let definitions = schema["$defs"].as_object().unwrap();
        assert!(definitions.len() > 5);
        for (name, definition) in definitions.iter().chain([(&"the document".to_owned(), &schema)]) {
            assert!(definition["description"].is_string(), "{name} has no description");
            let properties = definition.get("properties").and_then(Value::as_object);
            for (field, property) in properties.into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}.{field} has no description");
            }
        }
    }
}

#[test]
fn a_schema_is_the_same_every_time_and_names_each_type_once() {
    assert_eq!(schema::record(), schema::record());
    assert!(!schema::record().contains("_\""), "two types have one name");
    assert!(!schema::rulebook().contains("_\""), "two types have one name");
    assert!(!schema::report().contains("_\""), "two types have one name");
    let schema: Value = serde_json::from_str(&schema::record()).unwrap();
    let nullable = &schema["$defs"]["Appointment"]["properties"];
    assert_eq!(nullable["to"]["type"], serde_json::json!(["string", "null"]));
    assert_eq!(nullable["exit"]["anyOf"][1]["type"], "null");
    assert_eq!(
        nullable["from"]["description"].as_str().unwrap(),
        "The first day held. Without one the seat has not begun. A day from 1900 to 2199."
    );
    assert_eq!(schema["required"], serde_json::json!(["schema", "committee"]));
}

/// Replaces one value of a document by another from anywhere in it, or by a stranger.
fn swap(document: &mut Value, from: usize, to: usize, stranger: Option<Value>) {
    fn paths(value: &Value, here: String, all: &mut Vec<String>) {
        let parts: Vec<(String, &Value)> = match value {
            Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
            _ => Vec::new(),
        };
        parts.into_iter().for_each(|(key, value)| paths(value, format!("{here}/{key}"), all));
        all.push(here);
    }
    let mut all = Vec::new();
    paths(document, String::new(), &mut all);
    let value = stranger.unwrap_or_else(|| document.pointer(&all[from % all.len()]).unwrap().clone());
    *document.pointer_mut(&all[to % all.len()]).unwrap() = value;
}

fn stranger() -> impl Strategy<Value = Option<Value>> {
    let values =
        ["null", "true", "0", "-1", "1.5", "7000000000", "\"\"", "\"x\"", "\"2026-02-30\"", "[]", "{}", "[{}]"];
    prop::option::of(prop::sample::select(values.to_vec()).prop_map(|text| serde_json::from_str(text).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_reader_agree(swaps in prop::collection::vec((any::<usize>(), any::<usize>(), stranger()), 1..3)) {
        thread_local!(static VALIDATORS: (Validator, Validator) = (validator(&schema::record()), validator(&schema::rulebook())));
        for (text, is_record) in [(RECORD.replace("\\ud800", ""), true), (RULEBOOK.to_owned(), false)] {
            let mut document: Value = serde_json::from_str(&text).unwrap();
            for (from, to, stranger) in &swaps {
                swap(&mut document, *from, *to, stranger.clone());
            }
            let text = document.to_string();
            let faults = if is_record { faults_of_record(&text) } else { faults_of_rulebook(&text) };
            let is_valid = VALIDATORS.with(|(record, rulebook)| (if is_record { record } else { rulebook }).is_valid(&document));
            prop_assert_eq!(is_valid, !faults.iter().any(|fault| is_seen(fault, &document)), "{:?}\n{}", faults, text);
        }
    }
}
