//! The WebAssembly boundary of gongwei and nothing else.
//!
//! Records come in as text and results go out as text. Measured on a report of 447 verdicts, text and JavaScript's own
//! JSON take 0.9 ms where serde-wasm-bindgen takes 1.6 ms to build the same object, and it would add 11 KB (brotli). A
//! result is a value, `{"ok":true,"report":…}` or `{"ok":false,"faults":[…]}`; nothing here throws.

mod fault;
mod outcome;
mod rulebooks;
pub mod sessions;

use std::sync::Arc;

use gongwei::{Calendar, Day, Faults, Locale, Outcome, Record, Report, Rulebook, When};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::outcome::{OptionFault, accepted, refused, unread};

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The ids of the built-in rulebooks, as a JSON list.
#[wasm_bindgen]
#[must_use]
pub fn rulebooks() -> String {
    // Ids are plain words.
    format!("[\"{}\"]", Rulebook::builtin_ids().collect::<Vec<_>>().join("\",\""))
}

/// The document of a built-in rulebook, as it was written.
#[wasm_bindgen]
#[must_use]
pub fn rulebook(id: &str) -> Option<String> {
    Rulebook::builtin_text(id).map(str::to_owned)
}

/// Reads a rulebook that is not built in, and keeps it: `{"ok":true,"digest":"sha256:…","name":"sha256:…"}`. Where a call
/// takes a rulebook, this name names it; the digest is what its reports cite. Not many are kept, the latest used: whether
/// this one still is, [`holds`] says. Those that it extends are named as others are; those that are built in need not be.
/// It counts working days by the calendar, where one is given, whose faults come apart: `{"ok":false,"faults":[…],
/// "calendar":[…]}`.
#[wasm_bindgen]
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "the boundary hands over what it made")]
pub fn load(rulebook: &str, extends: Vec<String>, calendar: Option<String>, locale: Option<String>) -> String {
    match read(rulebook, &extends, calendar.as_deref(), locale) {
        Ok(rulebook) => {
            let digest = rulebook.name().digest.clone();
            // Digests are plain words.
            ["{\"ok\":true,\"digest\":\"", &digest, "\",\"name\":\"", &rulebooks::hand_in(rulebook), "\"}"].concat()
        }
        Err(refused) => refused,
    }
}

/// Says what is wrong with a rulebook and a calendar, as [`load`] does, and keeps nothing: `{"ok":true}`, if nothing is.
#[wasm_bindgen]
#[must_use]
#[allow(clippy::needless_pass_by_value, reason = "the boundary hands over what it made")]
pub fn lint(rulebook: &str, extends: Vec<String>, calendar: Option<String>, locale: Option<String>) -> String {
    read(rulebook, &extends, calendar.as_deref(), locale).map_or_else(|refused| refused, |_| "{\"ok\":true}".to_owned())
}

/// Whether a rulebook that was loaded is still kept.
#[wasm_bindgen]
#[must_use]
pub fn holds(name: &str) -> bool {
    rulebooks::holds(name)
}

/// Frees the memory of a rulebook that was loaded. Sessions that are open by it go on; again does no harm.
#[wasm_bindgen]
pub fn unload(name: &str) {
    rulebooks::let_go(name);
}

fn read(
    rulebook: &str,
    extends: &[String],
    calendar: Option<&str>,
    locale: Option<String>,
) -> Result<Rulebook, String> {
    let spoken = language(locale)?.unwrap_or_default();
    fault::on_purpose(|| rulebook.to_owned());
    let bases = extends.iter().map(|name| rulebooks::find(name).map(|base| Rulebook::clone(&base)));
    let bases: Vec<Rulebook> = bases.collect::<Option<_>>().ok_or_else(|| OptionFault::Extends.to_json(spoken))?;
    let calendar = calendar.map(Calendar::from_json).transpose();
    match (Rulebook::extending(rulebook, &bases), calendar) {
        (Ok(rulebook), Ok(calendar)) => Ok(match calendar {
            Some(calendar) => rulebook.with_calendar(calendar),
            None => rulebook,
        }),
        (rulebook, calendar) => {
            let told = |faults: Option<Faults>| faults.map(|faults| faults.to_json(Some(spoken)));
            Err(unread(told(rulebook.err()).as_deref(), told(calendar.err()).as_deref()))
        }
    }
}

/// Judges a record by a rulebook, built in or loaded, on a day; events and periods that began before `since` are left out, where it
/// is given. Messages are added in the locale, where one is given; faults always carry one. Where outcomes are given,
/// divided by commas, the report has only the verdicts of these.
#[wasm_bindgen]
#[must_use]
pub fn check(
    record: &str,
    rulebook: &str,
    on: &str,
    since: Option<String>,
    locale: Option<String>,
    verdicts: Option<String>,
) -> String {
    let Options { rulebook, when, locale } = match options(rulebook, on, since, locale) {
        Ok(options) => options,
        Err(refused) => return refused,
    };
    let spoken = locale.unwrap_or_default();
    let Ok(only) = outcomes(verdicts.as_deref()) else { return OptionFault::Verdicts.to_json(spoken) };
    fault::on_purpose(|| record.to_owned());
    let record = match Record::from_json(record) {
        Ok(record) => record,
        Err(faults) => return refused(&faults.to_json(Some(spoken))),
    };
    match gongwei::check(&record, &rulebook, when) {
        Ok(report) => told(&report, &record, locale, only.as_deref()),
        Err(error) => outcome::error(&error, spoken),
    }
}

/// A report as it was asked for.
fn told(report: &Report, record: &Record, locale: Option<Locale>, only: Option<&[Outcome]>) -> String {
    let told = locale.map_or(report.bare(), |locale| report.told(record, locale));
    accepted(&only.map_or(told, |only| told.only(only)).to_json())
}

/// The outcomes that are named, divided by commas.
fn outcomes(names: Option<&str>) -> Result<Option<Vec<Outcome>>, ()> {
    let outcome = |name: &str| Outcome::ALL.iter().copied().find(|outcome| outcome.as_str() == name).ok_or(());
    let named = |names: &str| names.split(',').filter(|name| !name.is_empty()).map(outcome).collect();
    names.map(named).transpose()
}

/// What a caller asked for.
struct Options {
    rulebook: Arc<Rulebook>,
    when: When,
    locale: Option<Locale>,
}

/// Reads the options of a call, or gives the result that says what is wrong with one.
fn options(rulebook: &str, on: &str, since: Option<String>, locale: Option<String>) -> Result<Options, String> {
    let locale = language(locale)?;
    let spoken = locale.unwrap_or_default();
    let on = on.parse::<Day>().map_err(|_| OptionFault::On.to_json(spoken))?;
    let since = since.map(|day| day.parse::<Day>()).transpose().map_err(|_| OptionFault::Since.to_json(spoken))?;
    let rulebook = rulebooks::find(rulebook).ok_or_else(|| OptionFault::Rulebook.to_json(spoken))?;
    let when = When::from(on);
    Ok(Options { rulebook, when: since.map_or(when, |since| when.since(since.date())), locale })
}

fn language(name: Option<String>) -> Result<Option<Locale>, String> {
    let locale = name.map(|name| name.parse::<Locale>()).transpose();
    locale.map_err(|_| OptionFault::Locale.to_json(Locale::default()))
}
