//! What is wrong with a document that cannot be read: every fault, each with its place.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::locale::Locale;

mod message;
mod nearest;
mod problem;

pub(crate) use nearest::nearest;
pub use problem::{JsonKind, Problem, Unit};

use problem::Datum;

/// The most faults that are listed.
pub const FAULTS_MAX: usize = 1000;

/// The most characters of what was found that a fault repeats.
const EXCERPT_MAX: usize = 40;

/// One reason why a document cannot be read, and where in it.
///
/// It is a matter of form alone: whether the record keeps the rules is never a fault. It repeats at most 40
/// characters of what was found.
///
/// ```
/// use gongwei::{Locale, Problem, Record};
/// let faults = Record::from_json(r#"{"schema": "gongwei/record/1.0", "committee": {"kind": "x", "nmae": "y"}}"#);
/// let faults = faults.unwrap_err();
/// let fault = faults.first();
/// assert_eq!((fault.code(), fault.path()), ("unknown-field", "/committee/nmae"));
/// assert!(matches!(fault.problem(), Problem::UnknownField { nearest: Some("name"), .. }));
/// assert_eq!(fault.message(Locale::En), "There is no field “nmae” here: did you mean “name”?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {}", self.message(Locale::default()))]
pub struct Fault {
    path: Box<str>,
    problem: Problem,
}

impl Fault {
    pub(crate) fn new(path: &str, problem: Problem) -> Self {
        Self { path: path.into(), problem }
    }

    /// Where it is, as an RFC 6901 pointer into the document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it is, with its data.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The word for what it is. It never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Told { faults: self, locale: None }.serialize(serializer)
    }
}

/// Every fault of a document that cannot be read, in the order of the text; references that lead nowhere come last,
/// and a fault of syntax comes first.
///
/// There is always at least one. Past 1,000 they are not listed, and the last one says so.
///
/// ```
/// use gongwei::{Locale, Record};
/// let faults = Record::from_json(r#"{"schema": "gongwei/record/1.0", "committee": {"established": "2026-02-29"}}"#);
/// let faults = faults.unwrap_err();
/// let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.path())).collect();
/// assert_eq!(found, [("not-a-day", "/committee/established"), ("missing-field", "/committee/kind")]);
/// assert_eq!(
///     faults.to_json(Some(Locale::ZhCn)).split_once("},").unwrap().0,
///     r#"[{"code":"not-a-day","path":"/committee/established","found":"2026-02-29","#.to_owned()
///         + r#""message":"日期 2026-02-29 不存在，请按“年-月-日”填写实际日期。""#
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Lines(self))]
pub struct Faults {
    first: Box<Fault>,
    rest: Vec<Fault>,
}

/// The faults, one on a line.
struct Lines<'a>(&'a Faults);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.first.fmt(f)?;
        self.0.rest.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl Faults {
    /// The first of them.
    #[must_use]
    pub fn first(&self) -> &Fault {
        &self.first
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        core::iter::once(&*self.first).chain(&self.rest)
    }

    /// All of them as a JSON list: each has its code, its path and its data, and a message if a language is given.
    #[must_use]
    pub fn to_json(&self, locale: Option<Locale>) -> String {
        // Nothing in a fault can fail to be written.
        serde_json::to_string(&Told { faults: self, locale }).unwrap_or_default()
    }
}

impl From<Fault> for Faults {
    fn from(first: Fault) -> Self {
        Self { first: Box::new(first), rest: Vec::new() }
    }
}

/// No faults at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no faults")]
pub struct NoFaults;

impl TryFrom<Vec<Fault>> for Faults {
    type Error = NoFaults;

    fn try_from(faults: Vec<Fault>) -> Result<Self, NoFaults> {
        let mut faults = faults.into_iter();
        let first = Box::new(faults.next().ok_or(NoFaults)?);
        Ok(Self { first, rest: faults.collect() })
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = core::iter::Chain<core::iter::Once<Fault>, alloc::vec::IntoIter<Fault>>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(*self.first).chain(self.rest)
    }
}

impl Serialize for Faults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Faults, each with its message.
struct Told<'a, T> {
    faults: &'a T,
    locale: Option<Locale>,
}

impl Serialize for Told<'_, Faults> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.faults.iter().map(|faults| Told { faults, locale: self.locale }))
    }
}

impl Serialize for Told<'_, Fault> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut write = |name, datum: Datum<'_>| map.serialize_entry(name, &datum);
        write("code", Datum::Text(self.faults.code()))?;
        write("path", Datum::Text(self.faults.path()))?;
        for (name, datum) in self.faults.problem.data() {
            if !matches!(datum, Datum::Nothing) {
                write(name, datum)?;
            }
        }
        if let Some(locale) = self.locale {
            write("message", Datum::Text(&self.faults.message(locale)))?;
        }
        map.end()
    }
}

/// The faults that are listed, and one that says how many more there are.
pub(crate) fn listed(mut faults: Vec<Fault>, mut more: usize) -> Vec<Fault> {
    more += faults.len().saturating_sub(FAULTS_MAX);
    faults.truncate(FAULTS_MAX);
    if more > 0 {
        faults.push(Fault::new("", Problem::TooManyFaults { listed: faults.len(), more }));
    }
    faults
}

/// The beginning of a text, short enough to be repeated.
pub(crate) fn excerpt(text: &str) -> Box<str> {
    match text.char_indices().nth(EXCERPT_MAX) {
        None => text.into(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_end_after_40_characters() {
        assert_eq!(&*excerpt(&"书".repeat(40)), "书".repeat(40));
        assert_eq!(&*excerpt(&"书".repeat(41)), "书".repeat(40) + "…");
    }
}
