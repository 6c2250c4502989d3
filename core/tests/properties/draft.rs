//! A list that is so far can only break a maximum: what is added to it turns nothing definite.

use serde_json::{Value, json};

use super::absent::{change, thin_out};
use super::{Dice, judge, remove, try_often, turned};
use gongwei::Record;

/// Adds an entry to a big list: one of its own, dated and addressed anew.
fn add(record: &mut Value, list: &str, dice: &mut Dice) {
    let Some(entries) = record.get(list).and_then(Value::as_array).filter(|list| !list.is_empty()) else { return };
    let mut entry = dice.pick(entries).clone();
    entry["id"] = json!(format!("new-{}", dice.below(1_000_000_000)));
    for name in ["on", "from", "to", "year", "person", "organization", "seat", "present", "written", "passedOn"] {
        if entry.get(name).is_some() && dice.once_in(2) {
            let pointer = format!("/{list}/0/{name}");
            entry[name] = match (list, name) {
                ("appointments", "to") => continue,
                _ => match super::value::plausible(record, &pointer, dice) {
                    Some(value) => value,
                    None => continue,
                },
            };
        }
    }
    let mut longer = record.clone();
    longer[list].as_array_mut().unwrap().insert(dice.below(entries.len() + 1), entry);
    if Record::from_json(&longer.to_string()).is_ok() {
        *record = longer;
    }
}

#[test]
fn adding_to_a_list_that_is_so_far_turns_nothing_definite() {
    try_often(800, |dice| {
        let mut record = dice.record();
        let on = dice.day();
        let list = *dice.pick(&[
            "appointments",
            "appointments",
            "meetings",
            "assessments",
            "dutyReports",
            "performanceReports",
            "trainingClasses",
            "problemLists",
        ]);
        remove(&mut record, &format!("/completeThrough/{list}"));
        change(&mut record, dice);
        if dice.once_in(2) {
            thin_out(&mut record, dice);
        }
        let before = judge(&record, on);
        let mut longer = record.clone();
        for _ in 0..1 + dice.below(3) {
            add(&mut longer, list, dice);
        }
        let after = judge(&longer, on);
        let mut turned = turned(&before, &after);
        // A maximum may break.
        turned.retain(|&(.., after)| after != "count.too-many");
        assert!(turned.is_empty(), "on {on}, adding to {list}: {turned:#?}");
    });
}
