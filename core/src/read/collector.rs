//! Gathering faults on the way through a document.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use super::json::Stop;
use super::reading::{Readable, Reading};
use crate::calendar::{Day, DayOrMonth, YearDay};
use crate::fault::{FAULTS_MAX, Fault, JsonKind, Problem, Unit, excerpt, listed, nearest};
use crate::order::Names;
use crate::shape::{Shape, Target, Words};
use crate::value::{ID_MAX, Share};

/// Where a document says which schema it is written in.
pub(super) const SCHEMA_PATH: &str = "/schema";

/// What is gathered on the way through a document.
#[derive(Default)]
pub(super) struct Collector {
    pub(super) faults: Vec<Fault>,
    /// Faults past the most that are listed.
    more: usize,
    /// Where the reading is.
    pub(super) path: String,
    /// The schema, if there is one.
    pub(super) schema: Option<Box<str>>,
    /// The ids that references may lead to, each behind the path of its list; no id where a list cannot be read.
    pub(super) known: Names,
    /// Whether this is the second pass, which only follows references.
    pub(super) follows: bool,
}

impl Collector {
    /// Goes through a document once.
    pub(super) fn pass<T: Readable>(&mut self, text: &str) -> Result<(), Stop> {
        self.path.clear();
        Reading::new(text, Some(self)).document::<T>().map(drop)
    }

    pub(super) fn push(&mut self, fault: Fault) {
        if self.faults.len() < FAULTS_MAX {
            self.faults.push(fault);
        } else {
            self.more += 1;
        }
    }

    /// Notes a fault at the place of the reading.
    pub(super) fn add(&mut self, problem: Problem) {
        if !self.follows {
            self.push(Fault::new(&self.path, problem));
        }
    }

    /// Goes one step further down, and tells how to come back.
    pub(super) fn enter(&mut self, key: &str) -> usize {
        let length = self.path.len();
        self.path.push('/');
        for letter in key.chars() {
            match letter {
                '~' => self.path.push_str("~0"),
                '/' => self.path.push_str("~1"),
                _ => self.path.push(letter),
            }
        }
        length
    }

    /// Goes to an entry of a list, and tells how to come back.
    pub(super) fn enter_index(&mut self, at: usize) -> usize {
        let length = self.path.len();
        // Writing to a text never fails.
        let _ = write!(self.path, "/{at}");
        length
    }

    pub(super) fn leave(&mut self, length: usize) {
        self.path.truncate(length);
    }

    /// Notes a fault one step further down.
    pub(super) fn add_at(&mut self, key: &str, problem: Problem) {
        let length = self.enter(key);
        self.add(problem);
        self.leave(length);
    }

    /// Notes that the entry which is read has the id of an earlier one in the list whose path is so long.
    pub(super) fn duplicate(&mut self, list: usize, id: &str, first: usize) {
        let list = self.path.get(..list).unwrap_or_default();
        let first = format!("{list}/{first}/id").into();
        self.add_at("id", Problem::DuplicateId { id: excerpt(id), first });
    }

    /// Keeps the ids of a list, if references lead into it.
    pub(super) fn know(&mut self, ids: Names) {
        if !self.follows && is_referred_to(&self.path) {
            self.known.extend(ids.into_iter().map(|(id, at)| (known_as(&self.path, &id), at)));
        }
    }

    /// Whether a list has an entry with this id, or cannot be read: its own faults are told then, and what refers to
    /// it is not to blame.
    fn knows(&self, list: &[&str], id: &str) -> bool {
        let path = list.concat();
        self.known.contains_key(&*known_as(&path, id)) || self.known.contains_key(&*known_as(&path, ""))
    }

    /// Notes what is wrong with a reference, once all lists are known.
    fn follow(&mut self, target: Target, id: &str) {
        let found = match target {
            Target::Subject => {
                ["organizations", "people", "appointments"].into_iter().any(|list| self.knows(&["/", list], id))
            }
            Target::Topic => {
                // `/meetings/3/notice/topics/0` is looked for in `/meetings/3/topics`.
                let ends = self.path.bytes().enumerate().filter(|&(_, byte)| byte == b'/');
                let end = ends.map(|(at, _)| at).nth(2).unwrap_or_default();
                self.knows(&[self.path.get(..end).unwrap_or_default(), "/topics"], id)
            }
            _ => self.knows(&["/", target.list()], id),
        };
        if !found {
            let problem = Problem::DanglingReference { id: excerpt(id), list: target.list() };
            self.push(Fault::new(&self.path, problem));
        }
    }

