use alloc::vec;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::marks::Marks;
use super::tally::{Attendance, Tally};
use super::truth::{Logic, Truth};
use super::units::Stays;
use crate::calendar::{Calendar, Day};
use crate::path::{Key, Path};
use crate::record::{Appointment, Organization, OrganizationKind, Person, Post, Record, Seat};
use crate::rulebook::{Group, Role, SeatSelector};
use crate::value::{Maybe, Ref};

/// A big list of the record: complete only through the day that the record states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BigList {
    Appointments,
    Meetings,
    Assessments,
    DutyReports,
    PerformanceReports,
}

impl BigList {
    pub(super) const fn key(self) -> Key {
        match self {
            Self::Appointments => Key::Appointments,
            Self::Meetings => Key::Meetings,
            Self::Assessments => Key::Assessments,
            Self::DutyReports => Key::DutyReports,
            Self::PerformanceReports => Key::PerformanceReports,
        }
    }

    /// The field that would have to say more.
    pub(super) fn completeness(self) -> Path {
        Path::of(Key::CompleteThrough).key(self.key())
    }
}

/// The record, read as of the day of evaluation.
///
/// It answers who held what on a day. Everything it knows follows from the record; it never guesses.
pub(super) struct View<'a> {
    pub(super) record: &'a Record,
    /// The day of evaluation.
    pub(super) on: Day,
    /// By which working days are counted.
    pub(super) calendar: Option<&'a Calendar>,
    /// First and last day of each appointment's seat, where it has begun at some day.
    spans: Vec<Option<Span>>,
    /// The appointments of each person: `seats[starts[p]..starts[p + 1]]`.
    seats: Vec<u32>,
    starts: Vec<u32>,
    /// The appointments of which the record does not say whose they are.
    nameless: Vec<usize>,
    /// Who has which part in the committee's life.
    pub(super) parts: [Part; Role::ALL.len()],
    /// Who was at each meeting, once somebody asked.
    pub(super) attendances: Vec<OnceCell<Attendance>>,
    /// In which units each person was, and when, once somebody asked.
    pub(super) stays: Vec<OnceCell<Stays>>,
}

/// A part in the committee's life.
pub(super) struct Part {
    /// Which organization has it, or the field that would tell.
    pub(super) holder: Result<usize, Path>,
    /// Of which kind it is.
    pub(super) kind: OrganizationKind,
    /// Whether the record has any of that kind.
    pub(super) there_are: bool,
}

/// The days on which a seat is held.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(super) first: Day,
    pub(super) last: Option<Day>,
}

impl Span {
    fn holds(self, day: Day) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

impl<'a> View<'a> {
    pub(super) fn new(record: &'a Record, behind: Role, on: Day, calendar: Option<&'a Calendar>) -> Self {
        let spans = record.appointments.iter().map(|appointment| span(record, appointment)).collect();
        let mut starts = vec![0_u32; record.people.len() + 1];
        let person = |appointment: &Appointment| appointment.person.given().and_then(Ref::at);
        for at in record.appointments.iter().filter_map(person) {
            if let Some(count) = starts.get_mut(at + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut starts {
            sum += *count;
            *count = sum;
        }
        let mut next = starts.clone();
        let mut seats = vec![0; sum as usize];
        for (at, appointment) in (0_u32..).zip(&record.appointments) {
            if let Some(place) = person(appointment).and_then(|person| next.get_mut(person)) {
                if let Some(seat) = seats.get_mut(*place as usize) {
                    *seat = at;
                }
                *place += 1;
            }
        }
        let nameless = (0..).zip(&record.appointments).filter(|(_, seat)| seat.person.given().is_none());
        let nameless = nameless.map(|(at, _)| at).collect();
        let parts = Role::ALL.iter().map(|&role| if role == Role::Behind { behind } else { role });
        let mut parts = parts.map(|role| Part::of(record, role));
        let parts = core::array::from_fn(|_| parts.next().unwrap_or_else(|| Part::of(record, behind)));
        let attendances = vec![OnceCell::new(); record.meetings.len()];
        let stays = vec![OnceCell::new(); record.people.len()];
        Self { record, on, calendar, spans, seats, starts, nameless, parts, attendances, stays }
    }

    /// Whether the big list is complete through this day.
    pub(super) fn is_complete(&self, list: BigList, day: Day) -> bool {
        self.complete_through(list).is_some_and(|through| through >= day)
    }

    /// Through which day the big list is complete.
    pub(super) fn complete_through(&self, list: BigList) -> Option<Day> {
        let through = self.record.complete_through.given()?;
        match list {
            BigList::Appointments => through.appointments,
            BigList::Meetings => through.meetings,
            BigList::Assessments => through.assessments,
            BigList::DutyReports => through.duty_reports,
            BigList::PerformanceReports => through.performance_reports,
        }
        .get()
    }

    /// True, or unknown while the list is so far.
    pub(super) fn no_more(&self, list: BigList, day: Day) -> Truth {
        if self.is_complete(list, day) { Truth::False } else { Truth::missing(list.completeness()) }
    }

    pub(super) fn person(&self, at: usize) -> Option<&'a Person> {
        self.record.people.get(at)
    }

    pub(super) fn organization(&self, at: usize) -> Option<&'a Organization> {
        self.record.organizations.get(at)
    }

