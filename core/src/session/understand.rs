//! From the document as typed to the record that can be judged: what cannot be read is left out, with a fault at its
//! place, so that it counts as not known.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Bound;

use super::document::{Cut, Node};
use super::pointer::{self, Pointer};
use crate::fault::{Fault, Problem};
use crate::order::Names;
use crate::read;
use crate::record::{self, Record};
use crate::shape::{Presence, Shape, Shaped};
use crate::value::Id;

/// The parts of a document that cannot be read, by their pointers, and what is read in their place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cuts {
    places: Names,
    cuts: Vec<Cut>,
}

impl Cuts {
    pub(super) fn get(&self, place: &Pointer) -> Option<&Cut> {
        self.places.get(place.as_str()).and_then(|&at| self.cuts.get(at))
    }

    /// Whether a cut lies at this place, or below it.
    pub(super) fn is_inside(&self, place: &Pointer) -> bool {
        self.below(place.as_str()).next().is_some()
    }

    /// Whether a cut lies at this place, above it or below it.
    pub(super) fn touches(&self, place: &Pointer) -> bool {
        let text = place.as_str();
        let above = text.match_indices('/').map(|(end, _)| text.get(..end).unwrap_or_default());
        self.is_inside(place) || above.chain([text]).any(|above| self.places.contains_key(above))
    }

    fn below<'s>(&'s self, place: &'s str) -> impl Iterator<Item = (&'s str, &'s Cut)> {
        let from = (Bound::Included(place), Bound::Unbounded);
        let range = self.places.range::<str, _>(from);
        let inside = range.filter_map(|(path, &at)| Some((&**path, self.cuts.get(at)?)));
        // `/a-b` stands between `/a` and `/a/b`, so it is passed over rather than an end.
        inside
            .take_while(move |(path, _)| path.starts_with(place))
            .filter(move |(path, _)| matches!(path.as_bytes().get(place.len()), None | Some(b'/')))
    }

    /// The fields that are put in place of missing ones, directly under this object.
    pub(super) fn fields_of<'s>(&'s self, place: &'s Pointer) -> impl Iterator<Item = (&'s str, &'s str)> {
        let length = place.as_str().len() + 1;
        self.below(place.as_str()).filter_map(move |(path, cut)| match (path.get(length..), cut) {
            (Some(key), Cut::Replace(other)) if !key.contains('/') => Some((key, &**other)),
            _ => None,
        })
    }

    /// Cuts the smallest part around a fault that can be cut and is not yet. False if there is none.
    fn add(&mut self, document: &Node, fault: &Fault) -> bool {
        let candidates = candidates(document, fault.path());
        let Some((path, cut)) = candidates.into_iter().rev().find(|(path, _)| !self.places.contains_key(path)) else {
            return false;
        };
        // A list that was left out, or of an entry of which nothing is known, is not complete.
        let mut names = path.split('/').skip(1);
        if let (Some(list), entry, None) = (names.next(), names.next(), names.next())
            && (entry.is_none() || entry.and_then(pointer::index).is_some())
        {
            self.put(format!("/completeThrough/{list}").into(), Cut::Leave);
        }
        self.put(path, cut);
        true
    }

    fn put(&mut self, path: Box<str>, cut: Cut) {
        self.places.insert(path, self.cuts.len());
        self.cuts.push(cut);
    }

    /// Whether this very part is cut.
    fn has(&self, path: &str) -> bool {
        self.places.contains_key(path)
    }
}

