//! A session holds what is typed, understands what can be read, and tells what each edit changed.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use gongwei::{Day, Delta, Edit, Outcome, Record, Rulebook, Session, Verdict, check};
use serde_json::{Value, json};

static RULEBOOK: LazyLock<Arc<Rulebook>> =
    LazyLock::new(|| Arc::new(Rulebook::builtin("gannan-2020").expect("it is built in")));

const SAMPLES: [&str; 4] = [
    include_str!("../../tests/samples/subdistrict-clean.json"),
    include_str!("../../tests/samples/subdistrict-faulty.json"),
    include_str!("../../tests/samples/community-clean.json"),
    include_str!("../../tests/samples/community-faulty.json"),
];

fn on() -> Day {
    "2026-06-30".parse().expect("a day")
}

#[track_caller]
fn open(text: &str) -> Session {
    Session::open(text, Arc::clone(&RULEBOOK), on()).expect("it can be opened")
}

fn faults(session: &Session) -> Vec<String> {
    session.faults().iter().map(|fault| format!("{} {}", fault.code(), fault.path())).collect()
}

/// The identity of a verdict and all that it says.
fn said(verdict: Verdict<'_>) -> (String, String) {
    let identity = format!("{} {:?} {:?}", verdict.norm().id, verdict.subject(), verdict.period());
    (identity, format!("{verdict:?}"))
}

fn verdicts(session: &Session) -> BTreeMap<String, String> {
    session.report().map(|report| report.verdicts().map(said).collect()).unwrap_or_default()
}

/// What was known before, with a delta applied to it.
fn applied(mut known: BTreeMap<String, String>, delta: &Delta<'_>) -> BTreeMap<String, String> {
    for gone in delta.cleared() {
        let identity = format!("{} {:?} {:?}", gone.norm, gone.subject, gone.period);
        assert!(known.remove(&identity).is_some(), "{identity} was not there");
    }
    for (identity, text) in delta.appeared().map(said) {
        assert!(known.insert(identity, text).is_none(), "it was there");
    }
    for (identity, text) in delta.changed().map(said) {
        let before = known.insert(identity, text.clone());
        assert!(before.is_some_and(|before| before != text), "it did not change");
    }
    known
}

