//! Reading a document value by value, against the shapes that should stand there.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use super::DEPTH_MAX;
use super::collector::{Collector, is_id};
use super::json::{Json, Kind, Stop};
use crate::fault::{JsonKind, Problem, Unit, excerpt, nearest};
use crate::order::Names;
use crate::shape::{LIST_MAX, Noun, Part, Presence, Shape, Shaped};
use crate::value::{EXT_DEPTH, ID_MAX, Id, depth};

/// A value that was read; none where what stands there is not what should.
pub(crate) type Read<T> = Result<Option<T>, Stop>;

/// What can be read from JSON.
pub(crate) trait Readable: Sized {
    fn read(from: &mut Reading<'_>) -> Read<Self>;
}

/// A document while it is read.
pub(crate) struct Reading<'t> {
    json: Json<'t>,
    /// Where faults are gathered. Without it the reading ends at the first.
    to: Option<&'t mut Collector>,
    /// How many objects and lists it is inside.
    depth: usize,
}

impl<'t> Reading<'t> {
    pub(super) const fn new(text: &'t str, to: Option<&'t mut Collector>) -> Self {
        Self { json: Json::new(text), to, depth: 0 }
    }

    pub(super) fn document<T: Readable>(mut self) -> Read<T> {
        let read = T::read(&mut self)?;
        self.json.end()?;
        Ok(read)
    }

    /// Reads an object again, or its field of this name, from a text that is its value. False, if that cannot be.
    pub(super) fn part(mut self, part: &mut dyn Part, field: Option<&str>) -> Result<bool, Stop> {
        let read = match field {
            Some(name) => part.read_inner(name, &mut self)?,
            None => part.read_again(&mut self)?,
        };
        self.json.end()?;
        Ok(read.is_some())
    }

    /// Notes a fault at the place of the reading.
    fn add(&mut self, problem: impl FnOnce() -> Problem) -> Result<(), Stop> {
        match &mut self.to {
            Some(to) => {
                to.add(problem());
                Ok(())
            }
            None => self.json.stop(),
        }
    }

    fn enter(&mut self, key: Step<'_>) -> usize {
        self.to.as_mut().map_or(0, |to| match key {
            Step::Key(key) => to.enter(key),
            Step::Index(at) => to.enter_index(at),
        })
    }

    fn leave(&mut self, length: usize) {
        if let Some(to) = &mut self.to {
            to.leave(length);
        }
    }

    /// Passes over a value of another kind than the shape asks for.
    fn wrong<T>(&mut self, shape: &'static Shape, kind: Kind) -> Read<T> {
        let Some(to) = &mut self.to else { return self.json.stop() };
        let found = match kind {
            Kind::Object => JsonKind::Object,
            Kind::List => JsonKind::Array,
            Kind::Text => JsonKind::String,
            Kind::True | Kind::False => JsonKind::Boolean,
            Kind::Null => JsonKind::Null,
            Kind::Number if is_whole(self.json.clone().number()?) => JsonKind::Integer,
            Kind::Number => JsonKind::Number,
        };
        to.wrong(shape, found);
        self.json.skip()?;
        Ok(None)
    }

    /// Reads a text, if it can be taken.
    pub(crate) fn text<T>(&mut self, shape: &'static Shape, take: impl FnOnce(&str) -> Option<T>) -> Read<T> {
        let kind = self.json.kind()?;
        if kind != Kind::Text {
            return self.wrong(shape, kind);
        }
        let text = self.json.text()?;
        let taken = take(&text);
        match &mut self.to {
            Some(to) => to.text(shape, &text),
            None if taken.is_none() => return self.json.stop(),
            None => {}
        }
        Ok(taken)
    }

    /// Reads a word of a closed list: its place among them.
    pub(crate) fn word(&mut self, shape: &'static Shape) -> Read<usize> {
        let Shape::Word(words) = shape else { return self.json.stop() };
        self.text(shape, |text| words.words.iter().position(|&(word, _)| word == text))
    }

    pub(crate) fn whole(&mut self, shape: &'static Shape, min: u32, max: u32) -> Read<u32> {
        let kind = self.json.kind()?;
        if kind != Kind::Number {
            return self.wrong(shape, kind);
        }
        let start = self.json.clone();
        let text = self.json.number()?;
        if !is_whole(text) {
            self.json = start;
            return self.wrong(shape, kind);
        }
        // Past all bounds is past these.
        let bound = if text.starts_with('-') { i64::MIN } else { i64::MAX };
        let found = text.parse::<i64>().unwrap_or(bound);
        match u32::try_from(found) {
            Ok(number) if min <= number && number <= max => return Ok(Some(number)),
            _ => self.add(|| Problem::OutOfRange { min, max, found })?,
        }
        Ok(None)
    }

