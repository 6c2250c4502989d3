//! Places in a document: RFC 6901 pointers.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// The tokens of a pointer, unescaped; none if the text is no pointer.
pub(super) fn parse(text: &str) -> Option<Vec<Box<str>>> {
    let mut parts = text.split('/');
    if parts.next() != Some("") {
        return None;
    }
    parts.map(unescape).collect()
}

fn unescape(part: &str) -> Option<Box<str>> {
    if !part.contains('~') {
        return Some(part.into());
    }
    let mut token = String::with_capacity(part.len());
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        token.push(match letter {
            '~' => match letters.next() {
                Some('0') => '~',
                Some('1') => '/',
                _ => return None,
            },
            _ => letter,
        });
    }
    Some(token.into())
}

/// The place in a list that a token names; it is never written with a sign or leading zeros.
pub(super) fn index(token: &str) -> Option<usize> {
    match token.as_bytes() {
        [b'0', _, ..] | [] => None,
        digits if digits.iter().all(u8::is_ascii_digit) => token.parse().ok(),
        _ => None,
    }
}

/// A pointer that grows and shrinks on the way through a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pointer {
    text: String,
    /// Where each token begins.
    starts: Vec<usize>,
}

impl Pointer {
    pub(super) fn of(tokens: &[Box<str>]) -> Self {
        let mut pointer = Self::default();
        tokens.iter().for_each(|token| pointer.push(token));
        pointer
    }

    pub(super) fn push(&mut self, token: &str) {
        self.starts.push(self.text.len());
        self.text.push('/');
        for letter in token.chars() {
            match letter {
                '~' => self.text.push_str("~0"),
                '/' => self.text.push_str("~1"),
                _ => self.text.push(letter),
            }
        }
    }

    pub(super) fn push_index(&mut self, at: usize) {
        use core::fmt::Write as _;
        self.starts.push(self.text.len());
        // Writing to a text never fails.
        let _ = write!(self.text, "/{at}");
    }

    pub(super) fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.text.truncate(start);
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_as_they_were() {
        for (text, tokens) in [("", &[][..]), ("/", &[""]), ("/a~1b/~01/0", &["a/b", "~1", "0"])] {
            let parsed = parse(text).unwrap_or_default();
            assert!(parsed.iter().map(|token| &**token).eq(tokens.iter().copied()), "{text}");
            assert_eq!(Pointer::of(&parsed).as_str(), text);
        }
    }

    #[test]
    fn what_is_no_pointer_is_none() {
        for text in ["a", "a/b", "/~", "/~2", "/a~"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_in_one_way_only() {
        assert_eq!(["0", "10"].map(index), [Some(0), Some(10)]);
        assert_eq!(["", "-", "01", "+1", "1 ", "１", "99999999999999999999999"].map(index), [None; 7]);
    }
}
