//! The words of reports and refusals, and what shows each: message keys, contradictions, faults.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gongwei::{Problem, schema};
use gongwei_golden::Shown;

use super::evidence::{Case, Elsewhere, Evidence, TABLES};
use super::told;

/// A table of message keys, one of contradictions and one of faults.
///
/// # Errors
///
/// Every word that nothing shows, and every exception that is none.
pub(super) fn sections(evidence: &Evidence) -> Result<String, Vec<String>> {
    let mut problems = evidence.problems(|code| is_shown(evidence, code));
    let text = format!(
        "## Message keys\n\n| key | verdict | norms | cases | among them |\n| --- | --- | --- | ---: | --- |\n{}\n\
        ## Contradictions\n\n| code | cases | among them |\n| --- | ---: | --- |\n{}\n\
        ## Faults\n\n\
        Shown by golden cases, by the tables of refused records in `{}`, of refused rulebooks in `{}` and of \
        refused layers in `{}`; what none can show has a test of its own.\n\n\
        | code | records | rulebooks | layers | cases | among them |\n| --- | ---: | ---: | ---: | ---: | --- |\n{}",
        keys(evidence, &mut problems),
        contradictions(evidence, &mut problems),
        TABLES[0],
        TABLES[1],
        TABLES[2],
        faults(evidence, &mut problems),
    );
    if problems.is_empty() { Ok(text) } else { Err(problems) }
}

/// Whether a case or a table shows this word.
fn is_shown(evidence: &Evidence, word: &str) -> bool {
    let is_word = |shown: &Shown| match shown {
        Shown::Verdict { key, .. } => *key == word,
        Shown::Coherence(code) | Shown::Fault(code) => code == word,
    };
    !evidence.cases(is_word).is_empty() || evidence.tables.iter().any(|table| table.contains_key(word))
}

/// The cases that show a word, or the test of its own; a problem if nothing does.
fn proof(evidence: &Evidence, word: &str, cases: &[Case<'_>], problems: &mut Vec<String>) -> String {
    let mut text = told(cases);
    match evidence.elsewhere.iter().find(|elsewhere| elsewhere.code == word) {
        Some(Elsewhere { file, test, why, .. }) => {
            let _ = write!(text, "`{file}`: `{test}` ({why})");
        }
        None if !is_shown(evidence, word) => {
            problems.push(format!("`{word}`: no case, no table and no test shows it"));
        }
        None => {}
    }
    text
}

fn keys(evidence: &Evidence, problems: &mut Vec<String>) -> String {
    let mut text = String::new();
    for (word, outcome) in schema::keys() {
        let is_key = |shown: &Shown| matches!(shown, Shown::Verdict { key, .. } if *key == word);
        let norm = |shown: &'_ Shown| match shown {
            Shown::Verdict { norm, key, .. } if *key == word => Some(norm.clone()),
            _ => None,
        };
        let norms: BTreeSet<_> = evidence.passed.iter().flat_map(|passed| &passed.shown).filter_map(norm).collect();
        let cases = proof(evidence, word, &evidence.cases(is_key), problems);
        let _ = writeln!(text, "| `{word}` | {} | {} | {cases} |", outcome.as_str(), named(&norms));
    }
    text
}

/// The names of all norms, or of the first and how many more.
fn named(norms: &BTreeSet<String>) -> String {
    let mut names: Vec<_> = norms.iter().take(6).map(|norm| format!("`{norm}`")).collect();
    if norms.len() > names.len() {
        names.truncate(3);
        names.push(format!("{} more", norms.len() - names.len()));
    }
    names.join(", ")
}

fn contradictions(evidence: &Evidence, problems: &mut Vec<String>) -> String {
    let mut text = String::new();
    for word in schema::codes() {
        let cases = evidence.cases(|shown| matches!(shown, Shown::Coherence(code) if code == word));
        let _ = writeln!(text, "| `{word}` | {} |", proof(evidence, word, &cases, problems));
    }
    text
}

fn faults(evidence: &Evidence, problems: &mut Vec<String>) -> String {
    let mut text = String::new();
    for &word in Problem::CODES {
        let [records, rulebooks, layers] =
            evidence.tables.each_ref().map(|table| table.get(word).copied().unwrap_or_default());
        let cases = evidence.cases(|shown| matches!(shown, Shown::Fault(code) if code == word));
        let cases = proof(evidence, word, &cases, problems);
        let _ = writeln!(text, "| `{word}` | {records} | {rulebooks} | {layers} | {cases} |");
    }
    text
}
