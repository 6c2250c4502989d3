//! Layers stacked one upon the other, and the rulebook that they make.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::iter;

use super::form::{Layer, Layers, Origin};
use super::load::{Rulebook, number_conditions, with_groups};
use super::merge::{Amended, Merged};
use super::norm::Document;
use super::table::Table;
use crate::fault::{Fault, Problem, excerpt};
use crate::order::Names;
use crate::report::RulebookName;
use crate::value::Maybe;
use crate::{digest, read};

/// The rulebooks that a document extends, each where it names it.
pub(super) fn find_bases<'a>(
    document: &Document,
    known: impl Iterator<Item = &'a Rulebook> + Clone,
    faults: &mut Vec<Fault>,
) -> Vec<&'a Rulebook> {
    let mut found = Vec::new();
    let mut layers = Names::new();
    for (at, base) in document.extends.iter().enumerate() {
        let path = format!("/extends/{at}");
        let mut add = |field: &str, problem| faults.push(Fault::new(&format!("{path}/{field}"), problem));
        let id = || excerpt(base.id.as_str());
        let is_it = |name: &RulebookName| {
            name.id == base.id
                && base.edition.given().is_none_or(|edition| edition.as_str() == name.edition)
                && base.digest.given().is_none_or(|digest| digest.as_str() == name.digest)
        };
        let all = || known.clone().filter(|other| other.name.id == base.id);
        let Some(other) = all().find(|other| is_it(&other.name)).or_else(|| all().next()) else {
            let is_itself = base.id == document.id;
            let found = id();
            add("id", if is_itself { Problem::CircularExtension { found } } else { Problem::MissingBase { found } });
            continue;
        };
        if other.layers().iter().any(|layer| layer.name.id == document.id) {
            add("id", Problem::CircularExtension { found: id() });
            continue;
        }
        for (field, wanted, there) in
            [("edition", &base.edition, &other.name.edition), ("digest", &base.digest, &other.name.digest)]
        {
            if let Maybe::Given(wanted) = wanted
                && wanted.as_str() != there.as_str()
            {
                add(field, Problem::AnotherEdition { found: excerpt(there), wanted: excerpt(wanted.as_str()) });
            }
        }
        // Two of its bases may rest on the same layer, but not on two editions of it.
        for layer in other.layers() {
            let mark = found_at(&mut layers, layer, found.len());
            let before = found.get(mark).map_or(&[] as &[Layer], |rulebook: &&Rulebook| rulebook.layers());
            let differs = before.iter().find(|known| known.name.id == layer.name.id && known.name != layer.name);
            if let Some(known) = differs {
                let (found, wanted) = (excerpt(&layer.name.digest), excerpt(&known.name.digest));
                add("id", Problem::AnotherEdition { found, wanted });
            }
        }
        found.push(other);
    }
    found
}

/// The number of the base that first had the layer of this id.
fn found_at(layers: &mut Names, layer: &Layer, base: usize) -> usize {
    *layers.entry(layer.name.id.as_str().into()).or_insert(base)
}

/// The fingerprint of a text, and of those that it rests on.
pub(super) fn digest(text: &str, bases: &[&Rulebook]) -> String {
    digest::digest(&mut iter::once(text).chain(bases.iter().map(|base| base.name.digest.as_str())))
}

/// Layers, one upon the other.
#[derive(Default)]
pub(super) struct Stack {
    layers: Layers,
    pub(super) merged: Merged,
}

impl Stack {
    /// The layers of these rulebooks, each once. What is wrong with them is that they stand side by side.
    pub(super) fn upon(bases: &[&Rulebook], faults: &mut Vec<Fault>) -> Self {
        let mut stack = Self::default();
        for layer in bases.iter().flat_map(|base| base.layers.all()) {
            if stack.layers.all.iter().all(|known| known.name != layer.name) {
                stack.layers.all.push(layer.clone());
            }
        }
        for above in stack.layers.all.iter().filter_map(|layer| read::value::<Document>(&layer.text)) {
            stack.merged.define(&above, faults);
            stack.merged.add(above, faults);
        }
        for fault in faults {
            *fault = Fault::new("/extends", fault.problem().clone());
        }
        stack
    }

    /// Lays a document over them, once what it defines is known.
    pub(super) fn add(
        &mut self,
        document: Document,
        text: Cow<'static, str>,
        digest: String,
        faults: &mut Vec<Fault>,
    ) -> Vec<Amended> {
        let edition = document.edition.as_str().to_string();
        self.layers.all.push(Layer {
            name: Arc::new(RulebookName { id: document.id.clone(), edition, digest }),
            title: document.title.clone(),
            note: document.note.clone(),
            source: document.source.clone(),
            verified_until: document.verified_until.get(),
            text,
        });
        self.merged.add(document, faults)
    }

    /// The rulebook that its last layer makes. It has none of the faults of sense, or names might go round in circles.
    pub(super) fn rulebook(self) -> Option<Rulebook> {
        let Self { mut layers, merged: Merged { committees, groups, procedures, norms: forms, .. } } = self;
        let mut norms = Vec::new();
        let mut of_kind = Table::<Vec<(usize, usize)>>::default();
        for forms in forms {
            let (first, count) = (norms.len(), forms.len());
            for form in forms {
                for kind in &form.norm.applies_to {
                    // A kind that stands twice makes no norm judge twice.
                    if let Some(places) = of_kind.entry(kind)
                        && places.last() != Some(&(first, count))
                    {
                        places.push((first, count));
                    }
                }
                layers.origins.push(Origin { first, layer: form.layer, is_repeal: form.is_repeal });
                norms.push(Arc::new(with_groups(form.norm, &groups)));
            }
        }
        let norms: Arc<[_]> = norms.into();
        let (conditions, condition_count) = number_conditions(&norms);
        let Layer { name, title, note, source, .. } = layers.own()?.clone();
        let layers = Arc::new(layers);
        Some(Rulebook {
            name,
            title,
            note,
            source,
            layers,
            committees,
            procedures,
            norms,
            conditions,
            condition_count,
            of_kind,
            calendar: None,
        })
    }
}
