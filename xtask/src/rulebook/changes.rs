//! What differs between two norms, or two definitions, field by field.

use gongwei::rulebook::Norm;
use serde_json::{Map, Value};

/// A norm as JSON, with its fields.
pub(super) fn fields(norm: &Norm) -> Map<String, Value> {
    // A norm was read from JSON, and is an object.
    match serde_json::to_value(norm) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A field that two values do not share: its path, and what stands there in each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) path: String,
    pub(super) old: Option<Value>,
    pub(super) new: Option<Value>,
}

impl Change {
    /// As people read it.
    pub(super) fn told(&self) -> String {
        let value = |value: &Option<Value>| value.as_ref().map_or_else(|| "(nothing)".to_owned(), Value::to_string);
        format!("{}: {} → {}", self.path.trim_start_matches('/'), value(&self.old), value(&self.new))
    }
}

/// The smallest fields that differ, in the order of their names. Lists are compared as a whole: their entries have no
/// names by which one could be followed.
pub(super) fn changes(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<Change> {
    let mut found = Vec::new();
    add("", old, new, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn add(path: &str, old: &Map<String, Value>, new: &Map<String, Value>, found: &mut Vec<Change>) {
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    for name in names {
        let path = format!("{path}/{name}");
        match (old.get(name), new.get(name)) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => add(&path, old, new, found),
            (old, new) if old != new => found.push(Change { path, old: old.cloned(), new: new.cloned() }),
            _ => {}
        }
    }
}
