//! So many meetings in each period, in named slots of a year, and no longer or shorter apart than may be.

use alloc::vec::Vec;

use super::bar::Bar;
use super::counting::Stretch;
use super::truth::{Logic, Truth};
use super::view::{BigList, View};
use crate::calendar::{Day, Length};
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::Meeting;
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{Cadence, Counting, MeetingSelector, Slot};
use crate::value::Maybe;

/// The days of all meetings that count, in order, and what is not known of others.
pub(super) struct Meetings {
    days: Vec<Day>,
    /// Meetings that may count, with what would tell.
    possible: Vec<(Day, Vec<Path>)>,
    /// What would tell of meetings without a day.
    undated: Vec<Path>,
    undated_count: u32,
}

impl Meetings {
    /// All meetings, or those of a kind.
    pub(super) fn of(view: &View<'_>, which: &Maybe<MeetingSelector>) -> Self {
        let mut days = Vec::with_capacity(view.record.meetings.len());
        let (mut possible, mut undated, mut undated_count) = (Vec::new(), Vec::new(), 0);
        for (at, meeting) in view.record.meetings.iter().enumerate() {
            let counts = which.given().map_or(Truth::True, |which| is_such(view, which, at, meeting));
            match (meeting.on.get(), counts) {
                (Some(day), _) if day > view.on => {}
                (_, Truth::False) => {}
                (Some(day), Truth::True) => days.push(day),
                (Some(day), Truth::Unknown(fields)) => possible.push((day, fields)),
                (None, counts) => {
                    undated.push(Path::of(Key::Meetings).at(at).key(Key::On));
                    undated.extend_from_slice(counts.missing_fields());
                    undated_count += 1;
                }
            }
        }
        sort(&mut days, |day| [day.rank(), 0]);
        Self { days, possible, undated, undated_count }
    }

    fn between(&self, first: Day, last: Day) -> u32 {
        let [through, before] =
            [self.days.partition_point(|&day| day <= last), self.days.partition_point(|&day| day < first)];
        u32::try_from(through.saturating_sub(before)).unwrap_or(u32::MAX)
    }

    /// How many more there may be among those that the record names, and what would tell.
    fn possibly(&self, first: Day, last: Day) -> (u32, Vec<Path>) {
        let within = || self.possible.iter().filter(|(day, _)| (first..=last).contains(day));
        let count = u32::try_from(within().count()).unwrap_or(u32::MAX).saturating_add(self.undated_count);
        let missing = within().flat_map(|(_, fields)| fields.iter().copied());
        (count, missing.chain(self.undated.iter().copied()).collect())
    }
}

fn is_such(view: &View<'_>, which: &MeetingSelector, at: usize, meeting: &Meeting) -> Truth {
    let path = Path::of(Key::Meetings).at(at);
    let of_kind = which.extraordinary.get().map_or(Truth::True, |wanted| {
        Truth::of(meeting.extraordinary.get().map(|found| found == wanted), path.key(Key::Extraordinary))
    });
    of_kind.and(|| match which.quorum.get() {
        None => Truth::True,
        Some(_) if meeting.on.get().is_none() => Truth::missing(path.key(Key::On)),
        Some(share) => view.attendance(at).map_or(Truth::False, |attendance| attendance.reaches(Bar::AtLeast(share))),
    })
}

/// One period of one norm.
struct Asked<'a> {
    view: &'a View<'a>,
    meetings: &'a Meetings,
    first: Day,
    last: Day,
}

/// Judges the period from one day through another.
pub(super) fn judge(view: &View<'_>, meetings: &Meetings, rule: &Cadence, (first, last): (Day, Day)) -> Judgement {
    let asked = Asked { view, meetings, first, last };
    let year = first.year();
    // What is broken decides, then what is not known, then what is to come first.
    let weight = |judgement: &Judgement| match judgement.outcome() {
        Outcome::Broken => 0,
        Outcome::Unknown => 1,
        Outcome::Pending => 2 + judgement.details.due.map_or(u64::MAX >> 2, Day::rank),
        Outcome::Met | Outcome::NotApplicable => u64::MAX,
    };
    let mut decides: Option<Judgement> = None;
    let mut weigh = |part: Judgement| {
        if decides.as_ref().is_none_or(|decides| weight(&part) < weight(decides)) {
            decides = Some(part);
        }
    };
    if let Maybe::Given(least) = rule.at_least {
        weigh(asked.at_least(first, last, least.get(), Reason::CadenceTooFew));
    }
    if let Maybe::Given(most) = rule.at_most {
        weigh(asked.at_most(most.get()));
    }
    rule.slots.iter().filter_map(|slot| asked.slot(slot, year)).for_each(&mut weigh);
    if let Maybe::Given(gap) = &rule.longest_gap {
        weigh(asked.longest_gap(gap, &rule.counting));
    }
    if let Maybe::Given(gap) = &rule.shortest_gap {
        weigh(asked.shortest_gap(gap, &rule.counting));
    }
    decides.unwrap_or_else(|| Judgement::new(Reason::NothingToJudge, Path::of(Key::Meetings)))
}

