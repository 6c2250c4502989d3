//! Layers one upon the other: what a rulebook adds, changes and ends in those it extends.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::layer::{Amendment, Repeal};
use super::lint::NAMES_MAX;
use super::lint::escaped;
use super::norm::{CommitteeKind, Document, Modality, Norm};
use super::selector::{Group, Procedure};
use super::table::Table;
use super::tighten;
use crate::calendar::Day;
use crate::fault::{Fault, Problem, excerpt, nearest};
use crate::order::sort;
use crate::value::{Id, Maybe};

/// The layers so far, as one.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) committees: Table<CommitteeKind>,
    pub(super) groups: Table<Group>,
    pub(super) procedures: Table<Procedure>,
    /// The forms of each norm, in the order of their days.
    pub(super) norms: Vec<Vec<Form>>,
    /// How many layers there are.
    layers: usize,
}

/// What a norm says through some days.
#[derive(Clone)]
pub(super) struct Form {
    pub(super) norm: Norm,
    /// The layer that says so, by its number.
    pub(super) layer: usize,
    /// Whether it says that the norm has ended.
    pub(super) is_repeal: bool,
}

/// What an amendment made of a form, to be looked for faults.
pub(super) struct Amended {
    pub(super) norm: Norm,
    /// Where the amendment stands.
    pub(super) path: String,
}

/// Days one after the other; without a first or a last one, for ever.
#[derive(Clone, Copy)]
struct Span {
    from: Option<Day>,
    to: Option<Day>,
}

impl Merged {
    /// Takes in what a document defines, and says what was defined before.
    pub(super) fn define(&mut self, document: &Document, faults: &mut Vec<Fault>) {
        define(&mut self.committees, &document.committees, "committees", faults);
        define(&mut self.groups, &document.groups, "groups", faults);
        define(&mut self.procedures, &document.procedures, "procedures", faults);
    }

    /// Takes in the norms of a document, what it changes and what it ends.
    pub(super) fn add(&mut self, document: Document, faults: &mut Vec<Fault>) -> Vec<Amended> {
        let layer = self.layers;
        self.layers += 1;
        // What a layer asks is held to what those above it ask, not to what itself asked earlier.
        let above = self.norms.clone();
        for (at, norm) in document.norms.into_iter().enumerate() {
            check_span(span(&norm.from, &norm.to), &format!("/norms/{at}"), faults);
            if self.place(&norm.id).is_some_and(|place| place < above.len()) {
                faults.push(defined_above(&format!("/norms/{at}/id"), &norm.id));
            } else {
                self.norms.push(alloc::vec![Form { norm, layer, is_repeal: false }]);
            }
        }
        // What is repealed can no longer be amended.
        for (at, repeal) in document.repeals.iter().enumerate() {
            self.repeal(repeal, layer, &format!("/repeals/{at}"), faults);
        }
        let mut amended = Vec::new();
        for (at, amendment) in in_order(&document.amendments, faults) {
            let change = Change { amendment, layer, path: format!("/amendments/{at}") };
            self.amend(&change, &above, faults, &mut amended);
        }
        amended
    }

    fn place(&self, id: &Id) -> Option<usize> {
        self.norms.iter().position(|forms| forms.first().is_some_and(|form| form.norm.id == *id))
    }

    /// The forms of a norm, if it has one in force when a change begins.
    fn forms_of(&mut self, id: &Id, span: Span, path: &str, faults: &mut Vec<Fault>) -> Option<&mut Vec<Form>> {
        let Some(place) = self.place(id) else {
            let names = self.norms.iter().filter_map(|forms| Some(forms.first()?.norm.id.as_str()));
            let nearest = nearest(id.as_str(), &mut names.take(NAMES_MAX)).map(Into::into);
            let problem = Problem::UnknownName { found: excerpt(id.as_str()), table: "norms", nearest };
            faults.push(Fault::new(&format!("{path}/norm"), problem));
            return None;
        };
        let forms = self.norms.get_mut(place)?;
        let is_there = |form: &Form| !form.is_repeal && form.begins_within(span);
        if !forms.iter().any(is_there) {
            let (norm, place) = (excerpt(id.as_str()), if span.from.is_some() { "from" } else { "norm" });
            faults.push(Fault::new(&format!("{path}/{place}"), Problem::NotInForce { norm }));
            return None;
        }
        Some(forms)
    }

