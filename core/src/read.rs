//! Reading a document: fast where it is as it should be, and with every fault where it is not.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::calendar::{Day, YearDay};
use crate::fault::{FAULTS_MAX, Fault, Faults, JsonKind, Problem, Unit, excerpt, nearest};
use crate::record::{self, Record};
use crate::shape::{LIST_MAX, Noun, Presence, Shape, Shaped, Target, Words};
use crate::value::{EXT_DEPTH, ID_MAX, Share, depth};

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
        let text = without_mark(text);
        if text.len() > SIZE_MAX {
            return Err(too_large(text).into());
        }
        let error = match serde_json::from_str::<Self>(text) {
            Ok(mut record) => {
                if record::settle(&mut record) {
                    return Ok(record);
                }
                None
            }
            Err(error) => Some(error),
        };
        let faults = gather(text, Self::SHAPE, record::SCHEMA);
        Err(Faults::try_from(faults).unwrap_or_else(|_| {
            // Both readings agree on every text known, so this is never reached; yet nothing refused may pass.
            let problem = error.map_or(Problem::Syntax { line: 1, column: 1 }, |error| syntax(text, &error));
            Fault::new("", problem).into()
        }))
    }

    /// The record as JSON text. Fields that are not known are left out, and the platform's own fields stand as they
    /// were.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A record holds nothing that JSON cannot: the platform's own fields were read from JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn too_large(text: &str) -> Fault {
    Fault::new("", Problem::TooLarge { max: SIZE_MAX, found: text.len() })
}

/// The fault of a text that is no JSON.
fn syntax(text: &str, error: &serde_json::Error) -> Problem {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The error counts bytes; people count characters.
    let characters = line.char_indices().take_while(|&(at, _)| at < error.column()).count();
    Problem::Syntax { line: error.line().max(1), column: characters.max(1) }
}

/// Every fault of a document of this shape, whose newest schema is `newest`; none if it can be read.
pub(crate) fn collect(text: &str, shape: &'static Shape, newest: &'static str) -> Vec<Fault> {
    let text = without_mark(text);
    if text.len() > SIZE_MAX { alloc::vec![too_large(text)] } else { gather(text, shape, newest) }
}

fn gather(text: &str, shape: &'static Shape, newest: &'static str) -> Vec<Fault> {
    let mut faults = Collector::default();
    let read = faults.pass(text, shape);
    let schema = faults.schema.as_deref().and_then(|found| schema_fault(found, newest));
    match (schema, read) {
        (Some((fault, true)), _) => return alloc::vec![fault],
        (_, Err(error)) => faults.faults.insert(0, Fault::new("", syntax(text, &error))),
        (schema, Ok(())) => {
            faults.extend(schema.map(|(fault, _)| fault));
            // References are looked at once all lists are known: reading again costs less memory than keeping them.
            faults.follows = true;
            // It cannot fail: the same text was read to its end before.
            let _ = faults.pass(text, shape);
        }
    }
    faults.done()
}

/// What is wrong with the schema of a document, and whether it is one of the future.
fn schema_fault(found: &str, newest: &'static str) -> Option<(Fault, bool)> {
    let version = |schema: &str| {
        let number = |digits: &str| match digits.as_bytes() {
            [b'0', _, ..] => None,
            bytes => bytes.iter().all(u8::is_ascii_digit).then(|| digits.parse::<u32>().ok()).flatten(),
        };
        let (name, version) = schema.rsplit_once('/')?;
        let (major, minor) = version.split_once('.')?;
        (newest.rsplit_once('/')?.0 == name).then_some((number(major)?, number(minor)?))
    };
    let newer = version(found) > version(newest);
    let is_record = newest.starts_with("gongwei/record/");
    let text = excerpt(found);
    let problem = match (newer, is_record) {
        _ if found == newest => return None,
        (true, true) => Problem::RecordNewerThanEngine { found: text, newest },
        (false, true) => Problem::NotARecord { found: text, newest },
        (true, false) => Problem::RulebookNewerThanEngine { found: text, newest },
        (false, false) => Problem::NotARulebook { found: text, newest },
    };
    Some((Fault::new(SCHEMA_PATH, problem), newer))
}

const SCHEMA_PATH: &str = "/schema";

/// What is gathered on the way through a document.
#[derive(Default)]
struct Collector {
    faults: Vec<Fault>,
    /// Faults past the most that are listed.
    more: usize,
    /// Where the reading is.
    path: String,
    /// How many objects and lists it is inside.
    depth: usize,
    /// The schema, if there is one.
    schema: Option<Box<str>>,
    /// The ids of each list that references may lead to, by the path of the list; none if the list cannot be read.
    lists: BTreeMap<Box<str>, Option<BTreeSet<Box<str>>>>,
    /// Whether this is the second pass, which only follows references.
    follows: bool,
}

