//! Order: lists are sorted here, all but a record's ids, and names looked up.
//!
//! Sorting each kind of list by a routine of its own would make up a tenth of the WebAssembly module.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Texts, each with a place.
pub(crate) type Names = BTreeMap<Box<str>, usize>;

/// By what a list is sorted: by the first number, then by the second.
pub(crate) type Rank = [u64; 2];

/// Sorts a list. Entries of the same rank keep their order.
pub(crate) fn sort<T>(list: &mut Vec<T>, rank: impl Fn(&T) -> Rank) {
    if list.is_sorted_by_key(&rank) {
        return;
    }
    let mut order: Vec<(Rank, usize)> = list.iter().map(&rank).zip(0..).collect();
    order.sort_unstable();
    let mut entries: Vec<Option<T>> = core::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|(_, at)| entries.get_mut(at)?.take()));
}
