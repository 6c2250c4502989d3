//! What an edit changed in the report.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Session;
use crate::calendar::Period;
use crate::check::Changes;
use crate::fault::Fault;
use crate::order::{Names, Rank, sort};
use crate::report::{Finding, Incoherence, Report, Subject, Verdict};
use crate::value::Id;

/// What an edit changed, by the identity of verdicts: the norm, what it judges, and the period.
///
/// Applied to what was known before, it gives what is known now. It never repeats a verdict that is as it was.
#[derive(Debug)]
pub struct Delta<'s> {
    session: &'s Session,
    found: Found,
}

/// The identity of a verdict that is no longer there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cleared {
    /// The norm.
    pub norm: Id,
    /// What it judged.
    pub subject: Subject,
    /// The period that it was about.
    pub period: Option<Period>,
}

impl<'s> Delta<'s> {
    /// Verdicts that were not there before.
    pub fn appeared(&self) -> impl Iterator<Item = Verdict<'s>> + '_ {
        self.verdicts(&self.found.appeared)
    }

    /// Verdicts that say something else than before, or of another place.
    pub fn changed(&self) -> impl Iterator<Item = Verdict<'s>> + '_ {
        self.verdicts(&self.found.changed)
    }

    /// Verdicts that are no longer there.
    #[must_use]
    pub fn cleared(&self) -> &[Cleared] {
        &self.found.cleared
    }

    /// All that cannot be read, if that changed.
    #[must_use]
    pub fn faults(&self) -> Option<&'s [Fault]> {
        self.found.faults.then(|| self.session.faults())
    }

    /// All contradictions of the record, if they changed.
    #[must_use]
    pub fn coherence(&self) -> Option<&'s [Incoherence]> {
        self.found.coherence.then(|| self.session.report().map(Report::coherence).unwrap_or_default())
    }

    /// The session, as it is now.
    #[must_use]
    pub const fn session(&self) -> &'s Session {
        self.session
    }

    fn verdicts<'d>(&'d self, places: &'d [usize]) -> impl Iterator<Item = Verdict<'s>> + 'd {
        let report = self.session.report().ok();
        places.iter().filter_map(move |&at| report?.verdict(at))
    }
}

/// What is different between two reports.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Places in the list of verdicts.
    appeared: Vec<usize>,
    changed: Vec<usize>,
    cleared: Vec<Cleared>,
    coherence: bool,
    faults: bool,
}

impl Found {
    /// What is different in a report that was brought up to date.
    pub(super) fn of(changes: Changes, report: &Report) -> Self {
        let coherence = changes.coherence.is_some_and(|before| before != report.coherence());
        let mut found = Self { coherence, ..Self::default() };
        for (were, are) in changes.renewal.each() {
            found.renewed(were, are, report);
        }
        found
    }

    /// Compares findings of one norm with those that took their place.
    fn renewed(&mut self, were: &[Finding], are: Range<usize>, report: &Report) {
        let new = report.findings.get(are.clone());
        let same = were.iter().zip(new).take_while(|(was, is)| was.rank() == is.rank()).count();
        for ((was, is), at) in were.iter().zip(new).take(same).zip(are.clone()) {
            if !report.findings.say_the_same(was, is) {
                self.changed.push(at);
            }
        }
        // Mostly the same things are judged, in the same order. Where not, they are looked for.
        let mut known: Vec<(Rank, &Finding)> = were.iter().skip(same).map(|was| (was.rank(), was)).collect();
        sort(&mut known, |&(rank, _)| rank);
        let mut is_there = alloc::vec![false; known.len()];
        for (is, at) in new.iter().zip(are).skip(same) {
            let place = known.binary_search_by_key(&is.rank(), |&(rank, _)| rank).ok();
            match place.and_then(|place| Some((known.get(place)?.1, is_there.get_mut(place)?))) {
                None => self.appeared.push(at),
                Some((was, is_found)) => {
                    *is_found = true;
                    if !report.findings.say_the_same(was, is) {
                        self.changed.push(at);
                    }
                }
            }
        }
        let gone = known.iter().zip(is_there).filter(|(_, is_there)| !is_there);
        let gone = gone.filter_map(|((_, was), _)| report.verdict_of(was));
        self.cleared.extend(gone.map(cleared));
    }

