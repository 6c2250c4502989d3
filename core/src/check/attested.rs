//! Someone has judged, by name and on a day.

use alloc::vec::Vec;

use super::instance::Instance;
use super::view::View;
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{Attestation, Claim, Subject};
use crate::report::Judgement;
use crate::rulebook::{About, Attested};
use crate::value::Ref;

/// The attestations of a record by claim, each list in the order of what they are about.
pub(super) struct Attestations<'a>([Vec<Known<'a>>; Claim::ALL.len()]);

/// An attestation and its place, by what it is about.
type Known<'a> = (Subject, usize, &'a Attestation);

impl<'a> Attestations<'a> {
    /// Those that the day of evaluation knows of.
    pub(super) fn of(view: &View<'a>) -> Self {
        // Most claims are made alike often, and one hardly ever.
        let room = view.record.attestations.len() / 4;
        let mut known = [(); Claim::ALL.len()].map(|()| Vec::with_capacity(room));
        for (at, attestation) in view.record.attestations.iter().enumerate() {
            let about = attestation.about.given().and_then(Ref::subject);
            let list = attestation.claim.get().and_then(|claim| known.get_mut(claim as usize));
            if let (Some(about), Some(list)) = (about, list)
                && attestation.on.get().is_none_or(|on| on <= view.on)
            {
                list.push((about, at, attestation));
            }
        }
        for list in &mut known {
            sort(list, |(about, _, attestation)| [about.rank(), attestation.on.get().map_or(0, |on| on.rank())]);
        }
        Self(known)
    }

    /// Those that make this claim about this subject: first the undated, then the others by day.
    fn find(&self, claim: Claim, about: Subject) -> &[Known<'a>] {
        let list = self.0.get(claim as usize).map(Vec::as_slice).unwrap_or_default();
        let from = list.get(list.partition_point(|known| known.0 < about)..).unwrap_or_default();
        let count = from.iter().take_while(|known| known.0 == about).count();
        from.get(..count).unwrap_or_default()
    }
}

pub(super) fn judge(
    view: &View<'_>,
    attestations: &Attestations<'_>,
    rule: &Attested,
    instance: &Instance<'_>,
) -> Judgement {
    let seat = Path::of(Key::Appointments).at(instance.at);
    let person = match instance.person() {
        Ok(person) => person,
        Err(_) => return Judgement::unknown(Reason::AttestedUnknown, seat, alloc::vec![seat.key(Key::Person)]),
    };
    match rule.about {
        About::Member => {
            let of_seat = attestations.find(rule.claim, Subject::Appointment(instance.at));
            let of_person = attestations.find(rule.claim, Subject::Person(person));
            of_attestations(of_seat.iter().chain(of_person), seat)
        }
        About::Unit => {
            let Ok(day) = instance.day else { return of_attestations([].iter(), seat) };
            let units = view.units_on(person, day);
            // One of several units suffices; a denial counts when nothing better can come.
            let judgements = (units.known.iter().copied())
                .map(|unit| of_attestations(attestations.find(rule.claim, Subject::Organization(unit)).iter(), seat));
            let rank = |judgement: &Judgement| match judgement.reason {
                Reason::AttestedMet => 0,
                Reason::AttestedDenied => 2,
                _ => 1,
            };
            match judgements.min_by_key(rank) {
                Some(best) if best.reason != Reason::AttestedDenied => best,
                Some(best) if units.all_missing().is_empty() => best,
                Some(_) => Judgement::unknown(Reason::AttestedUnknown, seat, units.all_missing()),
                None => of_attestations([].iter(), seat),
            }
        }
    }
}

/// The latest attestation counts; one without a day may be the latest, and must then say the same.
fn of_attestations<'l, 'a: 'l>(found: impl Iterator<Item = &'l Known<'a>> + Clone, seat: Path) -> Judgement {
    let list = Path::of(Key::Attestations);
    let latest = found.clone().max_by_key(|&&(_, at, attestation)| (attestation.on.get(), at));
    let Some(&(_, at, attestation)) = latest else {
        return Judgement::unknown(Reason::AttestedUnknown, seat, alloc::vec![list]);
    };
    let rival = found.clone().find(|(_, other, rival)| {
        *other != at && rival.on.get().is_none() && rival.holds.get() != attestation.holds.get()
    });
    if let Some(&(_, rival, _)) = rival {
        let path = list.at(rival);
        return Judgement::unknown(Reason::AttestedIncomplete, path, alloc::vec![path.key(Key::On)]);
    }
    let path = list.at(at);
    // A blank name is no name.
    let is_named = attestation.by.given().is_some_and(|by| !by.is_blank());
    let is_dated = attestation.on.get().is_some();
    match attestation.holds.get() {
        Some(true) if is_named && is_dated => Judgement::new(Reason::AttestedMet, path),
        Some(false) if is_named && is_dated => Judgement::new(Reason::AttestedDenied, path),
        holds => {
            let fields = [(holds.is_none(), Key::Holds), (!is_named, Key::By), (!is_dated, Key::On)];
            let missing = fields.into_iter().filter(|&(is_missing, _)| is_missing).map(|(_, key)| path.key(key));
            Judgement::unknown(Reason::AttestedIncomplete, path, missing.collect())
        }
    }
}
