//! How large groups become once every name in them has its definition in its place.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::selector::Group;
use super::table::Table;
use crate::order::Names;

/// The most parts that the groups of a rulebook may have, each name counted as what it stands for. Without a bound a few
/// names, each defined by two of the next, would fill any memory.
pub(super) const PARTS_MAX: usize = 100_000;

/// The longest chain of groups that are defined by other groups.
const CHAIN_MAX: usize = 32;

/// The parts of each group. One that is defined by itself, or by too long a chain of others, has none.
pub(super) fn parts(groups: &Table<Group>) -> Names {
    let mut known = Names::new();
    // In each round those whose names are known by then: first those without names.
    for _ in 0..=CHAIN_MAX {
        let of_round = groups.iter().filter(|(name, _)| !known.contains_key(name.as_str()));
        let of_round = of_round.filter_map(|(name, group)| Some((name.as_str().into(), of(group, groups, &known)?)));
        let of_round: Vec<(Box<str>, usize)> = of_round.collect();
        if of_round.is_empty() {
            break;
        }
        known.extend(of_round);
    }
    known
}

/// The parts of a group, if those of every name in it are known. A name without a definition is a fault of its own.
fn of(group: &Group, groups: &Table<Group>, known: &Names) -> Option<usize> {
    match group {
        Group::All(members) | Group::Any(members) => {
            members.iter().try_fold(1_usize, |sum, member| Some(sum.saturating_add(of(member, groups, known)?)))
        }
        Group::Not(member) => Some(of(member, groups, known)?.saturating_add(1)),
        Group::Named(name) if groups.get(name).is_some() => known.get(name.as_str()).copied(),
        _ => Some(1),
    }
}
