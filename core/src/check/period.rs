//! Between two events of what is judged lies so much time, or so little.

use alloc::vec;
use alloc::vec::Vec;

use super::counting::Stretch;
use super::course::Course;
use super::instance::{Instance, Matter};
use super::truth::Truth;
use super::view::View;
use crate::calendar::Day;
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::record::{Assessment, Meeting, ProblemList, StepKind, Topic};
use crate::report::{Fact, Judgement};
use crate::rulebook::{Interval, Landmark, Moment};
use crate::value::{Maybe, Nullable};

/// What the record says of the day of something.
pub(super) enum Told {
    /// It was on this day.
    On(Day),
    /// Not by the day of evaluation: there is none so far.
    NotYet,
    /// These fields would tell.
    Missing(Vec<Path>),
}

impl Told {
    /// Of a field that may say that there is none.
    pub(super) fn of(day: &Nullable<Day>, path: Path) -> Self {
        match day {
            Nullable::Given(day) => Self::On(*day),
            Nullable::Null => Self::NotYet,
            Nullable::Absent => Self::Missing(vec![path]),
        }
    }

    /// Of something that has a day of its own.
    pub(super) fn within<T>(thing: &Nullable<T>, path: Path, day: impl FnOnce(&T) -> &Maybe<Day>) -> Self {
        match thing {
            Nullable::Given(thing) => day(thing).get().map_or_else(|| Self::Missing(vec![path.key(Key::On)]), Self::On),
            Nullable::Null => Self::NotYet,
            Nullable::Absent => Self::Missing(vec![path]),
        }
    }

    fn known(day: Option<Day>, path: Path) -> Self {
        day.map_or_else(|| Self::Missing(vec![path]), Self::On)
    }

    /// As of a day: what is dated after it is not there yet.
    pub(super) fn by(self, on: Day) -> Self {
        if matches!(self, Self::On(day) if day > on) { Self::NotYet } else { self }
    }
}

/// Something that happened, and where the record says so.
struct Event {
    told: Told,
    path: Path,
}

pub(super) fn judge(
    view: &View<'_>,
    rule: &Interval,
    instance: &Instance<'_>,
    course: Option<&Course<'_>>,
) -> Judgement {
    let [begin, end] = [&rule.from, &rule.to].map(|moment| event(view, moment, instance, course));
    let path = end.path;
    let unknown = |missing| Judgement::unknown(Reason::PeriodUnknown, path, missing);
    let first = match (begin.told, &end.told) {
        (Told::On(first), _) => first,
        (Told::Missing(mut missing), told) => {
            if let Told::Missing(more) = told {
                missing.extend(more);
            }
            return unknown(missing);
        }
        // What comes without what had to come before it: of steps their order judges that.
        (Told::NotYet, &Told::On(on)) if rule.at_least != Maybe::Absent && !matches!(rule.from, Moment::Step(_)) => {
            return Judgement::new(Reason::PeriodNoBeginning, begin.path).day(Fact::Against, on).related(path);
        }
        (Told::NotYet, _) => return Judgement::new(Reason::PeriodNotBegun, begin.path),
    };
    let stretch = |length| Stretch::new(view, first, length, &rule.counting);
    let judgement = |reason| Judgement::new(reason, path).related(begin.path);
    let (shortest, longest) = (rule.at_least.given().map(stretch), rule.at_most.given().map(stretch));
    let on = match end.told {
        Told::On(on) => on,
        told => return open(view, longest.as_ref(), told, judgement, unknown),
    };
    if on < first {
        return judgement(Reason::PeriodReversed).day(Fact::On, on).day(Fact::Against, first);
    }
    let too_short =
        shortest.map(|stretch| (stretch.is_under_way_on(on), Reason::PeriodTooShort, Fact::Required, stretch));
    let too_long = longest.map(|stretch| (stretch.is_over_before(on), Reason::PeriodTooLong, Fact::Allowed, stretch));
    let mut missing = Vec::new();
    for (broken, reason, fact, stretch) in too_short.into_iter().chain(too_long) {
        match broken {
            Truth::True => return stretch.tell(judgement(reason).day(Fact::On, on), on, fact),
            Truth::False => {}
            Truth::Unknown(fields) => missing.extend(fields),
        }
    }
    if missing.is_empty() { judgement(Reason::PeriodMet).day(Fact::On, on) } else { unknown(missing) }
}

