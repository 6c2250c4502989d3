//! A meeting is held only with so many members present.

use alloc::vec;
use alloc::vec::Vec;

use super::tally::Attendance;
use super::truth::Truth;
use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Quorum, SeatSelector};

impl View<'_> {
    /// How many members there were at a meeting and how many of them were present, counted once for all that ask.
    pub(super) fn attendance(&self, at: usize) -> Option<&Attendance> {
        Some(self.attendances.get(at)?.get_or_init(|| count(self, at)))
    }
}

/// Counts the members of a meeting's day and those of them who were present. Guests are not counted.
fn count(view: &View<'_>, at: usize) -> Attendance {
    let path = Path::of(Key::Meetings).at(at);
    let Some(meeting) = view.record.meetings.get(at) else { return Attendance::unknown(vec![path]) };
    let Some(day) = meeting.on.get() else { return Attendance::unknown(vec![path.key(Key::On)]) };
    let mut missing = Vec::new();
    if !view.is_complete(BigList::Appointments, day) {
        missing.push(BigList::Appointments.completeness());
    }
    let Some(present) = meeting.present.entries() else {
        missing.push(path.key(Key::Present));
        return Attendance::unknown(missing);
    };
    let members = view.count_persons(&SeatSelector::default(), day);
    Attendance { members, present: view.count_members(present, day), missing }
}

pub(super) fn judge(view: &View<'_>, quorum: &Quorum, at: usize, path: Path) -> Judgement {
    let path = path.key(Key::Present);
    let Some(attendance) = view.attendance(at) else { return Judgement::new(Reason::NothingToJudge, path) };
    let members = attendance.members.surely;
    let reached = attendance.reaches(quorum.at_least);
    if members == 0 && attendance.members.at_most == 0 && attendance.missing.is_empty() {
        return Judgement::new(Reason::QuorumNobody, path);
    }
    match reached {
        Truth::Unknown(missing) => Judgement::unknown(Reason::QuorumUnknown, path, missing),
        reached => {
            let reason = if reached.is_true() { Reason::QuorumMet } else { Reason::QuorumTooFew };
            Judgement::new(reason, path)
                .number(Fact::Counted, attendance.present.surely)
                .number(Fact::Among, members)
                .number(Fact::Required, quorum.at_least.fewest(members))
                .share(quorum.at_least)
        }
    }
}
