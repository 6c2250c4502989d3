//! What the verdicts of a norm rest on: so that an edit leads to judging again what it can change, and nothing else.

use alloc::vec::Vec;

use super::again::Again;
use super::days::Days;
use super::marks::Marks;
use crate::order::sort;
use crate::record::{Fields, fields};
use crate::report::About;
use crate::rulebook;
use crate::rulebook::{
    Act, Addressee, Attester, Attribute, Cadence, Condition, Constraint, Counted, Duty, Event, FollowUp, Following,
    Group, HeldBy, Hours, Landmark, Measure, Moment, Norm, Obliged, OrganizationSelector, Procedure, ProcedureKind,
    Proof, QuorumBase, Range, Rulebook, Scope, SeatSelector, Streak, TermRule, YearlyDuty,
};
use crate::value::Maybe;

/// The fields that the verdicts of a norm rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Basis {
    /// Those of the very entry judged: what changes there changes no verdict on another.
    own: Fields,
    /// Those of any entry: what changes there may change every verdict of the norm.
    any: Fields,
    /// Those of any entry by what they say of the very day judged: that of the event, the days of the period, or the day
    /// of evaluation. What they say of other days changes nothing.
    dated: Fields,
    /// Those of the person who holds the seat judged, or was assessed.
    person: Fields,
    /// Those that a step rests on if it names a meeting: of that meeting, or of any other entry.
    named: Fields,
}

/// How much of a norm's verdicts an edit can change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Nothing,
    /// Those on these entries, in their order, and those by what holds on these days.
    Part(Vec<About>, Days),
    Everything,
}

impl Reach {
    /// What either reaches.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Nothing, reach) | (reach, Self::Nothing) => reach,
            (Self::Part(mut all, days), Self::Part(more, others)) => {
                all.extend(more);
                sort(&mut all, |about| about.rank());
                all.dedup();
                Self::Part(all, days.with(others))
            }
        }
    }
}

const NONE: Fields = Fields::NONE;

/// Who holds a seat on a day, whichever it is.
const MEMBERSHIP: Fields =
    fields!(appointments: "person", "term", "from", "to"; terms: "to"; complete_through: "appointments");

/// Who holds which seat on a day.
const SEATS: Fields = MEMBERSHIP.and(fields!(appointments: "seat"));

/// All that norms ask about people.
const PEOPLE: Fields =
    fields!(people: "posts", "partyMember", "partySince", "born", "education", "resident", "flags", "seatsElsewhere");

/// In which units a person is.
const UNITS: Fields = fields!(people: "posts"; organizations: "kind", "inArea");

/// Which organization has a part in the committee's life.
const ROLES: Fields = fields!(
    committee: "workingCommittee", "organizationDepartment", "communityPartyOrganization";
    organizations: "kind"
);

/// What bounds can depend on.
const AREA: Fields = ROLES.and(fields!(committee: "figures"; organizations: "form"));

/// Whether a seat is one of who joined in mid-term.
const SUPPLEMENT: Basis = Basis::both(fields!(appointments: "term", "supplement", "from"), fields!(terms: "from"));

/// What the verdicts of a rulebook's norms rest on.
#[derive(Clone, Debug)]
pub(crate) struct Bases {
    /// Of each norm.
    each: Vec<Basis>,
    /// For each field the norms whose verdicts rest on it, by their places.
    by_field: Vec<Vec<usize>>,
    /// Those that steps rest on which name a meeting, for any norm.
    named: Fields,
}

impl Bases {
    pub(crate) fn of(rulebook: &Rulebook) -> Self {
        let each: Vec<Basis> = rulebook.norms().iter().map(|norm| Basis::of(norm, rulebook)).collect();
        let mut by_field = alloc::vec![Vec::new(); Fields::COUNT];
        for (norm, basis) in each.iter().enumerate() {
            for field in basis.all().numbers() {
                if let Some(norms) = by_field.get_mut(field) {
                    norms.push(norm);
                }
            }
        }
        let named = each.iter().fold(NONE, |all, basis| all.and(basis.named));
        Self { each, by_field, named }
    }

