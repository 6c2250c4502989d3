//! What the tests of reading share.
#![allow(dead_code, reason = "each test uses its part")]

use std::fs;
use std::path::Path;

/// A small record in which every field of every noun stands.
pub(crate) const RECORD: &str = include_str!("record.json");

/// The records that are shipped as samples, where they are at hand.
pub(crate) fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/samples");
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .filter(|path| !path.to_string_lossy().ends_with(".findings.json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// [`RECORD`] with the value at a path replaced by other JSON text. The path must be there.
pub(crate) fn with(path: &str, json: &str) -> String {
    const MARK: &str = "\"\u{1}here\"";
    let mut record: serde_json::Value = serde_json::from_str(&plain()).unwrap();
    *record.pointer_mut(path).unwrap_or_else(|| panic!("no {path} in the record")) = "\u{1}here".into();
    let text = serde_json::to_string(&record).unwrap();
    let mark = serde_json::to_string("\u{1}here").unwrap();
    assert_eq!(text.matches(&mark).count(), 1, "{MARK}");
    text.replacen(&mark, json, 1)
}

/// [`RECORD`] with a field of an object added in front of the others, as JSON text.
pub(crate) fn adding(path: &str, field: &str) -> String {
    let record: serde_json::Value = serde_json::from_str(&plain()).unwrap();
    let object = serde_json::to_string(record.pointer(path).unwrap()).unwrap();
    assert!(object.starts_with('{'), "{path} is no object");
    let comma = if object == "{}" { "" } else { "," };
    let added = format!("{{{field}{comma}{}", &object[1..]);
    if path.is_empty() { added } else { with(path, &added) }
}

/// [`RECORD`] without the field at a path.
pub(crate) fn without(path: &str) -> String {
    let mut record: serde_json::Value = serde_json::from_str(&plain()).unwrap();
    let (object, key) = path.rsplit_once('/').unwrap();
    record.pointer_mut(object).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    serde_json::to_string(&record).unwrap()
}

/// [`RECORD`] without what a JSON value cannot hold.
pub(crate) fn plain() -> String {
    RECORD.replace("\\ud800", "")
}

/// A record that is refused, and why.
pub(crate) struct Refused {
    /// The text.
    pub(crate) text: String,
    /// Every fault, as data.
    pub(crate) faults: serde_json::Value,
}

/// One refused record for every fault there is, and for every way to come by it.
///
/// Each is [`RECORD`] with one change: a value replaced, a field added in front, a field removed; or it is a text.
pub(crate) fn refused() -> Vec<Refused> {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("faults.json")).unwrap();
    let case = |case: serde_json::Value| {
        let said = |key: &str| case.get(key).map(|text| text.as_str().unwrap());
        let json = said("json").unwrap_or_default();
        let text = match (said("replace"), said("add"), said("remove"), said("text")) {
            (Some(path), None, None, None) => with(path, json),
            (None, Some(path), None, None) => adding(path, json),
            (None, None, Some(path), None) => without(path),
            (None, None, None, Some(text)) => text.to_owned(),
            _ => panic!("{case}"),
        };
        Refused { text, faults: case["faults"].clone() }
    };
    cases.into_iter().map(case).collect()
}
