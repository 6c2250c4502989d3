use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;

use smallvec::SmallVec;

use super::again::Again;
use super::attested::{self, Attestations};
use super::basis::Reach;
use super::cadence::{self, Meetings};
use super::course::Course;
use super::instance::{Instance, Matter, add_events, events, held_seat, holds};
use super::truth::{Logic, Truth};
use super::view::View;
use super::yearly_duty::{self, Shows, Sink};
use super::{attribute, count, done_by, follow_up, held_by, notice, notification, procedure, proposal, quorum, share};
use crate::calendar::{Day, Period};
use crate::messages::Reason;
use crate::path::{Key, Path};
use crate::report::{About, Findings, Judgement, Renewed, SubjectNumber, Subjects};
use crate::rulebook::{Constraint, Cycle, Duty, Event, Following, Norm, Rulebook, Scope};
use crate::value::{Id, Maybe};

/// A check under way: what several norms need is worked out once.
pub(super) struct Inquiry<'v, 'a> {
    view: &'v View<'a>,
    rulebook: &'a Rulebook,
    since: Option<Day>,
    committee: Judged<'a>,
    seats: Judged<'a>,
    events: [Judged<'a>; Event::ALL.len()],
    attestations: OnceCell<Attestations<'a>>,
    meetings: OnceCell<Meetings>,
    /// What shows that yearly duties were done.
    shows: [OnceCell<Shows<'a>>; Duty::ALL.len()],
    /// The steps of each entry or exit, for each procedure that a norm names.
    courses: Vec<(&'a Id, Event, Vec<Option<Course<'a>>>)>,
    /// Whether a condition holds of each thing judged, by the condition's number; nothing until a norm asks.
    conditions: Vec<Vec<Truth>>,
}

/// Things of one kind that norms judge.
type Judged<'a> = Vec<(SubjectNumber, Instance<'a>)>;

impl<'v, 'a> Inquiry<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, rulebook: &'a Rulebook, since: Option<Day>) -> Self {
        Self {
            view,
            rulebook,
            since,
            committee: vec![(SubjectNumber::COMMITTEE, Instance::committee(view.on))],
            seats: Vec::new(),
            events: [const { Vec::new() }; Event::ALL.len()],
            attestations: OnceCell::new(),
            meetings: OnceCell::new(),
            shows: [const { OnceCell::new() }; Duty::ALL.len()],
            courses: Vec::new(),
            conditions: vec![Vec::new(); rulebook.condition_count()],
        }
    }

    /// What is found of every norm of the committee's kind and everything it judges.
    pub(super) fn findings(mut self) -> Findings {
        let norms = self.norms();
        let subjects = Arc::new(Subjects::of(self.view.record));
        let mut room = 0;
        for (_, norm) in norms.clone() {
            self.prepare_instances(norm, &subjects);
            room += self.instances(norm).len() + 1;
        }
        let mut findings = Findings::about(subjects);
        findings.reserve(room);
        for (at, norm) in norms {
            self.judge_all(at, norm, &mut findings);
        }
        findings
    }

    /// Puts what is found now in the place of what edits can have changed.
    pub(super) fn renew(mut self, findings: &mut Findings, again: &Again<'_>) -> Vec<Renewed> {
        let subjects = Arc::clone(&findings.subjects);
        let mut renewed = Vec::new();
        let mut start = 0;
        for (at, norm) in self.norms() {
            let mut of_norm = start..start + findings.count_of_norm(start, at);
            match again.reach(at) {
                Reach::Nothing => {}
                Reach::Entries(entries) if is_entry_by_entry(norm) => {
                    for one in entries.iter().filter(|one| self.is_in_force(norm) && goes_through(&norm.scope, **one)) {
                        let changed = findings.within(&subjects.within(*one), of_norm.clone());
                        let is_all = changed == of_norm;
                        let new = findings.replace(changed, |findings| {
                            self.judge_entry(at, norm, *one, findings);
                            if is_all {
                                or_nothing(at, 0, findings);
                            }
                        });
                        of_norm.end = of_norm.end + new.are.len() - new.were.len();
                        renewed.push(new);
                    }
                }
                // What is judged together changes as one.
                Reach::Entries(_) | Reach::Everything => {
                    self.prepare_instances(norm, &subjects);
                    let new = findings.replace(of_norm.clone(), |findings| self.judge_all(at, norm, findings));
                    of_norm.end = new.are.end;
                    renewed.push(new);
                }
            }
            start = of_norm.end;
        }
        findings.tidy();
        renewed
    }

    fn norms(&self) -> impl Iterator<Item = (usize, &'a Norm)> + Clone + use<'a> {
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

    /// Finds what a norm judges, unless an earlier one had it found.
    fn prepare_instances(&mut self, norm: &'a Norm, subjects: &Subjects) {
        let number = |instance: Instance<'a>| (subjects.number(instance.about()), instance);
        match &norm.scope {
            Scope::Standing(standing) if !standing.seats.is_empty() && self.seats.is_empty() => {
                let count = self.view.record.appointments.len();
                self.seats.reserve(count);
                self.seats.extend((0..count).filter_map(|at| held_seat(self.view, at)).map(number));
            }
            Scope::Event(event) => {
                if let Some(list) = self.events.get_mut(*event as usize)
                    && list.is_empty()
                {
                    let mut found = events(self.view, *event);
                    found.retain(|instance| !instance.is_before(self.since));
                    *list = found.into_iter().map(number).collect();
                }
                self.prepare_course(norm, *event);
            }
            Scope::Standing(_) | Scope::Period(_) => {}
        }
    }

    /// Works out what of this norm's conditions others share, unless an earlier one did.
    fn prepare_conditions(&mut self, at: usize, norm: &'a Norm) {
        let Some(numbers) = self.rulebook.conditions_of(at) else { return };
        for (&number, condition) in numbers.each.iter().zip(norm.conditions()) {
            if self.truths(number).is_empty() {
                let instances = self.instances(norm).iter();
                self.keep(number, instances.map(|(_, instance)| holds(self.view, condition, instance)).collect());
            }
        }
        if let Some(all) = numbers.all
            && self.truths(all).is_empty()
        {
            let truths = self.all_hold(&numbers.each, self.instances(norm).len());
            self.keep(all, truths);
        }
    }

    /// Whether all of these conditions hold of each of so many things.
    fn all_hold(&self, numbers: &[usize], count: usize) -> Vec<Truth> {
        let each: SmallVec<[&[Truth]; 4]> = numbers.iter().map(|&number| self.truths(number)).collect();
        (0..count).map(|place| Truth::all(each.iter().filter_map(|truths| truths.get(place).cloned()))).collect()
    }

    fn truths(&self, number: usize) -> &[Truth] {
        self.conditions.get(number).map(Vec::as_slice).unwrap_or_default()
    }

    fn keep(&mut self, number: usize, truths: Vec<Truth>) {
        if let Some(place) = self.conditions.get_mut(number) {
            *place = truths;
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

    /// Judges all that a norm judges.
    fn judge_all(&mut self, at: usize, norm: &'a Norm, findings: &mut Findings) {
        let start = findings.len();
        self.prepare_conditions(at, norm);
        let mut of_committee = |reason| {
            let judgement = Judgement::new(reason, Path::of(Key::Committee));
            findings.add(at, SubjectNumber::COMMITTEE, None, false, judgement);
        };
        match (&norm.scope, &norm.require) {
            (_, Constraint::Permission(_)) => of_committee(Reason::Permission),
            _ if !self.is_in_force(norm) => of_committee(Reason::CommitteeNotStanding),
            (Scope::Period(cycle), _) => self.judge_periods(at, norm, *cycle, findings),
            _ => self.judge_instances(at, norm, findings),
        }
        or_nothing(at, start, findings);
    }

    /// What stands is judged only while the committee does.
    fn is_in_force(&self, norm: &Norm) -> bool {
        !matches!(norm.scope, Scope::Standing(_)) || self.stands()
    }

    /// Whether the committee stood on the day of evaluation, as far as the record says.
    fn stands(&self) -> bool {
        let committee = &self.view.record.committee;
        committee.established.get().is_none_or(|first| first <= self.view.on)
            && committee.dissolved.get().is_none_or(|last| self.view.on <= last)
    }

    fn judge_instances(&self, at: usize, norm: &Norm, findings: &mut Findings) {
        let conditions = self.rulebook.conditions_of(at).and_then(|numbers| Some(self.truths(numbers.all?)));
        let courses = procedure_of(norm).zip(event_of(norm)).and_then(|(name, event)| self.course(name, event));
        self.judge_each((at, norm), self.instances(norm), conditions, courses, findings);
    }

    /// Judges what one entry of a list has for a norm to judge.
    fn judge_entry(&self, at: usize, norm: &Norm, about: About, findings: &mut Findings) {
        let mut found = Vec::new();
        match &norm.scope {
            Scope::Standing(_) => found.extend(held_seat(self.view, about.entry())),
            Scope::Event(event) => add_events(self.view, *event, about.entry(), &mut found),
            Scope::Period(_) => {}
        }
        let number = |instance: Instance<'a>| (findings.subjects.number(instance.about()), instance);
        let found = found.into_iter().filter(|instance| !instance.is_before(self.since));
        let instances: Judged<'a> = found.map(number).collect();
        let applies = |(_, instance): &(_, Instance<'a>)| {
            Truth::all(norm.conditions().iter().map(|condition| holds(self.view, condition, instance)))
        };
        let conditions: Vec<Truth> = instances.iter().map(applies).collect();
        let courses = procedure_of(norm).map(|name| self.courses_of(name, &instances));
        self.judge_each((at, norm), &instances, Some(&conditions), courses.as_deref(), findings);
    }

    /// Judges things one by one. Without conditions a norm applies to each.
    fn judge_each(
        &self,
        (at, norm): (usize, &Norm),
        instances: &[(SubjectNumber, Instance<'a>)],
        conditions: Option<&[Truth]>,
        courses: Option<&[Option<Course<'a>>]>,
        findings: &mut Findings,
    ) {
        let is_extended = norm.clause.supplement != Maybe::Absent;
        for (place, &(subject, ref instance)) in instances.iter().enumerate() {
            let supplement = instance.is_supplement && is_extended;
            let unknown = |missing| Judgement::unknown(Reason::ConditionUnknown, instance.path, missing);
            match self.is_in_question(&norm.scope, instance) {
                Truth::True => {}
                Truth::False => continue,
                Truth::Unknown(missing) => {
                    findings.add(at, subject, None, supplement, unknown(missing));
                    continue;
                }
            }
            let judgement = match conditions.and_then(|truths| truths.get(place)) {
                Some(Truth::False) => {
                    findings.add_bare(at, subject, supplement, Reason::ConditionFalse, instance.path);
                    continue;
                }
                Some(Truth::Unknown(missing)) => unknown(missing.clone()),
                Some(Truth::True) | None => {
                    let course = courses.and_then(|courses| courses.get(place)?.as_ref());
                    self.require(&norm.require, instance, course)
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
            (Constraint::FollowUp(rule), Some(course)) => follow_up::judge_copy(view, rule, course),
            (Constraint::FollowUp(rule), None) => follow_up::judge(view, rule, instance),
            (Constraint::Count(range), _) => count::judge(view, range),
            (Constraint::Share(portion), _) => share::judge(view, portion, instance),
            (Constraint::HeldBy(rule), _) => held_by::judge(view, rule, instance),
            (Constraint::DoneBy(rule), _) => done_by::judge(view, rule, instance),
            (Constraint::Attribute(attribute), _) => attribute::judge(view, attribute, instance),
            (Constraint::Attested(rule), _) => {
                attested::judge(view, self.attestations.get_or_init(|| Attestations::of(view)), rule, instance)
            }
            (Constraint::Quorum(rule), _) => quorum::judge(view, rule, instance.at, instance.path),
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

    fn judge_periods(&self, at: usize, norm: &Norm, cycle: Cycle, findings: &mut Findings) {
        let committee = &self.view.record.committee;
        let path = Path::of(Key::Committee).key(Key::Established);
        let Some(established) = committee.established.get() else {
            let judgement = Judgement::unknown(Reason::EstablishedMissing, path, vec![path]);
            findings.add(at, SubjectNumber::COMMITTEE, None, false, judgement);
            return;
        };
        let dissolved = committee.dissolved.get();
        let end = dissolved.map_or(self.view.on, |last| last.min(self.view.on));
        let mut period = match cycle {
            Cycle::Quarter => established.quarter(),
            Cycle::Year => Period::Year(established.year()),
        };
        while let (Some(first), Some(last)) = (period.first(), period.last()) {
            if first > end {
                break;
            }
            let is_left_out = self.since.is_some_and(|since| first < since);
            let is_whole = established <= first && dissolved.is_none_or(|dissolved| last <= dissolved);
            if !is_left_out {
                let add = &mut |about, judgement| {
                    let subject = findings.subjects.number(about);
                    findings.add(at, subject, Some(period), false, judgement);
                };
                if is_whole {
                    self.judge_period(norm, period, add);
                } else {
                    add(About::Committee, Judgement::new(Reason::PeriodNotWhole, Path::of(Key::Committee)));
                }
            }
            period = period.next();
        }
    }

    fn judge_period(&self, norm: &Norm, period: Period, add: &mut Sink<'_>) {
        match (&norm.require, period) {
            (Constraint::YearlyDuty(duty), Period::Year(year)) => {
                let Some(shows) = self.shows.get(duty.list as usize) else { return };
                let shows = shows.get_or_init(|| Shows::of(self.view, duty.list));
                yearly_duty::judge(self.view, shows, duty, year, add);
            }
            (Constraint::Cadence(rule), _) => {
                let meetings = self.meetings.get_or_init(|| Meetings::of(self.view));
                add(About::Committee, cadence::judge(self.view, meetings, rule, period));
            }
            _ => {}
        }
    }
}

/// Where a norm judges nothing, that is said.
fn or_nothing(at: usize, start: usize, findings: &mut Findings) {
    if findings.len() == start {
        let nothing = Judgement::new(Reason::NothingToJudge, Path::of(Key::Committee));
        findings.add(at, SubjectNumber::COMMITTEE, None, false, nothing);
    }
}

/// Whether a norm judges things one by one, each by what stands in one entry of the record's lists.
const fn is_entry_by_entry(norm: &Norm) -> bool {
    match &norm.scope {
        Scope::Standing(standing) => !standing.seats.is_empty(),
        Scope::Event(_) => true,
        Scope::Period(_) => false,
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
        Constraint::FollowUp(rule) if rule.what == Following::Copy => rule.procedure.given(),
        _ => None,
    }
}
