//! Missing is not false: filling in what an unknown verdict names never turns met into broken or broken into met.

use serde_json::{Value, json};

use super::value::plausible;
use super::{Dice, RULEBOOK, by_identity, fields, judge, remove, try_often, turned};
use gongwei::{Outcome, Record, check};

/// Whether a field may be taken out.
///
/// Left out are the fields a record cannot be without, and those whose absence is read as a fact (settled point 22):
/// `from` and `to` of a seat, `to` of posts and terms, `term`, `through`, `exit`, `supplement`, `dissolved` and the big
/// lists; `inArea`, of which settled point 8 reads an absent one as "in the area" where units are concerned; the
/// organizations behind the committee, for which the only one of the kind stands in (point 7); and `claim` and `about`
/// of an attestation: one that does not say what or whom it judges judges nothing.
pub(crate) fn is_free(pointer: &str) -> bool {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let name = *parts.last().unwrap();
    match parts.as_slice() {
        [_] | [_, _, "id"] => false,
        ["committee", "kind"] | ["attestations", _, "claim" | "about"] => false,
        ["committee", "workingCommittee" | "organizationDepartment" | "communityPartyOrganization"] => false,
        ["appointments", _, "from" | "to"] | ["terms", _, "to"] | ["people", _, "posts", _, "to"] => false,
        _ => !matches!(name, "id" | "term" | "through" | "exit" | "supplement" | "dissolved" | "inArea" | "ext"),
    }
}

/// Every list of entries with ids.
fn lists(value: &Value, here: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            if list.iter().any(|entry| entry.get("id").is_some()) {
                found.push(here.to_owned());
            }
            list.iter().enumerate().for_each(|(at, entry)| lists(entry, &format!("{here}/{at}"), found));
        }
        Value::Object(object) => {
            object.iter().for_each(|(name, field)| lists(field, &format!("{here}/{name}"), found));
        }
        _ => {}
    }
}

/// Puts in a few entries once more, changed: what was taken or told twice is where it gets difficult.
fn thicken(record: &mut Value, dice: &mut Dice) {
    for _ in 0..1 + dice.below(3) {
        let mut all = Vec::new();
        lists(record, "", &mut all);
        let list = dice.pick(&all).clone();
        let Some(Value::Array(entries)) = record.pointer(&list) else { unreachable!() };
        let (at, count) = (dice.below(entries.len()), entries.len());
        let mut entry = entries[at].clone();
        entry["id"] = json!(format!("new-{}", dice.below(1_000_000_000)));
        let mut inner = Vec::new();
        fields(&entry, "", &mut inner);
        for _ in 0..1 + dice.below(2) {
            let pointer = dice.pick(&inner).clone();
            let whole = format!("{list}/{at}{pointer}");
            if !matches!(pointer.as_str(), "/id" | "/ext" | "/to")
                && is_free(&whole)
                && let Some(value) = plausible(record, &whole, dice)
                && let Some(field) = entry.pointer_mut(&pointer)
            {
                *field = value;
            }
        }
        let mut thicker = record.clone();
        let Some(Value::Array(entries)) = thicker.pointer_mut(&list) else { unreachable!() };
        entries.insert(dice.below(count + 1), entry);
        if Record::from_json(&thicker.to_string()).is_ok() {
            *record = thicker;
        }
    }
}

/// Fills in other values here and there.
fn vary(record: &mut Value, dice: &mut Dice) {
    let mut all = Vec::new();
    fields(record, "", &mut all);
    all.retain(|pointer| is_free(pointer));
    let mut other = record.clone();
    for _ in 0..1 + dice.below(8) {
        let pointer = dice.pick(&all);
        if let Some(value) = plausible(&other, pointer, dice)
            && let Some(field) = other.pointer_mut(pointer)
        {
            *field = value;
        }
    }
    if Record::from_json(&other.to_string()).is_ok() {
        *record = other;
    }
}

/// Another record: some values are others, some entries stand twice.
pub(crate) fn change(record: &mut Value, dice: &mut Dice) {
    if dice.once_in(2) {
        vary(record, dice);
    }
    if dice.once_in(2) {
        thicken(record, dice);
    }
}

