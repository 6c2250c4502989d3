//! What a check is asked, and what it answers where there is little to judge.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use gongwei::{CheckError, Day, Locale, Outcome, Record, Rulebook, When, check};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn record(text: &str) -> Record {
    Record::from_json(text).unwrap()
}

fn sample(name: &str) -> Record {
    let path = format!("{}/../tests/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    record(&std::fs::read_to_string(path).unwrap())
}

#[test]
fn a_kind_of_committee_that_the_rulebook_does_not_know_is_no_clean_report() {
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let village = record(r#"{"schema": "gongwei/record/1.0", "committee": {"kind": "village-committee"}}"#);
    let error = check(&village, &rulebook, day("2026-06-30")).unwrap_err();
    assert_eq!((error.code(), error.path()), ("unknown-committee-kind", "/committee/kind"));
    for locale in [Locale::ZhCn, Locale::En] {
        let message = error.message(locale);
        assert!(message.contains("village-committee") && message.contains("gannan-2020"), "{message}");
    }
}

#[test]
fn a_day_out_of_range_is_an_error() {
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let record = sample("community-clean");
    let far = chrono::NaiveDate::from_ymd_opt(2200, 1, 1).unwrap();
    assert_eq!(check(&record, &rulebook, far), Err(CheckError::DayOutOfRange));
    let on = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    assert_eq!(check(&record, &rulebook, When::from(on).since(far)), Err(CheckError::DayOutOfRange));
    assert!(check(&record, &rulebook, chrono::NaiveDate::from_ymd_opt(2199, 12, 31).unwrap()).is_ok());
}

#[test]
fn an_empty_record_breaks_nothing_and_passes_nothing() {
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    for (kind, norms) in [("subdistrict-joint-committee", 46), ("community-joint-committee", 26)] {
        let text = format!(r#"{{"schema": "gongwei/record/1.0", "committee": {{"kind": "{kind}"}}}}"#);
        let report = check(&record(&text), &rulebook, day("2026-06-30")).unwrap();
        assert_eq!(report.verdicts().count(), norms);
        assert!(report.coherence().is_empty());
        let is_open = |outcome| matches!(outcome, Outcome::Unknown | Outcome::NotApplicable);
        assert!(report.verdicts().all(|verdict| is_open(verdict.outcome())));
        assert!(report.verdicts().any(|verdict| verdict.outcome() == Outcome::Unknown));
    }
}

#[test]
fn every_norm_has_a_verdict_whatever_the_record() {
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    for name in ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"] {
        let record = sample(name);
        for on in ["1900-01-01", "2024-02-29", "2026-06-30", "2199-12-31"] {
            let report = check(&record, &rulebook, day(on)).unwrap();
            let is_judged = |id: &str| report.verdicts().any(|verdict| verdict.norm().id.as_str() == id);
            let norms = rulebook.norms().iter().filter(|norm| norm.applies_to.contains(&record.committee.kind));
            let missed: Vec<_> = norms.map(|norm| norm.id.as_str()).filter(|id| !is_judged(id)).collect();
            assert!(missed.is_empty(), "{name} on {on}: {missed:?}");
        }
    }
}

#[test]
fn events_and_periods_before_a_day_can_be_left_out() {
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    let record = sample("subdistrict-faulty");
    let on = day("2026-06-30");
    let all = check(&record, &rulebook, on).unwrap();
    let since = day("2026-01-01");
    let late = check(&record, &rulebook, When::from(on).since(since.date())).unwrap();
    let meetings = |report: &gongwei::Report| {
        let of_norm = |verdict: &gongwei::Verdict<'_>| verdict.norm().id.as_str() == "sjc-quorum";
        report.verdicts().filter(of_norm).count()
    };
    let expected = record.meetings.iter().filter(|meeting| meeting.on.get().is_some_and(|day| day >= since)).count();
    assert!(0 < expected && expected < meetings(&all));
    assert_eq!(meetings(&late), expected);
    let periods: Vec<_> = late
        .verdicts()
        .filter(|verdict| verdict.norm().id.as_str() == "sjc-quarterly")
        .filter_map(|verdict| verdict.period().map(|period| period.to_string()))
        .collect();
    assert_eq!(periods, ["2026-Q1", "2026-Q2"]);
    // What stands on the day of evaluation is judged all the same.
    assert!(late.verdicts().any(|verdict| verdict.norm().id.as_str() == "sjc-size"));
}

#[test]
fn a_last_day_is_called_one_wherever_it_is_told() {
    let sample = include_str!("../../tests/samples/subdistrict-clean.json");
    let mut record: serde_json::Value = serde_json::from_str(sample).unwrap();
    record["appointments"][0]["to"] = "2020-01-01".into();
    record["people"][0]["posts"][0]["to"] = "2001-01-01".into();
    let record = Record::from_json(&record.to_string()).unwrap();
    let report = check(&record, &Rulebook::builtin("gannan-2020").unwrap(), day("2026-06-30")).unwrap();
    let messages = |locale| report.coherence().iter().map(|fault| fault.message(&record, locale)).collect::<Vec<_>>();
    for (locale, word) in [(Locale::ZhCn, "“结束日期”"), (Locale::En, ", last day")] {
        let told = messages(locale).iter().filter(|message| message.contains(word)).count();
        assert!(told >= 2, "{:?}", messages(locale));
    }
}
