//! What a type looks like in JSON, as data.
//!
//! The nouns of the record, the rulebook and the report are declared once, with [`noun!`], [`word!`] and [`choice!`].
//! From that one declaration come the reading, with every fault and without (and serde's), and the JSON Schema. A shape
//! is never a value: it says what may stand somewhere, not what does.

#![cfg_attr(not(feature = "schema"), allow(dead_code, reason = "only schemas read names and documentation"))]

use crate::read::{Head, Read, Reading};

/// The JSON form of a type.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with these fields and no others.
    Noun(&'static Noun),
    /// One of a closed list of words.
    Word(&'static Words),
    /// An object with exactly one of these keys.
    Choice(&'static Noun),
    /// A list of entries.
    List(fn() -> &'static Shape),
    /// A text with at most so many characters, and at least so many.
    Text {
        /// Fewest characters.
        min: usize,
        /// Most characters.
        max: usize,
    },
    /// The id of an entry, unique within its list.
    Id,
    /// The id of an entry of one of the record's lists.
    Reference(Target),
    /// A calendar day, `YYYY-MM-DD`.
    Day,
    /// A whole number within these bounds, both included.
    Whole {
        /// Smallest.
        min: u32,
        /// Largest.
        max: u32,
    },
    /// `true` or `false`.
    Flag,
    /// A share such as `1/3`, in text.
    Share,
    /// A day or a month, `YYYY-MM-DD` or `YYYY-MM`.
    DayOrMonth,
    /// A day of the year, some years after another: `+1-03-31`.
    YearDay,
    /// Objects whose keys are free names and whose values all have one shape.
    Table(fn() -> &'static Shape),
    /// Anything: kept, never read.
    Free,
    /// A text of a fixed pattern that the type itself reads (used in reports only).
    Pattern(&'static str),
    /// An object of facts: the keys are [`crate::Fact`] names.
    Facts,
}

/// The list a reference points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// `/organizations`
    Organization,
    /// `/people`
    Person,
    /// `/terms`
    Term,
    /// `/appointments`
    Appointment,
    /// `/meetings`
    Meeting,
    /// The topics of the same meeting.
    Topic,
    /// An organization, a person or an appointment: what an attestation may be about.
    Subject,
}

impl Target {
    /// The field of the record (or of the meeting) that holds the list.
    #[must_use]
    pub(crate) const fn list(self) -> &'static str {
        match self {
            Self::Organization => "organizations",
            Self::Person => "people",
            Self::Term => "terms",
            Self::Appointment => "appointments",
            Self::Meeting => "meetings",
            Self::Topic => "topics",
            Self::Subject => "organizations, people, appointments",
        }
    }
}

/// An object type: its name, what it is, and its fields.
#[derive(Debug)]
pub(crate) struct Noun {
    /// The Rust name of the type.
    pub(crate) name: &'static str,
    /// Its documentation, one line of source each.
    pub(crate) doc: &'static [&'static str],
    /// Its fields, in the order of the declaration.
    pub(crate) fields: &'static [Field],
    /// Which of them must be there, one bit each.
    pub(crate) required: u64,
}

impl Noun {
    /// Where the field of this name stands.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// Which fields must be there, one bit each.
pub(crate) const fn required(presences: &[Presence]) -> u64 {
    let (mut required, mut bit, mut rest) = (0, 1, presences);
    while let [presence, after @ ..] = rest {
        if matches!(presence, Presence::Required) {
            required |= bit;
        }
        (bit, rest) = (bit << 1, after);
    }
    required
}

/// A field of an object type.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name in JSON.
    pub(crate) name: &'static str,
    /// How its name begins.
    pub(crate) head: Head,
    /// Its documentation.
    pub(crate) doc: &'static [&'static str],
    /// What may stand there.
    pub(crate) shape: fn() -> &'static Shape,
    /// Whether it may be left out, and whether it may be `null`.
    pub(crate) presence: Presence,
}

/// A closed list of words.
#[derive(Debug)]
pub(crate) struct Words {
    /// The Rust name of the type.
    pub(crate) name: &'static str,
    /// Its documentation.
    pub(crate) doc: &'static [&'static str],
    /// Each word in JSON, with its documentation.
    pub(crate) words: &'static [(&'static str, &'static [&'static str])],
}