    pub(crate) fn flag(&mut self) -> Read<bool> {
        match self.json.kind()? {
            Kind::True => self.json.word("true").map(|()| Some(true)),
            Kind::False => self.json.word("false").map(|()| Some(false)),
            kind => self.wrong(&Shape::Flag, kind),
        }
    }

    /// An object of any fields, as it stands.
    pub(crate) fn free(&mut self, shape: &'static Shape) -> Read<&'t str> {
        let kind = self.json.kind()?;
        if kind != Kind::Object {
            return self.wrong(shape, kind);
        }
        let text = self.json.skip()?;
        if depth(text) > EXT_DEPTH {
            self.add(|| Problem::TooDeep { max: EXT_DEPTH })?;
            return Ok(None);
        }
        Ok(Some(text))
    }

    /// Whether `null` is next; then it is passed over.
    pub(crate) fn null(&mut self) -> Result<bool, Stop> {
        self.json.null()
    }

    /// Goes into an object or a list. False, where it cannot: then it was passed over, with its fault.
    fn opens(&mut self, shape: &'static Shape, wanted: Kind) -> Result<bool, Stop> {
        let kind = self.json.kind()?;
        if kind != wanted {
            self.wrong::<()>(shape, kind)?;
            return Ok(false);
        }
        if self.depth == DEPTH_MAX {
            self.add(|| Problem::TooDeep { max: DEPTH_MAX })?;
            self.unreadable(shape);
            self.json.skip()?;
            return Ok(false);
        }
        self.depth += 1;
        self.json.open();
        Ok(true)
    }

    fn unreadable(&mut self, shape: &'static Shape) {
        if let Some(to) = &mut self.to {
            to.unreadable(shape);
        }
    }

    pub(crate) fn list<T: Readable + Part>(&mut self, shape: &'static Shape) -> Read<Vec<T>> {
        let mut entries = Vec::new();
        let read = self.entries(shape, &mut |from| {
            let Some(entry) = T::read(from)? else { return Ok(None) };
            let id = if from.to.is_some() { entry.id().filter(|id| !id.as_str().is_empty()).cloned() } else { None };
            entries.push(entry);
            Ok(id)
        })?;
        Ok(read.map(|()| entries))
    }

    fn entries(&mut self, shape: &'static Shape, entry: &mut dyn FnMut(&mut Self) -> Read<Id>) -> Read<()> {
        if !self.opens(shape, Kind::List)? {
            return Ok(None);
        }
        let mut ids = Names::new();
        let mut at = 0;
        while self.json.next_entry(at == 0)? {
            if at >= LIST_MAX {
                self.json.skip()?;
                at += 1;
                continue;
            }
            let length = self.enter(Step::Index(at));
            if let (Some(id), Some(to)) = (entry(self)?, &mut self.to) {
                match ids.entry(id.as_str().into()) {
                    Entry::Vacant(place) => drop(place.insert(at)),
                    Entry::Occupied(first) => to.duplicate(length, first.key(), *first.get()),
                }
            }
            self.leave(length);
            at += 1;
        }
        self.depth -= 1;
        if at > LIST_MAX {
            self.add(|| Problem::TooLong { unit: Unit::Entries, max: LIST_MAX, found: at })?;
            self.unreadable(shape);
        } else if let Some(to) = &mut self.to {
            to.know(ids);
        }
        Ok(Some(()))
    }

    /// Reads the fields of an object, each by its place among those of the noun.
    pub(crate) fn noun(
        &mut self,
        shape: &'static Shape,
        noun: &'static Noun,
        read: &mut dyn FnMut(&mut Self, usize) -> Result<(), Stop>,
    ) -> Read<()> {
        if !self.opens(shape, Kind::Object)? {
            return Ok(None);
        }
        let (seen, _) = self.fields(noun, false, read)?;
        if seen & noun.required == noun.required {
            return Ok(Some(()));
        }
        for (field, bit) in noun.fields.iter().zip(bits()) {
            if noun.required & !seen & bit != 0 {
                match &mut self.to {
                    Some(to) => to.add_at(field.name, Problem::MissingField),
                    None => return self.json.stop(),
                }
            }
        }
        Ok(Some(()))
    }

    /// Reads an object of exactly one field, which says what it is.
    pub(crate) fn choice(
        &mut self,
        shape: &'static Shape,
        noun: &'static Noun,
        read: &mut dyn FnMut(&mut Self, usize) -> Result<(), Stop>,
    ) -> Read<()> {
        if !self.opens(shape, Kind::Object)? {
            return Ok(None);
        }
        let (seen, has_unknown) = self.fields(noun, true, read)?;
        let found = seen.count_ones() as usize;
        if found > 1 || found == 0 && !has_unknown {
            let allowed = noun.fields.iter().map(|field| field.name);
            self.add(|| Problem::OneKeyExpected { found, allowed: allowed.collect() })?;
            return Ok(None);
        }
        Ok((found == 1).then_some(()))
    }

    /// Which fields there were, one bit each, and whether there were unknown ones.
    fn fields(
        &mut self,
        noun: &'static Noun,
        is_choice: bool,
        read: &mut dyn FnMut(&mut Self, usize) -> Result<(), Stop>,
    ) -> Result<(u64, bool), Stop> {
        let (mut seen, mut next, mut has_unknown, mut is_first) = (0_u64, 0, false, true);
        while self.json.has_key(core::mem::take(&mut is_first))? {
            // The next field is likely to follow the last, and its name to be written without escapes.
            let rest = noun.fields.get(next..).unwrap_or_default();
            let head = self.json.head();
            let found = match rest.iter().position(|field| field.head.is(head) && self.json.is_key(field.name)) {
                Some(ahead) => Ok(next + ahead),
                None => {
                    let key = self.json.key()?;
                    noun.fields.iter().position(|field| field.name == key).ok_or(key)
                }
            };
            let at = match found {
                Ok(at) => at,
                Err(key) => {
                    has_unknown = true;
                    self.unknown(noun, key)?;
                    continue;
                }
            };
            let Some(field) = noun.fields.get(at) else { continue };
            next = at + 1;
            let length = self.enter(Step::Key(field.name));
            let bit = 1 << at;
            if seen & bit != 0 {
                self.add(|| Problem::DuplicateField)?;
                self.unreadable((field.shape)());
                self.json.skip()?;
            } else {
                seen |= bit;
                if !is_choice && field.presence != Presence::Nullable && self.null()? {
                    self.add(|| Problem::NullNotAllowed)?;
                    self.unreadable((field.shape)());
                } else {
                    read(self, at)?;
                }
            }
            self.leave(length);
        }
        self.depth -= 1;
        Ok((seen, has_unknown))
    }

    fn unknown(&mut self, noun: &'static Noun, key: Cow<'_, str>) -> Result<(), Stop> {
        let Some(to) = &mut self.to else { return self.json.stop() };
        let mut names = noun.fields.iter().map(|field| field.name);
        let problem = Problem::UnknownField { found: excerpt(&key), nearest: nearest(&key, &mut names) };
        if key.is_empty() || is_id(&key) {
            to.add_at(&key, problem);
        } else {
            to.add(problem);
        }
        self.json.skip().map(drop)
    }

    /// Reads an object of free names.
    pub(crate) fn table(
        &mut self,
        shape: &'static Shape,
        read: &mut dyn FnMut(&mut Self, &str) -> Result<(), Stop>,
    ) -> Read<()> {
        if !self.opens(shape, Kind::Object)? {
            return Ok(None);
        }
        let mut seen = Names::new();
        let mut is_first = true;
        while let Some(key) = self.json.next_key(core::mem::take(&mut is_first))? {
            if !is_id(&key) {
                match &mut self.to {
                    Some(to) => to.length(&key, 1, ID_MAX),
                    None => return self.json.stop(),
                }
                self.json.skip()?;
                continue;
            }
            let length = self.enter(Step::Key(&key));
            if seen.insert((*key).into(), 0).is_some() {
                self.add(|| Problem::DuplicateField)?;
                self.json.skip()?;
            } else {
                read(self, &key)?;
            }
            self.leave(length);
        }
        self.depth -= 1;
        Ok(Some(()))
    }
}

/// One step further down.
enum Step<'k> {
    Key(&'k str),
    Index(usize),
}

/// A bit for each field of a noun: none has as many as there are.
fn bits() -> impl Iterator<Item = u64> {
    (0..u64::BITS).map(|at| 1 << at)
}

/// Whether a number is written as a whole one.
fn is_whole(number: &str) -> bool {
    !number.contains(['.', 'e', 'E']) && number != "-0"
}

impl<T: Readable + Part + Shaped> Readable for Vec<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.list(Self::SHAPE)
    }
}

impl<T: Readable> Readable for Box<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        Ok(T::read(from)?.map(Self::new))
    }
}

impl Readable for bool {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.flag()
    }
}
