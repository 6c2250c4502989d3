//! What is wrong with a document that cannot be read: every fault, each with its place.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::YEARS;
use crate::locale::Locale;
use crate::path::labels;
use crate::shape::word;

/// The most faults that are listed.
pub const FAULTS_MAX: usize = 1000;

/// The most characters of what was found that a fault repeats.
const EXCERPT_MAX: usize = 40;

/// One reason why a document cannot be read, and where in it.
///
/// It is a matter of form alone: whether the record keeps the rules is never a fault. It repeats at most 40
/// characters of what was found.
///
/// ```
/// use gongwei::{Locale, Problem, Record};
/// let faults = Record::from_json(r#"{"schema": "gongwei/record/1.0", "committee": {"kind": "x", "nmae": "y"}}"#);
/// let faults = faults.unwrap_err();
/// let fault = faults.first();
/// assert_eq!((fault.code(), fault.path()), ("unknown-field", "/committee/nmae"));
/// assert!(matches!(fault.problem(), Problem::UnknownField { nearest: Some("name"), .. }));
/// assert_eq!(fault.message(Locale::En), "There is no field “nmae” here: did you mean “name”?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {}", self.message(Locale::default()))]
pub struct Fault {
    path: Box<str>,
    problem: Problem,
}

/// Declares what a fault can be: its code, its data, and its texts in Chinese and English.
macro_rules! problems {
    ($(
        $(#[doc = $doc:literal])*
        $variant:ident = $code:literal $({ $( $(#[doc = $fdoc:literal])* $field:ident : $kind:ty ),* $(,)? })?
        $zh:literal, $en:literal;
    )*) => {
        /// What a fault is, with its data. The code of each is its name in kebab-case, and never changes.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Problem {
            $( $(#[doc = $doc])* $variant $({ $( $(#[doc = $fdoc])* $field: $kind ),* })?, )*
        }

        impl Problem {
            /// The code of every fault there is.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The word for it. It never changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),* }
            }

            /// Its data, by name.
            fn data(&self) -> Vec<(&'static str, Datum<'_>)> {
                match self {
                    $(Self::$variant $({ $($field),* })? => alloc::vec![$($((stringify!($field), Datum::from($field))),*)?],)*
                }
            }

            /// Its usual texts: Chinese and English.
            const fn usual_texts(&self) -> (&'static str, &'static str) {
                match self { $(Self::$variant { .. } => ($zh, $en)),* }
            }
        }
    };
}

problems! {
    /// The text is no JSON from here on. What was found before it is listed too.
    Syntax = "syntax" {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    }
    "第 {line} 行第 {column} 个字符处不符合 JSON 格式，请检查引号、逗号和括号。",
    "The text is not JSON at line {line}, character {column}: check quotation marks, commas and brackets.";

    /// There is no such field. A name too long for a path has the path of its object.
    UnknownField = "unknown-field" {
        /// The name of the field.
        found: Box<str>,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
    }
    "没有“{found}”这个字段，请删去。",
    "There is no field “{found}” here: please remove it.";

    /// A required field is not there. The path is the one it would have.
    MissingField = "missing-field"
    "{place}必须填写，请补上。",
    "{place} is required: please add it.";

    /// The field stands twice in one object.
    DuplicateField = "duplicate-field"
    "{place}写了不止一次，请只保留一处。",
    "{place} is given more than once: please keep only one.";

    /// The value is of another kind.
    WrongType = "wrong-type" {
        /// What must stand there.
        expected: JsonKind,
        /// What stands there.
        found: JsonKind,
    }
    "{place}应为{expected}，现为{found}，请改正。",
    "{place} must be {expected}, but is {found}: please correct it.";

    /// The field may be left out, but not `null`.
    NullNotAllowed = "null-not-allowed"
    "{place}不能写 null，请填写内容；不清楚的，请删去该字段。",
    "{place} cannot be null: please fill it in, or leave it out if it is not known.";

    /// The text is no day from 1900 to 2199, written `YYYY-MM-DD`.
    NotADay = "not-a-day" {
        /// The text.
        found: Box<str>,
    }
    "{place}应为日期，现为“{found}”，请按 YYYY-MM-DD 填写，例如 2026-03-12。",
    "{place} must be a day, but is “{found}”: please write YYYY-MM-DD, such as 2026-03-12.";

    /// The text is no day of the year such as `+1-03-31`.
    NotAYearDay = "not-a-year-day" {
        /// The text.
        found: Box<str>,
    }
    "{place}应为每年的某一天，现为“{found}”，请按 +1-03-31（次年3月31日）的样式填写。",
    "{place} must be a day of the year, but is “{found}”: please write it like +1-03-31 (31 March of the next year).";

    /// The text is no share such as `1/3`.
    NotAShare = "not-a-share" {
        /// The text.
        found: Box<str>,
    }
    "{place}应为占比，现为“{found}”，请按 1/3 的样式填写，分母为 1 至 1000，分子不大于分母。",
    "{place} must be a share, but is “{found}”: please write it like 1/3, with a denominator from 1 to 1000 and a numerator no larger.";

    /// The word is not one of the list.
    UnknownWord = "unknown-word" {
        /// The word.
        found: Box<str>,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
        /// The list.
        allowed: Vec<&'static str>,
    }
    "{place}不能填“{found}”，请从中选填：{allowed}。",
    "{place} cannot be “{found}”: please choose one of {allowed}.";

    /// The number lies outside its bounds.
    OutOfRange = "out-of-range" {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
        /// The number; the nearest of 64 bits if it is even farther off.
        found: i64,
    }
    "{place}应为 {min} 至 {max} 的整数，现为 {found}，请改正。",
    "{place} must be a whole number from {min} to {max}, but is {found}: please correct it.";

    /// The text or the list is too long.
    TooLong = "too-long" {
        /// What is counted.
        unit: Unit,
        /// At most so many.
        max: usize,
        /// How many there are.
        found: usize,
    }
    "{place}最多 {max} {unit}，现有 {found} {unit}，请减少。",
    "{place} may have at most {max} {unit}, but has {found}: please shorten it.";

    /// The text or the list is too short.
    TooShort = "too-short" {
        /// What is counted.
        unit: Unit,
        /// At least so many.
        min: usize,
        /// How many there are.
        found: usize,
    }
    "{place}至少 {min} {unit}，现有 {found} {unit}，请补充。",
    "{place} must have at least {min} {unit}, but has {found}: please fill it in.";

    /// The document is too large to be read at all.
    TooLarge = "too-large" {
        /// At most so many bytes.
        max: usize,
        /// How many there are.
        found: usize,
    }
    "文件最大 {max} 字节，现有 {found} 字节，请删减后再打开。",
    "The file may have at most {max} bytes, but has {found}: please shorten it and open it again.";

    /// Objects and lists stand too deep inside each other.
    TooDeep = "too-deep" {
        /// At most so deep.
        max: usize,
    }
    "{place}层层嵌套超过 {max} 层，请简化。",
    "{place} is nested deeper than {max} levels: please simplify it.";

    /// Two entries of one list have the same id.
    DuplicateId = "duplicate-id" {
        /// The id.
        id: Box<str>,
        /// The path of the id that has it first.
        first: Box<str>,
    }
    "编号“{id}”与 {first} 处重复，请改用不同的编号。",
    "The id “{id}” is already used at {first}: please choose another.";

    /// A reference leads to no entry.
    DanglingReference = "dangling-reference" {
        /// The id that is referred to.
        id: Box<str>,
        /// The list that has no such entry.
        list: &'static str,
    }
    "{place}所填编号“{id}”在{list}中找不到，请改正编号，或者先补上这一项。",
    "{place} refers to “{id}”, which is not among {list}: please correct the id, or add that entry first.";

    /// The record is written in a schema newer than this engine. Nothing else is said of it.
    RecordNewerThanEngine = "record-newer-than-engine" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "记录的格式“{found}”比本程序新，本程序最高支持 {newest}，请升级程序后再打开。",
    "The record's format “{found}” is newer than this program, which reads up to {newest}: please update the program.";

    /// The schema is not that of a record.
    NotARecord = "not-a-record" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "{place}现为“{found}”，不是委员会记录的格式，请填写 {newest}。",
    "{place} is “{found}”, which is not the format of a record: please write {newest}.";

    /// The rulebook is written in a schema newer than this engine. Nothing else is said of it.
    RulebookNewerThanEngine = "rulebook-newer-than-engine" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "规则集的格式“{found}”比本程序新，本程序最高支持 {newest}，请升级程序后再打开。",
    "The rulebook's format “{found}” is newer than this program, which reads up to {newest}: please update the program.";

    /// The schema is not that of a rulebook.
    NotARulebook = "not-a-rulebook" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "{place}现为“{found}”，不是规则集的格式，请填写 {newest}。",
    "{place} is “{found}”, which is not the format of a rulebook: please write {newest}.";

    /// An object with exactly one of some keys has none or several.
    OneKeyExpected = "one-key-expected" {
        /// How many it has.
        found: usize,
        /// The keys it may have.
        allowed: Vec<&'static str>,
    }
    "{place}应当只填一项，现有 {found} 项，请从中选填一项：{allowed}。",
    "{place} must have exactly one of these, but has {found}: {allowed}.";

    /// A rulebook uses a name that it does not define.
    UnknownName = "unknown-name" {
        /// The name.
        found: Box<str>,
        /// The table that has no such name.
        table: &'static str,
    }
    "{place}所用的名称“{found}”在 {table} 中没有定义，请改正名称，或者先补上定义。",
    "{place} uses the name “{found}”, which {table} does not define: please correct it or define it.";

    /// A group of a rulebook is defined by itself.
    CircularDefinition = "circular-definition" {
        /// Its name.
        found: Box<str>,
    }
    "“{found}”的定义又用到了自身，请改正。",
    "“{found}” is defined by itself: please correct the definition.";

    /// A part of a norm cannot judge what the norm judges.
    DoesNotFit = "does-not-fit" {
        /// The part.
        found: &'static str,
        /// What the norm judges, or how binding it is.
        scope: &'static str,
    }
    "{place}用了 {found}，与 {scope} 不配，请改用合适的写法。",
    "{place} uses {found}, which does not fit {scope}: please use one that does.";

    /// The least is more than the most.
    BoundsCrossed = "bounds-crossed" {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    }
    "{place}的下限 {min} 大于上限 {max}，请改正。",
    "{place} has a least of {min} and a most of {max}: please correct them.";

    /// There are more faults than are listed. It is the last of them, and has the path of the whole document.
    TooManyFaults = "too-many-faults" {
        /// How many are listed before it.
        listed: usize,
        /// How many more there are.
        more: usize,
    }
    "问题较多，只列出 {listed} 处，另有 {more} 处未列出，请改正后再检查。",
    "There are many faults: {listed} are listed and {more} are not. Please correct these and check again.";
}

word! {
    /// A kind of JSON value, as JSON Schema calls it.
    pub enum JsonKind {
        /// A text.
        String = "string",
        /// A whole number.
        Integer = "integer",
        /// A number with decimals or an exponent.
        Number = "number",
        /// `true` or `false`.
        Boolean = "boolean",
        /// `null`.
        Null = "null",
        /// A list.
        Array = "array",
        /// An object.
        Object = "object",
    }
}

word! {
    /// What a length is counted in.
    pub enum Unit {
        /// Characters of a text.
        Characters = "characters",
        /// Entries of a list.
        Entries = "entries",
    }
}

impl Fault {
    pub(crate) fn new(path: &str, problem: Problem) -> Self {
        Self { path: path.into(), problem }
    }

    /// Where it is, as an RFC 6901 pointer into the document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What it is, with its data.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The word for what it is. It never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// A piece of a fault's data.
enum Datum<'a> {
    /// It is not there.
    Nothing,
    Number(i64),
    Text(&'a str),
    Words(&'a [&'static str]),
    Kind(JsonKind),
    Unit(Unit),
}

macro_rules! data {
    ($($kind:ty: $value:ident => $datum:expr;)*) => {
        $(impl<'a> From<&'a $kind> for Datum<'a> {
            fn from($value: &'a $kind) -> Self {
                $datum
            }
        })*
    };
}

data! {
    i64: number => Self::Number(*number);
    u32: number => Self::Number(i64::from(*number));
    usize: number => Self::Number(i64::try_from(*number).unwrap_or(i64::MAX));
    Box<str>: text => Self::Text(text);
    &'static str: text => Self::Text(text);
    Option<&'static str>: text => text.map_or(Self::Nothing, Self::Text);
    Vec<&'static str>: words => Self::Words(words);
    JsonKind: kind => Self::Kind(*kind);
    Unit: unit => Self::Unit(*unit);
}

impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Nothing => serializer.serialize_none(),
            Self::Number(number) => serializer.serialize_i64(number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Words(words) => serializer.collect_seq(words),
            Self::Kind(kind) => serializer.serialize_str(kind.as_str()),
            Self::Unit(unit) => serializer.serialize_str(unit.as_str()),
        }
    }
}

impl Datum<'_> {
    /// Writes what people read of it.
    fn tell(&self, name: &str, locale: Locale, told: &mut String) {
        let mut all = |words: &mut dyn Iterator<Item = &str>| {
            for (at, word) in words.enumerate() {
                if at > 0 {
                    told.push_str(locale.pick("、", ", "));
                }
                told.push_str(word);
            }
        };
        match *self {
            Self::Nothing => {}
            // Writing to a text never fails.
            Self::Number(number) => drop(write!(told, "{number}")),
            Self::Text(lists) if name == "list" => all(&mut lists.split(',').map(|list| label(list.trim(), locale))),
            Self::Text(text) => told.push_str(text),
            Self::Words(words) => all(&mut words.iter().copied()),
            Self::Kind(kind) => told.push_str(kind.told(locale)),
            Self::Unit(unit) => told.push_str(unit.told(locale)),
        }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Told { faults: self, locale: None }.serialize(serializer)
    }
}

/// Every fault of a document that cannot be read, in the order of the text; references that lead nowhere come last,
/// and a fault of syntax comes first.
///
/// There is always at least one. Past 1,000 they are not listed, and the last one says so.
///
/// ```
/// use gongwei::{Locale, Record};
/// let faults = Record::from_json(r#"{"schema": "gongwei/record/1.0", "committee": {"established": "2026-02-29"}}"#);
/// let faults = faults.unwrap_err();
/// let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.path())).collect();
/// assert_eq!(found, [("not-a-day", "/committee/established"), ("missing-field", "/committee/kind")]);
/// assert_eq!(
///     faults.to_json(Some(Locale::ZhCn)).split_once("},").unwrap().0,
///     r#"[{"code":"not-a-day","path":"/committee/established","found":"2026-02-29","#.to_owned()
///         + r#""message":"日期 2026-02-29 不存在，请按 YYYY-MM-DD 填写实际日期。""#
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", Lines(self))]
pub struct Faults {
    first: Box<Fault>,
    rest: Vec<Fault>,
}

/// The faults, one on a line.
struct Lines<'a>(&'a Faults);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.first.fmt(f)?;
        self.0.rest.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl Faults {
    /// The first of them.
    #[must_use]
    pub fn first(&self) -> &Fault {
        &self.first
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        core::iter::once(&*self.first).chain(&self.rest)
    }

    /// All of them as a JSON list: each has its code, its path and its data, and a message if a language is given.
    #[must_use]
    pub fn to_json(&self, locale: Option<Locale>) -> String {
        // Nothing in a fault can fail to be written.
        serde_json::to_string(&Told { faults: self, locale }).unwrap_or_default()
    }
}

