//! What people read of a fault: plain Chinese, or English that says the same.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::Write;

use super::problem::Datum;
use super::{Fault, JsonKind, Problem, Unit, excerpt};
use crate::calendar::YEARS;
use crate::locale::Locale;
use crate::path::{labels, labels_in};

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
    let above = before.rsplit_once('/');
    let list = above.map(|(_, list)| unescaped(list));
    let entry = last.parse::<usize>().ok().map(|index| index.saturating_add(1));
    match (list, entry) {
        (Some(list), Some(entry)) => {
            let list = label(&list, locale);
            match locale {
                Locale::ZhCn => format!("“{list}”第 {entry} 项"),
                Locale::En => format!("Entry {entry} of “{list}”"),
            }
        }
        _ => {
            let list = above.and_then(|(list, _)| list.rsplit('/').next()).unwrap_or_default();
            let last = unescaped(last);
            format!("“{}”", labels_in(list, &last).map_or(&*last, |(zh, en)| locale.pick(zh, en)))
        }
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
            Self::UnknownName { nearest: Some(_), .. } => (
                "{place}所用的名称“{found}”在 {table} 中没有定义，是否应为“{nearest}”？请改正。",
                "{place} uses the name “{found}”, which {table} does not define: did you mean “{nearest}”?",
            ),
            Self::NotADay { found } if looks_like_a_day(found) && is_far_off(found) => (
                "日期 {found} 超出范围，请填写 1900 年至 2199 年的日期。",
                "The day {found} is too far off: please give a day from 1900 to 2199.",
            ),
            Self::NotADay { found } if looks_like_a_day(found) => (
                "日期 {found} 不存在，请按“年-月-日”填写实际日期。",
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

#[cfg(test)]
mod tests {
    use super::*;

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
