//! JSON text, value by value.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// JSON text, and how far it has been read.
#[derive(Clone)]
pub(crate) struct Json<'t> {
    text: &'t str,
    at: usize,
}

/// What a value is, seen by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,
}

/// The text is no JSON, or is not read further; and where that is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) at: usize,
}

impl<'t> Json<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The reading ends here.
    pub(crate) const fn stop<T>(&self) -> Result<T, Stop> {
        Err(Stop { at: self.at })
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
    }

    /// Passes over this byte, if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Passes over `null`, if it is next.
    pub(crate) fn null(&mut self) -> Result<bool, Stop> {
        self.space();
        let is_null = self.byte() == Some(b'n');
        if is_null {
            self.word("null")?;
        }
        Ok(is_null)
    }

    /// What the next value is.
    pub(crate) fn kind(&mut self) -> Result<Kind, Stop> {
        self.space();
        Ok(match self.byte() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            Some(b't') => Kind::True,
            Some(b'f') => Kind::False,
            Some(b'n') => Kind::Null,
            _ => return self.stop(),
        })
    }

    /// Goes into an object or a list.
    pub(crate) fn open(&mut self) {
        self.at += 1;
    }

    /// Whether there is another entry of the list; if not, the list is left.
    pub(crate) fn next_entry(&mut self, is_first: bool) -> Result<bool, Stop> {
        self.next(is_first, b']')
    }

    /// The name of the next field of the object; if there is none, the object is left.
    pub(crate) fn next_key(&mut self, is_first: bool) -> Result<Option<Cow<'t, str>>, Stop> {
        if self.has_key(is_first)? { self.key().map(Some) } else { Ok(None) }
    }

    /// Whether there is another field of the object; if not, the object is left.
    pub(crate) fn has_key(&mut self, is_first: bool) -> Result<bool, Stop> {
        if !self.next(is_first, b'}')? {
            return Ok(false);
        }
        if self.byte() == Some(b'"') { Ok(true) } else { self.stop() }
    }

    /// The name of the field that is next.
    pub(crate) fn key(&mut self) -> Result<Cow<'t, str>, Stop> {
        let key = self.text()?;
        self.space();
        if self.take(b':') { Ok(key) } else { self.stop() }
    }

    /// The first letters behind the quotation mark that is next. Near the end of the text there are none.
    pub(crate) fn head(&self) -> u64 {
        let letters = self.text.as_bytes().get(self.at + 1..).and_then(<[u8]>::first_chunk);
        letters.map_or(0, |letters| u64::from_le_bytes(*letters))
    }

    /// Whether the name of the field that is next is written just so; then it is passed over.
    pub(crate) fn is_key(&mut self, name: &str) -> bool {
        let after = self.text.as_bytes().get(self.at + 1..).and_then(|rest| rest.strip_prefix(name.as_bytes()));
        let is_it = matches!(after, Some([b'"', b':', ..]));
        if is_it {
            self.at += name.len() + 3;
        }
        is_it
    }

    fn next(&mut self, is_first: bool, end: u8) -> Result<bool, Stop> {
        self.space();
        if self.take(end) {
            return Ok(false);
        }
        if is_first {
            return if self.byte().is_some() { Ok(true) } else { self.stop() };
        }
        if !self.take(b',') {
            return self.stop();
        }
        self.space();
        // Nothing may follow the last comma.
        if self.byte().is_none_or(|byte| byte == end) { self.stop() } else { Ok(true) }
    }

    /// A text, with what stands behind its escapes.
    pub(crate) fn text(&mut self) -> Result<Cow<'t, str>, Stop> {
        self.at += 1;
        let start = self.at;
        self.plain();
        let plain = self.text.get(start..self.at).unwrap_or_default();
        if self.take(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut whole = String::from(plain);
        while !self.take(b'"') {
            if !self.take(b'\\') {
                return self.stop();
            }
            whole.push(self.escaped()?);
            let start = self.at;
            self.plain();
            whole.push_str(self.text.get(start..self.at).unwrap_or_default());
        }
        Ok(Cow::Owned(whole))
    }

    /// Passes over a text. What is never read may hold half a letter.
    fn pass_text(&mut self) -> Result<(), Stop> {
        self.at += 1;
        loop {
            self.plain();
            if self.take(b'"') {
                return Ok(());
            }
            if !self.take(b'\\') {
                return self.stop();
            }
            match self.byte() {
                Some(b'u') => drop(self.unit()?),
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
                _ => return self.stop(),
            }
        }
    }

    /// Passes over letters that stand for themselves.
    fn plain(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes.get(self.at..).and_then(<[u8]>::first_chunk) {
            if let Some(end) = first_end(u64::from_le_bytes(*eight)) {
                self.at += end;
                return;
            }
            self.at += 8;
        }
        while self.byte().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)) {
            self.at += 1;
        }
    }

    fn escaped(&mut self) -> Result<char, Stop> {
        let letter = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.unit()?;
                let pair = match first {
                    0xd800..0xdc00 if self.take(b'\\') && self.byte() == Some(b'u') => match self.unit()? {
                        second @ 0xdc00..0xe000 => 0x1_0000 + ((first - 0xd800) << 10 | (second - 0xdc00)),
                        _ => return self.stop(),
                    },
                    alone => alone,
                };
                // Half a letter is none.
                return char::from_u32(pair).ok_or(Stop { at: self.at });
            }
            _ => return self.stop(),
        };
        self.at += 1;
        Ok(letter)
    }

    /// Four hexadecimal digits, behind the letter that announces them.
    fn unit(&mut self) -> Result<u32, Stop> {
        let mut unit = 0;
        for _ in 0..4 {
            self.at += 1;
            let Some(digit) = self.byte().and_then(|byte| char::from(byte).to_digit(16)) else { return self.stop() };
            unit = unit << 4 | digit;
        }
        self.at += 1;
        Ok(unit)
    }

    /// A number as it is written.
    pub(crate) fn number(&mut self) -> Result<&'t str, Stop> {
        let start = self.at;
        self.take(b'-');
        // A zero stands alone.
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    fn digits(&mut self) -> Result<(), Stop> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { self.stop() } else { Ok(()) }
    }

    /// Passes over `true`, `false` or `null`.
    pub(crate) fn word(&mut self, word: &str) -> Result<(), Stop> {
        for byte in word.bytes() {
            if !self.take(byte) {
                return self.stop();
            }
        }
        Ok(())
    }

    /// Passes over a value, whatever it is, and gives it as it is written. It may be nested as deep as it likes.
    pub(crate) fn skip(&mut self) -> Result<&'t str, Stop> {
        self.space();
        let start = self.at;
        // For each object and list that it is inside: whether that is a list.
        let mut inside: Vec<bool> = Vec::new();
        let mut is_first;
        loop {
            match self.kind()? {
                kind @ (Kind::Object | Kind::List) => {
                    self.open();
                    inside.push(kind == Kind::List);
                    is_first = true;
                }
                kind => {
                    self.leaf(kind)?;
                    is_first = false;
                }
            }
            // On to the next value, out of all that ends here.
            loop {
                let Some(is_list) = inside.last() else { return Ok(self.text.get(start..self.at).unwrap_or_default()) };
                let is_more = if *is_list { self.next_entry(is_first)? } else { self.next_key(is_first)?.is_some() };
                if is_more {
                    break;
                }
                inside.pop();
                is_first = false;
            }
        }
    }

    fn leaf(&mut self, kind: Kind) -> Result<(), Stop> {
        match kind {
            Kind::Text => self.pass_text(),
            Kind::Number => self.number().map(drop),
            Kind::True => self.word("true"),
            Kind::False => self.word("false"),
            Kind::Null | Kind::Object | Kind::List => self.word("null"),
        }
    }

    /// Whether the text ends here.
    pub(crate) fn end(&mut self) -> Result<(), Stop> {
        self.space();
        if self.byte().is_some() { self.stop() } else { Ok(()) }
    }
}

