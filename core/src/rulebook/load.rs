use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write;

use sha2::{Digest, Sha256};

use super::form::{Forms, Layer, Layers, Origin};
use super::lint::{lint, lint_amended};
use super::merge::Merged;
use super::norm::{CommitteeKind, Document, Norm, Scope, Source};
use super::selector::{Condition, Group, Procedure};
use super::table::Table;
use super::{Constraint, Measure, Obliged};
use crate::calendar::Day;
use crate::fault::{Fault, Faults, Problem, excerpt};
use crate::order::Names;
use crate::report::RulebookName;
use crate::value::{Id, Maybe};
use crate::{read, record};

/// The schema that this engine reads.
pub const SCHEMA: &str = "gongwei/rulebook/1.0";

/// The built-in rulebooks: id and text.
const BUILT_IN: &[(&str, &str)] = &[("gannan-2020", include_str!("builtin/gannan-2020.json"))];

/// A rulebook that the engine can judge by: read, checked and ready.
///
/// It can never hold a norm without id, clause and modality, nor anything that the engine does not know. It is built
/// once and may be shared between threads.
///
/// ```
/// use gongwei::Rulebook;
/// let rulebook = Rulebook::builtin("gannan-2020").unwrap();
/// let norm = rulebook.norm("sjc-unit-heads-share").unwrap();
/// assert_eq!(norm.clause.item.as_str(), "23");
/// assert!(Rulebook::builtin("nowhere-1900").is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Rulebook {
    name: Arc<RulebookName>,
    title: super::Bilingual,
    note: super::Bilingual,
    source: Source,
    layers: Arc<Layers>,
    committees: Table<CommitteeKind>,
    procedures: Table<Procedure>,
    /// Every form of every norm, those of one norm together.
    norms: Arc<[Arc<Norm>]>,
    /// The conditions of each form.
    conditions: Vec<Numbers>,
    /// How many they are, each counted once.
    condition_count: usize,
    /// The norms for each kind of committee: where their forms begin, and how many there are.
    of_kind: Table<Vec<(usize, usize)>>,
}

