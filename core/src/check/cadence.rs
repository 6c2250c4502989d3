//! So many meetings in each period.

use alloc::vec::Vec;

use super::view::{BigList, View};
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::Cadence;

/// The days of all meetings, in order, and the places of those without a day.
pub(super) struct Meetings {
    days: Vec<Day>,
    undated: Vec<Path>,
}

impl Meetings {
    pub(super) fn of(view: &View<'_>) -> Self {
        let mut days = Vec::with_capacity(view.record.meetings.len());
        let mut undated = Vec::new();
        for (at, meeting) in view.record.meetings.iter().enumerate() {
            match meeting.on.get() {
                Some(day) if day <= view.on => days.push(day),
                Some(_) => {}
                None => undated.push(Path::of(Key::Meetings).at(at).key(Key::On)),
            }
        }
        sort(&mut days, |day| [day.rank(), 0]);
        Self { days, undated }
    }

    fn between(&self, first: Day, last: Day) -> u32 {
        let count = self.days.partition_point(|&day| day <= last) - self.days.partition_point(|&day| day < first);
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}

pub(super) fn judge(view: &View<'_>, meetings: &Meetings, rule: &Cadence, period: Period) -> Judgement {
    let path = Path::of(Key::Meetings);
    let (Some(first), Some(last)) = (period.first(), period.last()) else {
        return Judgement::new(Reason::NothingToJudge, path);
    };
    let required = rule.at_least.get();
    let counted = meetings.between(first, last);
    let judgement =
        |reason| Judgement::new(reason, path).number(Fact::Counted, counted).number(Fact::Required, required);
    if counted >= required {
        return judgement(Reason::CadenceMet);
    }
    if view.on <= last {
        return judgement(Reason::CadencePending).due(last);
    }
    let mut missing = meetings.undated.clone();
    if !view.is_complete(BigList::Meetings, last) {
        missing.push(BigList::Meetings.completeness());
    }
    // Undated meetings matter only if they could make up the number.
    let at_most = counted.saturating_add(u32::try_from(meetings.undated.len()).unwrap_or(u32::MAX));
    if view.is_complete(BigList::Meetings, last) && at_most < required {
        return judgement(Reason::CadenceTooFew);
    }
    if missing.is_empty() {
        judgement(Reason::CadenceTooFew)
    } else {
        Judgement::unknown(Reason::CadenceUnknown, path, missing)
            .number(Fact::Counted, counted)
            .number(Fact::Required, required)
    }
}
