//! The built-in rulebooks, each read once for the life of the module.

use std::cell::RefCell;
use std::sync::Arc;

use gongwei::Rulebook;

thread_local! {
    static READ: RefCell<Vec<(String, Arc<Rulebook>)>> = const { RefCell::new(Vec::new()) };
}

pub(crate) fn find(id: &str) -> Option<Arc<Rulebook>> {
    READ.with_borrow_mut(|read| {
        if let Some((_, rulebook)) = read.iter().find(|(known, _)| known == id) {
            return Some(Arc::clone(rulebook));
        }
        let rulebook = Arc::new(Rulebook::builtin(id)?);
        read.push((id.to_owned(), Arc::clone(&rulebook)));
        Some(rulebook)
    })
}
