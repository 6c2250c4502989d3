//! Rulebooks: the norms of a place as data.

mod constraint;
mod norm;
mod selector;
mod table;

pub use constraint::*;
pub use norm::*;
pub use selector::*;
pub use table::Table;
