//! What a fault can be.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use crate::shape::word;

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
            pub(super) fn data(&self) -> Vec<(&'static str, Datum<'_>)> {
                match self {
                    $(Self::$variant $({ $($field),* })? => alloc::vec![$($((stringify!($field), Datum::from($field))),*)?],)*
                }
            }

            /// Its usual texts: Chinese and English.
            pub(super) const fn usual_texts(&self) -> (&'static str, &'static str) {
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
    "{place}应为日期，现为“{found}”，请按“年-月-日”填写，例如 2026-03-12。",
    "{place} must be a day, but is “{found}”: please write YYYY-MM-DD, such as 2026-03-12.";

    /// The text is no day and no month from 1900 to 2199, written `YYYY-MM-DD` or `YYYY-MM`.
    NotADayOrMonth = "not-a-day-or-month" {
        /// The text.
        found: Box<str>,
    }
    "{place}应为日期或月份，现为“{found}”，请按“年-月-日”或“年-月”填写，例如 1970-05-31 或 1970-05。",
    "{place} must be a day or a month, but is “{found}”: please write YYYY-MM-DD or YYYY-MM, such as 1970-05-31 or 1970-05.";

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

    /// The calendar is written in a schema newer than this engine. Nothing else is said of it.
    CalendarNewerThanEngine = "calendar-newer-than-engine" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "日历的格式“{found}”比本程序新，本程序最高支持 {newest}，请升级程序后再打开。",
    "The calendar's format “{found}” is newer than this program, which reads up to {newest}: please update the program.";

    /// The schema is not that of a calendar.
    NotACalendar = "not-a-calendar" {
        /// Its schema.
        found: Box<str>,
        /// The newest that this engine reads.
        newest: &'static str,
    }
    "{place}现为“{found}”，不是日历的格式，请填写 {newest}。",
    "{place} is “{found}”, which is not the format of a calendar: please write {newest}.";

    /// A span ends before it begins.
    DaysCrossed = "days-crossed" {
        /// Its first day.
        from: Box<str>,
        /// Its last day.
        through: Box<str>,
    }
    "{place}为 {through}，早于开始日期 {from}，请改正。",
    "{place} is {through}, before the first day {from}: please correct them.";

    /// A day of a calendar lies outside the span that it covers.
    DayOutsideSpan = "day-outside-span" {
        /// The day.
        found: Box<str>,
        /// The first day of the span.
        from: Box<str>,
        /// Its last day.
        through: Box<str>,
    }
    "{place}为 {found}，不在日历的起止日期（{from} 至 {through}）之内，请改正日期或起止日期。",
    "{place} is {found}, outside the days {from} to {through} that the calendar covers: please correct either.";

    /// A day is both a holiday and a make-up day.
    DayOffAndOn = "day-off-and-on" {
        /// The day.
        found: Box<str>,
    }
    "{place}为 {found}，这一天同时列为放假日，请只保留一处。",
    "{place} is {found}, which is among the holidays too: please keep only one.";

    /// A make-up day is no Saturday or Sunday.
    NotAWeekend = "not-a-weekend" {
        /// The day.
        found: Box<str>,
    }
    "{place}为 {found}，不是周六或周日，本来就上班，请删去或改正。",
    "{place} is {found}, neither a Saturday nor a Sunday and a working day anyway: please remove or correct it.";

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
        /// The name in it that was probably meant.
        nearest: Option<Box<str>>,
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

    /// A rulebook extends another that was not handed in and is not built in.
    MissingBase = "missing-base" {
        /// The id of the other.
        found: Box<str>,
    }
    "找不到所依据的上层规则集“{found}”：它不是内置的，也没有一并提供，请一并提供，或改正编号。",
    "The rulebook extends “{found}”, which is not built in and was not handed in: please hand it in, or correct the id.";

    /// A rulebook extends one edition, or one text, of another, and there is another one.
    AnotherEdition = "another-edition" {
        /// The edition or fingerprint that is there.
        found: Box<str>,
        /// The one that is extended.
        wanted: Box<str>,
    }
    "所依据的上层规则集应为“{wanted}”，提供的是“{found}”，请提供相符的版本，或核对后改正。",
    "The rulebook extends “{wanted}”, but what is there is “{found}”: please hand in that one, or compare them and correct it.";

    /// A rulebook extends itself, by way of others or not.
    CircularExtension = "circular-extension" {
        /// The rulebook by way of which it does.
        found: Box<str>,
    }
    "上层规则集“{found}”又以本规则集为依据，形成循环，请改正。",
    "The rulebook extends “{found}”, which extends it in turn: please correct one of them.";

    /// A rulebook defines what one that it extends defines.
    DefinedAbove = "defined-above" {
        /// The name.
        found: Box<str>,
    }
    "“{found}”在上层规则集中已有定义，请改用别的名称；要改动上层的条款，请写在 amendments 中。",
    "“{found}” is defined by a rulebook that this one extends: please choose another name; norms are changed under amendments.";

    /// A norm is changed or ended on a day on which it is not in force.
    NotInForce = "not-in-force" {
        /// The norm.
        norm: Box<str>,
    }
    "条款“{norm}”到这一天还没有施行，或者已经失效，请核对日期。",
    "The norm “{norm}” is not in force on that day, not yet or no longer: please check the days.";

    /// Something holds until before it holds.
    FromAfterTo = "from-after-to" {
        /// The first day.
        from: Box<str>,
        /// The last day.
        to: Box<str>,
    }
    "{place}为 {to}，早于施行日期 {from}，请改正。",
    "{place} is {to}, which is before the first day {from}: please correct them.";

    /// Two amendments of one norm hold on the same days.
    EditionsOverlap = "editions-overlap" {
        /// The norm.
        norm: Box<str>,
        /// The path of the other.
        first: Box<str>,
    }
    "对条款“{norm}”的这次改动与 {first} 处的改动在日期上重叠，请改正起止日期。",
    "This amendment of the norm “{norm}” holds on days on which that at {first} does: please correct their days.";

    /// Between two amendments of one norm there are days on which neither holds.
    EditionsGap = "editions-gap" {
        /// The norm.
        norm: Box<str>,
        /// The last day of the first.
        to: Box<str>,
        /// The first day of the second.
        from: Box<str>,
    }
    "对条款“{norm}”的前一次改动到 {to} 为止，这次改动从 {from} 起，中间有空档，请改正起止日期。",
    "An amendment of the norm “{norm}” ends on {to} and the next one begins on {from}: please leave no days between them.";

    /// A layer asks for less than a must above it and names nothing that allows it.
    WeakensWithoutAuthority = "weakens-without-authority" {
        /// The norm.
        norm: Box<str>,
        /// The field by which it does.
        part: &'static str,
    }
    "{place}放宽了上层的强制条款“{norm}”，或者无法比较宽严，请改正，或在 authority 中写明允许放宽的文件和条目。",
    "{place} asks for less than the must “{norm}” above, or cannot be compared with it: please correct it, or cite under authority what allows it.";

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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A piece of a fault's data.
pub(super) enum Datum<'a> {
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
    Option<Box<str>>: text => text.as_deref().map_or(Self::Nothing, Self::Text);
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
