use alloc::vec::Vec;

use super::bar::Bar;
use super::course::{Course, Taken};
use super::truth::{Logic, Truth};
use super::view::View;
use crate::path::{Key, Path};
use crate::rulebook::{Proof, Role};
use crate::value::{Nullable, Ref};

/// Whether a step shows what it must.
pub(super) enum Shown {
    Yes,
    /// It was taken by, or made with, another than required.
    Other,
    /// The meeting that took it had no quorum.
    NoQuorum,
    /// It was not passed, or not by the full committee: it has not taken the procedure on.
    NotPassed,
    Unknown(Vec<Path>),
}

/// Compares a step with what it must show.
pub(super) fn shown(view: &View<'_>, course: &Course<'_>, proof: &Proof, taken: &Taken<'_>) -> Shown {
    let party = by(view, proof.by.get(), taken)
        .and(|| by_such(view, proof, taken))
        .and(|| by_unit(view, course, proof, taken))
        .and(|| with(view, proof.with.get(), taken))
        .and(|| agreed(view, course, proof, taken));
    if party == Truth::False {
        return Shown::Other;
    }
    let quorum = quorum(view, proof, taken);
    if quorum == Truth::False {
        return Shown::NoQuorum;
    }
    let passed = if proof.passed.get() == Some(true) {
        Truth::of(taken.step.passed.get(), taken.path.key(Key::Passed))
    } else {
        Truth::True
    };
    match passed.and(|| in_full_committee(proof, taken)) {
        Truth::False => Shown::NotPassed,
        rest => match party.and(|| quorum).and(|| rest) {
            Truth::Unknown(missing) => Shown::Unknown(missing),
            _ => Shown::Yes,
        },
    }
}

fn by(view: &View<'_>, role: Option<Role>, taken: &Taken<'_>) -> Truth {
    let Some(role) = role else { return Truth::True };
    let Some(by) = taken.step.by.entries() else { return Truth::missing(taken.path.key(Key::By)) };
    Truth::any(by.iter().filter_map(Ref::at).map(|at| view.is_role(at, role)))
}

/// Whether it was taken by any of certain organizations, and by all of others.
fn by_such(view: &View<'_>, proof: &Proof, taken: &Taken<'_>) -> Truth {
    if proof.by_any.is_empty() && proof.by_all.is_empty() {
        return Truth::True;
    }
    let Some(by) = taken.step.by.entries() else { return Truth::missing(taken.path.key(Key::By)) };
    let is_by = |wanted| Truth::any(by.iter().filter_map(Ref::at).map(|at| view.is_organization(at, wanted)));
    let any = if proof.by_any.is_empty() { Truth::True } else { Truth::any(proof.by_any.iter().map(is_by)) };
    any.and(|| Truth::all(proof.by_all.iter().map(is_by)))
}

fn by_unit(view: &View<'_>, course: &Course<'_>, proof: &Proof, taken: &Taken<'_>) -> Truth {
    if proof.by_unit.get() != Some(true) {
        return Truth::True;
    }
    let Some(by) = taken.step.by.entries() else { return Truth::missing(taken.path.key(Key::By)) };
    let Some(person) = course.appointment.person.given().and_then(Ref::at) else {
        return Truth::missing(Path::of(Key::Appointments).at(course.at).key(Key::Person));
    };
    let Ok(day) = taken.day else { return Truth::missing(taken.path.key(Key::On)) };
    // The unit informs the community when the post there has just ended: any unit during the seat will do.
    let first = view.span_of(course.at).map_or(day, |(first, _)| first.min(day));
    let units = view.units_between(person, first, day);
    Truth::any(by.iter().filter_map(Ref::at).map(|at| units.include(at)))
}

fn with(view: &View<'_>, role: Option<Role>, taken: &Taken<'_>) -> Truth {
    let Some(role) = role else { return Truth::True };
    match &taken.step.with {
        Nullable::Absent => Truth::missing(taken.path.key(Key::With)),
        Nullable::Null => Truth::False,
        Nullable::Given(with) => with.at().map_or(Truth::False, |at| view.is_role(at, role)),
    }
}

fn agreed(view: &View<'_>, course: &Course<'_>, proof: &Proof, taken: &Taken<'_>) -> Truth {
    if proof.agreed_with_unit.get() != Some(true) {
        return Truth::True;
    }
    let Some(person) = course.appointment.person.given().and_then(Ref::at) else {
        return Truth::missing(Path::of(Key::Appointments).at(course.at).key(Key::Person));
    };
    // It is asked for where there is a unit of that kind; any unit of the person may give it.
    view.own_units_on(person, course.day).exist().not().or(|| {
        let units = view.units_on(person, course.day);
        let Some(agreed) = taken.step.agreed_with.entries() else {
            return Truth::missing(taken.path.key(Key::AgreedWith));
        };
        Truth::any(agreed.iter().filter_map(Ref::at).map(|at| units.include(at)))
    })
}

fn in_full_committee(proof: &Proof, taken: &Taken<'_>) -> Truth {
    if proof.in_full_committee.get() != Some(true) {
        return Truth::True;
    }
    match &taken.step.meeting {
        Nullable::Given(_) => Truth::True,
        Nullable::Null => Truth::False,
        // Taken by an organization: another body than the full committee.
        Nullable::Absent if taken.step.by.entries().is_some_and(|by| !by.is_empty()) => Truth::False,
        Nullable::Absent => Truth::missing(taken.path.key(Key::Meeting)),
    }
}

fn quorum(view: &View<'_>, proof: &Proof, taken: &Taken<'_>) -> Truth {
    let (Some(share), Some(at)) = (proof.quorum.get(), taken.step.meeting.given().and_then(Ref::at)) else {
        return Truth::True;
    };
    view.attendance(at).map_or(Truth::False, |attendance| attendance.reaches(Bar::AtLeast(share)))
}
