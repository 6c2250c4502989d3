//! The calendar of holidays and make-up days: what it is refused for, and what it tells.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use gongwei::{Calendar, Day, Fault, Locale};

/// An invented calendar of one month, with these fields in the place of its own.
fn text(fields: &str) -> String {
    format!(r#"{{"schema": "gongwei/calendar/1.0", "from": "2026-07-01", "through": "2026-07-31"{fields}}}"#)
}

fn faults(text: &str) -> Vec<Fault> {
    Calendar::from_json(text).err().into_iter().flatten().collect()
}

#[test]
fn every_fault_has_its_code_and_its_path() {
    let other = |schema: &str| text("").replace("gongwei/calendar/1.0", schema);
    let both =
        text(r#", "holidays": ["2026-07-15", "2026-07-18", "2026-08-01"], "makeUpDays": ["2026-07-18", "2026-07-16"]"#);
    for (text, expected) in [
        (other("gongwei/calendar/1.1"), vec![("calendar-newer-than-engine", "/schema")]),
        (other("gongwei/record/1.0"), vec![("not-a-calendar", "/schema")]),
        (text("").replace("2026-07-31", "2026-06-30"), vec![("days-crossed", "/through")]),
        (
            both,
            vec![
                ("day-outside-span", "/holidays/2"),
                ("day-off-and-on", "/makeUpDays/0"),
                ("not-a-weekend", "/makeUpDays/1"),
            ],
        ),
        (
            text(r#", "holidays": ["2026-07-32", 15], "name": "x""#).replace("\"from\"", "\"fro\""),
            vec![
                ("unknown-field", "/fro"),
                ("not-a-day", "/holidays/0"),
                ("wrong-type", "/holidays/1"),
                ("unknown-field", "/name"),
                ("missing-field", "/from"),
            ],
        ),
    ] {
        let found = faults(&text);
        let codes: Vec<_> = found.iter().map(|fault| (fault.code(), fault.path())).collect();
        assert_eq!(codes, expected, "{text}");
        for locale in [Locale::ZhCn, Locale::En] {
            assert!(found.iter().all(|fault| !fault.message(locale).contains(['{', '}'])), "{text}");
        }
    }
}

#[test]
fn a_calendar_covers_its_span_only() {
    let calendar = Calendar::from_json(&text(r#", "holidays": ["2026-07-15"], "makeUpDays": ["2026-07-18"]"#)).unwrap();
    let is_working = |day: &str| calendar.is_working(day.parse::<Day>().unwrap());
    for (day, expected) in [
        ("2026-06-30", None),
        ("2026-07-01", Some(true)),
        ("2026-07-15", Some(false)),
        ("2026-07-18", Some(true)),
        ("2026-07-19", Some(false)),
        ("2026-07-31", Some(true)),
        ("2026-08-01", None),
    ] {
        assert_eq!(is_working(day), expected, "{day}");
    }
}
