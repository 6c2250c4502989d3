use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;
use core::cmp::Ordering;
use core::ops::Range;

use smallvec::SmallVec;

use super::again::Again;
use super::attested::{self, Attestations};
use super::basis::Reach;
use super::cadence::{self, Meetings};
use super::course::Course;
use super::days::Days;
use super::exceptions::Exceptions;
use super::instance::{self, Instance, Matter, add_events, events, held_seat};
use super::truth::Truth;
use super::view::View;
use super::yearly_duty::{self, Shows, Sink};
use super::{
    attribute, count, done_by, follow_up, held_by, majority, notice, notification, period, procedure, proposal, quorum,
    share, streak, term,
};
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::order::sort;
use crate::path::{Key, Path};
use crate::report::{About, Fact, Findings, Judgement, Renewal, SubjectNumber, Subjects};
use crate::rulebook::{Constraint, Cycle, Duty, Event, Following, Forms, InForce, Norm, Rulebook, Scope};
use crate::value::{Id, Maybe};

/// A check under way: what several norms need is worked out once.
pub(super) struct Inquiry<'v, 'a> {
    view: &'v View<'a>,
    rulebook: &'a Rulebook,
    since: Option<Day>,
    /// The one entry whose seat and events are judged; without it, all are.
    only: Option<About>,
    lists: &'v Lists<'a>,
    committee: Judged<'a>,
    seats: Judged<'a>,
    events: [Judged<'a>; Event::ALL.len()],
    /// The steps of each entry or exit, for each procedure that a norm names.
    courses: Vec<(&'a Id, Event, Vec<Option<Course<'a>>>)>,
    /// Of which things judged a condition does not hold, by the condition's number; nothing until a norm asks.
    conditions: Vec<Option<Exceptions>>,
}

/// What is worked out of whole lists of the record.
#[derive(Default)]
pub(super) struct Lists<'a> {
    attestations: OnceCell<Attestations<'a>>,
    meetings: OnceCell<Meetings>,
    /// What shows that yearly duties were done.
    shows: [OnceCell<Shows<'a>>; Duty::ALL.len()],
}

/// Things of one kind that norms judge.
type Judged<'a> = Vec<(SubjectNumber, Instance<'a>)>;

