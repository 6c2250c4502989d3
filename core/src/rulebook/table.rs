use alloc::vec::Vec;
use core::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::order::Names;
use crate::read::{Read, Readable, Reading};
use crate::shape::{Part, Presence, Shape, Shaped};
use crate::value::Id;

/// Definitions by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T> {
    entries: Vec<(Id, T)>,
    places: Names,
}

impl<T> Table<T> {
    /// The definition under this name.
    #[must_use]
    pub fn get(&self, name: &Id) -> Option<&T> {
        let place = self.places.get(name.as_str())?;
        self.entries.get(*place).map(|(_, definition)| definition)
    }

    /// Every name with its definition, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.places.values().filter_map(|&place| self.entries.get(place)).map(|(name, definition)| (name, definition))
    }

    /// Every name, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Id> {
        self.iter().map(|(name, _)| name)
    }

    /// The definition under this name; a new one, if there is none.
    pub(crate) fn entry(&mut self, name: &Id) -> Option<&mut T>
    where
        T: Default,
    {
        let place = *self.places.entry(name.as_str().into()).or_insert(self.entries.len());
        if place == self.entries.len() {
            self.entries.push((name.clone(), T::default()));
        }
        self.entries.get_mut(place).map(|(_, definition)| definition)
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: Names::new() }
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(Table<T>);
        impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for Reader<T> {
            type Value = Table<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Table<T>, A::Error> {
                while let Some(name) = map.next_key::<Id>()? {
                    let definition = map.next_value()?;
                    if let Some(place) = self.0.entry(&name) {
                        *place = definition;
                    }
                }
                Ok(self.0)
            }
        }
        deserializer.deserialize_map(Reader(Self::default()))
    }
}

impl<T: Readable + Default + Shaped> Readable for Table<T> {
    fn read(from: &mut Reading<'_>) -> Read<Self> {
        let mut table = Self::default();
        let read = from.table(Self::SHAPE, &mut |from, name| {
            let definition = T::read(from)?;
            if let (Some(definition), Some(place)) = (definition, table.entry(&Id::from(name))) {
                *place = definition;
            }
            Ok(())
        })?;
        Ok(read.map(|()| table))
    }
}

impl<T: Shaped> Shaped for Table<T> {
    const SHAPE: &'static Shape = &Shape::Table(T::shape);
    const PRESENCE: Presence = Presence::Optional;
}

impl<T> Part for Table<T> {}
