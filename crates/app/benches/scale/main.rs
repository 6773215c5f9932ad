//! Review and its figures after ten years: 10,000 answers in review, 100,000 takes, 100,000 reviews.
//!
//! - [`fixture`] what is in the store
//! - [`beside`] the same measured once, as figures to stand beside a peer's: `scale beside FOLDER`

mod beside;
mod fixture;

use std::{hint::black_box, path::Path, sync::Arc, time::Duration};

use app::{App, Open, clock::ShiftedClock, view::ProgressRange};
use criterion::{BatchSize, Criterion};
use store::{AnswerId, StoreError};

use self::fixture::{CARDS, answer_a_card, fill, months, now, opened, scheduler};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, beside, folder, ..] = &arguments[..]
        && beside == "beside"
    {
        beside::measure(Path::new(folder));
        return;
    }
    let mut criterion = Criterion::default()
        .sample_size(20)
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1))
        .configure_from_args();
    benches(&mut criterion);
    criterion.final_summary();
}

fn benches(criterion: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    fill(home.path());
    let mut group = criterion.benchmark_group("10,000 answers in review, 100,000 reviews");
    let mut store = opened(home.path());

    let year = months(12);
    group.bench_function("statistics of a year", |bench| {
        bench.iter(|| {
            let figures = store.figures(black_box(&year)).expect("reads");
            (figures, store.remembered(year[0], year[12]).expect("reads"))
        });
    });
    let decade = months(121);
    group.bench_function("statistics of ten years", |bench| {
        bench.iter(|| {
            let figures = store.figures(black_box(&decade)).expect("reads");
            (figures, store.remembered(decade[0], decade[121]).expect("reads"))
        });
    });
    group.bench_function("all cards", |bench| bench.iter(|| store.all_cards().expect("reads")));

    let scheduler = scheduler();
    let mut turn = 0;
    let mut next = || {
        turn = turn % CARDS as i64 + 1;
        AnswerId(turn)
    };
    // Taken back before it is committed: the work of it, without the way to the disk.
    group.bench_function("answer a card, without the disk", |bench| {
        bench.iter_batched(
            &mut next,
            |answer| {
                store.write(|tx| match answer_a_card(tx, &scheduler, answer) {
                    Ok(()) => Err::<(), _>(StoreError::NoSuchCard(answer)),
                    failed => failed,
                })
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("answer a card, to disk", |bench| {
        bench.iter_batched(
            &mut next,
            |answer| store.write(|tx| answer_a_card(tx, &scheduler, answer)).expect("writes"),
            BatchSize::PerIteration,
        );
    });
    drop(store);

    let clock = Arc::new(ShiftedClock::starting_at(now()));
    let mut app = App::open(home.path(), clock, Open::AsItIs).expect("opens");
    group.bench_function("the day's queue", |bench| bench.iter(|| app.review_queue().expect("reads")));
    for (name, range) in [("six weeks", ProgressRange::SixWeeks), ("everything", ProgressRange::All)] {
        group.bench_function(format!("the Progress room, {name}"), |bench| {
            bench.iter(|| app.progress(range).expect("reads"));
        });
    }
    group.finish();
}
