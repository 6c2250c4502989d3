use std::fs;
use std::path::{Path, PathBuf};

use gongwei::Rulebook;
use serde_json::{Value, json};

use super::{Found, command};
use crate::project;

/// A folder of its own for each test.
pub(super) fn folder(name: &str) -> PathBuf {
    let folder = project::target().join("rulebook-tests").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, text).unwrap();
    file.display().to_string()
}

fn built_in() -> Value {
    serde_json::from_str(Rulebook::builtin_text("gannan-2020").unwrap()).unwrap()
}

fn count() -> PathBuf {
    project::root().join("tests/vocabulary/count")
}

/// What a command finds, where it finds something.
fn found(args: &[&str]) -> String {
    match command(args).unwrap() {
        Found::Something(text) => text,
        Found::Nothing(text) => panic!("nothing: {text}"),
    }
}

fn nothing(args: &[&str]) -> String {
    match command(args).unwrap() {
        Found::Nothing(text) => text,
        Found::Something(text) => panic!("{text}"),
    }
}

fn refused(args: &[&str]) -> String {
    format!("{:#}", command(args).unwrap_err())
}

#[test]
fn a_good_rulebook_has_no_faults() {
    let file = write(&folder("good"), "a.json", Rulebook::builtin_text("gannan-2020").unwrap());
    assert_eq!(nothing(&["lint", &file]), format!("{file}: `gannan-2020`, 72 norms, no faults\n"));
}

#[test]
fn faults_have_their_place_and_what_was_meant() {
    let text = fs::read_to_string(count().join("rulebook.json")).unwrap();
    let text = text.replace("\"counted\": \"persons\", \"atLeast\": 3", "\"counted\": \"person\", \"atleast\": 3");
    let text = text.replace("      \"modality\": \"should\",\n", "");
    let file = write(&folder("faults"), "a.json", &text);
    let told = found(&["lint", &file, "--locale", "en"]);
    let lines: Vec<_> = told.lines().collect();
    let expected = [
        ":18:39: unknown-word /norms/0/require/count/counted: ",
        ":18:60: unknown-field /norms/0/require/count/atleast: There is no field “atleast” here: did you mean “atLeast”?",
        ":21:5: missing-field /norms/1/modality: ",
    ];
    assert_eq!(lines.len(), expected.len(), "{told}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(&format!("{file}{expected}")), "{line}\n{expected}");
    }
    assert!(lines[0].contains("did you mean persons?"), "{told}");
    assert!(found(&["lint", &file]).contains("是否应为“atLeast”？"));
}

#[test]
fn faults_of_sense_have_their_place_too() {
    let text = fs::read_to_string(count().join("rulebook.json")).unwrap();
    let text = text
        .replace("{\"named\": \"unit-head\"}", "{\"named\": \"unit-haed\"}")
        .replace("\"atMost\": 5", "\"atMost\": 2");
    let file = write(&folder("sense"), "a.json", &text);
    let told = found(&["lint", &file, "--locale", "en"]);
    assert!(told.contains(":18:19: bounds-crossed /norms/0/require/count: "), "{told}");
    assert!(told.contains(":38:76: unknown-name /norms/2/require/count/of/group/named: "), "{told}");
}

#[test]
fn what_is_no_json_says_where() {
    let folder = folder("syntax");
    for (text, place) in
        [("{\n  \"id\": x}", ":2:9: syntax"), ("", ":1:1: syntax"), ("[]", ":1:1: wrong-type (document): ")]
    {
        let file = write(&folder, "a.json", text);
        let told = found(&["lint", &file]);
        assert!(told.starts_with(&format!("{file}{place}")), "{told}");
    }
    let file = folder.join("b.json");
    fs::write(&file, [0xff, 0xfe, b'{']).unwrap();
    assert!(refused(&["lint", &file.display().to_string()]).contains("is not encoded in UTF-8"));
    assert!(refused(&["lint", "no-such-file.json"]).contains("cannot read no-such-file.json"));
}