/// It has begun and not ended: there is time until the longest is over.
fn open(
    view: &View<'_>,
    longest: Option<&Stretch<'_>>,
    told: Told,
    judgement: impl Fn(Reason) -> Judgement,
    unknown: impl Fn(Vec<Path>) -> Judgement,
) -> Judgement {
    match (longest.map(Stretch::last), told) {
        (Some(Ok(last)), _) if view.on <= last => judgement(Reason::PeriodPending).due(last),
        (_, Told::Missing(missing)) => unknown(missing),
        (Some(Ok(last)), _) => judgement(Reason::PeriodOverdue).day(Fact::Against, last),
        (Some(Err(field)), _) => unknown(vec![field]),
        (None, _) => judgement(Reason::PeriodOpen),
    }
}

fn event(view: &View<'_>, moment: &Moment, instance: &Instance<'_>, course: Option<&Course<'_>>) -> Event {
    let event = match moment {
        Moment::Step(kind) => of_step(course, *kind, instance.path),
        Moment::Day(landmark) => of_landmark(view, *landmark, instance, course),
    };
    Event { told: event.told.by(view.on), ..event }
}

/// The first step of a kind that was not taken in vain.
fn of_step(course: Option<&Course<'_>>, kind: StepKind, path: Path) -> Event {
    let Some(course) = course else { return Event { told: Told::NotYet, path } };
    let unknown = course.unknown();
    if !unknown.is_empty() {
        return Event { told: Told::Missing(unknown), path: course.path };
    }
    let mut steps = course.steps().iter().filter(|taken| taken.kind == kind && taken.step.passed.get() != Some(false));
    let Some(first) = steps.next() else { return Event { told: Told::NotYet, path: course.path } };
    let mut event = (first.day, first.path);
    for step in steps {
        match (step.day, event.0) {
            (Ok(day), Ok(before)) if day < before => event = (step.day, step.path),
            (Err(_), Ok(_)) => event = (step.day, step.path),
            _ => {}
        }
    }
    let told = event.0.map_or_else(|field| Told::Missing(vec![field]), Told::On);
    Event { told, path: event.1.key(Key::On) }
}

fn of_landmark(view: &View<'_>, landmark: Landmark, instance: &Instance<'_>, course: Option<&Course<'_>>) -> Event {
    let path = instance.path;
    match instance.matter {
        Matter::Seat(_) => of_seat(view, landmark, instance, course),
        Matter::Meeting(meeting) => of_meeting(landmark, meeting, path),
        Matter::Topic(topic, _) => of_topic(view, landmark, topic, instance),
        Matter::ProblemList(list) => of_list(landmark, list, path),
        Matter::Assessment(assessment) => of_assessment(landmark, assessment, path),
        // Loading a rulebook refuses days of what is not judged.
        Matter::Committee | Matter::TrainingClass(_) | Matter::Term(_) => Event { told: Told::NotYet, path },
    }
}

fn of_seat(view: &View<'_>, landmark: Landmark, instance: &Instance<'_>, course: Option<&Course<'_>>) -> Event {
    let seat = Path::of(Key::Appointments).at(instance.at);
    let span = view.span_of(instance.at);
    match landmark {
        // A seat without a first day has not begun, one without a last day goes on.
        Landmark::SeatBegins => {
            Event { told: span.map_or(Told::NotYet, |(first, _)| Told::On(first)), path: seat.key(Key::From) }
        }
        Landmark::SeatEnds => {
            Event { told: span.and_then(|(_, last)| last).map_or(Told::NotYet, Told::On), path: seat.key(Key::To) }
        }
        _ => {
            let mut notices =
                course.map(Course::steps).unwrap_or_default().iter().filter(|step| step.kind == StepKind::PublicNotice);
            match notices.next() {
                Some(notice) => {
                    let path = notice.path.key(Key::Through);
                    Event { told: Told::of(&notice.step.through, path), path }
                }
                None => of_step(course, StepKind::PublicNotice, instance.path),
            }
        }
    }
}

