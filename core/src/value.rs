//! The small values that fields are made of. Each can only hold what is valid.

use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::read::{Read, Readable, Reading};
use crate::record::Places;
use crate::shape::{Part, Presence, Shape, Shaped, Target};

/// A field that may be left out; left out, it is not known. `null` is no value of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Maybe<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field is there.
    Given(T),
}

impl<T> Maybe<T> {
    /// The value, if the field is there.
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Absent => None,
            Self::Given(value) => Some(value),
        }
    }
}

impl<T> Maybe<T> {
    /// The value, if the field is there, to be changed.
    pub(crate) const fn given_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Absent => None,
            Self::Given(value) => Some(value),
        }
    }
}

impl<T> Maybe<T> {
    /// This one or, where it is not there, the other.
    pub(crate) fn or(self, other: Self) -> Self {
        match self {
            Self::Absent => other,
            given @ Self::Given(_) => given,
        }
    }
}

impl<T: Copy> Maybe<T> {
    /// A copy of the value, if the field is there.
    pub const fn get(&self) -> Option<T> {
        match self {
            Self::Absent => None,
            Self::Given(value) => Some(*value),
        }
    }
}

impl<T: Readable> Readable for Maybe<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        Ok(T::read(from)?.map(Self::Given))
    }
}

impl<T: Shaped> Shaped for Maybe<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const PRESENCE: Presence = Presence::Optional;
}

impl<T: Part> Part for Maybe<T> {
    fn is_left_out(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn settle(&mut self, places: &Places) -> bool {
        match self {
            Self::Absent => true,
            Self::Given(value) => value.settle(places),
        }
    }

    fn part(&mut self) -> Option<&mut dyn Part> {
        self.given_mut()?.part()
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Given(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::Given)
    }
}

/// A field that may be left out, and in which `null` says that there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nullable<T> {
    /// The field is not there: not known.
    #[default]
    Absent,
    /// The field says that there is none.
    Null,
    /// The field is there.
    Given(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Given(value) => Some(value),
        }
    }
}

impl<T> Nullable<T> {
    /// The value, if there is one, to be changed.
    pub(crate) const fn given_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Given(value) => Some(value),
        }
    }
}

impl<T: Copy> Nullable<T> {
    /// A copy of the value, if there is one.
    pub const fn get(&self) -> Option<T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Given(value) => Some(*value),
        }
    }
}

impl<T> Nullable<alloc::vec::Vec<T>> {
    /// The entries: `None` where the field is absent, none of them where it is `null`.
    pub fn entries(&self) -> Option<&[T]> {
        match self {
            Self::Absent => None,
            Self::Null => Some(&[]),
            Self::Given(entries) => Some(entries),
        }
    }
}

impl<T: Readable> Readable for Nullable<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        if from.null()? {
            return Ok(Some(Self::Null));
        }
        Ok(T::read(from)?.map(Self::Given))
    }
}

impl<T: Shaped> Shaped for Nullable<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const PRESENCE: Presence = Presence::Nullable;
}

impl<T: Part> Part for Nullable<T> {
    fn is_left_out(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn settle(&mut self, places: &Places) -> bool {
        match self {
            Self::Absent | Self::Null => true,
            Self::Given(value) => value.settle(places),
        }
    }

    fn part(&mut self) -> Option<&mut dyn Part> {
        self.given_mut()?.part()
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Given(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Given))
    }
}

/// An inner list: complete once given; `null` and `[]` both say that there is nothing in it.
pub type Listed<T> = Nullable<alloc::vec::Vec<T>>;

/// The longest id, in characters.
pub(crate) const ID_MAX: usize = 64;

/// The id of an entry, chosen by the caller: 1 to 64 characters, unique within its list.
///
/// Cloning is cheap: reports carry ids, and the text is shared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A number that is the same for equal ids and seldom the same for others.
    pub(crate) fn mark(&self) -> u64 {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        self.0.as_bytes().chunks(8).fold(self.0.len() as u64, |mark, part| {
            let word = match part.first_chunk() {
                Some(eight) => u64::from_le_bytes(*eight),
                None => part.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
            };
            let mixed = (mark ^ word).wrapping_mul(FACTOR);
            (mixed ^ mixed >> 32).wrapping_mul(FACTOR)
        })
    }
}

