//! After an event something follows.

use alloc::vec;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::counting::Stretch;
use super::course::Course;
use super::instance::{Instance, Matter};
use super::marks::Marks;
use super::period::Told;
use super::truth::{Logic, Truth};
use super::units::Units;
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Assessment, Meeting, OrganizationKind, StepKind, Topic};
use crate::report::{Fact, Judgement, Outcome};
use crate::rulebook::{Addressee, FollowUp, Following, OrganizationSelector};
use crate::value::{Maybe, Nullable, Ref};

fn unknown(path: Path, missing: Vec<Path>) -> Judgement {
    Judgement::unknown(Reason::FollowUpUnknown, path, missing)
}

fn settle(truth: Truth, broken: Reason, path: Path) -> Judgement {
    match truth {
        Truth::True => Judgement::new(Reason::FollowUpMet, path),
        Truth::False => Judgement::new(broken, path),
        Truth::Unknown(missing) => unknown(path, missing),
    }
}

pub(super) fn judge(view: &View<'_>, rule: &FollowUp, instance: &Instance<'_>) -> Judgement {
    let judgement = judge_untimed(view, rule, instance);
    match (rule.within.given(), instance.day) {
        (None, _) => judgement,
        (Some(within), Ok(day)) => {
            in_time(view, &Stretch::new(view, day, within, &rule.counting), rule, instance, judgement)
        }
        (Some(_), Err(_)) if is_done_otherwise(&judgement) => judgement,
        (Some(_), Err(field)) => unknown(judgement.path, vec![field]),
    }
}

/// Whether time is no matter: it was done in another way than it must be, or there is nothing to do.
fn is_done_otherwise(judgement: &Judgement) -> bool {
    judgement.outcome() == Outcome::NotApplicable
        || matches!(judgement.reason, Reason::FollowUpElsewhere | Reason::FollowUpOral)
}

/// What was found without regard to time, with regard to it.
fn in_time(
    view: &View<'_>,
    time: &Stretch<'_>,
    rule: &FollowUp,
    instance: &Instance<'_>,
    judgement: Judgement,
) -> Judgement {
    if is_done_otherwise(&judgement) {
        return judgement;
    }
    let (told, day) = done(rule.what, instance);
    let path = judgement.path;
    match (judgement.outcome(), told.by(view.on), time.last()) {
        (Outcome::Met, Told::On(on), _) => match time.is_over_before(on) {
            Truth::False => judgement,
            Truth::True => time.tell(Judgement::new(Reason::FollowUpLate, day).day(Fact::On, on), on, Fact::Allowed),
            Truth::Unknown(missing) => unknown(path, missing),
        },
        (Outcome::Met, Told::Missing(missing), _) => unknown(path, missing),
        // Something of it is there, and the record does not say enough of it.
        (Outcome::Unknown, Told::On(_), _) => judgement,
        (_, _, Ok(last)) if view.on <= last => Judgement::new(Reason::FollowUpDue, path).due(last),
        (Outcome::Unknown, Told::Missing(_), _) => judgement,
        (_, _, Err(field)) => unknown(path, vec![field]),
        (Outcome::Unknown, Told::NotYet, Ok(last)) => overdue(path, last),
        (_, _, Ok(last)) if judgement.reason == Reason::FollowUpNone => overdue(path, last),
        _ => judgement,
    }
}

fn overdue(path: Path, last: Day) -> Judgement {
    Judgement::new(Reason::FollowUpOverdue, path).day(Fact::Against, last)
}

