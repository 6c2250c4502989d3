//! The sections in which contradictions are looked for, and which of them an edit can change.

use alloc::vec::Vec;
use core::ops::Range;

use super::again::Touched;
use super::coherence::{self, Found};
use super::instance::{Instance, events, holds};
use super::view::View;
use crate::messages::Contradiction;
use crate::path::{Key, Segment};
use crate::record::{Fields, Seat, fields};
use crate::report::{About, Incoherence};
use crate::rulebook::{Constraint, Event, HeldBy, InForce, Norm, Procedure, Rulebook, Scope};
use crate::value::Id;

/// What is found in one is told together, in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Terms,
    /// Terms of organizations, and posts in them.
    Stays,
    /// One person in several seats.
    Seats,
    /// Each appointment by itself.
    Appointments,
    /// Seats that outlive the step that ends them.
    Endings,
    /// Each meeting by itself.
    Meetings,
    Lists,
}

/// How much of what is found in a section an edit can change.
enum Reach {
    Nothing,
    /// What is found in this entry.
    Entry(usize),
    Everything,
}

const NONE: Fields = Fields::NONE;

/// All of them, each with the fields on which it rests: those of the very entry, and those of any.
const ALL: [(Section, Fields, Fields); 7] = [
    (Section::Terms, NONE, fields!(terms: "from", "to")),
    (Section::Stays, NONE, fields!(people: "posts"; organizations: "terms")),
    (Section::Seats, NONE, fields!(appointments: "person", "seat", "term", "from", "to"; terms: "to")),
    (
        Section::Appointments,
        fields!(appointments: "term", "from", "to", "entry", "exit"),
        fields!(terms: "from"; meetings: "on"),
    ),
    // Whose seat it is decides which procedure is followed.
    (
        Section::Endings,
        NONE,
        fields!(
            appointments: "person", "seat", "term", "from", "to", "supplement", "exit";
            complete_through: "appointments";
            terms: "from", "to";
            meetings: "on";
            people: "posts", "partyMember", "partySince", "born", "education", "resident", "flags";
            organizations: "kind", "sector", "inArea", "level", "superior";
            committee: "workingCommittee", "organizationDepartment", "communityPartyOrganization"
        ),
    ),
    (
        Section::Meetings,
        fields!(meetings: "on", "present", "attending", "topics", "minutes"),
        fields!(
            committee: "established", "dissolved";
            appointments: "person", "term", "from", "to";
            terms: "to";
            complete_through: "appointments"
        ),
    ),
    (
        Section::Lists,
        NONE,
        fields!(problem_lists: "on", "deadline", "settled"; training_classes: "hours", "theoryHours"),
    ),
];

impl Section {
    /// The one in which this is found.
    fn of(found: &Incoherence) -> Self {
        match (found.reason, found.path.segments().next()) {
            (Contradiction::TwoSeatsAtOnce, _) => Self::Seats,
            (Contradiction::SeatOutlivesItsEnd, _) => Self::Endings,
            (_, Some(Segment::Key(Key::Terms))) => Self::Terms,
            (_, Some(Segment::Key(Key::Organizations | Key::People))) => Self::Stays,
            (_, Some(Segment::Key(Key::Appointments))) => Self::Appointments,
            (_, Some(Segment::Key(Key::Meetings))) => Self::Meetings,
            _ => Self::Lists,
        }
    }
}

/// How much of what rests on these fields is changed.
fn reach(own: Fields, any: Fields, touched: &Touched) -> Reach {
    match touched.entry {
        _ if touched.fields.meet(any) => Reach::Everything,
        _ if !touched.fields.meet(own) => Reach::Nothing,
        Some(About::Seat(at) | About::Meeting(at)) => Reach::Entry(at),
        _ => Reach::Everything,
    }
}

/// Finds every contradiction of the record.
pub(super) fn contradictions(view: &View<'_>, rulebook: &Rulebook) -> Vec<Incoherence> {
    let mut found = Found::default();
    for (section, ..) in ALL {
        find(section, view, rulebook, None, &mut found);
    }
    found.0
}

