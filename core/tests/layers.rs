//! Rulebooks that extend others, and norms that change from a day on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use gongwei::{Day, Outcome, Record, Report, Rulebook, Verdict, check};
use serde::Deserialize;
use serde_json::{Value, json};

fn day(day: &str) -> Day {
    day.parse().unwrap()
}

fn words(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

/// A document that says nothing yet.
fn document(id: &str, extends: &[&str]) -> Value {
    json!({
        "schema": "gongwei/rulebook/1.0",
        "id": id,
        "edition": "1",
        "title": words(id),
        "note": words("a test"),
        "source": {"id": format!("{id}-source"), "title": words(id)},
        "extends": extends.iter().map(|id| json!({"id": id})).collect::<Vec<_>>(),
    })
}

/// A document with these fields beside.
fn with(mut document: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

/// The nation's: so many members, and so many meetings each year.
fn nation() -> Value {
    let norm = |id: &str, scope: Value, require: Value| {
        json!({
            "id": id, "title": words(id), "appliesTo": ["council"], "modality": "must", "clause": {"item": "1"},
            "scope": scope, "require": require, "reading": words(id)
        })
    };
    with(
        document("nation", &[]),
        json!({
            "committees": {"council": {"title": words("council"), "behind": "working-committee"}},
            "groups": {"party": {"partyMember": true}},
            "norms": [
                norm("size", json!({"standing": {}}), json!({"count": {"of": {}, "counted": "seats", "atLeast": 3, "atMost": 9}})),
                norm("meetings", json!({"period": "year"}), json!({"cadence": {"atLeast": 2}})),
                norm("quorum", json!({"event": "meeting"}), json!({"quorum": {"atLeast": "1/2"}})),
                norm("notice", json!({"event": "meeting"}), json!({"notification": {"daysBefore": 1, "tells": ["topics"]}})),
                norm("in-party", json!({"standing": {"seats": ["member"]}}), json!({"heldBy": {"group": {"named": "party"}}})),
                norm("term", json!({"event": "term"}), json!({"term": {"length": {"atLeast": {"years": 3}, "atMost": {"years": 5}, "early": {"years": 1}}}})),
                norm("report", json!({"event": "term"}), json!({"term": {"noticeBefore": {"atLeast": {"months": 6}}}})),
            ]
        }),
    )
}

fn amendment(norm: &str, fields: Value) -> Value {
    with(json!({"norm": norm, "clause": {"item": "9"}}), fields)
}

fn load(text: &Value, bases: &[Rulebook]) -> Rulebook {
    Rulebook::extending(&text.to_string(), bases).unwrap_or_else(|faults| panic!("{faults}"))
}

fn extending_the_nation(fields: Value) -> Rulebook {
    load(&with(document("town", &["nation"]), fields), &[load(&nation(), &[])])
}

/// Five people, five seats and a meeting on each of these days with so many present.
fn record(meetings: &[(&str, usize)]) -> Record {
    let people: Vec<_> = (0..5).map(|at| json!({"id": format!("p{at}"), "partyMember": true})).collect();
    let seats = (0..5)
        .map(|at| json!({"id": format!("a{at}"), "person": format!("p{at}"), "seat": "member", "from": "2020-01-01"}));
    let meeting = |(at, (on, present)): (usize, &(&str, usize))| {
        let present: Vec<_> = (0..*present).map(|at| format!("p{at}")).collect();
        json!({"id": format!("m{at}"), "on": on, "present": present, "notice": {"on": on, "topics": []}, "topics": []})
    };
    let record = json!({
        "schema": "gongwei/record/1.0",
        "completeThrough": {"appointments": "2026-06-30", "meetings": "2026-06-30"},
        "committee": {"kind": "council", "established": "2020-01-01"},
        "people": people,
        "appointments": seats.collect::<Vec<_>>(),
        "meetings": meetings.iter().enumerate().map(meeting).collect::<Vec<_>>(),
    });
    Record::from_json(&record.to_string()).unwrap()
}

fn verdicts<'r>(report: &'r Report, norm: &str) -> Vec<Verdict<'r>> {
    report.verdicts().filter(|verdict| verdict.norm().id.as_str() == norm).collect()
}

