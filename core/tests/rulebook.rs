//! The built-in rulebook, and what a rulebook is refused for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gongwei::Rulebook;
use json_patch::Patch;
use serde::Deserialize;
use serde_json::{Value, json};

fn built_in() -> Value {
    serde_json::from_str(Rulebook::builtin_text("gannan-2020").unwrap()).unwrap()
}

/// The faults of a rulebook, as data.
fn faults(rulebook: &Value) -> Vec<Value> {
    let faults = Rulebook::from_json(&rulebook.to_string()).err().into_iter().flatten();
    faults.map(|fault| serde_json::to_value(fault).unwrap()).collect()
}

#[test]
fn the_built_in_rulebooks_load() {
    for id in Rulebook::builtin_ids() {
        let rulebook = Rulebook::builtin(id).unwrap();
        // Any other rulebook is looked for faults as it is read; these are here.
        let text = Rulebook::builtin_text(id).unwrap();
        assert_eq!(Rulebook::from_json(text).unwrap_or_else(|faults| panic!("{id}: {faults}")), rulebook);
        assert_eq!(rulebook.name().id.as_str(), id);
    }
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    assert_eq!(rulebook.norms().len(), 72);
    assert_eq!(rulebook.committees().count(), 2);
}

// --- one table for every fault ---------------------------------------------------------------------------------------

/// A change to the built-in rulebook, and every fault it then has. In paths a norm goes by its id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    name: String,
    patch: Value,
    faults: Vec<Value>,
}

/// The path with the place of a norm instead of its id.
fn placed(path: &str) -> String {
    let Some((id, rest)) = path.strip_prefix("/norms/").and_then(|path| path.split_once('/')) else {
        return path.to_owned();
    };
    let norms = built_in();
    match norms["norms"].as_array().unwrap().iter().position(|norm| norm["id"] == id) {
        Some(at) => format!("/norms/{at}/{rest}"),
        None => path.to_owned(),
    }
}

fn with_places(mut object: Value) -> Value {
    object["path"] = placed(object["path"].as_str().unwrap()).into();
    object
}

#[test]
fn every_fault_has_its_code_and_its_path() {
    let cases: Vec<Refused> = serde_json::from_str(include_str!("common/rulebook-faults.json")).unwrap();
    assert!(cases.len() > 50);
    for Refused { name, patch, faults: expected } in cases {
        let operations: Vec<_> = patch.as_array().unwrap().iter().cloned().map(with_places).collect();
        let patch: Patch = serde_json::from_value(Value::from(operations)).unwrap();
        let mut rulebook = built_in();
        json_patch::patch(&mut rulebook, &patch).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = faults(&rulebook);
        assert_eq!(found.len(), expected.len(), "{name}: {found:?}");
        for (expected, found) in expected.into_iter().map(with_places).zip(&found) {
            for (field, value) in expected.as_object().unwrap() {
                assert_eq!(found.get(field), Some(value), "{name}: {field} of {found}");
            }
        }
    }
}

#[test]
fn no_norm_is_without_id_clause_and_modality() {
    let whole = built_in();
    for at in 0..whole["norms"].as_array().unwrap().len() {
        for field in ["id", "clause", "modality"] {
            let mut rulebook = whole.clone();
            rulebook["norms"][at].as_object_mut().unwrap().remove(field).unwrap();
            assert_eq!(faults(&rulebook), [json!({"code": "missing-field", "path": format!("/norms/{at}/{field}")})]);
        }
    }
}

// --- what fits what --------------------------------------------------------------------------------------------------

/// Every scope there is, with a constraint that fits it.
fn scopes() -> Vec<(&'static str, Value, Value)> {
    let event = |event: &str| json!({ "event": event });
    vec![
        ("standing", json!({"standing": {}}), json!({"count": {"of": {}, "counted": "seats", "atLeast": 1}})),
        ("standing/seats", json!({"standing": {"seats": ["member"]}}), json!({"attribute": {"linked": true}})),
        ("entry", event("entry"), json!({"heldBy": {"group": {"partyMember": true}}})),
        ("exit", event("exit"), json!({"attested": {"claim": "bad-effect", "about": "member"}})),
        ("meeting", event("meeting"), json!({"quorum": {"atLeast": "1/2"}})),
        ("topic", event("topic"), json!({"attribute": {"consulted": ["units"]}})),
        ("problem-list", event("problem-list"), json!({"attribute": {"deadlineSet": true}})),
        ("assessment", event("assessment"), json!({"followUp": {"what": "accountability"}})),
        (
            "training-class",
            event("training-class"),
            json!({"share": {"of": {"hours": "theory"}, "among": {"hours": "all"}, "atLeast": "1/3"}}),
        ),
        ("term", event("term"), json!({"term": {"noticeBefore": {"atLeast": {"months": 6}}}})),
        ("quarter", json!({"period": "quarter"}), json!({"cadence": {"atLeast": 1}})),
        ("year", json!({"period": "year"}), json!({"cadence": {"atLeast": 1}})),
    ]
}