impl From<Fault> for Faults {
    fn from(first: Fault) -> Self {
        Self { first: Box::new(first), rest: Vec::new() }
    }
}

/// No faults at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no faults")]
pub struct NoFaults;

impl TryFrom<Vec<Fault>> for Faults {
    type Error = NoFaults;

    fn try_from(faults: Vec<Fault>) -> Result<Self, NoFaults> {
        let mut faults = faults.into_iter();
        let first = Box::new(faults.next().ok_or(NoFaults)?);
        Ok(Self { first, rest: faults.collect() })
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = core::iter::Chain<core::iter::Once<Fault>, alloc::vec::IntoIter<Fault>>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(*self.first).chain(self.rest)
    }
}

impl Serialize for Faults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Faults, each with its message.
struct Told<'a, T> {
    faults: &'a T,
    locale: Option<Locale>,
}

impl Serialize for Told<'_, Faults> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.faults.iter().map(|faults| Told { faults, locale: self.locale }))
    }
}

impl Serialize for Told<'_, Fault> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut write = |name, datum: Datum<'_>| map.serialize_entry(name, &datum);
        write("code", Datum::Text(self.faults.code()))?;
        write("path", Datum::Text(self.faults.path()))?;
        for (name, datum) in self.faults.problem.data() {
            if !matches!(datum, Datum::Nothing) {
                write(name, datum)?;
            }
        }
        if let Some(locale) = self.locale {
            write("message", Datum::Text(&self.faults.message(locale)))?;
        }
        map.end()
    }
}

