//! What every verdict looks like.

use gongwei::rulebook::Modality;
use gongwei::{Day, Outcome, Severity};
use serde_json::Value;

use super::absent::{change, thin_out};
use super::{by_identity, judge, try_often};

/// Whether a day in the value lies after the day of evaluation: then it counts as not there.
fn is_to_come(value: &Value, on: Day) -> bool {
    match value {
        Value::String(text) => text.parse::<Day>().is_ok_and(|day| day > on),
        Value::Object(object) => object.get("on").is_some_and(|day| is_to_come(day, on)),
        _ => false,
    }
}

/// Whether something can be filled in there: a field that is not there, a list that could be longer, a day through
/// which a list is complete, a text that is blank, something that is still to come.
fn is_missing(record: &Value, pointer: &str, on: Day) -> bool {
    match record.pointer(pointer) {
        None | Some(Value::Null | Value::Array(_)) => true,
        Some(Value::String(text)) if text.trim().is_empty() => true,
        Some(value) => pointer.starts_with("/completeThrough/") || is_to_come(value, on),
    }
}

#[test]
fn every_verdict_has_its_form() {
    try_often(800, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        change(&mut record, dice);
        thin_out(&mut record, dice);
        let report = judge(&record, on);
        // It asserts that no two verdicts are about the same.
        by_identity(&report);
        for verdict in report.verdicts() {
            let outcome = verdict.outcome();
            assert_eq!(outcome == Outcome::Unknown, !verdict.missing().is_empty(), "{verdict:?}");
            for path in verdict.missing() {
                let pointer = path.to_string();
                // More theory than hours: which of the two is wrong cannot be told.
                let is_contradiction = verdict.key() == "share.unknown" && pointer.starts_with("/trainingClasses/");
                assert!(
                    is_contradiction || is_missing(&record, &pointer, on),
                    "{pointer} is there: {verdict:?}\n{record}"
                );
            }
            assert!(verdict.due().is_none() || outcome == Outcome::Pending, "{verdict:?}");
            assert!(verdict.due().is_none_or(|due| due >= on), "due before {on}: {verdict:?}");
            let severity = match (outcome, verdict.norm().modality) {
                (Outcome::Broken, Modality::Must) => Some(Severity::Error),
                (Outcome::Broken, Modality::Should) => Some(Severity::Warning),
                (Outcome::Broken, Modality::May) => panic!("a permission is broken: {verdict:?}"),
                _ => None,
            };
            assert_eq!(verdict.severity(), severity, "{verdict:?}");
        }
    });
}