/// Whether a field may be left out or `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must be there.
    Required,
    /// It may be left out: then it is not known (or has its default).
    Optional,
    /// It may be left out, and `null` says that there is none.
    Nullable,
}

/// A type with a JSON form.
pub(crate) trait Shaped {
    /// That form.
    const SHAPE: &'static Shape;
    /// How a field of this type may be missing.
    const PRESENCE: Presence = Presence::Required;

    /// The form, as a function: statics that refer to each other need one.
    #[must_use]
    fn shape() -> &'static Shape {
        Self::SHAPE
    }
}

impl Shaped for bool {
    const SHAPE: &'static Shape = &Shape::Flag;
}

impl<T: Shaped> Shaped for alloc::vec::Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::shape);
    const PRESENCE: Presence = Presence::Optional;
}

impl<T: Shaped> Shaped for [T] {
    const SHAPE: &'static Shape = &Shape::List(T::shape);
    const PRESENCE: Presence = Presence::Optional;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const PRESENCE: Presence = Presence::Optional;
}

impl<T: Shaped + ?Sized> Shaped for &T {
    const SHAPE: &'static Shape = T::SHAPE;
    const PRESENCE: Presence = T::PRESENCE;
}

impl Shaped for alloc::string::String {
    const SHAPE: &'static Shape = &Shape::Text { min: 0, max: usize::MAX };
}

impl<T: Shaped> Shaped for alloc::boxed::Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

/// How many bytes [`camel`] makes of a name.
pub(crate) const fn camel_len(name: &str) -> usize {
    let mut rest = name.as_bytes();
    let mut length = 0;
    while let [byte, after @ ..] = rest {
        length += (*byte != b'_') as usize;
        rest = after;
    }
    length
}

/// `snake_case` or `CamelCase` turned into JSON's `camelCase`.
#[expect(clippy::indexing_slicing, reason = "it runs while compiling")]
pub(crate) const fn camel<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let mut rest = name.as_bytes();
    let mut out = [0; LENGTH];
    let (mut at, mut up) = (0, false);
    while let [byte, after @ ..] = rest {
        if *byte == b'_' {
            up = true;
        } else {
            out[at] = if at == 0 {
                byte.to_ascii_lowercase()
            } else if up {
                byte.to_ascii_uppercase()
            } else {
                *byte
            };
            at += 1;
            up = false;
        }
        rest = after;
    }
    out
}

/// The Rust name of a field or a variant, without the mark that makes a keyword a name.
pub(crate) const fn plain(name: &str) -> &str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match core::str::from_utf8(rest) {
            Ok(rest) => rest,
            Err(_) => name,
        },
        _ => name,
    }
}

/// The name in JSON of a field or a variant.
macro_rules! json_name {
    ($name:ident) => {{
        const NAME: &str = crate::shape::plain(stringify!($name));
        const BYTES: [u8; crate::shape::camel_len(NAME)] = crate::shape::camel(NAME);
        match core::str::from_utf8(&BYTES) {
            Ok(name) => name,
            Err(_) => NAME,
        }
    }};
}

/// Documentation as data. It is left out of modules that never show it.
#[cfg(feature = "schema")]
macro_rules! documentation {
    ($($line:literal)*) => { &[$($line),*] };
}
#[cfg(not(feature = "schema"))]
macro_rules! documentation {
    ($($line:literal)*) => {
        &[]
    };
}

/// Reads the key of an object: which field it is of the noun.
///
/// Unlike what serde derives, the reading of a noun accepts no list in place of an object.
pub(crate) struct Key {
    /// The noun.
    pub(crate) noun: &'static Noun,
    /// Which fields were read, one bit each.
    pub(crate) seen: u64,
    /// The field read last: the next one is likely to follow it.
    pub(crate) last: usize,
}

