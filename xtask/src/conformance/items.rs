//! The items of a source: which norms carry each, and why one carries none.

use std::collections::{BTreeMap, BTreeSet};

use gongwei::Rulebook;
use serde::Deserialize;

/// What is written of items that norms do not carry, or do not carry whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Row {
    /// An item (`26`), a part of one (`26(2)`) or a range of items (`1-9`).
    items: String,
    /// Only what norms and other rows leave of it.
    #[serde(default)]
    rest: bool,
    /// Why no norm follows from it.
    none: Option<String>,
    /// What norms of it are still to be written.
    not_yet: Option<String>,
}

/// An item, or a part of one.
type Clause = (u32, Option<u32>);

/// What is to be said of one item.
#[derive(Debug, Default, PartialEq)]
struct Status {
    /// The norms that rest on it.
    norms: Vec<String>,
    /// The norms that name it beside another.
    beside: Vec<String>,
    /// What the rows say: of which part of it, and what.
    said: Vec<(Option<String>, String)>,
}

/// The table of all items, as Markdown.
///
/// # Errors
///
/// Every contradiction between the rows and what the norms cite.
pub(super) fn table(rulebook: &Rulebook, rows: &str) -> Result<String, Vec<String>> {
    let rows: Vec<Row> = serde_json::from_str(rows).map_err(|error| vec![format!("the table of items: {error}")])?;
    let count = rulebook.source().items.get().map_or(0, gongwei::Count::get);
    let mut problems = Vec::new();
    let mut items: BTreeMap<u32, Status> = (1..=count).map(|item| (item, Status::default())).collect();
    let cited = cite(rulebook, &mut items, &mut problems);
    say(&rows, &cited, &mut items, &mut problems);
    for (item, status) in &items {
        if *status == Status::default() {
            problems.push(format!("item {item}: no norm cites it, and no row says why"));
        }
    }
    if problems.is_empty() { Ok(render(&items)) } else { Err(problems) }
}

/// Enters the norms at the items they cite. Gives every clause that is cited.
fn cite(rulebook: &Rulebook, items: &mut BTreeMap<u32, Status>, problems: &mut Vec<String>) -> BTreeSet<Clause> {
    let mut cited = BTreeSet::new();
    for norm in rulebook.norms() {
        let clause = &norm.clause;
        let beside = clause.also.iter().chain(clause.supplement.given());
        let all = [(&clause.item, true)].into_iter().chain(beside.map(|item| (item, false)));
        for (item, is_main) in all {
            let place = parse(item.as_str()).and_then(|place| Some((place, items.get_mut(&place.0)?)));
            let Some((place, status)) = place else {
                problems.push(format!("{}: the source has no item {}", norm.id, item.as_str()));
                continue;
            };
            cited.insert(place);
            let id = norm.id.as_str();
            if !status.norms.iter().chain(&status.beside).any(|other| other == id) {
                let list = if is_main { &mut status.norms } else { &mut status.beside };
                list.push(id.to_owned());
            }
        }
    }
    cited
}

/// Enters what the rows say.
fn say(rows: &[Row], cited: &BTreeSet<Clause>, items: &mut BTreeMap<u32, Status>, problems: &mut Vec<String>) {
    let mut said: BTreeSet<Clause> = BTreeSet::new();
    let expanded: Vec<(Clause, &Row)> = rows.iter().flat_map(|row| expand(row, problems)).collect();
    for &(clause, _) in &expanded {
        if !said.insert(clause) {
            problems.push(format!("item {}: two rows", written(clause)));
        }
    }
    for (clause, row) in expanded {
        let text = match (&row.none, &row.not_yet) {
            (Some(why), None) => why.clone(),
            (None, Some(what)) => format!("not yet: {what}"),
            _ => {
                problems.push(format!("item {}: either `none` or `notYet`", row.items));
                continue;
            }
        };
        let (item, part) = clause;
        let is_of_item = |other: &&Clause| other.0 == item && **other != clause;
        let others = cited.contains(&clause) || cited.iter().chain(&said).any(|other| is_of_item(&other));
        match part {
            Some(_) if cited.contains(&clause) => {
                problems.push(format!("item {}: a norm cites it, and a row says “{text}”", written(clause)));
            }
            Some(_) if row.rest => problems.push(format!("item {}: `rest` is for whole items", written(clause))),
            None if others && !row.rest => {
                problems.push(format!("item {item}: a norm or a row is about it already, and a row says “{text}”"));
            }
            None if !others && row.rest => {
                problems.push(format!("item {item}: a row is about the rest of it, and nothing about the other part"));
            }
            _ => {}
        }
        let label = match part {
            Some(_) => Some(written(clause)),
            None => row.rest.then(|| "the rest".to_owned()),
        };
        match items.get_mut(&item) {
            Some(status) => status.said.push((label, text)),
            None => problems.push(format!("item {}: the source has none", written(clause))),
        }
    }
}

