//! The boundary, natively and as WebAssembly in Node and browsers.
#![allow(missing_docs)]

use gongwei_wasm::{check, holds, lint, load, rulebook, rulebooks, unload, version};
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
    assert!(ids.iter().map(String::as_str).eq(gongwei::Rulebook::builtin_ids()), "{ids:?}");
    assert!(ids.iter().any(|id| id == RULES));
    for id in &ids {
        let document: serde_json::Value =
            rulebook(id).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        assert_eq!(document.pointer("/id"), Some(&id.as_str().into()));
        assert!(document.pointer("/norms/0/reading/en").is_some());
        let result = checked(RECORD, id, DAY, None);
        assert_eq!(result.pointer("/report/rulebook/id"), Some(&id.as_str().into()), "{result}");
    }
    assert_eq!(rulebook("none"), None);
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

/// The built-in rulebook under an id of its own, which gives it a digest of its own.
fn own(id: &str) -> String {
    rulebook(RULES).unwrap_or_default().replacen(RULES, id, 1)
}

fn loaded(text: &str) -> String {
    let result: serde_json::Value = serde_json::from_str(&load(text, Vec::new(), None, None)).unwrap_or_default();
    result.get("digest").and_then(|digest| digest.as_str()).unwrap_or_default().to_owned()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rulebook_that_is_handed_in_judges_by_its_digest() {
    let digest = loaded(&own("elsewhere-2031"));
    let result = checked(RECORD, &digest, DAY, None);
    assert_eq!(result.pointer("/report/rulebook/id"), Some(&"elsewhere-2031".into()));
    assert_eq!(result.pointer("/report/rulebook/digest"), Some(&digest.as_str().into()));
    let built_in = checked(RECORD, RULES, DAY, None);
    assert_eq!(result.pointer("/report/verdicts/0/norm"), built_in.pointer("/report/verdicts/0/norm"));
    assert_eq!(code(&checked(RECORD, "elsewhere-2031", DAY, None)), Some("unknown-rulebook"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rulebook_is_kept_once_until_it_is_let_go() {
    let digest = loaded(&own("once"));
    assert_eq!(loaded(&own("once")), digest);
    assert!(holds(&digest));
    unload(&digest);
    unload(&digest);
    assert!(!holds(&digest));
    assert_eq!(code(&checked(RECORD, &digest, DAY, None)), Some("unknown-rulebook"));
}

#[wasm_bindgen_test(unsupported = test)]
fn of_many_rulebooks_the_latest_used_are_kept() {
    let all: Vec<_> = (0..20).map(|at| own(&format!("many-{at}"))).collect();
    let [first, rest @ ..] = all.as_slice() else { return };
    let used = loaded(first);
    let digests: Vec<_> = rest
        .iter()
        .map(|text| {
            let digest = loaded(text);
            assert_eq!(checked(RECORD, &used, DAY, None)["ok"], true);
            digest
        })
        .collect();
    assert!(digests.last().is_some_and(|digest| holds(digest)));
    assert!(digests.iter().filter(|digest| holds(digest)).count() < 8);
    assert_eq!(checked(RECORD, RULES, DAY, None)["ok"], true);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rulebook_with_faults_is_refused_with_all_of_them() {
    assert_eq!(lint(&own("good"), Vec::new(), None, None), r#"{"ok":true}"#);
    let wrong = own("wrong").replace("\"must\"", "\"ought\"");
    let refused = load(&wrong, Vec::new(), None, Some("en".to_owned()));
    assert_eq!(lint(&wrong, Vec::new(), None, Some("en".to_owned())), refused);
    assert_ne!(lint(&wrong, Vec::new(), None, None), refused);
    let result: serde_json::Value = serde_json::from_str(&refused).unwrap_or_default();
    assert_eq!(code(&result), Some("unknown-word"));
    assert!(result["faults"].as_array().is_some_and(|faults| faults.len() > 20));
    assert_eq!(
        code(&serde_json::from_str(&lint("{", Vec::new(), None, Some("fr".to_owned()))).unwrap_or_default()),
        Some("unknown-locale")
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rulebook_extends_others_that_are_built_in_or_were_handed_in() {
    let layer = |id: &str, base: &str| {
        own(id).split_once("\"committees\"").map_or_else(String::new, |(head, _)| {
            format!("{head}\"extends\": [{{\"id\": \"{base}\"}}], \"verifiedUntil\": \"2020-12-31\"}}")
        })
    };
    let county = layer("county", "town");
    assert_eq!(
        code(&serde_json::from_str(&load(&county, Vec::new(), None, None)).unwrap_or_default()),
        Some("missing-base")
    );
    assert_eq!(
        code(&serde_json::from_str(&load(&county, vec!["town".to_owned()], None, None)).unwrap_or_default()),
        Some("unknown-rulebook")
    );
    let town = loaded(&layer("town", RULES));
    assert_eq!(lint(&county, vec![town.clone()], None, None), r#"{"ok":true}"#);
    let county: serde_json::Value = serde_json::from_str(&load(&county, vec![town], None, None)).unwrap_or_default();
    let digest = county["digest"].as_str().unwrap_or_default();
    let result = checked(RECORD, digest, DAY, Some("en"));
    assert_eq!(result.pointer("/report/layers/1/id"), Some(&"town".into()));
    assert_eq!(result.pointer("/report/notes/1/rulebook"), Some(&"county".into()));
    assert_eq!(result.pointer("/report/verdicts/0/layer"), Some(&RULES.into()));
}

const WORKING_DAYS: &str = include_str!("../../tests/vocabulary/working-days/rulebook.json");
const COUNCIL: &str = include_str!("../../tests/vocabulary/working-days/base/council.json");
const CALENDAR: &str = include_str!("../../tests/vocabulary/working-days/calendar.json");

/// What comes of reading the rulebook that counts working days.
fn counting(calendar: Option<&str>) -> serde_json::Value {
    let text = load(WORKING_DAYS, Vec::new(), calendar.map(str::to_owned), Some("en".to_owned()));
    serde_json::from_str(&text).unwrap_or_default()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rulebook_counts_by_the_calendar_that_is_handed_in_with_it() {
    let ended = CALENDAR.replace("2026-07-31", "2026-07-19");
    let spaced = CALENDAR.replace(',', " ,");
    let [none, all, same, ended] = [None, Some(CALENDAR), Some(spaced.as_str()), Some(ended.as_str())].map(counting);
    let name = |read: &serde_json::Value| read["name"].as_str().unwrap_or_default().to_owned();
    let told = |read: &serde_json::Value| {
        let result = checked(COUNCIL, &name(read), "2026-07-31", None);
        assert_eq!(result["report"]["rulebook"]["digest"], read["digest"]);
        let verdicts = result["report"]["verdicts"].as_array().cloned().unwrap_or_default();
        verdicts.iter().find(|verdict| verdict["norm"] == "told").map(|verdict| verdict["verdict"].clone())
    };
    assert_eq!([&none, &all, &ended].map(told), ["unknown", "met", "unknown"].map(|verdict| Some(verdict.into())));
    assert_eq!(none["name"], none["digest"]);
    assert_eq!(name(&same), name(&all));
    assert!(name(&all) != name(&none) && name(&all) != name(&ended));
    unload(&name(&all));
    assert!(!holds(&name(&all)) && holds(&name(&none)) && holds(&name(&ended)));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_faults_of_a_calendar_come_apart_from_those_of_its_rulebook() {
    let crossed = CALENDAR.replace("2026-07-01", "2026-08-01");
    let refused = counting(Some(&crossed));
    assert_eq!(refused["faults"], serde_json::json!([]));
    assert_eq!(refused.pointer("/calendar/0/code"), Some(&"days-crossed".into()));
    assert_eq!(refused.pointer("/calendar/0/path"), Some(&"/through".into()));
    assert_eq!(counting(Some("{")).pointer("/calendar/0/code"), Some(&"syntax".into()));
    let both = lint("{", Vec::new(), Some(crossed), None);
    let both: serde_json::Value = serde_json::from_str(&both).unwrap_or_default();
    assert_eq!(both.pointer("/faults/0/code"), Some(&"syntax".into()));
    assert_eq!(both.pointer("/calendar/0/code"), Some(&"days-crossed".into()));
}
