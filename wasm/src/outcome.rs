//! The two shapes of a result.

use gongwei::{CheckError, EditError, Locale};
use serde::Serialize;

/// A report, as JSON text already.
pub(crate) fn accepted(report: &str) -> String {
    ["{\"ok\":true,\"report\":", report, "}"].concat()
}

/// Faults, as a JSON list already.
pub(crate) fn refused(faults: &str) -> String {
    ["{\"ok\":false,\"faults\":", faults, "}"].concat()
}

/// Faults of a rulebook and of its calendar, each as a JSON list already.
pub(crate) fn unread(rulebook: Option<&str>, calendar: Option<&str>) -> String {
    let faults = rulebook.unwrap_or("[]");
    calendar.map_or_else(
        || refused(faults),
        |calendar| ["{\"ok\":false,\"faults\":", faults, ",\"calendar\":", calendar, "}"].concat(),
    )
}

/// A fault of the call itself. Its place is not one in the record, but for edits.
#[derive(Serialize)]
struct CallFault<'a> {
    code: &'a str,
    path: &'a str,
    /// The option that cannot be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'a str>,
    message: &'a str,
}

impl CallFault<'_> {
    fn to_json(&self) -> String {
        // Texts can always be written.
        refused(&serde_json::to_string(&[self]).unwrap_or_default())
    }
}

/// An option of the call that cannot be used. Its path is empty, for it is no place in the record.
#[derive(Clone, Copy)]
pub(crate) enum OptionFault {
    Rulebook,
    Extends,
    On,
    Since,
    Locale,
    Verdicts,
}

impl OptionFault {
    const fn code(self) -> &'static str {
        match self {
            Self::Rulebook | Self::Extends => "unknown-rulebook",
            Self::On | Self::Since => "not-a-day",
            Self::Locale => "unknown-locale",
            Self::Verdicts => "unknown-verdict",
        }
    }

    /// The option's name.
    const fn name(self) -> &'static str {
        match self {
            Self::Rulebook => "rulebook",
            Self::Extends => "extends",
            Self::On => "on",
            Self::Since => "since",
            Self::Locale => "locale",
            Self::Verdicts => "verdicts",
        }
    }

    const fn message(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Rulebook, Locale::ZhCn) => "没有这个内置规则集；自己的规则集请先用 loadRulebook 读入。",
            (Self::Rulebook, Locale::En) => {
                "There is no such built-in rulebook; one of your own must be read by loadRulebook first."
            }
            (Self::Extends, Locale::ZhCn) => {
                "extends 应列出所依据的规则集：内置规则集的编号，或用 loadRulebook 读入的规则集。"
            }
            (Self::Extends, Locale::En) => {
                "extends must list the rulebooks that are extended: ids of built-in ones, or ones that loadRulebook has read."
            }
            (Self::On, Locale::ZhCn) => "评估日应为1900年至2199年间的日期，写作 YYYY-MM-DD。",
            (Self::On, Locale::En) => "The day of evaluation must be a day from 1900 to 2199, written YYYY-MM-DD.",
            (Self::Since, Locale::ZhCn) => "起始日应为1900年至2199年间的日期，写作 YYYY-MM-DD。",
            (Self::Since, Locale::En) => "The first day to judge must be a day from 1900 to 2199, written YYYY-MM-DD.",
            (Self::Locale, Locale::ZhCn) => "语言只能是 zh-CN 或 en。",
            (Self::Locale, Locale::En) => "The locale must be zh-CN or en.",
            (Self::Verdicts, Locale::ZhCn) => {
                "结论只能是 met、broken、unknown、pending 或 not-applicable，列成一个数组。"
            }
            (Self::Verdicts, Locale::En) => {
                "The verdicts must be a list of met, broken, unknown, pending and not-applicable."
            }
        }
    }

    pub(crate) fn to_json(self, locale: Locale) -> String {
        CallFault { code: self.code(), path: "", option: Some(self.name()), message: self.message(locale) }.to_json()
    }
}

/// Why an edit cannot be made.
pub(crate) fn edit_error(error: &EditError, locale: Locale) -> String {
    CallFault { code: error.code(), path: error.path(), option: None, message: &error.message(locale) }.to_json()
}

/// A session that is not open, or not any more.
pub(crate) fn closed(locale: Locale) -> String {
    let message = match locale {
        Locale::ZhCn => "这份记录已经关闭，请重新打开。",
        Locale::En => "This record was closed: please open it again.",
    };
    CallFault { code: "session-closed", path: "", option: None, message }.to_json()
}

/// An edit of no known kind: only a caller that does not use the package can send one.
pub(crate) fn unknown_edit() -> String {
    let message = "只能 set、insert、remove 或 move。 An edit must be set, insert, remove or move.";
    CallFault { code: "unknown-edit", path: "", option: None, message }.to_json()
}

/// Why the engine cannot judge the record at all.
pub(crate) fn error(error: &CheckError, locale: Locale) -> String {
    CallFault { code: error.code(), path: error.path(), option: None, message: &error.message(locale) }.to_json()
}
