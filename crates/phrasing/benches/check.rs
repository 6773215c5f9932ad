//! How long a check takes, from a bullet to a megabyte.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use phrasing::{Checker, Input, Mode};

/// A typed answer of about a hundred words.
const ANSWER: &str = "Last year we moved checkout off the old payments service and onto a new ledger: three teams, one date in October. \
I set up a weekly sync and kept the teams updated on their tickets. In the second week I drew the refund path from the storefront to the \
ledger, and found that refunds were written to both services with no shared key. It was decided that we would hold the launch. I chose to \
move refunds last, behind a flag, because the other flows could keep the date. Refund errors went from 40 a day to 2. ";

fn words(count: usize) -> String {
    let all: Vec<&str> = ANSWER.split_whitespace().collect();
    all.iter().cycle().take(count).copied().collect::<Vec<_>>().join(" ")
}

fn transcript(count: usize) -> String {
    words(count).to_lowercase().replace(['.', ',', ':'], "").replace(" and ", " and um ")
}

fn bench(criterion: &mut Criterion) {
    let checker = Checker::builtin();
    let mut group = criterion.benchmark_group("check");
    let megabyte = words(190_000);
    for (name, text) in [
        ("100 words", words(100)),
        ("500 words", words(500)),
        ("900 words", words(900)),
        ("500 words, transcript", transcript(500)),
        ("1 MB", megabyte),
        ("1 MB, one token", "a".repeat(1 << 20)),
        ("1 MB of \"I \"", "I ".repeat(1 << 19)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        if text.len() > 100_000 {
            group.sample_size(10);
        }
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                checker.check(&Input {
                    text: black_box(&text),
                    mode: Mode::Behavioral,
                    spoken: false,
                    question: None,
                })
            });
        });
    }
    group.finish();
    criterion.bench_function("load the rules", |bencher| {
        bencher.iter(|| Checker::with_rules(&[], &std::collections::BTreeSet::new()));
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