fn told(report: &Report, norm: &str) -> Vec<(&'static str, &'static str, String)> {
    let told = |verdict: &Verdict<'_>| (verdict.outcome().as_str(), verdict.key(), verdict.document().to_string());
    verdicts(report, norm).iter().map(told).collect()
}

fn entry(outcome: &'static str, key: &'static str, layer: &str) -> (&'static str, &'static str, String) {
    (outcome, key, format!("{layer}-source"))
}

#[test]
fn a_layer_without_changes_judges_as_its_base() {
    let (base, layer) = (load(&nation(), &[]), extending_the_nation(json!({})));
    let record = record(&[("2025-03-01", 3), ("2025-05-01", 2)]);
    let (by_base, by_layer) =
        (check(&record, &base, day("2026-06-30")).unwrap(), check(&record, &layer, day("2026-06-30")).unwrap());
    assert!(by_base.verdicts().eq(by_layer.verdicts()));
    assert!(by_layer.verdicts().all(|verdict| verdict.document().as_str() == "nation-source"));
    assert_eq!(by_layer.rulebook().id.as_str(), "town");
    let text: Value = serde_json::from_str(&by_layer.to_json()).unwrap();
    assert_eq!(text["layers"][0]["id"], "nation");
    assert!(text["verdicts"].as_array().unwrap().iter().all(|verdict| verdict["layer"] == "nation"));
    let text: Value = serde_json::from_str(&by_base.to_json()).unwrap();
    assert!(text.get("layers").is_none() && text["verdicts"][0].get("layer").is_none());
}

#[test]
fn an_event_is_judged_by_the_form_of_its_own_day() {
    let change = amendment("quorum", json!({"from": "2025-04-01", "require": {"quorum": {"atLeast": "4/5"}}}));
    let layer = extending_the_nation(json!({"amendments": [change]}));
    let record = record(&[("2025-03-31", 3), ("2025-04-01", 3), ("2025-04-02", 4)]);
    for on in ["2025-04-02", "2026-06-30"] {
        let report = check(&record, &layer, day(on)).unwrap();
        assert_eq!(
            told(&report, "quorum"),
            [
                entry("met", "quorum.met", "nation"),
                entry("broken", "quorum.too-few", "town"),
                entry("met", "quorum.met", "town")
            ]
        );
    }
}

#[test]
fn a_period_is_judged_by_the_form_of_its_last_day_and_what_stands_by_that_of_the_day_of_evaluation() {
    let layer = extending_the_nation(json!({"amendments": [
        amendment("meetings", json!({"from": "2024-12-31", "require": {"cadence": {"atLeast": 4}}})),
        amendment("size", json!({"from": "2026-01-01", "require": {"count": {"of": {}, "counted": "seats", "atLeast": 6, "atMost": 9}}})),
    ]}));
    let all: Vec<_> =
        ["2023", "2024", "2025"].iter().flat_map(|year| [3, 6].map(|month| format!("{year}-0{month}-01"))).collect();
    let all: Vec<_> = all.iter().map(|on| (on.as_str(), 5)).collect();
    let record = record(&all);
    let report = check(&record, &layer, day("2025-12-31")).unwrap();
    let outcomes: Vec<_> = verdicts(&report, "meetings").iter().map(|verdict| verdict.outcome()).collect();
    use Outcome::{Broken, Met, Pending};
    assert_eq!(outcomes, [Broken, Broken, Broken, Met, Broken, Pending]);
    assert_eq!(told(&report, "size"), [entry("met", "count.met", "nation")]);
    let report = check(&record, &layer, day("2026-01-01")).unwrap();
    assert_eq!(told(&report, "size"), [entry("broken", "count.too-few", "town")]);
}

