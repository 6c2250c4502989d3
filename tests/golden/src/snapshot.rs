//! A whole report as text: one line for each verdict and contradiction.

use gongwei::{Facts, Locale, Path, Record, Report};

use crate::subject;

/// The report, its messages in both languages included. The fingerprint of the rulebook is left out: it tells nothing
/// that the rest does not.
#[must_use]
pub fn snapshot(report: &Report, record: &Record) -> String {
    let rulebook = report.rulebook();
    let mut text = format!("{} {} on {}\n", rulebook.id, rulebook.edition, report.on());
    for fault in report.coherence() {
        let messages = [Locale::ZhCn, Locale::En].map(|locale| fault.message(record, locale));
        let place = place(fault.path(), fault.related(), &[]);
        text.push_str(&line(&format!("contradiction: {}", fault.code()), &place, "", fault.facts(), &messages));
    }
    for verdict in report.verdicts() {
        let period = verdict.period().map(|period| format!(" {period}")).unwrap_or_default();
        let severity = verdict.severity().map(|severity| format!(" {}", severity.as_str())).unwrap_or_default();
        let mid_term = if verdict.is_supplement() { " (in mid-term)" } else { "" };
        let name = format!(
            "{} {}{period}{mid_term}: {}{severity} {}",
            verdict.norm().id,
            subject(verdict),
            verdict.outcome().as_str(),
            verdict.key()
        );
        let place = place(verdict.path(), verdict.related(), verdict.missing());
        let due = verdict.due().map(|due| format!(" due {due}")).unwrap_or_default();
        let messages = [Locale::ZhCn, Locale::En].map(|locale| verdict.message(record, locale));
        text.push_str(&line(&name, &place, &due, verdict.facts(), &messages));
    }
    text
}

fn line(name: &str, place: &str, due: &str, facts: &Facts, messages: &[String; 2]) -> String {
    let fact = |(name, value): (gongwei::Fact, &gongwei::Value)| {
        format!(" {}={}", name.as_str(), serde_json::to_string(value).unwrap_or_default().trim_matches('"'))
    };
    let facts: String = facts.iter().map(fact).collect();
    format!("{name} at {place}{due}{facts} | {} | {}\n", messages[0], messages[1])
}

fn place(path: Path, related: &[Path], missing: &[Path]) -> String {
    let list = |word: &str, paths: &[Path]| {
        let paths: Vec<_> = paths.iter().map(Path::to_string).collect();
        if paths.is_empty() { String::new() } else { format!(" {word} {}", paths.join(" ")) }
    };
    format!("{path}{}{}", list("beside", related), list("without", missing))
}
