//! Every link within the repository leads somewhere.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose pages are not ours.
const FOREIGN: [&str; 4] = ["target", "node_modules", "dist", "module"];

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with('.') && !FOREIGN.contains(&name.as_str()) {
            pages(&path, found);
        } else if name.ends_with(".md") {
            found.push(path);
        }
    }
}

/// What stands between `](` and `)`, outside of code.
fn links(page: &str) -> Vec<&str> {
    let text = page.split("```").step_by(2);
    text.flat_map(|text| text.split("](").skip(1))
        .filter_map(|rest| rest.split_once(')'))
        .map(|(link, _)| link)
        .collect()
}

/// The headings of a page as links name them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.split("```").step_by(2).flat_map(str::lines).filter(|line| line.starts_with('#'));
    let named = headings.map(|line| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|one| one.is_alphanumeric() || matches!(one, ' ' | '-' | '_'));
        kept.map(|one| if one == ' ' { '-' } else { one }).collect()
    });
    named.collect()
}

/// Why a link of a page leads nowhere, if it does.
fn broken(page: &Path, text: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { page.to_owned() } else { page.parent().unwrap().join(file) };
    let anchors = || if file.is_empty() { anchors(text) } else { anchors(&fs::read_to_string(&target).unwrap()) };
    let is_there = target.exists() && (anchor.is_empty() || anchors().contains(anchor));
    (!is_there).then(|| format!("{}: {link}", page.display()))
}

#[test]
fn every_link_of_a_page_leads_somewhere() {
    let mut found = Vec::new();
    pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), &mut found);
    let texts: Vec<_> = found.iter().map(|page| (page, fs::read_to_string(page).unwrap())).collect();
    let all: Vec<_> =
        texts.iter().flat_map(|(page, text)| links(text).into_iter().map(move |link| (page, text, link))).collect();
    assert!(all.len() > 100, "only {} links were found", all.len());
    let broken: Vec<_> = all.iter().filter_map(|(page, text, link)| broken(page, text, link)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}