/// The day of what followed, of reports back the first on or after the event's day; and the field that tells it.
fn done(what: Following, instance: &Instance<'_>) -> (Told, Path) {
    let path = |key| instance.path.key(key);
    let (told, path) = match (what, instance.matter) {
        (Following::Minutes, Matter::Meeting(meeting)) => {
            (Told::within(&meeting.minutes, path(Key::Minutes), |minutes| &minutes.on), path(Key::Minutes))
        }
        (Following::Feedback, Matter::Assessment(assessment)) => {
            (Told::within(&assessment.feedback, path(Key::Feedback), |feedback| &feedback.on), path(Key::Feedback))
        }
        (Following::AuthorityFeedback, Matter::Assessment(assessment)) => {
            let path = path(Key::AuthorityFeedback);
            (Told::within(&assessment.authority_feedback, path, |feedback| &feedback.on), path)
        }
        (Following::Accountability, Matter::Assessment(assessment)) => {
            let path = path(Key::AccountabilityProposed);
            return (Told::of(&assessment.accountability_proposed, path), path);
        }
        (Following::ReportsBack, Matter::Topic(topic, _)) => {
            let path = path(Key::Reports);
            return (super::period::first_report(topic, path, instance.day.ok()), path);
        }
        _ => return (Told::NotYet, instance.path),
    };
    (told, path.key(Key::On))
}

fn judge_untimed(view: &View<'_>, rule: &FollowUp, instance: &Instance<'_>) -> Judgement {
    match (rule.what, instance.matter) {
        (Following::Minutes, Matter::Meeting(meeting)) => minutes(view, rule, meeting, instance),
        (Following::ReportsBack, Matter::Topic(topic, _)) => reports_back(view, topic, instance),
        (Following::Feedback, Matter::Assessment(assessment)) => feedback(view, rule, assessment, instance),
        (Following::AuthorityFeedback, Matter::Assessment(assessment)) => {
            authority_feedback(view, rule, assessment, instance.path.key(Key::AuthorityFeedback))
        }
        (Following::Accountability, Matter::Assessment(assessment)) => {
            let path = instance.path.key(Key::AccountabilityProposed);
            match assessment.accountability_proposed {
                Nullable::Given(on) if on <= view.on => Judgement::new(Reason::FollowUpMet, path).day(Fact::On, on),
                Nullable::Null => Judgement::new(Reason::FollowUpNone, path),
                Nullable::Absent | Nullable::Given(_) => unknown(path, vec![path]),
            }
        }
        // Loading a rulebook refuses what does not follow from this event.
        _ => Judgement::new(Reason::NothingToJudge, instance.path),
    }
}

/// A copy follows the certificate on the same day or in time, to a unit of the member.
pub(super) fn judge_copy(view: &View<'_>, rule: &FollowUp, course: &Course<'_>) -> Judgement {
    let certificate = match super::procedure::await_step(view, course, StepKind::Certificate, Reason::FollowUpUnknown) {
        Ok(certificate) => certificate,
        Err(judgement) => return *judgement,
    };
    let path = course.path;
    let day = match certificate.day {
        Ok(day) => day,
        Err(field) => return unknown(path, vec![field]),
    };
    let Some(person) = course.appointment.person.given().and_then(Ref::at) else {
        return unknown(path, vec![Path::of(Key::Appointments).at(course.at).key(Key::Person)]);
    };
    let units = view.units_on(person, day);
    match units.exist() {
        Truth::False => return Judgement::new(Reason::FollowUpNoUnit, path),
        Truth::Unknown(missing) => return unknown(path, missing),
        Truth::True => {}
    }
    let copies = || course.steps().iter().filter(|taken| taken.kind == StepKind::Copy);
    let time = rule.within.given().map(|within| Stretch::new(view, day, within, &rule.counting));
    let in_time = |on: Day| time.as_ref().map_or(Truth::True, |time| time.is_over_before(on).not());
    let right_day = |on: Result<Day, Path>| match on {
        Ok(on) => Truth::from(rule.same_day.get() != Some(true) || on == day).and(|| in_time(on)),
        Err(field) => Truth::missing(field),
    };
    let to_unit = |to: &Nullable<Ref<_>>, path: Path| match to {
        Nullable::Absent => Truth::missing(path.key(Key::To)),
        Nullable::Null => Truth::False,
        Nullable::Given(to) => to.at().map_or(Truth::False, |at| units.include(at)),
    };
    let done = Truth::any(copies().map(|copy| to_unit(&copy.step.to, copy.path).and(|| right_day(copy.day))));
    if let Truth::True | Truth::Unknown(_) = done {
        return settle(done, Reason::FollowUpNone, path).day(Fact::Against, day);
    }
    // On the day of the certificate there is still time.
    match time.as_ref().map(Stretch::last) {
        None if view.on <= day => return Judgement::new(Reason::FollowUpPending, path).due(day),
        Some(Ok(last)) if view.on <= last => return Judgement::new(Reason::FollowUpDue, path).due(last),
        Some(Err(field)) => return unknown(path, vec![field]),
        _ => {}
    }
    let elsewhere = copies().find(|copy| right_day(copy.day).is_true());
    let other_day = copies().find(|copy| to_unit(&copy.step.to, copy.path).is_true());
    match (other_day, elsewhere) {
        (Some(copy), _) => {
            let judgement = |reason| Judgement::new(reason, copy.path.key(Key::On));
            match (copy.day, &time) {
                (Ok(on), Some(time)) => time.tell(judgement(Reason::FollowUpLate).day(Fact::On, on), on, Fact::Allowed),
                (Ok(on), None) => judgement(Reason::FollowUpOtherDay).day(Fact::On, on).day(Fact::Against, day),
                (Err(_), _) => judgement(Reason::FollowUpOtherDay).day(Fact::Against, day),
            }
        }
        (None, Some(copy)) => Judgement::new(Reason::FollowUpElsewhere, copy.path.key(Key::To)).day(Fact::Against, day),
        (None, None) => Judgement::new(Reason::FollowUpNone, path).day(Fact::Against, day),
    }
}

