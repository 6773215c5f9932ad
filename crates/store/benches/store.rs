//! The store with ten years of practice in it: 10,000 finished takes of about 150 words on 400 questions.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::{SignedDuration, Timestamp};
use store::{
    AnswerFilter, AnswerSort, DataDir, Finish, Medium, NewAnswer, NewTake, Scored, Source, Store, StoreError,
    open,
};

const QUESTIONS: usize = 400;
const TAKES: usize = 10_000;

const WORDS: &str = "I we team decided moved refunds ledger behind a flag because the queue replayed and customer would
    be paid twice before month end so two options went to payments orders leads chose launch date risk metric owner
    incident rollback latency budget partner contract quarter dependency escalated cut scope shipped measured";

fn text(number: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut state = number as u64 + 1;
    let mut text = format!("Take marker{number}.");
    for _ in 0..150 {
        // Knuth's multiplier: any scatter will do, as long as it is the same each time.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push(' ');
        text.push_str(words[(state >> 33) as usize % words.len()]);
    }
    text
}

fn fill(store: &mut Store) -> Result<(), StoreError> {
    store.write(|tx| {
        let mut answers = Vec::new();
        for number in 0..QUESTIONS {
            let id = format!("question-{number:03}");
            let new = NewAnswer {
                question_id: &id,
                prompt: "Tell me about a risk you found in a system before it hurt anyone.",
                competency: "dependencies-and-risk",
                level: "senior",
                mode: "behavioural",
            };
            answers.push(tx.insert_answer(&new, Timestamp::UNIX_EPOCH)?);
        }
        for number in 0..TAKES {
            let at = Timestamp::UNIX_EPOCH + SignedDuration::from_mins(number as i64 * 500);
            let (medium, source) = (Medium::Typed, Source::Practice);
            let answer_id = answers[number % QUESTIONS];
            let take =
                tx.insert_take(&NewTake { answer_id, medium, source, text: "", budget_ms: 180_000 }, at)?;
            let scored = Scored { words: Some(152), score: Some((number % 100) as u8), ..Scored::default() };
            tx.finish_take(take.id, 0, &Finish { text: &text(number), elapsed_ms: 90_000, scored }, at)?;
        }
        Ok(())
    })
}

fn benches(criterion: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    let dir = DataDir::new(home.path());
    let now = Timestamp::UNIX_EPOCH;
    let mut store = open(&dir, now).expect("opens").into_store();
    fill(&mut store).expect("fills");

    for (name, typed) in [("one take", "marker4321"), ("prefix", "mark"), ("every take", "refunds ledger")] {
        criterion.bench_function(&format!("search, {name}"), |bench| {
            bench.iter(|| store.search(black_box(typed), 20).expect("searches"));
        });
    }
    criterion.bench_function("list all answers", |bench| {
        bench.iter(|| store.list_answers(&AnswerFilter::default()).expect("lists"));
    });
    criterion.bench_function("list a search, 50 rows", |bench| {
        let filter = AnswerFilter {
            query: Some("refunds ledger".to_owned()),
            sort: AnswerSort::Relevance,
            limit: Some(50),
            ..AnswerFilter::default()
        };
        bench.iter(|| store.list_answers(black_box(&filter)).expect("lists"));
    });

    let draft = store.write(|tx| {
        let answer_id = tx.answer_by_question("question-000")?.expect("filled").id;
        let (medium, source) = (Medium::Typed, Source::Practice);
        tx.insert_take(&NewTake { answer_id, medium, source, text: "", budget_ms: 0 }, now)
    });
    let draft = draft.expect("begins");
    let words = text(7).repeat(3);
    let mut revision = draft.revision;
    criterion.bench_function("save a draft of 450 words, to disk", |bench| {
        bench.iter(|| {
            let saved = store.write(|tx| tx.save_draft(draft.id, revision, &words, 1, now));
            revision = saved.expect("saves");
        });
    });

    drop(store);
    let mut slow = criterion.benchmark_group("whole file");
    slow.sample_size(10);
    slow.bench_function("open, checked", |bench| bench.iter(|| open(&dir, now).expect("opens")));
    let mut store = open(&dir, now).expect("opens").into_store();
    slow.bench_function("back up, verified", |bench| {
        bench.iter(|| {
            let made = store.backup_now(now).expect("backs up");
            std::fs::remove_file(made.path).expect("removes");
        });
    });
    slow.finish();
}

criterion_group!(store_benches, benches);
criterion_main!(store_benches);
