//! Sets of cases: a rulebook, base records and files of cases.

use std::collections::BTreeSet;

use gongwei::{Calendar, Rulebook};
use serde_json::Value;

use crate::case::file;
use crate::run::{Shown, run};

include!(concat!(env!("OUT_DIR"), "/sets.rs"));

/// Name and text of each file.
pub type Texts<'a> = &'a [(&'a str, &'a str)];

/// A rulebook, and the cases that show what it finds.
#[derive(Clone, Copy, Debug)]
pub struct Set<'a> {
    /// Its folder below `tests`.
    pub name: &'a str,
    /// The rulebook that its cases are judged by.
    pub rules: Rules<'a>,
    /// The calendar by which that counts working days.
    pub calendar: Option<&'a str>,
    /// The base records.
    pub bases: Texts<'a>,
    /// The files of cases.
    pub cases: Texts<'a>,
}

/// Where the rulebook of a set is from.
#[derive(Clone, Copy, Debug)]
pub enum Rules<'a> {
    /// It is built in, under this id.
    BuiltIn(&'a str),
    /// It is the last of these texts; it may extend the others.
    Texts(&'a [&'a str]),
}

impl Rules<'_> {
    /// The rulebook.
    ///
    /// # Errors
    ///
    /// If there is none of this id, or every fault of its text.
    pub fn read(&self) -> Result<Rulebook, String> {
        match self {
            Self::BuiltIn(id) => Rulebook::builtin(id).ok_or_else(|| format!("no built-in rulebook `{id}`")),
            Self::Texts(texts) => Rulebook::layered(texts).map_err(|(at, faults)| {
                // Of several texts it is told which one.
                if texts.len() == 1 { faults.to_string() } else { format!("text {at}: {faults}") }
            }),
        }
    }
}

/// A case that came out as written.
#[derive(Clone, Debug)]
pub struct Passed {
    /// Its set.
    pub set: String,
    /// The file, without its ending.
    pub file: String,
    /// The name of the case.
    pub name: String,
    /// What it shows.
    pub shown: Vec<Shown>,
}

impl Set<'_> {
    /// The base record of this name.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn base(&self, name: &str) -> Result<Value, String> {
        let found = self.bases.iter().find(|(base, _)| *base == name);
        let (_, text) = found.ok_or_else(|| format!("no base record `{name}`"))?;
        serde_json::from_str(text).map_err(|error| format!("base/{name}.json: {error}"))
    }

    fn rulebook(&self) -> Result<Rulebook, String> {
        let rulebook = self.rules.read().map_err(|wrong| format!("rulebook.json: {wrong}"))?;
        let Some(calendar) = self.calendar else { return Ok(rulebook) };
        let calendar = Calendar::from_json(calendar).map_err(|faults| format!("calendar.json: {faults}"))?;
        Ok(rulebook.with_calendar(calendar))
    }

    /// Where a file of cases is, below `tests`.
    fn file(&self, name: &str) -> String {
        // Those of the built-in rulebook stand in a folder of their own.
        if self.name == "cases" { format!("cases/{name}.json") } else { format!("{}/cases/{name}.json", self.name) }
    }

    /// Runs every case and tells what each shows, in the order of the files.
    ///
    /// # Errors
    ///
    /// All that is wrong: the rulebook, every case that comes out otherwise than expected, and every file that cannot be
    /// read.
    pub fn run(&self) -> Result<Vec<Passed>, Vec<String>> {
        let rulebook = self.rulebook().map_err(|wrong| vec![format!("{}/{wrong}", self.name)])?;
        let mut wrong = Vec::new();
        let mut passed = Vec::new();
        for &(name, text) in self.cases {
            let (file, base) = match file(text).and_then(|file| self.base(&file.base).map(|base| (file, base))) {
                Ok(read) => read,
                Err(error) => {
                    wrong.push(format!("{}: {error}", self.file(name)));
                    continue;
                }
            };
            let mut names = BTreeSet::new();
            for case in &file.cases {
                if !names.insert(&case.name) {
                    wrong.push(format!("{}: two cases “{}”", self.file(name), case.name));
                }
                let run = run(case, &base, &rulebook);
                let place = |what| format!("{} “{}”: {what}", self.file(name), case.name);
                wrong.extend(run.wrong.into_iter().map(place));
                let (set, file) = (self.name.to_owned(), name.to_owned());
                passed.push(Passed { set, file, name: case.name.clone(), shown: run.shown });
            }
        }
        if wrong.is_empty() && passed.is_empty() {
            wrong.push(format!("{}: no cases", self.name));
        }
        if wrong.is_empty() { Ok(passed) } else { Err(wrong) }
    }
}

/// Runs every case of every set.
///
/// # Errors
///
/// All that is wrong, as for one set.
pub fn run_all() -> Result<Vec<Passed>, Vec<String>> {
    let mut wrong = Vec::new();
    let mut passed = Vec::new();
    for set in SETS {
        match set.run() {
            Ok(of_set) => passed.extend(of_set),
            Err(of_set) => wrong.extend(of_set),
        }
    }
    if wrong.is_empty() { Ok(passed) } else { Err(wrong) }
}
