//! Reading a record against plain serde into the same types.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gongwei::{Record, faults_of_record};

/// The record that is read: a sample, where it is at hand, else a small one.
fn text() -> String {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/samples/subdistrict-clean.json");
    std::fs::read_to_string(sample).unwrap_or_else(|_| include_str!("../tests/common/record.json").into())
}

fn read(bench: &mut Criterion) {
    let text = text();
    let mut group = bench.benchmark_group("read");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("plain", |bench| {
        bench.iter(|| serde_json::from_str::<Record>(black_box(&text)).unwrap());
    });
    group.bench_function("from_json", |bench| bench.iter(|| Record::from_json(black_box(&text)).unwrap()));
    group.bench_function("collecting", |bench| bench.iter(|| faults_of_record(black_box(&text))));
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
