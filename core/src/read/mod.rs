//! Reading a document: fast where it is as it should be, and with every fault where it is not.

use alloc::string::String;
use alloc::vec::Vec;

use crate::fault::{Fault, Faults, Problem, excerpt};
use crate::record::{self, Record};
use crate::shape::Part;

mod collector;
mod json;
mod reading;

use collector::{Collector, SCHEMA_PATH};
pub(crate) use json::{Head, Json, Kind, Stop};
pub(crate) use reading::{Read, Readable, Reading};

/// The largest document that is read, in bytes.
pub const SIZE_MAX: usize = 16 << 20;

/// How deep the objects and lists of a document may stand inside each other. A record never needs a third of it.
pub const DEPTH_MAX: usize = 32;

impl Record {
    /// Reads a record from JSON text.
    ///
    /// What is read is always whole: every field is known, every day is a real one, every id stands once in its list
    /// and every reference leads to its entry. Whether the record keeps any rule is not asked here. A byte order mark
    /// at the start is passed over.
    ///
    /// # Errors
    ///
    /// All [`Faults`] of the text at once, each with its code and its path. A text that is no JSON ends the reading
    /// there. A record of a newer schema has that one fault. At most 16 MiB are read.
    ///
    /// ```
    /// use gongwei::Record;
    /// let text = r#"{
    ///     "schema": "gongwei/record/1.0",
    ///     "committee": {"kind": "subdistrict-joint-committee"},
    ///     "people": [{"id": "p1", "name": "扎西"}],
    ///     "appointments": [{"id": "a1", "person": "p1", "seat": "deputy"}, {"id": "a2", "person": "p2"}]
    /// }"#;
    /// let faults = Record::from_json(text).unwrap_err();
    /// assert_eq!(faults.first().path(), "/appointments/1/person");
    /// assert_eq!(faults.first().code(), "dangling-reference");
    ///
    /// let record = Record::from_json(&text.replace("\"p2\"", "\"p1\"")).unwrap();
    /// assert_eq!(record.appointments.len(), 2);
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Faults> {
        let text = opened(text)?;
        if let Some(record) = typed(text) {
            return Ok(record);
        }
        Err(faults_or_syntax(gather::<Self>(text, record::SCHEMA)))
    }

    /// The record as JSON text. Fields that are not known are left out, and the platform's own fields stand as they
    /// were.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A record holds nothing that JSON cannot: the platform's own fields were read from JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Reads the typed record from a text that is as it should be.
pub(crate) fn typed(text: &str) -> Option<Record> {
    let mut record = value(text)?;
    record::settle(&mut record).then_some(record)
}

/// Reads a value from a text that is as it should be.
pub(crate) fn value<T: Readable>(text: &str) -> Option<T> {
    Reading::new(text, None).document().ok().flatten()
}

/// Reads a part of a record again, or its field of this name, from the text of that. False, if it is not as it should be.
pub(crate) fn again(part: &mut dyn Part, field: Option<&str>, text: &str) -> bool {
    Reading::new(text, None).part(part, field).unwrap_or_default()
}

/// Both readings agree on every text known, so that there are always some; yet nothing refused may pass.
pub(crate) fn faults_or_syntax(faults: Vec<Fault>) -> Faults {
    Faults::try_from(faults).unwrap_or_else(|_| Fault::new("", Problem::Syntax { line: 1, column: 1 }).into())
}

/// The text without its mark, if it is not over-long.
pub(crate) fn opened(text: &str) -> Result<&str, Faults> {
    let text = without_mark(text);
    if text.len() > SIZE_MAX { Err(too_large(text).into()) } else { Ok(text) }
}

/// Why a text is no document at all.
pub(crate) fn refused(text: &str) -> Faults {
    faults_or_syntax(faults_of_record(text))
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn too_large(text: &str) -> Fault {
    Fault::new("", Problem::TooLarge { max: SIZE_MAX, found: text.len() })
}

/// The fault of a text that is no JSON: where it stops being some.
fn syntax(text: &str, stop: Stop) -> Problem {
    let before = text.get(..stop.at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    // People count characters. Past the end there is none: the last one is where to look.
    let column = line.chars().count() + usize::from(stop.at < text.len());
    Problem::Syntax { line: before.matches('\n').count() + 1, column: column.max(1) }
}

/// Every fault of a document, whose newest schema is `newest`; none if it can be read.
pub(crate) fn collect<T: Readable>(text: &str, newest: &'static str) -> Vec<Fault> {
    let text = without_mark(text);
    if text.len() > SIZE_MAX { alloc::vec![too_large(text)] } else { gather::<T>(text, newest) }
}

fn gather<T: Readable>(text: &str, newest: &'static str) -> Vec<Fault> {
    let mut faults = Collector::default();
    let read = faults.pass::<T>(text);
    let schema = faults.schema.as_deref().and_then(|found| schema_fault(found, newest));
    match (schema, read) {
        (Some((fault, true)), _) => return alloc::vec![fault],
        (_, Err(stop)) => faults.faults.insert(0, Fault::new("", syntax(text, stop))),
        (schema, Ok(())) => {
            if let Some((fault, _)) = schema {
                faults.push(fault);
            }
            // References are looked at once all lists are known: reading again costs less memory than keeping them.
            faults.follows = true;
            // It cannot fail: the same text was read to its end before.
            let _ = faults.pass::<T>(text);
        }
    }
    faults.done()
}

/// What is wrong with the schema of a document, and whether it is one of the future.
fn schema_fault(found: &str, newest: &'static str) -> Option<(Fault, bool)> {
    let name = newest.trim_end_matches(|letter| letter != '/');
    let version = |schema: &str| {
        let number = |digits: &str| match digits.as_bytes() {
            [b'0', _, ..] => None,
            bytes => bytes.iter().all(u8::is_ascii_digit).then(|| digits.parse::<u32>().ok()).flatten(),
        };
        let (major, minor) = schema.strip_prefix(name)?.split_once('.')?;
        Some((number(major)?, number(minor)?))
    };
    let newer = version(found) > version(newest);
    let text = excerpt(found);
    let problem = match (newer, name) {
        _ if found == newest => return None,
        (true, "gongwei/record/") => Problem::RecordNewerThanEngine { found: text, newest },
        (false, "gongwei/record/") => Problem::NotARecord { found: text, newest },
        (true, "gongwei/calendar/") => Problem::CalendarNewerThanEngine { found: text, newest },
        (false, "gongwei/calendar/") => Problem::NotACalendar { found: text, newest },
        (true, _) => Problem::RulebookNewerThanEngine { found: text, newest },
        (false, _) => Problem::NotARulebook { found: text, newest },
    };
    Some((Fault::new(SCHEMA_PATH, problem), newer))
}

/// Every fault of a record, found without the fast reading: for tests, which compare the two.
#[doc(hidden)]
#[must_use]
pub fn faults_of_record(text: &str) -> Vec<Fault> {
    collect::<Record>(text, record::SCHEMA)
}

/// Every fault of form of a rulebook: for tests.
#[doc(hidden)]
#[must_use]
pub fn faults_of_rulebook(text: &str) -> Vec<Fault> {
    collect::<crate::rulebook::Document>(text, crate::rulebook::SCHEMA)
}
