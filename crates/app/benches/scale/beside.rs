//! What a peer is compared by, each measured many times: milliseconds as JSON, for `cargo xtask bench review`.

use std::{collections::BTreeMap, fs, hint::black_box, path::Path, sync::Arc, time::Instant};

use app::{App, Open, clock::ShiftedClock, view::Interview};
use store::AnswerId;

use super::fixture::{CARDS, answer_a_card, fill, months, now, opened, scheduler};

/// Words of the takes, from one that few have to one that all have.
const SEARCHES: [&str; 5] = ["marker4321", "marker7", "escalated", "rollback", "ledger"];

/// Fills the folder if it is not there yet, measures on a copy, and prints.
pub fn measure(original: &Path) {
    if !original.exists() {
        let making = original.with_extension("filling");
        // Left half full by a run that was ended.
        let _ = fs::remove_dir_all(&making);
        fill(&making);
        fs::rename(&making, original).expect("the folder is ours");
    }
    gather_drills(original);
    // Each run begins with the same day: what is answered in one is not answered in the next.
    let copied = tempfile::tempdir_in(original.parent().expect("a folder in another one")).expect("a folder");
    let folder = copied.path();
    copy_files(original, folder);
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut time = |what: &'static str, work: &mut dyn FnMut()| {
        let began = Instant::now();
        work();
        times.entry(what).or_default().push(began.elapsed().as_secs_f64() * 1e3);
    };

    for _ in 0..10 {
        let mut store = None;
        time("open", &mut || store = Some(opened(folder)));
    }
    let clock = Arc::new(ShiftedClock::starting_at(now()));
    let mut app = App::open(folder, clock, Open::AsItIs).expect("opens");
    for _ in 0..30 {
        time("queue", &mut || drop(black_box(app.review_queue().expect("reads"))));
    }
    let mut settings = app.settings().expect("reads");
    settings.interviews.push(Interview { day: "2026-04-14".to_owned(), name: "Onsite".to_owned() });
    app.save_settings(&settings).expect("writes");
    for _ in 0..30 {
        time("queue to a date", &mut || drop(black_box(app.review_queue().expect("reads"))));
    }
    drop(app);

    let mut store = opened(folder);
    for _ in 0..10 {
        for words in SEARCHES {
            time("search", &mut || drop(black_box(store.search(words, 50).expect("searches"))));
        }
    }
    let (year, decade) = (months(12), months(121));
    for (what, bounds) in [("year", year), ("ten years", decade)] {
        for _ in 0..20 {
            time(what, &mut || {
                black_box(store.figures(&bounds).expect("reads"));
                black_box(store.remembered(bounds[0], bounds[bounds.len() - 1]).expect("reads"));
            });
        }
    }
    let scheduler = scheduler();
    for number in 0..500 {
        let answer = AnswerId(number * 17 % CARDS as i64 + 1);
        time("answer", &mut || {
            store.write(|tx| answer_a_card(tx, &scheduler, answer)).expect("writes");
        });
    }
    println!("{}", serde_json::to_string(&times).expect("numbers"));
}

/// Goes through all answers for their weak sentences, as a program in use has long done: some at each look.
fn gather_drills(folder: &Path) {
    let mut app = App::open(folder, Arc::new(ShiftedClock::starting_at(now())), Open::AsItIs).expect("opens");
    for _ in 0..CARDS / 40 {
        app.drill_queue().expect("reads");
    }
}

fn copy_files(from: &Path, to: &Path) {
    for file in fs::read_dir(from).expect("the folder is ours") {
        let file = file.expect("reads");
        // Not the backups.
        if file.file_type().expect("reads").is_file() {
            fs::copy(file.path(), to.join(file.file_name())).expect("copies");
        }
    }
}
