//! What the types are called in TypeScript, where that is not what they are called in Rust.

/// By document and name in its schema. One file holds the types of all documents, beside the names that
/// TypeScript and browsers have already: `Record`, `Event`, `Notification`.
const RENAMED: &[(&str, &str, &str)] = &[
    ("record", "Record", "CommitteeRecord"),
    ("record", "Outcome", "ObjectionOutcome"),
    ("record", "Report", "ReportBack"),
    ("rulebook", "Document", "Rulebook"),
    ("rulebook", "Clause", "NormClause"),
    ("rulebook", "Event", "RecordEvent"),
    ("rulebook", "Notification", "MeetingNotification"),
    ("rulebook", "Range", "CountRange"),
    ("report", "Rulebook", "RulebookName"),
    ("report", "Verdict", "Judgement"),
    ("report", "Outcome", "Verdict"),
    ("report", "Incoherence", "Contradiction"),
    ("report", "Contradiction", "ContradictionCode"),
    ("report", "Reason", "MessageKey"),
];

/// The name of a type of a document.
pub(super) fn renamed<'a>(document: &str, name: &'a str) -> &'a str {
    RENAMED.iter().find(|(of, old, _)| (*of, *old) == (document, name)).map_or(name, |(.., new)| new)
}

/// Types that depend on which rulebook was judged by, `By`: one that is built in, unless said otherwise.
pub(super) const JUDGED: &[&str] = &["Report", "RulebookName", "Judgement"];

/// Fields that hold ids of a rulebook. A report has those of the rulebook that was judged by; a record or a rulebook may
/// come from elsewhere.
pub(super) const IDS: &[(&str, &str)] = &[
    ("CommitteeRecord.rulebook", "RulebookId | (string & {})"),
    ("Committee.kind", "CommitteeKindId | (string & {})"),
    ("Rulebook.id", "RulebookId | (string & {})"),
    ("Norm.id", "NormId | (string & {})"),
    ("Norm.appliesTo", "(CommitteeKindId | (string & {}))[]"),
    ("RulebookName.id", "RulebookIdOf<By>"),
    ("Judgement.norm", "NormIdOf<By>"),
];

/// Texts of a fixed pattern: a part of the pattern that no other has, the name, and what it is.
pub(super) const TEXTS: &[(&str, &str, &str)] = &[
    ("^(19|2[01])", "Day", "A calendar day from 1900 to 2199, `YYYY-MM-DD`."),
    ("^(19[0-9]{2}|", "DayOrMonth", "A day or a month from 1900 to 2199, `YYYY-MM-DD` or `YYYY-MM`."),
    ("^\\+[0-9]-", "YearDay", "A day of the year, some years after another: `+1-03-31` is 31 March of the next year."),
    ("^[0-9]{1,4}/", "Share", "A share, such as `1/3`."),
    ("^[0-9]{4}(-(Q", "Period", "A year or a part of one: `2026`, `2026-H1`, `2026-Q2`, `2026-03`."),
    ("^(/[^/]*)*$", "Pointer", "A place in the record, as a JSON pointer, such as `/people/3/name`."),
];
