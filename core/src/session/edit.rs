//! Changes of a document, each with what takes it back.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::document::Node;
use super::pointer;
use crate::locale::Locale;

/// A change of the document that a [`super::Session`] holds. Places are RFC 6901 pointers, values are JSON text.
///
/// A value need not be right: what cannot be read is kept as it is, with a fault at its place. Only what is no JSON at all
/// is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit<'a> {
    /// Writes a value at a place, over what is there. Objects that are missing on the way are made.
    Set {
        /// The place.
        at: &'a str,
        /// The value, as JSON text.
        value: &'a str,
    },
    /// Puts an entry into a list, before the one at this place; `-` stands for the end. A list that is missing is made.
    Insert {
        /// The place, such as `/people/0` or `/people/-`.
        at: &'a str,
        /// The entry, as JSON text.
        value: &'a str,
    },
    /// Takes away a field or an entry of a list. What refers to it stays, as a fault.
    Remove {
        /// The place.
        at: &'a str,
    },
    /// Takes a field or an entry away and puts it elsewhere, at a place counted without it.
    Move {
        /// The place where it stands.
        from: &'a str,
        /// The place where it goes.
        to: &'a str,
    },
}

/// Why an edit cannot be made. Then nothing is changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The place is written wrongly.
    #[error("`{at}` is no pointer such as `/people/0/name`")]
    NotAPointer {
        /// As it was given.
        at: Box<str>,
    },
    /// The document has no such place.
    #[error("the document has no place `{at}`")]
    NoSuchPlace {
        /// As it was given.
        at: Box<str>,
    },
    /// The value is no JSON text.
    #[error("the value for `{at}` is no JSON")]
    NotJson {
        /// The place that it was for.
        at: Box<str>,
    },
}

impl EditError {
    /// The code, which never changes meaning.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAPointer { .. } => "not-a-pointer",
            Self::NoSuchPlace { .. } => "no-such-place",
            Self::NotJson { .. } => "not-json",
        }
    }

    /// The place, as it was given.
    #[must_use]
    pub const fn path(&self) -> &str {
        match self {
            Self::NotAPointer { at } | Self::NoSuchPlace { at } | Self::NotJson { at } => at,
        }
    }

    /// What people read.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let (before, after) = match (self, locale) {
            (Self::NotAPointer { .. }, Locale::ZhCn) => ("位置“", "”写法不对，应类似 /people/0/name。"),
            (Self::NotAPointer { .. }, Locale::En) => ("The place “", "” must be written like /people/0/name."),
            (Self::NoSuchPlace { .. }, Locale::ZhCn) => ("记录中没有“", "”这个位置，未作改动。"),
            (Self::NoSuchPlace { .. }, Locale::En) => ("The record has no place “", "”: nothing was changed."),
            (Self::NotJson { .. }, Locale::ZhCn) => ("给“", "”的内容不是 JSON，未作改动。"),
            (Self::NotJson { .. }, Locale::En) => ("What was given for “", "” is not JSON: nothing was changed."),
        };
        [before, self.path(), after].concat()
    }
}

/// The tokens of a pointer.
pub(super) type Place = Vec<Box<str>>;

/// One step of an edit, of which another one makes all undone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// Writes another value over the one that is there.
    Replace(Place, Node),
    /// Puts in a field or an entry, as the one at this number.
    Insert(Place, usize, Node),
    /// Takes out a field or an entry.
    Remove(Place),
}

impl Step {
    /// The place that changes.
    pub(super) fn place(&self) -> &Place {
        match self {
            Self::Replace(place, _) | Self::Insert(place, ..) | Self::Remove(place) => place,
        }
    }