#[test]
fn outside_its_days_a_norm_does_not_apply_and_says_why() {
    let authority = json!({"document": "a decision"});
    let layer = extending_the_nation(json!({
        "norms": [with(nation()["norms"][3].clone(), json!({"id": "early-notice", "from": "2025-04-01", "to": "2025-06-30"}))],
        "repeals": [{"norm": "quorum", "from": "2025-04-01", "clause": {"item": "7"}, "authority": authority}],
    }));
    let record = record(&[("2025-03-31", 3), ("2025-04-01", 1), ("2025-06-30", 1), ("2025-07-01", 1)]);
    let report = check(&record, &layer, day("2026-06-30")).unwrap();
    let repealed = || entry("not-applicable", "edition.repealed", "town");
    assert_eq!(told(&report, "quorum"), [entry("met", "quorum.met", "nation"), repealed(), repealed(), repealed()]);
    assert_eq!(verdicts(&report, "quorum")[1].norm().clause.item.as_str(), "7");
    let keys: Vec<_> = verdicts(&report, "early-notice").iter().map(|verdict| verdict.key()).collect();
    assert_eq!(keys, ["edition.not-yet", "notification.late", "notification.late", "edition.ended"]);
    let ended = serde_json::to_value(verdicts(&report, "early-notice")[3].facts()).unwrap();
    assert_eq!(ended, json!({"on": "2025-07-01", "against": "2025-06-30"}));
}

#[test]
fn a_meeting_without_a_day_is_unknown_where_the_norm_has_changed() {
    let change = amendment("quorum", json!({"from": "2025-04-01", "require": {"quorum": {"atLeast": "4/5"}}}));
    let layer = extending_the_nation(json!({"amendments": [change]}));
    let mut text: Value = serde_json::from_str(&record(&[("2025-03-31", 3)]).to_json()).unwrap();
    text["meetings"][0].as_object_mut().unwrap().remove("on");
    let report = check(&Record::from_json(&text.to_string()).unwrap(), &layer, day("2026-06-30")).unwrap();
    let quorum = verdicts(&report, "quorum");
    assert_eq!((quorum[0].outcome(), quorum[0].key()), (Outcome::Unknown, "edition.unknown"));
    assert_eq!(quorum[0].missing()[0].to_string(), "/meetings/0/on");
}

#[test]
fn a_lower_layer_changes_what_the_higher_ones_have_changed() {
    let quorum = |share: &str| json!({"quorum": {"atLeast": share}});
    let province = with(
        document("province", &["nation"]),
        json!({"amendments": [
            amendment("quorum", json!({"from": "2024-01-01", "require": quorum("3/5")})),
            amendment("quorum", json!({"from": "2025-01-01", "require": quorum("4/5")})),
        ]}),
    );
    let county = with(
        document("county", &["province"]),
        json!({"amendments": [amendment("quorum", json!({"from": "2024-07-01", "to": "2025-06-30", "title": words("by the county")}))]}),
    );
    let texts = [county.to_string(), nation().to_string(), province.to_string(), county.to_string()];
    // The last comes out; where it stands twice, the first of them is not asked for.
    let rulebook = Rulebook::layered(&[&texts[1], &texts[2], &texts[3]]).unwrap();
    let in_any_order = Rulebook::layered(&[&texts[2], &texts[1], &texts[0]]).unwrap();
    assert_eq!(rulebook, in_any_order);
    let ids: Vec<_> = rulebook.layers().iter().map(|layer| layer.name().id.as_str()).collect();
    assert_eq!(ids, ["nation", "province", "county"]);
    for (on, share, layer) in [
        ("2023-12-31", "1/2", "nation"),
        ("2024-01-01", "3/5", "province"),
        ("2024-07-01", "3/5", "county"),
        ("2025-01-01", "4/5", "county"),
        ("2025-07-01", "4/5", "province"),
    ] {
        let (norm, by) = rulebook.norm_on("quorum", day(on)).unwrap();
        let require = serde_json::to_value(&norm.require).unwrap();
        assert_eq!((&require, by.name().id.as_str()), (&quorum(share), layer), "{on}");
    }
}