impl<'v, 'a> Inquiry<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, lists: &'v Lists<'a>, rulebook: &'a Rulebook, since: Option<Day>) -> Self {
        Self {
            view,
            rulebook,
            since,
            only: None,
            lists,
            committee: vec![(SubjectNumber::COMMITTEE, Instance::committee(view.on))],
            seats: Vec::new(),
            events: [const { Vec::new() }; Event::ALL.len()],
            courses: Vec::new(),
            conditions: (0..rulebook.condition_count()).map(|_| None).collect(),
        }
    }

    /// What is found of every norm of the committee's kind and everything it judges.
    pub(super) fn findings(mut self) -> Findings {
        let norms = self.norms();
        let subjects = Arc::new(Subjects::of(self.view.record));
        let mut room = 0;
        for forms in norms.clone() {
            self.prepare_forms(forms, &subjects);
            room += forms.get(0).map_or(0, |(_, norm)| self.instances(norm).len() + 1);
        }
        let mut findings = Findings::about(subjects);
        findings.reserve(room);
        for forms in norms {
            self.judge_all(forms, &mut findings);
        }
        findings
    }

    /// Puts what is found now in the place of what edits can have changed.
    pub(super) fn renew(mut self, findings: &mut Findings, again: &Again<'_>) -> Renewal {
        let subjects = Arc::clone(&findings.subjects);
        let mut renewal = Renewal::of(findings);
        let mut entries: Vec<(About, Self)> = Vec::new();
        let reached = again.norms();
        for forms in self.norms() {
            let places = forms.places();
            if !places.clone().any(|at| reached.is_marked(at)) {
                continue;
            }
            let Some((first, norm)) = forms.get(0) else { continue };
            let of_norm = renewal.of_norm(&places);
            let reach = places.map(|at| again.reach(at)).fold(Reach::Nothing, Reach::or);
            let mut parts = self.parts(forms, norm, reach);
            if parts.len() > 1 && renewal.is_of_nothing(&of_norm) {
                parts = vec![Part::Everything];
            }
            let (start, count) = (findings.len(), parts.len());
            let mut replaced = 0;
            for (number, part) in (1..).zip(parts) {
                let all = || of_norm.clone();
                let changed = match part {
                    Part::Everything => all(),
                    Part::Entry(one) => renewal.within(&subjects.within(one), all()),
                    Part::Periods(_, days) => renewal.during(|period| days.place(period), all()).unwrap_or_else(all),
                };
                replaced += changed.len();
                match part {
                    Part::Entry(one) => {
                        let at = entries.iter().position(|(other, _)| *other == one).unwrap_or_else(|| {
                            entries.push((one, self.of_entry(one)));
                            entries.len() - 1
                        });
                        if let Some((_, inquiry)) = entries.get_mut(at) {
                            inquiry.prepare_forms(forms, &subjects);
                            inquiry.judge_instances(forms, findings);
                        }
                    }
                    Part::Periods(cycle, days) if changed != of_norm => {
                        self.judge_periods(forms, cycle, days, findings);
                    }
                    Part::Periods(..) | Part::Everything => {
                        self.prepare_forms(forms, &subjects);
                        self.judge_all(forms, findings);
                    }
                }
                // Only when all parts are judged is it known that there is nothing.
                if number == count && replaced == of_norm.len() {
                    or_nothing(first, start, findings);
                }
                renewal.replace(changed, findings);
            }
        }
        renewal.finish(findings);
        renewal
    }

    /// The same of one entry alone.
    fn of_entry(&self, only: About) -> Self {
        Self { only: Some(only), ..Self::new(self.view, self.lists, self.rulebook, self.since) }
    }

    /// What of a norm is to be judged again.
    fn parts(&self, forms: Forms<'a>, norm: &Norm, reach: Reach) -> Vec<Part> {
        let (mut entries, days) = match reach {
            Reach::Nothing => return Vec::new(),
            Reach::Everything => return vec![Part::Everything],
            Reach::Part(entries, days) => (entries, days),
        };
        match &norm.scope {
            Scope::Period(cycle) if entries.is_empty() => return vec![Part::Periods(*cycle, days)],
            Scope::Period(_) => return vec![Part::Everything],
            Scope::Standing(_) if days.include::<Path>(Ok(self.view.on)) => return vec![Part::Everything],
            // What is judged together changes as one.
            Scope::Standing(standing) if standing.seats.is_empty() => {
                return if entries.is_empty() { Vec::new() } else { vec![Part::Everything] };
            }
            Scope::Standing(_) => {}
            Scope::Event(event) => {
                if days != Days::None {
                    let count = instance::entries(self.view.record, *event);
                    let before = entries.len();
                    entries
                        .extend((0..count).filter(|&at| self.happens(*event, at, days)).map(|at| entry_of(*event, at)));
                    // Most of them are judged faster together.
                    if 2 * (entries.len() - before) > count {
                        return vec![Part::Everything];
                    }
                    sort(&mut entries, |about| about.rank());
                    entries.dedup();
                }
            }
        }
        let is_in_force = self.is_in_force(forms);
        entries.retain(|one| is_in_force && goes_through(&norm.scope, *one));
        entries.into_iter().map(Part::Entry).collect()
    }

    /// Whether an event of this entry is on such a day.
    fn happens(&self, event: Event, at: usize, days: Days) -> bool {
        let mut found = Vec::new();
        add_events(self.view, event, at, &mut found);
        found.iter().any(|instance| days.include(instance.day))
    }

    fn norms(&self) -> impl Iterator<Item = Forms<'a>> + Clone + use<'a> {
        self.rulebook.norms_of(&self.view.record.committee.kind)
    }

    /// What a norm judges, one by one; of a norm that judges periods nothing.
    fn instances(&self, norm: &Norm) -> &[(SubjectNumber, Instance<'a>)] {
        match &norm.scope {
            Scope::Standing(standing) if standing.seats.is_empty() => &self.committee,
            Scope::Standing(_) => &self.seats,
            Scope::Event(event) => self.events.get(*event as usize).map(Vec::as_slice).unwrap_or_default(),
            Scope::Period(_) => &[],
        }
    }

    /// Finds what a norm judges in any of its forms.
    fn prepare_forms(&mut self, forms: Forms<'a>, subjects: &Subjects) {
        for (_, norm) in forms.iter() {
            self.prepare_instances(norm, subjects);
        }
    }

    /// Finds what a norm judges, unless an earlier one had it found.
    fn prepare_instances(&mut self, norm: &'a Norm, subjects: &Subjects) {
        let number = |instance: Instance<'a>| (subjects.number(instance.about()), instance);
        match &norm.scope {
            Scope::Standing(standing) if !standing.seats.is_empty() && self.seats.is_empty() => {
                let places = self.places(self.view.record.appointments.len());
                self.seats.reserve(places.len());
                self.seats.extend(places.filter_map(|at| held_seat(self.view, at)).map(number));
            }
            Scope::Event(event) => {
                let places = self.places(instance::entries(self.view.record, *event));
                if let Some(list) = self.events.get_mut(*event as usize)
                    && list.is_empty()
                {
                    let mut found = events(self.view, *event, places);
                    found.retain(|instance| !instance.is_before(self.since));
                    *list = found.into_iter().map(number).collect();
                }
                self.prepare_course(norm, *event);
            }
            Scope::Standing(_) | Scope::Period(_) => {}
        }
    }

    /// Which of so many entries of a list are judged.
    fn places(&self, count: usize) -> Range<usize> {
        self.only.map_or(0..count, |only| only.entry()..only.entry() + 1)
    }

    /// Works out what of this norm's conditions others share, unless an earlier one did.
    fn prepare_conditions(&mut self, at: usize, norm: &'a Norm) {
        let Some(numbers) = self.rulebook.conditions_of(at) else { return };
        for (&number, condition) in numbers.each.iter().zip(norm.conditions()) {
            if self.exceptions(number).is_none() {
                let things = self.instances(norm).iter().map(|(_, one)| one);
                self.keep(number, Exceptions::of(self.view, condition, things));
            }
        }
        if let Some(all) = numbers.all
            && self.exceptions(all).is_none()
        {
            let each = numbers.each.iter().filter_map(|&number| self.exceptions(number));
            self.keep(all, Exceptions::all(each, self.instances(norm).len()));
        }
    }

    fn exceptions(&self, number: usize) -> Option<&Exceptions> {
        self.conditions.get(number)?.as_ref()
    }

    fn keep(&mut self, number: usize, exceptions: Exceptions) {
        if let Some(place) = self.conditions.get_mut(number) {
            *place = Some(exceptions);
        }
    }

    fn prepare_course(&mut self, norm: &'a Norm, event: Event) {
        let Some(name) = procedure_of(norm) else { return };
        if self.course(name, event).is_some() {
            return;
        }
        let courses = self.courses_of(name, self.instances(norm));
        self.courses.push((name, event, courses));
    }

    /// The steps of a procedure that were taken for these seats.
    fn courses_of(&self, name: &Id, instances: &[(SubjectNumber, Instance<'a>)]) -> Vec<Option<Course<'a>>> {
        let Some(procedure) = self.rulebook.procedure(name) else { return Vec::new() };
        let course = |(_, instance): &(_, Instance<'a>)| match (instance.matter, instance.day) {
            (Matter::Seat(seat), Ok(day)) => Some(Course::new(self.view, procedure, instance.at, seat, day)),
            _ => None,
        };
        instances.iter().map(course).collect()
    }

    fn course(&self, name: &Id, event: Event) -> Option<&[Option<Course<'a>>]> {
        let found = self.courses.iter().find(|(other, of, _)| *of == event && *other == name);
        found.map(|(.., courses)| courses.as_slice())
    }

    /// Judges all that a norm judges: what stands by the form of the day of evaluation, each event by that of its own day,
    /// each period by that of its last.
    fn judge_all(&mut self, forms: Forms<'a>, findings: &mut Findings) {
        let start = findings.len();
        let now = forms.on(self.view.on);
        let Some((at, norm)) = forms.get(now.number()) else { return };
        let mut of_committee = |judgement| findings.add(at, SubjectNumber::COMMITTEE, None, false, judgement);
        let path = Path::of(Key::Committee);
        let never = forms.never_hold();
        match (&norm.scope, &norm.require) {
            (scope, _) if never || (!matches!(now, InForce::Form(_)) && matches!(scope, Scope::Standing(_))) => {
                of_committee(not_in_force(&now, path, self.view.on));
            }
            (_, Constraint::Permission(_)) => of_committee(Judgement::new(Reason::Permission, path)),
            _ if !self.is_in_force(forms) => of_committee(Judgement::new(Reason::CommitteeNotStanding, path)),
            (Scope::Period(cycle), _) => self.judge_periods(forms, *cycle, Days::All, findings),
            _ => self.judge_instances(forms, findings),
        }
        or_nothing(at, start, findings);
    }

    /// What stands is judged only while the committee does, and by a form that is in force.
    fn is_in_force(&self, forms: Forms<'_>) -> bool {
        let is_standing = forms.get(0).is_some_and(|(_, norm)| matches!(norm.scope, Scope::Standing(_)));
        let stands = || self.stands() && matches!(forms.on(self.view.on), InForce::Form(_));
        !forms.never_hold() && (!is_standing || stands())
    }

    /// Whether the committee stood on the day of evaluation, as far as the record says.
    fn stands(&self) -> bool {
        let committee = &self.view.record.committee;
        committee.established.get().is_none_or(|first| first <= self.view.on)
            && committee.dissolved.get().is_none_or(|last| self.view.on <= last)
    }

    fn judge_instances(&mut self, forms: Forms<'a>, findings: &mut Findings) {
        for (at, norm) in forms.iter() {
            self.prepare_conditions(at, norm);
        }
        let instances = forms.get(0).map(|(_, norm)| self.instances(norm)).unwrap_or_default();
        let readings = forms.iter().map(|(at, norm)| {
            let courses = procedure_of(norm).zip(event_of(norm)).and_then(|(name, event)| self.course(name, event));
            let supplement = matches!(norm.clause.supplement, Maybe::Given(_));
            let exceptions = self.rulebook.conditions_of(at).and_then(|numbers| self.exceptions(numbers.all?));
            Reading { at, norm, supplement, exceptions, courses }
        });
        let readings: SmallVec<[Reading<'_, 'a>; 2]> = readings.collect();
        self.judge_each(forms, &readings, instances, findings);
    }

    /// Judges things one by one, each by the form of its day. Without conditions a norm applies to each.
    fn judge_each(
        &self,
        forms: Forms<'a>,
        readings: &[Reading<'_, 'a>],
        instances: &[(SubjectNumber, Instance<'a>)],
        findings: &mut Findings,
    ) {
        let is_one = forms.is_one();
        for (place, &(subject, ref instance)) in instances.iter().enumerate() {
            let in_force = if is_one { InForce::Form(0) } else { forms.at(instance.day, self.view.on) };
            let Some(reading) = readings.get(in_force.number()) else { continue };
            let &Reading { at, norm, supplement, exceptions, courses } = reading;
            let supplement = supplement && instance.is_supplement;
            let unknown = |missing| Judgement::unknown(Reason::ConditionUnknown, instance.path, missing);
            let judgement = match self.is_in_question(&norm.scope, instance) {
                Truth::False => continue,
                Truth::Unknown(missing) => unknown(missing),
                Truth::True if !matches!(in_force, InForce::Form(_)) => {
                    not_in_force(&in_force, instance.path, instance.day.unwrap_or(self.view.on))
                }
                Truth::True => {
                    if exceptions.is_some_and(|exceptions| exceptions.include(place)) {
                        findings.add_bare(at, subject, supplement, Reason::ConditionFalse, instance.path);
                        continue;
                    }
                    match exceptions.map(|exceptions| exceptions.missing(place)).unwrap_or_default() {
                        [] => {
                            let course = courses.and_then(|courses| courses.get(place)?.as_ref());
                            self.require(&norm.require, instance, course)
                        }
                        missing => unknown(missing.to_vec()),
                    }
                }
            };
            findings.add(at, subject, None, supplement, judgement);
        }
    }

    /// Whether the scope takes in this thing at all.
    fn is_in_question(&self, scope: &Scope, instance: &Instance<'a>) -> Truth {
        match scope {
            Scope::Standing(standing) => self.view.is_seat(instance.at, &standing.seats),
            // The record does not say what a meeting's topics were.
            Scope::Event(Event::Topic) if matches!(instance.matter, Matter::Meeting(_)) => {
                Truth::missing(instance.path.key(Key::Topics))
            }
            Scope::Event(_) | Scope::Period(_) => Truth::True,
        }
    }

    fn require(&self, constraint: &Constraint, instance: &Instance<'a>, course: Option<&Course<'a>>) -> Judgement {
        let view = self.view;
        match (constraint, course) {
            (Constraint::Procedure(_), Some(course)) => procedure::judge(view, course),
            (Constraint::Step(rule), Some(course)) => procedure::judge_step(view, course, rule),
            (Constraint::NoticePeriod(rule), Some(course)) => notice::judge_period(view, course, rule),
            (Constraint::Unopposed(_), Some(course)) => notice::judge_unopposed(view, course),
            (Constraint::Period(rule), _) => period::judge(view, rule, instance, course),
            (Constraint::FollowUp(rule), Some(course)) => follow_up::judge_copy(view, rule, course),
            (Constraint::FollowUp(rule), None) => follow_up::judge(view, rule, instance),
            (Constraint::Count(range), _) => count::judge(view, range),
            (Constraint::Share(portion), _) => share::judge(view, portion, instance),
            (Constraint::Streak(rule), _) => streak::judge(view, rule, instance),
            (Constraint::Term(rule), _) => term::judge(view, rule, instance),
            (Constraint::HeldBy(rule), _) => held_by::judge(view, rule, instance),
            (Constraint::DoneBy(rule), _) => done_by::judge(view, rule, instance),
            (Constraint::Attribute(attribute), _) => attribute::judge(view, attribute, instance),
            (Constraint::Attested(rule), _) => {
                attested::judge(view, self.lists.attestations.get_or_init(|| Attestations::of(view)), rule, instance)
            }
            (Constraint::Quorum(rule), _) => quorum::judge(view, rule, instance.at),
            (Constraint::Majority(rule), _) => majority::judge(view, rule, instance),
            (Constraint::Proposal(rule), _) => proposal::judge(view, rule, instance),
            (Constraint::Notification(rule), _) => notification::judge(view, rule, instance),
            // Judged by period, or without what it is about: loading a rulebook sees to the scope.
            (
                Constraint::Cadence(_)
                | Constraint::YearlyDuty(_)
                | Constraint::Permission(_)
                | Constraint::Procedure(_)
                | Constraint::Step(_)
                | Constraint::NoticePeriod(_)
                | Constraint::Unopposed(_),
                _,
            ) => Judgement::new(Reason::NothingToJudge, instance.path),
        }
    }

    /// Judges the periods that have such days.
    fn judge_periods(&self, forms: Forms<'a>, cycle: Cycle, days: Days, findings: &mut Findings) {
        let committee = &self.view.record.committee;
        let path = Path::of(Key::Committee).key(Key::Established);
        let Some(established) = committee.established.get() else {
            let judgement = Judgement::unknown(Reason::EstablishedMissing, path, vec![path]);
            let now = forms.on(self.view.on).number();
            findings.add(forms.places().start + now, SubjectNumber::COMMITTEE, None, false, judgement);
            return;
        };
        let dissolved = committee.dissolved.get();
        let end = dissolved.map_or(self.view.on, |last| last.min(self.view.on));
        let mut period = match cycle {
            Cycle::Quarter => established.quarter(),
            Cycle::Year => Period::Year(established.year()),
            Cycle::Month => established.month(),
            Cycle::HalfYear => established.half_year(),
        };
        while let (Some(first), Some(last)) = (period.first(), period.last()) {
            if first > end {
                break;
            }
            let is_left_out = self.since.is_some_and(|since| first < since) || days.place(period) != Ordering::Equal;
            let is_whole = established <= first && dissolved.is_none_or(|dissolved| last <= dissolved);
            let in_force = forms.at(Ok(last), self.view.on);
            if let (false, Some((at, norm))) = (is_left_out, forms.get(in_force.number())) {
                let add = &mut |about, judgement| {
                    let subject = findings.subjects.number(about);
                    findings.add(at, subject, Some(period), false, judgement);
                };
                if !matches!(in_force, InForce::Form(_)) {
                    add(About::Committee, not_in_force(&in_force, Path::of(Key::Committee), last));
                } else if is_whole {
                    self.judge_period(norm, period, (first, last), add);
                } else {
                    add(About::Committee, Judgement::new(Reason::PeriodNotWhole, Path::of(Key::Committee)));
                }
            }
            period = period.next();
        }
    }

    /// Judges a period, which has these days as its first and its last.
    fn judge_period(&self, norm: &Norm, period: Period, days: (Day, Day), add: &mut Sink<'_>) {
        match (&norm.require, period) {
            (Constraint::YearlyDuty(duty), Period::Year(year)) => {
                let Some(shows) = self.lists.shows.get(duty.list as usize) else { return };
                let shows = shows.get_or_init(|| Shows::of(self.view, duty.list));
                yearly_duty::judge(self.view, shows, duty, year, add);
            }
            (Constraint::Cadence(rule), _) => {
                let of_kind;
                let meetings = if rule.which == Maybe::Absent {
                    self.lists.meetings.get_or_init(|| Meetings::of(self.view, &Maybe::Absent))
                } else {
                    of_kind = Meetings::of(self.view, &rule.which);
                    &of_kind
                };
                add(About::Committee, cadence::judge(self.view, meetings, rule, days));
            }
            _ => {}
        }
    }
}

/// A form of a norm, with what is known of the things that it may be asked about.
#[derive(Clone, Copy)]
struct Reading<'s, 'a> {
    at: usize,
    norm: &'a Norm,
    /// Whether it tells who joined in mid-term.
    supplement: bool,
    /// The things to which it does not apply.
    exceptions: Option<&'s Exceptions>,
    courses: Option<&'s [Option<Course<'a>>]>,
}

/// What is said of a day on which a norm is not in force.
fn not_in_force(in_force: &InForce, path: Path, day: Day) -> Judgement {
    let against = |reason, other| Judgement::new(reason, path).day(Fact::On, day).day(Fact::Against, other);
    match *in_force {
        InForce::NotYet(_, from) => against(Reason::EditionNotYet, from),
        InForce::Ended(_, to) => against(Reason::EditionEnded, to),
        InForce::Repealed(_) => Judgement::new(Reason::EditionRepealed, path).day(Fact::On, day),
        InForce::Unknown(_, field) => Judgement::unknown(Reason::EditionUnknown, path, vec![field]),
        InForce::Elsewhere(_) | InForce::Form(_) => Judgement::new(Reason::ConditionFalse, path),
    }
}

/// Where a norm judges nothing, that is said.
fn or_nothing(at: usize, start: usize, findings: &mut Findings) {
    if findings.len() == start {
        let nothing = Judgement::new(Reason::NothingToJudge, Path::of(Key::Committee));
        findings.add(at, SubjectNumber::COMMITTEE, None, false, nothing);
    }
}

/// A part of what a norm judges.
#[derive(Clone, Copy)]
enum Part {
    Entry(About),
    /// Those that have such days.
    Periods(Cycle, Days),
    Everything,
}

/// The entry of the record's lists that such events are in.
const fn entry_of(event: Event, at: usize) -> About {
    match event {
        Event::Entry | Event::Exit => About::Seat(at),
        Event::Meeting | Event::Topic => About::Meeting(at),
        Event::ProblemList => About::ProblemList(at),
        Event::Assessment => About::Assessment(at),
        Event::TrainingClass => About::TrainingClass(at),
        Event::Term => About::Term(at),
    }
}

/// Whether a norm of this scope judges such entries.
const fn goes_through(scope: &Scope, entry: About) -> bool {
    match scope {
        Scope::Standing(_) | Scope::Event(Event::Entry | Event::Exit) => matches!(entry, About::Seat(_)),
        Scope::Event(Event::Meeting | Event::Topic) => matches!(entry, About::Meeting(_)),
        Scope::Event(Event::ProblemList) => matches!(entry, About::ProblemList(_)),
        Scope::Event(Event::Assessment) => matches!(entry, About::Assessment(_)),
        Scope::Event(Event::TrainingClass) => matches!(entry, About::TrainingClass(_)),
        Scope::Event(Event::Term) => matches!(entry, About::Term(_)),
        Scope::Period(_) => false,
    }
}

const fn event_of(norm: &Norm) -> Option<Event> {
    match norm.scope {
        Scope::Event(event) => Some(event),
        Scope::Standing(_) | Scope::Period(_) => None,
    }
}

/// The procedure by whose steps a norm judges.
fn procedure_of(norm: &Norm) -> Option<&Id> {
    match &norm.require {
        Constraint::Procedure(name) => Some(name),
        Constraint::Step(rule) => Some(&rule.procedure),
        Constraint::NoticePeriod(rule) => Some(&rule.procedure),
        Constraint::Unopposed(rule) => Some(&rule.procedure),
        Constraint::Period(rule) => rule.procedure.given(),
        Constraint::FollowUp(rule) if rule.what == Following::Copy => rule.procedure.given(),
        _ => None,
    }
}