fn of_meeting(landmark: Landmark, meeting: &Meeting, path: Path) -> Event {
    match landmark {
        Landmark::Notice => {
            let path = path.key(Key::Notice);
            Event { told: Told::within(&meeting.notice, path, |notice| &notice.on), path: path.key(Key::On) }
        }
        Landmark::Minutes => {
            let path = path.key(Key::Minutes);
            Event { told: Told::within(&meeting.minutes, path, |minutes| &minutes.on), path: path.key(Key::On) }
        }
        Landmark::Publication => {
            let path = path.key(Key::Publication);
            Event { told: Told::within(&meeting.publication, path, |other| &other.on), path: path.key(Key::On) }
        }
        _ => {
            let path = path.key(Key::On);
            Event { told: Told::known(meeting.on.get(), path), path }
        }
    }
}

fn of_topic(view: &View<'_>, landmark: Landmark, topic: &Topic, instance: &Instance<'_>) -> Event {
    match landmark {
        Landmark::HandedIn => {
            let path = instance.path.key(Key::HandedIn);
            Event { told: Told::of(&topic.handed_in, path), path }
        }
        Landmark::FirstReport => {
            let path = instance.path.key(Key::Reports);
            Event { told: first_report(topic, path, None), path }
        }
        _ => match view.record.meetings.get(instance.at) {
            Some(meeting) => of_meeting(landmark, meeting, Path::of(Key::Meetings).at(instance.at)),
            None => Event { told: Told::NotYet, path: instance.path },
        },
    }
}

/// The first report back, on or after a day if one is named; one without a day might be it.
pub(super) fn first_report(topic: &Topic, path: Path, since: Option<Day>) -> Told {
    let Some(reports) = topic.reports.entries() else { return Told::Missing(vec![path]) };
    let undated =
        |(at, report): (usize, &crate::record::Report)| report.on.get().is_none().then(|| path.at(at).key(Key::On));
    let undated: Vec<Path> = reports.iter().enumerate().filter_map(undated).collect();
    let days = reports.iter().filter_map(|report| report.on.get());
    let first = days.filter(|&on| since.is_none_or(|since| since <= on)).min();
    match (undated.is_empty(), first) {
        (false, _) => Told::Missing(undated),
        (true, Some(first)) => Told::On(first),
        (true, None) => Told::NotYet,
    }
}

fn of_list(landmark: Landmark, list: &ProblemList, path: Path) -> Event {
    let (told, key) = match landmark {
        Landmark::Deadline => (Told::of(&list.deadline, path.key(Key::Deadline)), Key::Deadline),
        // It is open until the record says that it is settled.
        Landmark::Settled => (list.settled.get().map_or(Told::NotYet, Told::On), Key::Settled),
        _ => (Told::known(list.on.get(), path.key(Key::On)), Key::On),
    };
    Event { told, path: path.key(key) }
}

fn of_assessment(landmark: Landmark, assessment: &Assessment, path: Path) -> Event {
    match landmark {
        Landmark::Feedback => {
            let path = path.key(Key::Feedback);
            Event { told: Told::within(&assessment.feedback, path, |feedback| &feedback.on), path: path.key(Key::On) }
        }
        Landmark::AuthorityFeedback => {
            let path = path.key(Key::AuthorityFeedback);
            let told = Told::within(&assessment.authority_feedback, path, |feedback| &feedback.on);
            Event { told, path: path.key(Key::On) }
        }
        Landmark::Accountability => {
            let path = path.key(Key::AccountabilityProposed);
            Event { told: Told::of(&assessment.accountability_proposed, path), path }
        }
        _ => {
            let path = path.key(Key::On);
            Event { told: Told::known(assessment.on.get(), path), path }
        }
    }
}
