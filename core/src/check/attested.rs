//! Someone has judged, by name and on a day.

use alloc::vec::Vec;

use super::counting::Stretch;
use super::instance::Instance;
use super::truth::Truth;
use super::view::View;
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::record::{Attestation, Claim, Subject};
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{About, Attested, Attester};
use crate::value::{Maybe, Nullable, Ref};

/// The attestations of a record by claim, each list in the order of what they are about.
pub(super) struct Attestations<'a>([Vec<Known<'a>>; Claim::ALL.len()]);

/// An attestation and its place, by what it is about.
type Known<'a> = (Subject, usize, &'a Attestation);

impl<'a> Attestations<'a> {
    /// Those that the day of evaluation knows of.
    pub(super) fn of(view: &View<'a>) -> Self {
        let attestations = &view.record.attestations;
        let place = |attestation: &Attestation| attestation.claim.get().map(|claim| claim as usize);
        let mut counts = [0; Claim::ALL.len()];
        for claim in attestations.iter().filter_map(place) {
            if let Some(count) = counts.get_mut(claim) {
                *count += 1;
            }
        }
        let mut known = counts.map(Vec::with_capacity);
        for (at, attestation) in attestations.iter().enumerate() {
            let about = attestation.about.given().and_then(Ref::subject);
            let list = place(attestation).and_then(|claim| known.get_mut(claim));
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
    let question = Question { view, rule, day: instance.day, at: instance.at };
    match rule.about {
        About::Member => {
            let of_seat = attestations.find(rule.claim, Subject::Appointment(instance.at));
            let of_person = attestations.find(rule.claim, Subject::Person(person));
            question.answer(&[of_seat, of_person])
        }
        About::Unit => {
            let Ok(day) = instance.day else { return question.answer(&[]) };
            let units = view.units_on(person, day);
            // One of several units suffices; a denial counts when nothing better can come.
            let judgements = (units.known.iter().copied())
                .map(|unit| question.answer(&[attestations.find(rule.claim, Subject::Organization(unit))]));
            let rank = |judgement: &Judgement| match judgement.reason {
                Reason::AttestedMet | Reason::AttestedFresh => 0,
                Reason::AttestedDenied => 2,
                _ => 1,
            };
            match judgements.min_by_key(rank) {
                Some(best) if best.reason != Reason::AttestedDenied => best,
                Some(best) if units.all_missing().is_empty() => best,
                Some(_) => Judgement::unknown(Reason::AttestedUnknown, seat, units.all_missing()),
                None => question.answer(&[]),
            }
        }
    }
}

/// What is asked of the attestations about one subject.
struct Question<'q, 'a> {
    view: &'q View<'a>,
    rule: &'q Attested,
    /// The day by which the seat is judged.
    day: Result<Day, Path>,
    /// The seat.
    at: usize,
}

/// An attestation that may count.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    at: usize,
    attestation: &'a Attestation,
}

impl Candidate<'_> {
    /// Later is larger; one without a day is before all others.
    fn when(&self) -> (Option<Day>, usize) {
        (self.attestation.on.get(), self.at)
    }

    /// Whether it may be the latest beside this one, and says otherwise.
    fn contradicts(&self, other: &Self) -> bool {
        self.may_follow(other) && self.attestation.holds.get() != other.attestation.holds.get()
    }

    fn may_follow(&self, other: &Self) -> bool {
        self.at != other.at && (self.attestation.on.get().is_none() || self.when() > other.when())
    }

    fn path(&self) -> Path {
        Path::of(Key::Attestations).at(self.at)
    }

    /// It cannot be told what it says, for want of these fields.
    fn incomplete(&self, missing: Vec<Path>) -> Judgement {
        Judgement::unknown(Reason::AttestedIncomplete, self.path(), missing)
    }