#[test]
fn the_command_line_is_taken_strictly() {
    for (args, expected) in [
        (&["lint"] as &[&str], "is no command"),
        (&["lint", "a", "b"], "is no command"),
        (&["mend", "a"], "is no command"),
        (&["lint", "a", "--loud"], "there is no option --loud"),
        (&["lint", "a", "--locale"], "--locale takes a value"),
        (&["lint", "a", "--locale", "fr"], "--locale is zh-CN or en"),
        (&["diff", "a", "b", "--record", "r"], "--record and --on go together"),
        (&["diff", "a", "b", "--record", "r", "--on", "2026-02-30"], "--on is a day"),
    ] {
        assert!(refused(args).contains(expected), "{args:?}: {}", refused(args));
    }
    assert!(nothing(&[]).starts_with("cargo xtask rulebook"));
}

#[test]
fn a_rulebook_differs_from_itself_in_nothing() {
    let file = write(&folder("same"), "a.json", Rulebook::builtin_text("gannan-2020").unwrap());
    assert_eq!(nothing(&["diff", &file, &file]), "no difference\n");
}

#[test]
fn a_diff_tells_what_changes_for_whom() {
    let folder = folder("diff");
    let old = write(&folder, "old.json", &built_in().to_string());
    let mut changed = built_in();
    let norms = changed["norms"].as_array_mut().unwrap();
    norms.retain(|norm| norm["id"] != "cjc-vacancy");
    let mut added = norms[0].clone();
    added["id"] = "sjc-more".into();
    norms.push(added);
    let size = norms.iter_mut().find(|norm| norm["id"] == "sjc-size").unwrap();
    size["require"]["count"]["atMost"] = 17.into();
    size["modality"] = "must".into();
    changed["procedures"]["sjc-exit"]["steps"].as_array_mut().unwrap().pop();
    changed["groups"]["estate-head"] = json!({"partyMember": true});
    let new = write(&folder, "new.json", &changed.to_string());
    let told = found(&["diff", &old, &new]);
    let (community, subdistrict) = told.split_once("subdistrict-joint-committee\n").unwrap();
    assert!(community.starts_with("community-joint-committee\n"), "{told}");
    assert!(community.contains("\n  - cjc-vacancy (must, procedure): "), "{told}");
    assert!(community.contains("\n  ~ cjc-eligible\n"), "{told}");
    assert!(!community.contains("sjc-"), "{told}");
    for line in [
        "  ~ sjc-size\n      modality: \"should\" → \"must\"\n      require/count/atMost: 15 → 17\n",
        "  + sjc-more (should, count): 委员总数\n",
        "  ~ sjc-release\n      procedure sjc-exit/steps: [",
    ] {
        assert!(subdistrict.contains(line), "{line}\n{told}");
    }
    assert!(!subdistrict.contains("sjc-deputy-count"), "{told}");
}

