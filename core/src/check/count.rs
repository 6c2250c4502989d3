//! How many of a group there are.

use alloc::vec;
use alloc::vec::Vec;

use super::tally::Tally;
use super::truth::Truth;
use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Bound, Counted, Figure, Parity, Range, Rounding, SeatSelector, TierCase};

/// What the number must be, and what that rests on.
#[derive(Default)]
struct Wanted {
    at_least: Option<u32>,
    at_most: Option<u32>,
    parity: Option<Parity>,
    figures: Vec<(Figure, u32, Path)>,
    /// The form of an organization, and where it stands.
    form: Option<(&'static str, Path)>,
}

pub(super) fn judge(view: &View<'_>, range: &Range) -> Judgement {
    let all = SeatSelector::default();
    let of = range.of.given().unwrap_or(&all);
    let path = Path::of(Key::Appointments);
    let is_complete = view.is_complete(BigList::Appointments, view.on);
    let counted = match range.counted {
        Counted::Persons => Ok((view.count_persons(of, view.on), is_complete, path)),
        Counted::Seats => Ok((view.count_seats(of, view.on), is_complete, path)),
        Counted::Workers => {
            view.figure(Figure::Workers, view.on).map(|(workers, place)| (Tally::exactly(workers), true, place))
        }
    };
    match (counted, wanted(view, range)) {
        (Ok((_, _, path)), Ok(None)) | (Err(path), Ok(None)) => Judgement::new(Reason::CountNoTier, path),
        (Ok((tally, is_complete, path)), Ok(Some(wanted))) => wanted.rest(compare(tally, is_complete, &wanted, path)),
        (counted, wanted) => {
            let path = counted.as_ref().map_or_else(|&missing| missing, |&(.., place)| place);
            let missing = counted.err().into_iter().chain(wanted.err().into_iter().flatten()).collect();
            Judgement::unknown(Reason::CountAreaUnknown, path, missing)
        }
    }
}

fn compare(tally: Tally, is_complete: bool, wanted: &Wanted, path: Path) -> Judgement {
    let Wanted { at_least, at_most, parity, .. } = *wanted;
    let judgement = if let Some(allowed) = at_most.filter(|&most| tally.surely > most) {
        Judgement::new(Reason::CountTooMany, path).number(Fact::Counted, tally.surely).number(Fact::Allowed, allowed)
    } else if !is_complete {
        let mut missing: Vec<Path> = tally.missing;
        missing.push(BigList::Appointments.completeness());
        Judgement::unknown(Reason::CountSoFar, path, missing).number(Fact::Counted, tally.surely)
    } else if let Some(required) = at_least.filter(|&least| tally.at_most < least) {
        Judgement::new(Reason::CountTooFew, path).number(Fact::Counted, tally.at_most).number(Fact::Required, required)
    } else if at_least.is_some_and(|least| tally.surely < least)
        || at_most.is_some_and(|most| tally.at_most > most)
        || parity.is_some() && tally.surely != tally.at_most
    {
        Judgement::unknown(Reason::CountUnknown, path, tally.missing)
            .number(Fact::Counted, tally.surely)
            .number(Fact::AtMost, tally.at_most)
    } else if parity.is_some_and(|parity| (parity == Parity::Odd) != (tally.surely % 2 == 1)) {
        Judgement::new(Reason::CountWrongParity, path).number(Fact::Counted, tally.surely)
    } else {
        Judgement::new(Reason::CountMet, path).number(Fact::Counted, tally.surely)
    };
    let judgement = bounds(judgement, at_least, at_most);
    match parity {
        Some(parity) => judgement.word(Fact::Parity, parity.as_str()),
        None => judgement,
    }
}

/// Both bounds stand among the facts, whichever was the one.
fn bounds(judgement: Judgement, at_least: Option<u32>, at_most: Option<u32>) -> Judgement {
    let mut judgement = judgement;
    if let (Some(least), None) = (at_least, judgement.details.facts.get(Fact::Required)) {
        judgement = judgement.number(Fact::Required, least);
    }
    if let (Some(most), None) = (at_most, judgement.details.facts.get(Fact::Allowed)) {
        judgement = judgement.number(Fact::Allowed, most);
    }
    judgement
}

/// What is wanted on the day of evaluation; nothing, where there are tiers and none is for this case.
fn wanted(view: &View<'_>, range: &Range) -> Result<Option<Wanted>, Vec<Path>> {
    let mut wanted = Wanted::default();
    let mut tier = None;
    for one in &range.tiers {
        let Some(case) = one.r#where.given() else {
            tier = Some(one);
            break;
        };
        match view.is_case(case, view.on) {
            Truth::Unknown(missing) => return Err(missing),
            Truth::True => tier = Some(one),
            Truth::False => {}
        }
        wanted.rests_on(view, case);
        if tier.is_some() {
            break;
        }
    }
    if tier.is_none() && !range.tiers.is_empty() {
        return Ok(None);
    }
    let limits = range.limits_in(tier);
    (wanted.at_least, wanted.at_most) = (limits.least(), limits.most());
    wanted.parity = limits.parity.get();
    if let Some(steps) = limits.steps.given() {
        let above = wanted.figure(view, steps.of)?.saturating_sub(steps.above.get());
        let more = part(above, steps.every.get(), 1, steps.rounding).saturating_mul(steps.add.get());
        let raise = |bound: Option<u32>| bound.map(|bound| bound.saturating_add(more));
        if steps.raises != Bound::Most {
            wanted.at_least = raise(wanted.at_least);
        }
        if steps.raises != Bound::Least {
            wanted.at_most = raise(wanted.at_most);
        }
    }
    if let Some(ratio) = limits.per.given() {
        let number = part(wanted.figure(view, ratio.of)?, ratio.every.get(), ratio.count.get(), ratio.rounding);
        if ratio.sets != Bound::Most {
            wanted.at_least = wanted.at_least.max(Some(number));
        }
        if ratio.sets != Bound::Least {
            wanted.at_most = Some(wanted.at_most.map_or(number, |most| most.min(number)));
        }
    }
    Ok(Some(wanted))
}