    /// What it leaves out.
    fn left_out(&self) -> Vec<Path> {
        let Attestation { holds, by, organization, person, on, .. } = self.attestation;
        // A blank name is no name.
        let is_named = by.given().is_some_and(|by| !by.is_blank())
            || matches!(organization, Nullable::Given(_))
            || matches!(person, Nullable::Given(_));
        let fields = [(holds.get().is_none(), Key::Holds), (!is_named, Key::By), (on.get().is_none(), Key::On)];
        let missing = fields.into_iter().filter(|&(is_missing, _)| is_missing);
        missing.map(|(_, key)| self.path().key(key)).collect()
    }
}

impl Question<'_, '_> {
    /// The latest attestation counts; one that may be later must say the same.
    fn answer(&self, found: &[&[Known<'_>]]) -> Judgement {
        let mut latest: Option<Candidate<'_>> = None;
        let (mut unsure, mut other) = (Vec::new(), None);
        let known = found.iter().copied().flatten().map(|&(_, at, attestation)| Candidate { at, attestation });
        for one in known.clone().filter(|one| self.is_in_time(one.attestation)) {
            match self.is_asked(&one) {
                Truth::True if latest.is_none_or(|latest| latest.when() < one.when()) => latest = Some(one),
                Truth::True => {}
                Truth::False => other = Some(one),
                Truth::Unknown(missing) => unsure.push((one, missing)),
            }
        }
        let Some(latest) = latest else { return self.without(&unsure, other) };
        let undated = |one: &Candidate<'_>| one.attestation.on.get().is_none() && self.is_asked(one).is_true();
        if let Some(rival) = known.clone().find(|one| undated(one) && one.contradicts(&latest)) {
            return rival.incomplete(alloc::vec![rival.path().key(Key::On)]);
        }
        if let Some((rival, missing)) = unsure.iter().find(|(one, _)| one.contradicts(&latest)) {
            return rival.incomplete(missing.clone());
        }
        let judgement = self.told_by(&latest);
        let is_settled = matches!(judgement.reason.outcome(), Outcome::Met | Outcome::Broken);
        match unsure.iter().find(|(one, _)| !is_settled && one.may_follow(&latest)) {
            Some((rival, missing)) => rival.incomplete(missing.clone()),
            None => judgement,
        }
    }

    /// What is said where none is known to count.
    fn without(&self, unsure: &[(Candidate<'_>, Vec<Path>)], other: Option<Candidate<'_>>) -> Judgement {
        if let Some((one, missing)) = unsure.iter().max_by_key(|(one, _)| one.when()) {
            return one.incomplete(missing.iter().copied().chain(one.left_out()).collect());
        }
        let seat = Path::of(Key::Appointments).at(self.at);
        if let Some(end) = self.year_end().filter(|_| self.begins_this_year()) {
            return Judgement::new(Reason::AttestedDue, seat).due(end);
        }
        let missing = alloc::vec![Path::of(Key::Attestations)];
        let Some(other) = other else { return Judgement::unknown(Reason::AttestedUnknown, seat, missing) };
        let judgement = Judgement::unknown(Reason::AttestedByOther, other.path(), missing);
        match (&self.rule.by, other.attestation) {
            (Maybe::Given(Attester::Organization(_)), Attestation { organization: Nullable::Given(found), .. }) => {
                judgement.id(Fact::Organization, found.id())
            }
            (
                Maybe::Given(Attester::Seats(_) | Attester::Group(_)),
                Attestation { person: Nullable::Given(found), .. },
            ) => judgement.id(Fact::Person, found.id()),
            _ => judgement,
        }
    }

    /// What the latest attestation comes to.
    fn told_by(&self, latest: &Candidate<'_>) -> Judgement {
        let missing = latest.left_out();
        match (latest.attestation.holds.get(), latest.attestation.on.get()) {
            (Some(true), Some(on)) if missing.is_empty() => self.aged(latest.path(), on),
            // That it is not so stands until somebody judges that it is.
            (Some(false), Some(_)) if missing.is_empty() => Judgement::new(Reason::AttestedDenied, latest.path()),
            _ => latest.incomplete(missing),
        }
    }

    /// Whether what was judged to hold on a day still counts.
    fn aged(&self, path: Path, on: Day) -> Judgement {
        let list = Path::of(Key::Attestations);
        let met = || Judgement::new(Reason::AttestedMet, path);
        let Ok(day) = self.day else { return met() };
        let through = |last: Option<Day>| match last {
            Some(last) => Judgement::new(Reason::AttestedFresh, path).day(Fact::On, on).day(Fact::Against, last),
            None => met(),
        };
        let stale = |last: Option<Day>| {
            let judgement = Judgement::unknown(Reason::AttestedStale, path, alloc::vec![list]).day(Fact::On, on);
            match last {
                Some(last) => judgement.day(Fact::Against, last),
                None => judgement,
            }
        };
        if let Maybe::Given(within) = &self.rule.within {
            let stretch = Stretch::new(self.view, on, within, &self.rule.counting);
            return match stretch.is_over_before(day) {
                Truth::False => through(stretch.last().ok()),
                Truth::True => stale(stretch.last().ok()),
                Truth::Unknown(missing) => {
                    Judgement::unknown(Reason::AttestedAgeUnknown, path, missing).day(Fact::On, on)
                }
            };
        }
        match self.year_end() {
            None => met(),
            Some(end) if on.year() == day.year() => through(Some(end)),
            Some(end) if on.year() + 1 == day.year() || self.begins_this_year() => {
                Judgement::new(Reason::AttestedDue, path).day(Fact::On, on).due(end)
            }
            Some(_) => stale(Period::Year(on.year()).last()),
        }
    }

    /// The last day of the year, where it must be judged anew in each.
    fn year_end(&self) -> Option<Day> {
        let day = self.day.ok().filter(|_| self.rule.each_year.get() == Some(true))?;
        Period::Year(day.year()).last()
    }

    /// Whether nobody can have been asked before this year.
    fn begins_this_year(&self) -> bool {
        let first = self.view.span_of(self.at).map(|(first, _)| first);
        first.zip(self.day.ok()).is_some_and(|(first, day)| first.year() == day.year())
    }

    /// What comes after the day judged by says nothing of how fresh a judgement was then.
    fn is_in_time(&self, attestation: &Attestation) -> bool {
        let is_after = |on: Day| self.day.is_ok_and(|day| on > day);
        self.rule.within == Maybe::Absent || !attestation.on.get().is_some_and(is_after)
    }

    /// Whether it is by whom it must be.
    fn is_asked(&self, one: &Candidate<'_>) -> Truth {
        let Attestation { organization, person, on, .. } = one.attestation;
        let wanted = match (&self.rule.by, organization) {
            (Maybe::Absent, _) => return Truth::True,
            (Maybe::Given(Attester::Organization(_)), Nullable::Absent) => {
                return Truth::missing(one.path().key(Key::Organization));
            }
            (Maybe::Given(Attester::Organization(_)), Nullable::Null) => return Truth::False,
            (Maybe::Given(Attester::Organization(wanted)), Nullable::Given(organization)) => {
                return organization.at().map_or(Truth::False, |at| self.view.is_organization(at, wanted));
            }
            (Maybe::Given(wanted), _) => wanted,
        };
        let person = match person {
            Nullable::Absent => return Truth::missing(one.path().key(Key::Person)),
            Nullable::Null => return Truth::False,
            Nullable::Given(person) => person.at(),
        };
        match (wanted, person, on.get()) {
            (_, None, _) => Truth::False,
            (_, _, None) => Truth::missing(one.path().key(Key::On)),
            (Attester::Seats(seats), Some(person), Some(day)) => self.view.holds_seat(person, seats, day),
            (Attester::Group(group), Some(person), Some(day)) => self.view.belongs(person, group, day),
            (Attester::Organization(_), ..) => Truth::False,
        }
    }
}
