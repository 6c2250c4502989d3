//! What an edit changed in the report.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use super::Session;
use crate::calendar::Period;
use crate::fault::Fault;
use crate::order::Names;
use crate::report::{Incoherence, Report, Subject, Verdict};
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
    /// Compares the reports of one rulebook before and after an edit.
    pub(super) fn between(before: Option<&Report>, after: Option<&Report>, faults: bool) -> Self {
        let mut found = Self { faults, ..Self::default() };
        let coherence = |report: Option<&Report>| report.map_or_else(Vec::new, |report| report.coherence().to_vec());
        found.coherence = match (before, after) {
            (Some(before), Some(after)) => before.coherence() != after.coherence(),
            _ => !coherence(before).is_empty() || !coherence(after).is_empty(),
        };
        let mut old = before.into_iter().flat_map(Report::verdicts);
        let mut new = after.into_iter().flat_map(Report::verdicts).enumerate();
        loop {
            let (was, is) = (old.next(), new.next());
            match (was, is) {
                (Some(was), Some((at, is))) if was.identity() == is.identity() => {
                    if !was.says_the_same(is) {
                        found.changed.push(at);
                    }
                }
                (None, None) => break,
                // Most edits change no list. From the first difference on, verdicts are looked for by identity.
                _ => {
                    found.match_up(was.into_iter().chain(old), is.into_iter().chain(new));
                    break;
                }
            }
        }
        found
    }

    fn match_up<'r>(
        &mut self,
        old: impl Iterator<Item = Verdict<'r>>,
        new: impl Iterator<Item = (usize, Verdict<'r>)>,
    ) {
        let old: Vec<Verdict<'_>> = old.collect();
        let mut known: Names = old.iter().map(|verdict| identity(*verdict)).zip(0..).collect();
        for (at, verdict) in new {
            match known.remove(&identity(verdict)).and_then(|place| old.get(place)) {
                None => self.appeared.push(at),
                Some(was) if !was.says_the_same(verdict) => self.changed.push(at),
                Some(_) => {}
            }
        }
        let gone = known.into_values().filter_map(|place| old.get(place));
        self.cleared.extend(gone.map(|verdict| Cleared {
            norm: verdict.norm().id.clone(),
            subject: verdict.subject().clone(),
            period: verdict.period(),
        }));
    }

    pub(super) fn about(self, session: &Session) -> Delta<'_> {
        Delta { session, found: self }
    }
}

/// The identity of a verdict as a name: in the order of the norms, and with the length of each id, for an id may be any
/// text.
fn identity(verdict: Verdict<'_>) -> Box<str> {
    let (norm, subject, period) = verdict.identity();
    let mut name = format!("{norm:06} {}", subject.kind.as_str());
    for id in [&subject.id, &subject.meeting].into_iter().flatten() {
        name += &format!(" {} {id}", id.as_str().len());
    }
    if let Some(period) = period {
        name += &format!(" {period}");
    }
    name.into()
}
