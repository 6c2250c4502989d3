//! What golden cases prove. `CONFORMANCE.md`: what of the source is carried, what each norm can come to, and the cases
//! that show it; `docs/vocabulary/README.md`: the same of each kind of constraint.

mod evidence;
mod items;
mod kinds;
mod norms;
mod words;

use anyhow::{Context, Result, bail};
use gongwei::Rulebook;

use self::evidence::{Case, Evidence};

/// What is written of items that norms do not carry.
const ITEMS: &str = include_str!("../../../core/src/rulebook/builtin/gannan-2020.items.json");

/// What golden cases prove, as files: their paths and their texts.
pub(crate) fn files() -> Result<[(&'static str, String); 2]> {
    let rulebook = Rulebook::builtin("gannan-2020").context("no built-in rulebook")?;
    let evidence = Evidence::gather()?;
    let texts = [compose(&rulebook, ITEMS, &evidence), kinds::page(&evidence)];
    match texts {
        [Ok(norms), Ok(kinds)] => Ok([("CONFORMANCE.md", norms), ("docs/vocabulary/README.md", kinds)]),
        texts => {
            let problems: Vec<String> = texts.into_iter().filter_map(Result::err).flatten().collect();
            bail!("{} promises without proof, or proofs without promise:\n{}", problems.len(), problems.join("\n"))
        }
    }
}

/// The text, or everything that keeps it from being true.
fn compose(rulebook: &Rulebook, items: &str, evidence: &Evidence) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut part = |part: Result<String, Vec<String>>| {
        part.unwrap_or_else(|found| {
            problems.extend(found);
            String::new()
        })
    };
    let items = part(items::table(rulebook, items));
    let norms = part(norms::sections(rulebook, evidence));
    let words = part(words::sections(evidence));
    if !problems.is_empty() {
        return Err(problems);
    }
    let (title, source) = (&rulebook.title().en, &rulebook.source().title.en);
    Ok(format!(
        "# Conformance\n\n\
        What the built-in rulebook `{id}` carries of its source, what each of its {norms_count} norms can come to, and \
        which of the {cases} golden cases in `tests/cases` show it. Made by `cargo xtask generate` from a run of all \
        cases: a verdict that a norm can come to and that no case shows, or a case that shows one that it cannot come \
        to, fails that command. So do a message key, a contradiction or a fault that nothing shows.\n\n\
        Rulebook: {title}. Source: {source}. It is our reading, an aid and never a ruling.\n\n\
        ## Items of the source\n\n\
        “Beside another item” are norms that rest on another item and name this one because it says the same or adds \
        to it.\n\n{items}\n{norms}\n{words}",
        id = rulebook.name().id,
        norms_count = rulebook.norms().len(),
        cases = evidence.of_built_in().count(),
        title = title.as_str(),
        source = source.as_str(),
    ))
}

/// How many cases there are, and the names of up to three.
fn told(cases: &[Case<'_>]) -> String {
    let names = cases.iter().take(3).map(|(file, name)| format!("`{file}`: {}", plain(name)));
    format!("{} | {}", cases.len(), names.collect::<Vec<_>>().join("; "))
}

/// A text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if matches!(letter, '|' | '<' | '*' | '_' | '`' | '[' | '\\') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

#[cfg(test)]
mod tests;
