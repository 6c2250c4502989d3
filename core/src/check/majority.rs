//! A topic or a resolution is passed only with so many votes.

use alloc::vec;
use alloc::vec::Vec;

use super::bar::Bar;
use super::instance::{Instance, Matter};
use super::tally::Tally;
use super::truth::Known;
use super::view::{BigList, View};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Appointment, Ballot, Step, StepKind, Votes};
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{Abstentions, Majority, SeatSelector, Tie, VoteBase};
use crate::value::{Count, Maybe, Ref};

/// A vote that was taken, or may have been.
struct Vote<'a> {
    passed: Option<bool>,
    votes: &'a Maybe<Votes>,
    /// What was voted on.
    path: Path,
    /// The place of the meeting of the full committee that took it, if one did.
    meeting: Option<usize>,
}

pub(super) fn judge(view: &View<'_>, rule: &Majority, instance: &Instance<'_>) -> Judgement {
    match instance.matter {
        Matter::Topic(topic, _) => {
            let (path, meeting) = (instance.path, Some(instance.at));
            of_vote(view, rule, &Vote { passed: topic.passed.get(), votes: &topic.votes, path, meeting })
        }
        Matter::Seat(appointment) => of_resolutions(view, rule, instance, appointment),
        _ => Judgement::new(Reason::NothingToJudge, instance.path),
    }
}

/// Judges every resolution of a procedure: the worst of them counts.
fn of_resolutions(view: &View<'_>, rule: &Majority, instance: &Instance<'_>, seat: &Appointment) -> Judgement {
    let is_entry = instance.path == Path::of(Key::Appointments).at(instance.at);
    let (steps, path) = if is_entry {
        (seat.entry.entries(), instance.path.key(Key::Entry))
    } else {
        (seat.exit.given().and_then(|exit| exit.steps.entries()), instance.path.key(Key::Steps))
    };
    let Some(steps) = steps else { return Judgement::unknown(Reason::MajorityUnknown, path, vec![path]) };
    let mut worst: Option<Judgement> = None;
    for (at, step) in steps.iter().enumerate() {
        let path = path.at(at);
        let judgement = match step.step.get() {
            Some(StepKind::Resolution) if is_known(view, step) => {
                let meeting = step.meeting.given().and_then(Ref::at);
                of_vote(view, rule, &Vote { passed: step.passed.get(), votes: &step.votes, path, meeting })
            }
            Some(_) => continue,
            None => Judgement::unknown(Reason::MajorityUnknown, path, vec![path.key(Key::Step)]),
        };
        if worst.as_ref().is_none_or(|worst| rank(&judgement) > rank(worst)) {
            worst = Some(judgement);
        }
    }
    worst.unwrap_or_else(|| Judgement::new(Reason::MajorityNoVote, path))
}

/// Whether a step was taken by the day of evaluation, as far as the record says.
fn is_known(view: &View<'_>, step: &Step) -> bool {
    let meeting = step.meeting.given().and_then(Ref::at).and_then(|at| view.record.meetings.get(at));
    step.on.get().or_else(|| meeting?.on.get()).is_none_or(|on| on <= view.on)
}

const fn rank(judgement: &Judgement) -> u8 {
    match judgement.outcome() {
        Outcome::Broken => 3,
        Outcome::Unknown => 2,
        Outcome::Met => 1,
        Outcome::Pending | Outcome::NotApplicable => 0,
    }
}

fn of_vote(view: &View<'_>, rule: &Majority, vote: &Vote<'_>) -> Judgement {
    let path = vote.path.key(Key::Votes);
    let unknown = |missing| Judgement::unknown(Reason::MajorityUnknown, path, missing);
    match vote.passed {
        Some(true) => {}
        Some(false) => return Judgement::new(Reason::MajorityNotPassed, vote.path),
        None => return unknown(vec![vote.path.key(Key::Passed)]),
    }
    let Maybe::Given(votes) = vote.votes else { return unknown(vec![path]) };
    let proxies = match rule.in_person.get() {
        Some(true) => number(votes.proxies, path, Key::Proxies),
        _ => Ok(0),
    };
    if let Ok(proxies @ 1..) = proxies {
        return Judgement::new(Reason::MajorityByProxy, path).number(Fact::Counted, proxies);
    }
    match (of_numbers(view, rule, vote, votes, path), proxies) {
        (Ok(judgement), Err(_)) if judgement.outcome() == Outcome::Broken => judgement,
        (Ok(judgement), Ok(_)) => judgement,
        (judgement, proxies) => {
            let missing = judgement.err().into_iter().chain(proxies.err()).flatten();
            unknown(missing.collect())
        }
    }
}

