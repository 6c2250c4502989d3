//! What each norm can come to, and the cases that show it.

use std::fmt::Write as _;

use gongwei::rulebook::{Norm, Scope};
use gongwei::{Rulebook, outcomes};

use super::evidence::Evidence;
use super::told;

/// A section for each kind of committee, with a table for each norm.
///
/// # Errors
///
/// Every verdict that can be reached and has no case, and every one that has a case and cannot be reached.
pub(super) fn sections(rulebook: &Rulebook, evidence: &Evidence) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut text = String::from("## Norms\n");
    let mut kinds: Vec<_> = rulebook.committees().collect();
    kinds.sort_by_key(|(kind, _)| rulebook.norms().iter().position(|norm| norm.applies_to.contains(kind)));
    for (kind, committee) in kinds {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n### {}\n", committee.title.en.as_str());
        for norm in rulebook.norms().iter().filter(|norm| norm.applies_to.contains(kind)) {
            let _ = write!(text, "\n{}", section(norm, evidence, &mut problems));
        }
    }
    for (norm, outcome) in evidence.outcomes() {
        match rulebook.norm(norm) {
            None => problems.push(format!("{norm}: cases show it, and the rulebook has no such norm")),
            Some(found) if !outcomes(found).contains(&outcome) => {
                problems.push(format!("{norm}: a case shows `{}`, which it cannot come to", outcome.as_str()));
            }
            Some(_) => {}
        }
    }
    if problems.is_empty() { Ok(text) } else { Err(problems) }
}

fn section(norm: &Norm, evidence: &Evidence, problems: &mut Vec<String>) -> String {
    let clause = &norm.clause;
    let mut also: Vec<String> = clause.also.iter().map(|item| format!("beside {}", item.as_str())).collect();
    also.extend(clause.supplement.given().map(|item| format!("in mid-term {}", item.as_str())));
    let also = if also.is_empty() { String::new() } else { format!(" ({})", also.join(", ")) };
    let mut text = format!(
        "#### {id}\n\nItem {item}{also} · {modality} · {scope} · `{kind}`\n\n{reading}\n\n\
        | verdict | cases | among them |\n| --- | ---: | --- |\n",
        id = norm.id,
        item = clause.item.as_str(),
        modality = norm.modality.as_str(),
        scope = scope(norm),
        kind = norm.require.key(),
        reading = norm.reading.en.as_str(),
    );
    for outcome in outcomes(norm) {
        let cases = evidence.of_norm(norm.id.as_str(), outcome);
        if cases.is_empty() {
            problems.push(format!("{}: no case shows `{}`", norm.id, outcome.as_str()));
        }
        let _ = writeln!(text, "| {} | {} |", outcome.as_str(), told(&cases));
    }
    text
}

fn scope(norm: &Norm) -> String {
    let condition = if norm.when.given().is_some() { ", where it applies" } else { "" };
    match &norm.scope {
        Scope::Standing(standing) if standing.seats.is_empty() => "the committee as it stands".into(),
        Scope::Standing(standing) => {
            let seats: Vec<_> = standing.seats.iter().map(|seat| seat.as_str()).collect();
            format!("each seat held ({}){condition}", seats.join(", "))
        }
        Scope::Event(event) => format!("each {}{condition}", event.as_str().replace('-', " ")),
        Scope::Period(cycle) => format!("each whole {}{condition}", cycle.as_str()),
    }
}