impl Collector {
    fn pass(&mut self, text: &str, shape: &'static Shape) -> Result<(), serde_json::Error> {
        self.path.clear();
        self.depth = 0;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        Reading { to: self, shape, presence: None }.deserialize(&mut deserializer)?;
        deserializer.end()
    }

    fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        for fault in faults {
            if self.faults.len() < FAULTS_MAX {
                self.faults.push(fault);
            } else {
                self.more += 1;
            }
        }
    }

    /// Notes a fault at the place of the reading.
    fn add(&mut self, problem: Problem) {
        if !self.follows {
            let fault = Fault::new(&self.path, problem);
            self.extend([fault]);
        }
    }

    /// Does something one step further down.
    fn within<T>(&mut self, key: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.push('/');
        for letter in key.chars() {
            match letter {
                '~' => self.path.push_str("~0"),
                '/' => self.path.push_str("~1"),
                _ => self.path.push(letter),
            }
        }
        let done = act(self);
        self.path.truncate(length);
        done
    }

    /// Notes what is wrong with a reference, once all lists are known.
    fn follow(&mut self, target: Target, id: &str) {
        let known = |path: &str| match self.lists.get(path) {
            Some(Some(ids)) => ids.contains(id),
            // Faults of the list itself are told; what refers to it is not to blame.
            Some(None) => true,
            None => false,
        };
        let found = match target {
            Target::Subject => known("/organizations") || known("/people") || known("/appointments"),
            Target::Topic => {
                let meeting = self.path.match_indices('/').nth(2).and_then(|(end, _)| self.path.get(..end));
                known(&[meeting.unwrap_or_default(), "/topics"].concat())
            }
            _ => known(&["/", target.list()].concat()),
        };
        if !found {
            let problem = Problem::DanglingReference { id: excerpt(id), list: target.list() };
            let fault = Fault::new(&self.path, problem);
            self.extend([fault]);
        }
    }

    fn text(&mut self, shape: &Shape, text: &str) {
        match shape {
            Shape::Text { min, max } => {
                if self.path == SCHEMA_PATH {
                    self.schema = Some(text.into());
                }
                self.length(text, *min, *max);
            }
            Shape::Id => self.length(text, 1, ID_MAX),
            Shape::Reference(target) if self.follows && is_id(text) => self.follow(*target, text),
            Shape::Reference(_) => self.length(text, 1, ID_MAX),
            Shape::Word(words) => self.word(words, text),
            Shape::Day if text.parse::<Day>().is_err() => self.add(Problem::NotADay { found: excerpt(text) }),
            Shape::YearDay if text.parse::<YearDay>().is_err() => {
                self.add(Problem::NotAYearDay { found: excerpt(text) });
            }
            Shape::Share if text.parse::<Share>().is_err() => self.add(Problem::NotAShare { found: excerpt(text) }),
            Shape::Day | Shape::YearDay | Shape::Share | Shape::Pattern(_) | Shape::Free | Shape::Facts => {}
            Shape::Noun(_)
            | Shape::Choice(_)
            | Shape::List(_)
            | Shape::Table(_)
            | Shape::Whole { .. }
            | Shape::Flag => self.wrong(shape, JsonKind::String),
        }
    }

    fn length(&mut self, text: &str, min: usize, max: usize) {
        let found = text.chars().count();
        if found < min {
            self.add(Problem::TooShort { unit: Unit::Characters, min, found });
        } else if found > max {
            self.add(Problem::TooLong { unit: Unit::Characters, max, found });
        }
    }

    fn word(&mut self, words: &'static Words, found: &str) {
        let allowed = || words.words.iter().map(|&(word, _)| word);
        if !allowed().any(|word| word == found) {
            self.add(Problem::UnknownWord {
                found: excerpt(found),
                nearest: nearest(found, allowed()),
                allowed: allowed().collect(),
            });
        }
    }

    fn wrong(&mut self, shape: &Shape, found: JsonKind) {
        let expected = match shape {
            Shape::Noun(_) | Shape::Choice(_) | Shape::Table(_) | Shape::Free | Shape::Facts => JsonKind::Object,
            Shape::List(_) => JsonKind::Array,
            Shape::Whole { .. } => JsonKind::Integer,
            Shape::Flag => JsonKind::Boolean,
            Shape::Word(_)
            | Shape::Text { .. }
            | Shape::Id
            | Shape::Reference(_)
            | Shape::Day
            | Shape::YearDay
            | Shape::Share
            | Shape::Pattern(_) => JsonKind::String,
        };
        self.add(Problem::WrongType { expected, found });
        self.unreadable(shape);
    }

    /// Notes that nothing is known of the ids of a list.
    fn unreadable(&mut self, shape: &Shape) {
        if matches!(shape, Shape::List(_)) {
            self.lists.insert(self.path.as_str().into(), None);
        }
    }

    /// The faults, with a word on those that are not listed.
    fn done(mut self) -> Vec<Fault> {
        if self.faults.len() > FAULTS_MAX {
            self.faults.truncate(FAULTS_MAX);
            self.more += 1;
        }
        if self.more > 0 {
            let problem = Problem::TooManyFaults { listed: self.faults.len(), more: self.more };
            self.faults.push(Fault::new("", problem));
        }
        self.faults
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= ID_MAX
}