impl Rulebook {
    /// The built-in rulebook with this id.
    ///
    /// It is not looked for faults: that it has none is known from the tests, and what would look for them would make up
    /// a fortieth of the WebAssembly module.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        let text = Self::builtin_text(id)?;
        let document: Document = read::value(text)?;
        let bases = document.extends.iter().map(|base| Self::builtin(base.id.as_str()));
        let bases: Vec<Self> = bases.collect::<Option<_>>()?;
        Some(Self::of(document, Cow::Borrowed(text), &bases.iter().collect::<Vec<_>>()).0)
    }

    /// The text of the built-in rulebook with this id.
    #[must_use]
    pub fn builtin_text(id: &str) -> Option<&'static str> {
        BUILT_IN.iter().find(|(name, _)| *name == id).map(|&(_, text)| text)
    }

    /// The ids of the built-in rulebooks.
    pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|&(id, _)| id)
    }

    /// Reads a rulebook from JSON text. Of others it may extend those that are built in.
    ///
    /// # Errors
    ///
    /// All faults at once, each with code and path: of form, as for a record, and of sense, such as a name that is
    /// not defined or a constraint that cannot judge what the norm judges.
    pub fn from_json(text: &str) -> Result<Self, Faults> {
        Self::extending(text, &[])
    }

    /// Reads a rulebook that extends these, or others that are built in.
    ///
    /// What it says of their norms is laid over them, from the days on that it names: see [`Rulebook::norms`].
    ///
    /// # Errors
    ///
    /// All faults at once, as for [`Rulebook::from_json`], and what is wrong between the layers: a rulebook that it extends
    /// and that is not there, a norm that it changes and that there is not, a must from above that it weakens without
    /// citing what allows it.
    pub fn extending(text: &str, bases: &[Self]) -> Result<Self, Faults> {
        let text = read::opened(text)?;
        let is_sound = |document: &Document| {
            let ids = document.norms.iter().map(|norm| Some(&norm.id));
            let extended = document.extends.iter().map(|base| Some(&base.id));
            document.schema.as_str() == SCHEMA && record::are_distinct(ids) && record::are_distinct(extended)
        };
        let Some(document) = read::value(text).filter(is_sound) else {
            return Err(read::faults_or_syntax(read::collect::<Document>(text, SCHEMA)));
        };
        let mut faults = Vec::new();
        let built_in = document.extends.iter().filter(|base| bases.iter().all(|one| one.name.id != base.id));
        let built_in: Vec<Self> = built_in.filter_map(|base| Self::builtin(base.id.as_str())).collect();
        let found = find_bases(&document, bases.iter().chain(&built_in), &mut faults);
        // Without what it extends every name from there would be a fault.
        if let Ok(faults) = Faults::try_from(faults) {
            return Err(faults);
        }
        let (rulebook, faults) = Self::of(document, Cow::Owned(text.to_string()), &found);
        match Faults::try_from(faults) {
            Ok(faults) => Err(faults),
            Err(_) => Ok(rulebook),
        }
    }

    /// Reads rulebooks that extend each other, in any order but for the last: it is the one that comes out.
    ///
    /// # Errors
    ///
    /// The place of the first text that cannot be read, with all its faults. Rulebooks that extend each other in a circle
    /// are a fault of one of them.
    pub fn layered(texts: &[&str]) -> Result<Self, (usize, Faults)> {
        let ids: Vec<Option<Document>> = texts.iter().map(|text| read::value(text.trim_start_matches('\u{feff}'))).collect();
        let mut waiting: Vec<usize> = (0..texts.len()).collect();
        let mut loaded: Vec<Self> = Vec::new();
        let document = |place: usize| ids.get(place).and_then(Option::as_ref);
        loop {
            let waits_for = |place: &usize| {
                let extends = document(*place).map(|document| document.extends.as_slice()).unwrap_or_default();
                let is_waiting = |id: &Id| waiting.iter().any(|&other| document(other).is_some_and(|other| other.id == *id));
                extends.iter().position(|base| is_waiting(&base.id))
            };
            let Some(next) = waiting.iter().position(|place| waits_for(place).is_none()) else {
                let circle = waiting.iter().find_map(|place| Some((*place, waits_for(place)?)));
                let Some((place, base)) = circle else { break };
                let found = document(place).and_then(|document| document.extends.get(base)).map(|base| base.id.as_str());
                let problem = Problem::CircularExtension { found: excerpt(found.unwrap_or_default()) };
                return Err((place, Fault::new(&format!("/extends/{base}/id"), problem).into()));
            };
            let place = waiting.remove(next);
            let text = texts.get(place).copied().unwrap_or_default();
            loaded.push(Self::extending(text, &loaded).map_err(|faults| (place, faults))?);
            if place + 1 == texts.len() {
                break;
            }
        }
        loaded.pop().ok_or_else(|| (0, read::faults_or_syntax(read::collect::<Document>("", SCHEMA))))
    }

    /// The rulebook of a document upon those it extends, with its faults of sense.
    fn of(document: Document, text: Cow<'static, str>, bases: &[&Self]) -> (Self, Vec<Fault>) {
        let name = Arc::new(RulebookName {
            id: document.id.clone(),
            edition: document.edition.as_str().to_string(),
            digest: digest(&text, bases),
        });
        let mut layers = Layers::default();
        for layer in bases.iter().flat_map(|base| base.layers.all()) {
            if layers.all.iter().all(|known| known.name != layer.name) {
                layers.all.push(layer.clone());
            }
        }
        let mut merged = Merged::default();
        let mut faults = Vec::new();
        for above in layers.all.iter().filter_map(|layer| read::value::<Document>(&layer.text)) {
            merged.define(&above, &mut faults);
            merged.add(above, &mut faults);
        }
        // Each of them is sound: what is wrong is that they stand side by side.
        for fault in &mut faults {
            *fault = Fault::new("/extends", fault.problem().clone());
        }
        merged.define(&document, &mut faults);
        faults.extend(lint(&document, &merged));
        let (title, note, source) = (document.title.clone(), document.note.clone(), document.source.clone());
        layers.all.push(Layer {
            name: Arc::clone(&name),
            title: title.clone(),
            note: note.clone(),
            source: source.clone(),
            verified_until: document.verified_until.get(),
            text,
        });
        let amended = merged.add(document, &mut faults);
        faults.extend(lint_amended(&amended, &merged));
        let Merged { committees, groups, procedures, norms: forms, .. } = merged;
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
        let layers = Arc::new(layers);
        let rulebook =
            Self { name, title, note, source, layers, committees, procedures, norms, conditions, condition_count, of_kind };
        (rulebook, faults)
    }

    /// Its id, edition and fingerprint.
    #[must_use]
    pub fn name(&self) -> &RulebookName {
        &self.name
    }

    pub(crate) fn name_shared(&self) -> Arc<RulebookName> {
        Arc::clone(&self.name)
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self) -> &super::Bilingual {
        &self.title
    }

    /// What it is, and what it is not.
    #[must_use]
    pub const fn note(&self) -> &super::Bilingual {
        &self.note
    }

    /// The document it reads.
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Its layers: the rulebooks that it extends, those above first, and itself last.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        self.layers.all()
    }

    pub(crate) fn layers_shared(&self) -> Arc<Layers> {
        Arc::clone(&self.layers)
    }

    /// Its norms, in their order: those of the rulebooks that it extends, as it has changed them, then its own.
    ///
    /// A norm that says different things on different days stands there once for each, in the order of the days, which
    /// are its [`from`](Norm::from) and [`to`](Norm::to).
    #[must_use]
    pub fn norms(&self) -> &[Arc<Norm>] {
        &self.norms
    }

    pub(crate) fn norms_shared(&self) -> Arc<[Arc<Norm>]> {
        Arc::clone(&self.norms)
    }

    /// The norm with this id; its last form, if there are several.
    #[must_use]
    pub fn norm(&self, id: &str) -> Option<&Norm> {
        self.norms.iter().rev().map(Arc::as_ref).find(|norm| norm.id.as_str() == id)
    }

    /// The norm with this id as it is on a day, and the layer that says so. None, if it is not in force.
    #[must_use]
    pub fn norm_on(&self, id: &str, day: Day) -> Option<(&Norm, &Layer)> {
        let is_it = |norm: &Norm| norm.id.as_str() == id && norm.holds_on(day);
        let place = self.norms.iter().position(|norm| is_it(norm))?;
        let origin = self.layers.origins.get(place).filter(|origin| !origin.is_repeal)?;
        Some((self.norms.get(place)?.as_ref(), self.layers.all.get(origin.layer)?))
    }

    /// The kind of committee with this name.
    #[must_use]
    pub fn committee(&self, kind: &Id) -> Option<&CommitteeKind> {
        self.committees.get(kind)
    }

    /// The kinds of committee it knows, by name.
    pub fn committees(&self) -> impl Iterator<Item = (&Id, &CommitteeKind)> {
        self.committees.iter()
    }

    /// The norms for a kind of committee, each with its forms, in order.
    pub(crate) fn norms_of<'a>(&'a self, kind: &'a Id) -> impl Iterator<Item = Forms<'a>> + Clone {
        let places = self.of_kind.get(kind).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(move |&(first, count)| {
            let all = first..first + count;
            Some(Forms { norms: self.norms.get(all.clone())?, origins: self.layers.origins.get(all)?, first, kind })
        })
    }

    /// The conditions of the form at this place.
    pub(crate) fn conditions_of(&self, at: usize) -> Option<&Numbers> {
        self.conditions.get(at)
    }

    /// How many conditions its norms have, each counted once.
    pub(crate) const fn condition_count(&self) -> usize {
        self.condition_count
    }

    pub(crate) fn procedure(&self, name: &Id) -> Option<&Procedure> {
        self.procedures.get(name)
    }
}

