//! Reading a record, judging it and writing the report, on one sample in one run.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark")]

mod records;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gongwei::{Locale, Record, Rulebook, check, faults_of_record};
use records::{SAMPLE, on};

fn read(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("read");
    group.throughput(Throughput::Bytes(SAMPLE.len() as u64));
    group.bench_function("plain", |bench| {
        bench.iter(|| serde_json::from_str::<Record>(black_box(SAMPLE)).unwrap());
    });
    group.bench_function("from_json", |bench| bench.iter(|| Record::from_json(black_box(SAMPLE)).unwrap()));
    group.bench_function("collecting", |bench| bench.iter(|| faults_of_record(black_box(SAMPLE))));
    group.finish();
}

fn judge(bench: &mut Criterion) {
    let record = Record::from_json(SAMPLE).unwrap();
    let rulebook = Rulebook::builtin("gannan-2020").unwrap();
    bench.bench_function("check", |bench| bench.iter(|| check(black_box(&record), &rulebook, on()).unwrap()));
}

fn write(bench: &mut Criterion) {
    let record = Record::from_json(SAMPLE).unwrap();
    let report = check(&record, &Rulebook::builtin("gannan-2020").unwrap(), on()).unwrap();
    let mut group = bench.benchmark_group("write");
    group.bench_function("report", |bench| bench.iter(|| black_box(&report).to_json()));
    group.bench_function("report with messages", |bench| {
        bench.iter(|| black_box(&report).told(&record, Locale::ZhCn).to_json());
    });
    group.finish();
}

criterion_group!(benches, read, judge, write);
criterion_main!(benches);
