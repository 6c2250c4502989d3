//! A group is a share of another, within bounds.

use alloc::vec::Vec;

use super::bar::Bar;
use super::instance::{Instance, Matter};
use super::tally::Tally;
use super::truth::Known;
use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::TrainingClass;
use crate::report::{Fact, Judgement};
use crate::rulebook::{Hours, Measure, Portion};
use crate::value::Count;

pub(super) fn judge(view: &View<'_>, portion: &Portion, instance: &Instance<'_>) -> Judgement {
    let path = match instance.matter {
        Matter::TrainingClass(_) => instance.path.key(Key::TheoryHours),
        _ => Path::of(Key::Appointments),
    };
    let part = measure(view, &portion.of, instance);
    let whole = measure(view, &portion.among, instance);
    let mut missing = [part.missing.as_slice(), whole.missing.as_slice()].concat();
    if matches!(portion.among, Measure::Persons(_)) && !view.is_complete(BigList::Appointments, view.on) {
        missing.push(BigList::Appointments.completeness());
        return Judgement::unknown(Reason::ShareUnknown, path, missing);
    }
    if whole.surely == 0 && whole.at_most == 0 && missing.is_empty() && part.surely == 0 {
        return Judgement::new(Reason::ShareOfNothing, path);
    }
    // More theory than hours is a contradiction: which of the two is wrong cannot be told.
    if matches!(instance.matter, Matter::TrainingClass(_)) && part.surely > whole.at_most {
        let fields = [Key::TheoryHours, Key::Hours].map(|key| instance.path.key(key));
        return Judgement::unknown(Reason::ShareUnknown, path, Vec::from(fields));
    }
    let floor = Bar::floor(portion.at_least, portion.more_than);
    let ceiling = Bar::ceiling(portion.at_most, portion.less_than);
    let reaches = |bar: Option<Bar>| bar.map(|bar| bar.compare(&part, &whole));
    let (reason, bar) = match (reaches(floor), reaches(ceiling)) {
        (Some(Known::False), _) => (Reason::ShareTooSmall, floor),
        (_, Some(Known::True)) => (Reason::ShareTooLarge, ceiling),
        (Some(Known::Unknown), _) | (_, Some(Known::Unknown)) => {
            return Judgement::unknown(Reason::ShareUnknown, path, missing);
        }
        (_, None) => (Reason::ShareMet, floor),
        (_, Some(Known::False)) => (Reason::ShareWithin, ceiling),
    };
    let mut judgement =
        Judgement::new(reason, path).number(Fact::Counted, part.surely).number(Fact::Among, whole.surely);
    if let Some(floor) = floor {
        judgement = judgement.number(Fact::Required, floor.fewest(whole.surely));
    }
    if let Some(ceiling) = ceiling {
        judgement = judgement.number(Fact::Allowed, ceiling.fewest(whole.surely).saturating_sub(1));
    }
    match bar {
        Some(bar) => judgement.share(bar.share()),
        None => judgement,
    }
}

fn measure(view: &View<'_>, measure: &Measure, instance: &Instance<'_>) -> Tally {
    match (measure, instance.matter) {
        (Measure::Persons(selector), _) => view.count_persons(selector, view.on),
        (Measure::Hours(hours), Matter::TrainingClass(class)) => hours_of(class, *hours, instance.path),
        // Loading a rulebook refuses hours of anything else.
        (Measure::Hours(_), _) => Tally::default(),
    }
}

fn hours_of(class: &TrainingClass, hours: Hours, path: Path) -> Tally {
    let (hours, key) = match hours {
        Hours::All => (class.hours, Key::Hours),
        Hours::Theory => (class.theory_hours, Key::TheoryHours),
    };
    match hours.get().map(Count::get) {
        Some(count) => Tally::exactly(count),
        None => Tally { surely: 0, at_most: u32::MAX, missing: alloc::vec![path.key(key)] },
    }
}
