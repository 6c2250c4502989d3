//! After an event something follows.

use alloc::vec;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::course::Course;
use super::instance::{Instance, Matter};
use super::marks::Marks;
use super::truth::{Logic, Truth};
use super::units::Units;
use super::view::{BigList, View};
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Assessment, Meeting, OrganizationKind, StepKind, Topic};
use crate::report::{Fact, Judgement};
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

/// A copy follows the certificate on the same day, to a unit of the member.
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
    let right_day = |on: Result<Day, Path>| match on {
        Ok(on) => Truth::from(rule.same_day.get() != Some(true) || on == day),
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
    if view.on <= day {
        return Judgement::new(Reason::FollowUpPending, path).due(day);
    }
    let elsewhere = copies().find(|copy| right_day(copy.day).is_true());
    let other_day = copies().find(|copy| to_unit(&copy.step.to, copy.path).is_true());
    match (other_day, elsewhere) {
        (Some(copy), _) => {
            let judgement = Judgement::new(Reason::FollowUpOtherDay, copy.path.key(Key::On));
            copy.day
                .map_or_else(|_| judgement.clone(), |on| judgement.clone().day(Fact::On, on))
                .day(Fact::Against, day)
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
