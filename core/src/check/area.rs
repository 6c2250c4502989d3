//! What is known of the committee's area: figures, and the form of the party organization.

use super::truth::Truth;
use super::view::View;
use crate::calendar::Day;
use crate::path::{Key, Path};
use crate::record::Figures;
use crate::rulebook::{Figure, FigureSpan, FormOf, TierCase};
use crate::value::Maybe;

impl View<'_> {
    /// A figure of the area on a day and where it stands, or the field that would tell it.
    pub(super) fn figure(&self, which: Figure, day: Day) -> Result<(u32, Path), Path> {
        let path = Path::of(Key::Committee).key(Key::Figures);
        let entries = self.record.committee.figures.entries().ok_or(path)?;
        let mut latest: Option<(Day, usize, &Figures)> = None;
        for (at, entry) in entries.iter().enumerate() {
            // One without a day may be the latest.
            let on = entry.on.get().ok_or_else(|| path.at(at).key(Key::On))?;
            if on <= day && latest.is_none_or(|(other, ..)| other <= on) {
                latest = Some((on, at, entry));
            }
        }
        let (_, at, entry) = latest.ok_or(path)?;
        let (figure, key) = match which {
            Figure::Residents => (entry.residents, Key::Residents),
            Figure::Households => (entry.households, Key::Households),
            Figure::PartyMembers => (entry.party_members, Key::PartyMembers),
            Figure::Workers => (entry.workers, Key::Workers),
        };
        let place = path.at(at).key(key);
        figure.get().map(|figure| (figure.get(), place)).ok_or(place)
    }

    /// Whether the case of a tier holds on a day.
    pub(super) fn is_case(&self, case: &TierCase, day: Day) -> Truth {
        match case {
            TierCase::Figure(span) => match self.figure(span.of, day) {
                Ok((figure, _)) => Truth::from(is_within(span, figure)),
                Err(missing) => Truth::missing(missing),
            },
            TierCase::Form(form) => self.has_form(form),
        }
    }

    fn has_form(&self, wanted: &FormOf) -> Truth {
        let Some(part) = self.parts.get(wanted.organization as usize) else { return Truth::False };
        match part.holder {
            Ok(at) => {
                let form = self.organization(at).and_then(|organization| organization.form.get());
                let path = Path::of(Key::Organizations).at(at).key(Key::Form);
                Truth::of(form.map(|form| wanted.forms.contains(&form)), path)
            }
            Err(missing) => Truth::missing(missing),
        }
    }
}

fn is_within(span: &FigureSpan, figure: u32) -> bool {
    let holds = |bound: Maybe<crate::value::Amount>, is_kept: fn(u32, u32) -> bool| {
        bound.get().is_none_or(|bound| is_kept(figure, bound.get()))
    };
    holds(span.at_least, |figure, bound| figure >= bound)
        && holds(span.more_than, |figure, bound| figure > bound)
        && holds(span.at_most, |figure, bound| figure <= bound)
        && holds(span.less_than, |figure, bound| figure < bound)
}
