//! To which of the things judged a norm does not apply, by its conditions.

use alloc::vec::Vec;

use super::instance::{Instance, holds};
use super::marks::Marks;
use super::truth::Truth;
use super::units::join;
use super::view::View;
use crate::path::Path;
use crate::rulebook::Condition;

/// The things of which a condition does not hold, by their places: of most it does.
pub(super) struct Exceptions {
    not: Marks,
    /// Those of which it may hold, each with what would tell.
    unknown: Vec<(usize, Vec<Path>)>,
}

impl Exceptions {
    pub(super) fn of<'i, 'a: 'i>(
        view: &View<'a>,
        condition: &Condition,
        instances: impl ExactSizeIterator<Item = &'i Instance<'a>>,
    ) -> Self {
        let mut found = Self { not: Marks::none(instances.len()), unknown: Vec::new() };
        for (place, instance) in instances.enumerate() {
            match holds(view, condition, instance) {
                Truth::True => {}
                Truth::False => {
                    found.not.mark(place);
                }
                Truth::Unknown(missing) => found.unknown.push((place, missing)),
            }
        }
        found
    }

    /// Of several conditions together: one that does not hold decides, then one of which that is not known.
    pub(super) fn all<'e>(each: impl Iterator<Item = &'e Self>, count: usize) -> Self {
        let mut all = Self { not: Marks::none(count), unknown: Vec::new() };
        for one in each {
            all.not.mark_all(&one.not);
            all.unknown.extend_from_slice(&one.unknown);
        }
        join(&mut all.unknown);
        all
    }

    /// Whether it does not hold of the thing at this place.
    pub(super) fn include(&self, place: usize) -> bool {
        self.not.is_marked(place)
    }

    /// What would tell whether it holds of the thing at this place; nothing, where that is known.
    pub(super) fn missing(&self, place: usize) -> &[Path] {
        let found = self.unknown.binary_search_by_key(&place, |&(at, _)| at).ok();
        found.and_then(|at| self.unknown.get(at)).map(|(_, missing)| missing.as_slice()).unwrap_or_default()
    }
}
