//! A JSON Schema as the engine writes them, read back.

use indexmap::IndexMap;
use serde::Deserialize;

/// A schema: of a document, of a definition or of a field.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    pub(super) description: String,
    #[serde(rename = "type")]
    pub(super) kind: Kind,
    pub(super) r#const: Option<String>,
    #[serde(rename = "$ref")]
    pub(super) reference: Option<String>,
    pub(super) pattern: Option<String>,
    pub(super) properties: Option<IndexMap<String, Self>>,
    pub(super) required: Vec<String>,
    pub(super) max_properties: Option<usize>,
    pub(super) additional_properties: Option<Additional>,
    pub(super) items: Option<Box<Self>>,
    pub(super) any_of: Vec<Self>,
    pub(super) one_of: Vec<Self>,
    #[serde(rename = "$defs")]
    pub(super) definitions: IndexMap<String, Self>,
}

/// The kinds of JSON value that may stand somewhere.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum Kind {
    One(String),
    Many(Vec<String>),
}

/// Whether an object may have further fields, and of which shape.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum Additional {
    Refused(bool),
    Of(Box<Schema>),
}

impl Default for Kind {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Schema {
    /// The kinds of value that may stand here.
    pub(super) fn kinds(&self) -> &[String] {
        match &self.kind {
            Kind::One(kind) => std::slice::from_ref(kind),
            Kind::Many(kinds) => kinds,
        }
    }

    /// Whether it is an object with exactly one of its keys.
    pub(super) fn is_choice(&self) -> bool {
        self.max_properties == Some(1)
    }
}