#[test]
fn what_is_typed_half_way_is_kept_and_not_known() {
    let mut session = open(SAMPLES[0]);
    let before = verdicts(&session);
    let delta = session.set("/meetings/0/on", r#""2026-0""#).expect("it is JSON");
    let told: Vec<_> = delta.faults().unwrap_or_default().iter().map(|fault| fault.code()).collect();
    assert_eq!(told, ["not-a-day"]);
    assert!(delta.changed().any(|verdict| verdict.missing().iter().any(|path| path.to_string() == "/meetings/0/on")));
    assert!(session.to_json().contains(r#""on":"2026-0""#));
    assert!(session.undo().is_some_and(|delta| delta.faults() == Some(&[])));
    assert_eq!(verdicts(&session), before);
}

#[test]
fn references_to_who_was_removed_stay_as_faults_until_they_come_back() {
    let mut session = open(SAMPLES[0]);
    let sample: Value = serde_json::from_str(SAMPLES[0]).expect("JSON");
    let person = sample["appointments"][0]["person"].clone();
    let at = sample["people"].as_array().expect("a list").iter().position(|one| one["id"] == person).expect("there");
    let before = verdicts(&session);
    session.remove(&format!("/people/{at}")).expect("there is one");
    let found = faults(&session);
    assert!(found.contains(&"dangling-reference /appointments/0/person".to_owned()), "{found:?}");
    assert!(found.iter().all(|fault| fault.starts_with("dangling-reference ")), "{found:?}");
    assert!(session.to_json().contains(&format!(r#""person":{person}"#)));
    session.insert("/people/-", &sample["people"][at].to_string()).expect("a list");
    assert_eq!(faults(&session), Vec::<String>::new());
    assert_eq!(verdicts(&session).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}

#[test]
fn a_list_with_one_entry_that_cannot_be_read_is_not_known_as_a_whole() {
    let mut session = open(SAMPLES[0]);
    session.insert("/meetings/0/present/-", r#""nobody""#).expect("a list");
    let at = session.faults()[0].path().to_owned();
    assert!(at.starts_with("/meetings/0/present/"), "{at}");
    assert!(session.record().meetings[0].present.entries().is_none());
}

#[test]
fn an_entry_that_cannot_be_read_stays_an_entry() {
    let mut session = open(SAMPLES[0]);
    let count = session.record().appointments.len();
    session.insert("/appointments/0", "5").expect("a list");
    assert_eq!(faults(&session), ["wrong-type /appointments/0"]);
    assert_eq!(session.record().appointments.len(), count + 1);
    assert!(session.report().is_ok_and(|report| !report.has_errors()), "one more of whom nothing is known");
}

#[test]
fn a_second_entry_with_an_id_has_none_of_its_own() {
    let mut session = open(SAMPLES[0]);
    let first = session.record().people[0].id.clone();
    session.set("/people/1/id", &json!(first.as_str()).to_string()).expect("JSON");
    assert!(faults(&session).contains(&"duplicate-id /people/1/id".to_owned()));
    assert_eq!(session.record().people[1].id.as_str(), "#/people/1");
}

#[test]
fn an_empty_object_can_be_filled() {
    let mut session = open("{}");
    assert_eq!(faults(&session), ["missing-field /schema", "missing-field /committee"]);
    assert!(session.report().is_err_and(|error| error.code() == "unknown-committee-kind"));
    session.set("/schema", r#""gongwei/record/1.0""#).expect("JSON");
    let delta = session.set("/committee/kind", r#""subdistrict-joint-committee""#).expect("JSON");
    assert!(delta.appeared().count() > 30);
    assert_eq!(faults(&session), Vec::<String>::new());
    session.insert("/people/-", r#"{"id": "p1"}"#).expect("it is made");
    assert_eq!(
        session.to_json(),
        r#"{"schema":"gongwei/record/1.0","committee":{"kind":"subdistrict-joint-committee"},"people":[{"id":"p1"}]}"#
    );
    while session.undo().is_some() {}
    assert_eq!(session.to_json(), "{}");
    while session.redo().is_some() {}
    assert_eq!(session.record().people.len(), 1);
}

#[test]
fn several_edits_are_one_or_none() {
    let mut session = open(SAMPLES[0]);
    let before = session.to_json();
    let bad = [Edit::Set { at: "/committee/name", value: r#""新名""# }, Edit::Remove { at: "/people/999" }];
    let error = session.edit(bad).expect_err("there is no such person");
    assert_eq!((error.code(), error.path()), ("no-such-place", "/people/999"));
    assert_eq!(session.to_json(), before);
    assert!(!session.can_undo());
    let good = [
        Edit::Set { at: "/committee/name", value: r#""新名""# },
        Edit::Move { from: "/people/0", to: "/people/1" },
        Edit::Remove { at: "/meetings" },
    ];
    session.edit(good).expect("all can be made");
    assert_ne!(session.to_json(), before);
    session.undo();
    assert_eq!(session.to_json(), before);
}

#[test]
fn what_cannot_be_edited_is_said() {
    let mut session = open(r#"{"a": [1], "b~/c": 2}"#);
    let mut codes = Vec::new();
    for edit in [
        Edit::Set { at: "a", value: "1" },
        Edit::Set { at: "/a/~2", value: "1" },
        Edit::Set { at: "/a/1", value: "1" },
        Edit::Set { at: "/a/0/x", value: "1" },
        Edit::Set { at: "", value: "1" },
        Edit::Set { at: "/a", value: "{" },
        Edit::Set { at: "/a", value: r#""\ud800""# },
        Edit::Insert { at: "/a/2", value: "1" },
        Edit::Insert { at: "/a/01", value: "1" },
        Edit::Insert { at: "/c/1", value: "1" },
        Edit::Insert { at: "/b~0~1c/0", value: "1" },
        Edit::Remove { at: "" },
        Edit::Remove { at: "/c" },
        Edit::Move { from: "/a", to: "/a/0" },
        Edit::Move { from: "/c", to: "/d" },
    ] {
        let error = session.edit([edit]).expect_err("it cannot be made");
        codes.push(error.code());
    }
    assert_eq!(codes[..2], ["not-a-pointer"; 2]);
    assert_eq!(codes[2..5], ["no-such-place"; 3]);
    assert_eq!(codes[5..7], ["not-json"; 2]);
    assert_eq!(codes[7..], ["no-such-place"; 8]);
    assert_eq!(session.to_json(), r#"{"a":[1],"b~/c":2}"#);
    session.set("/b~0~1c", "3").expect("there is one");
    assert_eq!(session.to_json(), r#"{"a":[1],"b~/c":3}"#);
    // A number past all bounds is one all the same, and stands as it was typed.
    session.set("/b~0~1c", "1e999").expect("there is one");
    assert_eq!(session.to_json(), r#"{"a":[1],"b~/c":1e999}"#);
}

#[test]
fn what_no_session_can_hold_is_refused() {
    let code = |text: &str| {
        let faults = Session::open(text, Arc::clone(&RULEBOOK), on()).expect_err("refused");
        (faults.first().code(), faults.first().path().to_owned())
    };
    for text in ["", "{", "1e", "{\"a\":1} x"] {
        assert_eq!(code(text), ("syntax", String::new()), "{text}");
    }
    for text in ["null", "[]", "5", "1e999", "\"\""] {
        assert_eq!(code(text), ("wrong-type", String::new()), "{text}");
    }
    assert_eq!(code(r#"{"schema": "gongwei/record/9.0"}"#).0, "record-newer-than-engine");
    assert_eq!(code(&" ".repeat(gongwei::SIZE_MAX + 1)).0, "too-large");
    // A byte order mark is passed over; depth without end is kept, and told.
    let deep = format!("\u{feff}{{\"ext\":{}1{}}}", "{\"a\":".repeat(5000), "}".repeat(5000));
    assert!(faults(&open(&deep)).contains(&"too-deep /ext".to_owned()));
}

/// Names are not judged again, so no norm may ever read one.
#[test]
fn no_verdict_rests_on_a_name() {
    fn names(value: &Value, here: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(entries) => entries.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (key, value) in children {
            let path = format!("{here}/{key}");
            if ["name", "division", "title"].contains(&key.as_str()) {
                found.push(path.clone());
            }
            names(value, &path, found);
        }
    }
    for sample in SAMPLES {
        let mut session = open(sample);
        let mut found = vec!["/committee/ext".to_owned(), "/people/0/ext".to_owned()];
        names(&serde_json::from_str(sample).expect("JSON"), "", &mut found);
        assert!(found.len() > 30, "{found:?}");
        for (at, path) in found.iter().enumerate() {
            let value = if path.ends_with("/ext") { "{\"name\":1}" } else { ["\"新\"", "\"\""][at % 2] };
            let delta = session.set(path, value).expect("it can be set");
            assert_eq!((delta.appeared().count(), delta.changed().count(), delta.cleared().len()), (0, 0, 0), "{path}");
            let fresh = open(&session.to_json());
            assert_eq!(session.report(), fresh.report(), "{path}");
            assert_eq!(session.record(), fresh.record(), "{path}");
        }
    }
}

#[test]
fn another_day_is_judged_without_reading_again() {
    let mut session = open(SAMPLES[0]);
    let before = verdicts(&session);
    let delta = session.judge("2030-01-01".parse::<Day>().expect("a day"));
    let known = applied(before, &delta);
    assert_eq!(known, verdicts(&session));
    let record = Record::from_json(SAMPLES[0]).expect("clean");
    let fresh = check(&record, &RULEBOOK, "2030-01-01".parse::<Day>().expect("a day"));
    assert_eq!(session.report(), fresh.as_ref());
}

/// Small numbers without order, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }
}

/// Every place of a document.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(index, entry)| places(entry, &format!("{at}/{index}"), all));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| places(field, &format!("{at}/{key}"), all)),
        _ => {}
    }
}

/// Makes a random edit, as people and programs make them: mostly sensible, sometimes not.
fn make<'s>(session: &'s mut Session, dice: &mut Dice) -> Option<Delta<'s>> {
    let document: Value = serde_json::from_str(&session.to_json()).expect("JSON");
    let mut all = Vec::new();
    places(&document, "", &mut all);
    all.remove(0);
    let (at, other) = (dice.pick(&all).clone(), dice.pick(&all).clone());
    let copy = document.pointer(&other).expect("it is there").to_string();
    let values = ["null", "[]", "{}", "true", "3", "\"2026-0\"", "\"2026-05-20\"", "\"p1\"", "\"secretary\"", "\"\""];
    let value = if dice.roll(3) == 0 { copy } else { (*dice.pick(&values)).to_owned() };
    match dice.roll(8) {
        0 => session.remove(&at),
        1 => session.insert(&at, &value),
        2 => session.shift(&at, &other),
        3 => session.set(&format!("{at}/on"), &value),
        4 => session.set(&format!("{at}x"), &value),
        5 => session.edit([Edit::Set { at: &at, value: &value }, Edit::Remove { at: &other }]),
        _ => session.set(&at, &value),
    }
    .ok()
}

/// Whatever edits led to a document: the session says what one says that is opened with it, and each delta is right.
#[test]
fn a_session_says_what_a_fresh_one_says() {
    let mut made = 0;
    for (seed, sample) in (1..).zip(SAMPLES.iter().cycle().take(12)) {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ seed);
        let mut session = open(sample);
        let original = session.to_json();
        for _ in 0..40 {
            let before = verdicts(&session);
            let known = match make(&mut session, &mut dice) {
                Some(delta) => {
                    made += 1;
                    applied(before, &delta)
                }
                None => before,
            };
            assert_eq!(known, verdicts(&session), "the delta is right");
            let text = session.to_json();
            let fresh = open(&text);
            assert_eq!(session.report(), fresh.report(), "seed {seed}: {text}");
            assert_eq!(faults(&session), faults(&fresh), "seed {seed}: {text}");
            match Record::from_json(&text) {
                Ok(record) => assert_eq!(session.report(), check(&record, &RULEBOOK, on()).as_ref()),
                Err(_) => assert!(!session.faults().is_empty(), "seed {seed}: {text}"),
            }
        }
        let last = session.to_json();
        while let Some(_delta) = session.undo() {}
        assert_eq!(session.to_json(), original, "seed {seed}");
        while let Some(_delta) = session.redo() {}
        assert_eq!(session.to_json(), last, "seed {seed}");
    }
    assert!(made > 200, "only {made} edits could be made");
}

/// What cannot be read never decides: with it gone from the document, nothing definite turns into its opposite.
#[test]
fn a_fault_only_makes_things_unknown() {
    let mut dice = Dice(77);
    let definite = |session: &Session| -> BTreeMap<String, Outcome> {
        let verdicts = session.report().into_iter().flat_map(|report| report.verdicts());
        let definite = verdicts.filter(|verdict| matches!(verdict.outcome(), Outcome::Met | Outcome::Broken));
        definite.map(|verdict| (said(verdict).0, verdict.outcome())).collect()
    };
    let mut compared = 0;
    for sample in SAMPLES {
        let before = definite(&open(sample));
        let document: Value = serde_json::from_str(sample).expect("JSON");
        let mut all = Vec::new();
        places(&document, "", &mut all);
        all.retain(|at| at.matches('/').count() > 2 && document.pointer(at).is_some_and(Value::is_string));
        for _ in 0..60 {
            let at = dice.pick(&all);
            let mut session = open(sample);
            session.set(at, "7").expect("JSON");
            assert!(!session.faults().is_empty(), "{at}");
            for (identity, outcome) in definite(&session) {
                if let Some(was) = before.get(&identity) {
                    compared += 1;
                    assert_eq!(*was, outcome, "{at} {identity}");
                }
            }
        }
    }
    assert!(compared > 10_000, "only {compared} compared");
}