fn of_numbers(
    view: &View<'_>,
    rule: &Majority,
    vote: &Vote<'_>,
    votes: &Votes,
    path: Path,
) -> Result<Judgement, Vec<Path>> {
    let in_favour = number(votes.r#for, path, Key::For);
    if let Maybe::Given(tie) = rule.tie {
        let (in_favour, against) = both(in_favour.clone(), number(votes.against, path, Key::Against))?;
        if in_favour == against {
            let is_passed = match (tie, votes.casting.get()) {
                (Tie::Fails, _) => false,
                (Tie::ChairDecides, Some(ballot)) => ballot == Ballot::For,
                (Tie::ChairDecides, None) => return Err(vec![path.key(Key::Casting)]),
            };
            let reason = if is_passed { Reason::MajorityByChair } else { Reason::MajorityTie };
            return Ok(Judgement::new(reason, path).number(Fact::Counted, in_favour));
        }
    }
    let (in_favour, among) = both(in_favour, base(view, rule, vote, votes, path))?;
    // Loading a rulebook refuses one without a share.
    let Some(bar) = Bar::floor(rule.at_least, rule.more_than) else { return Err(vec![path]) };
    // Nobody at all is no share of anything.
    let reached = if in_favour == 0 { Known::False } else { bar.compare(&Tally::exactly(in_favour), &among) };
    let reason = match reached {
        Known::True => Reason::MajorityMet,
        Known::False => Reason::MajorityTooFew,
        Known::Unknown => return Err(among.missing),
    };
    Ok(Judgement::new(reason, path)
        .number(Fact::Counted, in_favour)
        .number(Fact::Among, among.surely)
        .number(Fact::Required, bar.fewest(among.surely).max(1))
        .share(bar.share())
        .word(Fact::Basis, rule.of.key()))
}

/// What the votes for are a share of.
fn base(view: &View<'_>, rule: &Majority, vote: &Vote<'_>, votes: &Votes, path: Path) -> Result<Tally, Vec<Path>> {
    match (&rule.of, vote.meeting) {
        (VoteBase::Cast(abstentions), _) => {
            let abstained = match abstentions {
                Abstentions::Counted => number(votes.abstained, path, Key::Abstained),
                Abstentions::LeftOut => Ok(0),
            };
            let cast = both(number(votes.r#for, path, Key::For), number(votes.against, path, Key::Against));
            let ((in_favour, against), abstained) = both(cast, abstained)?;
            Ok(Tally::exactly(in_favour.saturating_add(against).saturating_add(abstained)))
        }
        (VoteBase::Members(_), Some(at)) if votes.due == Maybe::Absent => members(view, at),
        (VoteBase::Members(_), _) => number(votes.due, path, Key::Due).map(Tally::exactly),
        (VoteBase::Present(_), Some(at)) if votes.present == Maybe::Absent => match view.attendance(at) {
            Some(attendance) if attendance.missing.is_empty() => Ok(attendance.present.clone()),
            attendance => Err(attendance.map(|attendance| attendance.missing.clone()).unwrap_or_default()),
        },
        (VoteBase::Present(_), _) => number(votes.present, path, Key::Present).map(Tally::exactly),
    }
}

/// How many members there were on a meeting's day.
fn members(view: &View<'_>, at: usize) -> Result<Tally, Vec<Path>> {
    let day = view.record.meetings.get(at).and_then(|meeting| meeting.on.get());
    let Some(day) = day else { return Err(vec![Path::of(Key::Meetings).at(at).key(Key::On)]) };
    if view.is_complete(BigList::Appointments, day) {
        Ok(view.count_persons(&SeatSelector::default(), day))
    } else {
        Err(vec![BigList::Appointments.completeness()])
    }
}

fn number(count: Maybe<Count>, path: Path, key: Key) -> Result<u32, Vec<Path>> {
    count.get().map(Count::get).ok_or_else(|| vec![path.key(key)])
}

/// Both, or all that keeps either from being known.
fn both<A, B>(one: Result<A, Vec<Path>>, other: Result<B, Vec<Path>>) -> Result<(A, B), Vec<Path>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}
