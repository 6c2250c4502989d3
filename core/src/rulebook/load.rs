use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write;

use sha2::{Digest, Sha256};

use super::lint::lint;
use super::norm::{CommitteeKind, Document, Norm, Scope, Source};
use super::selector::{Condition, Group, Procedure};
use super::table::Table;
use super::{Attribute, Constraint, HeldBy, Measure, Obliged};
use crate::fault::Faults;
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
    committees: Table<CommitteeKind>,
    procedures: Table<Procedure>,
    norms: Arc<[Arc<Norm>]>,
    /// The conditions of each norm.
    conditions: Vec<Numbers>,
    /// How many they are, each counted once.
    condition_count: usize,
    /// The places of the norms for each kind of committee.
    of_kind: Table<Vec<usize>>,
}

impl Rulebook {
    /// The built-in rulebook with this id.
    ///
    /// It is not looked for faults: that it has none is known from the tests, and what would look for them would make up
    /// a fortieth of the WebAssembly module.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        let text = Self::builtin_text(id)?;
        Some(Self::of(read::value(text)?, text))
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

    /// Reads a rulebook from JSON text.
    ///
    /// # Errors
    ///
    /// All faults at once, each with code and path: of form, as for a record, and of sense, such as a name that is
    /// not defined or a constraint that cannot judge what the norm judges.
    pub fn from_json(text: &str) -> Result<Self, Faults> {
        let text = read::opened(text)?;
        let is_sound = |document: &Document| {
            let ids = document.norms.iter().map(|norm| Some(&norm.id));
            document.schema.as_str() == SCHEMA && record::are_distinct(ids)
        };
        let Some(document) = read::value(text).filter(is_sound) else {
            return Err(read::faults_or_syntax(read::collect::<Document>(text, SCHEMA)));
        };
        match Faults::try_from(lint(&document)) {
            Ok(faults) => Err(faults),
            Err(_) => Ok(Self::of(document, text)),
        }
    }

    fn of(document: Document, text: &str) -> Self {
        let mut digest = String::from("sha256:");
        for byte in Sha256::digest(text.as_bytes()) {
            // Writing to a string cannot fail.
            let _ = write!(digest, "{byte:02x}");
        }
        let name = RulebookName { id: document.id, edition: document.edition.as_str().to_string(), digest };
        let groups = document.groups;
        let norms: Arc<[_]> = document.norms.into_iter().map(|norm| Arc::new(with_groups(norm, &groups))).collect();
        let (conditions, condition_count) = number_conditions(&norms);
        let mut of_kind = Table::<Vec<usize>>::default();
        for (at, norm) in norms.iter().enumerate() {
            for kind in &norm.applies_to {
                // A kind that stands twice makes no norm judge twice.
                if let Some(places) = of_kind.entry(kind)
                    && places.last() != Some(&at)
                {
                    places.push(at);
                }
            }
        }
        Self {
            name: Arc::new(name),
            title: document.title,
            note: document.note,
            source: document.source,
            committees: document.committees,
            procedures: document.procedures,
            norms,
            conditions,
            condition_count,
            of_kind,
        }
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

    /// Its norms, in its order.
    #[must_use]
    pub fn norms(&self) -> &[Arc<Norm>] {
        &self.norms
    }

    pub(crate) fn norms_shared(&self) -> Arc<[Arc<Norm>]> {
        Arc::clone(&self.norms)
    }

    /// The norm with this id.
    #[must_use]
    pub fn norm(&self, id: &str) -> Option<&Norm> {
        self.norms.iter().map(Arc::as_ref).find(|norm| norm.id.as_str() == id)
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

    /// The norms for a kind of committee, each with its place, in order.
    pub(crate) fn norms_of(&self, kind: &Id) -> impl Iterator<Item = (usize, &Norm)> + Clone {
        let places = self.of_kind.get(kind).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|&at| Some((at, self.norms.get(at)?.as_ref())))
    }

    /// The conditions of the norm at this place.
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
        Constraint::HeldBy(HeldBy::Group(group)) => define(group),
        Constraint::HeldBy(HeldBy::NotKin(rule)) => rule.of.group.given_mut().into_iter().for_each(define),
        Constraint::Attribute(Attribute::Person(group)) => define(group),
        Constraint::DoneBy(rule) => rule.group.given_mut().into_iter().for_each(define),
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
        _ => {}
    }
}
