//! What is wrong with a document that cannot be read: every fault, each with its place.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::YEARS;
use crate::locale::Locale;
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

/// What a fault is, with its data. The code of each is its name in kebab-case, and never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The text is no JSON from here on. What was found before it is listed too.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// There is no such field. A name too long for a path has the path of its object.
    UnknownField {
        /// The name of the field.
        found: Box<str>,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A required field is not there. The path is the one it would have.
    MissingField,
    /// The field stands twice in one object.
    DuplicateField,
    /// The value is of another kind.
    WrongType {
        /// What must stand there.
        expected: JsonKind,
        /// What stands there.
        found: JsonKind,
    },
    /// The field may be left out, but not `null`.
    NullNotAllowed,
    /// The text is no day from 1900 to 2199, written `YYYY-MM-DD`.
    NotADay {
        /// The text.
        found: Box<str>,
    },
    /// The text is no day of the year such as `+1-03-31`.
    NotAYearDay {
        /// The text.
        found: Box<str>,
    },
    /// The text is no share such as `1/3`.
    NotAShare {
        /// The text.
        found: Box<str>,
    },
    /// The word is not one of the list.
    UnknownWord {
        /// The word.
        found: Box<str>,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
        /// The list.
        allowed: Vec<&'static str>,
    },
    /// The number lies outside its bounds.
    OutOfRange {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
        /// The number.
        found: serde_json::Number,
    },
    /// The text or the list is too long.
    TooLong {
        /// What is counted.
        unit: Unit,
        /// At most so many.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// The text or the list is too short.
    TooShort {
        /// What is counted.
        unit: Unit,
        /// At least so many.
        min: usize,
        /// How many there are.
        found: usize,
    },
    /// The document is too large to be read at all.
    TooLarge {
        /// At most so many bytes.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// Objects and lists stand too deep inside each other.
    TooDeep {
        /// At most so deep.
        max: usize,
    },
    /// Two entries of one list have the same id.
    DuplicateId {
        /// The id.
        id: Box<str>,
        /// The path of the id that has it first.
        first: Box<str>,
    },
    /// A reference leads to no entry.
    DanglingReference {
        /// The id that is referred to.
        id: Box<str>,
        /// The list that has no such entry.
        list: &'static str,
    },
    /// The record is written in a schema newer than this engine. Nothing else is said of it.
    RecordNewerThanEngine {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    },
    /// The schema is not that of a record.
    NotARecord {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    },
    /// The rulebook is written in a schema newer than this engine. Nothing else is said of it.
    RulebookNewerThanEngine {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    },
    /// The schema is not that of a rulebook.
    NotARulebook {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    },
    /// An object with exactly one of some keys has none or several.
    OneKeyExpected {
        /// How many it has.
        found: usize,
        /// The keys it may have.
        allowed: Vec<&'static str>,
    },
    /// A rulebook uses a name that it does not define.
    UnknownName {
        /// The name.
        found: Box<str>,
        /// The table that has no such name.
        table: &'static str,
    },
    /// A group of a rulebook is defined by itself.
    CircularDefinition {
        /// Its name.
        found: Box<str>,
    },
    /// A part of a norm cannot judge what the norm judges.
    DoesNotFit {
        /// The part.
        found: &'static str,
        /// What the norm judges, or how binding it is.
        scope: &'static str,
    },
    /// The least is more than the most.
    BoundsCrossed {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// There are more faults than are listed. It is the last of them, and has the path of the whole document.
    TooManyFaults {
        /// How many are listed before it.
        listed: usize,
        /// How many more there are.
        more: usize,
    },
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

    fn entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("path", self.path())?;
        self.problem.entries(map)
    }
}

impl Problem {
    /// The word for it. It never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::UnknownField { .. } => "unknown-field",
            Self::MissingField => "missing-field",
            Self::DuplicateField => "duplicate-field",
            Self::WrongType { .. } => "wrong-type",
            Self::NullNotAllowed => "null-not-allowed",
            Self::NotADay { .. } => "not-a-day",
            Self::NotAYearDay { .. } => "not-a-year-day",
            Self::NotAShare { .. } => "not-a-share",
            Self::UnknownWord { .. } => "unknown-word",
            Self::OutOfRange { .. } => "out-of-range",
            Self::TooLong { .. } => "too-long",
            Self::TooShort { .. } => "too-short",
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::DanglingReference { .. } => "dangling-reference",
            Self::RecordNewerThanEngine { .. } => "record-newer-than-engine",
            Self::NotARecord { .. } => "not-a-record",
            Self::RulebookNewerThanEngine { .. } => "rulebook-newer-than-engine",
            Self::NotARulebook { .. } => "not-a-rulebook",
            Self::OneKeyExpected { .. } => "one-key-expected",
            Self::UnknownName { .. } => "unknown-name",
            Self::CircularDefinition { .. } => "circular-definition",
            Self::DoesNotFit { .. } => "does-not-fit",
            Self::BoundsCrossed { .. } => "bounds-crossed",
            Self::TooManyFaults { .. } => "too-many-faults",
        }
    }

    fn entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::MissingField | Self::DuplicateField | Self::NullNotAllowed => {}
            Self::Syntax { line, column } => {
                map.serialize_entry("line", line)?;
                map.serialize_entry("column", column)?;
            }
            Self::UnknownField { found, nearest } => {
                map.serialize_entry("found", found)?;
                if let Some(nearest) = nearest {
                    map.serialize_entry("nearest", nearest)?;
                }
            }
            Self::WrongType { expected, found } => {
                map.serialize_entry("expected", expected)?;
                map.serialize_entry("found", found)?;
            }
            Self::NotADay { found } | Self::NotAYearDay { found } | Self::NotAShare { found } => {
                map.serialize_entry("found", found)?;
            }
            Self::UnknownWord { found, nearest, allowed } => {
                map.serialize_entry("found", found)?;
                if let Some(nearest) = nearest {
                    map.serialize_entry("nearest", nearest)?;
                }
                map.serialize_entry("allowed", allowed)?;
            }
            Self::OutOfRange { min, max, found } => {
                map.serialize_entry("min", min)?;
                map.serialize_entry("max", max)?;
                map.serialize_entry("found", found)?;
            }
            Self::TooLong { unit, max, found } => {
                map.serialize_entry("unit", unit)?;
                map.serialize_entry("max", max)?;
                map.serialize_entry("found", found)?;
            }
            Self::TooShort { unit, min, found } => {
                map.serialize_entry("unit", unit)?;
                map.serialize_entry("min", min)?;
                map.serialize_entry("found", found)?;
            }
            Self::TooLarge { max, found } => {
                map.serialize_entry("max", max)?;
                map.serialize_entry("found", found)?;
            }
            Self::TooDeep { max } => map.serialize_entry("max", max)?,
            Self::DuplicateId { id, first } => {
                map.serialize_entry("id", id)?;
                map.serialize_entry("first", first)?;
            }
            Self::DanglingReference { id, list } => {
                map.serialize_entry("id", id)?;
                map.serialize_entry("list", list)?;
            }
            Self::RecordNewerThanEngine { found, newest }
            | Self::NotARecord { found, newest }
            | Self::RulebookNewerThanEngine { found, newest }
            | Self::NotARulebook { found, newest } => {
                map.serialize_entry("found", found)?;
                map.serialize_entry("newest", newest)?;
            }
            Self::OneKeyExpected { found, allowed } => {
                map.serialize_entry("found", found)?;
                map.serialize_entry("allowed", allowed)?;
            }
            Self::UnknownName { found, table } => {
                map.serialize_entry("found", found)?;
                map.serialize_entry("table", table)?;
            }
            Self::CircularDefinition { found } => map.serialize_entry("found", found)?,
            Self::DoesNotFit { found, scope } => {
                map.serialize_entry("found", found)?;
                map.serialize_entry("scope", scope)?;
            }
            Self::BoundsCrossed { min, max } => {
                map.serialize_entry("min", min)?;
                map.serialize_entry("max", max)?;
            }
            Self::TooManyFaults { listed, more } => {
                map.serialize_entry("listed", listed)?;
                map.serialize_entry("more", more)?;
            }
        }
        Ok(())
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.entries(&mut map)?;
        map.end()
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
        self.faults.entries(&mut map)?;
        if let Some(locale) = self.locale {
            map.serialize_entry("message", &self.faults.message(locale))?;
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
        let (zh, en) = match self {
            Self::String => ("文字", "a text"),
            Self::Integer => ("整数", "a whole number"),
            Self::Number => ("小数", "a number with decimals"),
            Self::Boolean => (" true 或 false", "true or false"),
            Self::Null => ("空值 null", "null"),
            Self::Array => ("列表", "a list"),
            Self::Object => ("一组字段", "a group of fields"),
        };
        match locale {
            Locale::ZhCn => zh,
            Locale::En => en,
        }
    }
}