/// So many for every so many of a figure, made whole.
fn part(figure: u32, every: u32, count: u32, rounding: Rounding) -> u32 {
    let (whole, every) = (u64::from(figure) * u64::from(count), u64::from(every.max(1)));
    let number = match rounding {
        Rounding::Up => whole.div_ceil(every),
        Rounding::Down => whole / every,
    };
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Wanted {
    fn figure(&mut self, view: &View<'_>, which: Figure) -> Result<u32, Vec<Path>> {
        let (figure, place) = view.figure(which, view.on).map_err(|missing| vec![missing])?;
        if !self.figures.iter().any(|&(known, ..)| known == which) {
            self.figures.push((which, figure, place));
        }
        Ok(figure)
    }

    /// Notes what a case that is known to hold or not to hold rests on.
    fn rests_on(&mut self, view: &View<'_>, case: &TierCase) {
        match case {
            TierCase::Figure(span) => {
                let _ = self.figure(view, span.of);
            }
            TierCase::Form(of) => {
                let holder = view.parts.get(of.organization as usize).and_then(|part| part.holder.ok());
                let form = holder.and_then(|at| Some((at, view.organization(at)?.form.get()?)));
                self.form = form.map(|(at, form)| (form.as_str(), Path::of(Key::Organizations).at(at).key(Key::Form)));
            }
        }
    }

    /// Tells what the bounds rest on.
    fn rest(&self, mut judgement: Judgement) -> Judgement {
        if let Some((form, place)) = self.form {
            judgement = judgement.word(Fact::Basis, form).related(place);
        }
        for (index, &(which, figure, place)) in self.figures.iter().enumerate() {
            if index == 0 && self.form.is_none() {
                judgement = judgement.word(Fact::Basis, which.as_str()).number(Fact::Figure, figure);
            }
            judgement = judgement.related(place);
        }
        judgement
    }
}
