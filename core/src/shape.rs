//! What a type looks like in JSON, as data.
//!
//! The nouns of the record, the rulebook and the report are declared once, with [`noun!`], [`word!`] and [`choice!`].
//! From that one declaration come the typed reading (serde), the reading that collects every fault, and the JSON
//! Schema. A shape is never a value: it says what may stand somewhere, not what does.

/// The JSON form of a type.
#[derive(Debug)]
pub enum Shape {
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
pub enum Target {
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
    pub const fn list(self) -> &'static str {
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
pub struct Noun {
    /// The Rust name of the type.
    pub name: &'static str,
    /// Its documentation, one line of source each.
    pub doc: &'static [&'static str],
    /// Its fields, in the order of the declaration.
    pub fields: &'static [Field],
}

/// A field of an object type.
#[derive(Debug)]
pub struct Field {
    /// The Rust name, in snake case; JSON has it in camel case.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static [&'static str],
    /// What may stand there.
    pub shape: fn() -> &'static Shape,
    /// Whether it may be left out, and whether it may be `null`.
    pub presence: Presence,
}

/// A closed list of words.
#[derive(Debug)]
pub struct Words {
    /// The Rust name of the type.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static [&'static str],
    /// Each word in JSON, with its documentation.
    pub words: &'static [(&'static str, &'static [&'static str])],
}

/// Whether a field may be left out or `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It may be left out: then it is not known (or has its default).
    Optional,
    /// It may be left out, and `null` says that there is none.
    Nullable,
}

/// A type with a JSON form.
pub trait Shaped {
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

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const PRESENCE: Presence = Presence::Optional;
}

impl<T: Shaped> Shaped for alloc::boxed::Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

/// `snake_case` or `CamelCase` read as JSON's `camelCase`, letter by letter.
pub fn camel(name: &str) -> impl Iterator<Item = char> + '_ {
    let mut up = false;
    name.chars().enumerate().filter_map(move |(at, letter)| {
        if letter == '_' {
            up = true;
            return None;
        }
        let out = if at == 0 {
            letter.to_ascii_lowercase()
        } else if core::mem::take(&mut up) {
            letter.to_ascii_uppercase()
        } else {
            letter
        };
        Some(out)
    })
}

impl Field {
    /// The name in JSON.
    #[must_use]
    pub fn json_name(&self) -> alloc::string::String {
        camel(self.name).collect()
    }

    /// Whether `key` is this field's name in JSON.
    #[must_use]
    pub fn is(&self, key: &str) -> bool {
        camel(self.name).eq(key.chars())
    }
}

/// Declares an object type of the JSON documents: its struct, its typed reading and writing, and its shape.
macro_rules! noun {
    ($(#[doc = $doc:literal])* pub struct $name:ident { $( $(#[doc = $fdoc:literal])* $field:ident : $kind:ty ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        pub struct $name {
            $( $(#[doc = $fdoc])*
               #[serde(skip_serializing_if = "crate::shape::Part::is_left_out")]
               pub $field: $kind, )*
        }

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Noun(&crate::shape::Noun {
                name: stringify!($name),
                doc: &[$($doc),*],
                fields: &[$(crate::shape::Field {
                    name: stringify!($field),
                    doc: &[$($fdoc),*],
                    shape: <$kind as crate::shape::Shaped>::shape,
                    presence: <$kind as crate::shape::Shaped>::PRESENCE,
                }),*],
            });
        }

        impl crate::shape::Part for $name {
            fn id(&self) -> Option<&crate::value::Id> {
                $(crate::shape::id_of!($field self);)*
                None
            }

            fn settle(&mut self, places: &crate::record::Places) -> bool {
                true $(&& crate::shape::Part::settle(&mut self.$field, places))*
            }
        }
    };
}

/// Declares a closed list of words.
macro_rules! word {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[doc = $vdoc:literal])* $variant:ident = $text:literal ),* $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Word(&crate::shape::Words {
                name: stringify!($name),
                doc: &[$($doc),*],
                words: &[$(($text, &[$($vdoc),*])),*],
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

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Choice(&crate::shape::Noun {
                name: stringify!($name),
                doc: &[$($doc),*],
                fields: &[$(crate::shape::Field {
                    name: stringify!($variant),
                    doc: &[$($vdoc),*],
                    shape: <$kind as crate::shape::Shaped>::shape,
                    presence: crate::shape::Presence::Optional,
                }),*],
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

pub(crate) use {choice, id_of, noun, word};

/// What the parts of a document do alike, whatever they are.
pub trait Part {
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
}

impl Part for bool {}

impl<T: Part> Part for Option<T> {
    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

/// The longest list, in entries.
pub const LIST_MAX: usize = 30_000;

impl<T: Part> Part for alloc::vec::Vec<T> {
    fn is_left_out(&self) -> bool {
        self.is_empty()
    }

    fn settle(&mut self, places: &crate::record::Places) -> bool {
        self.len() <= LIST_MAX && self.iter_mut().all(|entry| entry.settle(places)) && are_distinct(self)
    }
}

fn are_distinct<T: Part>(entries: &[T]) -> bool {
    // Most lists are short, and comparing each with each needs no memory.
    if entries.len() <= 12 {
        let mut rest = entries.iter();
        while let Some(id) = rest.next().and_then(Part::id) {
            if rest.clone().any(|other| other.id() == Some(id)) {
                return false;
            }
        }
        return true;
    }
    let mut ids: alloc::vec::Vec<_> = entries.iter().filter_map(Part::id).collect();
    ids.sort_unstable();
    ids.windows(2).all(|pair| !matches!(pair, [a, b] if a == b))
}

impl<T: Part> Part for alloc::boxed::Box<T> {}