/// The beginning of a text, short enough to be repeated.
pub(crate) fn excerpt(text: &str) -> Box<str> {
    match text.char_indices().nth(EXCERPT_MAX) {
        None => text.into(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
    }
}

impl JsonKind {
    const fn told(self, locale: Locale) -> &'static str {
        match self {
            Self::String => locale.pick("文字", "a text"),
            Self::Integer => locale.pick("整数", "a whole number"),
            Self::Number => locale.pick("小数", "a number with decimals"),
            Self::Boolean => locale.pick(" true 或 false", "true or false"),
            Self::Null => locale.pick("空值 null", "null"),
            Self::Array => locale.pick("列表", "a list"),
            Self::Object => locale.pick("一组字段", "a group of fields"),
        }
    }
}

impl Unit {
    const fn told(self, locale: Locale) -> &'static str {
        match self {
            Self::Characters => locale.pick("个字", "characters"),
            Self::Entries => locale.pick("项", "entries"),
        }
    }
}

/// What people call a field; its name, if they have no other word for it.
fn label(name: &str, locale: Locale) -> &str {
    labels(name).map_or(name, |(zh, en)| locale.pick(zh, en))
}

/// What people call the place that a path leads to.
fn place(path: &str, locale: Locale) -> String {
    let Some((before, last)) = path.rsplit_once('/') else {
        return locale.pick("全文", "The document").into();
    };
    let list = before.rsplit_once('/').map(|(_, list)| unescaped(list));
    let entry = last.parse::<usize>().ok().map(|index| index.saturating_add(1));
    match (list, entry) {
        (Some(list), Some(entry)) => {
            let list = label(&list, locale);
            match locale {
                Locale::ZhCn => format!("“{list}”第 {entry} 项"),
                Locale::En => format!("Entry {entry} of “{list}”"),
            }
        }
        _ => format!("“{}”", label(&unescaped(last), locale)),
    }
}