impl<'de> serde::de::DeserializeSeed<'de> for &mut Key {
    type Value = usize;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl serde::de::Visitor<'_> for &mut Key {
    type Value = usize;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<usize, E> {
        let (before, after) = self.noun.fields.split_at_checked(self.last).unwrap_or_default();
        let at = match after.iter().position(|field| field.name == key) {
            Some(at) => self.last + at,
            None => before
                .iter()
                .position(|field| field.name == key)
                .ok_or_else(|| E::custom(format_args!("unknown field `{key}`")))?,
        };
        let bit = 1_u64.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or_default();
        if self.seen & bit != 0 {
            return Err(E::custom(format_args!("duplicate field `{key}`")));
        }
        self.seen |= bit;
        self.last = at;
        Ok(at)
    }
}

/// Declares an object type of the JSON documents: its struct, its typed reading and writing, and its shape.
macro_rules! noun {
    ($(#[doc = $doc:literal])* pub struct $name:ident { $( $(#[doc = $fdoc:literal])* $field:ident : $kind:ty ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $( $(#[doc = $fdoc])*
               #[serde(skip_serializing_if = "crate::shape::Part::is_left_out")]
               pub $field: $kind, )*
        }

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Noun(&crate::shape::Noun {
                name: stringify!($name),
                doc: crate::shape::documentation!($($doc)*),
                fields: &[$(crate::shape::Field {
                    name: crate::shape::json_name!($field),
                    head: const { crate::read::Head::of(crate::shape::json_name!($field)) },
                    doc: crate::shape::documentation!($($fdoc)*),
                    shape: <$kind as crate::shape::Shaped>::shape,
                    presence: <$kind as crate::shape::Shaped>::PRESENCE,
                }),*],
                required: const { crate::shape::required(&[$(<$kind as crate::shape::Shaped>::PRESENCE),*]) },
            });
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = $name;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("an object")
                    }

                    #[allow(unused_mut, unused_variables, unused_assignments, reason = "a noun may have no fields")]
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        const NOUN: &crate::shape::Noun = crate::shape::noun_of(<$name as crate::shape::Shaped>::SHAPE);
                        let mut noun = $name::default();
                        let mut key = crate::shape::Key { noun: NOUN, seen: 0, last: 0 };
                        while let Some(at) = map.next_key_seed(&mut key)? {
                            let mut field = 0;
                            $(
                                if at == field {
                                    noun.$field = map.next_value()?;
                                    continue;
                                }
                                field += 1;
                            )*
                        }
                        Ok(noun)
                    }
                }
                deserializer.deserialize_map(Reader)
            }
        }

        impl crate::read::Readable for $name {
            #[allow(unused_mut, unused_variables, unused_assignments, reason = "a noun may have no fields")]
            fn read(from: &mut crate::read::Reading<'_>) -> crate::read::Read<Self> {
                let shape = <Self as crate::shape::Shaped>::SHAPE;
                let mut noun = Self::default();
                let read = from.noun(shape, crate::shape::noun_of(shape), &mut |from, at| {
                    noun.read_field(at, from)
                })?;
                Ok(read.map(|()| noun))
            }
        }

        impl $name {
            /// Reads the field at this place among those of the noun.
            #[allow(unused_mut, unused_variables, unused_assignments, reason = "a noun may have no fields")]
            fn read_field(&mut self, at: usize, from: &mut crate::read::Reading<'_>) -> Result<(), crate::read::Stop> {
                let mut field = 0;
                $(
                    if at == field {
                        if let Some(value) = crate::read::Readable::read(from)? {
                            self.$field = value;
                        }
                        return Ok(());
                    }
                    field += 1;
                )*
                Ok(())
            }
        }

        impl crate::shape::Part for $name {
            fn id(&self) -> Option<&crate::value::Id> {
                $(crate::shape::id_of!($field self);)*
                None
            }

            fn settle(&mut self, places: &crate::record::Places) -> bool {
                let _ = places;
                true $(&& crate::shape::Part::settle(&mut self.$field, places))*
            }

            #[allow(unused_mut, unused_variables, unused_assignments, reason = "a noun may have no fields")]
            fn inner(&mut self, token: &str) -> Option<&mut dyn crate::shape::Part> {
                let at = crate::shape::noun_of(<Self as crate::shape::Shaped>::SHAPE).place(token)?;
                let mut field = 0;
                $(
                    if at == field {
                        return self.$field.part();
                    }
                    field += 1;
                )*
                None
            }

            fn part(&mut self) -> Option<&mut dyn crate::shape::Part> {
                Some(self)
            }

            fn read_again(&mut self, from: &mut crate::read::Reading<'_>) -> crate::read::Read<()> {
                Ok(<Self as crate::read::Readable>::read(from)?.map(|noun| *self = noun))
            }

            fn read_inner(&mut self, token: &str, from: &mut crate::read::Reading<'_>) -> crate::read::Read<()> {
                let noun = crate::shape::noun_of(<Self as crate::shape::Shaped>::SHAPE);
                noun.place(token).map(|at| self.read_field(at, from)).transpose()
            }
        }
    };
}