#[test]
fn a_diff_tells_whose_verdicts_change() {
    let folder = folder("effect");
    let old = write(&folder, "old.json", &built_in().to_string());
    let mut changed = built_in();
    let size = changed["norms"].as_array_mut().unwrap().iter_mut().find(|norm| norm["id"] == "sjc-size").unwrap();
    size["require"]["count"]["atMost"] = 11.into();
    let new = write(&folder, "new.json", &changed.to_string());
    let sample = project::root().join("tests/samples/subdistrict-clean.json").display().to_string();
    let told = found(&["diff", &old, &new, "--record", &sample, "--on", "2026-06-30", "--locale", "en"]);
    let (_, effect) = told.split_once(" on 2026-06-30\n").unwrap();
    assert_eq!(effect.lines().count(), 1, "{told}");
    assert!(effect.starts_with("  sjc-size committee: met → broken: "), "{told}");
    let missing = refused(&["diff", &old, &new, "--record", "no-such-record.json", "--on", "2026-06-30"]);
    assert!(missing.contains("cannot read no-such-record.json"), "{missing}");
    let other = write(&folder, "other.json", r#"{"schema": "gongwei/record/1.0", "committee": {"kind": "village"}}"#);
    let unknown = refused(&["diff", &old, &new, "--record", &other, "--on", "2026-06-30"]);
    assert!(unknown.contains("village"), "{unknown}");
    let faulty = write(&folder, "faulty.json", "{}");
    assert!(refused(&["diff", &old, &faulty]).contains("faulty.json:1:1: missing-field /schema: "));
}

/// A layer upon the council's rulebook, and one upon that: neither of these is built in.
fn layer(id: &str, base: &str, at_least: u32) -> Value {
    let words = json!({"zh": id, "en": id});
    json!({
        "schema": "gongwei/rulebook/1.0", "id": id, "edition": "1", "title": words, "note": words,
        "source": {"id": id, "title": words},
        "extends": [{"id": base}],
        "amendments": [{"norm": "size", "from": "2026-04-01", "clause": {"item": "1"}, "require": {"count": {"of": {}, "counted": "persons", "atLeast": at_least, "atMost": 5}}}],
    })
}

#[test]
fn a_layer_is_looked_at_upon_what_it_extends() {
    let folder = folder("with");
    let base = count().join("rulebook.json").display().to_string();
    let county = write(&folder, "county.json", &layer("county", "vocabulary-count", 4).to_string());
    let town = write(&folder, "town.json", &layer("town", "county", 5).to_string());
    let told = found(&["lint", &county, "--locale", "en"]);
    assert!(told.contains(": missing-base /extends/0/id: "), "{told}");
    let with = ["--with", &base];
    let told = nothing(&[&["lint", &county][..], &with].concat());
    assert!(told.starts_with(&format!("{county}: `county` upon `vocabulary-count`, ")), "{told}");
    // In any order, and as many as are needed.
    let told = nothing(&["lint", &town, "--with", &county, "--with", &base]);
    assert!(told.contains(": `town` upon `vocabulary-count`, `county`, "), "{told}");
    let told = found(&[&["lint", &town][..], &with].concat());
    assert!(told.starts_with(&town) && told.contains(": missing-base /extends/0/id: "), "{told}");
    // A fault of the base is told of the base.
    let broken = write(
        &folder,
        "broken.json",
        &layer("county", "vocabulary-count", 4).to_string().replace("count\":{", "cuont\":{"),
    );
    let told = found(&["lint", &town, "--with", &broken, "--with", &base]);
    assert!(told.starts_with(&format!("{broken}:1:")), "{told}");
    assert!(refused(&["lint", &town, "--with"]).contains("--with takes a value"));
    assert!(refused(&["lint", &town, "--with", "no-such-file.json"]).contains("cannot read no-such-file.json"));
}

#[test]
fn layers_are_compared_and_tested_upon_what_they_extend() {
    let folder = folder("with-others");
    let base = count().join("rulebook.json").display().to_string();
    let write = |name: &str, text: &str| write(&folder, name, text);
    let four = write("four.json", &layer("county", "vocabulary-count", 4).to_string());
    let five = write("five.json", &layer("county", "vocabulary-count", 5).to_string());
    let told = found(&["diff", &four, &five, "--with", &base]);
    assert!(told.contains("require/count/atLeast: 4 → 5"), "{told}");
    write("rulebook.json", &layer("county", "vocabulary-count", 5).to_string());
    write("base/council.json", &fs::read_to_string(count().join("base/council.json")).unwrap());
    let case = |on: &str, verdict: &str| json!({"name": on, "on": on, "expect": [{"norm": "size", "subject": "committee", "verdict": verdict}]});
    let cases = json!({"base": "council", "cases": [case("2026-03-31", "met"), case("2026-04-01", "broken")]});
    write("cases/a.json", &cases.to_string());
    let path = folder.display().to_string();
    assert!(found(&["test", &path]).contains("/extends/0/id"));
    assert!(nothing(&["test", &path, "--with", &base]).ends_with(" 2 cases passed\n"));
}

#[test]
fn cases_beside_a_rulebook_are_run() {
    let told = nothing(&["test", &count().display().to_string()]);
    assert!(told.ends_with(" cases passed\n"), "{told}");
}

#[test]
fn a_folder_named_after_a_built_in_rulebook_needs_none() {
    let folder = project::root().join("tests/rulebooks/gansu-2023");
    assert!(!folder.join("rulebook.json").exists());
    assert!(nothing(&["test", &folder.display().to_string()]).ends_with(" cases passed\n"));
    // Also from within, where its name is not said.
    let here = folder.join("cases/..");
    assert!(nothing(&["test", &here.display().to_string()]).ends_with(" cases passed\n"));
}

#[test]
fn the_shipped_rulebooks_are_looked_at_compared_and_tested() {
    let file = |id: &str| project::root().join(format!("core/src/rulebook/builtin/{id}.json")).display().to_string();
    let [base, layers @ ..] = &Rulebook::builtin_ids().collect::<Vec<_>>()[..] else { panic!("none is built in") };
    assert!(layers.len() >= 2);
    for id in Rulebook::builtin_ids() {
        let told = nothing(&["lint", &file(id)]);
        assert!(told.contains(&format!(": `{id}`")) && told.ends_with(" norms, no faults\n"), "{told}");
    }
    for id in layers {
        let told = found(&["diff", &file(base), &file(id)]);
        let own: Value = serde_json::from_str(Rulebook::builtin_text(id).unwrap()).unwrap();
        for norm in own["norms"].as_array().unwrap() {
            assert!(told.contains(&format!("\n  + {} (", norm["id"].as_str().unwrap())), "{id}: {told}");
        }
        let cases = project::root().join("tests/rulebooks").join(id).display().to_string();
        assert!(nothing(&["test", &cases]).ends_with(" cases passed\n"));
    }
}

/// Who has a record judged before and after the province's change: the same, but for what the day of it changes.
#[test]
fn a_diff_tells_from_which_day_a_shipped_layer_bites() {
    let file = |id: &str| project::root().join(format!("core/src/rulebook/builtin/{id}.json")).display().to_string();
    let base = project::root().join("tests/rulebooks/gansu-2023/base/community.json");
    let text = fs::read_to_string(base).unwrap().replace("\"workers\": 18", "\"workers\": 17");
    let record = write(&folder("bites"), "community.json", &text);
    for (on, effect) in [("2022-12-31", "not-applicable"), ("2023-01-01", "broken")] {
        let told = found(&["diff", &file("gannan-2020"), &file("gansu-2023"), "--record", &record, "--on", on]);
        assert!(told.contains(&format!("  community-workers committee: (none) → {effect}: ")), "{told}");
        assert_eq!(told.matches(" → ").count(), 1, "{told}");
    }
}

#[test]
fn a_case_that_is_wrong_says_so() {
    let folder = folder("wrong");
    let copy = |name: &str| fs::read_to_string(count().join(name)).unwrap();
    let path = folder.display().to_string();
    write(&folder, "rulebook.json", &copy("rulebook.json"));
    assert!(refused(&["test", &path]).contains("no folder"));
    write(&folder, "base/council.json", &copy("base/council.json"));
    fs::create_dir_all(folder.join("cases")).unwrap();
    assert!(refused(&["test", &path]).contains("no *.json with cases"));

    let case = json!({"base": "council", "cases": [{"name": "four", "on": "2026-06-30",
        "expect": [{"norm": "size", "subject": "committee", "verdict": "broken", "facts": {"counted": 3}}]}]});
    write(&folder, "cases/a.json", &case.to_string());
    let told = found(&["test", &path]);
    assert!(told.contains("cases/a.json “four”: size committee: verdict is met, not broken (count.met)\n"), "{told}");
    assert!(told.contains("fact `counted` is 4, not 3"), "{told}");
    write(&folder, "cases/a.json", &case.to_string().replace("\"council\"", "\"nowhere\""));
    assert!(found(&["test", &path]).contains("a.json: no base record `nowhere`"));
    write(&folder, "cases/a.json", "{");
    assert!(found(&["test", &path]).contains("a.json: EOF"));
    write(&folder, "cases/a.json", &case.to_string());
    write(&folder, "rulebook.json", "{}");
    assert!(found(&["test", &path]).contains("rulebook.json: /schema: "));
    assert!(refused(&["test", "no-such-folder"]).contains("cannot read no-such-folder"));
}
