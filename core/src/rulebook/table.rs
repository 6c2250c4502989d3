use alloc::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::shape::{Part, Presence, Shape, Shaped};
use crate::value::Id;

/// Definitions by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Table<T>(BTreeMap<Id, T>);

impl<T> Table<T> {
    /// The definition under this name.
    #[must_use]
    pub fn get(&self, name: &Id) -> Option<&T> {
        self.0.get(name)
    }

    /// Every name with its definition, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.0.iter()
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Shaped> Shaped for Table<T> {
    const SHAPE: &'static Shape = &Shape::Table(T::shape);
    const PRESENCE: Presence = Presence::Optional;
}

impl<T> Part for Table<T> {}
