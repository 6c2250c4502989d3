//! Whatever is handed over, it ends in faults with code and path or in a report, never in a panic.

use gongwei::{Day, Locale, Record, check};
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::{Dice, RULEBOOK, fields, remove, try_often};

/// Words and days that stand somewhere in a record, and what stands nowhere.
fn odd(record: &Value, all: &[String], dice: &mut Dice) -> Value {
    match dice.below(9) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!(dice.once_in(2)),
        4 => json!(dice.below(3000)),
        5 => json!(*dice.pick(&["", "2026-02-30", "1900-01-01", "2199-12-31", "2026-06-30", "2024-02-29"])),
        // The value of another field: often of the right kind, and a strange one.
        _ => record.pointer(dice.pick::<String>(all)).cloned().unwrap_or_default(),
    }
}

/// Changes a record in a way that people, or other programs, might not foresee. Pointers that lead nowhere any more
/// change nothing.
fn mutate(record: &mut Value, all: &[String], dice: &mut Dice) {
    let pointer: &String = dice.pick(all);
    let name = pointer.rsplit('/').next().unwrap();
    let value = match dice.below(6) {
        0 => return remove(record, pointer),
        1 => odd(record, all, dice),
        2 => {
            // The value of a field of the same name elsewhere: mostly read, and seldom coherent.
            let alike: Vec<_> = all.iter().filter(|other| other.rsplit('/').next() == Some(name)).collect();
            record.pointer(dice.pick::<&String>(&alike)).cloned().unwrap_or_default()
        }
        3 => {
            let days: Vec<_> =
                all.iter().filter(|at| record.pointer(at).and_then(Value::as_str).is_some_and(is_day)).collect();
            let pointer = *dice.pick::<&String>(&days);
            *record.pointer_mut(pointer).unwrap() = json!(any_day(dice));
            return;
        }
        kind => {
            if let Some(Value::Array(list)) = record.pointer_mut(pointer)
                && !list.is_empty()
            {
                change_list(list, kind == 4, dice);
            }
            return;
        }
    };
    if let Some(field) = record.pointer_mut(pointer) {
        *field = value;
    }
}

fn change_list(list: &mut Vec<Value>, shortens: bool, dice: &mut Dice) {
    if shortens {
        dice.shuffle(list);
        list.truncate(dice.below(list.len() + 2));
        return;
    }
    let mut entry = dice.pick(list).clone();
    if entry.get("id").is_some() {
        entry["id"] = json!(format!("new-{}", dice.below(1_000_000)));
    }
    list.push(entry);
}

fn is_day(text: &str) -> bool {
    text.parse::<Day>().is_ok()
}

fn any_day(dice: &mut Dice) -> Day {
    let first = Day::new(1900, 1, 1).unwrap();
    let days = Day::new(2199, 12, 31).unwrap().since(first);
    match dice.below(3) {
        0 => first.plus(u32::try_from(dice.below(usize::try_from(days).unwrap() + 1)).unwrap()),
        1 => *dice.pick(&[first, Day::new(2199, 12, 31).unwrap(), Day::new(2028, 2, 29).unwrap()]),
        _ => Day::new(2024, 1, 1).unwrap().plus(u32::try_from(dice.below(1200)).unwrap()),
    }
}

#[test]
fn changed_records_give_faults_or_a_report() {
    let judged = std::cell::Cell::new(0);
    try_often(10_000, |dice| {
        let mut record = dice.record();
        let mut all = Vec::new();
        fields(&record, "", &mut all);
        for _ in 0..1 + dice.below(4) {
            mutate(&mut record, &all, dice);
        }
        let on = any_day(dice);
        let record = match Record::from_json(&record.to_string()) {
            Ok(record) => record,
            Err(faults) => {
                for fault in faults.iter() {
                    assert!(!fault.code().is_empty());
                    assert!(fault.path().is_empty() || fault.path().starts_with('/'));
                }
                return;
            }
        };
        let report = match check(&record, &RULEBOOK, on) {
            Ok(report) => report,
            Err(error) => {
                assert!(!error.code().is_empty());
                return;
            }
        };
        judged.set(judged.get() + 1);
        assert!(report.verdicts().next().is_some());
        // Writing takes longest: a part of the reports does for it.
        if dice.once_in(8) {
            serde_json::from_str::<IgnoredAny>(&report.to_json()).unwrap();
            for locale in [Locale::ZhCn, Locale::En] {
                serde_json::from_str::<IgnoredAny>(&report.told(&record, locale).to_json()).unwrap();
            }
        }
    });
    assert!(judged.get() > 3000, "{}", judged.get());
}
