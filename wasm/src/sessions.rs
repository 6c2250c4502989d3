//! Open sessions, each known by a number.
//!
//! Numbers rather than objects cross the boundary: an object that traps stays borrowed for ever.

use std::cell::RefCell;

use gongwei::{Delta, Edit, Locale, Session};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::outcome::{OptionFault, closed, edit_error, refused, unknown_edit};
use crate::{Options, fault, options, outcome, outcomes, told};

/// A session, and the language of its messages.
struct Open {
    session: Session,
    locale: Option<Locale>,
}

/// The open sessions, the latest last. Few are open at a time.
struct Sessions {
    open: Vec<(u32, Open)>,
    /// The number given last. None is used again, so that one that was closed never means another session.
    last: u32,
}

impl Sessions {
    fn place(&self, number: u32) -> Option<usize> {
        self.open.iter().position(|(other, _)| *other == number)
    }

    fn get(&self, number: u32) -> Option<&Open> {
        self.open.get(self.place(number)?).map(|(_, open)| open)
    }

    fn get_mut(&mut self, number: u32) -> Option<&mut Open> {
        let place = self.place(number)?;
        self.open.get_mut(place).map(|(_, open)| open)
    }
}

thread_local! {
    static OPEN: RefCell<Sessions> = const { RefCell::new(Sessions { open: Vec::new(), last: 0 }) };
}

/// Opens a record under edit, whatever faults it has: `{"ok":true,"session":1,"faults":[…]}`.
#[wasm_bindgen]
#[must_use]
pub fn open(record: &str, rulebook: &str, on: &str, since: Option<String>, locale: Option<String>) -> String {
    let Options { rulebook, when, locale } = match options(rulebook, on, since, locale) {
        Ok(options) => options,
        Err(refused) => return refused,
    };
    let session = match Session::open(record, rulebook, when) {
        Ok(session) => session,
        Err(faults) => return refused(&faults.to_json(Some(locale.unwrap_or_default()))),
    };
    let faults = session.faults_to_json(Some(locale.unwrap_or_default()));
    OPEN.with_borrow_mut(|open| {
        open.last += 1;
        let number = open.last;
        open.open.push((number, Open { session, locale }));
        format!("{{\"ok\":true,\"session\":{number},\"faults\":{faults}}}")
    })
}

/// Closes a session and frees its memory. Closing again does no harm.
#[wasm_bindgen]
pub fn close(session: u32) {
    OPEN.with_borrow_mut(|sessions| sessions.place(session).map(|place| sessions.open.remove(place)));
}

/// Writes a value, as JSON text, at a place: what most edits do, without a list for one.
#[wasm_bindgen]
#[must_use]
pub fn set(session: u32, at: &str, value: &str) -> String {
    edited(session, vec![Edit::Set { at, value }])
}

/// Makes several edits as one. Each is three texts: what to do, a place, and a value or another place.
#[wasm_bindgen]
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "the boundary hands over what it made")]
pub fn edit(session: u32, edits: Vec<String>) -> String {
    let (all, rest) = edits.as_chunks::<3>();
    match all.iter().map(|parts| edit_of(parts.each_ref().map(String::as_str))).collect::<Option<Vec<_>>>() {
        Some(edits) if rest.is_empty() => edited(session, edits),
        _ => unknown_edit(),
    }
}

fn edit_of(parts: [&str; 3]) -> Option<Edit<'_>> {
    match parts {
        ["set", at, value] => Some(Edit::Set { at, value }),
        ["insert", at, value] => Some(Edit::Insert { at, value }),
        ["remove", at, _] => Some(Edit::Remove { at }),
        ["move", from, to] => Some(Edit::Move { from, to }),
        _ => None,
    }
}

/// Takes the last edit back. Without one, nothing changes.
#[wasm_bindgen]
#[must_use]
pub fn undo(session: u32) -> String {
    with(session, |open| open.session.undo().map_or_else(nothing, |delta| changed(&delta, open.locale)))
}

/// Makes the edit again that was taken back last. Without one, nothing changes.
#[wasm_bindgen]
#[must_use]
pub fn redo(session: u32) -> String {
    with(session, |open| open.session.redo().map_or_else(nothing, |delta| changed(&delta, open.locale)))
}

/// Whether there is an edit to be taken back, and one to be made again: two bits.
#[wasm_bindgen]
#[must_use]
pub fn history(session: u32) -> u8 {
    OPEN.with_borrow(|open| {
        let session = open.get(session).map(|open| &open.session);
        session.map_or(0, |session| u8::from(session.can_undo()) | u8::from(session.can_redo()) << 1)
    })
}

/// The report, `{"ok":true,"report":…}`: with all verdicts, or those of the outcomes given, divided by commas.
#[wasm_bindgen]
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "the boundary hands over what it made")]
pub fn report(session: u32, verdicts: Option<String>) -> String {
    let Ok(only) = outcomes(verdicts.as_deref()) else { return OptionFault::Verdicts.to_json(Locale::default()) };
    with(session, |open| match open.session.report() {
        Ok(report) => told(report, open.session.record(), open.locale, only.as_deref()),
        Err(error) => outcome::error(error, open.locale.unwrap_or_default()),
    })
}

/// The document as it was typed; nothing if the session is closed.
#[wasm_bindgen]
#[must_use]
pub fn text(session: u32) -> Option<String> {
    OPEN.with_borrow(|open| open.get(session).map(|open| open.session.to_json()))
}

fn with(session: u32, act: impl FnOnce(&mut Open) -> String) -> String {
    OPEN.with_borrow_mut(|open| open.get_mut(session).map_or_else(|| closed(Locale::default()), act))
}

fn edited(session: u32, edits: Vec<Edit<'_>>) -> String {
    with(session, |open| match open.session.edit(edits) {
        Ok(delta) => changed(&delta, open.locale),
        Err(error) => edit_error(&error, open.locale.unwrap_or_default()),
    })
}

/// `{"ok":true,"change":{…},"faults":[…]}`, with the faults only if they changed.
fn changed(delta: &Delta<'_>, locale: Option<Locale>) -> String {
    fault::on_purpose(|| delta.session().to_json());
    let faults = match delta.faults() {
        Some(_) => [",\"faults\":", &delta.session().faults_to_json(Some(locale.unwrap_or_default()))].concat(),
        None => String::new(),
    };
    ["{\"ok\":true,\"change\":", &delta.to_json(locale), &faults, "}"].concat()
}

fn nothing() -> String {
    "{\"ok\":true,\"change\":{\"appeared\":[],\"changed\":[],\"cleared\":[]}}".to_owned()
}