#[test]
fn two_bases_may_rest_on_one() {
    let nation = load(&nation(), &[]);
    let own = |id: &str, norm: &str| {
        with(
            document(id, &["nation"]),
            json!({"norms": [with(self::nation()["norms"][2].clone(), json!({"id": norm}))]}),
        )
    };
    let bases = [load(&own("a", "quorum-a"), core::slice::from_ref(&nation)), load(&own("b", "quorum-b"), &[nation])];
    let both = load(&document("both", &["a", "b"]), &bases);
    let ids: Vec<_> = both.layers().iter().map(|layer| layer.name().id.as_str()).collect();
    assert_eq!(ids, ["nation", "a", "b", "both"]);
    assert_eq!(both.norms().len(), 9);
    let clash = [bases[0].clone(), load(&own("b", "quorum-a"), &[bases[0].clone(), load(&self::nation(), &[])])];
    let faults = Rulebook::extending(&document("both", &["a", "b"]).to_string(), &clash).unwrap_err();
    assert_eq!((faults.first().code(), faults.first().path()), ("defined-above", "/extends"));
}

#[test]
fn fingerprints_tell_layers_apart() {
    let town = document("town", &["nation"]);
    let other = with(nation(), json!({"edition": "2"}));
    let (one, two) = (load(&town, &[load(&nation(), &[])]), load(&town, &[load(&other, &[])]));
    assert_ne!(one.name().digest, two.name().digest);
}

#[test]
fn a_report_past_the_day_of_verification_says_so() {
    let layer = extending_the_nation(json!({"verifiedUntil": "2026-03-31"}));
    let (record, on) = (record(&[]), "2026-04-01");
    let report = check(&record, &layer, day(on)).unwrap();
    let text: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(text["notes"], json!([{"code": "verified-until", "rulebook": "town", "day": "2026-03-31"}]));
    let text: Value = serde_json::from_str(&report.told(&record, gongwei::Locale::ZhCn).to_json()).unwrap();
    assert!(text["notes"][0]["message"].as_str().unwrap().contains("2026-03-31"));
    assert_eq!(check(&record, &layer, day("2026-03-31")).unwrap().outdated().count(), 0);
}

// --- what is refused -------------------------------------------------------------------------------------------------

/// Fields of a layer upon the nation's, and every fault that it then has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    fields: Value,
    faults: Value,
}

#[test]
fn every_fault_has_its_code_and_its_path() {
    let cases: Vec<Refused> = serde_json::from_str(include_str!("common/layer-faults.json")).unwrap();
    assert!(cases.len() > 30);
    let bases = [load(&nation(), &[])];
    for Refused { name, fields, faults } in cases {
        let layer = with(document("town", &["nation"]), fields);
        let found = Rulebook::extending(&layer.to_string(), &bases).err().into_iter().flatten();
        let found: Vec<_> = found.map(|fault| serde_json::to_value(fault).unwrap()).collect();
        assert_eq!(Value::from(found), faults, "{name}");
    }
}

#[test]
fn circles_are_refused() {
    let texts =
        [document("a", &["b"]).to_string(), document("b", &["c"]).to_string(), document("c", &["a"]).to_string()];
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    let (place, faults) = Rulebook::layered(&texts).unwrap_err();
    assert_eq!((place, faults.first().code(), faults.first().path()), (0, "circular-extension", "/extends/0/id"));
    // By way of a rulebook that was read before.
    let a = load(&with(nation(), json!({"id": "a"})), &[]);
    let b = load(&document("b", &["a"]), &[a]);
    let faults = Rulebook::extending(&document("a", &["b"]).to_string(), &[b]).unwrap_err();
    assert_eq!((faults.first().code(), faults.first().path()), ("circular-extension", "/extends/0/id"));
    let faults = Rulebook::from_json(&document("a", &["a"]).to_string()).unwrap_err();
    assert_eq!(faults.first().code(), "circular-extension");
}

#[test]
fn a_text_among_layers_that_cannot_be_read_is_named() {
    let (nation, town) = (nation().to_string(), document("town", &["nation"]).to_string());
    assert_eq!(Rulebook::layered(&[&nation, "{}", &town]).unwrap_err().0, 1);
    assert!(Rulebook::layered(&[]).is_err());
}
