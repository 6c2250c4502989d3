//! What makes no difference: when it is asked, in which order lists stand, what entries are called.

use std::collections::{BTreeMap, BTreeSet};

use gongwei::{Fact, Record, Report, Rulebook, check};
use serde_json::{Value, json};

use super::absent::{change, thin_out};
use super::value::holder;
use super::{RULEBOOK, by_identity, judge, read, try_often};

const fn is_shared<T: Send + Sync + Clone>() {}
const _: () = {
    is_shared::<Record>();
    is_shared::<Rulebook>();
    is_shared::<Report>();
};

#[test]
fn the_same_question_has_the_same_answer() {
    try_often(100, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        change(&mut record, dice);
        thin_out(&mut record, dice);
        let text = record.to_string();
        let record = read(&record);
        let report = check(&record, &RULEBOOK, on).unwrap();
        let rulebook = Rulebook::builtin("gannan-2020").unwrap();
        let again = std::thread::scope(|scope| {
            scope.spawn(|| check(&Record::from_json(&text).unwrap(), &rulebook, on).unwrap()).join().unwrap()
        });
        assert_eq!(report, again);
        assert_eq!(report.to_json(), again.to_json());
    });
}

/// Facts that do not depend on the order of lists: of several units left out, the first met is named.
fn facts(report: &Report) -> BTreeMap<super::Identity, Value> {
    by_identity(report)
        .into_iter()
        .map(|(name, verdict)| {
            let mut facts = serde_json::to_value(verdict.facts()).unwrap();
            if verdict.key() == "follow-up.left-out" {
                facts.as_object_mut().unwrap().remove(Fact::Organization.as_str());
            }
            let due = verdict.due().map(|due| due.to_string());
            (name, json!([verdict.outcome().as_str(), verdict.key(), facts, due, verdict.missing().len()]))
        })
        .collect()
}

/// How often each contradiction was found. Where it is shown depends on the order: at the later of two entries.
fn contradictions(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    report.coherence().iter().for_each(|fault| *found.entry(fault.code()).or_default() += 1);
    found
}

/// Steps and topics are left out: steps of one day count in the order of their list. So do attestations of one claim,
/// person and day; where there are such, their list stays as it is.
#[test]
fn the_order_of_lists_makes_no_difference() {
    try_often(1500, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        if dice.once_in(2) {
            change(&mut record, dice);
            thin_out(&mut record, dice);
        }
        let before = judge(&record, on);
        let mut shuffled = record.clone();
        let lists: Vec<String> = shuffled.as_object().unwrap().keys().cloned().collect();
        for list in lists {
            let stays = list == "attestations" && have_ties(&record);
            if let Some(Value::Array(entries)) = shuffled.get_mut(&list)
                && !stays
            {
                dice.shuffle(entries);
            }
        }
        let after = judge(&shuffled, on);
        let (before, after) = ((facts(&before), contradictions(&before)), (facts(&after), contradictions(&after)));
        if before != after {
            let differ = before.0.iter().filter(|(name, seen)| after.0.get(*name) != Some(seen));
            let differ: Vec<_> = differ.map(|(name, seen)| (name, seen, after.0.get(name))).collect();
            panic!("on {on}: {differ:?}\n{:?}\n{:?}", before.1, after.1);
        }
    });
}

/// Whether two attestations of one day make one claim about one person or organization.
fn have_ties(record: &Value) -> bool {
    let list = record["attestations"].as_array().map(Vec::as_slice).unwrap_or_default();
    let key = |entry: &Value| format!("{} {} {}", entry["claim"], holder(record, &entry["about"]), entry["on"]);
    let keys: BTreeSet<_> = list.iter().map(key).collect();
    keys.len() < list.len()
}

/// Fields that refer to entries by id.
const REFERENCES: &[&str] = &[
    "id",
    "person",
    "organization",
    "term",
    "by",
    "with",
    "to",
    "agreedWith",
    "meeting",
    "convenedBy",
    "chairedBy",
    "present",
    "attending",
    "proposedBy",
    "summedUpBy",
    "sentTo",
    "about",
    "workingCommittee",
    "organizationDepartment",
    "communityPartyOrganization",
    "topics",
];

/// Another id, in another order than the old ones.
fn renamed(id: &str) -> String {
    let mark = id.bytes().fold(7_u32, |mark, byte| mark.wrapping_mul(0x9e37_79b1).wrapping_add(byte.into()));
    format!("{mark:08x}-{id}")
}

fn known_ids(value: &Value, known: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| known_ids(entry, known)),
        Value::Object(object) => {
            known.extend(object.get("id").and_then(Value::as_str).map(String::from));
            object.values().for_each(|field| known_ids(field, known));
        }
        _ => {}
    }
}

fn rename(value: &mut Value, known: &[String], is_reference: bool) {
    match value {
        Value::String(text) if is_reference && known.contains(text) => *text = renamed(text),
        Value::Array(list) => list.iter_mut().for_each(|entry| rename(entry, known, is_reference)),
        Value::Object(object) => {
            object.iter_mut().for_each(|(name, field)| rename(field, known, REFERENCES.contains(&name.as_str())));
        }
        _ => {}
    }
}

#[test]
fn ids_make_no_difference() {
    try_often(300, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        change(&mut record, dice);
        thin_out(&mut record, dice);
        let mut known = Vec::new();
        known_ids(&record, &mut known);
        let mut other = record.clone();
        rename(&mut other, &known, false);
        assert_ne!(record, other);
        let mut expected: Value = serde_json::from_str(&judge(&record, on).to_json()).unwrap();
        let found: Value = serde_json::from_str(&judge(&other, on).to_json()).unwrap();
        for verdict in expected["verdicts"].as_array_mut().unwrap() {
            for pointer in ["/subject/id", "/subject/meeting", "/facts/person", "/facts/organization"] {
                if let Some(Value::String(id)) = verdict.pointer_mut(pointer) {
                    *id = renamed(id);
                }
            }
        }
        for fault in expected["coherence"].as_array_mut().unwrap() {
            if let Some(Value::String(id)) = fault.pointer_mut("/facts/person") {
                *id = renamed(id);
            }
        }
        assert_eq!(found["verdicts"], expected["verdicts"], "on {on}\n{record}");
        assert_eq!(found["coherence"], expected["coherence"], "on {on}\n{record}");
    });
}