    pub(super) fn get(&self, norm: usize) -> Option<&Basis> {
        self.each.get(norm)
    }

    pub(super) const fn named(&self) -> Fields {
        self.named
    }

    /// The norms whose verdicts rest on any of these fields.
    pub(super) fn resting_on(&self, fields: Fields) -> Marks {
        let mut norms = Marks::none(self.each.len());
        for &norm in fields.numbers().filter_map(|field| self.by_field.get(field)).flatten() {
            norms.mark(norm);
        }
        norms
    }
}

impl Basis {
    fn of(norm: &Norm, rulebook: &Rulebook) -> Self {
        let conditions = norm.conditions().iter().map(of_condition);
        let parts = conditions.chain([of_scope(&norm.scope), of_constraint(norm, rulebook)]);
        parts.fold(Self::default(), Self::and)
    }

    /// What edits reach.
    pub(super) fn reach_of(&self, again: &Again<'_>) -> Reach {
        let meets = |fields| again.touched.fields.meet(fields);
        let (is_own, is_person, is_named) = (meets(self.own), meets(self.person), meets(self.named));
        if meets(self.any) {
            return Reach::Everything;
        }
        let days = if meets(self.dated) { again.touched.days } else { Days::None };
        if !is_own && !is_person && !is_named && days == Days::None {
            return Reach::Nothing;
        }
        let (Some(entry), Days::None | Days::From(..)) = (again.touched.entry, days) else { return Reach::Everything };
        let mut entries: Vec<About> = is_own.then_some(entry).into_iter().collect();
        if is_person {
            entries.extend(&again.of_person);
        }
        if is_named {
            entries.extend(&again.naming);
        }
        sort(&mut entries, |about| about.rank());
        entries.dedup();
        Reach::Part(entries, days)
    }

    const fn all(&self) -> Fields {
        self.own.and(self.any).and(self.dated).and(self.person).and(self.named)
    }

    // These are called at a hundred places: inlined there, they make the module 2.3 KB larger, gzipped.
    #[inline(never)]
    const fn own(own: Fields) -> Self {
        Self::both(own, NONE)
    }

    #[inline(never)]
    const fn any(any: Fields) -> Self {
        Self::both(NONE, any)
    }

    #[inline(never)]
    const fn both(own: Fields, any: Fields) -> Self {
        Self { own, any, dated: NONE, person: NONE, named: NONE }
    }

    /// Those of the very entry, and those of any by what they say of the day judged.
    #[inline(never)]
    const fn on_its_day(own: Fields, dated: Fields) -> Self {
        Self { own, any: NONE, dated, person: NONE, named: NONE }
    }

    /// Those of people are of the one person concerned.
    #[inline(never)]
    const fn of_person(fields: Fields) -> Self {
        Self { own: NONE, any: fields.but(PEOPLE), dated: NONE, person: fields.among(PEOPLE), named: NONE }
    }

    #[inline(never)]
    const fn and(self, other: Self) -> Self {
        Self {
            own: self.own.and(other.own),
            any: self.any.and(other.any),
            dated: self.dated.and(other.dated),
            person: self.person.and(other.person),
            named: self.named.and(other.named),
        }
    }
}

fn of_scope(scope: &Scope) -> Basis {
    let stands = Basis::any(fields!(committee: "established", "dissolved"));
    match scope {
        Scope::Standing(standing) if standing.seats.is_empty() => stands,
        Scope::Standing(_) => stands
            .and(SUPPLEMENT)
            .and(Basis::both(fields!(appointments: "seat", "from", "to", "term"), fields!(terms: "to"))),
        Scope::Event(event) => of_event(*event),
        Scope::Period(_) => stands,
    }
}

const fn of_event(event: Event) -> Basis {
    match event {
        Event::Entry => SUPPLEMENT.and(Basis::own(fields!(appointments: "from"))),
        Event::Exit => SUPPLEMENT.and(Basis::own(fields!(appointments: "to", "exit"))),
        Event::Meeting => Basis::own(fields!(meetings: "on")),
        Event::Topic => Basis::own(fields!(meetings: "on", "topics")),
        Event::ProblemList => Basis::own(fields!(problem_lists: "on")),
        Event::Assessment => Basis::own(fields!(assessments: "on")),
        Event::TrainingClass => Basis::own(fields!(training_classes: "on")),
        Event::Term => Basis::own(fields!(terms: "from")),
    }
}