    /// Changes the document and gives the step back. `None`, and no change, if there is no such place.
    pub(super) fn apply(self, document: &mut Node) -> Option<Self> {
        match self {
            Self::Replace(place, node) => {
                // The document is an object, whatever happens.
                if place.is_empty() && !matches!(node, Node::Object(_)) {
                    return None;
                }
                let old = core::mem::replace(document.get_mut(&place)?, node);
                Some(Self::Replace(place, old))
            }
            Self::Insert(place, at, node) => {
                let (token, parent) = place.split_last()?;
                match document.get_mut(parent)? {
                    Node::List(entries) if at <= entries.len() => entries.insert(at, node),
                    Node::Object(fields) if at <= fields.len() => fields.insert(at, (token.clone(), node)),
                    _ => return None,
                }
                Some(Self::Remove(place))
            }
            Self::Remove(place) => {
                let (token, parent) = place.split_last()?;
                let (at, node) = match document.get_mut(parent)? {
                    Node::List(entries) => {
                        let at = pointer::index(token).filter(|&at| at < entries.len())?;
                        (at, entries.remove(at))
                    }
                    Node::Object(fields) => {
                        let at = fields.iter().position(|(key, _)| key == token)?;
                        (at, fields.remove(at).1)
                    }
                    Node::Leaf(_) => return None,
                };
                Some(Self::Insert(place, at, node))
            }
        }
    }
}

impl Edit<'_> {
    /// Carries it out step by step, telling each step that takes it back.
    pub(super) fn apply(self, document: &mut Node, done: &mut Vec<Step>) -> Result<(), EditError> {
        match self {
            Self::Set { at, value } => {
                let (place, node) = (place(at)?, node(at, value)?);
                apply(set(document, place, node), document, done, at)
            }
            Self::Insert { at, value } => {
                let (place, node) = (place(at)?, node(at, value)?);
                apply(insert(document, place, node), document, done, at)
            }
            Self::Remove { at } => {
                let place = place(at)?;
                // The document itself cannot go.
                apply((!place.is_empty()).then_some(Step::Remove(place)), document, done, at)
            }
            Self::Move { from, to } => {
                let (from_place, to_place) = (place(from)?, place(to)?);
                if to_place.starts_with(&from_place) && to_place != from_place {
                    return Err(EditError::NoSuchPlace { at: to.into() });
                }
                let node = document.get(&from_place).cloned();
                apply((!from_place.is_empty()).then_some(Step::Remove(from_place)), document, done, from)?;
                let step = node.and_then(|node| match document.get(to_place.split_last()?.1)? {
                    Node::List(_) => insert(document, to_place, node),
                    _ => set(document, to_place, node),
                });
                apply(step, document, done, to)
            }
        }
    }
}

fn apply(step: Option<Step>, document: &mut Node, done: &mut Vec<Step>, at: &str) -> Result<(), EditError> {
    let back = step.and_then(|step| step.apply(document));
    done.push(back.ok_or_else(|| EditError::NoSuchPlace { at: at.into() })?);
    Ok(())
}

fn place(at: &str) -> Result<Place, EditError> {
    pointer::parse(at).ok_or_else(|| EditError::NotAPointer { at: at.into() })
}

fn node(at: &str, value: &str) -> Result<Node, EditError> {
    Node::from_json(value).map_err(|_| EditError::NotJson { at: at.into() })
}

/// The step that writes a value at a place, whatever is there.
fn set(document: &Node, mut place: Place, mut node: Node) -> Option<Step> {
    if document.get(&place).is_some() {
        return Some(Step::Replace(place, node));
    }
    // The topmost field that is missing is put in, with all that is to be below it.
    loop {
        let (token, parent) = place.split_last()?;
        match document.get(parent) {
            Some(Node::Object(fields)) => return Some(Step::Insert(place, fields.len(), node)),
            Some(_) => return None,
            None => node = Node::Object(vec![(token.clone(), node)]),
        }
        place.pop();
    }
}

/// The step that puts an entry into a list.
fn insert(document: &Node, mut place: Place, node: Node) -> Option<Step> {
    let token = place.pop()?;
    match document.get(&place) {
        Some(Node::List(entries)) => {
            let at = if *token == *"-" { entries.len() } else { pointer::index(&token)? };
            place.push(alloc::format!("{at}").into());
            Some(Step::Insert(place, at, node))
        }
        // Only a field can be missing, and only its first entry can be put in.
        None if matches!(&*token, "-" | "0") && !place.is_empty() => set(document, place, Node::List(vec![node])),
        _ => None,
    }
}