fn minutes(view: &View<'_>, rule: &FollowUp, meeting: &Meeting, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Minutes);
    let minutes = match &meeting.minutes {
        Nullable::Null => return Judgement::new(Reason::FollowUpNone, path),
        Nullable::Given(minutes) if minutes.on.get().is_none_or(|on| on <= view.on) => minutes,
        Nullable::Absent | Nullable::Given(_) => return unknown(path, vec![path]),
    };
    if !matches!(rule.to, Maybe::Given(Addressee::UnitsOfMembers(_))) {
        return Judgement::new(Reason::FollowUpMet, path);
    }
    let day = match instance.day {
        Ok(day) => day,
        Err(field) => return unknown(path, vec![field]),
    };
    let units = units_of_members(view, day);
    let path = path.key(Key::SentTo);
    let Some(sent) = minutes.sent_to.entries() else {
        // Nobody to send them to: made is enough.
        return match units.exist() {
            Truth::False if view.is_complete(BigList::Appointments, day) => Judgement::new(Reason::FollowUpMet, path),
            _ => unknown(path, vec![path]),
        };
    };
    let mut received = Marks::none(view.record.organizations.len());
    for at in sent.iter().filter_map(Ref::at) {
        received.mark(at);
    }
    let left_out: Vec<usize> = units.known.iter().copied().filter(|&unit| !received.is_marked(unit)).collect();
    if let Some(first) = left_out.first() {
        let count = u32::try_from(left_out.len()).unwrap_or(u32::MAX);
        let judgement = Judgement::new(Reason::FollowUpLeftOut, path).number(Fact::LeftOut, count);
        return match view.organization(*first) {
            Some(unit) => judgement.id(Fact::Organization, &unit.id),
            None => judgement,
        };
    }
    // Units that may be are no matter if they got them too.
    let mut missing = units.missing;
    missing.extend(units.unsure.into_iter().filter(|(at, _)| !received.is_marked(*at)).flat_map(|(_, fields)| fields));
    if !view.is_complete(BigList::Appointments, day) {
        missing.push(BigList::Appointments.completeness());
    }
    if missing.is_empty() { Judgement::new(Reason::FollowUpMet, path) } else { unknown(path, missing) }
}

/// The units that have a member on a day.
pub(super) fn units_of_members(view: &View<'_>, day: Day) -> Units {
    // One each, as a rule.
    let mut units = Units { known: SmallVec::with_capacity(view.record.appointments.len()), ..Units::default() };
    for (at, seat) in view.held_on(day) {
        match seat.person.given().and_then(Ref::at) {
            Some(person) => view.add_units_between(person, day, day, &mut units),
            None => units.missing.push(Path::of(Key::Appointments).at(at).key(Key::Person)),
        }
    }
    units.settle(view.record.organizations.len());
    units
}

