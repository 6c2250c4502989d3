//! Whatever is given to the reader, it answers with a record or with faults that say what and where.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod common;

use std::collections::BTreeSet;

use common::{RECORD, Refused, plain, refused, samples, with, without};
use gongwei::{
    DEPTH_MAX, FAULTS_MAX, Fault, Faults, Locale, Problem, Record, SIZE_MAX, faults_of_record, faults_of_rulebook,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const RULEBOOK: &str = include_str!("../src/rulebook/builtin/gannan-2020.json");

/// The faults as data, without their messages.
fn faults(text: &str) -> Vec<Value> {
    let faults = Record::from_json(text).expect_err("the record was accepted");
    check_form(&faults, text);
    serde_json::from_str(&faults.to_json(None)).unwrap()
}

fn rulebook_faults(text: &str) -> Vec<Value> {
    faults_of_rulebook(text).iter().map(|fault| serde_json::to_value(fault).unwrap()).collect()
}

/// What holds of every list of faults.
fn check_form(faults: &Faults, text: &str) {
    let json: Vec<Value> = serde_json::from_str(&faults.to_json(Some(Locale::ZhCn))).unwrap();
    assert_eq!(json.len(), faults.iter().count());
    assert!(!json.is_empty() && json.len() <= FAULTS_MAX + 1);
    // Of a field that stands twice, a JSON value has the last one, and the paths may be those of the first.
    let is_twice = faults.iter().any(|fault| fault.code() == "duplicate-field");
    let document: Option<Value> = if is_twice { None } else { serde_json::from_str(text).ok() };
    for (fault, json) in faults.iter().zip(&json) {
        check_fault(fault, document.as_ref());
        let keys: Vec<_> = json.as_object().unwrap().keys().collect();
        assert!(keys.iter().any(|key| *key == "message"), "{json}");
        assert_eq!(json["code"], fault.code());
        assert_eq!(json["path"], fault.path());
    }
}

fn check_fault(fault: &Fault, document: Option<&Value>) {
    let code = fault.code();
    assert!(!code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
    let path = fault.path();
    assert!(path.is_empty() || path.starts_with('/'), "{path}");
    let escapes = path.matches('~').count();
    assert_eq!(escapes, path.matches("~0").count() + path.matches("~1").count(), "{path}");
    if let Some(document) = document {
        // A missing field has the path that it would have; everything else is there.
        let place = if code == "missing-field" { path.rsplit_once('/').unwrap().0 } else { path };
        assert!(document.pointer(place).is_some(), "{code} at {path}");
        assert!(code != "missing-field" || document.pointer(path).is_none(), "{path} is there");
    }
    for locale in [Locale::ZhCn, Locale::En] {
        let message = fault.message(locale);
        assert!(message.chars().count() < 1000, "{message}");
        assert!(message.ends_with(['。', '.', '?', '？']), "{message}");
    }
}

/// What holds of every text: the two readings agree, serde reads the same and holds the same to be JSON, and what is
/// refused is told well.
fn check(text: &str) {
    let collected = faults_of_record(text);
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(plain).is_ok();
    if collected.first().is_some_and(|fault| fault.code() == "syntax") {
        // Serde passes over half a letter in what it does not read.
        assert!(!is_json || text.contains("\\u"), "refused though it is JSON: {text}");
    }
    match Record::from_json(text) {
        Ok(record) => {
            assert_eq!(collected, [], "accepted with faults: {text}");
            assert!(is_json, "accepted though it is no JSON: {text}");
            assert_eq!(serde_json::from_str::<Record>(plain).ok().as_ref(), Some(&record), "{text}");
            assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "{text}");
        }
        Err(faults) => {
            assert_ne!(collected, [], "refused without a fault found: {text}");
            check_form(&faults, text);
        }
    }
}

// --- what is accepted ------------------------------------------------------------------------------------------------

#[test]
fn a_full_record_is_read_and_written_back() {
    for text in [RECORD.to_owned()].into_iter().chain(samples()) {
        let record = Record::from_json(&text).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
        assert_eq!(faults_of_record(&text), []);
        let written = record.to_json();
        assert_eq!(Record::from_json(&written).as_ref(), Ok(&record));
        assert_eq!(Record::from_json(&written).unwrap().to_json(), written);
    }
}

#[test]
fn the_full_record_has_every_field() {
    // Else the tests below leave something out.
    let record: Value = serde_json::from_str(&plain()).unwrap();
    let written: Value = serde_json::from_str(&Record::from_json(&plain()).unwrap().to_json()).unwrap();
    assert_eq!(record["appointments"], written["appointments"]);
    assert_eq!(record, written);
}

#[test]
fn the_built_in_rulebook_has_no_fault() {
    assert_eq!(faults_of_rulebook(RULEBOOK), []);
}

#[test]
fn null_and_absent_are_two_things() {
    let absent = Record::from_json(&without("/meetings/1/notice")).unwrap();
    let null = Record::from_json(&plain()).unwrap();
    assert_ne!(absent, null);
    assert!(null.to_json().contains(r#""convenedBy":null,"notice":null,"topics":null"#));
    assert!(!absent.to_json().contains(r#""convenedBy":null,"notice""#));
    // An empty list that was given stays one.
    assert!(null.to_json().contains(r#""links":[]"#));
}

#[test]
fn fields_of_the_platform_stay_letter_by_letter() {
    for ext in [
        r#"{"platform": {"b": 1.0, "a": 10000000000000000000000000000001, "é": "\u00e9\ud800"}}"#,
        r#"{ "z":1,"a" :1e400,"a":-0, "m":[ ] }"#,
        "{}",
    ] {
        let text = with("/ext", ext);
        let record = Record::from_json(&text).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(record.to_json().ends_with(&format!(r#""ext":{ext}}}"#)), "{}", record.to_json());
        assert_eq!(faults_of_record(&text), []);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(Record::from_json(&format!("\u{feff}{RECORD}")), Record::from_json(RECORD));
    assert_eq!(faults("\u{feff}\u{feff}{}"), [json!({"code": "syntax", "path": "", "line": 1, "column": 1})]);
}

#[test]
fn numbers_at_their_bounds_are_read() {
    for number in ["0", "100000"] {
        Record::from_json(&with("/trainingClasses/0/hours", number)).unwrap();
    }
}

// --- one table for every code ----------------------------------------------------------------------------------------

#[test]
fn every_code_has_its_path_and_its_data() {
    for Refused { text, faults: expected } in refused() {
        assert_eq!(Value::from(faults(&text)), expected, "{text}");
        assert_eq!(faults_of_record(&text), Record::from_json(&text).unwrap_err().into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn every_code_is_shown() {
    let listed: BTreeSet<String> = refused()
        .iter()
        .flat_map(|case| case.faults.as_array().unwrap())
        .map(|fault| fault["code"].as_str().unwrap().to_owned())
        .collect();
    // Shown by tests of their own, here and in the rulebook's tests.
    let elsewhere = [
        "syntax",
        "too-large",
        "too-many-faults",
        "not-a-year-day",
        "not-a-share",
        "rulebook-newer-than-engine",
        "not-a-rulebook",
        "one-key-expected",
        "unknown-name",
        "circular-definition",
        "does-not-fit",
        "bounds-crossed",
        "missing-base",
        "another-edition",
        "circular-extension",
        "defined-above",
        "not-in-force",
        "from-after-to",
        "editions-overlap",
        "editions-gap",
        "weakens-without-authority",
        "not-a-day-or-month",
        "calendar-newer-than-engine",
        "not-a-calendar",
        "not-a-weekend",
        "days-crossed",
        "day-outside-span",
        "day-off-and-on",
    ];
    let shown: BTreeSet<_> = listed.iter().map(String::as_str).chain(elsewhere).collect();
    assert_eq!(shown, Problem::CODES.iter().copied().collect());
}

#[test]
fn rulebooks_are_read_as_closely() {
    let rulebook = |path: &str, value: Value| {
        let mut rulebook: Value = serde_json::from_str(RULEBOOK).unwrap();
        *rulebook.pointer_mut(path).unwrap() = value;
        rulebook.to_string()
    };
    let constraints: Vec<_> =
        "count share heldBy doneBy attribute attested procedure step noticePeriod period unopposed followUp cadence \
        yearlyDuty quorum majority proposal notification streak term permission"
            .split_whitespace()
            .collect();
    let cases = [
        (
            rulebook("/schema", json!("gongwei/rulebook/1.1")),
            json!([{"code": "rulebook-newer-than-engine", "path": "/schema", "found": "gongwei/rulebook/1.1", "newest": "gongwei/rulebook/1.0"}]),
        ),
        (
            rulebook("/schema", json!("gongwei/record/1.0")),
            json!([{"code": "not-a-rulebook", "path": "/schema", "found": "gongwei/record/1.0", "newest": "gongwei/rulebook/1.0"}]),
        ),
        (
            rulebook("/norms/0/require", json!({})),
            json!([{"code": "one-key-expected", "path": "/norms/0/require", "found": 0, "allowed": constraints}]),
        ),
        (
            rulebook("/norms/0/require", json!({"cadence": {"atLeast": 1}, "permission": {}})),
            json!([{"code": "one-key-expected", "path": "/norms/0/require", "found": 2, "allowed": constraints}]),
        ),
        (
            rulebook("/norms/0/require", json!({"eval": "1"})),
            json!([{"code": "unknown-field", "path": "/norms/0/require/eval", "found": "eval"}]),
        ),
        (
            rulebook("/norms/0/require", json!("permission")),
            json!([{"code": "wrong-type", "path": "/norms/0/require", "expected": "object", "found": "string"}]),
        ),
        (
            rulebook("/norms/0/require", json!({"permission": null})),
            json!([{"code": "wrong-type", "path": "/norms/0/require/permission", "expected": "object", "found": "null"}]),
        ),
        (
            rulebook("/norms/0/require", json!({"quorum": {"atLeast": "3/2"}})),
            json!([{"code": "not-a-share", "path": "/norms/0/require/quorum/atLeast", "found": "3/2"}]),
        ),
        (
            rulebook(
                "/norms/0/require",
                json!({"yearlyDuty": {"list": "assessments", "each": {"units": {}}, "due": "+1-02-30"}}),
            ),
            json!([{"code": "not-a-year-day", "path": "/norms/0/require/yearlyDuty/due", "found": "+1-02-30"}]),
        ),
        (
            rulebook("/norms/1/modality", Value::Null),
            json!([{"code": "null-not-allowed", "path": "/norms/1/modality"}]),
        ),
        (
            rulebook("/norms/1/id", json!("sjc-size")),
            json!([{"code": "duplicate-id", "path": "/norms/1/id", "id": "sjc-size", "first": "/norms/0/id"}]),
        ),
        (
            rulebook("/groups/internal", json!({"any": [{"nmaed": "x"}]})),
            json!([{"code": "unknown-field", "path": "/groups/internal/any/0/nmaed", "found": "nmaed", "nearest": "named"}]),
        ),
        (
            RULEBOOK.replacen("\"groups\": {", "\"groups\": {\"internal\": {\"partyMember\": true},", 1),
            json!([{"code": "duplicate-field", "path": "/groups/internal"}]),
        ),
        (
            RULEBOOK.replacen("\"groups\": {", "\"groups\": {\"\": {\"partyMember\": true},", 1),
            json!([{"code": "too-short", "path": "/groups", "unit": "characters", "min": 1, "found": 0}]),
        ),
        (
            RULEBOOK.replacen(
                "\"groups\": {",
                "\"groups\": {\"x\": {\"partyMember\": true, \"partyMember\": true},",
                1,
            ),
            json!([{"code": "duplicate-field", "path": "/groups/x/partyMember"}]),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(Value::from(rulebook_faults(&text)), expected);
    }
}

#[test]
fn depth_is_bounded() {
    // The document, `groups` and the group itself are three levels.
    let nested = |levels: usize| {
        let group = "{\"not\": ".repeat(levels - 3) + "{\"partyMember\": true}" + &"}".repeat(levels - 3);
        RULEBOOK.replacen("\"groups\": {", &format!("\"groups\": {{\"x\": {group},"), 1)
    };
    assert_eq!(rulebook_faults(&nested(DEPTH_MAX)), [] as [Value; 0]);
    let path = format!("/groups/x{}", "/not".repeat(DEPTH_MAX - 2));
    for levels in [DEPTH_MAX + 1, 127, 128, 129, 10_000] {
        assert_eq!(rulebook_faults(&nested(levels)), [json!({"code": "too-deep", "path": path, "max": DEPTH_MAX})]);
    }
    let lists = nested(3).replacen("true", &("[".repeat(5000) + &"]".repeat(5000)), 1);
    assert_eq!(rulebook_faults(&lists)[0]["code"], "wrong-type");

    for (bomb, codes) in [("[", vec!["syntax", "wrong-type"]), ("{\"a\":", vec!["syntax", "unknown-field"])] {
        let text = bomb.repeat(1_000_000 / bomb.len());
        assert_eq!(codes_of(&text), codes);
        let inside = format!("{{\"ext\": {{\"a\": {text}");
        assert_eq!(codes_of(&inside), ["syntax"]);
        let inside = format!("{{\"people\": {text}");
        assert_eq!(codes_of(&inside)[0], "syntax");
    }
    let whole = "[".repeat(500_000) + &"]".repeat(500_000);
    assert_eq!(codes_of(&whole), ["wrong-type"]);
    assert_eq!(codes_of(&with("/ext", &format!("{{\"a\": {whole}}}"))), ["too-deep"]);
}

fn codes_of(text: &str) -> Vec<String> {
    faults(text).iter().map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn syntax_ends_the_reading_and_keeps_what_was_found() {
    let cases = [
        ("", 1, 1),
        ("{", 1, 1),
        ("{\"schema\": NaN}", 1, 12),
        ("{\"schema\": Infinity}", 1, 12),
        ("{\"schema\": 'x'}", 1, 12),
        ("{\"schema\": \"x\",}", 1, 16),
        ("{\n  \"扎西\": [,]}", 2, 10),
        ("{\"committee\": {\"name\": \"\\ud800\"}}", 1, 31),
        ("{\"\\udc00\": 1}", 1, 9),
        ("{\"schema\": \"a\tb\"}", 1, 14),
        ("{\"schema\": 01}", 1, 13),
        ("{\"schema\": +1}", 1, 12),
        ("{} {}", 1, 4),
        ("{}x", 1, 3),
        ("{\"schema\": 1} // note", 1, 15),
    ];
    for (text, line, column) in cases {
        let faults = faults(text);
        assert_eq!(faults[0], json!({"code": "syntax", "path": "", "line": line, "column": column}), "{text}");
    }
    let found =
        faults(r#"{"committee": {"established": "2026-02-30", "kind": "x"}, "people": [{"id": "p"}, {"id": "p"}] "#);
    let codes: Vec<_> = found.iter().map(|fault| fault["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["syntax", "not-a-day", "duplicate-id"]);
}

#[test]
fn all_faults_come_at_once() {
    let text = r#"{
        "schema": "gongwei/record/1.0",
        "committee": {"name": null, "established": "2026-13-01", "colour": "red"},
        "people": [{"id": "p1", "partyMember": "yes"}, {"id": "p1"}, 7],
        "appointments": [{"id": "a1", "person": "p2", "seat": "chair", "links": [1]}],
        "terms": {}
    }"#;
    let found = faults(text);
    let found: Vec<_> =
        found.iter().map(|fault| (fault["code"].as_str().unwrap(), fault["path"].as_str().unwrap())).collect();
    assert_eq!(
        found,
        [
            ("null-not-allowed", "/committee/name"),
            ("not-a-day", "/committee/established"),
            ("unknown-field", "/committee/colour"),
            ("missing-field", "/committee/kind"),
            ("wrong-type", "/people/0/partyMember"),
            ("duplicate-id", "/people/1/id"),
            ("wrong-type", "/people/2"),
            ("unknown-word", "/appointments/0/seat"),
            ("wrong-type", "/appointments/0/links/0"),
            ("wrong-type", "/terms"),
            ("dangling-reference", "/appointments/0/person"),
        ]
    );
}

#[test]
fn size_is_bounded() {
    let fill = |size: usize| RECORD.to_owned() + &" ".repeat(size - RECORD.len());
    assert!(Record::from_json(&fill(SIZE_MAX)).is_ok());
    let expected = [json!({"code": "too-large", "path": "", "max": SIZE_MAX, "found": SIZE_MAX + 1})];
    assert_eq!(
        serde_json::from_str::<Vec<Value>>(&Record::from_json(&fill(SIZE_MAX + 1)).unwrap_err().to_json(None)).unwrap(),
        expected
    );
    assert_eq!(rulebook_faults(&fill(SIZE_MAX + 1)), expected);
}

#[test]
fn lists_are_bounded() {
    let list = |count: usize| {
        let entries: Vec<_> = (0..count).map(|at| format!("{{\"id\":\"{at}\"}}")).collect();
        with("/dutyReports", &format!("[{}]", entries.join(",")))
    };
    assert!(Record::from_json(&list(30_000)).is_ok());
    assert_eq!(faults_of_record(&list(30_000)), []);
    let expected =
        json!({"code": "too-long", "path": "/dutyReports", "unit": "entries", "max": 30_000, "found": 30_002});
    assert_eq!(faults(&list(30_002)), [expected]);
    let links = format!("[{}\"x\"]", "\"x\",".repeat(30_000));
    let expected =
        json!({"code": "too-long", "path": "/appointments/0/links", "unit": "entries", "max": 30_000, "found": 30_001});
    assert_eq!(faults(&with("/appointments/0/links", &links)), [expected]);
    // References into a list that is too long are not blamed.
    let people: Vec<_> = (0..30_001).map(|at| format!("{{\"id\":\"q{at}\"}}")).collect();
    assert_eq!(codes_of(&with("/people", &format!("[{}]", people.join(",")))), ["too-long"]);
}

#[test]
fn an_id_stands_once_in_a_list_of_any_length() {
    for count in [2_usize, 3, 8, 9, 10, 33, 1000] {
        let ids: Vec<_> = (0..count).map(|at| format!("{{\"id\":\"entry-{at}\"}}")).collect();
        assert!(Record::from_json(&with("/dutyReports", &format!("[{}]", ids.join(",")))).is_ok());
        for (first, second) in [(0, count - 1), (0, 1), (count / 2 - 1, count / 2)] {
            let mut twice = ids.clone();
            twice[second] = ids[first].clone();
            let expected = json!({
                "code": "duplicate-id",
                "path": format!("/dutyReports/{second}/id"),
                "id": format!("entry-{first}"),
                "first": format!("/dutyReports/{first}/id"),
            });
            assert_eq!(faults(&with("/dutyReports", &format!("[{}]", twice.join(",")))), [expected]);
        }
    }
}

#[test]
fn a_thousand_faults_are_listed() {
    let list = |count: usize| with("/appointments/0/links", &format!("[{}1]", "1,".repeat(count - 1)));
    assert_eq!(faults(&list(1000)).len(), 1000);
    let many = faults(&list(1500));
    assert_eq!(many.len(), 1001);
    assert_eq!(many[1000], json!({"code": "too-many-faults", "path": "", "listed": 1000, "more": 500}));
    // The syntax comes first even then.
    let text = list(1500);
    let cut = faults(&text[..text.len() - 1]);
    assert_eq!((cut.len(), &cut[0]["code"], &cut[1000]["more"]), (1001, &json!("syntax"), &json!(501)));
}

// --- messages --------------------------------------------------------------------------------------------------------

#[test]
fn messages_name_the_field_and_what_to_do() {
    let message = |text: &str, locale| Record::from_json(text).unwrap_err().first().message(locale);
    let cases = [
        (
            with("/meetings/0/on", r#""2026-02-29""#),
            "日期 2026-02-29 不存在，请按“年-月-日”填写实际日期。",
            "The day 2026-02-29 does not exist: please give a real day as YYYY-MM-DD.",
        ),
        (
            with("/meetings/0/on", r#""3026-02-28""#),
            "日期 3026-02-28 超出范围，请填写 1900 年至 2199 年的日期。",
            "The day 3026-02-28 is too far off: please give a day from 1900 to 2199.",
        ),
        (
            with("/meetings/0/on", r#""3月1日""#),
            "“日期”应为日期，现为“3月1日”，请按“年-月-日”填写，例如 2026-03-12。",
            "“day” must be a day, but is “3月1日”: please write YYYY-MM-DD, such as 2026-03-12.",
        ),
        (
            with("/people/1", "true"),
            "“人员”第 2 项应为一组字段，现为 true 或 false，请改正。",
            "Entry 2 of “people” must be a group of fields, but is true or false: please correct it.",
        ),
        (without("/committee/kind"), "“类别”必须填写，请补上。", "“kind” is required: please add it."),
        // One name of a field, two meanings.
        (
            with("/appointments/0/to", r#""soon""#),
            "“结束日期”应为日期，现为“soon”，请按“年-月-日”填写，例如 2026-03-12。",
            "“last day” must be a day, but is “soon”: please write YYYY-MM-DD, such as 2026-03-12.",
        ),
        (
            with("/assessments/0/feedback", r#"{"to": true}"#),
            "“送达单位”应为文字，现为 true 或 false，请改正。",
            "“addressee” must be a text, but is true or false: please correct it.",
        ),
    ];
    for (text, zh, en) in cases {
        assert_eq!(message(&text, Locale::ZhCn), zh);
        assert_eq!(message(&text, Locale::En), en);
    }
    let faults = Record::from_json("{}").unwrap_err();
    assert_eq!(faults.to_string(), "/schema: “schema”必须填写，请补上。\n/committee: “委员会”必须填写，请补上。");
    assert_eq!(serde_json::to_string(&faults).unwrap(), faults.to_json(None));
}

// --- anything at all -------------------------------------------------------------------------------------------------

/// One change of a JSON document.
#[derive(Clone, Debug)]
enum Change {
    Remove(Index),
    Replace(Index, Value),
    Duplicate(Index),
    Insert(Index, Value),
    Copy(Index, Index),
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_u32..3000).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "p1",
            "p2",
            "wc",
            "m1",
            "secretary",
            "2026-03-01",
            "2026-02-30",
            "gongwei/record/1.1"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::hash_map(prop_oneof![Just("id".to_owned()), any::<String>()], inner, 0..3)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Change::Remove),
        (at(), value()).prop_map(|(at, value)| Change::Replace(at, value)),
        at().prop_map(Change::Duplicate),
        (at(), value()).prop_map(|(at, value)| Change::Insert(at, value)),
        (at(), at()).prop_map(|(from, to)| Change::Copy(from, to)),
    ]
}

/// Every pointer into a document, the whole included.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, entry)| pointers(entry, &format!("{here}/{at}"), all));
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                pointers(field, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        _ => {}
    }
}

impl Change {
    fn apply(self, document: &mut Value) {
        let mut all = Vec::new();
        pointers(document, "", &mut all);
        let find = |at: Index| at.get(all.as_slice()).clone();
        match self {
            Self::Remove(at) => {
                let path = find(at);
                let Some((parent, key)) = path.rsplit_once('/') else { return };
                match document.pointer_mut(parent).unwrap() {
                    Value::Array(list) => drop(list.remove(key.parse().unwrap())),
                    Value::Object(fields) => drop(fields.remove(&key.replace("~1", "/").replace("~0", "~"))),
                    _ => unreachable!(),
                }
            }
            Self::Replace(at, value) => *document.pointer_mut(&find(at)).unwrap() = value,
            Self::Duplicate(at) => {
                let path = find(at);
                let value = document.pointer(&path).unwrap().clone();
                if let Some((parent, _)) = path.rsplit_once('/')
                    && let Some(Value::Array(list)) = document.pointer_mut(parent)
                {
                    list.push(value);
                }
            }
            Self::Insert(at, value) => match document.pointer_mut(&find(at)).unwrap() {
                Value::Array(list) => list.insert(0, value),
                Value::Object(fields) => drop(fields.insert("ext2".into(), value)),
                _ => {}
            },
            Self::Copy(from, to) => {
                let value = document.pointer(&find(from)).unwrap().clone();
                *document.pointer_mut(&find(to)).unwrap() = value;
            }
        }
    }
}

/// One change of a text, byte by byte.
#[derive(Clone, Debug)]
enum Slip {
    Flip(Index, u8),
    Cut(Index),
    Drop(Index, usize),
    Repeat(Index, Index, usize),
    Type(Index, String),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Slip::Flip(at, byte)),
        at().prop_map(Slip::Cut),
        (at(), 1_usize..40).prop_map(|(at, count)| Slip::Drop(at, count)),
        (at(), at(), 1_usize..80).prop_map(|(from, to, count)| Slip::Repeat(from, to, count)),
        (at(), "[\\[\\]{}\",:0-9a-z\\\\ -]{1,6}").prop_map(|(at, text)| Slip::Type(at, text)),
    ]
}

impl Slip {
    fn apply(self, text: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        let length = text.len();
        match self {
            Self::Flip(at, byte) => text[at.index(length)] ^= byte,
            Self::Cut(at) => text.truncate(at.index(length)),
            Self::Drop(at, count) => {
                let from = at.index(length);
                drop(text.drain(from..length.min(from + count)));
            }
            Self::Repeat(from, to, count) => {
                let from = from.index(length);
                let part = text[from..length.min(from + count)].to_vec();
                let to = to.index(length);
                text.splice(to..to, part);
            }
            Self::Type(at, typed) => {
                let at = at.index(length);
                text.splice(at..at, typed.bytes());
            }
        }
    }
}

/// A record to change: mostly the small one, which is quicker.
fn pick(which: Index) -> String {
    let samples = samples();
    samples.get(which.index(samples.len() * 10 + 1)).cloned().unwrap_or_else(plain)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_records_are_read_or_refused(which in any::<Index>(), changes in prop::collection::vec(change(), 1..5)) {
        let mut document: Value = serde_json::from_str(&pick(which)).unwrap();
        changes.into_iter().for_each(|change| change.apply(&mut document));
        check(&document.to_string());
    }

    #[test]
    fn mistyped_records_are_read_or_refused(which in any::<Index>(), slips in prop::collection::vec(slip(), 1..4)) {
        let mut text = pick(which).into_bytes();
        slips.into_iter().for_each(|slip| slip.apply(&mut text));
        check(&String::from_utf8_lossy(&text));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), bytes in any::<Vec<u8>>(), json in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,60}") {
        check(&text);
        check(&String::from_utf8_lossy(&bytes));
        check(&json);
    }

    #[test]
    fn any_value_is_read_or_refused(value in value()) {
        check(&value.to_string());
    }
}
