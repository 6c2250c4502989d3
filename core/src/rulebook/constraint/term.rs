use super::super::selector::{OrganizationSelector, Role};
use super::Empty;
use super::time::Counting;
use crate::calendar::Length;
use crate::shape::{choice, noun};
use crate::value::Maybe;

choice! {
    /// What is asked of the committee's terms, or of the seats of one.
    pub enum TermRule {
        /// A term lasts so long.
        Length(TermLength),
        /// So long before a term ends, that is reported.
        NoticeBefore(TermNotice),
        /// A term ends with that of this organization in which it begins.
        SameAs(Role),
        /// A seat lasts to the end of its term: who joins in mid-term has the rest of it.
        RestOfTerm(Empty),
    }
}

impl Default for TermRule {
    fn default() -> Self {
        Self::RestOfTerm(Empty::default())
    }
}

noun! {
    /// A term lasts so long, in months or years; with both bounds alike, exactly so long.
    pub struct TermLength {
        /// At least so long.
        at_least: Maybe<Length>,
        /// At most so long.
        at_most: Maybe<Length>,
        /// It may end sooner than `atLeast` by so much at most.
        early: Maybe<Length>,
        /// It may end later than `atMost` by so much at most.
        late: Maybe<Length>,
        /// Such an organization has approved that it ends early or late. Left out: nobody has to.
        approved_by: Maybe<OrganizationSelector>,
        /// How the time is counted. Left out: calendar days, the first one too.
        counting: Maybe<Counting>,
    }
}

noun! {
    /// That a term comes to its end is reported before it does.
    pub struct TermNotice {
        /// At least so long before its last day.
        at_least: Length,
        /// How days are counted, from the report on. Left out: calendar days, without the first.
        counting: Maybe<Counting>,
    }
}
