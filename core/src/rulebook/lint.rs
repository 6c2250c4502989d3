//! Whether a rulebook makes sense, beyond its form.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::constraint::{
    Attested, Attester, Attribute, Cadence, Constraint, FollowUp, Following, HeldBy, Interval, Landmark, Measure,
    Moment, Obliged, Proposal, Streak, TermLength, TermRule,
};
use super::expansion::{self, PARTS_MAX};
use super::merge::{Amended, Merged};
use super::norm::{Cycle, Document, Event, Modality, Norm, Scope};
use super::selector::{Condition, Group, Procedure, ProcedureKind, SeatSelector};
use crate::calendar::{Length, YearDay};
use crate::fault::{FAULTS_MAX, Fault, Problem, Unit, excerpt, nearest};
use crate::order::Names;
use crate::value::{Id, Maybe, Whole};

/// Every fault of sense of a rulebook whose form is right. What it extends is merged with what it defines.
pub(super) fn lint(document: &Document, merged: &Merged) -> Vec<Fault> {
    let mut lint = Lint::new(merged);
    for (name, group) in document.groups.iter() {
        let path = format!("/groups/{}", escaped(name));
        lint.group(group, &path);
        if !lint.parts.contains_key(name.as_str()) {
            lint.faults.push(Fault::new(&path, Problem::CircularDefinition { found: excerpt(name.as_str()) }));
        }
    }
    for (name, procedure) in document.procedures.iter() {
        lint.steps(procedure, &format!("/procedures/{}/steps", escaped(name)));
    }
    for (at, norm) in document.norms.iter().enumerate() {
        lint.norm(norm, &format!("/norms/{at}"));
    }
    if lint.total > PARTS_MAX {
        let problem = Problem::TooLong { unit: Unit::Entries, max: PARTS_MAX, found: lint.total };
        lint.faults.push(Fault::new("/groups", problem));
    }
    lint.faults
}

/// The faults of norms as amendments made them.
pub(super) fn lint_amended(amended: &[Amended], merged: &Merged) -> Vec<Fault> {
    let mut lint = Lint::new(merged);
    for Amended { norm, path } in amended {
        lint.norm(norm, path);
    }
    // One amendment may make the same of several forms.
    let mut faults: Vec<Fault> = Vec::new();
    lint.faults.into_iter().for_each(|fault| {
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    });
    faults
}

/// How many names of a table are looked at for the one that was meant.
pub(super) const NAMES_MAX: usize = 200;