fn of_condition(condition: &Condition) -> Basis {
    const PERSON: Basis = Basis::own(fields!(appointments: "person"));
    match condition {
        Condition::All(conditions) | Condition::Any(conditions) => {
            conditions.iter().map(of_condition).fold(Basis::default(), Basis::and)
        }
        Condition::Not(condition) => of_condition(condition),
        Condition::Seat(_) => Basis::own(fields!(appointments: "seat")),
        Condition::Group(group) => PERSON.and(Basis::of_person(of_group(group))),
        Condition::HasUnit(_) => PERSON.and(Basis::of_person(UNITS)),
        Condition::Supplement(_) => SUPPLEMENT,
        Condition::Cause(_) => Basis::own(fields!(appointments: "exit")),
        Condition::OfMember(_) => Basis::own(fields!(assessments: "person", "organization")),
        Condition::Grade(_) => Basis::own(fields!(assessments: "grade")),
        Condition::Serious(_) => Basis::own(fields!(assessments: "serious")),
        Condition::Centralized(_) => Basis::own(fields!(training_classes: "centralized")),
        Condition::TopicKind(_) => Basis::own(fields!(meetings: "topics")),
        Condition::ProposedBy(_) => Basis::on_its_day(fields!(meetings: "topics"), SEATS),
    }
}

fn of_group(group: &Group) -> Fields {
    match group {
        Group::All(groups) | Group::Any(groups) => groups.iter().map(of_group).fold(NONE, Fields::and),
        Group::Not(group) => of_group(group),
        // Loading a rulebook puts the definition in the place of its name.
        Group::Named(_) => NONE,
        Group::Post(selector) => {
            let organization = selector.organization.given().map_or(NONE, of_organization);
            fields!(people: "posts").and(organization)
        }
        Group::PartyMember(_) => fields!(people: "partyMember"),
        Group::PartyYears(_) => fields!(people: "partyMember", "partySince"),
        Group::Age(_) => fields!(people: "born"),
        Group::Education(_) => fields!(people: "education"),
        Group::Resident(_) => fields!(people: "resident"),
        Group::Flag(_) => fields!(people: "flags"),
    }
}

fn of_organization(selector: &OrganizationSelector) -> Fields {
    let role = if selector.role == Maybe::Absent { NONE } else { ROLES };
    let above = if selector.above == Maybe::Absent { NONE } else { ROLES.and(fields!(organizations: "superior")) };
    fields!(organizations: "kind", "sector", "inArea", "level").and(role).and(above)
}

fn of_seats(selector: &SeatSelector) -> Fields {
    let held = if selector.seat.is_empty() { MEMBERSHIP } else { SEATS };
    let any_of = selector.any_of.iter().map(of_seats);
    any_of.fold(held.and(selector.group.given().map_or(NONE, of_group)), Fields::and)
}