/// The faults of the built-in rulebook once its first norm judges this.
fn faults_of_norm(scope: &Value, require: &Value, when: Option<&Value>) -> Vec<Value> {
    let mut rulebook = built_in();
    let norm = rulebook["norms"][0].as_object_mut().unwrap();
    norm.insert("scope".into(), scope.clone());
    norm.insert("modality".into(), if require.get("permission").is_some() { "may" } else { "must" }.into());
    norm.insert("require".into(), require.clone());
    norm.extend(when.map(|when| ("when".into(), when.clone())));
    faults(&rulebook)
}

#[test]
fn constraints_fit_some_scopes_and_no_other() {
    let persons = json!({"of": {"persons": {}}, "among": {"persons": {}}, "atLeast": "1/3"});
    let hours = json!({"of": {"hours": "theory"}, "among": {"hours": "all"}, "atLeast": "1/3"});
    let copy = json!({"what": "copy", "procedure": "sjc-entry", "to": {"unit": {}}});
    let duty = json!({"list": "assessments", "each": {"units": {}}, "due": "+1-03-31"});
    let notice =
        json!({"procedure": "sjc-entry", "atLeast": 5, "counting": {"days": "calendar", "firstDayCounts": true}});
    let table = [
        ("count", json!({"of": {}, "counted": "persons", "atLeast": 1}), "standing"),
        ("share", persons, "standing"),
        ("share", hours, "training-class"),
        ("heldBy", json!({"group": {"partyMember": true}}), "standing/seats entry"),
        ("doneBy", json!({"act": "chaired", "seats": ["secretary"]}), "meeting"),
        ("attribute", json!({"affiliationMoved": false}), "standing/seats entry"),
        ("attribute", json!({"employed": false}), "standing/seats entry"),
        ("attribute", json!({"volunteer": true}), "standing/seats entry"),
        ("attribute", json!({"linked": true}), "standing/seats entry"),
        ("attribute", json!({"opinionsSought": true}), "topic"),
        ("attribute", json!({"consulted": ["units"]}), "topic"),
        ("attribute", json!({"deadlineSet": true}), "problem-list"),
        ("attested", json!({"claim": "bad-effect", "about": "member"}), "standing/seats entry exit"),
        ("procedure", json!("sjc-entry"), "entry"),
        ("procedure", json!("sjc-exit"), "exit"),
        ("step", json!({"procedure": "sjc-entry", "step": "filing", "shows": {"passed": true}}), "entry"),
        ("step", json!({"procedure": "sjc-exit", "step": "filing", "shows": {"passed": true}}), "exit"),
        ("noticePeriod", notice, "entry"),
        ("unopposed", json!({"procedure": "sjc-entry"}), "entry"),
        ("followUp", copy, "entry"),
        ("followUp", json!({"what": "minutes"}), "meeting"),
        ("followUp", json!({"what": "reports-back"}), "topic"),
        ("followUp", json!({"what": "feedback"}), "assessment"),
        ("followUp", json!({"what": "authority-feedback"}), "assessment"),
        ("followUp", json!({"what": "accountability"}), "assessment"),
        ("cadence", json!({"atLeast": 1}), "quarter year"),
        ("yearlyDuty", duty, "year"),
        ("quorum", json!({"atLeast": "1/2"}), "meeting topic"),
        ("majority", json!({"of": {"cast": "left-out"}, "moreThan": "1/2"}), "topic entry exit"),
        ("proposal", json!({"seats": ["secretary"], "orShare": "1/3"}), "topic"),
        ("notification", json!({"daysBefore": 1, "tells": ["topics"]}), "meeting"),
        ("term", json!({"length": {"atMost": {"years": 5}}}), "term"),
        ("term", json!({"sameAs": "behind"}), "term"),
        ("term", json!({"noticeBefore": {"atLeast": {"days": 30}}}), "term"),
        ("term", json!({"restOfTerm": {}}), "standing/seats entry"),
        ("permission", json!({}), "standing"),
    ];
    for (kind, rule, fits) in table {
        let require = json!({ kind: rule });
        for (name, scope, _) in scopes() {
            let found = faults_of_norm(&scope, &require, None);
            if fits.split(' ').any(|fit| fit == name) {
                assert_eq!(found, [] as [Value; 0], "{require} in {name}");
                continue;
            }
            // A procedure that is read from another list than this scope's does not fit either.
            let path = format!("/norms/0/require/{kind}");
            let own = json!({"code": "does-not-fit", "path": path, "found": kind, "scope": name});
            let is_own = |fault: &&Value| fault["code"] == "does-not-fit" && fault["scope"] == name;
            assert_eq!(found.iter().filter(is_own).count(), found.len(), "{require} in {name}: {found:?}");
            let is_of_course = require[kind].is_string() || rule.get("procedure").is_some();
            if !is_of_course {
                assert_eq!(found, [own], "{require} in {name}");
            } else {
                assert!(!found.is_empty(), "{require} in {name}");
                let is_between = matches!((name, fits), ("entry", "exit") | ("exit", "entry")) && kind != "followUp";
                assert_eq!(found.contains(&own), !is_between, "{require} in {name}: {found:?}");
            }
        }
    }
}

