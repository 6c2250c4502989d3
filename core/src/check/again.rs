//! Judging again after an edit: what it cannot have changed is taken over.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use super::basis::{Basis, Reach};
use crate::record::{Fields, Record};
use crate::report::{About, Findings, Subjects};

/// What edits touched. They took no entry of the record's own lists away, added none, and changed the id of none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touched {
    pub(crate) fields: Fields,
    /// The one entry that they were made in, if there is one and norms judge such entries.
    pub(crate) entry: Option<About>,
}

/// Edits, and what was found before them by the same rulebook on the same day.
pub(crate) struct Again<'b> {
    before: &'b mut Findings,
    /// Of each norm of the rulebook.
    bases: &'b [Basis],
    touched: Touched,
    /// How many of the findings before have been gone through.
    passed: usize,
    /// Which findings were found anew, before and now; no others can differ.
    renewed: Vec<Renewed>,
}

/// Places in the lists of findings before and now.
pub(crate) type Renewed = (Range<usize>, Range<usize>);

impl<'b> Again<'b> {
    pub(crate) const fn new(before: &'b mut Findings, bases: &'b [Basis], touched: Touched) -> Self {
        Self { before, bases, touched, passed: 0, renewed: Vec::new() }
    }

    pub(crate) fn renewed(self) -> Vec<Renewed> {
        self.renewed
    }

    /// How many findings there were.
    pub(super) const fn count(&self) -> usize {
        self.before.len()
    }

    /// What can be judged of the record. Topics may have come and gone: then nothing can be taken over.
    pub(super) fn subjects(again: &mut Option<Self>, record: &Record) -> Arc<Subjects> {
        const TOPICS: Fields = Fields::NONE.meetings(&["topics"]);
        let known = again.as_ref().map(|again| (again.touched.fields.meet(TOPICS), &again.before.subjects));
        if let Some((false, subjects)) = known {
            return Arc::clone(subjects);
        }
        let subjects = Arc::new(Subjects::of(record));
        if known.is_some_and(|(_, before)| *before != subjects) {
            *again = None;
        }
        subjects
    }

    /// How much of the verdicts of the norm at this place can have changed.
    pub(super) fn reach(&self, norm: usize) -> Reach {
        self.bases.get(norm).map_or(Reach::Everything, |basis| basis.reach_of(self.touched))
    }

    /// The places of the norm's findings before. Norms are asked for in their order.
    pub(super) fn of_norm(&mut self, norm: usize) -> Range<usize> {
        let start = self.passed;
        self.passed += self.before.count_of_norm(start, norm);
        start..self.passed
    }

    /// Takes findings over.
    pub(super) fn keep(&mut self, places: Range<usize>, findings: &mut Findings) {
        findings.keep(self.before, places);
    }

    /// Which of a norm's findings are about this, or stand for there being nothing to judge.
    pub(super) fn about(&self, about: About, places: Range<usize>) -> Range<usize> {
        self.before.within(&self.before.subjects.within(about), places)
    }

    /// Notes that these were found in the place of those.
    pub(super) fn renew(&mut self, before: Range<usize>, now: Range<usize>) {
        self.renewed.push((before, now));
    }
}