fn expand<'r>(row: &'r Row, problems: &mut Vec<String>) -> Vec<(Clause, &'r Row)> {
    let range = match row.items.split_once('-') {
        Some((first, last)) => {
            first.parse().ok().zip(last.parse().ok()).filter(|(first, last): &(u32, u32)| first < last)
        }
        None => None,
    };
    match (range, parse(&row.items)) {
        (Some((first, last)), _) => (first..=last).map(|item| ((item, None), row)).collect(),
        (None, Some(clause)) => vec![(clause, row)],
        (None, None) => {
            problems.push(format!("`{}` is no item and no range of items", row.items));
            Vec::new()
        }
    }
}

fn parse(text: &str) -> Option<Clause> {
    match text.strip_suffix(')') {
        Some(text) => {
            let (item, part) = text.split_once('(')?;
            Some((item.parse().ok()?, Some(part.parse().ok()?)))
        }
        None => Some((text.parse().ok()?, None)),
    }
}

fn written((item, part): Clause) -> String {
    part.map_or_else(|| item.to_string(), |part| format!("{item}({part})"))
}

/// One line for each run of items of which the same is to be said.
fn render(items: &BTreeMap<u32, Status>) -> String {
    let mut lines: Vec<(u32, u32, String)> = Vec::new();
    for (&item, status) in items {
        let text = told(status);
        match lines.last_mut() {
            // Norms stand at each of their items.
            Some((_, last, before)) if *before == text && status.norms.is_empty() && status.beside.is_empty() => {
                *last = item;
            }
            _ => lines.push((item, item, text)),
        }
    }
    let mut table = String::from("| item | norms, or why none |\n| --- | --- |\n");
    for (first, last, text) in lines {
        let range = if first == last { first.to_string() } else { format!("{first}–{last}") };
        table.push_str(&format!("| {range} | {text} |\n"));
    }
    table
}

fn told(status: &Status) -> String {
    let ids = |list: &[String]| list.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if !status.norms.is_empty() {
        parts.push(ids(&status.norms));
    }
    if !status.beside.is_empty() {
        let word = if status.norms.is_empty() { "Beside another item" } else { "beside another item" };
        parts.push(format!("{word}: {}", ids(&status.beside)));
    }
    let said = |(part, text): &(Option<String>, String)| match part {
        Some(part) => format!("{part}: {text}"),
        None => text.clone(),
    };
    parts.extend(status.said.iter().map(said));
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{super::ITEMS, table};
    use gongwei::Rulebook;

    /// What is wrong with the table once `from` in it is `to`.
    fn problems(from: &str, to: &str) -> Vec<String> {
        assert!(ITEMS.contains(from), "{from}");
        let rulebook = Rulebook::builtin("gannan-2020").unwrap();
        table(&rulebook, &ITEMS.replacen(from, to, 1)).err().unwrap_or_default()
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(problems("[", "["), [] as [&str; 0]);
    }

    #[test]
    fn contradictions_fail() {
        let cases = [
            // Left out, out of the source, twice, unreadable.
            (r#""items": "22""#, r#""items": "70""#, "item 70: the source has none"),
            (r#""items": "22""#, r#""items": "70""#, "item 22: no norm cites it, and no row says why"),
            (r#""items": "22""#, r#""items": "21-22""#, "item 21: two rows"),
            (r#""items": "22""#, r#""items": "x""#, "`x` is no item and no range of items"),
            (r#""items": "10-13""#, r#""items": "13-10""#, "`13-10` is no item and no range of items"),
            // Said to carry nothing, and cited.
            (
                r#""items": "22""#,
                r#""items": "22-23""#,
                "item 23: a norm or a row is about it already, and a row says “defines”",
            ),
            (r#""items": "37(3)""#, r#""items": "37(2)""#, "item 37(2): a norm cites it, and a row says “sets policy”"),
            (
                r#""items": "69", "rest": true"#,
                r#""items": "69""#,
                "item 69: a norm or a row is about it already, and a row says “not yet: joint building”",
            ),
            // The rest of nothing.
            (
                r#""items": "22""#,
                r#""rest": true, "items": "22""#,
                "item 22: a row is about the rest of it, and nothing about the other part",
            ),
            (r#""items": "26(2)""#, r#""rest": true, "items": "26(2)""#, "item 26(2): `rest` is for whole items"),
            // Neither or both.
            (r#""items": "22", "none": "defines""#, r#""items": "22""#, "item 22: either `none` or `notYet`"),
            (r#""items": "22","#, r#""items": "22", "notYet": "x","#, "item 22: either `none` or `notYet`"),
        ];
        for (from, to, expected) in cases {
            let found = problems(from, to);
            assert!(found.iter().any(|problem| problem == expected), "{to}: {found:?}");
        }
    }

    #[test]
    fn norms_cite_items_of_the_source() {
        let text = Rulebook::builtin_text("gannan-2020").unwrap().replacen(r#""item": "23""#, r#""item": "70""#, 1);
        let problems = table(&Rulebook::from_json(&text).unwrap(), ITEMS).unwrap_err();
        assert_eq!(problems, ["sjc-size: the source has no item 70"]);
    }
}
