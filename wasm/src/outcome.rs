//! The two shapes of a result.

use gongwei::{CheckError, EditError, Locale};
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
    Since,
    Locale,
}

impl OptionFault {
    const fn code(self) -> &'static str {
        match self {
            Self::Rulebook => "unknown-rulebook",
            Self::On | Self::Since => "not-a-day",
            Self::Locale => "unknown-locale",
        }
    }

    /// The option's name.
    const fn name(self) -> &'static str {
        match self {
            Self::Rulebook => "rulebook",
            Self::On => "on",
            Self::Since => "since",
            Self::Locale => "locale",
        }
    }

    const fn message(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Rulebook, Locale::ZhCn) => "没有这个内置规则集。",
            (Self::Rulebook, Locale::En) => "There is no such built-in rulebook.",
            (Self::On, Locale::ZhCn) => "评估日应为1900年至2199年间的日期，写作 YYYY-MM-DD。",
            (Self::On, Locale::En) => "The day of evaluation must be a day from 1900 to 2199, written YYYY-MM-DD.",
            (Self::Since, Locale::ZhCn) => "起始日应为1900年至2199年间的日期，写作 YYYY-MM-DD。",
            (Self::Since, Locale::En) => "The first day to judge must be a day from 1900 to 2199, written YYYY-MM-DD.",
            (Self::Locale, Locale::ZhCn) => "语言只能是 zh-CN 或 en。",
            (Self::Locale, Locale::En) => "The locale must be zh-CN or en.",
        }
    }

    pub(crate) fn to_json(self, locale: Locale) -> String {
        let fault = json!({
            "code": self.code(),
            "path": "",
            "option": self.name(),
            "message": self.message(locale),
        });
        refused(&json!([fault]).to_string())
    }
}

/// Why an edit cannot be made.
pub(crate) fn edit_error(error: &EditError, locale: Locale) -> String {
    refused(&json!([{ "code": error.code(), "path": error.path(), "message": error.message(locale) }]).to_string())
}

/// A session that is not open, or not any more.
pub(crate) fn closed(locale: Locale) -> String {
    let message = match locale {
        Locale::ZhCn => "这份记录已经关闭，请重新打开。",
        Locale::En => "This record was closed: please open it again.",
    };
    refused(&json!([{ "code": "session-closed", "path": "", "message": message }]).to_string())
}

/// An edit of no known kind: only a caller that does not use the package can send one.
pub(crate) fn unknown_edit() -> String {
    let message = "只能 set、insert、remove 或 move。 An edit must be set, insert, remove or move.";
    refused(&json!([{ "code": "unknown-edit", "path": "", "message": message }]).to_string())
}

/// Why the engine cannot judge the record at all.
pub(crate) fn error(error: &CheckError, locale: Locale) -> String {
    refused(&json!([{ "code": error.code(), "path": error.path(), "message": error.message(locale) }]).to_string())
}
