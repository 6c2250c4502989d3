//! Faults of sense in what counts.

use alloc::format;

use super::constraint::{Bound, Counted, Limits, Measure, Portion, Quorum, QuorumBase, Range};
use super::lint::Lint;
use crate::fault::{Fault, Problem};
use crate::value::{Maybe, Share};

impl Lint<'_> {
    pub(super) fn range(&mut self, range: &Range, path: &str) {
        if let Maybe::Given(of) = &range.of {
            self.seats(of, &format!("{path}/of"));
            if range.counted == Counted::Workers {
                self.misfit(&format!("{path}/of"), "of", range.counted.as_str());
            }
        }
        if range.tiers.is_empty() {
            self.limits(&range.limits_in(None), path, path);
        }
        for (at, tier) in range.tiers.iter().enumerate() {
            let path = format!("{path}/tiers/{at}");
            self.limits(&range.limits_in(Some(tier)), &path, &format!("{path}/require"));
        }
    }

    fn limits(&mut self, limits: &Limits, path: &str, within: &str) {
        if limits.are_open() {
            self.faults.push(Fault::new(&format!("{within}/atLeast"), Problem::MissingField));
        }
        if let Maybe::Given(steps) = &limits.steps {
            let is_raised = |bound| steps.raises == bound || steps.raises == Bound::Both;
            let bounds = [(Bound::Least, limits.least(), "atLeast"), (Bound::Most, limits.most(), "atMost")];
            for (_, _, name) in bounds.into_iter().filter(|&(bound, given, _)| given.is_none() && is_raised(bound)) {
                self.faults.push(Fault::new(&format!("{within}/{name}"), Problem::MissingField));
            }
        }
        if let (Some(min), Some(max)) = (limits.least(), limits.most())
            && min > max
        {
            self.faults.push(Fault::new(path, Problem::BoundsCrossed { min, max }));
        }
    }

    pub(super) fn portion(&mut self, portion: &Portion, path: &str) {
        let kinds = [&portion.of, &portion.among].map(|measure| matches!(measure, Measure::Persons(_)));
        if kinds == [true, false] || kinds == [false, true] {
            self.misfit(&format!("{path}/among"), "persons", "hours");
        }
        for (measure, name) in [(&portion.of, "of"), (&portion.among, "among")] {
            if let Measure::Persons(selector) = measure {
                self.seats(selector, &format!("{path}/{name}/persons"));
            }
        }
        let is_floored = self.one_share([portion.at_least, portion.more_than], ["atLeast", "moreThan"], path);
        let is_capped = self.one_share([portion.at_most, portion.less_than], ["atMost", "lessThan"], path);
        if !is_floored && !is_capped {
            self.faults.push(Fault::new(&format!("{path}/atLeast"), Problem::MissingField));
        }
    }

    pub(super) fn quorum(&mut self, quorum: &Quorum, path: &str) {
        self.quorum_part(&quorum.of, [quorum.at_least, quorum.more_than], path);
        for (at, part) in quorum.also.iter().enumerate() {
            self.quorum_part(&part.of, [part.at_least, part.more_than], &format!("{path}/also/{at}"));
        }
    }

    fn quorum_part(&mut self, of: &Maybe<QuorumBase>, shares: [Maybe<Share>; 2], path: &str) {
        if let Maybe::Given(QuorumBase::Members(of)) = of {
            self.seats(of, &format!("{path}/of/members"));
        }
        self.share(shares, path);
    }

    /// One share that must be reached, inclusive or not.
    pub(super) fn share(&mut self, shares: [Maybe<Share>; 2], path: &str) {
        if !self.one_share(shares, ["atLeast", "moreThan"], path) {
            self.faults.push(Fault::new(&format!("{path}/atLeast"), Problem::MissingField));
        }
    }

    /// Of two shares that bound the same side only one may be given. Whether one is.
    fn one_share(&mut self, shares: [Maybe<Share>; 2], names: [&'static str; 2], path: &str) -> bool {
        let ([one, other], [name, beside]) = (shares.map(|share| share != Maybe::Absent), names);
        if one && other {
            self.misfit(&format!("{path}/{beside}"), beside, name);
        }
        one || other
    }
}