impl Default for Id {
    fn default() -> Self {
        Self(Arc::from(""))
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Whether a text has so many characters.
fn fits(text: &str, min: usize, max: usize) -> bool {
    // A character takes at least one byte: most texts need no counting.
    text.len() >= min && (text.len() <= max || text.chars().count() <= max)
}

/// Reads a text whose length in characters lies within bounds.
struct TextReader<T> {
    min: usize,
    max: usize,
    made: PhantomData<T>,
}

impl<T: for<'a> From<&'a str>> Visitor<'_> for TextReader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a text of {} to {} characters", self.min, self.max)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        if fits(text, self.min, self.max) {
            Ok(T::from(text))
        } else {
            Err(E::invalid_length(text.chars().count(), &self))
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextReader { min: 1, max: ID_MAX, made: PhantomData })
    }
}

impl Readable for Id {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| fits(text, 1, ID_MAX).then(|| Self::from(text)))
    }
}

impl Shaped for Id {
    const SHAPE: &'static Shape = &Shape::Id;
}

impl Part for Id {
    fn settle(&mut self, _places: &Places) -> bool {
        !self.0.is_empty()
    }
}

/// A text of at most `MAX` characters, kept as typed; it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<const MAX: usize>(alloc::boxed::Box<str>);

impl<const MAX: usize> Text<MAX> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has nothing to read.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.chars().all(char::is_whitespace)
    }
}

impl<const MAX: usize> From<&str> for Text<MAX> {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl<const MAX: usize> Serialize for Text<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextReader { min: 0, max: MAX, made: PhantomData })
    }
}

impl<const MAX: usize> Readable for Text<MAX> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| fits(text, 0, MAX).then(|| Self::from(text)))
    }
}

impl<const MAX: usize> Shaped for Text<MAX> {
    const SHAPE: &'static Shape = &Shape::Text { min: 0, max: MAX };
}

impl<const MAX: usize> Part for Text<MAX> {}

/// A name or a short text.
pub type Name = Text<200>;

/// A longer text.
pub type Prose = Text<4000>;

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole<const MIN: u32, const MAX: u32>(u32);

impl<const MIN: u32, const MAX: u32> Whole<MIN, MAX> {
    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The number, if it lies within the bounds.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        if MIN <= number && number <= MAX { Some(Self(number)) } else { None }
    }
}

/// The smallest: it stands in for one left out until the reading refuses that.
impl<const MIN: u32, const MAX: u32> Default for Whole<MIN, MAX> {
    fn default() -> Self {
        Self(MIN)
    }
}

impl<const MIN: u32, const MAX: u32> Serialize for Whole<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

impl<'de, const MIN: u32, const MAX: u32> Deserialize<'de> for Whole<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        Self::new(number)
            .ok_or_else(|| D::Error::invalid_value(Unexpected::Unsigned(number.into()), &"a number within its bounds"))
    }
}

impl<const MIN: u32, const MAX: u32> Readable for Whole<MIN, MAX> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        Ok(from.whole(Self::SHAPE, MIN, MAX)?.map(Self))
    }
}

impl<const MIN: u32, const MAX: u32> Shaped for Whole<MIN, MAX> {
    const SHAPE: &'static Shape = &Shape::Whole { min: MIN, max: MAX };
}

impl<const MIN: u32, const MAX: u32> Part for Whole<MIN, MAX> {}

/// How many.
pub type Count = Whole<0, 100_000>;

/// How many there are in an area.
pub type Amount = Whole<0, 100_000_000>;

/// A calendar year.
pub type Year = Whole<1900, 2199>;

/// A kind of entry that others refer to.
pub(crate) trait Referable {
    /// The list it stands in.
    const TARGET: Target;
}

/// A reference to an entry of another list, by id.
///
/// Reading a record refuses references that lead nowhere, and remembers the place of the entry, so that checking need
/// not search for it again.
pub struct Ref<T> {
    id: Id,
    at: u32,
    to: PhantomData<fn() -> T>,
}

/// The place of a reference that leads nowhere.
const NOWHERE: u32 = u32::MAX;

impl<T> Ref<T> {
    /// The id referred to.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// The place of the entry in its list, if it is there.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        (self.at != NOWHERE).then_some(self.at as usize)
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), at: self.at, to: PhantomData }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<T> Default for Ref<T> {
    fn default() -> Self {
        Self { id: Id::default(), at: NOWHERE, to: PhantomData }
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "→{:?}", self.id)
    }
}

impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Id::deserialize(deserializer).map(|id| Self { id, at: NOWHERE, to: PhantomData })
    }
}

