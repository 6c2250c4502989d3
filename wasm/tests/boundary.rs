//! The boundary, natively and as WebAssembly in Node and browsers.
#![allow(missing_docs)]

use gongwei_wasm::{check, rulebook, rulebooks, version};
use wasm_bindgen_test::wasm_bindgen_test;

const RULES: &str = "gannan-2020";
const DAY: &str = "2026-06-30";
const RECORD: &str = r#"{"schema":"gongwei/record/1.0","committee":{"kind":"subdistrict-joint-committee"}}"#;

fn checked(record: &str, rules: &str, on: &str, locale: Option<&str>) -> serde_json::Value {
    let text = check(record, rules, on, None, locale.map(str::to_owned), None);
    serde_json::from_str(&text).unwrap_or_default()
}

fn code(result: &serde_json::Value) -> Option<&str> {
    result.pointer("/faults/0/code")?.as_str()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_record_gives_a_report() {
    let result = checked(RECORD, RULES, DAY, None);
    assert_eq!(result.pointer("/ok"), Some(&true.into()));
    assert_eq!(result.pointer("/report/on"), Some(&DAY.into()));
    assert!(result.pointer("/report/verdicts/0/norm").is_some());
}

#[wasm_bindgen_test(unsupported = test)]
fn messages_come_in_the_language_that_was_asked_for() {
    let message = |locale| checked(RECORD, RULES, DAY, locale).pointer("/report/verdicts/0/message").cloned();
    assert_eq!(message(None), None);
    assert!(message(Some("en")).is_some());
    assert_ne!(message(Some("en")), message(Some("zh-CN")));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_cannot_be_judged_gives_faults() {
    for record in ["", "{", "[]", "{}", "\u{0}", "{\"schema\":1}"] {
        let result = checked(record, RULES, DAY, Some("en"));
        assert_eq!(result.pointer("/ok"), Some(&false.into()), "{record}");
        assert!(code(&result).is_some(), "{record}");
        assert!(result.pointer("/faults/0/message").is_some(), "{record}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn options_that_cannot_be_used_give_faults() {
    assert_eq!(code(&checked(RECORD, "none", DAY, None)), Some("unknown-rulebook"));
    assert_eq!(code(&checked(RECORD, RULES, DAY, Some("fr"))), Some("unknown-locale"));
    for on in ["", "2026-6-30", "2026-02-30", "2026-06-30 ", "+026-06-30", "2026-06-3\u{661}"] {
        assert_eq!(code(&checked(RECORD, RULES, on, None)), Some("not-a-day"), "{on}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_first_day_can_be_given() {
    let since = |day: &str| check(RECORD, RULES, DAY, Some(day.to_owned()), None, None);
    assert!(since("2026-01-01").starts_with(r#"{"ok":true"#));
    assert!(since("2026-1-1").contains(r#""option":"since""#));
}

#[wasm_bindgen_test(unsupported = test)]
fn verdicts_of_some_outcomes_can_be_asked_for() {
    let shown = |verdicts: &str| {
        let text = check(RECORD, RULES, DAY, None, None, Some(verdicts.to_owned()));
        serde_json::from_str::<serde_json::Value>(&text).unwrap_or_default()
    };
    let count = |result: &serde_json::Value| Some(result.pointer("/report/verdicts")?.as_array()?.len());
    let all = count(&checked(RECORD, RULES, DAY, None)).unwrap_or_default();
    let each = ["met", "broken", "unknown", "pending", "not-applicable"];
    let counts = each.map(|outcome| {
        let result = shown(outcome);
        let verdicts = result.pointer("/report/verdicts").and_then(|verdicts| verdicts.as_array());
        assert!(verdicts.into_iter().flatten().all(|verdict| verdict["verdict"] == outcome), "{outcome}");
        count(&result).unwrap_or_default()
    });
    assert_eq!(counts.iter().sum::<usize>(), all);
    assert_eq!(count(&shown(&each.join(","))), Some(all));
    assert_eq!(count(&shown("")), Some(0));
    for wrong in ["?", "Met", "met, broken"] {
        assert_eq!(code(&shown(wrong)), Some("unknown-verdict"), "{wrong}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn an_unknown_kind_of_committee_is_a_fault() {
    let record = RECORD.replace("subdistrict", "county");
    let result = checked(&record, RULES, DAY, Some("en"));
    assert_eq!(result.pointer("/faults/0/path"), Some(&"/committee/kind".into()));
    assert_ne!(checked(&record, RULES, DAY, None), result);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_built_in_rulebooks_are_there_to_read() {
    let ids: Vec<String> = serde_json::from_str(&rulebooks()).unwrap_or_default();
    assert_eq!(ids, [RULES]);
    let document: serde_json::Value =
        rulebook(RULES).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    assert_eq!(document.pointer("/id"), Some(&RULES.into()));
    assert!(document.pointer("/norms/0/reading/en").is_some());
    assert_eq!(rulebook("none"), None);
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
