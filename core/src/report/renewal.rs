//! Findings that take the place of others.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;

use super::judgement::{Finding, Findings};
use super::subject::SubjectNumber;
use crate::calendar::Period;

/// A list of findings while some of them are found anew, norm by norm: what was found before, and what takes its place.
///
/// The new ones are made one after the other in the list that is to be renewed, and all are put in their places at the end,
/// so that those behind them move at most once.
pub(crate) struct Renewal {
    before: Vec<Finding>,
    /// Where the findings of the norms that are still to come begin.
    next: usize,
    /// What is replaced, by what: places among those before, and among the new ones; at the end, in the list.
    replaced: Vec<(Range<usize>, Range<usize>)>,
    /// Where the latest new ones end.
    end: usize,
}

impl Renewal {
    /// Takes the findings out, so that new ones can be made.
    pub(crate) fn of(findings: &mut Findings) -> Self {
        Self { before: core::mem::take(&mut findings.list), next: 0, replaced: Vec::new(), end: 0 }
    }

    /// The findings of the norm whose forms have these places. The norms are gone through in their order; those of which
    /// nothing is found anew may be left out.
    pub(crate) fn of_norm(&mut self, forms: &Range<usize>) -> Range<usize> {
        let rest = self.before.get(self.next..).unwrap_or_default();
        let start = self.next + rest.partition_point(|finding| finding.norm() < forms.start);
        let own = self.before.get(start..).unwrap_or_default();
        self.next = start + own.partition_point(|finding| finding.norm() < forms.end);
        start..self.next
    }

    /// Whether a norm's findings are about nothing but the committee.
    pub(crate) fn is_of_nothing(&self, of_norm: &Range<usize>) -> bool {
        let of_norm = self.before.get(of_norm.clone()).unwrap_or_default();
        of_norm.iter().any(|finding| finding.subject == SubjectNumber::COMMITTEE)
    }

    /// Which of a norm's findings are about these subjects, or about nothing but the committee. They are in the order of
    /// the subjects.
    pub(crate) fn within(&self, subjects: &Range<SubjectNumber>, places: Range<usize>) -> Range<usize> {
        let start = places.start;
        let of_norm = self.before.get(places).unwrap_or_default();
        let is_before =
            |finding: &Finding| finding.subject != SubjectNumber::COMMITTEE && finding.subject < subjects.start;
        let first = of_norm.partition_point(is_before);
        let end = of_norm.partition_point(|finding| finding.subject < subjects.end);
        start + first..start + end.max(first)
    }

    /// Which of a norm's findings are about such periods, which follow each other; `None`, where one is about no period.
    /// `place` says whether a period is one of these, or comes before or after them.
    pub(crate) fn during(&self, place: impl Fn(Period) -> Ordering, places: Range<usize>) -> Option<Range<usize>> {
        let of_norm = self.before.get(places.clone())?;
        let (mut before, mut those) = (0, 0);
        for one_period in of_norm.chunk_by(|one, other| one.period == other.period) {
            match place(one_period.first()?.period?) {
                Ordering::Less => before += one_period.len(),
                Ordering::Equal => those += one_period.len(),
                Ordering::Greater => {}
            }
        }
        let start = places.start + before;
        Some(start..start + those)
    }

    /// Puts the findings made last in the place of these, which lie behind all that were replaced so far.
    pub(crate) fn replace(&mut self, these: Range<usize>, findings: &Findings) {
        let start = core::mem::replace(&mut self.end, findings.len());
        self.replaced.push((these, start..self.end));
    }

    /// Puts all in their places.
    pub(crate) fn finish(&mut self, findings: &mut Findings) {
        let mut new = core::mem::take(&mut findings.list);
        // Mostly as many are found as before: then nothing moves, and the old ones are left where the new ones were.
        if self.replaced.iter().all(|(these, those)| these.len() == those.len()) {
            for (these, those) in &mut self.replaced {
                if let (Some(old), Some(new)) = (self.before.get_mut(these.clone()), new.get_mut(those.clone())) {
                    old.swap_with_slice(new);
                }
                core::mem::swap(these, those);
            }
            findings.list = core::mem::replace(&mut self.before, new);
        } else {
            let count = self.before.len() + new.len();
            let mut list = Vec::with_capacity(count);
            let mut next = 0;
            for (these, those) in &mut self.replaced {
                list.extend_from_slice(self.before.get(next..these.start).unwrap_or_default());
                next = these.end;
                let start = list.len();
                list.extend_from_slice(new.get(those.clone()).unwrap_or_default());
                *those = start..list.len();
            }
            list.extend_from_slice(self.before.get(next..).unwrap_or_default());
            findings.list = list;
        }
        findings.tidy();
    }

    /// What was found before, and where in the list is what took its place.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&[Finding], Range<usize>)> {
        let were = |these: &Range<usize>| self.before.get(these.clone()).unwrap_or_default();
        self.replaced.iter().map(move |(these, are)| (were(these), are.clone()))
    }
}
