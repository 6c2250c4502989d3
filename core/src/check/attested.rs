//! Someone has judged, by name and on a day.

use alloc::vec::Vec;

use super::instance::Instance;
use super::truth::Truth;
use super::view::View;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Attestation, Claim, Subject};
use crate::report::Judgement;
use crate::rulebook::{About, Attested};

/// The attestations of a record, in the order in which they are looked for.
pub(super) struct Attestations<'a>(Vec<(Claim, Subject, usize, &'a Attestation)>);

impl<'a> Attestations<'a> {
    /// Those that the day of evaluation knows of.
    pub(super) fn of(view: &View<'a>) -> Self {
        let mut known: Vec<_> = (view.record.attestations.iter().enumerate())
            .filter(|(_, attestation)| attestation.on.get().is_none_or(|on| on <= view.on))
            .filter_map(|(at, attestation)| {
                let about = attestation.about.given()?.subject()?;
                Some((attestation.claim.get()?, about, at, attestation))
            })
            .collect();
        known.sort_unstable_by_key(|&(claim, about, at, attestation)| (claim, about, attestation.on.get(), at));
        Self(known)
    }

    /// The last one that makes this claim about this subject.
    fn find(&self, claim: Claim, about: Subject) -> Option<(usize, &'a Attestation)> {
        let end = self.0.partition_point(|&(other, subject, ..)| (other, subject) <= (claim, about));
        let &(other, subject, at, attestation) = self.0.get(end.checked_sub(1)?)?;
        ((other, subject) == (claim, about)).then_some((at, attestation))
    }
}

pub(super) fn judge(view: &View<'_>, attestations: &Attestations<'_>, rule: &Attested, instance: &Instance<'_>) -> Judgement {
    let seat = Path::of(Key::Appointments).at(instance.at);
    let person = match instance.person() {
        Ok(person) => person,
        Err(_) => return Judgement::unknown(Reason::AttestedUnknown, seat, alloc::vec![seat.key(Key::Person)]),
    };
    match rule.about {
        About::Member => {
            let found = attestations
                .find(rule.claim, Subject::Appointment(instance.at))
                .or_else(|| attestations.find(rule.claim, Subject::Person(person)));
            of_attestation(found, seat)
        }
        About::Unit => {
            let Ok(day) = instance.day else { return of_attestation(None, seat) };
            let units = view.units_on(person, day);
            // One of several units suffices; a denial counts when nothing better can come.
            let judgements = (units.known.iter().copied())
                .map(|unit| of_attestation(attestations.find(rule.claim, Subject::Organization(unit)), seat));
            let rank = |judgement: &Judgement| match judgement.reason {
                Reason::AttestedMet => 0,
                Reason::AttestedDenied => 2,
                _ => 1,
            };
            match judgements.min_by_key(rank) {
                Some(best) if best.reason != Reason::AttestedDenied || units.missing.is_empty() => best,
                Some(_) => Judgement::unknown(Reason::AttestedUnknown, seat, units.missing),
                None => of_attestation(None, seat),
            }
        }
    }
}

fn of_attestation(found: Option<(usize, &Attestation)>, seat: Path) -> Judgement {
    let list = Path::of(Key::Attestations);
    let Some((at, attestation)) = found else {
        return Judgement::unknown(Reason::AttestedUnknown, seat, alloc::vec![list]);
    };
    let path = list.at(at);
    let holds = Truth::of(attestation.holds.get(), path.key(Key::Holds));
    let named = Truth::of(attestation.by.given().map(|by| !by.as_str().trim().is_empty()), path.key(Key::By));
    let dated = Truth::of(attestation.on.get().map(|_| true), path.key(Key::On));
    let signed = match named {
        // A blank name is no name.
        Truth::False => Truth::missing(path.key(Key::By)),
        named => named,
    }
    .and(|| dated);
    match (holds, signed) {
        (Truth::True, Truth::True) => Judgement::new(Reason::AttestedMet, path),
        (Truth::False, Truth::True) => Judgement::new(Reason::AttestedDenied, path),
        (holds, signed) => {
            let missing = [holds, signed].into_iter().flat_map(Truth::into_missing).collect();
            Judgement::unknown(Reason::AttestedIncomplete, path, missing)
        }
    }
}
