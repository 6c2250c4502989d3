//! The forms that a norm has had: which one is in force on a day, and which layer gave it.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::norm::{Bilingual, Norm, Source};
use crate::calendar::Day;
use crate::path::Path;
use crate::report::RulebookName;
use crate::value::Id;

/// One of the rulebooks that make up another: one that it extends, or itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub(super) name: Arc<RulebookName>,
    pub(super) title: Bilingual,
    pub(super) note: Bilingual,
    pub(super) source: Source,
    pub(super) verified_until: Option<Day>,
    /// What it was read from: a rulebook that extends it reads it again.
    pub(super) text: Cow<'static, str>,
}

impl Layer {
    /// Its id, edition and fingerprint.
    #[must_use]
    pub fn name(&self) -> &RulebookName {
        &self.name
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self) -> &Bilingual {
        &self.title
    }

    /// What it is, and what it is not.
    #[must_use]
    pub const fn note(&self) -> &Bilingual {
        &self.note
    }

    /// The document it reads.
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// The day on which it was last compared with the rules in force.
    #[must_use]
    pub const fn verified_until(&self) -> Option<Day> {
        self.verified_until
    }
}

/// All layers of a rulebook, those above first and itself last, and which of them gave each form of a norm.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layers {
    pub(super) all: Vec<Layer>,
    /// Of each form, in the order of the forms.
    pub(super) origins: Vec<Origin>,
}

/// Where a form of a norm comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Origin {
    /// The place of the norm's first form.
    pub(super) first: usize,
    /// The layer that gave it.
    pub(super) layer: usize,
    /// Whether it is the end of the norm.
    pub(super) is_repeal: bool,
}

impl Layers {
    /// The place of the first form of the norm whose form stands at this place.
    pub(crate) fn first_form(&self, place: usize) -> usize {
        self.origins.get(place).map_or(place, |origin| origin.first)
    }

    /// The layer that gave the form at this place.
    pub(crate) fn of_form(&self, place: usize) -> Option<&Layer> {
        self.all.get(self.origins.get(place)?.layer)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Layer] {
        &self.all
    }

    /// The rulebook's own.
    pub(crate) fn own(&self) -> Option<&Layer> {
        self.all.last()
    }
}

impl Norm {
    /// Whether it is in force on this day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.get().is_none_or(|from| from <= day) && self.to.get().is_none_or(|to| day <= to)
    }
}

/// The forms of a norm in the order of their days, for one kind of committee.
#[derive(Clone, Copy)]
pub(crate) struct Forms<'a> {
    pub(super) norms: &'a [Arc<Norm>],
    pub(super) origins: &'a [Origin],
    /// The place of the first of them.
    pub(super) first: usize,
    pub(super) kind: &'a Id,
}

/// By what something of a day is judged. Each names the form that says so, by its number among those of the norm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum InForce {
    /// By this form.
    Form(usize),
    /// By none yet: the norm begins on this day.
    NotYet(usize, Day),
    /// By none any more: the norm ended on this day.
    Ended(usize, Day),
    /// By none: the norm was repealed.
    Repealed(usize),
    /// By none, for the form does not reach this kind of committee.
    Elsewhere(usize),
    /// That depends on the day, which this field would tell.
    Unknown(usize, Path),
}

impl<'a> Forms<'a> {
    /// Each with its place.
    pub(crate) fn iter(self) -> impl Iterator<Item = (usize, &'a Norm)> + Clone {
        (self.first..).zip(self.norms.iter().map(Arc::as_ref))
    }

    /// The form of this number, with its place.
    pub(crate) fn get(self, number: usize) -> Option<(usize, &'a Norm)> {
        self.norms.get(number).map(|norm| (self.first + number, norm.as_ref()))
    }

    /// The places of all.
    pub(crate) const fn places(self) -> core::ops::Range<usize> {
        self.first..self.first + self.norms.len()
    }

    /// Whether there is one form, and it has held always.
    pub(crate) fn is_one(self) -> bool {
        matches!((self.norms, self.origins), ([norm], [origin])
            if norm.from.get().is_none() && norm.to.get().is_none() && !origin.is_repeal)
    }

    /// Whether the norm was repealed from its beginning.
    pub(crate) fn never_hold(self) -> bool {
        self.origins.iter().all(|origin| origin.is_repeal)
    }

    /// By what something is judged, if this is its day; where it is not known, the day of evaluation says of which form to
    /// tell.
    pub(crate) fn at(self, day: Result<Day, Path>, on: Day) -> InForce {
        match day {
            _ if self.is_one() => InForce::Form(0),
            Ok(day) => self.on(day),
            Err(field) => InForce::Unknown(self.on(on).number(), field),
        }
    }

    /// By what something of this day is judged.
    pub(crate) fn on(self, day: Day) -> InForce {
        if self.is_one() {
            return InForce::Form(0);
        }
        let mut forms = self.norms.iter().zip(self.origins).enumerate();
        if let Some((number, (norm, origin))) = forms.find(|(_, (norm, _))| norm.holds_on(day)) {
            return match norm.applies_to.contains(self.kind) {
                _ if origin.is_repeal => InForce::Repealed(number),
                true => InForce::Form(number),
                false => InForce::Elsewhere(number),
            };
        }
        let begins = |norm: &Arc<Norm>| norm.from.get().filter(|&from| day < from);
        match self.norms.iter().enumerate().rev().find(|(_, norm)| begins(norm).is_none()) {
            Some((number, norm)) => InForce::Ended(number, norm.to.get().unwrap_or(day)),
            None => InForce::NotYet(0, self.norms.first().and_then(begins).unwrap_or(day)),
        }
    }
}

impl InForce {
    /// The number of the form that says so.
    pub(crate) const fn number(&self) -> usize {
        match *self {
            Self::Form(number)
            | Self::NotYet(number, _)
            | Self::Ended(number, _)
            | Self::Repealed(number)
            | Self::Elsewhere(number)
            | Self::Unknown(number, _) => number,
        }
    }
}