    pub(super) fn text(&mut self, shape: &Shape, text: &str) {
        match shape {
            Shape::Text { min, max } => {
                if self.path == SCHEMA_PATH {
                    self.schema = Some(text.into());
                }
                self.length(text, *min, *max);
            }
            Shape::Id => self.length(text, 1, ID_MAX),
            Shape::Reference(target) if self.follows && is_id(text) => self.follow(*target, text),
            Shape::Reference(_) => self.length(text, 1, ID_MAX),
            Shape::Word(words) => self.word(words, text),
            Shape::Day if text.parse::<Day>().is_err() => self.add(Problem::NotADay { found: excerpt(text) }),
            Shape::DayOrMonth if text.parse::<DayOrMonth>().is_err() => {
                self.add(Problem::NotADayOrMonth { found: excerpt(text) });
            }
            Shape::YearDay if text.parse::<YearDay>().is_err() => {
                self.add(Problem::NotAYearDay { found: excerpt(text) });
            }
            Shape::Share if text.parse::<Share>().is_err() => self.add(Problem::NotAShare { found: excerpt(text) }),
            Shape::Day
            | Shape::DayOrMonth
            | Shape::YearDay
            | Shape::Share
            | Shape::Pattern(_)
            | Shape::Free
            | Shape::Facts => {}
            Shape::Noun(_)
            | Shape::Choice(_)
            | Shape::List(_)
            | Shape::Table(_)
            | Shape::Whole { .. }
            | Shape::Flag => self.wrong(shape, JsonKind::String),
        }
    }

    pub(super) fn length(&mut self, text: &str, min: usize, max: usize) {
        let found = text.chars().count();
        if found < min {
            self.add(Problem::TooShort { unit: Unit::Characters, min, found });
        } else if found > max {
            self.add(Problem::TooLong { unit: Unit::Characters, max, found });
        }
    }

    fn word(&mut self, words: &'static Words, found: &str) {
        let allowed = || words.words.iter().map(|&(word, _)| word);
        if !allowed().any(|word| word == found) {
            self.add(Problem::UnknownWord {
                found: excerpt(found),
                nearest: nearest(found, &mut allowed()),
                allowed: allowed().collect(),
            });
        }
    }

    pub(super) fn wrong(&mut self, shape: &Shape, found: JsonKind) {
        let expected = match shape {
            Shape::Noun(_) | Shape::Choice(_) | Shape::Table(_) | Shape::Free | Shape::Facts => JsonKind::Object,
            Shape::List(_) => JsonKind::Array,
            Shape::Whole { .. } => JsonKind::Integer,
            Shape::Flag => JsonKind::Boolean,
            Shape::Word(_)
            | Shape::Text { .. }
            | Shape::Id
            | Shape::Reference(_)
            | Shape::Day
            | Shape::DayOrMonth
            | Shape::YearDay
            | Shape::Share
            | Shape::Pattern(_) => JsonKind::String,
        };
        self.add(Problem::WrongType { expected, found });
        self.unreadable(shape);
    }

    /// Notes that nothing is known of the ids of a list.
    pub(super) fn unreadable(&mut self, shape: &Shape) {
        if matches!(shape, Shape::List(_)) {
            self.known.insert(known_as(&self.path, ""), 0);
        }
    }

    /// The faults, with a word on those that are not listed.
    pub(super) fn done(self) -> Vec<Fault> {
        listed(self.faults, self.more)
    }
}

/// Whether references lead into the list at this path: one of the document's own lists, or the topics of a meeting.
fn is_referred_to(path: &str) -> bool {
    let mut names = path.split('/').skip(1);
    matches!(
        (names.next(), names.next(), names.next(), names.next()),
        (Some("organizations" | "people" | "terms" | "appointments" | "meetings"), None, _, _)
            | (Some("meetings"), Some(_), Some("topics"), None)
    )
}

pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= ID_MAX
}

/// How an id of the list at a path is known. A line break stands between them: no list that is
/// referred to has one in its path.
fn known_as(list: &str, id: &str) -> Box<str> {
    [list, "\n", id].concat().into()
}