/// Takes out a few fields of a record, so that something is unknown.
pub(crate) fn thin_out(record: &mut Value, dice: &mut Dice) {
    let mut all = Vec::new();
    fields(record, "", &mut all);
    all.retain(|pointer| is_free(pointer));
    let most = if dice.once_in(4) { 40 } else { 4 };
    for _ in 0..1 + dice.below(most) {
        let pointer = dice.pick(&all);
        // A resolution of an organization that names no meeting was taken by another body (settled point 14).
        let step = pointer.strip_suffix("/meeting").and_then(|step| record.pointer(step));
        if step.is_some_and(|step| step.get("by").is_some()) {
            continue;
        }
        remove(record, pointer);
        // The notice of a meeting names its topics.
        if let Some(meeting) = pointer.strip_suffix("/topics").filter(|meeting| !meeting.ends_with("/notice")) {
            remove(record, &format!("{meeting}/notice/topics"));
        }
    }
}

/// Fills in a field that a verdict named.
fn fill_in(record: &mut Value, pointer: &str, dice: &mut Dice) {
    let Some(value) = plausible(record, pointer, dice) else { return };
    if pointer.starts_with("/completeThrough") && record.get("completeThrough").is_none() {
        record["completeThrough"] = json!({});
    }
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    if let Some(Value::Object(object)) = record.pointer_mut(parent) {
        object.insert(name.into(), value);
    }
}

#[test]
fn filling_in_what_is_missing_turns_nothing_definite() {
    try_often(1000, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        change(&mut record, dice);
        thin_out(&mut record, dice);
        let before = judge(&record, on);
        let named: Vec<String> = before
            .verdicts()
            .filter(|verdict| verdict.outcome() == Outcome::Unknown)
            .flat_map(|verdict| verdict.missing().iter().map(ToString::to_string).collect::<Vec<_>>())
            .collect();
        if named.is_empty() {
            return;
        }
        for _ in 0..4 {
            let mut fuller = record.clone();
            let count = 1 + dice.below(3);
            let filled: Vec<&String> = (0..count).map(|_| dice.pick(&named)).collect();
            for pointer in &filled {
                fill_in(&mut fuller, pointer, dice);
            }
            // What is plausible may still be refused, as topics that a notice does not name.
            let Ok(after) = Record::from_json(&fuller.to_string()) else { continue };
            let after = check(&after, &RULEBOOK, on).unwrap();
            let turned = turned(&before, &after);
            assert!(turned.is_empty(), "on {on}, filling in {filled:?}: {turned:#?}");
        }
    });
}

#[test]
fn taking_out_turns_nothing_definite() {
    try_often(1000, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        change(&mut record, dice);
        let before = judge(&record, on);
        let fuller = record.clone();
        thin_out(&mut record, dice);
        let turned = turned(&before, &judge(&record, on));
        if !turned.is_empty() {
            let (mut all, mut left) = (Vec::new(), Vec::new());
            fields(&fuller, "", &mut all);
            fields(&record, "", &mut left);
            all.retain(|pointer| !left.contains(pointer));
            panic!("on {on}, taking out {all:?}: {turned:#?}");
        }
    });
}

#[test]
fn filling_in_does_settle_unknown_verdicts() {
    // Else the test above would try nothing.
    let settled = std::cell::Cell::new(0);
    try_often(100, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        thin_out(&mut record, dice);
        let before = judge(&record, on);
        let unknown: Vec<_> = before.verdicts().filter(|verdict| verdict.outcome() == Outcome::Unknown).collect();
        let mut fuller = record.clone();
        for verdict in &unknown {
            for path in verdict.missing() {
                fill_in(&mut fuller, &path.to_string(), dice);
            }
        }
        let Ok(after) = Record::from_json(&fuller.to_string()) else { return };
        let after = check(&after, &RULEBOOK, on).unwrap();
        let after = by_identity(&after);
        let is_definite = |outcome| matches!(outcome, Outcome::Met | Outcome::Broken);
        let count = unknown
            .iter()
            .filter(|verdict| after.get(&super::identity(**verdict)).is_some_and(|now| is_definite(now.outcome())))
            .count();
        settled.set(settled.get() + count);
    });
    assert!(settled.get() > 200, "{}", settled.get());
}