    /// The seats that a person holds on this day, but for this one, as places in the list.
    pub(super) fn held_beside(&self, person: usize, day: Day, own: Option<usize>) -> impl Iterator<Item = usize> {
        self.seats_of(person).filter(move |&at| self.holds(at, day) && own != Some(at))
    }

    /// The appointments of a person, as places in the list.
    fn seats_of(&self, person: usize) -> impl ExactSizeIterator<Item = usize> {
        let start = self.starts.get(person).copied().unwrap_or_default() as usize;
        let end = self.starts.get(person + 1).copied().unwrap_or_default() as usize;
        self.seats.get(start..end).unwrap_or_default().iter().map(|&at| at as usize)
    }

    /// Whether the appointment's seat is held on this day.
    pub(super) fn holds(&self, appointment: usize, day: Day) -> bool {
        self.spans.get(appointment).copied().flatten().is_some_and(|span| span.holds(day))
    }

    /// The first and last day of the appointment's seat.
    pub(super) fn span_of(&self, appointment: usize) -> Option<(Day, Option<Day>)> {
        self.spans.get(appointment).copied().flatten().map(|span| (span.first, span.last))
    }

    /// The appointments whose seat is held on this day, as places in the list.
    pub(super) fn held_on(&self, day: Day) -> impl Iterator<Item = (usize, &'a Appointment)> {
        self.record.appointments.iter().enumerate().filter(move |&(at, _)| self.holds(at, day))
    }

    /// Whether a person holds any seat on this day.
    pub(super) fn is_member(&self, person: usize, day: Day) -> Truth {
        if self.seats_of(person).any(|at| self.holds(at, day)) {
            Truth::True
        } else {
            self.holds_seat(person, &[], day)
        }
    }

    /// Whether a person holds one of these seats on this day; any seat, if none are named.
    pub(super) fn holds_seat(&self, person: usize, seats: &[Seat], day: Day) -> Truth {
        self.holds_seat_beside(person, seats, day, None)
    }

    /// The same, but for the seat of this appointment.
    pub(super) fn holds_seat_beside(&self, person: usize, seats: &[Seat], day: Day, own: Option<usize>) -> Truth {
        let known = Truth::any(self.held_beside(person, day, own).map(|at| self.is_seat(at, seats)));
        known.or(|| self.no_more(BigList::Appointments, day)).or(|| self.nameless(seats, day))
    }