/// The beginning of a name as it was before it became part of a path.
fn unescaped(segment: &str) -> Box<str> {
    let mut parts = segment.split('~');
    let mut name = String::from(parts.next().unwrap_or_default());
    for part in parts {
        name.push(if part.starts_with('1') { '/' } else { '~' });
        name.push_str(part.get(1..).unwrap_or_default());
    }
    excerpt(&name)
}

/// Whether a text has the form of a day, whether or not there is such a day.
fn looks_like_a_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

impl Fault {
    /// What people read: which field, what is required, what was found and what to do.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let (zh, en) = self.problem.texts();
        let data = self.problem.data();
        let mut told = String::new();
        let mut rest = locale.pick(zh, en);
        while let Some((before, after)) = rest.split_once('{') {
            told.push_str(before);
            let (gap, after) = after.split_once('}').unwrap_or_default();
            if gap == "place" {
                told.push_str(&place(&self.path, locale));
            } else if let Some((name, datum)) = data.iter().find(|(name, _)| *name == gap) {
                datum.tell(name, locale, &mut told);
            }
            rest = after;
        }
        told.push_str(rest);
        told
    }
}

impl Problem {
    /// Its texts, with gaps for its data: Chinese and English.
    fn texts(&self) -> (&'static str, &'static str) {
        match self {
            Self::UnknownField { nearest: Some(_), .. } => (
                "没有“{found}”这个字段，是否应为“{nearest}”？请改正。",
                "There is no field “{found}” here: did you mean “{nearest}”?",
            ),
            Self::UnknownWord { nearest: Some(_), .. } => (
                "{place}不能填“{found}”，是否应为 {nearest}？请改正。",
                "{place} cannot be “{found}”: did you mean {nearest}?",
            ),
            Self::NotADay { found } if looks_like_a_day(found) && is_far_off(found) => (
                "日期 {found} 超出范围，请填写 1900 年至 2199 年的日期。",
                "The day {found} is too far off: please give a day from 1900 to 2199.",
            ),
            Self::NotADay { found } if looks_like_a_day(found) => (
                "日期 {found} 不存在，请按 YYYY-MM-DD 填写实际日期。",
                "The day {found} does not exist: please give a real day as YYYY-MM-DD.",
            ),
            _ => self.usual_texts(),
        }
    }
}

