use proptest::prelude::*;

use super::{CLOSE, EXCERPT_BYTES, Excerpt, OPEN, clip, unmark};
use crate::testing::{TestStore, minute, noon};
use crate::{AnswerFilter, AnswerId, StoreError, TakeId, Tx};

fn found(store: &TestStore, typed: &str) -> Vec<TakeId> {
    store.search(typed, 100).unwrap().into_iter().map(|hit| hit.take_id).collect()
}

/// The words that are highlighted.
fn marked(excerpt: &Excerpt) -> Vec<&str> {
    excerpt.matches.iter().map(|range| &excerpt.text[range.clone()]).collect()
}

#[test]
fn words_are_found_in_takes_and_questions() {
    let mut store = TestStore::new();
    let refunds = store.finished_take("q1", "I moved refunds behind a flag. The café orders queue replayed.");
    let ledger = store.finished_take("q2", "We didn't align on the ledger; naïve, עברית, ПРИВЕТ.");
    let both = [refunds, ledger];
    #[track_caller]
    fn check(store: &TestStore, typed: &str, expected: &[TakeId]) {
        let mut hits = found(store, typed);
        hits.sort();
        assert_eq!(hits, expected, "{typed:?}");
    }
    let check = |typed: &str, expected: &[TakeId]| check(&store, typed, expected);
    check("refunds", &[refunds]);
    check("REFU", &[refunds]);
    check("refu ", &[]);
    check("flag refunds", &[refunds]);
    check("flag ledger", &[]);
    check("cafe", &[refunds]);
    check("\"orders queue\"", &[refunds]);
    check("\"queue orders\"", &[]);
    check("didn't", &[ledger]);
    check("naive", &[ledger]);
    check("עברית", &[ledger]);
    check("привет", &[ledger]);
    check("risk hurt", &both);
    check("refunds OR ledger", &[]);
    check("refunds 🎉", &[refunds]);
    check("🎉", &[]);
    check("-- ** ((", &[]);
    check("", &[]);
}

#[test]
fn matches_are_marked_in_bytes_of_the_excerpt() {
    let mut store = TestStore::new();
    let filler = "and so on and so forth ".repeat(30);
    store.finished_take(
        "q",
        &format!("{filler}né 👩🏽‍💻 <b>I moved</b> the orders queue, then Orders again. {filler}"),
    );
    let hit = store.search("orders mov", 10).unwrap().remove(0);
    assert_eq!(marked(&hit.text), ["moved", "orders", "Orders"]);
    assert!(hit.text.text.starts_with('…') && hit.text.text.ends_with('…'));
    assert!(hit.text.text.contains("👩🏽‍💻 <b>I moved</b>"), "{}", hit.text.text);
    assert_eq!(hit.prompt.matches, []);
    let hit = store.search("risk", 10).unwrap().remove(0);
    assert_eq!(marked(&hit.prompt), ["risk"]);
    assert_eq!(hit.text.matches, []);
}

#[test]
fn only_finished_takes_outside_the_trash_are_found() {
    let mut store = TestStore::new();
    let take = store.draft("q");
    let answer = store.answer_to("q");
    store.run(|tx| tx.save_draft(take, 0, "I rerouted it", 0, noon()));
    assert_eq!(found(&store, "rerouted"), []);
    let finish = crate::Finish { text: "I rerouted all", elapsed_ms: 0, scored: Default::default() };
    store.run(|tx| tx.finish_take(take, 1, &finish, noon()));
    assert_eq!(found(&store, "rerouted all"), [take]);
    store.run(|tx| tx.discard_take(take));
    assert_eq!(found(&store, "rerouted"), []);
    store.run(|tx| tx.undiscard_take(take));
    store.run(|tx| tx.trash(answer, 0, noon()));
    assert_eq!(found(&store, "rerouted"), []);
    store.run(|tx| tx.restore(answer, 1, noon()));
    assert_eq!(found(&store, "rerouted"), [take]);
    store.run(|tx| tx.delete_forever(answer, 2));
    assert_eq!(found(&store, "rerouted"), []);
    store.assert_index_in_step();
}

#[test]
fn a_text_without_spaces_gives_a_short_excerpt() {
    let mut store = TestStore::new();
    store.finished_take("q", &format!("{}{}", "x".repeat(30_000), "é".repeat(500_000)));
    let hit = store.search("xxx", 10).unwrap().remove(0);
    assert!(hit.text.text.len() <= EXCERPT_BYTES + 2 * '…'.len_utf8(), "{}", hit.text.text.len());
    assert_eq!(hit.text.matches.len(), 1);
}

