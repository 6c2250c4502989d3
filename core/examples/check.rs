//! Checks a record: `check RECORD.json --on 2026-06-30 [--locale en] [--format text|json] [--rulebook FILE.json]`.
//!
//! Exit status 0 without a broken must, 1 with one, 2 for input that cannot be read.

use std::process::ExitCode;
use std::{env, fs};

use gongwei::{Day, Locale, Outcome, Record, Report, Rulebook, Severity, Verdict, check};

/// What was asked for.
struct Arguments {
    record: String,
    on: Day,
    locale: Locale,
    is_json: bool,
    rulebook: Option<String>,
}

const USAGE: &str =
    "usage: check RECORD.json --on 2026-06-30 [--locale zh-CN|en] [--format text|json] [--rulebook FILE.json]";

fn arguments() -> Result<Arguments, String> {
    let mut given = env::args().skip(1);
    let (mut record, mut on, mut rulebook) = (None, None, None);
    let (mut locale, mut is_json) = (Locale::ZhCn, false);
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value\n{USAGE}"));
        match argument.as_str() {
            "--on" => on = Some(value()?.parse().map_err(|error| format!("--on: {error}"))?),
            "--locale" => locale = value()?.parse().map_err(|error| format!("--locale: {error}"))?,
            "--format" => match value()?.as_str() {
                "text" => is_json = false,
                "json" => is_json = true,
                other => return Err(format!("--format: `{other}` is neither text nor json")),
            },
            "--rulebook" => rulebook = Some(value()?),
            _ if argument.starts_with('-') || record.is_some() => return Err(format!("`{argument}`?\n{USAGE}")),
            _ => record = Some(argument),
        }
    }
    match (record, on) {
        (Some(record), Some(on)) => Ok(Arguments { record, on, locale, is_json, rulebook }),
        _ => Err(USAGE.into()),
    }
}

/// The text of a file; bytes that are no UTF-8 are told with their place.
fn read(path: &str) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    String::from_utf8(bytes)
        .map_err(|error| format!("{path}: not UTF-8 text from byte {} on", error.utf8_error().valid_up_to()))
}

fn run() -> Result<bool, String> {
    let Arguments { record, on, locale, is_json, rulebook } = arguments()?;
    let told = |path: &str, faults: gongwei::Faults| {
        let lines: Vec<_> = (faults.iter())
            .map(|fault| format!("{path}: {} {}: {}", fault.path(), fault.code(), fault.message(locale)))
            .collect();
        lines.join("\n")
    };
    let rulebook = match rulebook {
        Some(path) => Rulebook::from_json(&read(&path)?).map_err(|faults| told(&path, faults))?,
        None => Rulebook::builtin("gannan-2020").ok_or("the built-in rulebook cannot be read")?,
    };
    let text = read(&record)?;
    let path = record;
    let record = Record::from_json(&text).map_err(|faults| told(&path, faults))?;
    let report = check(&record, &rulebook, on)
        .map_err(|error| format!("{path}: {} {}: {}", error.path(), error.code(), error.message(locale)))?;
    if is_json {
        println!("{}", report.told(&record, locale).to_json());
    } else {
        print(&report, &record, &rulebook, locale);
    }
    Ok(report.has_errors())
}

fn print(report: &Report, record: &Record, rulebook: &Rulebook, locale: Locale) {
    let pick = |zh, en| if locale == Locale::ZhCn { zh } else { en };
    println!("{} · {}", rulebook.title().text(locale), report.on());
    println!("{}", rulebook.note().text(locale));
    let group = |title: &str, belongs: &dyn Fn(Verdict<'_>) -> bool| {
        let verdicts: Vec<_> = report.verdicts().filter(|verdict| belongs(*verdict)).collect();
        if verdicts.is_empty() {
            return;
        }
        println!("\n{title} ({})", verdicts.len());
        for verdict in verdicts {
            let due = verdict.due().map(|due| format!(" → {due}")).unwrap_or_default();
            let item = verdict.norm().clause.item.as_str();
            let item = if locale == Locale::ZhCn { format!("第{item}项") } else { format!("item {item}") };
            println!("  [{item} {}] {}{due}  {}", verdict.norm().id, verdict.message(record, locale), verdict.path());
        }
    };
    group(pick("必须整改", "Errors"), &|verdict| verdict.severity() == Some(Severity::Error));
    group(pick("建议改进", "Warnings"), &|verdict| verdict.severity() == Some(Severity::Warning));
    if !report.coherence().is_empty() {
        println!("\n{} ({})", pick("记录自相矛盾", "Contradictions in the record"), report.coherence().len());
        for fault in report.coherence() {
            println!("  [{}] {}  {}", fault.code(), fault.message(record, locale), fault.path());
        }
    }
    group(pick("待补充", "To be filled in"), &|verdict| verdict.outcome() == Outcome::Unknown);
    group(pick("未到期", "Not yet due"), &|verdict| verdict.outcome() == Outcome::Pending);
    let count = |outcome| report.verdicts().filter(|verdict| verdict.outcome() == outcome).count();
    println!(
        "\n{} {} · {} {}",
        pick("符合", "met"),
        count(Outcome::Met),
        pick("不适用", "not applicable"),
        count(Outcome::NotApplicable)
    );
}

fn main() -> ExitCode {
    match run() {
        Ok(has_errors) => ExitCode::from(u8::from(has_errors)),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
