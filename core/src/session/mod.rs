//! A record that is being edited, and what is found of it after each change.

mod delta;
mod document;
mod edit;
mod pointer;
mod understand;

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub use self::delta::{Cleared, Delta};
use self::document::Node;
use self::edit::Step;
pub use self::edit::{Edit, EditError};
use self::pointer::{Pointer, index};
use self::understand::{Cuts, Understood, understand};
use crate::check::{Again, Bases, CheckError, Dated, Days, Touched, When, check, check_again};
use crate::fault::{Fault, Faults, Problem};
use crate::locale::Locale;
use crate::read;
use crate::record::{self, Fields, Places, Record};
use crate::report::{About, Report};
use crate::rulebook::Rulebook;

/// How many edits can be undone.
pub const UNDO_MAX: usize = 1000;

/// A record under edit, held as it was typed: a form's companion.
///
/// It takes small edits and tells what each changed in the report. Whatever is typed is kept: what cannot be read (the
/// day `2024-0`, a reference to somebody who was removed) is a fault at its place, and counts as not known until it can
/// be. So a session can hold what is no [`Record`] yet. It can never hold what is no JSON object, and never a record of a
/// newer schema.
///
/// ```
/// use gongwei::{Day, Edit, Rulebook, Session};
/// use std::sync::Arc;
///
/// let rulebook = Arc::new(Rulebook::builtin("gannan-2020").unwrap());
/// let text = r#"{"schema": "gongwei/record/1.0", "committee": {"kind": "community-joint-committee"}}"#;
/// let mut session = Session::open(text, rulebook, "2026-06-30".parse::<Day>().unwrap()).unwrap();
///
/// let class = r#"{"id": "k1", "on": "2026-04-1", "centralized": true, "hours": 24, "theoryHours": 7}"#;
/// session.insert("/trainingClasses/-", class).unwrap();
/// assert_eq!(session.faults()[0].path(), "/trainingClasses/0/on");
///
/// session.set("/trainingClasses/0/on", r#""2026-04-10""#).unwrap();
/// assert!(session.faults().is_empty());
///
/// let delta = session.set("/trainingClasses/0/theoryHours", "8").unwrap();
/// let changed: Vec<_> = delta.changed().map(|verdict| verdict.norm().id.as_str()).collect();
/// assert_eq!(changed, ["cjc-training-theory"]);
///
/// session.undo();
/// assert!(session.to_json().contains(r#""theoryHours":7"#));
/// ```
#[derive(Debug)]
pub struct Session {
    rulebook: Arc<Rulebook>,
    /// What the verdicts of each norm rest on.
    bases: Bases,
    when: When,
    document: Node,
    record: Record,
    places: Places,
    faults: Vec<Fault>,
    cuts: Cuts,
    report: Result<Report, CheckError>,
    undo: VecDeque<Vec<Step>>,
    redo: Vec<Vec<Step>>,
}

impl Session {
    /// Opens a record, whatever faults it has, to be judged by a rulebook on a day.
    ///
    /// # Errors
    ///
    /// The [`Faults`] of a text that no session can hold: no JSON, no object, over-long, or of a newer schema.
    pub fn open(text: &str, rulebook: Arc<Rulebook>, when: impl Into<When>) -> Result<Self, Faults> {
        let text = read::opened(text)?;
        let refused = || read::refused(text);
        let document = Node::from_json(text).map_err(|_| refused())?;
        if !matches!(document, Node::Object(_)) {
            return Err(refused());
        }
        let Understood { record, faults, cuts } = understand(&document);
        let is_newer = |fault: &Fault| matches!(fault.problem(), Problem::RecordNewerThanEngine { .. });
        if let Some(newer) = faults.iter().find(|fault| is_newer(fault)) {
            return Err(newer.clone().into());
        }
        let when = when.into();
        let report = check(&record, &rulebook, when);
        let places = Places::of(&record);
        let bases = Bases::of(&rulebook);
        let (undo, redo) = (VecDeque::new(), Vec::new());
        Ok(Self { rulebook, bases, when, document, record, places, faults, cuts, report, undo, redo })
    }