    /// Whether a person held one of these seats on any day.
    pub(super) fn ever_held_seat(&self, person: usize, seats: &[Seat]) -> Truth {
        let begins = |&at: &usize| self.span_of(at).is_some();
        let known = Truth::any(self.seats_of(person).filter(begins).map(|at| self.is_seat(at, seats)));
        let nameless = || Truth::any(self.nameless.iter().map(|&at| self.is_nameless(at, seats)));
        known.or(|| self.no_more(BigList::Appointments, self.on)).or(nameless)
    }

    /// Whether an appointment is to one of these seats.
    pub(super) fn is_seat(&self, appointment: usize, seats: &[Seat]) -> Truth {
        if seats.is_empty() {
            return Truth::True;
        }
        match self.record.appointments.get(appointment).and_then(|appointment| appointment.seat.get()) {
            Some(seat) => Truth::from(seats.contains(&seat)),
            None if Seat::ALL.iter().all(|seat| seats.contains(seat)) => Truth::True,
            None => Truth::missing(Path::of(Key::Appointments).at(appointment).key(Key::Seat)),
        }
    }

    /// A seat held that day without a person could be anybody's.
    fn nameless(&self, seats: &[Seat], day: Day) -> Truth {
        Truth::any(self.nameless.iter().filter(|&&at| self.holds(at, day)).map(|&at| self.is_nameless(at, seats)))
    }

    fn is_nameless(&self, at: usize, seats: &[Seat]) -> Truth {
        self.is_seat(at, seats).and(|| Truth::missing(Path::of(Key::Appointments).at(at).key(Key::Person)))
    }

    /// How many seats of this kind are held on a day.
    pub(super) fn count_seats(&self, of: &SeatSelector, day: Day) -> Tally {
        let mut tally = Tally::default();
        for (at, appointment) in self.held_on(day) {
            tally.add(self.selects(of, at, appointment, day));
        }
        tally
    }

    /// How many persons hold seats of this kind on a day, each counted once.
    pub(super) fn count_persons(&self, of: &SeatSelector, day: Day) -> Tally {
        let mut tally = Tally::default();
        for &at in self.nameless.iter().filter(|&&at| self.holds(at, day)) {
            tally.add(self.may_be(of, at).and(|| self.is_nameless(at, &[])));
        }
        let selects_all = of.selects_all();
        let mut counted = Marks::none(self.record.people.len());
        for (_, appointment) in self.held_on(day) {
            let Some(person) = appointment.person.given().and_then(Ref::at) else { continue };
            if !counted.mark(person) {
                continue;
            }
            tally.add(if selects_all { Truth::True } else { self.selects_person(of, person, day) });
        }
        tally
    }

    /// Whether a member is selected by a seat held that day.
    fn selects_person(&self, of: &SeatSelector, person: usize, day: Day) -> Truth {
        let has_seat = if of.seat.is_empty() {
            Truth::True
        } else {
            let held = self.seats_of(person).filter(|&at| self.holds(at, day));
            Truth::any(held.map(|at| self.is_seat(at, &of.seat)))
        };
        has_seat
            .and(|| self.is_in(&of.group, person, day))
            .and(|| of.any_or(|one| self.selects_person(one, person, day)))
    }

    /// Whether a seat of which nobody knows whose it is may be selected.
    fn may_be(&self, of: &SeatSelector, at: usize) -> Truth {
        self.is_seat(at, &of.seat).and(|| of.any_or(|one| self.may_be(one, at)))
    }

    /// How many of these persons are such members on a day, each counted once.
    pub(super) fn count_members(&self, persons: &[Ref<Person>], of: &SeatSelector, day: Day) -> Tally {
        let mut tally = Tally::default();
        let selects_all = of.selects_all();
        let mut counted = Marks::none(self.record.people.len());
        for person in persons.iter().filter_map(Ref::at) {
            if counted.mark(person) {
                tally.add(if selects_all { self.is_member(person, day) } else { self.is_such_member(of, person, day) });
            }
        }
        tally
    }