/// Whether a text that has the form of a day names a year that no day may lie in.
fn is_far_off(text: &str) -> bool {
    text.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year: i32| !YEARS.contains(&year))
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The word of `words` that was probably meant: the one with the fewest letters to change, if they are few.
pub(crate) fn nearest(found: &str, words: &mut dyn Iterator<Item = &'static str>) -> Option<&'static str> {
    let length = found.chars().count();
    if length > 64 {
        return None;
    }
    let most = (1 + length / 4).min(4);
    words
        .map(|word| (distance(found, word), word))
        .filter(|&(changes, word)| changes <= most && changes < word.len().min(length.max(2)))
        .min_by_key(|&(changes, _)| changes)
        .map(|(_, word)| word)
}

/// How many letters must be added, dropped or changed to make one text the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (1..=other.chars().count()).collect();
    let mut last = row.len();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = at;
        last = at + 1;
        for (cell, against) in row.iter_mut().zip(other.chars()) {
            let changed = corner + usize::from(letter != against);
            corner = *cell;
            last = changed.min(corner + 1).min(last + 1);
            *cell = last;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changed_letters() {
        for (one, other, changes) in
            [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kind", "kind", 0), ("nmae", "name", 2), ("form", "from", 2)]
        {
            assert_eq!(distance(one, other), changes, "{one} {other}");
            assert_eq!(distance(other, one), changes, "{other} {one}");
        }
    }

    #[test]
    fn nearest_prefers_few_changes_and_refuses_many() {
        let words = || ["secretary", "deputy", "member"].into_iter();
        assert_eq!(nearest("secretery", &mut words()), Some("secretary"));
        assert_eq!(nearest("Member", &mut words()), Some("member"));
        assert_eq!(nearest("chair", &mut words()), None);
        assert_eq!(nearest("", &mut words()), None);
        assert_eq!(nearest("副书记", &mut words()), None);
        assert_eq!(nearest("m", &mut ["to", "on"].into_iter()), None);
    }

    #[test]
    fn excerpts_end_after_40_characters() {
        assert_eq!(&*excerpt(&"书".repeat(40)), "书".repeat(40));
        assert_eq!(&*excerpt(&"书".repeat(41)), "书".repeat(40) + "…");
    }

    #[test]
    fn places_are_named() {
        for (path, zh, en) in [
            ("", "全文", "The document"),
            ("/committee/kind", "“类别”", "“kind”"),
            ("/people/0", "“人员”第 1 项", "Entry 1 of “people”"),
            ("/a~1b~01", "“a/b~1”", "“a/b~1”"),
            ("/7", "“7”", "“7”"),
        ] {
            assert_eq!((place(path, Locale::ZhCn).as_str(), place(path, Locale::En).as_str()), (zh, en));
        }
    }
}
