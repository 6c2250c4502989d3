use core::iter;

use super::{
    Appointment, Assessment, Attestation, Committee, CompleteThrough, DutyReport, Meeting, Organization,
    PerformanceReport, Person, ProblemList, Term, TrainingClass,
};
use crate::shape::{Noun, Shaped, noun_of};

/// Fields of the record's entries: all that an edit touched, or all that a norm looks at. What is inside a field belongs
/// to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields([u16; PARTS.len()]);

/// Declares the parts of a record: how each is called, in JSON and here, and what stands there.
macro_rules! parts {
    ($($part:ident $name:literal $noun:ident;)*) => {
        /// The parts of a record by name, and what each is, or is a list of.
        const PARTS: &[(&str, &Noun)] = &[$(($name, noun_of(<$noun as Shaped>::SHAPE))),*];

        impl Fields {
            $(
                /// These, and the fields of these names there.
                pub(crate) const fn $part(self, names: &[&str]) -> Self {
                    self.with($name, names)
                }
            )*
        }
    };
}

parts! {
    committee "committee" Committee;
    complete_through "completeThrough" CompleteThrough;
    organizations "organizations" Organization;
    people "people" Person;
    terms "terms" Term;
    appointments "appointments" Appointment;
    meetings "meetings" Meeting;
    problem_lists "problemLists" ProblemList;
    assessments "assessments" Assessment;
    duty_reports "dutyReports" DutyReport;
    performance_reports "performanceReports" PerformanceReport;
    training_classes "trainingClasses" TrainingClass;
    attestations "attestations" Attestation;
}

/// Fields of a record's parts by their names, found while compiling: `fields!(meetings: "on", "present"; terms: "from")`.
macro_rules! fields {
    ($($part:ident: $($name:literal),+);+) => {
        const { $crate::record::Fields::NONE$(.$part(&[$($name),+]))+ }
    };
}

pub(crate) use fields;

/// How many fields a part can have.
const PART: usize = u16::BITS as usize;

impl Fields {
    pub(crate) const NONE: Self = Self([0; PARTS.len()]);

    /// One more than the highest number of a field.
    pub(crate) const COUNT: usize = PARTS.len() * PART;

    #[expect(clippy::indexing_slicing, reason = "places that were found are there")]
    const fn with(mut self, part: &str, names: &[&str]) -> Self {
        let place = place_of_part(part);
        let mut rest = names;
        while let [name, after @ ..] = rest {
            self.0[place] |= 1 << place_of_field(PARTS[place].1, name);
            rest = after;
        }
        self
    }

    /// The field in which this place of a record is, by its pointer's tokens; `None` if it is in none.
    pub(crate) fn at(part: &str, field: &str) -> Option<Self> {
        let place = PARTS.iter().position(|&(name, _)| name == part)?;
        let (_, noun) = PARTS.get(place)?;
        let bit = noun.place(field)?;
        let mut fields = Self::NONE;
        *fields.0.get_mut(place)? = 1 << bit;
        Some(fields)
    }

    /// These and others.
    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "both are as long")]
    pub(crate) const fn and(mut self, others: Self) -> Self {
        let mut at = 0;
        while at < PARTS.len() {
            self.0[at] |= others.0[at];
            at += 1;
        }
        self
    }

    /// These without others.
    #[expect(clippy::indexing_slicing, reason = "both are as long")]
    pub(crate) const fn but(mut self, others: Self) -> Self {
        let mut at = 0;
        while at < PARTS.len() {
            self.0[at] &= !others.0[at];
            at += 1;
        }
        self
    }

    /// Those of these that are among others.
    pub(crate) const fn among(self, others: Self) -> Self {
        self.but(self.but(others))
    }

    /// Whether any is among others.
    pub(crate) fn meet(self, others: Self) -> bool {
        self.0.iter().zip(others.0).any(|(these, those)| these & those != 0)
    }

    /// The number of each, below [`Self::COUNT`].
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        iter::from_fn(move || {
            let (part, fields) = rest.iter_mut().enumerate().find(|(_, fields)| **fields != 0)?;
            let field = fields.trailing_zeros() as usize;
            *fields &= *fields - 1;
            Some(part * PART + field)
        })
    }
}

/// There is none only where a name is written wrongly: then this does not compile.
#[expect(clippy::indexing_slicing, reason = "it runs while compiling")]
const fn place_of_part(name: &str) -> usize {
    let mut at = 0;
    while !is_same(PARTS[at].0, name) {
        at += 1;
    }
    at
}

#[expect(clippy::indexing_slicing, reason = "it runs while compiling")]
const fn place_of_field(noun: &Noun, name: &str) -> usize {
    let mut at = 0;
    while !is_same(noun.fields[at].name, name) {
        at += 1;
    }
    at
}

const fn is_same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}