    fn repeal(&mut self, repeal: &Repeal, layer: usize, path: &str, faults: &mut Vec<Fault>) {
        let span = Span { from: repeal.from.get(), to: None };
        let Some(forms) = self.forms_of(&repeal.norm, span, path, faults) else { return };
        if repeal.authority == Maybe::Absent && forms.iter().any(|form| form.binds(layer, span)) {
            faults.push(weakening(path, &repeal.norm, "repeals"));
        }
        overlay(forms, span, |mut norm| {
            norm.clause = repeal.clause.clone();
            Form { norm, layer, is_repeal: true }
        });
    }

    fn amend(&mut self, change: &Change<'_>, above: &[Vec<Form>], faults: &mut Vec<Fault>, amended: &mut Vec<Amended>) {
        let Change { amendment, layer, path } = change;
        let span = span(&amendment.from, &amendment.to);
        if !check_span(span, path, faults) {
            return;
        }
        let above =
            self.place(&amendment.norm).and_then(|place| above.get(place)).map(Vec::as_slice).unwrap_or_default();
        let Some(forms) = self.forms_of(&amendment.norm, span, path, faults) else { return };
        let mut weakened = Vec::new();
        overlay(forms, span, |norm| {
            let norm = amended_norm(norm, amendment);
            let form = Form { norm, layer: *layer, is_repeal: false };
            for bound in above.iter().filter(|above| above.binds(*layer, form.span())) {
                weakened.extend(tighten::weakened(&bound.norm, &form.norm));
            }
            amended.push(Amended { norm: form.norm.clone(), path: path.clone() });
            form
        });
        if amendment.authority == Maybe::Absent {
            let fields = ["appliesTo", "modality", "when", "require"].into_iter();
            let fields = fields.filter(|field| weakened.contains(field));
            faults.extend(fields.map(|field| weakening(&format!("{path}/{field}"), &amendment.norm, field)));
        }
    }
}

/// An amendment, by which layer it is, and where it stands.
struct Change<'d> {
    amendment: &'d Amendment,
    layer: usize,
    path: String,
}

/// The norm with what an amendment gives.
fn amended_norm(mut norm: Norm, amendment: &Amendment) -> Norm {
    norm.clause = amendment.clause.clone();
    if !amendment.applies_to.is_empty() {
        norm.applies_to.clone_from(&amendment.applies_to);
    }
    if let Maybe::Given(title) = &amendment.title {
        norm.title = title.clone();
    }
    if let Maybe::Given(modality) = amendment.modality {
        norm.modality = modality;
    }
    if let Maybe::Given(require) = &amendment.require {
        norm.require = require.clone();
    }
    if let Maybe::Given(reading) = &amendment.reading {
        norm.reading = reading.clone();
    }
    if amendment.when != Maybe::Absent {
        norm.when = amendment.when.clone();
    }
    norm
}

impl Form {
    fn span(&self) -> Span {
        span(&self.norm.from, &self.norm.to)
    }

    /// Whether it is in force when these days begin; without a first one, on any of them.
    fn begins_within(&self, days: Span) -> bool {
        match days.from {
            Some(from) => self.norm.holds_on(from),
            None => self.span().meet(days).is_some(),
        }
    }

    /// Whether it is a must of a layer above that holds on any of these days.
    fn binds(&self, layer: usize, days: Span) -> bool {
        let is_must = self.layer != layer && !self.is_repeal && self.norm.modality == Modality::Must;
        is_must && self.span().meet(days).is_some()
    }

    fn through(&self, Span { from, to }: Span) -> Self {
        let maybe = |day: Option<Day>| day.map_or(Maybe::Absent, Maybe::Given);
        let mut form = self.clone();
        (form.norm.from, form.norm.to) = (maybe(from), maybe(to));
        form
    }
}