/// Finds those that an edit can have brought, beside those before that it cannot have changed; `None`, if it can have
/// changed none.
pub(super) fn contradictions_again(
    view: &View<'_>,
    rulebook: &Rulebook,
    touched: &Touched,
    before: &[Incoherence],
) -> Option<Vec<Incoherence>> {
    if ALL.iter().all(|&(_, own, any)| matches!(reach(own, any, touched), Reach::Nothing)) {
        return None;
    }
    let mut found = Found::default();
    let mut rest = before;
    for (section, own, any) in ALL {
        let count = rest.iter().take_while(|found| Section::of(found) == section).count();
        let (those, after) = rest.split_at_checked(count).unwrap_or_default();
        rest = after;
        match reach(own, any, touched) {
            Reach::Nothing => found.0.extend_from_slice(those),
            Reach::Everything => find(section, view, rulebook, None, &mut found),
            Reach::Entry(at) => {
                let first = those.partition_point(|found| entry(found) < at);
                let end = those.partition_point(|found| entry(found) <= at);
                found.0.extend_from_slice(those.get(..first).unwrap_or_default());
                find(section, view, rulebook, Some(at), &mut found);
                found.0.extend_from_slice(those.get(end..).unwrap_or_default());
            }
        }
    }
    Some(found.0)
}

/// The place of the entry in which it is found, in its list.
fn entry(found: &Incoherence) -> usize {
    match found.path.segments().nth(1) {
        Some(Segment::Index(at)) => at,
        _ => 0,
    }
}

/// Looks through a section, or through one entry of it.
fn find(section: Section, view: &View<'_>, rulebook: &Rulebook, only: Option<usize>, found: &mut Found) {
    let places = |count: usize| only.map_or(0..count, |at| at..at + 1);
    let kind = &view.record.committee.kind;
    match section {
        Section::Terms => coherence::terms(view, found),
        Section::Stays => coherence::stays(view, found),
        Section::Seats => coherence::seats(view, &pairs(rulebook, kind), found),
        Section::Appointments => {
            for at in places(view.record.appointments.len()) {
                if let Some(seat) = view.record.appointments.get(at) {
                    coherence::appointment(view, at, seat, found);
                }
            }
        }
        Section::Endings => {
            for (at, procedure) in endings(view, rulebook, kind, places(view.record.appointments.len())) {
                coherence::ending(view, at, procedure, found);
            }
        }
        Section::Meetings => {
            for at in places(view.record.meetings.len()) {
                if let Some(meeting) = view.record.meetings.get(at) {
                    coherence::meeting(view, at, meeting, found);
                }
            }
        }
        Section::Lists => coherence::lists(view, found),
    }
}

/// Seats of which norms say whether one person holds both: that is theirs to judge, and no contradiction.
fn pairs<'a>(rulebook: &'a Rulebook, kind: &'a Id) -> Vec<(&'a [Seat], &'a [Seat])> {
    let pair = |norm: &'a Norm| {
        let seats: &[Seat] = match &norm.scope {
            Scope::Standing(standing) => &standing.seats,
            Scope::Event(_) | Scope::Period(_) => Seat::ALL,
        };
        match &norm.require {
            Constraint::HeldBy(HeldBy::Also(others)) => Some((seats, others.as_slice())),
            Constraint::HeldBy(HeldBy::NotAlso(rule)) => Some((seats, rule.seats.as_slice())),
            _ => None,
        }
    };
    let forms = rulebook.norms_of(kind).flat_map(|forms| forms.iter());
    forms.filter_map(|(_, norm)| pair(norm)).collect()
}

/// Which procedure of exit each of these appointments follows, as far as that is known.
fn endings<'a>(
    view: &View<'a>,
    rulebook: &'a Rulebook,
    kind: &'a Id,
    places: Range<usize>,
) -> Vec<(usize, &'a Procedure)> {
    let exits = events(view, Event::Exit, places);
    let mut endings = Vec::new();
    for (forms, (number, (_, norm))) in
        rulebook.norms_of(kind).flat_map(|forms| forms.iter().enumerate().map(move |form| (forms, form)))
    {
        let (Scope::Event(Event::Exit), Constraint::Procedure(name)) = (&norm.scope, &norm.require) else { continue };
        let Some(procedure) = rulebook.procedure(name) else { continue };
        let applies = |exit: &&Instance<'a>| {
            forms.at(exit.day, view.on) == InForce::Form(number)
                && norm.when.given().is_none_or(|when| holds(view, when, exit).is_true())
        };
        endings.extend(exits.iter().filter(applies).map(|exit| (exit.at, procedure)));
    }
    endings
}
