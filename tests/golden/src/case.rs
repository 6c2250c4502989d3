//! The form of the cases.

use serde::Deserialize;
use serde_json::Value;

/// A file of cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The name of the base record.
    pub base: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, unique in the file.
    pub name: String,
    /// The day of evaluation.
    pub on: String,
    /// What is changed in the base record.
    #[serde(default)]
    pub patch: json_patch::Patch,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// One thing that must come out.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Expectation {
    /// A verdict.
    Verdict(Box<Expected>),
    /// A contradiction.
    Coherence {
        /// Its code.
        coherence: String,
        /// Its place.
        path: Option<String>,
    },
    /// No contradiction of this code.
    NoCoherence {
        /// Its code; `*` is any.
        #[serde(rename = "noCoherence")]
        no_coherence: String,
    },
    /// The record is refused.
    Fault {
        /// The code.
        fault: String,
        /// The place.
        path: Option<String>,
    },
    /// The record is read.
    NoFault {
        /// The code that must not be there; `*` is any.
        #[serde(rename = "noFault")]
        no_fault: String,
    },
}

/// A verdict that must come out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The norm.
    pub norm: String,
    /// The subject, as `kind:id`.
    pub subject: String,
    /// The quarter or year.
    pub period: Option<String>,
    /// The verdict; `none` says that there is no verdict of this norm and subject.
    pub verdict: String,
    /// A part of the facts.
    #[serde(default)]
    pub facts: serde_json::Map<String, Value>,
    /// The due day.
    pub due: Option<String>,
    /// All missing fields, in any order.
    pub missing: Option<Vec<String>>,
    /// The severity.
    pub severity: Option<String>,
    /// The key.
    pub key: Option<String>,
    /// The place.
    pub path: Option<String>,
    /// Items that the clause names beside.
    pub also: Option<Vec<String>>,
    /// The document that the clause stands in.
    pub document: Option<String>,
    /// The rulebook that says so, where it is one that the rulebook extends.
    pub layer: Option<String>,
}

/// The file of this text.
///
/// # Errors
///
/// What is wrong with it.
pub fn file(text: &str) -> Result<File, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}