impl Unit {
    const fn told(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Characters, Locale::ZhCn) => "个字",
            (Self::Entries, Locale::ZhCn) => "项",
            (Self::Characters, Locale::En) => "characters",
            (Self::Entries, Locale::En) => "entries",
        }
    }
}

/// What people call the place that a path leads to.
fn place(path: &str, locale: Locale) -> String {
    let plain = |segment: &str| -> String {
        let name: Cow<'_, str> =
            if segment.contains('~') { segment.replace("~1", "/").replace("~0", "~").into() } else { segment.into() };
        excerpt(&name).into()
    };
    let Some((before, last)) = path.rsplit_once('/') else {
        return match locale {
            Locale::ZhCn => "全文",
            Locale::En => "The document",
        }
        .into();
    };
    let list = before.rsplit_once('/').map(|(_, list)| plain(list));
    let entry = last.parse::<usize>().ok().map(|index| index.saturating_add(1));
    match (list, entry, locale) {
        (Some(list), Some(entry), Locale::ZhCn) => format!("“{list}”第 {entry} 项"),
        (Some(list), Some(entry), Locale::En) => format!("Entry {entry} of “{list}”"),
        _ => format!("“{}”", plain(last)),
    }
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
        let place = place(&self.path, locale);
        match locale {
            Locale::ZhCn => self.problem.zh(&place),
            Locale::En => self.problem.en(&place),
        }
    }
}