fn of_constraint(norm: &Norm, rulebook: &Rulebook) -> Basis {
    let procedure = |name| rulebook.procedure(name).map_or_else(Basis::default, of_procedure);
    match &norm.require {
        Constraint::Count(range) => of_now(norm, of_range(range)),
        Constraint::Share(portion) => of_measure(norm, &portion.of).and(of_measure(norm, &portion.among)),
        Constraint::HeldBy(rule) => Basis::own(fields!(appointments: "person")).and(of_held_by(rule)),
        Constraint::DoneBy(rule) => {
            let act = match rule.act {
                Act::Convened => fields!(meetings: "convenedBy", "notice"),
                Act::Chaired => fields!(meetings: "chairedBy"),
                Act::SummedUp => fields!(meetings: "summedUpBy"),
            };
            let by = SEATS.and(rule.group.given().map_or(NONE, of_group));
            // Convening is judged by the day of the notice, and without it by all days.
            if rule.act == Act::Convened { Basis::both(act, by) } else { Basis::on_its_day(act, by) }
        }
        Constraint::Attribute(Attribute::Person(group)) => {
            Basis::own(fields!(appointments: "person")).and(Basis::of_person(of_group(group)))
        }
        Constraint::Attribute(attribute) => Basis::own(of_attribute(attribute)),
        Constraint::Attested(rule) => {
            let units = if rule.about == rulebook::About::Unit { UNITS } else { NONE };
            let attestations = fields!(attestations: "claim", "about", "on", "holds", "by", "organization", "person");
            // Who judged may be anybody, not only the person whose seat it is.
            let attester = match &rule.by {
                Maybe::Absent => NONE,
                Maybe::Given(Attester::Organization(wanted)) => of_organization(wanted),
                Maybe::Given(Attester::Seats(_)) => SEATS,
                Maybe::Given(Attester::Group(group)) => of_group(group),
            };
            let seat = fields!(appointments: "person", "from");
            Basis::both(seat, attestations.and(attester)).and(Basis::of_person(units))
        }
        Constraint::Procedure(name) => procedure(name),
        Constraint::Step(rule) => procedure(&rule.procedure).and(of_proof(&rule.shows)),
        Constraint::NoticePeriod(rule) => procedure(&rule.procedure),
        Constraint::Unopposed(rule) => procedure(&rule.procedure),
        Constraint::Period(rule) => {
            let steps = rule.procedure.given().map_or_else(Basis::default, procedure);
            [&rule.from, &rule.to].into_iter().map(of_moment).fold(steps, Basis::and)
        }
        Constraint::FollowUp(rule) => of_follow_up(rule, rulebook),
        Constraint::Cadence(rule) => of_cadence(rule),
        Constraint::YearlyDuty(duty) => of_yearly_duty(duty),
        Constraint::Quorum(rule) => {
            rule.also.iter().map(|part| of_quorum(&part.of)).fold(of_quorum(&rule.of), Basis::and)
        }
        Constraint::Majority(_) => Basis {
            named: fields!(meetings: "on", "present"),
            ..Basis::both(fields!(meetings: "on", "present", "topics"; appointments: "entry", "exit"), MEMBERSHIP)
        },
        Constraint::Proposal(_) => Basis::on_its_day(fields!(meetings: "topics"), SEATS),
        Constraint::Notification(_) => Basis::own(fields!(meetings: "notice", "topics")),
        Constraint::Streak(rule) => of_streak(rule),
        Constraint::Term(rule) => of_term(rule),
        Constraint::Permission(_) => Basis::default(),
    }
}

fn of_range(range: &Range) -> Fields {
    let counted = match (range.counted, range.of.given()) {
        (Counted::Workers, _) => AREA,
        (_, None) => MEMBERSHIP,
        (_, Some(of)) => of_seats(of),
    };
    let is_by_area = range.per != Maybe::Absent || range.steps != Maybe::Absent || !range.tiers.is_empty();
    counted.and(if is_by_area { AREA } else { NONE })
}

fn of_streak(rule: &Streak) -> Basis {
    let seat = Basis::both(fields!(appointments: "person", "term", "from", "to", "exit"), fields!(terms: "to"));
    let others = match rule {
        Streak::Absences(_) => fields!(meetings: "on", "present", "excused"; complete_through: "meetings"),
        Streak::Grades(_) => {
            fields!(assessments: "person", "organization", "year", "on", "grade"; complete_through: "assessments")
        }
        Streak::CoolingOff(_) => {
            fields!(appointments: "person", "from", "to", "exit"; complete_through: "appointments")
        }
    };
    seat.and(Basis::any(others))
}

fn of_term(rule: &TermRule) -> Basis {
    let cut_short = fields!(committee: "dissolved");
    match rule {
        // Whether another term has begun rests on all of them.
        TermRule::Length(rule) => {
            let by = rule.approved_by.given().map_or(NONE, of_organization);
            Basis::both(fields!(terms: "to", "approval"), cut_short.and(fields!(terms: "from")).and(by))
        }
        TermRule::SameAs(_) => {
            Basis::both(fields!(terms: "to"), cut_short.and(ROLES).and(fields!(terms: "from"; organizations: "terms")))
        }
        TermRule::NoticeBefore(_) => Basis::both(fields!(terms: "to", "renewalReported"), cut_short),
        TermRule::RestOfTerm(_) => Basis::both(fields!(appointments: "term", "to", "exit"), fields!(terms: "to")),
    }
}