#[test]
fn conditions_fit_some_scopes_and_no_other() {
    let table = [
        ("seat", json!(["member"]), "standing/seats entry exit"),
        ("group", json!({"partyMember": true}), "standing/seats entry exit"),
        ("hasUnit", json!(true), "standing/seats entry exit"),
        ("supplement", json!(true), "standing/seats entry exit"),
        ("cause", json!(["neglect"]), "exit"),
        ("ofMember", json!(true), "assessment"),
        ("grade", json!(["poor"]), "assessment"),
        ("serious", json!(true), "assessment"),
        ("centralized", json!(true), "training-class"),
        ("proposedBy", json!(["secretary"]), "topic"),
    ];
    for (kind, wanted, fits) in table {
        let plain = json!({ kind: wanted });
        let nested = json!({"all": [{"any": [{"not": plain}]}]});
        for (when, place) in [(plain, ""), (nested, "/all/0/any/0/not")] {
            for (name, scope, require) in scopes() {
                let found = faults_of_norm(&scope, &require, Some(&when));
                let path = format!("/norms/0/when{place}/{kind}");
                let misfit = json!({"code": "does-not-fit", "path": path, "found": kind, "scope": name});
                let expected = if fits.split(' ').any(|fit| fit == name) { vec![] } else { vec![misfit] };
                assert_eq!(found, expected, "{when} in {name}");
            }
        }
    }
}

// --- norms are data --------------------------------------------------------------------------------------------------

