//! gongwei
#![no_std]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod calendar;
pub mod record;
pub mod rulebook;
mod shape;
mod value;

pub use calendar::{Day, NotADay, Period, YEARS, YearDay};
pub use record::Record;
