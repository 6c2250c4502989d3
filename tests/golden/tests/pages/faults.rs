//! What a page says a rulebook is refused for: each row of its table is shown by a change to the norm of that page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gongwei::Rulebook;
use json_patch::Patch;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{blocks, camel, pages, section};

/// A change to the norm of a page, and every fault that its rulebook then has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    page: String,
    /// What it judges instead.
    scope: Option<Value>,
    /// A step that its procedure lacks.
    without: Option<String>,
    /// Changes to the rulebook.
    #[serde(default)]
    rulebook: Value,
    /// Changes to what the norm requires, within its kind.
    patch: Value,
    /// Each as code and path.
    faults: Vec<String>,
}

/// The rulebook that has the norm of a page, with that norm alone.
fn rulebook(page: &str) -> Value {
    let norm = &blocks(page)[0];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vocabulary");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("rulebook.json"));
    let read = |file: PathBuf| serde_json::from_str::<Value>(&fs::read_to_string(file).ok()?).ok();
    let mut all = files.filter_map(read).filter(|rulebook| rulebook["norms"].as_array().unwrap().contains(norm));
    let mut rulebook = all.next().unwrap();
    rulebook["norms"] = json!([norm]);
    rulebook
}

fn changed(target: &mut Value, patch: Value) {
    if !patch.is_null() {
        json_patch::patch(target, &serde_json::from_value::<Patch>(patch).unwrap()).unwrap();
    }
}

fn found(rulebook: &Value) -> Vec<String> {
    let faults = Rulebook::from_json(&rulebook.to_string()).err().into_iter().flatten();
    faults.map(|fault| format!("{} {}", fault.code(), fault.path())).collect()
}

/// What each page is refused for, over all changes.
fn all_found() -> BTreeMap<String, Vec<String>> {
    let pages = pages();
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (kind, page) in &pages {
        let rulebook = rulebook(page);
        assert_eq!(found(&rulebook), [""; 0], "{kind}.md");
        // No kind but training classes' own judges training classes, and what binds is no permission.
        let mut elsewhere = rulebook.clone();
        elsewhere["norms"][0]["scope"] = json!({"event": "training-class"});
        let mut bound = rulebook;
        bound["norms"][0]["modality"] = if kind == "permission" { "must".into() } else { "may".into() };
        for rulebook in [elsewhere, bound] {
            let misfit = format!("does-not-fit /norms/0/require/{}", camel(kind));
            let faults = found(&rulebook);
            assert!(faults.contains(&misfit), "{kind}.md: {faults:?}");
            all.entry(kind.clone()).or_default().push(misfit);
        }
    }
    for refused in serde_json::from_str::<Vec<Refused>>(include_str!("faults.json")).unwrap() {
        let Refused { page: kind, scope, without, rulebook: around, patch, faults } = refused;
        let told = patch.to_string();
        let mut rulebook = rulebook(&pages[&kind]);
        if let Some(scope) = scope {
            rulebook["norms"][0]["scope"] = scope;
        }
        if let Some(step) = without {
            for procedure in rulebook["procedures"].as_object_mut().unwrap().values_mut() {
                procedure["steps"].as_array_mut().unwrap().retain(|other| other["step"] != *step);
            }
        }
        changed(&mut rulebook, around);
        changed(&mut rulebook["norms"][0]["require"][camel(&kind)], patch);
        assert_eq!(found(&rulebook), faults, "{kind}.md: {told}");
        all.entry(kind).or_default().extend(faults);
    }
    all
}

/// Whether a fault is of a place as pages write it: from `…` on anything, and a number for any.
fn is_at(path: &str, place: &str) -> bool {
    let mut rest: Vec<&str> = path.split('/').collect();
    let parts = place.split('/').rev();
    for part in parts {
        match (part, rest.pop()) {
            ("…", Some(_)) if !place.starts_with('…') => {}
            ("…", _) => return true,
            (part, Some(found)) if part == found || (part == "0" && found.parse::<usize>().is_ok()) => {}
            _ => return false,
        }
    }
    rest.is_empty()
}

#[test]
fn every_fault_that_a_page_tells_of_is_found() {
    let all = all_found();
    for (kind, page) in pages() {
        let mut rows = 0;
        for line in section(&page, "## Faults of a rulebook").lines() {
            let cells: Vec<_> = line.split(" | ").map(|cell| cell.trim_matches(['|', ' '])).collect();
            let [code, places, _] = cells.as_slice() else { continue };
            let Some(code) = code.strip_prefix('`').and_then(|code| code.strip_suffix('`')) else { continue };
            for place in places.split('`').skip(1).step_by(2) {
                rows += 1;
                let shows = |fault: &String| {
                    fault.split_once(' ').is_some_and(|(found, path)| found == code && is_at(path, place))
                };
                assert!(all[&kind].iter().any(shows), "{kind}.md: nothing shows `{code}` at `{place}`");
            }
        }
        assert!(rows > 0, "{kind}.md has no table of faults");
    }
}

#[test]
fn every_fault_that_is_found_is_told_of() {
    let all = all_found();
    for (kind, page) in pages() {
        let told = section(&page, "## Faults of a rulebook");
        for fault in &all[&kind] {
            let (code, path) = fault.split_once(' ').unwrap();
            let mut rows = told.lines().filter(|line| line.starts_with(&format!("| `{code}` |")));
            let is_told = rows.any(|line| line.split('`').skip(3).step_by(2).any(|place| is_at(path, place)));
            assert!(is_told, "{kind}.md does not tell of `{code}` at `{path}`");
        }
    }
}