fn of_held_by(rule: &HeldBy) -> Basis {
    match rule {
        HeldBy::Group(group) => Basis::of_person(of_group(group)),
        HeldBy::Also(_) => Basis::any(SEATS),
        HeldBy::NotAlso(_) => Basis::any(SEATS).and(Basis::of_person(fields!(people: "seatsElsewhere"))),
        HeldBy::NotKin(rule) => Basis::any(of_seats(&rule.of).and(fields!(people: "kin"))),
    }
}

fn of_cadence(rule: &Cadence) -> Basis {
    let days = fields!(meetings: "on"; complete_through: "meetings");
    Basis::any(match &rule.which {
        Maybe::Given(which) if which.quorum != Maybe::Absent => {
            MEMBERSHIP.and(fields!(meetings: "extraordinary", "present")).and(days)
        }
        Maybe::Given(_) => days.and(fields!(meetings: "extraordinary")),
        Maybe::Absent => days,
    })
}

/// Steps are the procedure's.
const fn of_moment(moment: &Moment) -> Basis {
    let Moment::Day(landmark) = moment else { return Basis::any(NONE) };
    match landmark {
        Landmark::SeatBegins | Landmark::SeatEnds => {
            Basis::both(fields!(appointments: "from", "to", "term"), fields!(terms: "to"))
        }
        Landmark::PublicNoticeEnds => Basis::own(fields!(appointments: "entry", "exit")),
        Landmark::Meeting => Basis::own(fields!(meetings: "on")),
        Landmark::Notice => Basis::own(fields!(meetings: "notice")),
        Landmark::Minutes => Basis::own(fields!(meetings: "minutes")),
        Landmark::Publication => Basis::own(fields!(meetings: "publication")),
        Landmark::HandedIn | Landmark::FirstReport => Basis::own(fields!(meetings: "topics")),
        Landmark::ProblemList => Basis::own(fields!(problem_lists: "on")),
        Landmark::Deadline => Basis::own(fields!(problem_lists: "deadline")),
        Landmark::Settled => Basis::own(fields!(problem_lists: "settled")),
        Landmark::Assessment => Basis::own(fields!(assessments: "on")),
        Landmark::Feedback => Basis::own(fields!(assessments: "feedback")),
        Landmark::AuthorityFeedback => Basis::own(fields!(assessments: "authorityFeedback")),
        Landmark::Accountability => Basis::own(fields!(assessments: "accountabilityProposed")),
    }
}

fn of_quorum(of: &Maybe<QuorumBase>) -> Basis {
    let own = fields!(meetings: "on", "present");
    match of {
        Maybe::Absent => Basis::on_its_day(own, MEMBERSHIP),
        Maybe::Given(QuorumBase::Members(of)) => Basis::on_its_day(own, MEMBERSHIP.and(of_seats(of))),
        Maybe::Given(QuorumBase::Units(_)) => Basis::on_its_day(own, MEMBERSHIP.and(UNITS)),
        Maybe::Given(QuorumBase::Turnout(_)) => Basis::own(fields!(meetings: "turnouts")),
    }
}

/// What is judged by the day of evaluation.
fn of_now(norm: &Norm, dated: Fields) -> Basis {
    match norm.scope {
        Scope::Standing(_) => Basis::on_its_day(NONE, dated),
        Scope::Event(_) | Scope::Period(_) => Basis::any(dated),
    }
}

fn of_measure(norm: &Norm, measure: &Measure) -> Basis {
    match measure {
        Measure::Persons(selector) => of_now(norm, of_seats(selector)),
        Measure::Hours(Hours::All) => Basis::own(fields!(training_classes: "hours")),
        Measure::Hours(Hours::Theory) => Basis::own(fields!(training_classes: "theoryHours")),
    }
}