/// Reads one value, whatever it is, against the shape it should have. What it gives is the id of an entry.
struct Reading<'c> {
    to: &'c mut Collector,
    shape: &'static Shape,
    /// How it may be missing, if it is a field of a noun.
    presence: Option<Presence>,
}

type Read<E> = Result<Option<Box<str>>, E>;

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Option<Box<str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Read<D::Error> {
        if !matches!(self.shape, Shape::Free | Shape::Facts) {
            return deserializer.deserialize_any(self);
        }
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let found = match text.as_bytes().first() {
            Some(b'{') if depth(text) > EXT_DEPTH => {
                self.to.add(Problem::TooDeep { max: EXT_DEPTH });
                return Ok(None);
            }
            Some(b'{') => return Ok(None),
            Some(b'[') => JsonKind::Array,
            Some(b'"') => JsonKind::String,
            Some(b't' | b'f') => JsonKind::Boolean,
            Some(b'n') => return self.visit_unit(),
            _ if text.contains(['.', 'e', 'E']) => JsonKind::Number,
            _ => JsonKind::Integer,
        };
        self.to.wrong(self.shape, found);
        Ok(None)
    }
}

impl Reading<'_> {
    fn number<E>(self, number: impl Into<serde_json::Number> + TryInto<u32> + Copy) -> Read<E> {
        match *self.shape {
            Shape::Whole { min, max } => {
                if !number.try_into().is_ok_and(|number| (min..=max).contains(&number)) {
                    self.to.add(Problem::OutOfRange { min, max, found: number.into() });
                }
            }
            _ => self.to.wrong(self.shape, JsonKind::Integer),
        }
        Ok(None)
    }

    /// Whether the reading may go one level deeper; if not, that is a fault.
    fn enters(&mut self) -> bool {
        self.to.depth += 1;
        if self.to.depth > DEPTH_MAX {
            self.to.add(Problem::TooDeep { max: DEPTH_MAX });
            self.to.unreadable(self.shape);
        }
        self.to.depth <= DEPTH_MAX
    }

    fn list<'de, A: SeqAccess<'de>>(self, entry: &'static Shape, list: &mut A) -> Result<(), A::Error> {
        let to = self.to;
        // The place of each id.
        let mut ids = BTreeMap::new();
        let mut at = 0_usize;
        let mut name = String::new();
        while at < LIST_MAX {
            name.clear();
            // Writing to a text never fails.
            let _ = write!(name, "{at}");
            let read = to.within(&name, |to| list.next_element_seed(Reading { to, shape: entry, presence: None }))?;
            let Some(id) = read else { break };
            if let Some(id) = id {
                if let Some(first) = ids.get(&id) {
                    let first = alloc::format!("{}/{first}/id", to.path).into();
                    to.within(&name, |to| {
                        to.within("id", |to| to.add(Problem::DuplicateId { id: excerpt(&id), first }));
                    });
                } else {
                    ids.insert(id, at);
                }
            }
            at += 1;
        }
        let mut found = at;
        if at == LIST_MAX {
            while list.next_element::<IgnoredAny>()?.is_some() {
                found += 1;
            }
        }
        if found > LIST_MAX {
            to.add(Problem::TooLong { unit: Unit::Entries, max: LIST_MAX, found });
            to.unreadable(self.shape);
        } else if !to.follows && is_referred_to(&to.path) {
            to.lists.insert(to.path.as_str().into(), Some(ids.into_keys().collect()));
        }
        Ok(())
    }

    fn noun<'de, A: MapAccess<'de>>(self, noun: &'static Noun, map: &mut A) -> Read<A::Error> {
        let to = self.to;
        let is_choice = matches!(self.shape, Shape::Choice(_));
        let mut id = None;
        let mut seen = BTreeSet::new();
        let mut unknown = false;
        while let Some(key) = map.next_key::<String>()? {
            let Some(field) = noun.fields.iter().find(|field| field.name == key) else {
                unknown = true;
                let names = noun.fields.iter().map(|field| field.name);
                let problem = Problem::UnknownField { found: excerpt(&key), nearest: nearest(&key, names) };
                if is_id(&key) || key.is_empty() {
                    to.within(&key, |to| to.add(problem));
                } else {
                    to.add(problem);
                }
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let shape = (field.shape)();
            if !seen.insert(field.name) {
                map.next_value::<IgnoredAny>()?;
                to.within(&key, |to| {
                    to.add(Problem::DuplicateField);
                    to.unreadable(shape);
                });
                continue;
            }
            let presence = (!is_choice).then_some(field.presence);
            let read = to.within(&key, |to| map.next_value_seed(Reading { to, shape, presence }))?;
            if field.name == "id" && matches!(shape, Shape::Id) {
                id = read;
            }
        }
        if is_choice {
            if seen.len() > 1 || seen.is_empty() && !unknown {
                let allowed = noun.fields.iter().map(|field| field.name).collect();
                to.add(Problem::OneKeyExpected { found: seen.len(), allowed });
            }
            return Ok(None);
        }
        for field in noun.fields {
            if field.presence == Presence::Required && !seen.contains(field.name) {
                to.within(field.name, |to| to.add(Problem::MissingField));
            }
        }
        Ok(id)
    }

    fn table<'de, A: MapAccess<'de>>(self, entry: &'static Shape, map: &mut A) -> Result<(), A::Error> {
        let to = self.to;
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !is_id(&key) {
                to.length(&key, 1, ID_MAX);
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            if seen.contains(&key) {
                map.next_value::<IgnoredAny>()?;
                to.within(&key, |to| to.add(Problem::DuplicateField));
                continue;
            }
            to.within(&key, |to| map.next_value_seed(Reading { to, shape: entry, presence: None }))?;
            seen.insert(key);
        }
        Ok(())
    }
}