    /// Compares the reports of one rulebook before and after an edit.
    pub(super) fn between<'r>(before: Option<&'r Report>, after: Option<&'r Report>, faults: bool) -> Self {
        let mut found = Self { faults, ..Self::default() };
        let coherence = |report: Option<&Report>| report.map_or_else(Vec::new, |report| report.coherence().to_vec());
        found.coherence = match (before, after) {
            (Some(before), Some(after)) => before.coherence() != after.coherence(),
            _ => !coherence(before).is_empty() || !coherence(after).is_empty(),
        };
        let mut old = before.into_iter().flat_map(Report::verdicts);
        let mut new = after.into_iter().flat_map(Report::verdicts);
        let mut at = 0;
        loop {
            match (old.next(), new.next()) {
                (Some(was), Some(is)) if was.identity() == is.identity() => found.compare(was, is, at),
                (None, None) => break,
                // Most edits change no list. From the first difference on, verdicts are looked for by identity.
                (was, is) => {
                    let old: Vec<_> = was.into_iter().chain(old).collect();
                    let new: Vec<_> = is.into_iter().chain(new).collect();
                    found.norm_by_norm(&old, &new, at);
                    break;
                }
            }
            at += 1;
        }
        found
    }

    fn norm_by_norm(&mut self, mut old: &[Verdict<'_>], mut new: &[Verdict<'_>], mut at: usize) {
        // Both are in the order of the norms.
        while let Some(norm) = old.first().into_iter().chain(new.first()).map(|verdict| verdict.identity().0).min() {
            let of_norm =
                |verdicts: &[Verdict<'_>]| verdicts.iter().take_while(|verdict| verdict.identity().0 == norm).count();
            let (were, old_rest) = old.split_at_checked(of_norm(old)).unwrap_or_default();
            let (are, new_rest) = new.split_at_checked(of_norm(new)).unwrap_or_default();
            self.of_norm(were, are, at);
            at += are.len();
            (old, new) = (old_rest, new_rest);
        }
    }

    /// Compares the verdicts of one norm; those now begin at this place of the report.
    ///
    /// Most edits of a list change one entry of it: what is the same at both ends is not looked for.
    fn of_norm(&mut self, were: &[Verdict<'_>], are: &[Verdict<'_>], at: usize) {
        let is_same = |(was, is): &(&Verdict<'_>, &Verdict<'_>)| was.identity() == is.identity();
        let first = were.iter().zip(are).take_while(is_same).count();
        let (were_first, were) = were.split_at_checked(first).unwrap_or_default();
        let (are_first, are) = are.split_at_checked(first).unwrap_or_default();
        let last = were.iter().rev().zip(are.iter().rev()).take_while(is_same).count();
        let (were, were_last) = were.split_at_checked(were.len() - last).unwrap_or_default();
        let (are, are_last) = are.split_at_checked(are.len() - last).unwrap_or_default();
        for ((was, is), at) in were_first.iter().zip(are_first).zip(at..) {
            self.compare(*was, *is, at);
        }
        self.match_up(were, are, at + first);
        for ((was, is), at) in were_last.iter().zip(are_last).zip(at + first + are.len()..) {
            self.compare(*was, *is, at);
        }
    }

    /// Compares two verdicts of the same identity.
    fn compare(&mut self, was: Verdict<'_>, is: Verdict<'_>, at: usize) {
        if !was.says_the_same(is) {
            self.changed.push(at);
        }
    }

    /// Compares verdicts of one norm by their identities.
    fn match_up(&mut self, were: &[Verdict<'_>], are: &[Verdict<'_>], at: usize) {
        let mut known: Names = were.iter().map(|verdict| identity(*verdict)).zip(0..).collect();
        for (at, verdict) in (at..).zip(are) {
            match known.remove(&identity(*verdict)).and_then(|place| were.get(place)) {
                None => self.appeared.push(at),
                Some(was) => self.compare(*was, *verdict, at),
            }
        }
        let gone = known.into_values().filter_map(|place| were.get(place));
        self.cleared.extend(gone.map(|verdict| cleared(*verdict)));
    }

    pub(super) fn about(self, session: &Session) -> Delta<'_> {
        Delta { session, found: self }
    }
}

fn cleared(verdict: Verdict<'_>) -> Cleared {
    Cleared { norm: verdict.norm().id.clone(), subject: verdict.subject().clone(), period: verdict.period() }
}

/// The identity of a verdict among those of its norm as a name, with the length of each id, for an id may be any text.
fn identity(verdict: Verdict<'_>) -> Box<str> {
    let (_, subject, period) = verdict.identity();
    let mut name = String::from(subject.kind.as_str());
    for id in [&subject.id, &subject.meeting].into_iter().flatten() {
        name += &format!(" {} {id}", id.as_str().len());
    }
    if let Some(period) = period {
        name += &format!(" {period}");
    }
    name.into()
}