const fn of_attribute(attribute: &Attribute) -> Fields {
    match attribute {
        // That is of the person's entry.
        Attribute::Person(_) => NONE,
        Attribute::AffiliationMoved(_) => fields!(appointments: "affiliationMoved"),
        Attribute::Employed(_) => fields!(appointments: "employed"),
        Attribute::Volunteer(_) => fields!(appointments: "volunteer"),
        Attribute::Linked(_) => fields!(appointments: "links"),
        Attribute::OpinionsSought(_) | Attribute::Consulted(_) => fields!(meetings: "topics"),
        Attribute::DeadlineSet(_) => fields!(problem_lists: "deadline"),
    }
}

/// The steps of a procedure, in their order, with what each must show. Steps without a day have that of their meeting.
fn of_procedure(procedure: &Procedure) -> Basis {
    let steps = match procedure.of {
        ProcedureKind::Entry => fields!(appointments: "entry"),
        ProcedureKind::Exit => fields!(appointments: "exit"),
    };
    let course = Basis {
        own: steps.and(fields!(appointments: "person", "term", "from", "to")),
        any: fields!(terms: "to"),
        named: fields!(meetings: "on"),
        ..Basis::default()
    };
    let shows = procedure.steps.iter().map(|step| {
        let needs_unit = Basis::of_person(if step.needs_unit.get() == Some(true) { UNITS } else { NONE });
        needs_unit.and(step.shows.given().map_or_else(Basis::default, of_proof))
    });
    shows.fold(course, Basis::and)
}

fn of_proof(proof: &Proof) -> Basis {
    let roles = proof.by != Maybe::Absent || proof.with != Maybe::Absent;
    let units = proof.by_unit.get() == Some(true) || proof.agreed_with_unit.get() == Some(true);
    let quorum = proof.quorum != Maybe::Absent;
    let fields = |is_asked: bool, fields| if is_asked { fields } else { NONE };
    let by = proof.by_any.iter().chain(&proof.by_all).map(of_organization).fold(NONE, Fields::and);
    let named = fields(quorum, MEMBERSHIP.and(fields!(meetings: "on", "present")));
    Basis { any: fields(roles, ROLES).and(by), named, ..Basis::default() }.and(Basis::of_person(fields(units, UNITS)))
}

fn of_follow_up(rule: &FollowUp, rulebook: &Rulebook) -> Basis {
    let assessed = fields!(assessments: "person", "organization");
    match rule.what {
        Following::Copy => {
            let procedure = rule.procedure.given().and_then(|name| rulebook.procedure(name));
            procedure.map_or_else(Basis::default, of_procedure).and(Basis::of_person(UNITS))
        }
        Following::Minutes => {
            let to_units = matches!(rule.to, Maybe::Given(Addressee::UnitsOfMembers(_)));
            let units = if to_units { MEMBERSHIP.and(UNITS) } else { NONE };
            Basis::on_its_day(fields!(meetings: "minutes"), units)
        }
        Following::ReportsBack => Basis::own(fields!(meetings: "topics")),
        Following::Feedback => Basis::own(assessed.and(fields!(assessments: "feedback"))).and(Basis::of_person(UNITS)),
        Following::AuthorityFeedback => {
            Basis::both(fields!(assessments: "authorityFeedback"), fields!(organizations: "kind"))
        }
        Following::Accountability => Basis::own(fields!(assessments: "accountabilityProposed")),
    }
}

fn of_yearly_duty(duty: &YearlyDuty) -> Basis {
    let shows = match duty.list {
        Duty::Assessments => {
            fields!(assessments: "person", "organization", "year", "on"; complete_through: "assessments")
        }
        Duty::DutyReports => fields!(duty_reports: "person", "year", "on", "written"; complete_through: "dutyReports"),
        Duty::PerformanceReports => {
            fields!(performance_reports: "person", "year", "on", "passedOn"; complete_through: "performanceReports")
        }
    };
    let obliged = match &duty.each {
        Obliged::Members(group) => of_group(group),
        Obliged::Units(_) => UNITS,
    };
    let passed_on = if duty.passed_on_to_unit.get() == Some(true) { UNITS } else { NONE };
    Basis::both(NONE, shows).and(Basis::on_its_day(NONE, MEMBERSHIP.and(obliged).and(passed_on)))
}
