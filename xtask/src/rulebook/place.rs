//! Where in a text a path of its JSON leads.

/// A place in a text: line and character, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// Where a path leads: the field with its name, the entry of a list; of two fields of one name the second, if that is
/// asked for. Where it leads nowhere, as the path of a field that is missing, it is the place of the object that lacks it.
///
/// The text need not be JSON to its end: what has the path was found before that.
pub(super) fn place(text: &str, path: &str, is_second: bool) -> Place {
    let mut reader = Reader { text, at: 0 };
    reader.space();
    let mut found = reader.at;
    let mut steps = path.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        let name = step.replace("~1", "/").replace("~0", "~");
        let is_last = steps.peek().is_none();
        let Some((shown, inside)) = reader.child(&name, is_second && is_last) else { break };
        (found, reader.at) = (shown, inside);
    }
    let before = text.get(..found).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        // A mark at the start of a text is not of it.
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf)) {
            self.at += 1;
        }
    }

    /// The field or entry of the object or list that is next: where it is shown, and where its value begins.
    fn child(&mut self, name: &str, is_second: bool) -> Option<(usize, usize)> {
        let is_object = match self.byte()? {
            b'{' => true,
            b'[' => false,
            _ => return None,
        };
        self.at += 1;
        let mut found = None;
        for index in 0.. {
            self.space();
            if matches!(self.byte()?, b'}' | b']') {
                return found;
            }
            let shown = self.at;
            let is_it = if is_object {
                let is_it = self.key()? == name;
                self.space();
                self.at += 1;
                self.space();
                is_it
            } else {
                index.to_string() == name
            };
            if is_it {
                found = Some((shown, self.at));
                if !is_second {
                    return found;
                }
            }
            if self.skip().is_none() {
                return found;
            }
            self.space();
            if self.byte() == Some(b',') {
                self.at += 1;
            }
        }
        None
    }

    /// The name of the field that is next.
    fn key(&mut self) -> Option<String> {
        let start = self.at;
        self.string()?;
        serde_json::from_str(self.text.get(start..self.at)?).ok()
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.byte()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }

    /// Passes over the value that is next.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.byte()? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' if depth == 0 => return Some(()),
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, path: &str) -> (usize, usize) {
        let Place { line, column } = place(text, path, false);
        (line, column)
    }

    const TEXT: &str = r#"{
  "id": "甲\"乙", "norms": [
    {"id": "a", "~/": [1, [2, {"x": null}]]},
    7, {"id": "b"}
  ],
  "id": 3
}"#;

    #[test]
    fn paths_lead_to_names_and_entries() {
        for (path, line, column) in [
            ("", 1, 1),
            ("/id", 2, 3),
            ("/norms", 2, 17),
            ("/norms/0", 3, 5),
            ("/norms/0/~0~1", 3, 17),
            ("/norms/0/~0~1/1/1/x", 3, 32),
            ("/norms/1", 4, 5),
            ("/norms/2/id", 4, 9),
        ] {
            assert_eq!(at(TEXT, path), (line, column), "{path}");
        }
        assert_eq!(place(TEXT, "/id", true), Place { line: 6, column: 3 });
    }

    #[test]
    fn what_is_not_there_is_where_it_would_be() {
        for (path, line, column) in
            [("/edition", 1, 1), ("/norms/2/clause", 4, 8), ("/norms/9/id", 2, 17), ("/id/x", 2, 3)]
        {
            assert_eq!(at(TEXT, path), (line, column), "{path}");
        }
    }

    #[test]
    fn a_text_that_ends_too_soon_or_is_none_gives_some_place() {
        let ends: Vec<usize> = TEXT.char_indices().map(|(end, _)| end).collect();
        for end in ends {
            let found = place(&TEXT[..end], "/norms/2/id", true);
            assert!((found.line, found.column) <= (6, 10), "{end}: {found:?}");
        }
        for text in ["", "]", "{", "[[", "{\"", "{\"a\\", "\u{feff} {}", "}{", "nonsense"] {
            assert_eq!(place(text, "/a/0", false).line, 1, "{text}");
        }
        assert_eq!(at("\u{feff}{\n\"a\": 1}", "/a"), (2, 1));
    }
}
