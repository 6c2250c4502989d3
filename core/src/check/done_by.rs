//! An act is done by whoever holds a seat that day, or belongs to a group.

use super::instance::{Instance, Matter};
use super::truth::{Logic, Truth};
use super::view::View;
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Meeting, Notice};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Act, DoneBy};
use crate::value::{Maybe, Nullable};

/// The day by which the act is judged.
#[derive(Clone, Copy)]
enum When {
    On(Day),
    /// The record does not say when the notice went out.
    Sometime(Path),
    Unknown(Path),
}

pub(super) fn judge(view: &View<'_>, rule: &DoneBy, instance: &Instance<'_>) -> Judgement {
    let Matter::Meeting(meeting) = instance.matter else {
        return Judgement::new(Reason::NothingToJudge, instance.path);
    };
    let (actor, key) = match rule.act {
        Act::Convened => (&meeting.convened_by, Key::ConvenedBy),
        Act::Chaired => (&meeting.chaired_by, Key::ChairedBy),
        Act::SummedUp => (&meeting.summed_up_by, Key::SummedUpBy),
    };
    let path = instance.path.key(key);
    let seat = rule.seats.first().map_or("", |seat| seat.as_str());
    let actor = match actor {
        Nullable::Absent => return Judgement::unknown(Reason::DoneByUnknown, path, alloc::vec![path]),
        Nullable::Null if rule.group != Maybe::Absent => return Judgement::new(Reason::DoneByNoOne, path),
        Nullable::Null => return Judgement::new(Reason::DoneByNobody, path).word(Fact::Seat, seat),
        Nullable::Given(actor) => actor,
    };
    let Some(person) = actor.at() else { return Judgement::unknown(Reason::DoneByUnknown, path, alloc::vec![path]) };
    let when = when(rule.act, meeting, instance);
    let holds = || match when {
        When::On(day) => view.holds_seat(person, &rule.seats, day),
        When::Sometime(field) => view.ever_held_seat(person, &rule.seats).and(|| Truth::missing(field)),
        When::Unknown(field) => Truth::missing(field),
    };
    let truth = match (&rule.group, when) {
        (Maybe::Absent, _) => holds(),
        (Maybe::Given(group), When::On(day)) => {
            let belongs = view.belongs(person, group, day);
            if rule.seats.is_empty() { belongs } else { belongs.or(holds) }
        }
        (Maybe::Given(_), When::Sometime(field) | When::Unknown(field)) => Truth::missing(field),
    };
    let by_group = rule.group != Maybe::Absent;
    let judgement = match (truth, by_group) {
        (Truth::True, false) => Judgement::new(Reason::DoneByMet, path),
        (Truth::False, false) => Judgement::new(Reason::DoneByOther, path),
        (Truth::True, true) => Judgement::new(Reason::DoneByGroup, path),
        (Truth::False, true) => Judgement::new(Reason::DoneByOutsider, path),
        (Truth::Unknown(missing), _) => return Judgement::unknown(Reason::DoneByUnknown, path, missing),
    };
    let ((When::On(day), _) | (_, Ok(day))) = (when, instance.day) else { return judgement };
    let judgement = judgement.id(Fact::Person, actor.id()).day(Fact::On, day);
    if by_group { judgement } else { judgement.word(Fact::Seat, seat) }
}

/// Convening is judged on the day of the notice, where there is one; all else on the meeting's.
fn when(act: Act, meeting: &Meeting, instance: &Instance<'_>) -> When {
    let of_meeting = instance.day.map_or_else(When::Unknown, When::On);
    if act != Act::Convened {
        return of_meeting;
    }
    let notice = instance.path.key(Key::Notice);
    match (&meeting.notice, instance.day) {
        (Nullable::Null, _) => of_meeting,
        (Nullable::Given(Notice { on: Maybe::Given(on), .. }), _) => When::On(*on),
        (_, Err(field)) => When::Unknown(field),
        (Nullable::Given(_), _) => When::Sometime(notice.key(Key::On)),
        (Nullable::Absent, _) => When::Sometime(notice),
    }
}