impl Problem {
    fn zh(&self, place: &str) -> String {
        const ZH: Locale = Locale::ZhCn;
        match self {
            Self::Syntax { line, column } => {
                format!("第 {line} 行第 {column} 个字符处不符合 JSON 格式，请检查引号、逗号和括号。")
            }
            Self::UnknownField { found, nearest: Some(nearest) } => {
                format!("没有“{found}”这个字段，是否应为“{nearest}”？请改正。")
            }
            Self::UnknownField { found, nearest: None } => format!("没有“{found}”这个字段，请删去。"),
            Self::MissingField => format!("{place}必须填写，请补上。"),
            Self::DuplicateField => format!("{place}写了不止一次，请只保留一处。"),
            Self::WrongType { expected, found } => {
                format!("{place}应为{}，现为{}，请改正。", expected.told(ZH), found.told(ZH))
            }
            Self::NullNotAllowed => format!("{place}不能写 null，请填写内容；不清楚的，请删去该字段。"),
            Self::NotADay { found } if !looks_like_a_day(found) => {
                format!("{place}应为日期，现为“{found}”，请按 YYYY-MM-DD 填写，例如 2026-03-12。")
            }
            Self::NotADay { found } if is_far_off(found) => {
                format!("日期 {found} 超出范围，请填写 {} 年至 {} 年的日期。", YEARS.start(), YEARS.end())
            }
            Self::NotADay { found } => format!("日期 {found} 不存在，请按 YYYY-MM-DD 填写实际日期。"),
            Self::NotAYearDay { found } => {
                format!("{place}应为每年的某一天，现为“{found}”，请按 +1-03-31（次年3月31日）的样式填写。")
            }
            Self::NotAShare { found } => {
                format!("{place}应为占比，现为“{found}”，请按 1/3 的样式填写，分母为 1 至 1000，分子不大于分母。")
            }
            Self::UnknownWord { found, nearest: Some(nearest), .. } => {
                format!("{place}不能填“{found}”，是否应为 {nearest}？请改正。")
            }
            Self::UnknownWord { found, nearest: None, allowed } => {
                format!("{place}不能填“{found}”，请从中选填：{}。", allowed.join("、"))
            }
            Self::OutOfRange { min, max, found } => {
                format!("{place}应为 {min} 至 {max} 的整数，现为 {found}，请改正。")
            }
            Self::TooLong { unit, max, found } => {
                let unit = unit.told(ZH);
                format!("{place}最多 {max} {unit}，现有 {found} {unit}，请减少。")
            }
            Self::TooShort { unit, min, found } => {
                let unit = unit.told(ZH);
                format!("{place}至少 {min} {unit}，现有 {found} {unit}，请补充。")
            }
            Self::TooLarge { max, found } => {
                format!("文件最大 {max} 字节，现有 {found} 字节，请删减后再打开。")
            }
            Self::TooDeep { max } => format!("{place}层层嵌套超过 {max} 层，请简化。"),
            Self::DuplicateId { id, first } => format!("编号“{id}”与 {first} 处重复，请改用不同的编号。"),
            Self::DanglingReference { id, list } => {
                format!("{place}所填编号“{id}”在 {list} 中找不到，请改正编号，或者先补上这一项。")
            }
            Self::RecordNewerThanEngine { found, newest } => {
                format!("记录的格式“{found}”比本程序新，本程序最高支持 {newest}，请升级程序后再打开。")
            }
            Self::NotARecord { found, newest } => {
                format!("{place}现为“{found}”，不是委员会记录的格式，请填写 {newest}。")
            }
            Self::RulebookNewerThanEngine { found, newest } => {
                format!("规则集的格式“{found}”比本程序新，本程序最高支持 {newest}，请升级程序后再打开。")
            }
            Self::NotARulebook { found, newest } => {
                format!("{place}现为“{found}”，不是规则集的格式，请填写 {newest}。")
            }
            Self::OneKeyExpected { found, allowed } => {
                format!("{place}应当只填一项，现有 {found} 项，请从中选填一项：{}。", allowed.join("、"))
            }
            Self::UnknownName { found, table } => {
                format!("{place}所用的名称“{found}”在 {table} 中没有定义，请改正名称，或者先补上定义。")
            }
            Self::CircularDefinition { found } => format!("“{found}”的定义又用到了自身，请改正。"),
            Self::DoesNotFit { found, scope } => format!("{place}用了 {found}，与 {scope} 不配，请改用合适的写法。"),
            Self::BoundsCrossed { min, max } => format!("{place}的下限 {min} 大于上限 {max}，请改正。"),
            Self::TooManyFaults { listed, more } => {
                format!("问题较多，只列出 {listed} 处，另有 {more} 处未列出，请改正后再检查。")
            }
        }
    }

