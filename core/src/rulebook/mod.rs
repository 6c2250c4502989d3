//! Rulebooks: the norms of a place as data.

mod constraint;
mod expansion;
mod form;
mod layer;
mod lint;
mod lint_counting;
mod load;
mod merge;
mod norm;
mod selector;
mod stack;
mod table;
mod tighten;

pub use constraint::*;
pub use form::Layer;
pub(crate) use form::{Forms, InForce, Layers};
pub use layer::*;
pub use load::{Rulebook, SCHEMA};
pub use norm::*;
pub use selector::*;
pub use table::Table;
