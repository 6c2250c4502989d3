//! The two shapes of a result.

use gongwei::{Error, Locale};
use serde_json::json;

/// A report, as JSON text already.
pub(crate) fn accepted(report: &str) -> String {
    ["{\"ok\":true,\"report\":", report, "}"].concat()
}

/// Faults, as a JSON list already.
pub(crate) fn refused(faults: &str) -> String {
    ["{\"ok\":false,\"faults\":", faults, "}"].concat()
}

/// An option of the call that cannot be used. Its path is empty, for it is no place in the record.
#[derive(Clone, Copy)]
pub(crate) enum OptionFault {
    Rulebook,
    On,
    Locale,
}

impl OptionFault {
    pub(crate) fn to_json(self, locale: Locale) -> String {
        let (code, option, zh, en) = match self {
            Self::Rulebook => {
                ("unknown-rulebook", "rulebook", "没有这个内置规则集", "there is no such built-in rulebook")
            }
            Self::On => (
                "not-a-day",
                "on",
                "评估日应为 YYYY-MM-DD 形式的日期",
                "the day of evaluation must be a day as YYYY-MM-DD",
            ),
            Self::Locale => ("unknown-locale", "locale", "语言只能是 zh-CN 或 en", "the locale must be zh-CN or en"),
        };
        let message = match locale {
            Locale::ZhCn => zh,
            Locale::En => en,
        };
        refused(&json!([{ "code": code, "path": "", "option": option, "message": message }]).to_string())
    }
}

/// What the engine could not judge.
pub(crate) fn error(_error: &Error, _locale: Locale) -> String {
    refused("[]")
}