/// Declares an object type that is only ever written: a part of a report.
macro_rules! told {
    ($(#[doc = $doc:literal])* struct $name:ident<'a> { $( $(#[doc = $fdoc:literal])* $field:ident : $kind:ty ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct $name<'a> {
            $( $(#[doc = $fdoc])*
               #[serde(skip_serializing_if = "crate::shape::Part::is_left_out")]
               $field: $kind, )*
        }

        impl<'a> crate::shape::Shaped for $name<'a> {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Noun(&crate::shape::Noun {
                name: stringify!($name),
                doc: crate::shape::documentation!($($doc)*),
                fields: &[$(crate::shape::Field {
                    name: crate::shape::json_name!($field),
                    head: const { crate::read::Head::of(crate::shape::json_name!($field)) },
                    doc: crate::shape::documentation!($($fdoc)*),
                    shape: <$kind as crate::shape::Shaped>::shape,
                    presence: <$kind as crate::shape::Shaped>::PRESENCE,
                }),*],
                required: const { crate::shape::required(&[$(<$kind as crate::shape::Shaped>::PRESENCE),*]) },
            });
        }

        impl crate::shape::Part for $name<'_> {}
    };
}

/// Declares a closed list of words.
macro_rules! word {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[doc = $vdoc:literal])* $variant:ident = $text:literal ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $( $(#[doc = $vdoc])* #[serde(rename = $text)] $variant, )*
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as it stands in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        /// The first word: it stands in for one left out until the reading refuses that.
        impl Default for $name {
            fn default() -> Self {
                const FIRST: $name = match $name::ALL { [first, ..] => *first, [] => unreachable!() };
                FIRST
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl serde::de::Visitor<'_> for Reader {
                    type Value = $name;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("a word of the list")
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        match text {
                            $($text => Ok($name::$variant),)*
                            _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
                        }
                    }
                }
                deserializer.deserialize_str(Reader)
            }
        }

        impl crate::read::Readable for $name {
            fn read(from: &mut crate::read::Reading<'_>) -> crate::read::Read<Self> {
                let place = from.word(<Self as crate::shape::Shaped>::SHAPE)?;
                Ok(place.and_then(|place| Self::ALL.get(place).copied()))
            }
        }

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Word(&crate::shape::Words {
                name: stringify!($name),
                doc: crate::shape::documentation!($($doc)*),
                words: &[$(($text, crate::shape::documentation!($($vdoc)*))),*],
            });
        }

        impl crate::shape::Part for $name {}
    };
}

/// Declares a choice: an object with exactly one key, which says what the value under it is.
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[doc = $vdoc:literal])* $variant:ident($kind:ty) ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum $name {
            $( $(#[doc = $vdoc])* $variant($kind), )*
        }

        impl $name {
            /// The key that says which it is, as it stands in JSON.
            #[must_use]
            pub const fn key(&self) -> &'static str {
                match self { $(Self::$variant(_) => crate::shape::json_name!($variant)),* }
            }
        }

        impl crate::read::Readable for $name {
            fn read(from: &mut crate::read::Reading<'_>) -> crate::read::Read<Self> {
                let shape = <Self as crate::shape::Shaped>::SHAPE;
                let mut choice = None;
                let read = from.choice(shape, crate::shape::noun_of(shape), &mut |from, at| {
                    let mut field = 0;
                    $(
                        if at == field {
                            choice = <$kind as crate::read::Readable>::read(from)?.map(Self::$variant);
                            return Ok(());
                        }
                        field += 1;
                    )*
                    let _ = field;
                    Ok(())
                })?;
                Ok(read.and(choice))
            }
        }

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Choice(&crate::shape::Noun {
                name: stringify!($name),
                doc: crate::shape::documentation!($($doc)*),
                fields: &[$(crate::shape::Field {
                    name: crate::shape::json_name!($variant),
                    head: const { crate::read::Head::of(crate::shape::json_name!($variant)) },
                    doc: crate::shape::documentation!($($vdoc)*),
                    shape: <$kind as crate::shape::Shaped>::shape,
                    presence: crate::shape::Presence::Optional,
                }),*],
                required: 0,
            });
        }

        impl crate::shape::Part for $name {}
    };
}