    fn en(&self, place: &str) -> String {
        const EN: Locale = Locale::En;
        match self {
            Self::Syntax { line, column } => format!(
                "The text is not JSON at line {line}, character {column}: check quotation marks, commas and brackets."
            ),
            Self::UnknownField { found, nearest: Some(nearest) } => {
                format!("There is no field “{found}” here: did you mean “{nearest}”?")
            }
            Self::UnknownField { found, nearest: None } => {
                format!("There is no field “{found}” here: please remove it.")
            }
            Self::MissingField => format!("{place} is required: please add it."),
            Self::DuplicateField => format!("{place} is given more than once: please keep only one."),
            Self::WrongType { expected, found } => {
                format!("{place} must be {}, but is {}: please correct it.", expected.told(EN), found.told(EN))
            }
            Self::NullNotAllowed => {
                format!("{place} cannot be null: please fill it in, or leave it out if it is not known.")
            }
            Self::NotADay { found } if !looks_like_a_day(found) => {
                format!("{place} must be a day, but is “{found}”: please write YYYY-MM-DD, such as 2026-03-12.")
            }
            Self::NotADay { found } if is_far_off(found) => {
                format!("The day {found} is too far off: please give a day from {} to {}.", YEARS.start(), YEARS.end())
            }
            Self::NotADay { found } => {
                format!("The day {found} does not exist: please give a real day as YYYY-MM-DD.")
            }
            Self::NotAYearDay { found } => format!(
                "{place} must be a day of the year, but is “{found}”: please write it like +1-03-31 (31 March of the next year)."
            ),
            Self::NotAShare { found } => format!(
                "{place} must be a share, but is “{found}”: please write it like 1/3, with a denominator from 1 to 1000 and a numerator no larger."
            ),
            Self::UnknownWord { found, nearest: Some(nearest), .. } => {
                format!("{place} cannot be “{found}”: did you mean {nearest}?")
            }
            Self::UnknownWord { found, nearest: None, allowed } => {
                format!("{place} cannot be “{found}”: please choose one of {}.", allowed.join(", "))
            }
            Self::OutOfRange { min, max, found } => {
                format!("{place} must be a whole number from {min} to {max}, but is {found}: please correct it.")
            }
            Self::TooLong { unit, max, found } => {
                format!("{place} may have at most {max} {}, but has {found}: please shorten it.", unit.told(EN))
            }
            Self::TooShort { unit, min, found } => {
                let unit = unit.told(EN);
                format!("{place} must have at least {min} {unit}, but has {found}: please fill it in.")
            }
            Self::TooLarge { max, found } => {
                format!("The file may have at most {max} bytes, but has {found}: please shorten it and open it again.")
            }
            Self::TooDeep { max } => {
                format!("{place} is nested deeper than {max} levels: please simplify it.")
            }
            Self::DuplicateId { id, first } => {
                format!("The id “{id}” is already used at {first}: please choose another.")
            }
            Self::DanglingReference { id, list } => format!(
                "{place} refers to “{id}”, which is not among {list}: please correct the id, or add that entry first."
            ),
            Self::RecordNewerThanEngine { found, newest } => format!(
                "The record's format “{found}” is newer than this program, which reads up to {newest}: please update the program."
            ),
            Self::NotARecord { found, newest } => {
                format!("{place} is “{found}”, which is not the format of a record: please write {newest}.")
            }
            Self::RulebookNewerThanEngine { found, newest } => format!(
                "The rulebook's format “{found}” is newer than this program, which reads up to {newest}: please update the program."
            ),
            Self::NotARulebook { found, newest } => {
                format!("{place} is “{found}”, which is not the format of a rulebook: please write {newest}.")
            }
            Self::OneKeyExpected { found, allowed } => {
                format!("{place} must have exactly one of these, but has {found}: {}.", allowed.join(", "))
            }
            Self::UnknownName { found, table } => {
                format!(
                    "{place} uses the name “{found}”, which {table} does not define: please correct it or define it."
                )
            }
            Self::CircularDefinition { found } => {
                format!("“{found}” is defined by itself: please correct the definition.")
            }
            Self::DoesNotFit { found, scope } => {
                format!("{place} uses {found}, which does not fit {scope}: please use one that does.")
            }
            Self::BoundsCrossed { min, max } => {
                format!("{place} has a least of {min} and a most of {max}: please correct them.")
            }
            Self::TooManyFaults { listed, more } => format!(
                "There are many faults: {listed} are listed and {more} are not. Please correct these and check again."
            ),
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
pub(crate) fn nearest(found: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
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
        assert_eq!(nearest("secretery", words()), Some("secretary"));
        assert_eq!(nearest("Member", words()), Some("member"));
        assert_eq!(nearest("chair", words()), None);
        assert_eq!(nearest("", words()), None);
        assert_eq!(nearest("副书记", words()), None);
        assert_eq!(nearest("m", ["to", "on"].into_iter()), None);
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
            ("/committee/kind", "“kind”", "“kind”"),
            ("/people/0", "“people”第 1 项", "Entry 1 of “people”"),
            ("/a~1b~01", "“a/b~1”", "“a/b~1”"),
            ("/7", "“7”", "“7”"),
        ] {
            assert_eq!((place(path, Locale::ZhCn).as_str(), place(path, Locale::En).as_str()), (zh, en));
        }
    }
}
