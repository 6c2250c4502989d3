//! The built-in rulebooks, each read once for the life of the module.

use std::cell::RefCell;
use std::rc::Rc;

use gongwei::Rulebook;

thread_local! {
    static READ: RefCell<Vec<(String, Rc<Rulebook>)>> = const { RefCell::new(Vec::new()) };
}

pub(crate) fn find(id: &str) -> Option<Rc<Rulebook>> {
    READ.with_borrow_mut(|read| {
        if let Some((_, rulebook)) = read.iter().find(|(known, _)| known == id) {
            return Some(Rc::clone(rulebook));
        }
        let rulebook = Rc::new(Rulebook::builtin(id)?);
        read.push((id.to_owned(), Rc::clone(&rulebook)));
        Some(rulebook)
    })
}