/// How a name begins where it is written without escapes, with the quotation mark behind it if there is room: almost
/// all names that are not the one looked for are told apart by that.
#[derive(Debug)]
pub(crate) struct Head {
    letters: u64,
    /// Ones where there are letters.
    mask: u64,
}

impl Head {
    pub(crate) const fn of(name: &str) -> Self {
        let mut rest = name.as_bytes();
        let (mut letters, mut mask, mut bits) = (0, 0, 0);
        while bits < u64::BITS {
            let (letter, is_last) = match rest {
                [letter, after @ ..] => {
                    rest = after;
                    (*letter, false)
                }
                [] => (b'"', true),
            };
            letters |= (letter as u64) << bits;
            mask |= 0xff << bits;
            bits = if is_last { u64::BITS } else { bits + u8::BITS };
        }
        Self { letters, mask }
    }

    pub(crate) const fn is(&self, letters: u64) -> bool {
        (self.letters ^ letters) & self.mask == 0
    }
}

/// Which of eight letters is the first that does not stand for itself: a quotation mark, a backslash or a control
/// character. The first letter is in the lowest byte.
fn first_end(eight: u64) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    const TOPS: u64 = ONES << 7;
    // The top bit of each byte that is smaller than `bound`; above the first such byte a borrow may set others.
    let below = |eight: u64, bound: u8| eight.wrapping_sub(ONES * u64::from(bound)) & !eight & TOPS;
    let is = |letter: u8| below(eight ^ (ONES * u64::from(letter)), 1);
    let ends = is(b'"') | is(b'\\') | below(eight, 0x20);
    (ends != 0).then(|| ends.trailing_zeros() as usize / 8)
}