    /// Writes a value, as JSON text, at a place, over what is there. Objects that are missing on the way are made.
    ///
    /// # Errors
    ///
    /// If the place is no pointer or cannot be there, or the value is no JSON. Then nothing is changed.
    pub fn set(&mut self, at: &str, value: &str) -> Result<Delta<'_>, EditError> {
        self.edit([Edit::Set { at, value }])
    }

    /// Puts an entry, as JSON text, into a list, before the one at this place; `-` stands for the end.
    ///
    /// # Errors
    ///
    /// As [`Session::set`].
    pub fn insert(&mut self, at: &str, value: &str) -> Result<Delta<'_>, EditError> {
        self.edit([Edit::Insert { at, value }])
    }

    /// Takes away a field or an entry of a list. What refers to it stays, as a fault.
    ///
    /// # Errors
    ///
    /// If there is no such place.
    pub fn remove(&mut self, at: &str) -> Result<Delta<'_>, EditError> {
        self.edit([Edit::Remove { at }])
    }

    /// Takes a field or an entry away and puts it elsewhere, at a place counted without it.
    ///
    /// # Errors
    ///
    /// If there is no such place.
    pub fn shift(&mut self, from: &str, to: &str) -> Result<Delta<'_>, EditError> {
        self.edit([Edit::Move { from, to }])
    }

    /// Makes several changes as one: all or none are made, the record is judged once, and they are undone together.
    ///
    /// # Errors
    ///
    /// Of the first edit that cannot be made. Then nothing is changed.
    pub fn edit<'e>(&mut self, edits: impl IntoIterator<Item = Edit<'e>>) -> Result<Delta<'_>, EditError> {
        let mut done = Vec::new();
        for edit in edits {
            if let Err(error) = edit.apply(&mut self.document, &mut done) {
                take_back(&mut self.document, done);
                return Err(error);
            }
        }
        self.redo.clear();
        let delta = self.follow(&done);
        if !done.is_empty() {
            self.undo.push_back(done);
        }
        if self.undo.len() > UNDO_MAX {
            self.undo.pop_front();
        }
        Ok(delta.about(self))
    }

    /// Takes the last edit back; `None` if there is none.
    pub fn undo(&mut self) -> Option<Delta<'_>> {
        let done = take_back(&mut self.document, self.undo.pop_back()?);
        let delta = self.follow(&done);
        self.redo.push(done);
        Some(delta.about(self))
    }

    /// Makes the edit again that was taken back last; `None` if there is none.
    pub fn redo(&mut self) -> Option<Delta<'_>> {
        let done = take_back(&mut self.document, self.redo.pop()?);
        let delta = self.follow(&done);
        self.undo.push_back(done);
        Some(delta.about(self))
    }

    /// Whether there is an edit to be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is an edit to be made again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Judges the same record on another day.
    pub fn judge(&mut self, when: impl Into<When>) -> Delta<'_> {
        self.when = when.into();
        self.judge_again(false, None).about(self)
    }

    /// What cannot be read, each with its place.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults as a JSON list; with messages, if a language is given.
    #[must_use]
    pub fn faults_to_json(&self, locale: Option<Locale>) -> String {
        Faults::try_from(self.faults.clone()).map_or_else(|_| "[]".into(), |faults| faults.to_json(locale))
    }

    /// What is found of what can be read.
    ///
    /// # Errors
    ///
    /// If the record does not say for what kind of committee it is, or the rulebook does not know that kind.
    pub const fn report(&self) -> Result<&Report, &CheckError> {
        self.report.as_ref()
    }

    /// What can be read, as it is judged. An entry whose id cannot be read has one that begins with `#`.
    #[must_use]
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// The document as it was typed, as JSON text: faults and all.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.document.to_json()
    }

    /// Brings the record and the report up to what the document says after these steps (told by what undoes them).
    fn follow(&mut self, done: &[Step]) -> delta::Found {
        let is_told = done.iter().all(|step| is_told_only(step.place()));
        let touched = if is_told { None } else { touched(done) };
        let before = touched.and_then(|touched| Dated::of(&self.record, touched.entry?));
        if done.iter().all(|step| self.put(step)) {
            if is_told {
                return delta::Found::default();
            }
            let days = |fields| before.map_or(Days::All, |before| before.days_changed(&self.record, fields));
            let touched = touched.map(|touched| Touched { days: days(touched.fields), ..touched });
            return self.judge_again(false, touched);
        }
        let Understood { record, faults, cuts } = understand(&self.document);
        let faults_differ = faults != self.faults;
        self.places = Places::of(&record);
        (self.record, self.faults, self.cuts) = (record, faults, cuts);
        self.judge_again(faults_differ, None)
    }

    /// Reads the field again in which a step was made, where that alone is enough.
    fn put(&mut self, step: &Step) -> bool {
        let place = step.place();
        // An entry that comes or goes, or is known by another id, is more than a change within one.
        let length = match place.as_slice() {
            [part, _, ..] if **part == *"committee" => 1,
            [_, at, _, ..] if index(at).is_some() && !matches!(place.as_slice(), [_, _, id] if **id == *"id") => 2,
            _ => return false,
        };
        let Some((entry, mut inside)) = place.split_at_checked(length) else { return false };
        if self.cuts.touches(&Pointer::of(entry)) {
            return false;
        }
        let Some(document) = self.document.get(entry) else { return false };
        // What is gone, or is an entry of a list, is read with what it is in.
        while let Some((last, around)) = inside.split_last()
            && (index(last).is_some() || document.get(inside).is_none())
        {
            inside = around;
        }
        let text = document.get(inside).map(Node::to_json);
        text.is_some_and(|text| record::put(&mut self.record, entry, inside, &text, &self.places))
    }

    /// Judges what edits touched, or everything.
    fn judge_again(&mut self, faults: bool, touched: Option<Touched>) -> delta::Found {
        if let (Ok(report), Some(touched)) = (&mut self.report, touched)
            && touched.leaves_subjects(report, &self.record)
        {
            let again = Again::new(&self.bases, touched, &self.record);
            if let Ok(changes) = check_again(&self.record, &self.rulebook, self.when, report, &again) {
                return delta::Found::of(changes, report);
            }
        }
        let before = core::mem::replace(&mut self.report, check(&self.record, &self.rulebook, self.when));
        delta::Found::between(before.as_ref().ok(), self.report.as_ref().ok(), faults)
    }
}