impl Asked<'_> {
    fn judgement(reason: Reason) -> Judgement {
        Judgement::new(reason, Path::of(Key::Meetings))
    }

    fn is_complete(&self, day: Day) -> bool {
        self.view.is_complete(BigList::Meetings, day)
    }

    /// So many at least from one day to another.
    fn at_least(&self, first: Day, last: Day, required: u32, too_few: Reason) -> Judgement {
        let counted = self.meetings.between(first, last);
        let facts = |judgement: Judgement| {
            let judgement = judgement.number(Fact::Counted, counted).number(Fact::Required, required);
            if too_few == Reason::CadenceSlotMissed {
                judgement.day(Fact::On, first).day(Fact::Against, last)
            } else {
                judgement
            }
        };
        if counted >= required {
            return facts(Self::judgement(Reason::CadenceMet));
        }
        if self.view.on <= last {
            return facts(Self::judgement(Reason::CadencePending)).due(last);
        }
        let (possibly, mut missing) = self.meetings.possibly(first, last);
        let is_complete = self.is_complete(last);
        // Other meetings matter only if they could make up the number.
        if is_complete && counted.saturating_add(possibly) < required {
            return facts(Self::judgement(too_few));
        }
        if !is_complete {
            missing.push(BigList::Meetings.completeness());
        }
        facts(Judgement::unknown(Reason::CadenceUnknown, Path::of(Key::Meetings), missing))
    }

    fn slot(&self, slot: &Slot, year: i32) -> Option<Judgement> {
        Some(self.at_least(slot.from.of(year)?, slot.through.of(year)?, 1, Reason::CadenceSlotMissed))
    }

    /// So many at most: more can be told at once, no more only when all are known.
    fn at_most(&self, allowed: u32) -> Judgement {
        let counted = self.meetings.between(self.first, self.last);
        let facts = |judgement: Judgement| judgement.number(Fact::Counted, counted).number(Fact::Allowed, allowed);
        if counted > allowed {
            return facts(Self::judgement(Reason::CadenceTooMany));
        }
        let (possibly, missing) = self.meetings.possibly(self.first, self.last);
        let missing = if counted.saturating_add(possibly) > allowed { missing } else { Vec::new() };
        facts(self.no_more(missing))
    }

    /// Kept, if nothing else is missing and the list is complete as far as the period has run.
    fn no_more(&self, mut missing: Vec<Path>) -> Judgement {
        if !self.is_complete(self.last.min(self.view.on)) {
            missing.push(BigList::Meetings.completeness());
        }
        if missing.is_empty() {
            Self::judgement(Reason::CadenceMet)
        } else {
            Judgement::unknown(Reason::CadenceUnknown, Path::of(Key::Meetings), missing)
        }
    }

    /// After each meeting, and after the committee's first day, there is another in time. What would have been due in
    /// this period is judged in it.
    fn longest_gap(&self, gap: &Length, counting: &Maybe<Counting>) -> Judgement {
        let established = self.view.record.committee.established.get();
        let anchors = established.into_iter().chain(self.meetings.days.iter().copied());
        let mut unknown = None;
        let mut pending: Option<Judgement> = None;
        for anchor in anchors.filter(|&anchor| anchor <= self.last) {
            let stretch = Stretch::new(self.view, anchor, gap, counting);
            let next = self.meetings.days.iter().copied().find(|&day| day > anchor);
            let due = match stretch.last() {
                Ok(due) if (self.first..=self.last).contains(&due) => due,
                Ok(_) => continue,
                Err(field) => {
                    let is_in_time = next.is_some_and(|next| stretch.is_over_before(next) == Truth::False);
                    if !is_in_time {
                        unknown = Some(alloc::vec![field]);
                    }
                    continue;
                }
            };
            if next.is_some_and(|next| next <= due) {
                continue;
            }
            if self.view.on <= due {
                pending = Some(Self::judgement(Reason::CadenceNextPending).day(Fact::On, anchor).due(due));
                continue;
            }
            let (possibly, mut missing) = self.meetings.possibly(anchor.plus(1), due);
            if possibly == 0 && self.is_complete(due) {
                return stretch.tell(
                    Self::judgement(Reason::CadenceGapTooLong).day(Fact::On, anchor),
                    due,
                    Fact::Allowed,
                );
            }
            if !self.is_complete(due) {
                missing.push(BigList::Meetings.completeness());
            }
            unknown = Some(missing);
        }
        match (unknown, pending) {
            (Some(missing), _) => Judgement::unknown(Reason::CadenceUnknown, Path::of(Key::Meetings), missing),
            (None, Some(pending)) => pending,
            (None, None) => {
                Self::judgement(Reason::CadenceMet).number(Fact::Counted, self.meetings.between(self.first, self.last))
            }
        }
    }

    /// No meeting follows the one before it too soon.
    fn shortest_gap(&self, gap: &Length, counting: &Maybe<Counting>) -> Judgement {
        let mut missing = Vec::new();
        for pair in self.meetings.days.windows(2) {
            let &[before, day] = pair else { continue };
            if !(self.first..=self.last).contains(&day) {
                continue;
            }
            let stretch = Stretch::new(self.view, before, gap, counting);
            match stretch.is_under_way_on(day) {
                Truth::False => {}
                Truth::True => {
                    return stretch.tell(
                        Self::judgement(Reason::CadenceGapTooShort).day(Fact::On, day),
                        day,
                        Fact::Required,
                    );
                }
                Truth::Unknown(fields) => missing.extend(fields),
            }
        }
        missing.extend(self.meetings.possibly(self.first, self.last).1);
        let counted = self.meetings.between(self.first, self.last);
        self.no_more(missing).number(Fact::Counted, counted)
    }
}