    fn is_such_member(&self, of: &SeatSelector, person: usize, day: Day) -> Truth {
        let holds =
            if of.seat.is_empty() { self.is_member(person, day) } else { self.holds_seat(person, &of.seat, day) };
        holds.and(|| self.is_in(&of.group, person, day)).and(|| of.any_or(|one| self.is_such_member(one, person, day)))
    }

    pub(super) fn selects(&self, of: &SeatSelector, at: usize, appointment: &Appointment, day: Day) -> Truth {
        self.is_seat(at, &of.seat)
            .and(|| match (&of.group, appointment.person.given().and_then(Ref::at)) {
                (Maybe::Absent, _) => Truth::True,
                (group, Some(person)) => self.is_in(group, person, day),
                (_, None) => Truth::missing(Path::of(Key::Appointments).at(at).key(Key::Person)),
            })
            .and(|| of.any_or(|one| self.selects(one, at, appointment, day)))
    }

    fn is_in(&self, group: &Maybe<Group>, person: usize, day: Day) -> Truth {
        group.given().map_or(Truth::True, |group| self.belongs(person, group, day))
    }
}

impl SeatSelector {
    /// Whether it leaves everything open.
    fn selects_all(&self) -> bool {
        self.seat.is_empty() && matches!(self.group, Maybe::Absent) && self.any_of.is_empty()
    }

    /// Whether one of the selectors inside it agrees, if there are any.
    fn any_or(&self, agrees: impl FnMut(&Self) -> Truth) -> Truth {
        if self.any_of.is_empty() { Truth::True } else { Truth::any(self.any_of.iter().map(agrees)) }
    }
}

impl Part {
    /// The organization that the committee names, else the only one of that kind.
    fn of(record: &Record, role: Role) -> Self {
        let committee = &record.committee;
        let (named, kind, key) = match role {
            Role::WorkingCommittee | Role::Behind => {
                (&committee.working_committee, OrganizationKind::WorkingCommittee, Key::WorkingCommittee)
            }
            Role::OrganizationDepartment => (
                &committee.organization_department,
                OrganizationKind::OrganizationDepartment,
                Key::OrganizationDepartment,
            ),
            Role::CommunityPartyOrganization => (
                &committee.community_party_organization,
                OrganizationKind::CommunityPartyOrganization,
                Key::CommunityPartyOrganization,
            ),
        };
        let mut of_kind = (0..).zip(&record.organizations).filter(|(_, other)| other.kind.get() == Some(kind));
        let (first, second) = (of_kind.next(), of_kind.next());
        let holder = match (named, first, second) {
            (Maybe::Given(named), ..) => named.at(),
            (Maybe::Absent, Some((only, _)), None) => Some(only),
            _ => None,
        };
        let missing = Path::of(Key::Committee).key(key);
        Self { holder: holder.ok_or(missing), kind, there_are: first.is_some() }
    }
}

/// Posts, once given, are complete from the earliest first day on.
pub(super) fn are_complete(posts: &[Post], day: Day) -> bool {
    posts.is_empty() || posts.iter().any(|post| post.from.get().is_some_and(|from| from <= day))
}

/// What would tell of the days before the earliest first day: the first days left out, else earlier posts.
pub(super) fn unknown_before(posts: &[Post], path: Path) -> Vec<Path> {
    let undated = |(at, post): (usize, &Post)| post.from.get().is_none().then(|| path.at(at).key(Key::From));
    let undated: Vec<_> = posts.iter().enumerate().filter_map(undated).collect();
    if undated.is_empty() { vec![path] } else { undated }
}

/// The days of a seat: from its first day to its last, at most to the end of its term.
pub(super) fn span(record: &Record, appointment: &Appointment) -> Option<Span> {
    let first = appointment.from.get()?;
    let term = appointment.term.given().and_then(Ref::at).and_then(|at| record.terms.get(at));
    let term_ends = term.and_then(|term| term.to.get());
    let last = match (appointment.to.get(), term_ends) {
        (Some(to), Some(end)) => Some(to.min(end)),
        (to, end) => to.or(end),
    };
    Some(Span { first, last })
}
