//! What reading, judging and writing cost beside each other, and how judging grows with the record, as Markdown.
//!
//! Times are the best of many short batches, taken in turn: what else the machine does disturbs the fewest of them.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]

mod records;

use std::cell::RefCell;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use gongwei::{Locale, Record, Rulebook, Session, check};
use records::{SAMPLE, on, with_meetings, with_members, with_steps};

/// How often each contender has its turn.
const ROUNDS: usize = 60;
/// How long a turn takes, at least.
const TURN: Duration = Duration::from_millis(4);

/// Something to be measured.
type Contender<'a> = Box<dyn Fn() + 'a>;

/// Microseconds that each takes once, at best.
fn best(contenders: &[Contender<'_>]) -> Vec<f64> {
    let turns: Vec<u32> = contenders
        .iter()
        .map(|contender| {
            contender();
            let start = Instant::now();
            contender();
            let once = start.elapsed().max(Duration::from_nanos(100));
            u32::try_from(TURN.as_nanos() / once.as_nanos()).unwrap().max(1)
        })
        .collect();
    let mut best = vec![Duration::MAX; contenders.len()];
    for _ in 0..ROUNDS {
        for ((contender, &turns), best) in contenders.iter().zip(&turns).zip(&mut best) {
            let start = Instant::now();
            for _ in 0..turns {
                contender();
            }
            *best = (*best).min(start.elapsed() / turns);
        }
    }
    best.into_iter().map(|time| time.as_secs_f64() * 1e6).collect()
}

fn main() {
    // `cargo test --benches` only asks whether it runs.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    compare(&rulebook);
    for (what, counts, grown) in [
        ("members", &[15, 30, 60, 125, 250, 500, 1000][..], with_members as fn(usize) -> String),
        ("meetings", &[4, 10, 20, 50, 100, 200, 400], with_meetings),
        ("steps", &[5, 10, 20, 50, 100], with_steps),
    ] {
        grow(&rulebook, what, counts, grown);
    }
}

/// Reading, judging and writing the sample.
fn compare(rulebook: &Rulebook) {
    let record = Record::from_json(SAMPLE).unwrap();
    let report = check(&record, rulebook, on()).unwrap();
    let shared = Arc::new(rulebook.clone());
    let session = || RefCell::new(Session::open(SAMPLE, Arc::clone(&shared), on()).unwrap());
    let (days, halves, entries) = (session(), session(), session());
    let times = best(&[
        Box::new(|| drop(black_box(serde_json::from_str::<Record>(black_box(SAMPLE)).unwrap()))),
        Box::new(|| drop(black_box(Record::from_json(black_box(SAMPLE)).unwrap()))),
        Box::new(|| drop(black_box(check(black_box(&record), rulebook, on()).unwrap()))),
        Box::new(|| drop(black_box(black_box(&report).to_json()))),
        Box::new(|| drop(black_box(black_box(&report).told(&record, Locale::ZhCn).to_json()))),
        Box::new(|| edit(&days, &[r#""2026-03-11""#, r#""2026-03-12""#])),
        Box::new(|| edit(&halves, &[r#""2026-03-1""#, r#""2026-03-""#])),
        Box::new(|| {
            drop(black_box(entries.borrow_mut().insert("/people/-", r#"{"id":"new"}"#).unwrap()));
            drop(black_box(entries.borrow_mut().undo()));
        }),
    ]);
    let [plain, read, judge, write, told, day, half, entry] = times[..] else {
        unreachable!("as many as were measured")
    };
    println!("`subdistrict-clean.json`: {} bytes, {} verdicts.\n", SAMPLE.len(), report.verdicts().count());
    println!("| | µs | ratio | goal |\n|---|---|---|---|");
    println!("| plain `serde_json::from_str::<Record>` | {plain:.1} | | |");
    println!("| `Record::from_json` | {read:.1} | {:.2} of plain | at most 1.3 |", read / plain);
    println!("| `check` with all norms | {judge:.1} | {:.2} of reading | at most 0.33 |", judge / read);
    println!("| `Report::to_json` | {write:.1} | {:.2} of reading | |", write / read);
    println!("| the same with messages (zh-CN) | {told:.1} | {:.2} of reading | |", told / read);
    let whole = read + judge;
    println!("| a session's edit of a day | {:.1} | {:.2} of reading and checking | |", day / 2.0, day / 2.0 / whole);
    println!("| of a day to what is none | {:.1} | {:.2} of reading and checking | |", half / 2.0, half / 2.0 / whole);
    println!(
        "| of a list that is referred to | {:.1} | {:.2} of reading and checking | |\n",
        entry / 2.0,
        entry / 2.0 / whole
    );
}

/// Writes one value after the other.
fn edit(session: &RefCell<Session>, values: &[&str]) {
    for value in values {
        drop(black_box(session.borrow_mut().set("/meetings/0/on", value).unwrap()));
    }
}

/// What one more costs, the more there are.
fn grow(rulebook: &Rulebook, what: &str, counts: &[usize], grown: fn(usize) -> String) {
    let texts: Vec<String> = counts.iter().map(|&count| grown(count)).collect();
    let records: Vec<Record> = texts.iter().map(|text| Record::from_json(text).unwrap()).collect();
    let judging: Vec<Contender<'_>> = records
        .iter()
        .map(|record| {
            let judge = || drop(black_box(check(black_box(record), rulebook, on()).unwrap()));
            Box::new(judge) as Contender<'_>
        })
        .collect();
    let one = what.trim_end_matches('s');
    println!("| {what} | record, KB | `check`, µs | µs per KB | µs for each {one} more |\n|---|---|---|---|---|");
    let mut before: Option<(usize, f64)> = None;
    for ((&count, time), text) in counts.iter().zip(best(&judging)).zip(&texts) {
        let size = text.len() as f64 / 1024.0;
        let more =
            before.map_or(String::new(), |(fewer, less)| format!("{:.2}", (time - less) / (count - fewer) as f64));
        println!("| {count} | {size:.0} | {time:.1} | {:.2} | {more} |", time / size);
        before = Some((count, time));
    }
    println!();
}
