use alloc::borrow::Cow;
use alloc::format;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::form::{Forms, Layer, Layers};
use super::lint::{lint, lint_amended};
use super::norm::{CommitteeKind, Document, Norm, Scope, Source};
use super::selector::{Condition, Group, Procedure, SeatSelector};
use super::stack::{Stack, digest, find_bases};
use super::table::Table;
use super::{Attester, Attribute, Constraint, HeldBy, Measure, Obliged, QuorumBase};
use crate::calendar::{Calendar, Day};
use crate::fault::{Fault, Faults, Problem, Unit, excerpt, listed};
use crate::report::RulebookName;
use crate::value::{Id, Maybe};
use crate::{read, record};

/// The schema that this engine reads.
pub const SCHEMA: &str = "gongwei/rulebook/1.0";

/// How many norms one layer may change, and how many end: each change is laid over all forms that a norm has.
const CHANGES_MAX: usize = 1000;

/// The built-in rulebooks: id and text.
const BUILT_IN: &[(&str, &str)] = &[
    ("gannan-2020", include_str!("builtin/gannan-2020.json")),
    ("gansu-2023", include_str!("builtin/gansu-2023.json")),
    ("national-terms-2018", include_str!("builtin/national-terms-2018.json")),
];

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
    pub(super) name: Arc<RulebookName>,
    pub(super) title: super::Bilingual,
    pub(super) note: super::Bilingual,
    pub(super) source: Source,
    pub(super) layers: Arc<Layers>,
    pub(super) committees: Table<CommitteeKind>,
    pub(super) procedures: Table<Procedure>,
    /// Every form of every norm, those of one norm together.
    pub(super) norms: Arc<[Arc<Norm>]>,
    /// The conditions of each form.
    pub(super) conditions: Vec<Numbers>,
    /// How many they are, each counted once.
    pub(super) condition_count: usize,
    /// The norms for each kind of committee: where their forms begin, and how many there are.
    pub(super) of_kind: Table<Vec<(usize, usize)>>,
    /// By which working days are counted.
    pub(super) calendar: Option<Arc<Calendar>>,
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
        let bases: Vec<&Self> = bases.iter().collect();
        let mut stack = Stack::upon(&bases, &mut Vec::new());
        stack.merged.define(&document, &mut Vec::new());
        stack.add(document, Cow::Borrowed(text), digest(text, &bases), &mut Vec::new());
        stack.rulebook()
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
        for (list, found) in [("/amendments", document.amendments.len()), ("/repeals", document.repeals.len())] {
            if found > CHANGES_MAX {
                let problem = Problem::TooLong { unit: Unit::Entries, max: CHANGES_MAX, found };
                faults.push(Fault::new(list, problem));
            }
        }
        // Without what it extends every name from there would be a fault.
        if let Ok(faults) = Faults::try_from(faults) {
            return Err(faults);
        }
        let mut faults = Vec::new();
        let mut stack = Stack::upon(&found, &mut faults);
        stack.merged.define(&document, &mut faults);
        faults.extend(lint(&document, &stack.merged));
        let amended = stack.add(document, Cow::Owned(text.to_string()), digest(text, &found), &mut faults);
        faults.extend(lint_amended(&amended, &stack.merged));
        match Faults::try_from(listed(faults, 0)) {
            Ok(faults) => Err(faults),
            // There is a layer, for one was added.
            Err(_) => stack.rulebook().ok_or_else(|| read::faults_or_syntax(Vec::new())),
        }
    }

    /// Reads rulebooks that extend each other, in any order but for the last: it is the one that comes out.
    ///
    /// # Errors
    ///
    /// The place of the first text that cannot be read, with all its faults. Rulebooks that extend each other in a circle
    /// are a fault of one of them.
    pub fn layered(texts: &[&str]) -> Result<Self, (usize, Faults)> {
        let ids: Vec<Option<Document>> =
            texts.iter().map(|text| read::value(text.trim_start_matches('\u{feff}'))).collect();
        let mut waiting: Vec<usize> = (0..texts.len()).collect();
        let mut loaded: Vec<Self> = Vec::new();
        let document = |place: usize| ids.get(place).and_then(Option::as_ref);
        loop {
            let waits_for = |place: &usize| {
                let extends = document(*place).map(|document| document.extends.as_slice()).unwrap_or_default();
                let is_waiting =
                    |id: &Id| waiting.iter().any(|&other| document(other).is_some_and(|other| other.id == *id));
                extends.iter().position(|base| is_waiting(&base.id))
            };
            let Some(next) = waiting.iter().position(|place| waits_for(place).is_none()) else {
                let circle = waiting.iter().find_map(|place| Some((*place, waits_for(place)?)));
                let Some((place, base)) = circle else { break };
                let found =
                    document(place).and_then(|document| document.extends.get(base)).map(|base| base.id.as_str());
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

    /// The same rulebook, with the calendar by which it counts working days. Without one nothing can be told of norms
    /// that count in working days.
    ///
    /// ```
    /// use gongwei::{Calendar, Rulebook};
    /// // Invented days.
    /// let calendar = Calendar::from_json(r#"{
    ///     "schema": "gongwei/calendar/1.0", "from": "2026-01-01", "through": "2026-12-31",
    ///     "holidays": ["2026-07-15"], "makeUpDays": ["2026-07-18"]
    /// }"#).unwrap();
    /// let rulebook = Rulebook::builtin("gannan-2020").unwrap().with_calendar(calendar);
    /// assert!(rulebook.calendar().is_some());
    /// ```
    #[must_use]
    pub fn with_calendar(self, calendar: impl Into<Arc<Calendar>>) -> Self {
        Self { calendar: Some(calendar.into()), ..self }
    }

    /// The calendar by which it counts working days.
    #[must_use]
    pub fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_deref()
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

    /// The procedures that its norms name, by name.
    pub fn procedures(&self) -> impl Iterator<Item = (&Id, &Procedure)> {
        self.procedures.iter()
    }

    pub(crate) fn procedure(&self, name: &Id) -> Option<&Procedure> {
        self.procedures.get(name)
    }
}

/// The conditions of a norm by number. The same condition on the same things has one number, where it was found to be the
/// same.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numbers {
    /// Of each condition.
    pub(crate) each: Vec<usize>,
    /// Of all together; none if there are none.
    pub(crate) all: Option<usize>,
}

/// How many conditions are looked at for one that others share: many more than a rulebook has, and few enough for one that
/// is all conditions. One that is not found has a number of its own, and is worked out again.
const SHARED_MAX: usize = 500;

/// The numbers of the conditions of each norm, and how many there are.
pub(super) fn number_conditions(norms: &[Arc<Norm>]) -> (Vec<Numbers>, usize) {
    let mut distinct: Vec<(&Scope, &[Condition])> = Vec::new();
    let mut numbers = Vec::with_capacity(norms.len());
    for norm in norms {
        let mut number = |conditions| {
            let mut first = distinct.iter().take(SHARED_MAX);
            let known = first.position(|&(of, others)| norm.scope.goes_as(of) && others == conditions);
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
pub(super) fn with_groups(mut norm: Norm, groups: &Table<Group>) -> Norm {
    if let Maybe::Given(condition) = &mut norm.when {
        each_group_of(condition, groups);
    }
    match &mut norm.require {
        Constraint::Count(range) => range.of.given_mut().into_iter().for_each(|of| define_seats(of, groups)),
        Constraint::Share(portion) => {
            for measure in [&mut portion.of, &mut portion.among] {
                if let Measure::Persons(selector) = measure {
                    define_seats(selector, groups);
                }
            }
        }
        Constraint::Quorum(quorum) => {
            for of in core::iter::once(&mut quorum.of).chain(quorum.also.iter_mut().map(|part| &mut part.of)) {
                if let Maybe::Given(QuorumBase::Members(of)) = of {
                    define_seats(of, groups);
                }
            }
        }
        Constraint::HeldBy(HeldBy::Group(group)) | Constraint::Attribute(Attribute::Person(group)) => {
            define(group, groups);
        }
        Constraint::HeldBy(HeldBy::NotKin(rule)) => define_seats(&mut rule.of, groups),
        Constraint::Attested(rule) => {
            if let Maybe::Given(Attester::Group(group)) = &mut rule.by {
                define(group, groups);
            }
        }
        Constraint::DoneBy(rule) => rule.group.given_mut().into_iter().for_each(|group| define(group, groups)),
        Constraint::YearlyDuty(duty) => {
            if let Obliged::Members(group) = &mut duty.each {
                define(group, groups);
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

fn define_seats(of: &mut SeatSelector, groups: &Table<Group>) {
    of.group.given_mut().into_iter().for_each(|group| define(group, groups));
    of.any_of.iter_mut().for_each(|one| define_seats(one, groups));
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