/// At least one report on or after the meeting's day.
fn reports_back(view: &View<'_>, topic: &Topic, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Reports);
    let Some(reports) = topic.reports.entries() else { return unknown(path, vec![path]) };
    let counts = reports.iter().enumerate().map(|(index, report)| match (report.on.get(), instance.day) {
        (Some(on), _) if on > view.on => Truth::False,
        (Some(on), Ok(day)) => Truth::from(on >= day),
        (None, _) => Truth::missing(path.at(index).key(Key::On)),
        (Some(_), Err(field)) => Truth::missing(field),
    });
    settle(Truth::any(counts), Reason::FollowUpNone, path)
}

/// The result of an assessment goes back to the unit assessed, or to a unit of the member assessed.
fn feedback(view: &View<'_>, rule: &FollowUp, assessment: &Assessment, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Feedback);
    let units = match addressees(view, assessment, instance) {
        Ok(units) => units,
        Err(field) => return unknown(path, vec![field]),
    };
    if units.exist() == Truth::False {
        return Judgement::new(Reason::FollowUpNoUnit, path);
    }
    let feedback = match &assessment.feedback {
        Nullable::Null => {
            return match units.exist() {
                Truth::Unknown(missing) => unknown(path, missing),
                _ => Judgement::new(Reason::FollowUpNone, path),
            };
        }
        Nullable::Given(feedback) if feedback.on.get().is_none_or(|on| on <= view.on) => feedback,
        Nullable::Absent | Nullable::Given(_) => return unknown(path, vec![path]),
    };
    let right = match &feedback.to {
        Nullable::Absent => Truth::missing(path.key(Key::To)),
        Nullable::Null => Truth::False,
        Nullable::Given(to) => to.at().map_or(Truth::False, |at| units.include(at)),
    };
    if right == Truth::False {
        return Judgement::new(Reason::FollowUpElsewhere, path.key(Key::To));
    }
    let written = match rule.written.get() {
        Some(wanted) => Truth::of(feedback.written.get().map(|written| written == wanted), path.key(Key::Written)),
        None => Truth::True,
    };
    match written {
        // Whether there is a unit at all decides before the form does.
        Truth::False => settle(units.exist().and(|| Truth::False), Reason::FollowUpOral, path.key(Key::Written)),
        written => settle(right.and(|| written), Reason::FollowUpOral, path),
    }
}

fn addressees(view: &View<'_>, assessment: &Assessment, instance: &Instance<'_>) -> Result<Units, Path> {
    if let Some(organization) = assessment.organization.given().and_then(Ref::at) {
        return Ok(Units { known: [organization].into_iter().collect(), ..Units::default() });
    }
    let person = instance.person()?;
    Ok(view.units_on(person, instance.day?))
}

/// A poor member's result goes to the authority that manages the cadre.
fn authority_feedback(view: &View<'_>, rule: &FollowUp, assessment: &Assessment, path: Path) -> Judgement {
    let feedback = match &assessment.authority_feedback {
        Nullable::Null => return Judgement::new(Reason::FollowUpNone, path),
        Nullable::Given(feedback) if feedback.on.get().is_none_or(|on| on <= view.on) => feedback,
        Nullable::Absent | Nullable::Given(_) => return unknown(path, vec![path]),
    };
    let right = match &feedback.to {
        Nullable::Absent => Truth::missing(path.key(Key::To)),
        Nullable::Null => Truth::False,
        Nullable::Given(to) => to.at().map_or(Truth::False, |at| view.is_organization(at, &of_kinds(kinds(rule)))),
    };
    settle(right, Reason::FollowUpElsewhere, path.key(Key::To))
}

fn kinds(rule: &FollowUp) -> &[OrganizationKind] {
    match &rule.to {
        Maybe::Given(Addressee::Kind(kinds)) => kinds,
        _ => &[],
    }
}

fn of_kinds(kinds: &[OrganizationKind]) -> OrganizationSelector {
    OrganizationSelector { kind: kinds.to_vec(), ..OrganizationSelector::default() }
}
