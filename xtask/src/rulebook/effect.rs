//! Whose verdicts change when one rulebook takes the place of another.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, anyhow};
use gongwei::{Day, Locale, Record, Report, Rulebook, check};
use gongwei_golden::subject;

use super::lint::text;

/// A verdict, and why.
type Told = (&'static str, String);

/// A line for each verdict that is another by the new rulebook: norm, subject, period, before and after.
///
/// # Errors
///
/// A record that cannot be read, or that one of the rulebooks has no rules for.
pub(super) fn told(record: &Path, on: Day, old: &Rulebook, new: &Rulebook, locale: Locale) -> Result<String> {
    let file = record.display().to_string();
    let record = Record::from_json(&text(record)?).map_err(|faults| anyhow!("{file}: {faults}"))?;
    let verdicts = |rulebook: &Rulebook| match check(&record, rulebook, on) {
        Ok(report) => Ok(verdicts(&report, &record, locale)),
        Err(error) => Err(anyhow!("{file}: {}", error.message(locale))),
    };
    let [old, new] = [verdicts(old)?, verdicts(new)?];
    let mut lines = String::new();
    let both = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
    for key in both {
        let [one, other] = [old.get(key), new.get(key)];
        let verdict = |told: Option<&Told>| told.map_or("(none)", |(verdict, _)| verdict);
        if verdict(one) == verdict(other) {
            continue;
        }
        let why = other.or(one).map(|(_, message)| message.as_str()).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "  {key}: {} → {}: {why}", verdict(one), verdict(other));
    }
    Ok(if lines.is_empty() { lines } else { format!("{file} on {on}\n{lines}") })
}

/// Every verdict of a report by norm, subject and period.
fn verdicts(report: &Report, record: &Record, locale: Locale) -> BTreeMap<String, Told> {
    let entry = |verdict: gongwei::Verdict<'_>| {
        let period = verdict.period().map(|period| format!(" {period}")).unwrap_or_default();
        let key = format!("{} {}{period}", verdict.norm().id, subject(verdict));
        (key, (verdict.outcome().as_str(), verdict.message(record, locale)))
    };
    report.verdicts().map(entry).collect()
}