pub(super) struct Lint<'a> {
    merged: &'a Merged,
    /// The parts of each group that is defined.
    parts: Names,
    /// The parts of all groups looked at so far, with what their names stand for.
    total: usize,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Lint<'a> {
    fn new(merged: &'a Merged) -> Self {
        Self { merged, parts: expansion::parts(&merged.groups), total: 0, faults: Vec::new() }
    }

    fn unknown(&mut self, path: &str, name: &Id, table: &'static str) {
        let names: &mut dyn Iterator<Item = &Id> = match table {
            "committees" => &mut self.merged.committees.names(),
            "groups" => &mut self.merged.groups.names(),
            "procedures" => &mut self.merged.procedures.names(),
            _ => &mut core::iter::empty(),
        };
        // Of a huge rulebook not every name is looked at for every fault.
        let nearest = match self.faults.len() {
            ..FAULTS_MAX => nearest(name.as_str(), &mut names.take(NAMES_MAX).map(Id::as_str)),
            _ => None,
        };
        let nearest = nearest.map(Into::into);
        self.faults.push(Fault::new(path, Problem::UnknownName { found: excerpt(name.as_str()), table, nearest }));
    }

    pub(super) fn misfit(&mut self, path: &str, found: &'static str, scope: &'static str) {
        self.faults.push(Fault::new(path, Problem::DoesNotFit { found, scope }));
    }

    fn norm(&mut self, norm: &Norm, path: &str) {
        self.committees(&norm.applies_to, &format!("{path}/appliesTo"));
        let scope = scope_name(&norm.scope);
        if let Maybe::Given(condition) = &norm.when {
            self.condition(condition, &norm.scope, &format!("{path}/when"));
        }
        let found = norm.require.key();
        let path = format!("{path}/require/{found}");
        if (norm.modality == Modality::May) != matches!(norm.require, Constraint::Permission(_)) {
            self.misfit(&path, found, norm.modality.as_str());
        }
        if !fits(&norm.require, &norm.scope) {
            self.misfit(&path, found, scope);
        }
        self.constraint(&norm.require, norm, &path);
    }

    fn constraint(&mut self, constraint: &Constraint, norm: &Norm, path: &str) {
        match constraint {
            Constraint::Count(range) => self.range(range, path),
            Constraint::Share(portion) => self.portion(portion, path),
            Constraint::Quorum(quorum) => self.quorum(quorum, path),
            Constraint::Majority(rule) => self.share([rule.at_least, rule.more_than], path),
            Constraint::HeldBy(rule) => self.held_by(rule, path),
            Constraint::Attribute(Attribute::Person(group)) => self.group(group, &format!("{path}/person")),
            Constraint::Attested(rule) => self.attested(rule, norm, path),
            Constraint::DoneBy(rule) => self.maybe_group(&rule.group, &format!("{path}/group")),
            Constraint::Streak(rule) => {
                let (empty, place) = match rule {
                    Streak::Absences(rule) => (rule.then.causes.is_empty(), "absences/then/causes"),
                    Streak::Grades(rule) if rule.grades.is_empty() => (true, "grades/grades"),
                    Streak::Grades(rule) => (rule.then.causes.is_empty(), "grades/then/causes"),
                    Streak::CoolingOff(rule) => (rule.after.is_empty(), "coolingOff/after"),
                };
                if empty {
                    self.faults.push(Fault::new(&format!("{path}/{place}"), Problem::MissingField));
                }
            }
            Constraint::Term(TermRule::Length(rule)) => self.term_length(rule, &format!("{path}/length")),
            Constraint::YearlyDuty(duty) => {
                if let Obliged::Members(group) = &duty.each {
                    self.group(group, &format!("{path}/each/members"));
                }
            }
            Constraint::Procedure(name) => self.procedure(name, norm, path, None),
            Constraint::Step(rule) => {
                self.procedure(&rule.procedure, norm, &format!("{path}/procedure"), Some(rule.step))
            }
            Constraint::NoticePeriod(rule) => self.notice(&rule.procedure, norm, &format!("{path}/procedure")),
            Constraint::Cadence(rule) => self.cadence(rule, norm, path),
            Constraint::Period(rule) => self.interval(rule, norm, path),
            Constraint::Unopposed(rule) => self.notice(&rule.procedure, norm, &format!("{path}/procedure")),
            Constraint::FollowUp(rule) => self.follow_up(rule, norm, path),
            Constraint::Proposal(Proposal { handed_in: Maybe::Given(time), .. }) => {
                self.lengths(&time.at_least, &time.at_most, &format!("{path}/handedIn"));
            }
            _ => {}
        }
    }

    /// Terms are as long as months and years are, and differ only from what they are to be.
    fn term_length(&mut self, rule: &TermLength, path: &str) {
        let (least, most) = ((&rule.at_least, "atLeast"), (&rule.at_most, "atMost"));
        let (early, late) = ((&rule.early, "early"), (&rule.late, "late"));
        let is_in_days = |length: &Maybe<Length>| matches!(length, Maybe::Given(Length::Days(_)));
        for (length, name) in [least, most, early, late] {
            if is_in_days(length) {
                self.misfit(&format!("{path}/{name}/days"), "days", "term");
            }
        }
        if ![least, most].iter().any(|(length, _)| is_in_days(length)) {
            self.bounds([least, most].map(|(length, _)| length.given().map(Length::months)), path);
        }
        for ((by, _), (bound, name)) in [(early, least), (late, most)] {
            if *by != Maybe::Absent && *bound == Maybe::Absent {
                self.faults.push(Fault::new(&format!("{path}/{name}"), Problem::MissingField));
            }
        }
        if rule.approved_by != Maybe::Absent && rule.early == Maybe::Absent && rule.late == Maybe::Absent {
            self.misfit(&format!("{path}/approvedBy"), "approvedBy", "length");
        }
    }

    fn held_by(&mut self, rule: &HeldBy, path: &str) {
        match rule {
            HeldBy::Group(group) => self.group(group, &format!("{path}/group")),
            HeldBy::Also(seats) if seats.is_empty() => {
                self.faults.push(Fault::new(&format!("{path}/also/0"), Problem::MissingField));
            }
            HeldBy::Also(_) => {}
            HeldBy::NotAlso(rule) => {
                let path = format!("{path}/notAlso");
                if rule.seats.is_empty() && rule.elsewhere.is_empty() {
                    self.faults.push(Fault::new(&format!("{path}/seats"), Problem::MissingField));
                }
                self.committees(&rule.elsewhere, &format!("{path}/elsewhere"));
            }
            HeldBy::NotKin(rule) => self.seats(&rule.of, &format!("{path}/notKin/of")),
        }
    }

    fn attested(&mut self, rule: &Attested, norm: &Norm, path: &str) {
        match &rule.by {
            Maybe::Given(Attester::Group(group)) => self.group(group, &format!("{path}/by/group")),
            Maybe::Given(Attester::Seats(seats)) if seats.is_empty() => {
                self.faults.push(Fault::new(&format!("{path}/by/seats/0"), Problem::MissingField));
            }
            _ => {}
        }
        // A day that goes by is judged once, and what is judged anew each year is as old as the year at most.
        if rule.each_year.get() == Some(true) {
            if !matches!(norm.scope, Scope::Standing(_)) {
                self.misfit(&format!("{path}/eachYear"), "eachYear", scope_name(&norm.scope));
            }
            if rule.within != Maybe::Absent {
                self.misfit(&format!("{path}/within"), "within", "eachYear");
            }
        }
    }

    fn committees(&mut self, kinds: &[Id], path: &str) {
        for (at, kind) in kinds.iter().enumerate() {
            if self.merged.committees.get(kind).is_none() {
                self.unknown(&format!("{path}/{at}"), kind, "committees");
            }
        }
    }

    fn interval(&mut self, rule: &Interval, norm: &Norm, path: &str) {
        self.lengths(&rule.at_least, &rule.at_most, path);
        for (moment, name) in [(&rule.from, "from"), (&rule.to, "to")] {
            let step = match moment {
                Moment::Step(kind) => Some(*kind),
                Moment::Day(Landmark::PublicNoticeEnds) => Some(crate::record::StepKind::PublicNotice),
                Moment::Day(landmark) => {
                    if !is_day_of(*landmark, &norm.scope) {
                        self.misfit(&format!("{path}/{name}/day"), landmark.as_str(), scope_name(&norm.scope));
                    }
                    None
                }
            };
            if let Some(step) = step {
                self.step(&rule.procedure, norm, &format!("{path}/procedure"), step);
            }
        }
    }

    /// Lengths of time of which one at least is given, and that do not cross.
    fn lengths(&mut self, at_least: &Maybe<Length>, at_most: &Maybe<Length>, path: &str) {
        match (at_least, at_most) {
            (Maybe::Absent, Maybe::Absent) => {
                self.faults.push(Fault::new(&format!("{path}/atLeast"), Problem::MissingField));
            }
            (Maybe::Given(least), Maybe::Given(most))
                if least.key() == most.key() && least.number() > most.number() =>
            {
                let (min, max) = (least.number(), most.number());
                self.faults.push(Fault::new(path, Problem::BoundsCrossed { min, max }));
            }
            _ => {}
        }
    }

    fn follow_up(&mut self, rule: &FollowUp, norm: &Norm, path: &str) {
        if rule.what == Following::Copy {
            let path = format!("{path}/procedure");
            self.step(&rule.procedure, norm, &path, crate::record::StepKind::Certificate);
        }
        if rule.within != Maybe::Absent && rule.same_day.get() == Some(true) {
            self.misfit(&format!("{path}/within"), "within", "sameDay");
        }
    }

    fn cadence(&mut self, rule: &Cadence, norm: &Norm, path: &str) {
        let gaps = [&rule.longest_gap, &rule.shortest_gap].iter().all(|gap| **gap == Maybe::Absent);
        if rule.at_least == Maybe::Absent && rule.at_most == Maybe::Absent && rule.slots.is_empty() && gaps {
            self.faults.push(Fault::new(&format!("{path}/atLeast"), Problem::MissingField));
        }
        if let (Some(least), Some(most)) = (rule.at_least.get(), rule.at_most.get())
            && least > most
        {
            let (min, max) = (least.get(), most.get());
            self.faults.push(Fault::new(path, Problem::BoundsCrossed { min, max }));
        }
        let day = |YearDay { after, month, day }| (after, month, day);
        for (at, slot) in rule.slots.iter().enumerate() {
            if day(slot.through) < day(slot.from) {
                let (from, through) = (slot.from.to_string().into(), slot.through.to_string().into());
                let path = format!("{path}/slots/{at}/through");
                self.faults.push(Fault::new(&path, Problem::DaysCrossed { from, through }));
            }
        }
        if !rule.slots.is_empty() && !matches!(norm.scope, Scope::Period(Cycle::Year)) {
            self.misfit(&format!("{path}/slots"), "slots", scope_name(&norm.scope));
        }
    }

    /// A step of a procedure that must be named.
    fn step(&mut self, procedure: &Maybe<Id>, norm: &Norm, path: &str, step: crate::record::StepKind) {
        match procedure {
            Maybe::Given(name) => self.procedure(name, norm, path, Some(step)),
            Maybe::Absent => self.faults.push(Fault::new(path, Problem::MissingField)),
        }
    }

    fn notice(&mut self, name: &Id, norm: &Norm, path: &str) {
        self.procedure(name, norm, path, Some(crate::record::StepKind::PublicNotice));
    }

    fn procedure(&mut self, name: &Id, norm: &Norm, path: &str, step: Option<crate::record::StepKind>) {
        let Some(procedure) = self.merged.procedures.get(name) else {
            self.unknown(path, name, "procedures");
            return;
        };
        let event = match procedure.of {
            ProcedureKind::Entry => Event::Entry,
            ProcedureKind::Exit => Event::Exit,
        };
        if !matches!(norm.scope, Scope::Event(other) if other == event) {
            self.misfit(path, procedure.of.as_str(), scope_name(&norm.scope));
        }
        if let Some(step) = step
            && !procedure.steps.iter().any(|norm| norm.step == step)
        {
            self.unknown(path, &Id::from(step.as_str()), "steps");
        }
    }

    pub(super) fn seats(&mut self, of: &SeatSelector, path: &str) {
        self.maybe_group(&of.group, &format!("{path}/group"));
        for (at, one) in of.any_of.iter().enumerate() {
            self.seats(one, &format!("{path}/anyOf/{at}"));
        }
    }

    /// A procedure's first step has none before it, and only a seat that is entered begins.
    fn steps(&mut self, procedure: &Procedure, path: &str) {
        for (at, step) in procedure.steps.iter().enumerate() {
            if at == 0 && step.in_any_order.get() == Some(true) {
                self.misfit(&format!("{path}/0/inAnyOrder"), "inAnyOrder", "steps/0");
            }
            if procedure.of == ProcedureKind::Exit && step.begins_seat.get() == Some(true) {
                self.misfit(&format!("{path}/{at}/beginsSeat"), "beginsSeat", procedure.of.as_str());
            }
        }
    }

    fn maybe_group(&mut self, group: &Maybe<Group>, path: &str) {
        if let Maybe::Given(group) = group {
            self.group(group, path);
        }
    }

    fn group(&mut self, group: &Group, path: &str) {
        match group {
            Group::All(groups) | Group::Any(groups) => {
                let name = if matches!(group, Group::All(_)) { "all" } else { "any" };
                for (at, group) in groups.iter().enumerate() {
                    self.group(group, &format!("{path}/{name}/{at}"));
                }
            }
            Group::Not(group) => self.group(group, &format!("{path}/not")),
            Group::Named(name) if self.merged.groups.get(name).is_none() => {
                self.unknown(&format!("{path}/named"), name, "groups");
            }
            Group::Named(name) => {
                let parts = self.parts.get(name.as_str()).copied().unwrap_or_default();
                self.total = self.total.saturating_add(parts);
            }
            Group::Age(years) | Group::PartyYears(years) => {
                let bounds = [years.at_least.get(), years.at_most.get()].map(|bound| bound.map(Whole::get));
                self.bounds(bounds, &format!("{path}/{}", group.key()));
            }
            Group::Education(schooling) => {
                let bounds = [schooling.at_least.get(), schooling.at_most.get()];
                self.bounds(bounds.map(|bound| bound.map(|word| word as u32)), &format!("{path}/education"));
            }
            _ => {}
        }
    }

    /// Bounds that say something, and do not cross.
    fn bounds(&mut self, bounds: [Option<u32>; 2], path: &str) {
        match bounds {
            [Some(min), Some(max)] if min > max => {
                self.faults.push(Fault::new(path, Problem::BoundsCrossed { min, max }));
            }
            [None, None] => self.faults.push(Fault::new(&format!("{path}/atLeast"), Problem::MissingField)),
            _ => {}
        }
    }

    fn condition(&mut self, condition: &Condition, scope: &Scope, path: &str) {
        let name = condition.key();
        let path = format!("{path}/{name}");
        match condition {
            Condition::All(conditions) | Condition::Any(conditions) => {
                for (at, condition) in conditions.iter().enumerate() {
                    self.condition(condition, scope, &format!("{path}/{at}"));
                }
                return;
            }
            Condition::Not(condition) => return self.condition(condition, scope, &path),
            Condition::Group(group) => self.group(group, &path),
            _ => {}
        }
        let is_seat = match scope {
            Scope::Standing(standing) => !standing.seats.is_empty(),
            Scope::Event(event) => matches!(event, Event::Entry | Event::Exit),
            Scope::Period(_) => false,
        };
        let is_event = |wanted| matches!(scope, Scope::Event(event) if *event == wanted);
        let fits = match condition {
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => true,
            Condition::Seat(_) | Condition::Group(_) | Condition::HasUnit(_) | Condition::Supplement(_) => is_seat,
            Condition::Cause(_) => is_event(Event::Exit),
            Condition::OfMember(_) | Condition::Grade(_) | Condition::Serious(_) => is_event(Event::Assessment),
            Condition::Centralized(_) => is_event(Event::TrainingClass),
            Condition::TopicKind(_) => is_event(Event::Topic) || is_event(Event::Meeting),
            Condition::ProposedBy(_) => is_event(Event::Topic),
        };
        if !fits {
            self.misfit(&path, name, scope_name(scope));
        }
    }
}

