use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use super::{Fact, Facts, Outcome, Subject, SubjectNumber, Subjects, Value};
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::order::{Rank, sort};
use crate::path::Path;
use crate::value::{Id, Share};

/// The part of a verdict that a constraint kind decides.
///
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) reason: Reason,
    pub(crate) path: Path,
    pub(crate) details: Details,
}

/// What a judgement says beyond its reason.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Details {
    pub(crate) facts: Facts,
    pub(crate) due: Option<Day>,
    /// Few judgements name other places.
    places: Option<Box<Places>>,
}

/// Other places than the one judged.
#[derive(Clone, Debug, Default, PartialEq)]
struct Places {
    related: Vec<Path>,
    missing: Vec<Path>,
}

impl Details {
    const NONE: Self = Self { facts: Facts::NONE, due: None, places: None };

    fn is_none(&self) -> bool {
        self.facts.is_empty() && self.due.is_none() && self.places.is_none()
    }

    pub(super) fn related(&self) -> &[Path] {
        self.places.as_ref().map(|places| places.related.as_slice()).unwrap_or_default()
    }

    pub(super) fn missing(&self) -> &[Path] {
        self.places.as_ref().map(|places| places.missing.as_slice()).unwrap_or_default()
    }
}

impl Judgement {
    #[inline]
    pub(crate) const fn new(reason: Reason, path: Path) -> Self {
        Self { reason, path, details: Details::NONE }
    }

    pub(crate) fn unknown(reason: Reason, path: Path, mut missing: Vec<Path>) -> Self {
        sort(&mut missing, |path| path.rank());
        missing.dedup();
        let mut judgement = Self::new(reason, path);
        judgement.details.places = Some(Box::new(Places { missing, ..Places::default() }));
        judgement
    }

    /// The outcome is the reason's own: a reason never stands for two.
    pub(crate) const fn outcome(&self) -> Outcome {
        self.reason.outcome()
    }

    #[inline]
    pub(crate) fn fact(mut self, name: Fact, value: Value) -> Self {
        self.details.facts.push(name, value);
        self
    }

    #[inline]
    pub(crate) fn number(self, name: Fact, number: u32) -> Self {
        self.fact(name, Value::Number(number))
    }

    #[inline]
    pub(crate) fn day(self, name: Fact, day: Day) -> Self {
        self.fact(name, Value::Day(day))
    }

    #[inline]
    pub(crate) fn word(self, name: Fact, word: &'static str) -> Self {
        self.fact(name, Value::Word(word))
    }

    #[inline]
    pub(crate) fn flag(self, name: Fact, flag: bool) -> Self {
        self.fact(name, Value::Flag(flag))
    }

    #[inline]
    pub(crate) fn id(self, name: Fact, id: &Id) -> Self {
        self.fact(name, Value::Id(id.clone()))
    }

    #[inline]
    pub(crate) fn share(self, share: Share) -> Self {
        self.fact(Fact::Share, Value::Share(share))
    }

    pub(crate) fn related(mut self, path: Path) -> Self {
        self.details.places.get_or_insert_default().related.push(path);
        self
    }

    pub(crate) fn due(mut self, due: Day) -> Self {
        self.details.due = Some(due);
        self
    }
}

/// All judgements of a report, each with what it is about.
///
/// There are hundreds in a report, and most say nothing beyond their reason. So they are small: what many share and
/// what few have stands in lists of its own.
#[derive(Clone, Debug)]
pub(crate) struct Findings {
    pub(crate) subjects: Arc<Subjects>,
    /// In no order: some may be of findings that were replaced.
    details: Vec<Details>,
    pub(super) list: Vec<Finding>,
}

/// One judgement, and what it is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    /// The place of the norm's form in its rulebook.
    norm: u32,
    pub(super) subject: SubjectNumber,
    /// One more than the place of the details; 0 if there are none.
    details: u32,
    pub(super) period: Option<Period>,
    pub(super) supplement: bool,
    pub(super) reason: Reason,
    pub(super) path: Path,
}

impl Finding {
    pub(super) const fn norm(&self) -> usize {
        self.norm as usize
    }

    /// What tells it from all others of its norm in the same report.
    pub(crate) fn rank(&self) -> Rank {
        [self.subject.rank(), self.period.map_or(0, Period::rank)]
    }

    fn details_place(&self) -> Option<usize> {
        (self.details as usize).checked_sub(1)
    }
}

impl Findings {
    /// None yet.
    pub(crate) const fn about(subjects: Arc<Subjects>) -> Self {
        Self { subjects, details: Vec::new(), list: Vec::new() }
    }

    pub(crate) fn reserve(&mut self, count: usize) {
        self.list.reserve_exact(count);
        self.details.reserve(count / 2);
    }

    pub(crate) const fn len(&self) -> usize {
        self.list.len()
    }

    #[inline]
    pub(crate) fn add(
        &mut self,
        norm: usize,
        subject: SubjectNumber,
        period: Option<Period>,
        supplement: bool,
        judgement: Judgement,
    ) {
        let details = if judgement.details.is_none() {
            0
        } else {
            self.details.push(judgement.details);
            number(self.details.len())
        };
        let Judgement { reason, path, .. } = judgement;
        self.list.push(Finding { norm: number(norm), subject, details, period, supplement, reason, path });
    }

    /// Adds what says nothing beyond its reason: most of what does not apply.
    #[inline]
    pub(crate) fn add_bare(
        &mut self,
        norm: usize,
        subject: SubjectNumber,
        supplement: bool,
        reason: Reason,
        path: Path,
    ) {
        let norm = number(norm);
        self.list.push(Finding { norm, subject, details: 0, period: None, supplement, reason, path });
    }

    /// Lets go of details of findings that are no longer there, if there are more of them than of others.
    pub(super) fn tidy(&mut self) {
        if self.details.len() <= 2 * self.list.len() {
            return;
        }
        let mut all = core::mem::take(&mut self.details);
        for finding in &mut self.list {
            if let Some(details) = finding.details_place().and_then(|at| all.get_mut(at)) {
                self.details.push(core::mem::replace(details, Details::NONE));
                finding.details = number(self.details.len());
            }
        }
    }

    /// Those at these places.
    pub(crate) fn get(&self, places: Range<usize>) -> &[Finding] {
        self.list.get(places).unwrap_or_default()
    }

    /// Whether two of the same norm, subject and period say nothing else, by the same form.
    pub(crate) fn say_the_same(&self, one: &Finding, other: &Finding) -> bool {
        (one.norm, one.reason, one.path, one.supplement) == (other.norm, other.reason, other.path, other.supplement)
            && self.details_of(one) == self.details_of(other)
    }

    pub(super) fn subject_of(&self, finding: &Finding) -> &Subject {
        self.subjects.get(finding.subject)
    }

    pub(super) fn details_of(&self, finding: &Finding) -> &Details {
        static NONE: Details = Details::NONE;
        finding.details_place().and_then(|at| self.details.get(at)).unwrap_or(&NONE)
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        let said = |finding: &Finding| {
            let Finding { norm, subject, details: _, period, supplement, reason, path } = *finding;
            (norm, subject, period, supplement, reason, path)
        };
        let is_same =
            |(one, two): (&Finding, &Finding)| said(one) == said(two) && self.details_of(one) == other.details_of(two);
        self.subjects == other.subjects
            && self.list.len() == other.list.len()
            && self.list.iter().zip(&other.list).all(is_same)
    }
}

/// Places are counted in half the memory: a record of 16 MiB has far fewer.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