impl<T: Referable> Readable for Ref<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        let id = from.text(Self::SHAPE, |text| fits(text, 1, ID_MAX).then(|| Id::from(text)))?;
        Ok(id.map(|id| Self { id, at: NOWHERE, to: PhantomData }))
    }
}

impl<T: Referable> Shaped for Ref<T> {
    const SHAPE: &'static Shape = &Shape::Reference(T::TARGET);
}

impl<T: Referable> Part for Ref<T> {
    fn settle(&mut self, places: &Places) -> bool {
        let at = places.find(T::TARGET, &self.id);
        self.at = at.unwrap_or(NOWHERE);
        at.is_some()
    }
}

/// A share of a whole, such as `1/3`: compared in whole numbers, never rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    part: u32,
    whole: u32,
}

impl Share {
    /// A share with a denominator from 1 to 1,000 and a numerator no larger.
    #[must_use]
    pub const fn new(part: u32, whole: u32) -> Option<Self> {
        if 0 < whole && whole <= 1000 && part <= whole { Some(Self { part, whole }) } else { None }
    }

    /// Whether `count` of `among` is at least this share.
    #[must_use]
    pub const fn is_reached(self, count: u32, among: u32) -> bool {
        count as u64 * self.whole as u64 >= among as u64 * self.part as u64
    }

    /// Whether `count` of `among` is more than this share.
    #[must_use]
    pub const fn is_passed(self, count: u32, among: u32) -> bool {
        count as u64 * self.whole as u64 > among as u64 * self.part as u64
    }

    /// Whether it is no smaller than another.
    #[must_use]
    pub(crate) const fn is_at_least(self, other: Self) -> bool {
        other.is_reached(self.part, self.whole)
    }

    /// The fewest that are at least this share of `among`.
    #[must_use]
    pub const fn fewest(self, among: u32) -> u32 {
        #[expect(clippy::cast_possible_truncation, reason = "the part is at most the whole")]
        let fewest = (among as u64 * self.part as u64).div_ceil(self.whole as u64) as u32;
        fewest
    }
}

impl Share {
    /// The most that are at most this share of `among`.
    #[must_use]
    pub const fn most(self, among: u32) -> u32 {
        #[expect(clippy::cast_possible_truncation, reason = "the part is at most the whole")]
        let most = (among as u64 * self.part as u64 / self.whole as u64) as u32;
        most
    }
}

impl Default for Share {
    fn default() -> Self {
        Self { part: 1, whole: 1 }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

/// A text that is no [`Share`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a share such as 1/3, with a denominator from 1 to 1000 and a numerator no larger")]
pub struct NotAShare;

impl core::str::FromStr for Share {
    type Err = NotAShare;

    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let (part, whole) = text.split_once('/').ok_or(NotAShare)?;
        let number = |digits: &str| {
            (digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| digits.parse().ok())
                .flatten()
                .ok_or(NotAShare)
        };
        Self::new(number(part)?, number(whole)?).ok_or(NotAShare)
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        alloc::string::String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Readable for Share {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        from.text(Self::SHAPE, |text| text.parse().ok())
    }
}

impl Shaped for Share {
    const SHAPE: &'static Shape = &Shape::Share;
}

impl Part for Share {}

/// How deep a platform's own fields may be nested.
pub(crate) const EXT_DEPTH: usize = 32;

/// A platform's own fields: any JSON object, kept letter by letter and never read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ext(alloc::boxed::Box<str>);

impl Ext {
    /// The JSON text as it stood.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Ext {
    fn default() -> Self {
        Self("{}".into())
    }
}

/// How deep the JSON text is nested. The text must be well-formed.
pub(crate) fn depth(json: &str) -> usize {
    let (mut deepest, mut level, mut inside, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => {
                level += 1;
                deepest = deepest.max(level);
            }
            b'}' | b']' if !inside => level = level.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

impl Serialize for Ext {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::value::RawValue::from_string(self.0.as_ref().into())
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Ext {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&serde_json::value::RawValue>::deserialize(deserializer)?;
        if !raw.get().starts_with('{') || depth(raw.get()) > EXT_DEPTH {
            return Err(D::Error::custom("not an object, or nested too deep"));
        }
        Ok(Self(raw.get().into()))
    }
}

impl Readable for Ext {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        Ok(from.free(Self::SHAPE)?.map(|text| Self(text.into())))
    }
}

impl Shaped for Ext {
    const SHAPE: &'static Shape = &Shape::Free;
}

impl Part for Ext {}