/// Returns the field `id` of a noun from its `Part::id`; other fields do nothing.
macro_rules! id_of {
    (id $noun:ident) => {
        if true {
            return Some(&$noun.id);
        }
    };
    ($field:ident $noun:ident) => {};
}

pub(crate) use {choice, documentation, id_of, json_name, noun, told, word};

/// The noun of a noun's shape, or of a choice's.
pub(crate) const fn noun_of(shape: &'static Shape) -> &'static Noun {
    match shape {
        Shape::Noun(noun) | Shape::Choice(noun) => noun,
        _ => &Noun { name: "", doc: &[], fields: &[], required: 0 },
    }
}

/// What the parts of a document do alike, whatever they are.
pub(crate) trait Part {
    /// Whether it is left out when its object is written. `null` and empty entries are written.
    fn is_left_out(&self) -> bool {
        false
    }

    /// Its id, if it is an entry of a list.
    fn id(&self) -> Option<&crate::value::Id> {
        None
    }

    /// Makes every reference in it lead to its entry. False if one leads nowhere, if an id is missing or stands twice
    /// in its list, or if a list is over-long: then a reading that collects the faults says what and where.
    fn settle(&mut self, _places: &crate::record::Places) -> bool {
        true
    }

    /// It, if there are objects in it.
    fn part(&mut self) -> Option<&mut dyn Part> {
        None
    }

    /// What stands under this name in an object, or at this number in a list, if there are objects in it.
    fn inner(&mut self, _token: &str) -> Option<&mut dyn Part> {
        None
    }

    /// Reads it in the place of what it is, if it is an object with fields.
    fn read_again(&mut self, _from: &mut Reading<'_>) -> Read<()> {
        Ok(None)
    }

    /// Reads the field of this name in an object. Nothing, if it has none.
    fn read_inner(&mut self, _token: &str, _from: &mut Reading<'_>) -> Read<()> {
        Ok(None)
    }
}

impl Part for bool {}
impl Part for alloc::string::String {}

impl<T: Part + ?Sized> Part for &T {
    fn is_left_out(&self) -> bool {
        T::is_left_out(self)
    }
}

impl<T: Part> Part for Option<T> {
    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<T: Part> Part for [T] {
    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

/// The longest list, in entries.
pub(crate) const LIST_MAX: usize = 30_000;

impl<T: Part> Part for alloc::vec::Vec<T> {
    fn is_left_out(&self) -> bool {
        self.is_empty()
    }

    fn part(&mut self) -> Option<&mut dyn Part> {
        // Of what has no objects in it there is no list of objects.
        self.first_mut()?.part()?;
        Some(self)
    }

    fn inner(&mut self, token: &str) -> Option<&mut dyn Part> {
        self.get_mut(token.parse::<usize>().ok()?)?.part()
    }

    fn settle(&mut self, places: &crate::record::Places) -> bool {
        self.len() <= LIST_MAX && self.iter_mut().all(|entry| entry.settle(places)) && are_distinct(self)
    }
}

fn are_distinct<T: Part>(entries: &[T]) -> bool {
    // Most lists are short, and comparing each with each needs no memory. Entries without ids end it at once.
    if entries.len() <= 8 || entries.first().and_then(Part::id).is_none() {
        let mut rest = entries.iter();
        while let Some(id) = rest.next().and_then(Part::id) {
            if rest.clone().any(|other| other.id() == Some(id)) {
                return false;
            }
        }
        return true;
    }
    crate::record::are_distinct(entries.iter().map(Part::id))
}

impl<T: Part> Part for alloc::boxed::Box<T> {}
