//! How long a check takes, from a short answer to a megabyte.

mod prose;

use std::{collections::BTreeSet, hint::black_box};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use phrasing::{Checker, Input, LiveMarks, Mode};

/// An answer as a recogniser of speech writes it: no capitals, no punctuation, with hesitations.
const TRANSCRIPT: &str = include_str!("prose/handover.txt");

/// What is typed, word by word, into the middle of a long text.
const SENTENCE: &str =
    "I told the director that the date would hold only if she took the archive out of the first release.";

/// One megabyte.
const MEGABYTE: usize = 1_000_000;

fn whole(criterion: &mut Criterion) {
    let checker = Checker::builtin();
    let mut group = criterion.benchmark_group("check");
    let spoken: Vec<&str> = TRANSCRIPT.split_whitespace().take(500).collect();
    for (name, text) in [
        ("100 words", prose::answer(0, 100)),
        ("500 words", prose::answer(0, 500)),
        ("900 words", prose::answer(0, 900)),
        ("500 words, transcript", spoken.join(" ")),
        ("1 MB", prose::of_size(MEGABYTE)),
        ("1 MB, one token", "a".repeat(MEGABYTE)),
        ("1 MB of \"I \"", "I ".repeat(MEGABYTE / 2)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        if text.len() > 100_000 {
            group.sample_size(10);
        }
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let text = black_box(&text);
                checker.check(&Input::typed(text))
            });
        });
    }
    group.finish();
}

/// A long text is marked again after each word of one sentence in its middle.
fn live(criterion: &mut Criterion) {
    let checker = Checker::builtin();
    let mut group = criterion.benchmark_group("live check");
    for (name, half) in
        [("5,000 words, one sentence changes", 2_500), ("50,000 words, one sentence changes", 25_000)]
    {
        let (before, after) = (prose::answer(0, half), prose::answer(2, half));
        let ends = SENTENCE.match_indices(' ').map(|(at, _)| at).chain([SENTENCE.len()]);
        let versions: Vec<String> =
            ends.map(|end| format!("{before}\n\n{}\n\n{after}", &SENTENCE[..end])).collect();
        group.bench_function(name, |bencher| {
            let mut marks = LiveMarks::default();
            let mut versions = versions.iter().cycle();
            bencher.iter(|| {
                let text = versions.next().expect("a cycle of some never ends");
                marks.of(checker, black_box(text), Mode::Behavioral)
            });
        });
    }
    group.finish();
}

fn rules(criterion: &mut Criterion) {
    criterion.bench_function("load the rules", |bencher| {
        bencher.iter(|| Checker::with_rules(&[], &BTreeSet::new()));
    });
}

criterion_group!(benches, whole, live, rules);
criterion_main!(benches);