/// The parts around a fault that can be cut, the smallest last.
///
/// A field that may be left out is. An entry of a list stays one, about which nothing is known: were it gone, the
/// others would shift, and the list would seem complete without it. An id that cannot be used is stood in for. Of a list
/// of plain values nothing can be missing, so the whole list is not known.
///
/// Where the absence of a field says something, leaving it out would too: then all of its entry is not known.
fn candidates(document: &Node, path: &str) -> Vec<(Box<str>, Cut)> {
    let tokens = pointer::parse(path).unwrap_or_default();
    let mut candidates: Vec<(Box<str>, Cut)> = Vec::new();
    let mut place = Pointer::default();
    let mut shape = Record::SHAPE;
    let mut node = Some(document);
    for token in &tokens {
        place.push(token);
        node = node.and_then(|node| node.child(token));
        let here = place.as_str();
        match *shape {
            Shape::Noun(noun) => {
                let field = noun.fields.iter().find(|field| *field.name == **token);
                let Some(field) = field else {
                    candidates.push((here.into(), Cut::Leave));
                    break;
                };
                shape = (field.shape)();
                let cut = match (field.presence, field.name) {
                    _ if is_fact(field.name, candidates.last().map_or("", |(path, _)| path)) => continue,
                    (Presence::Optional | Presence::Nullable, _) => Cut::Leave,
                    (Presence::Required, "schema") => Cut::Replace(format!("\"{}\"", record::SCHEMA).into()),
                    (Presence::Required, "committee") => Cut::Replace("{\"kind\":\"?\"}".into()),
                    (Presence::Required, "kind") => Cut::Replace("\"?\"".into()),
                    (Presence::Required, _) => Cut::Replace(stand_in(here.rsplit_once('/').map_or("", |(up, _)| up))),
                };
                candidates.push((here.into(), cut));
            }
            Shape::List(entry) => {
                shape = entry();
                if let Shape::Noun(_) = shape
                    && !here.starts_with("/terms/")
                {
                    let id = node.and_then(own_id).unwrap_or_else(|| stand_in(here));
                    candidates.push((here.into(), Cut::Replace(format!("{{\"id\":{id}}}").into())));
                }
            }
            _ => break,
        }
    }
    candidates
}

/// Whether the absence of this field of an entry is read as a fact. What a term's end means, no entry can say.
fn is_fact(field: &str, entry: &str) -> bool {
    let is_entry = entry.rsplit_once('/').is_some_and(|(_, last)| pointer::index(last).is_some());
    match field {
        "to" | "from" | "through" => is_entry || entry == "/terms",
        "term" | "exit" | "supplement" => is_entry,
        _ => false,
    }
}

/// The id of an entry, as JSON text, if it can be one.
fn own_id(entry: &Node) -> Option<Box<str>> {
    match entry.child("id") {
        Some(Node::Leaf(id)) if read::value::<Id>(id).is_some() => Some(id.clone()),
        _ => None,
    }
}

/// The id of an entry that has none of its own, as JSON text.
fn stand_in(entry: &str) -> Box<str> {
    format!("\"#{entry}\"").into()
}

/// What could be read of a document.
#[derive(Debug)]
pub(super) struct Understood {
    pub(super) record: Record,
    pub(super) faults: Vec<Fault>,
    pub(super) cuts: Cuts,
}

/// Reads as much as can be read of an object.
pub(super) fn understand(document: &Node) -> Understood {
    let mut cuts = Cuts::default();
    let mut faults = Vec::<Fault>::new();
    loop {
        let mut text = String::new();
        document.write_cut(&mut text, &mut Pointer::default(), &cuts);
        if let Some(record) = read::typed(&text) {
            return Understood { record, faults, cuts };
        }
        let found = read::faults_of_record(&text);
        let mut is_new = false;
        for fault in &found {
            is_new |= cuts.add(document, fault);
        }
        // Each round cuts something more; what a cut brought about is no fault of its own.
        faults.extend(found.into_iter().filter(|fault| !is_consequence(fault, &cuts)));
        if !is_new {
            // Not known ever to happen; a record of nothing can be read for sure.
            return Understood { record: Record::default(), faults, cuts };
        }
    }
}

/// Whether the fault is only there because the list that is referred to was left out.
fn is_consequence(fault: &Fault, cuts: &Cuts) -> bool {
    match fault.problem() {
        Problem::DanglingReference { list, .. } => cuts.has(&format!("/{list}")),
        Problem::TooManyFaults { .. } => true,
        _ => false,
    }
}