#[derive(Debug, Clone)]
enum Step {
    Finish(u8, String),
    Draft(u8, String),
    Discard(u8),
    Undiscard(u8),
    Trash(u8),
    Restore(u8),
    Delete(u8),
    FailAfterFinish(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let answer = 0u8..3;
    prop_oneof![
        4 => (answer.clone(), "[a-c é👍<\u{5D0}]{0,12}").prop_map(|(answer, text)| Step::Finish(answer, text)),
        2 => (answer.clone(), "[a-c ]{0,6}").prop_map(|(answer, text)| Step::Draft(answer, text)),
        2 => answer.clone().prop_map(Step::Discard),
        1 => answer.clone().prop_map(Step::Undiscard),
        2 => answer.clone().prop_map(Step::Trash),
        1 => answer.clone().prop_map(Step::Restore),
        1 => answer.clone().prop_map(Step::Delete),
        1 => answer.prop_map(Step::FailAfterFinish),
    ]
}

/// Any take of the answer in this state, or in any.
fn some_take(tx: &Tx<'_>, answer: AnswerId, condition: &str) -> Option<TakeId> {
    let sql = format!("SELECT id FROM takes WHERE answer_id = ?1 AND {condition} ORDER BY id DESC LIMIT 1");
    tx.conn().query_row(&sql, [answer], |row| row.get(0)).ok()
}

fn finish(tx: &Tx<'_>, answer: AnswerId, text: &str) -> Result<(), StoreError> {
    let take = match tx.draft_of(answer)? {
        Some(draft) => draft,
        None => tx.insert_take(&crate::testing::new_take(answer), noon())?,
    };
    let finish = crate::Finish { text, elapsed_ms: 0, scored: Default::default() };
    tx.finish_take(take.id, take.revision, &finish, minute(1)).map(|_| ())
}

fn apply(store: &mut TestStore, step: Step) {
    let number = match &step {
        Step::Finish(number, _) | Step::Draft(number, _) => *number,
        Step::Discard(number) | Step::Undiscard(number) | Step::Trash(number) => *number,
        Step::Restore(number) | Step::Delete(number) | Step::FailAfterFinish(number) => *number,
    };
    let question = format!("q{number}");
    let trashed = store
        .connection()
        .query_row(
            "SELECT id FROM answers WHERE question_id = ?1 AND trashed_at IS NOT NULL LIMIT 1",
            [&question],
            |row| row.get(0),
        )
        .ok();
    let answer = match (&step, trashed) {
        (Step::Restore(_) | Step::Delete(_) | Step::Discard(_) | Step::Undiscard(_), Some(trashed)) => {
            trashed
        }
        _ => store.answer_to(&question),
    };
    let version = store.answer(answer).unwrap().version;
    // Refusals are part of the game; what counts is that the index stays in step.
    let _: Result<(), StoreError> = store.write(|tx| match step {
        Step::Finish(_, text) => finish(tx, answer, &text),
        Step::Draft(_, text) => match tx.draft_of(answer)? {
            Some(draft) => tx.save_draft(draft.id, draft.revision, &text, 0, noon()).map(|_| ()),
            None => tx.insert_take(&crate::testing::new_take(answer), noon()).map(|_| ()),
        },
        Step::Discard(_) => match some_take(tx, answer, "state <> 'discarded'") {
            Some(take) => tx.discard_take(take),
            None => Ok(()),
        },
        Step::Undiscard(_) => match some_take(tx, answer, "state = 'discarded'") {
            Some(take) => tx.undiscard_take(take),
            None => Ok(()),
        },
        Step::Trash(_) => tx.trash(answer, version, noon()).map(|_| ()),
        Step::Restore(_) => tx.restore(answer, version, noon()).map(|_| ()),
        Step::Delete(_) => tx.delete_forever(answer, version),
        Step::FailAfterFinish(_) => {
            finish(tx, answer, "abc")?;
            Err(StoreError::NoSuchAnswer(answer))
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_index_stays_in_step_whatever_happens(steps in prop::collection::vec(step(), 1..30)) {
        let mut store = TestStore::new();
        for step in steps {
            apply(&mut store, step);
            store.assert_index_in_step();
        }
        let searchable: u32 = store
            .connection()
            .query_row("SELECT count(*) FROM searchable_takes", [], |row| row.get(0))
            .unwrap();
        prop_assert_eq!(found(&store, "\"risk\"").len(), searchable as usize);
    }
}

proptest! {
    #[test]
    fn marks_are_taken_out_and_ranges_fit(text in "[a-zé👍 \u{FDD0}\u{FDD1}]{0,400}", pad in 0usize..600) {
        let excerpt = unmark(&format!("{}{text}", "é".repeat(pad)));
        prop_assert!(!excerpt.text.contains([OPEN, CLOSE]));
        let clipped = clip(excerpt);
        prop_assert!(clipped.text.len() <= EXCERPT_BYTES + 2 * '…'.len_utf8());
        let mut end = 0;
        for range in &clipped.matches {
            prop_assert!(range.start >= end && range.start < range.end, "{clipped:?}");
            prop_assert!(clipped.text.get(range.clone()).is_some(), "{clipped:?}");
            end = range.end;
        }
    }
}

#[test]
fn no_query_is_an_error() {
    let mut store = TestStore::new();
    store
        .finished_take("q", "I moved refunds \"behind\" a flag: x* NEAR(y) AND 🎉 \u{FDD0}odd\u{FDD1} 1 2 3");
    let text = "[\\PC]{0,24}";
    let operators = r#"["'*^:(){}+\- a-z\\.ANDORNOTNEAR,0-9]{0,24}"#;
    let anything = prop_oneof![any::<String>(), text, operators];
    proptest!(|(typed in anything)| {
        for hit in store.search(&typed, 10).unwrap() {
            prop_assert!(!(marked(&hit.text).is_empty() && marked(&hit.prompt).is_empty()));
        }
        store.list_answers(&AnswerFilter { query: Some(typed), ..Default::default() }).unwrap();
    });
}
