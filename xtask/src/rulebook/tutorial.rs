//! `docs/rulebook-authoring.md`, step by step: each of its files is written, each of its commands run.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::tests::folder;
use super::{Found, command};
use crate::project;

/// What a command of the tutorial prints. Its files lie in this folder.
fn printed(line: &str, folder: &Path) -> String {
    let here = format!("{}/", folder.display());
    let words = line.strip_prefix("$ cargo xtask rulebook ").unwrap().split(' ');
    let is_file = |word: &str| folder.join(word).exists();
    let words: Vec<String> =
        words.map(|word| if is_file(word) { format!("{here}{word}") } else { word.into() }).collect();
    let (Found::Nothing(text) | Found::Something(text)) =
        command(&words.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    text.replace(&here, "")
}

#[test]
fn the_tutorial_does_what_it_says() {
    let text = fs::read_to_string(project::root().join("docs/rulebook-authoring.md")).unwrap();
    let folder = folder("tutorial");
    let (mut files, mut commands) = (0, 0);
    for block in text.split("\n```").skip(1).step_by(2) {
        let (info, body) = block.split_once('\n').unwrap();
        match info.split_once(' ').unwrap_or((info, "")) {
            ("json", path) => {
                serde_json::from_str::<Value>(body).unwrap_or_else(|error| panic!("{path}: {error}"));
                let file = folder.join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, format!("{body}\n")).unwrap();
                files += 1;
            }
            ("console", "") => {
                let (line, expected) = body.split_once('\n').unwrap();
                assert_eq!(printed(line, &folder).trim_end(), expected, "{line}");
                commands += 1;
            }
            // Run by the tests of the package.
            ("js", "") => {}
            (other, _) => panic!("a block of `{other}` that nothing tests"),
        }
    }
    assert!(files >= 8 && commands >= 6, "{files} files, {commands} commands");
}
