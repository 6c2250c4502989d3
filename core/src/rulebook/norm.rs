use alloc::vec::Vec;

use super::constraint::Constraint;
use super::layer::{Amendment, BaseRulebook, Repeal};
use super::selector::{Condition, Group, Procedure, Role};
use super::table::Table;
use crate::calendar::Day;
use crate::record::Seat;
use crate::shape::{choice, noun, word};
use crate::value::{Count, Id, Maybe, Name, Prose};

noun! {
    /// A rulebook: the norms of one place as data.
    ///
    /// What the engine does not know in it is refused with a path, never skipped.
    pub struct Document {
        /// The schema: `gongwei/rulebook/1.0`.
        schema: Name,
        /// Its id.
        id: Id,
        /// Which edition of the rules it carries.
        edition: Name,
        /// Its title.
        title: Bilingual,
        /// What it is, and what it is not.
        note: Bilingual,
        /// The document it reads.
        source: Source,
        /// The rulebooks that it extends, such as the province's: what they say holds, but for what it changes.
        extends: Vec<BaseRulebook>,
        /// The day on which it was last compared with the rules in force. A report of a later day says so.
        verified_until: Maybe<Day>,
        /// The kinds of committee it knows.
        committees: Table<CommitteeKind>,
        /// Groups of people, by name.
        groups: Table<Group>,
        /// Procedures, by name.
        procedures: Table<Procedure>,
        /// The norms.
        norms: Vec<Norm>,
        /// What it changes in norms, those of the rulebooks it extends or its own.
        amendments: Vec<Amendment>,
        /// The norms that it ends.
        repeals: Vec<Repeal>,
    }
}

noun! {
    /// A text for people in both languages.
    pub struct Bilingual {
        /// Plain Chinese.
        zh: Prose,
        /// Equal English.
        en: Prose,
    }
}

noun! {
    /// The document that a rulebook reads.
    pub struct Source {
        /// The id that clauses cite.
        id: Id,
        /// Its title.
        title: Bilingual,
        /// The day it was published.
        published: Maybe<Day>,
        /// How many items it has.
        items: Maybe<Count>,
    }
}

noun! {
    /// A kind of committee.
    pub struct CommitteeKind {
        /// What it is called.
        title: Bilingual,
        /// The organization it is formed around.
        behind: Role,
    }
}

word! {
    /// How binding a norm is.
    pub enum Modality {
        /// Broken, it is an error.
        Must = "must",
        /// Broken, it is a warning.
        Should = "should",
        /// It widens what is allowed and never gives a finding.
        May = "may",
    }
}

noun! {
    /// Where a norm stands in the document.
    pub struct Clause {
        /// The item it rests on.
        item: Name,
        /// Items that say the same or add to it.
        also: Vec<Name>,
        /// The item that extends it to who joins in mid-term.
        supplement: Maybe<Name>,
    }
}

choice! {
    /// What a norm judges, and by which clock.
    pub enum Scope {
        /// The state on the day of evaluation.
        Standing(Standing),
        /// Each event of the record, by the facts of its own day.
        Event(Event),
        /// Each whole period in which the committee stood.
        Period(Cycle),
    }
}

impl Norm {
    /// What must hold for it to apply: all of these.
    pub(crate) fn conditions(&self) -> &[Condition] {
        match &self.when {
            Maybe::Absent => &[],
            Maybe::Given(Condition::All(conditions)) => conditions,
            Maybe::Given(condition) => core::slice::from_ref(condition),
        }
    }
}

impl Scope {
    /// Whether it goes through the same things, one by one, as another.
    pub(crate) fn goes_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Standing(one), Self::Standing(other)) => one.seats.is_empty() == other.seats.is_empty(),
            _ => self == other,
        }
    }
}

noun! {
    /// What is judged as it stands on the day of evaluation: the committee as a whole, or seats.
    pub struct Standing {
        /// Each seat of these, held on that day. Left out: the committee as a whole.
        seats: Vec<Seat>,
    }
}

word! {
    /// The events of a record.
    pub enum Event {
        /// Someone comes into a seat: each appointment, on the seat's first day.
        Entry = "entry",
        /// Someone leaves a seat before its time: each appointment with an exit.
        Exit = "exit",
        /// A meeting of the full committee.
        Meeting = "meeting",
        /// A topic of a meeting, on the meeting's day.
        Topic = "topic",
        /// A problem list, on the day it is issued.
        ProblemList = "problem-list",
        /// An assessment, on its day.
        Assessment = "assessment",
        /// A training class, on its day.
        TrainingClass = "training-class",
        /// A term of the committee, on its first day.
        Term = "term",
    }
}

word! {
    /// How long a period is.
    pub enum Cycle {
        /// A calendar quarter.
        Quarter = "quarter",
        /// A calendar year.
        Year = "year",
        /// A calendar month.
        Month = "month",
        /// The first or the second half of a calendar year.
        HalfYear = "half-year",
    }
}

noun! {
    /// One norm. It cannot be without its id, its clause and its modality.
    pub struct Norm {
        /// Its id, never reused.
        id: Id,
        /// What it is about, in a few words.
        title: Bilingual,
        /// The kinds of committee it applies to.
        applies_to: Vec<Id>,
        /// How binding it is.
        modality: Modality,
        /// Where it stands.
        clause: Clause,
        /// The first day on which it holds. Left out: it always has.
        from: Maybe<Day>,
        /// The last day on which it holds. Left out: it still does.
        to: Maybe<Day>,
        /// What it judges, and by which clock.
        scope: Scope,
        /// When it applies.
        when: Maybe<Condition>,
        /// What it requires.
        require: Constraint,
        /// How the clause is read.
        reading: Bilingual,
    }
}

impl Default for Scope {
    fn default() -> Self {
        Self::Event(Event::Entry)
    }
}
