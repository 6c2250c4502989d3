//! Rulebooks: the norms of a place as data.

mod constraint;
mod lint;
mod lint_counting;
mod load;
mod norm;
mod selector;
mod table;

pub use constraint::*;
pub use load::{Rulebook, SCHEMA};
pub use norm::*;
pub use selector::*;
pub use table::Table;