/// What steps within entries touched; `None` if that decides by which norms all is judged.
fn touched(done: &[Step]) -> Option<Touched> {
    let mut touched: Option<Touched> = None;
    for step in done {
        let (fields, entry) = match step.place().as_slice() {
            [part, field, ..] if **part == *"committee" && **field != *"kind" => (Fields::at(part, field)?, None),
            [part, at, field, ..] => (Fields::at(part, field)?, index(at).and_then(|at| about(part, at))),
            _ => return None,
        };
        let (before, other) = touched.map_or((Fields::NONE, entry), |touched| (touched.fields, touched.entry));
        touched =
            Some(Touched { fields: before.and(fields), entry: entry.filter(|_| other == entry), days: Days::All });
    }
    touched
}

/// What a judgement of this entry is about, if there are any.
fn about(part: &str, at: usize) -> Option<About> {
    Some(match part {
        "people" => About::Person(at),
        "appointments" => About::Seat(at),
        "meetings" => About::Meeting(at),
        "problemLists" => About::ProblemList(at),
        "assessments" => About::Assessment(at),
        "trainingClasses" => About::TrainingClass(at),
        "terms" => About::Term(at),
        _ => return None,
    })
}

/// Whether what stands there is told to people and never judged: names, and the platform's own fields.
fn is_told_only(place: &[Box<str>]) -> bool {
    let is_name = |token: &str| matches!(token, "name" | "division" | "title");
    place.last().is_some_and(|last| is_name(last)) || place.iter().any(|token| **token == *"ext")
}

/// Takes steps back, the last one first, and gives those that make them again.
fn take_back(document: &mut Node, done: Vec<Step>) -> Vec<Step> {
    // Each stands where it was made, so each can be taken back.
    done.into_iter().rev().filter_map(|step| step.apply(document)).collect()
}