/// Every source file below a folder, by its path.
fn sources(folder: &Path, all: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.insert(path.display().to_string(), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The names that a rulebook gives: itself, its norms, its kinds of committee, its procedures, its groups.
fn names(rulebook: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let norms = rulebook["norms"].as_array().unwrap().iter().map(|norm| text(&norm["id"]));
    let tables = ["committees", "procedures", "groups"].into_iter().filter_map(|name| rulebook[name].as_object());
    let tables = tables.flat_map(|table| table.keys().cloned());
    [text(&rulebook["id"])].into_iter().chain(norms).chain(tables).collect()
}

/// The names of all fields of records and rulebooks.
fn fields() -> BTreeSet<String> {
    fn add(schema: &Value, names: &mut BTreeSet<String>) {
        if let Some(properties) = schema["properties"].as_object() {
            names.extend(properties.keys().cloned());
        }
        match schema {
            Value::Object(members) => members.values().for_each(|member| add(member, names)),
            Value::Array(members) => members.iter().for_each(|member| add(member, names)),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for schema in [gongwei::schema::record(), gongwei::schema::rulebook()] {
        add(&serde_json::from_str(&schema).unwrap(), &mut names);
    }
    assert!(names.contains("meetings") && names.contains("slots"));
    names
}

/// Every rulebook that is shipped or has cases beside it, by its file.
fn shipped() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../tests/rulebooks", "../tests/vocabulary"].map(|folder| root.join(folder));
    let places = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let files = places.map(|place| place.unwrap().path().join("rulebook.json")).filter(|file| file.is_file());
    let mut all: Vec<_> = files
        .map(|file| (file.display().to_string(), serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap()))
        .collect();
    all.extend(
        Rulebook::builtin_ids()
            .map(|id| (id.to_owned(), serde_json::from_str::<Value>(Rulebook::builtin_text(id).unwrap()).unwrap())),
    );
    all
}

#[test]
fn the_engine_knows_no_norm_and_no_committee_by_name() {
    let mut all = BTreeMap::new();
    for folder in ["check", "report", "session", "rulebook", "read", "record"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut all);
    }
    assert!(all.len() >= 50, "{:?}", all.keys());
    let shipped = shipped();
    assert!(shipped.len() > 1, "only {shipped:?}");
    // In quotation marks: a place may call a norm by a word of the language, such as “size”.
    let mut names: Vec<_> = shipped.iter().flat_map(|(_, rulebook)| names(rulebook)).collect();
    names.sort();
    names.dedup();
    // A place may call a norm by the name of a field; the engine's own words are no names of that place.
    let fields = fields();
    names.retain(|name| !fields.contains(name));
    let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    for (file, text) in &all {
        // Documentation may give examples, and so may tests; the list of built-in rulebooks names them.
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("include_str!")) {
            // Words of the vocabulary are declared with their variant.
            let is_word = line.contains(" = \"");
            let own = ["sjc-", "cjc-", "joint-committee"].into_iter();
            let named = quoted.iter().map(String::as_str).filter(|_| !is_word);
            let known: Vec<_> = own.chain(named).filter(|name| line.contains(name)).collect();
            assert!(known.is_empty(), "{file} knows {known:?}: {line}");
        }
    }
}

/// How binding each norm is, as read from the source by hand: 不少于, 严格, 应 and plain statements are musts, 一般 and 建议
/// shoulds, 可 mays.
#[test]
fn every_norm_is_as_binding_as_its_clause() {
    let must = "
        sjc-secretary-count sjc-secretary-post sjc-deputy-post sjc-unit-heads-share sjc-affiliation sjc-no-employment
        sjc-eligible sjc-unit-representative sjc-member-conduct sjc-member-time sjc-entry-steps sjc-nominated-by
        sjc-opinions-sought sjc-resolved sjc-notice-days sjc-no-objection sjc-filed sjc-certificate sjc-copied
        sjc-release sjc-removal sjc-removal-grounds sjc-convened sjc-chaired sjc-quorum sjc-summed-up sjc-minutes
        sjc-links sjc-consulted sjc-reported-back sjc-list-deadline sjc-assessed-units sjc-assessed-members
        sjc-assessment-feedback sjc-poor-member-reported
        cjc-secretary-count cjc-eligible cjc-unit-influence cjc-affiliation cjc-no-employment cjc-member-conduct
        cjc-member-time cjc-entry-steps cjc-notice-days cjc-no-objection cjc-vacancy cjc-release cjc-removal
        cjc-training-theory cjc-duty-report cjc-performance-report cjc-assessed-units cjc-assessed-members
        cjc-assessment-feedback cjc-poor-member-reported";
    let should = "
        sjc-size sjc-deputy-count sjc-voluntary sjc-quarterly sjc-topic-source sjc-topic-soliciting sjc-meeting-notice
        sjc-serious-accountability
        cjc-size cjc-deputy-count cjc-voluntary cjc-serious-accountability";
    let may = "sjc-extra-meetings sjc-honours sjc-poor-unit-reported cjc-honours cjc-poor-unit-reported";
    let mut read = BTreeMap::new();
    for (modality, ids) in [("must", must), ("should", should), ("may", may)] {
        for id in ids.split_whitespace() {
            assert_eq!(read.insert(id, modality), None, "{id} twice");
        }
    }
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let encoded: BTreeMap<_, _> =
        rulebook.norms().iter().map(|norm| (norm.id.as_str(), norm.modality.as_str())).collect();
    assert_eq!(encoded, read);
}
