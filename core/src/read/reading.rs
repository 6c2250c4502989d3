//! Reading a document value by value, against the shapes that should stand there.

use alloc::boxed::Box;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use core::fmt::{self, Write};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::DEPTH_MAX;
use super::collector::{Collector, is_id, known_as};
use crate::fault::{JsonKind, Problem, Unit, excerpt, nearest};
use crate::order::Names;
use crate::shape::{LIST_MAX, Noun, Presence, Shape};
use crate::value::{EXT_DEPTH, ID_MAX, depth};

/// Reads one value, whatever it is, against the shape it should have. What it gives is the id of an entry.
pub(super) struct Reading<'c> {
    pub(super) to: &'c mut Collector,
    pub(super) shape: &'static Shape,
    /// How it may be missing, if it is a field of a noun.
    pub(super) presence: Option<Presence>,
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
    fn number<E>(self, number: i64) -> Read<E> {
        match *self.shape {
            Shape::Whole { min, max } => {
                if number < i64::from(min) || number > i64::from(max) {
                    self.to.add(Problem::OutOfRange { min, max, found: number });
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
        let mut ids = Names::new();
        let mut at = 0_usize;
        let mut name = String::new();
        while at < LIST_MAX {
            name.clear();
            // Writing to a text never fails.
            let _ = write!(name, "{at}");
            let length = to.enter(&name);
            let read = list.next_element_seed(Reading { to, shape: entry, presence: None })?;
            let Some(id) = read else {
                to.leave(length);
                break;
            };
            if let Some(id) = id {
                match ids.entry(id) {
                    Entry::Vacant(place) => drop(place.insert(at)),
                    Entry::Occupied(first) => {
                        let list = to.path.get(..length).unwrap_or_default();
                        let problem = Problem::DuplicateId {
                            id: excerpt(first.key()),
                            first: alloc::format!("{list}/{}/id", first.get()).into(),
                        };
                        to.add_at("id", problem);
                    }
                }
            }
            to.leave(length);
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
            for (id, at) in ids {
                to.known.insert(known_as(&to.path, &id), at);
            }
        }
        Ok(())
    }

    fn noun<'de, A: MapAccess<'de>>(self, noun: &'static Noun, map: &mut A) -> Read<A::Error> {
        let to = self.to;
        let is_choice = matches!(self.shape, Shape::Choice(_));
        let mut id = None;
        // One bit for each field.
        let mut seen = 0_u64;
        let mut unknown = false;
        let names = || noun.fields.iter().map(|field| field.name);
        while let Some(key) = map.next_key::<String>()? {
            let Some((field, bit)) = noun.fields.iter().zip(bits()).find(|(field, _)| field.name == key) else {
                unknown = true;
                let problem = Problem::UnknownField { found: excerpt(&key), nearest: nearest(&key, &mut names()) };
                if key.is_empty() || is_id(&key) {
                    to.add_at(&key, problem);
                } else {
                    to.add(problem);
                }
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let shape = (field.shape)();
            let length = to.enter(&key);
            if seen & bit != 0 {
                map.next_value::<IgnoredAny>()?;
                to.add(Problem::DuplicateField);
                to.unreadable(shape);
            } else {
                seen |= bit;
                let presence = (!is_choice).then_some(field.presence);
                let read = map.next_value_seed(Reading { to, shape, presence })?;
                if field.name == "id" && matches!(shape, Shape::Id) {
                    id = read;
                }
            }
            to.leave(length);
        }
        if is_choice {
            let found = seen.count_ones() as usize;
            if found > 1 || found == 0 && !unknown {
                to.add(Problem::OneKeyExpected { found, allowed: names().collect() });
            }
            return Ok(None);
        }
        for (field, bit) in noun.fields.iter().zip(bits()) {
            if field.presence == Presence::Required && seen & bit == 0 {
                to.add_at(field.name, Problem::MissingField);
            }
        }
        Ok(id)
    }

    fn table<'de, A: MapAccess<'de>>(self, entry: &'static Shape, map: &mut A) -> Result<(), A::Error> {
        let to = self.to;
        let mut seen = Names::new();
        while let Some(key) = map.next_key::<String>()? {
            if !is_id(&key) {
                to.length(&key, 1, ID_MAX);
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let length = to.enter(&key);
            if seen.insert(key.into(), 0).is_some() {
                map.next_value::<IgnoredAny>()?;
                to.add(Problem::DuplicateField);
            } else {
                map.next_value_seed(Reading { to, shape: entry, presence: None })?;
            }
            to.leave(length);
        }
        Ok(())
    }
}

/// A bit for each field of a noun: none has as many as there are.
fn bits() -> impl Iterator<Item = u64> {
    (0..u64::BITS).map(|at| 1 << at)
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
        self.number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Read<E> {
        self.number(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Read<E> {
        // Whole numbers past 64 bits come as these.
        if matches!(self.shape, Shape::Whole { .. }) && number.abs() >= 9e18 {
            return self.number(if number < 0.0 { i64::MIN } else { i64::MAX });
        }
        self.to.wrong(self.shape, JsonKind::Number);
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