pub(super) fn escaped(name: &Id) -> String {
    name.as_str().replace('~', "~0").replace('/', "~1")
}

const fn scope_name(scope: &Scope) -> &'static str {
    match scope {
        Scope::Standing(standing) if standing.seats.is_empty() => "standing",
        Scope::Standing(_) => "standing/seats",
        Scope::Event(event) => event.as_str(),
        Scope::Period(cycle) => cycle.as_str(),
    }
}

/// Whether what a norm judges has such a day.
fn is_day_of(landmark: Landmark, scope: &Scope) -> bool {
    let Scope::Event(event) = scope else { return false };
    match landmark {
        Landmark::SeatBegins | Landmark::SeatEnds | Landmark::PublicNoticeEnds => {
            matches!(event, Event::Entry | Event::Exit)
        }
        Landmark::Meeting | Landmark::Notice | Landmark::Minutes | Landmark::Publication => {
            matches!(event, Event::Meeting | Event::Topic)
        }
        Landmark::HandedIn | Landmark::FirstReport => *event == Event::Topic,
        Landmark::ProblemList | Landmark::Deadline | Landmark::Settled => *event == Event::ProblemList,
        Landmark::Assessment | Landmark::Feedback | Landmark::AuthorityFeedback | Landmark::Accountability => {
            *event == Event::Assessment
        }
    }
}