/// The rulebooks that a document extends, each where it names it.
fn find_bases<'a>(
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
fn digest(text: &str, bases: &[&Rulebook]) -> String {
    let mut hash = Sha256::new();
    hash.update(text.as_bytes());
    for base in bases {
        hash.update(base.name.digest.as_bytes());
    }
    let mut digest = String::from("sha256:");
    for byte in hash.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// The conditions of a norm by number. The same condition on the same things has one number throughout a rulebook.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numbers {
    /// Of each condition.
    pub(crate) each: Vec<usize>,
    /// Of all together; none if there are none.
    pub(crate) all: Option<usize>,
}

/// The numbers of the conditions of each norm, and how many there are.
fn number_conditions(norms: &[Arc<Norm>]) -> (Vec<Numbers>, usize) {
    let mut distinct: Vec<(&Scope, &[Condition])> = Vec::new();
    let mut numbers = Vec::with_capacity(norms.len());
    for norm in norms {
        let mut number = |conditions| {
            let known = distinct.iter().position(|&(of, others)| norm.scope.goes_as(of) && others == conditions);
            known.unwrap_or_else(|| {
                distinct.push((&norm.scope, conditions));
                distinct.len() - 1
            })
        };
        let conditions = norm.conditions();
        let each = conditions.chunks(1).map(&mut number).collect();
        numbers.push(Numbers { each, all: (!conditions.is_empty()).then(|| number(conditions)) });
    }
    (numbers, distinct.len())
}

/// The norm with the definition of each group in the place of its name.
fn with_groups(mut norm: Norm, groups: &Table<Group>) -> Norm {
    if let Maybe::Given(condition) = &mut norm.when {
        each_group_of(condition, groups);
    }
    let define = |group: &mut Group| define(group, groups);
    match &mut norm.require {
        Constraint::Count(range) => range.of.group.given_mut().into_iter().for_each(define),
        Constraint::Share(portion) => {
            for measure in [&mut portion.of, &mut portion.among] {
                if let Measure::Persons(selector) = measure {
                    selector.group.given_mut().into_iter().for_each(define);
                }
            }
        }
        Constraint::HeldBy(rule) => define(&mut rule.group),
        Constraint::YearlyDuty(duty) => {
            if let Obliged::Members(group) = &mut duty.each {
                define(group);
            }
        }
        _ => {}
    }
    norm
}

fn each_group_of(condition: &mut Condition, groups: &Table<Group>) {
    match condition {
        Condition::All(conditions) | Condition::Any(conditions) => {
            conditions.iter_mut().for_each(|condition| each_group_of(condition, groups));
        }
        Condition::Not(condition) => each_group_of(condition, groups),
        Condition::Group(group) => define(group, groups),
        _ => {}
    }
}

/// Puts definitions in the place of names. The lint has seen to it that names are defined, and not by themselves.
fn define(group: &mut Group, groups: &Table<Group>) {
    match group {
        Group::All(members) | Group::Any(members) => members.iter_mut().for_each(|group| define(group, groups)),
        Group::Not(member) => define(member, groups),
        Group::Named(name) => {
            if let Some(definition) = groups.get(name) {
                *group = definition.clone();
                define(group, groups);
            }
        }
        Group::Post(_) | Group::PartyMember(_) => {}
    }
}
