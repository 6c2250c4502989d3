//! The records that are measured: a sample, and the same grown larger.
#![allow(dead_code, reason = "each benchmark uses its part")]

use gongwei::Day;
use serde_json::{Value, json};

/// A subdistrict's record, true to life in size.
pub(crate) const SAMPLE: &str = include_str!("../../../tests/samples/subdistrict-clean.json");

/// The day of evaluation.
pub(crate) fn on() -> Day {
    Day::new(2026, 6, 30).unwrap()
}

/// The sample's concurrent members with full entries: person, seat and unit. Grown records repeat them.
const MODELS: [(&str, &str, &str); 4] =
    [("p9", "a9", "hospital"), ("p10", "a10", "school"), ("p11", "a11", "police"), ("p13", "a13", "mall")];

/// The sample with so many members, each with posts, a full entry, attestations and assessments.
pub(crate) fn with_members(count: usize) -> String {
    let sample: Value = serde_json::from_str(SAMPLE).unwrap();
    let mut record = sample.clone();
    for (at, model) in (15..count).zip(MODELS.iter().cycle()) {
        let (person, seat, unit) = model;
        let renamed = |entry: &Value| {
            let mut text = entry.to_string();
            for id in [person, seat, unit] {
                text = text.replace(&format!("\"{id}\""), &format!("\"{id}-{at}\""));
            }
            let mut entry: Value = serde_json::from_str(&text).unwrap();
            if entry["id"].as_str().is_some_and(|id| !id.contains('-')) {
                entry["id"] = json!(format!("{}-{at}", entry["id"].as_str().unwrap()));
            }
            entry
        };
        for list in ["organizations", "people", "appointments", "assessments", "attestations"] {
            let is_of_model = |entry: &&Value| {
                ["id", "person", "organization", "about"]
                    .iter()
                    .any(|key| entry[key].as_str().is_some_and(|id| id == *person || id == *seat || id == *unit))
            };
            let more: Vec<_> = sample[list].as_array().unwrap().iter().filter(is_of_model).map(renamed).collect();
            record[list].as_array_mut().unwrap().extend(more);
        }
    }
    record.to_string()
}

/// The sample with so many meetings, one a day.
pub(crate) fn with_meetings(count: usize) -> String {
    let mut record: Value = serde_json::from_str(SAMPLE).unwrap();
    let models = record["meetings"].as_array().unwrap().clone();
    let first = Day::new(2025, 1, 2).unwrap();
    let meetings = (0_u32..).zip(models.iter().cycle()).take(count).map(|(at, model)| {
        let mut meeting = model.clone();
        let day = first.plus(at + 1);
        // A step of the sample refers to one of its meetings by id.
        if at as usize >= models.len() {
            meeting["id"] = json!(format!("n{at}"));
        }
        meeting["on"] = json!(day);
        meeting["notice"]["on"] = json!(first.plus(at));
        meeting
    });
    record["meetings"] = meetings.collect::<Vec<_>>().into();
    for model in models.iter().skip(count) {
        let id = &model["id"];
        for appointment in record["appointments"].as_array_mut().unwrap() {
            if let Some(steps) = appointment.pointer_mut("/exit/steps").and_then(Value::as_array_mut) {
                steps.retain(|step| step["meeting"] != *id);
            }
        }
    }
    record.to_string()
}

/// The sample with so many steps in each entry that has any: the same steps taken again and again.
pub(crate) fn with_steps(count: usize) -> String {
    let mut record: Value = serde_json::from_str(SAMPLE).unwrap();
    for appointment in record["appointments"].as_array_mut().unwrap() {
        let steps = appointment["entry"].as_array_mut().unwrap();
        let models = steps.clone();
        let more = models.iter().cycle().take(if models.is_empty() { 0 } else { count });
        *steps = more.cloned().collect();
        for (at, step) in steps.iter_mut().enumerate() {
            step["id"] = json!(format!("s{at}"));
        }
    }
    record.to_string()
}