/// Whether a constraint can judge what a norm judges.
fn fits(constraint: &Constraint, scope: &Scope) -> bool {
    let is_committee = matches!(scope, Scope::Standing(standing) if standing.seats.is_empty());
    let is_seats = matches!(scope, Scope::Standing(standing) if !standing.seats.is_empty());
    let is_event = |wanted| matches!(scope, Scope::Event(event) if *event == wanted);
    let is_exit_or_entry = is_event(Event::Entry) || is_event(Event::Exit);
    match constraint {
        Constraint::Count(_) | Constraint::Permission(_) => is_committee,
        Constraint::Share(portion) => match portion.among {
            Measure::Persons(_) => is_committee,
            Measure::Hours(_) => is_event(Event::TrainingClass),
        },
        Constraint::HeldBy(_) => is_seats || is_event(Event::Entry),
        Constraint::Attribute(attribute) => match attribute {
            Attribute::Person(_)
            | Attribute::AffiliationMoved(_)
            | Attribute::Employed(_)
            | Attribute::Volunteer(_)
            | Attribute::Linked(_) => is_seats || is_event(Event::Entry),
            Attribute::OpinionsSought(_) | Attribute::Consulted(_) => is_event(Event::Topic),
            Attribute::DeadlineSet(_) => is_event(Event::ProblemList),
        },
        Constraint::Attested(_) => is_seats || is_exit_or_entry,
        Constraint::Procedure(_) => is_exit_or_entry,
        Constraint::Period(_) => {
            matches!(scope, Scope::Event(_)) && !is_event(Event::TrainingClass) && !is_event(Event::Term)
        }
        Constraint::Step(_) | Constraint::NoticePeriod(_) | Constraint::Unopposed(_) => is_exit_or_entry,
        Constraint::FollowUp(rule) => is_event(match rule.what {
            Following::Copy => Event::Entry,
            Following::Minutes => Event::Meeting,
            Following::ReportsBack => Event::Topic,
            Following::Feedback | Following::AuthorityFeedback | Following::Accountability => Event::Assessment,
        }),
        Constraint::Streak(Streak::CoolingOff(_)) => is_event(Event::Entry),
        Constraint::Streak(_) | Constraint::Term(TermRule::RestOfTerm(_)) => is_seats || is_event(Event::Entry),
        Constraint::Term(_) => is_event(Event::Term),
        Constraint::Cadence(_) => matches!(scope, Scope::Period(_)),
        Constraint::YearlyDuty(_) => matches!(scope, Scope::Period(Cycle::Year)),
        Constraint::DoneBy(_) | Constraint::Notification(_) => is_event(Event::Meeting),
        Constraint::Quorum(_) => is_event(Event::Meeting) || is_event(Event::Topic),
        Constraint::Majority(_) => is_event(Event::Topic) || is_exit_or_entry,
        Constraint::Proposal(_) => is_event(Event::Topic),
    }
}
