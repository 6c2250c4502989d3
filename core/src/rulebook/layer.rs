//! What a rulebook says of those it extends: which they are, and what it changes in them.

use alloc::vec::Vec;

use super::constraint::Constraint;
use super::norm::{Bilingual, Clause, Modality};
use super::selector::Condition;
use crate::calendar::Day;
use crate::shape::noun;
use crate::value::{Id, Maybe, Name};

noun! {
    /// A rulebook that another extends.
    pub struct BaseRulebook {
        /// Its id.
        id: Id,
        /// Its edition, if only this one will do.
        edition: Maybe<Name>,
        /// Its fingerprint, if only this text will do.
        digest: Maybe<Name>,
    }
}

noun! {
    /// What allows a layer to ask for less than the rules above it.
    pub struct Authority {
        /// The document.
        document: Name,
        /// The item.
        item: Maybe<Name>,
    }
}

noun! {
    /// A change in a norm. Only what is given changes; what the norm judges stays, for a verdict is known by it.
    pub struct Amendment {
        /// The norm.
        norm: Id,
        /// The first day on which it holds. Left out: as long as the norm has held.
        from: Maybe<Day>,
        /// The last day on which it holds. Left out: until the next one of the same norm, or for good.
        to: Maybe<Day>,
        /// Where the change stands, in the document of the rulebook that makes it.
        clause: Clause,
        /// What allows it to ask for less.
        authority: Maybe<Authority>,
        /// What the norm is about, in a few words.
        title: Maybe<Bilingual>,
        /// The kinds of committee it applies to.
        applies_to: Vec<Id>,
        /// How binding it is.
        modality: Maybe<Modality>,
        /// When it applies.
        when: Maybe<Condition>,
        /// What it requires.
        require: Maybe<Constraint>,
        /// How the clause is read.
        reading: Maybe<Bilingual>,
    }
}

noun! {
    /// The end of a norm.
    pub struct Repeal {
        /// The norm.
        norm: Id,
        /// The first day on which it no longer holds. Left out: it never does.
        from: Maybe<Day>,
        /// Where the repeal stands, in the document of the rulebook that makes it.
        clause: Clause,
        /// What allows it.
        authority: Maybe<Authority>,
    }
}