/// Whether references lead into the list at this path: one of the document's own lists, or the topics of a meeting.
fn is_referred_to(path: &str) -> bool {
    let mut names = path.split('/').skip(1);
    matches!(
        (names.next(), names.next(), names.next(), names.next()),
        (Some("organizations" | "people" | "terms" | "appointments" | "meetings"), None, _, _)
            | (Some("meetings"), Some(_), Some("topics"), None)
    )
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Option<Box<str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Read<E> {
        if !matches!(self.shape, Shape::Flag) {
            self.to.wrong(self.shape, JsonKind::Boolean);
        }
        Ok(None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Read<E> {
        self.number(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Read<E> {
        self.number(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Read<E> {
        match (self.shape, serde_json::Number::from_f64(number)) {
            // Whole numbers past 64 bits come as these.
            (&Shape::Whole { min, max }, Some(found)) if number.abs() >= 9e18 => {
                self.to.add(Problem::OutOfRange { min, max, found });
            }
            _ => self.to.wrong(self.shape, JsonKind::Number),
        }
        Ok(None)
    }

    fn visit_str<E: Error>(self, text: &str) -> Read<E> {
        self.to.text(self.shape, text);
        Ok((matches!(self.shape, Shape::Id) && is_id(text)).then(|| text.into()))
    }

    fn visit_unit<E: Error>(self) -> Read<E> {
        match self.presence {
            Some(Presence::Nullable) => {}
            Some(Presence::Required | Presence::Optional) => {
                self.to.add(Problem::NullNotAllowed);
                self.to.unreadable(self.shape);
            }
            None => self.to.wrong(self.shape, JsonKind::Null),
        }
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Read<A::Error> {
        if let Shape::List(entry) = self.shape {
            if self.enters() {
                let to = &mut *self.to;
                Reading { to, ..self }.list(entry(), &mut list)?;
            }
            self.to.depth -= 1;
        } else {
            self.to.wrong(self.shape, JsonKind::Array);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Read<A::Error> {
        let mut id = None;
        match *self.shape {
            Shape::Noun(_) | Shape::Choice(_) | Shape::Table(_) => {
                if self.enters() {
                    let reading = Reading { to: &mut *self.to, ..self };
                    match *self.shape {
                        Shape::Noun(noun) | Shape::Choice(noun) => id = reading.noun(noun, &mut map)?,
                        Shape::Table(entry) => reading.table(entry(), &mut map)?,
                        _ => {}
                    }
                }
                self.to.depth -= 1;
            }
            _ => self.to.wrong(self.shape, JsonKind::Object),
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(id)
    }
}

/// Every fault of a record, found without the fast reading: for tests, which compare the two.
#[doc(hidden)]
#[must_use]
pub fn faults_of_record(text: &str) -> Vec<Fault> {
    collect(text, Record::SHAPE, record::SCHEMA)
}

/// Every fault of form of a rulebook: for tests.
#[doc(hidden)]
#[must_use]
pub fn faults_of_rulebook(text: &str) -> Vec<Fault> {
    collect(text, crate::rulebook::Document::SHAPE, "gongwei/rulebook/1.0")
}
