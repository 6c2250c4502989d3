//! The document as it was typed: what is in it may be wrong, and nothing of it is lost.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::pointer::{self, Pointer};
use crate::read::{Json, Kind, Stop};

/// Deeper than any record. What lies below is kept as one piece.
const DEPTH_MAX: usize = 64;

/// A JSON value. Numbers and texts stand as they were written, fields in their order, even if one stands twice.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// A text, a number, `true`, `false` or `null`, as JSON text.
    Leaf(Box<str>),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Vec<(Box<str>, Node)>),
}

/// What is written in place of a part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// Nothing.
    Leave,
    /// This JSON text.
    Replace(Box<str>),
}

impl Node {
    /// Reads JSON text.
    pub(super) fn from_json(text: &str) -> Result<Self, Stop> {
        let mut json = Json::new(text);
        let node = Self::read(&mut json, 0)?;
        json.end()?;
        Ok(node)
    }

    fn read(json: &mut Json<'_>, depth: usize) -> Result<Self, Stop> {
        match json.kind()? {
            Kind::Object if depth < DEPTH_MAX => {
                json.open();
                let mut fields = Vec::new();
                while let Some(key) = json.next_key(fields.is_empty())? {
                    fields.push((Box::from(key), Self::read(json, depth + 1)?));
                }
                Ok(Self::Object(fields))
            }
            Kind::List if depth < DEPTH_MAX => {
                json.open();
                let mut entries = Vec::new();
                while json.next_entry(entries.is_empty())? {
                    entries.push(Self::read(json, depth + 1)?);
                }
                Ok(Self::List(entries))
            }
            kind => {
                // Half a letter cannot be read later.
                if kind == Kind::Text {
                    json.clone().text()?;
                }
                json.skip().map(|leaf| Self::Leaf(leaf.into()))
            }
        }
    }

    /// What stands directly under this name or number.
    pub(super) fn child(&self, token: &str) -> Option<&Self> {
        match self {
            Self::Leaf(_) => None,
            Self::List(entries) => entries.get(pointer::index(token)?),
            Self::Object(fields) => fields.iter().find(|(key, _)| **key == *token).map(|(_, value)| value),
        }
    }

    fn child_mut(&mut self, token: &str) -> Option<&mut Self> {
        match self {
            Self::Leaf(_) => None,
            Self::List(entries) => entries.get_mut(pointer::index(token)?),
            Self::Object(fields) => fields.iter_mut().find(|(key, _)| **key == *token).map(|(_, value)| value),
        }
    }

    /// What stands at a place.
    pub(super) fn get(&self, place: &[Box<str>]) -> Option<&Self> {
        place.iter().try_fold(self, |node, token| node.child(token))
    }

    pub(super) fn get_mut(&mut self, place: &[Box<str>]) -> Option<&mut Self> {
        place.iter().try_fold(self, |node, token| node.child_mut(token))
    }

    /// The JSON text.
    pub(super) fn to_json(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Leaf(leaf) => text.push_str(leaf),
            Self::List(entries) => {
                text.push('[');
                for (at, entry) in entries.iter().enumerate() {
                    comma(text, at);
                    entry.write(text);
                }
                text.push(']');
            }
            Self::Object(fields) => {
                text.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    comma(text, at);
                    write_key(text, key);
                    value.write(text);
                }
                text.push('}');
            }
        }
    }

    /// The JSON text with some parts cut. What replaces a field that is not there is added.
    pub(super) fn write_cut(&self, text: &mut String, place: &mut Pointer, cuts: &super::Cuts) {
        match cuts.get(place) {
            Some(Cut::Replace(other)) => return text.push_str(other),
            Some(Cut::Leave) => return text.push_str("null"),
            None if !cuts.is_inside(place) => return self.write(text),
            None => {}
        }
        match self {
            Self::Leaf(leaf) => text.push_str(leaf),
            Self::List(entries) => {
                text.push('[');
                for (at, entry) in entries.iter().enumerate() {
                    comma(text, at);
                    place.push_index(at);
                    entry.write_cut(text, place, cuts);
                    place.pop();
                }
                text.push(']');
            }
            Self::Object(fields) => {
                text.push('{');
                let mut written = 0;
                for (key, value) in fields {
                    place.push(key);
                    if cuts.get(place) != Some(&Cut::Leave) {
                        comma(text, written);
                        write_key(text, key);
                        value.write_cut(text, place, cuts);
                        written += 1;
                    }
                    place.pop();
                }
                for (key, other) in cuts.fields_of(place) {
                    if !fields.iter().any(|(name, _)| **name == *key) {
                        comma(text, written);
                        write_key(text, key);
                        text.push_str(other);
                        written += 1;
                    }
                }
                text.push('}');
            }
        }
    }
}

fn comma(text: &mut String, at: usize) {
    if at > 0 {
        text.push(',');
    }
}

fn write_key(text: &mut String, key: &str) {
    // A text can always be written.
    text.push_str(&serde_json::to_string(key).unwrap_or_default());
    text.push(':');
}
