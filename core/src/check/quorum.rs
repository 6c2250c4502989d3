//! A meeting is held only with so many of the members, or of others, present.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::bar::Bar;
use super::tally::{Attendance, Tally};
use super::truth::Truth;
use super::units::Units;
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Electorate, Meeting};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Quorum, QuorumBase, SeatSelector};
use crate::value::{Maybe, Ref};

impl View<'_> {
    /// How many members there were at a meeting and how many of them were present, counted once for all that ask.
    pub(super) fn attendance(&self, at: usize) -> Option<&Attendance> {
        Some(self.attendances.get(at)?.get_or_init(|| members(self, at, &SeatSelector::default())))
    }
}

/// Counts such members of a meeting's day and those of them who were present. Guests are not counted.
fn members(view: &View<'_>, at: usize, of: &SeatSelector) -> Attendance {
    counted(view, at, |meeting, day| {
        let present = meeting.present.entries().unwrap_or_default();
        (view.count_persons(of, day), view.count_members(present, of, day))
    })
}

/// Counts the units that have a member on a meeting's day and those of which one was present.
fn units(view: &View<'_>, at: usize) -> Attendance {
    counted(view, at, |meeting, day| {
        let (mut all, mut present) = (Units::default(), Units::default());
        for (seat, appointment) in view.held_on(day) {
            match appointment.person.given().and_then(Ref::at) {
                Some(person) => view.add_units_between(person, day, day, &mut all),
                None => all.missing.push(Path::of(Key::Appointments).at(seat).key(Key::Person)),
            }
        }
        for person in meeting.present.entries().unwrap_or_default().iter().filter_map(Ref::at) {
            match view.is_member(person, day) {
                Truth::True => view.add_units_between(person, day, day, &mut present),
                Truth::False => {}
                Truth::Unknown(missing) => present.missing.extend(missing),
            }
        }
        (tally(all, view), tally(present, view))
    })
}

fn tally(mut units: Units, view: &View<'_>) -> Tally {
    units.settle(view.record.organizations.len());
    let count = |places: usize| u32::try_from(places).unwrap_or(u32::MAX);
    let surely = count(units.known.len());
    let at_most = if units.missing.is_empty() { surely.saturating_add(count(units.unsure.len())) } else { u32::MAX };
    Tally { surely, at_most, missing: units.all_missing() }
}

/// Counts what a meeting's day and the list of who was present tell, where the record has both.
fn counted(view: &View<'_>, at: usize, count: impl FnOnce(&Meeting, Day) -> (Tally, Tally)) -> Attendance {
    let path = Path::of(Key::Meetings).at(at);
    let Some(meeting) = view.record.meetings.get(at) else { return Attendance::unknown(vec![path]) };
    let Some(day) = meeting.on.get() else { return Attendance::unknown(vec![path.key(Key::On)]) };
    let mut missing = Vec::new();
    if !view.is_complete(BigList::Appointments, day) {
        missing.push(BigList::Appointments.completeness());
    }
    if meeting.present.entries().is_none() {
        missing.push(path.key(Key::Present));
        return Attendance::unknown(missing);
    }
    let (members, present) = count(meeting, day);
    Attendance { members, present, missing }
}

/// How many of others were present, as the meeting says.
fn turnout(view: &View<'_>, at: usize, of: Electorate) -> Attendance {
    let path = Path::of(Key::Meetings).at(at).key(Key::Turnouts);
    let turnouts = view.record.meetings.get(at).and_then(|meeting| meeting.turnouts.entries()).unwrap_or_default();
    let found = turnouts.iter().enumerate().find(|(_, turnout)| turnout.of.get() == Some(of));
    let Some((index, turnout)) = found else {
        let nameless = turnouts.iter().position(|turnout| turnout.of.get().is_none());
        return Attendance::unknown(vec![nameless.map_or(path, |index| path.at(index).key(Key::Of))]);
    };
    match (turnout.due.get(), turnout.present.get()) {
        (Some(due), Some(present)) => Attendance {
            members: Tally::exactly(due.get()),
            present: Tally::exactly(present.get()),
            missing: Vec::new(),
        },
        (due, present) => {
            let due = due.is_none().then_some(Key::Due);
            let present = present.is_none().then_some(Key::Present);
            Attendance::unknown(due.into_iter().chain(present).map(|key| path.at(index).key(key)).collect())
        }
    }
}

pub(super) fn judge(view: &View<'_>, quorum: &Quorum, at: usize) -> Judgement {
    let meeting = Path::of(Key::Meetings).at(at);
    let parts = quorum.also.iter().map(|part| (&part.of, part.at_least, part.more_than));
    let mut met = None;
    let mut missing = Vec::new();
    let mut nobody = None;
    for (of, at_least, more_than) in core::iter::once((&quorum.of, quorum.at_least, quorum.more_than)).chain(parts) {
        // Loading a rulebook refuses one without a share.
        let Some(bar) = Bar::floor(at_least, more_than) else { continue };
        let (attendance, key) = match of {
            Maybe::Absent => (view.attendance(at).map(Cow::Borrowed), Key::Present),
            Maybe::Given(QuorumBase::Members(of)) => (Some(Cow::Owned(members(view, at, of))), Key::Present),
            Maybe::Given(QuorumBase::Units(_)) => (Some(Cow::Owned(units(view, at))), Key::Present),
            Maybe::Given(QuorumBase::Turnout(of)) => (Some(Cow::Owned(turnout(view, at, *of))), Key::Turnouts),
        };
        let Some(attendance) = attendance else { continue };
        let path = meeting.key(key);
        if attendance.is_of_nobody() {
            let reason = if *of == Maybe::Absent { Reason::QuorumNobody } else { Reason::QuorumNoneDue };
            nobody.get_or_insert(Judgement::new(reason, path));
            continue;
        }
        let told = |reason| {
            let members = attendance.members.surely;
            let judgement = Judgement::new(reason, path)
                .number(Fact::Counted, attendance.present.surely)
                .number(Fact::Among, members)
                .number(Fact::Required, bar.fewest(members))
                .share(bar.share());
            match of {
                Maybe::Given(QuorumBase::Turnout(of)) => judgement.word(Fact::Basis, of.as_str()),
                Maybe::Given(of) => judgement.word(Fact::Basis, of.key()),
                Maybe::Absent => judgement,
            }
        };
        match attendance.reaches(bar) {
            Truth::True => {
                met.get_or_insert_with(|| told(Reason::QuorumMet));
            }
            Truth::False => return told(Reason::QuorumTooFew),
            Truth::Unknown(more) => missing.extend(more),
        }
    }
    if !missing.is_empty() {
        return Judgement::unknown(Reason::QuorumUnknown, meeting.key(Key::Present), missing);
    }
    met.or(nobody).unwrap_or_else(|| Judgement::new(Reason::NothingToJudge, meeting.key(Key::Present)))
}