impl Span {
    /// The days that are in both.
    fn meet(self, other: Self) -> Option<Self> {
        let to = match (self.to, other.to) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let met = Self { from: self.from.max(other.from), to };
        (!met.is_empty()).then_some(met)
    }

    fn is_empty(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}

/// Changes forms on these days. Those that reach beyond hold there as before.
fn overlay(forms: &mut Vec<Form>, days: Span, mut change: impl FnMut(Norm) -> Form) {
    let before = days.from.map(Day::before);
    let after = days.to.map(Day::after);
    for form in core::mem::take(forms) {
        let span = form.span();
        let Some(met) = span.meet(days).filter(|_| !form.is_repeal) else {
            forms.push(form);
            continue;
        };
        let parts = before.flatten().and_then(|to| span.meet(Span { from: None, to: Some(to) }));
        forms.extend(parts.map(|span| form.through(span)));
        forms.push(change(form.through(met).norm));
        let parts = after.flatten().and_then(|from| span.meet(Span { from: Some(from), to: None }));
        forms.extend(parts.map(|span| form.through(span)));
    }
}

/// Amendments in the order of the days on which they begin, each with its place. Those of one norm follow each other without
/// a gap and without a day in common.
fn in_order<'d>(amendments: &'d [Amendment], faults: &mut Vec<Fault>) -> Vec<(usize, &'d Amendment)> {
    let mut ordered: Vec<(usize, &Amendment)> = amendments.iter().enumerate().collect();
    sort(&mut ordered, |(_, amendment)| [amendment.from.get().map_or(0, Day::rank), 0]);
    for (number, &(at, amendment)) in ordered.iter().enumerate() {
        let mut earlier = ordered.iter().take(number).rev();
        let Some((first, last)) = earlier.find(|(_, other)| other.norm == amendment.norm) else { continue };
        let path = format!("/amendments/{at}/{}", if amendment.from.get().is_some() { "from" } else { "norm" });
        let (from, to) = (amendment.from.get(), last.to.get());
        let norm = excerpt(amendment.norm.as_str());
        match (from, to) {
            _ if from == last.from.get() || (to.is_some() && from <= to) => {
                let first = format!("/amendments/{first}").into();
                faults.push(Fault::new(&path, Problem::EditionsOverlap { norm, first }));
            }
            (Some(from), Some(to)) if to.after() != Some(from) => {
                let (from, to) = (from.to_string().into(), to.to_string().into());
                faults.push(Fault::new(&path, Problem::EditionsGap { norm, from, to }));
            }
            _ => {}
        }
    }
    ordered
}

fn span(from: &Maybe<Day>, to: &Maybe<Day>) -> Span {
    Span { from: from.get(), to: to.get() }
}

/// Whether the first day is not after the last.
fn check_span(span: Span, path: &str, faults: &mut Vec<Fault>) -> bool {
    if let (true, Some(from), Some(to)) = (span.is_empty(), span.from, span.to) {
        let (from, to) = (from.to_string().into(), to.to_string().into());
        faults.push(Fault::new(&format!("{path}/to"), Problem::FromAfterTo { from, to }));
    }
    !span.is_empty()
}

fn define<T: Clone + Default>(known: &mut Table<T>, new: &Table<T>, table: &str, faults: &mut Vec<Fault>) {
    for (name, definition) in new.iter() {
        if known.get(name).is_some() {
            faults.push(defined_above(&format!("/{table}/{}", escaped(name)), name));
        } else if let Some(place) = known.entry(name) {
            *place = definition.clone();
        }
    }
}

fn weakening(path: &str, norm: &Id, part: &'static str) -> Fault {
    Fault::new(path, Problem::WeakensWithoutAuthority { norm: excerpt(norm.as_str()), part })
}

fn defined_above(path: &str, id: &Id) -> Fault {
    Fault::new(path, Problem::DefinedAbove { found: excerpt(id.as_str()) })
}
