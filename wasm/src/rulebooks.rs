//! The rulebooks that were read, so that none is read again for each call: those that are built in by their ids, those
//! that a caller handed in by their fingerprints and those of their calendars.

use std::cell::RefCell;
use std::sync::Arc;

use gongwei::Rulebook;

/// How many are kept: more than a page has use for, and few enough for one that tries a rulebook at every keystroke.
const KEPT_MAX: usize = 8;

thread_local! {
    /// Each with what it is found by; the one that was asked for last is the last.
    static KEPT: RefCell<Vec<(String, Arc<Rulebook>)>> = const { RefCell::new(Vec::new()) };
}

/// The rulebook of this id or fingerprint. One that was handed in may have been let go.
pub(crate) fn find(name: &str) -> Option<Arc<Rulebook>> {
    KEPT.with_borrow_mut(|kept| {
        let found = match kept.iter().position(|(known, _)| known == name) {
            Some(place) => kept.remove(place),
            None => (name.to_owned(), Arc::new(Rulebook::builtin(name)?)),
        };
        let rulebook = Arc::clone(&found.1);
        keep(kept, found);
        Some(rulebook)
    })
}

/// Keeps a rulebook that was handed in and says by what it is found. The same text with the same calendar is kept once.
pub(crate) fn hand_in(rulebook: Rulebook) -> String {
    let name = name(&rulebook);
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(known, _)| *known != name);
        keep(kept, (name.clone(), Arc::new(rulebook)));
    });
    name
}

/// What makes it judge as it does: its fingerprint, which covers those that it extends, and that of its calendar.
fn name(rulebook: &Rulebook) -> String {
    let digest = &rulebook.name().digest;
    rulebook.calendar().map_or_else(|| digest.clone(), |calendar| [digest, "+", &calendar.digest()].concat())
}

/// Whether a rulebook that was handed in is still kept.
pub(crate) fn holds(name: &str) -> bool {
    KEPT.with_borrow(|kept| kept.iter().any(|(known, _)| known == name))
}

/// Lets a rulebook go. Open sessions keep theirs.
pub(crate) fn let_go(name: &str) {
    KEPT.with_borrow_mut(|kept| kept.retain(|(known, _)| known != name));
}

fn keep(kept: &mut Vec<(String, Arc<Rulebook>)>, one: (String, Arc<Rulebook>)) {
    if kept.len() >= KEPT_MAX {
        kept.remove(0);
    }
    kept.push(one);
}
