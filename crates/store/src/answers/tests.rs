use crate::testing::{TestStore, minute, new_answer, noon};
use crate::{AnswerId, Row, Scored, StoreError, TakeId};

#[test]
fn an_answer_keeps_its_question() {
    let mut store = TestStore::new();
    let id = store.answer_to("risk-01");
    let answer = store.answer(id).unwrap();
    assert_eq!(answer.prompt, "Tell me about a risk you found before it hurt anyone.");
    assert_eq!((answer.competency.as_str(), answer.level.as_str()), ("dependencies-and-risk", "senior"));
    assert_eq!(answer.mode, "behavioural");
    assert_eq!((answer.created_at, answer.updated_at, answer.version), (noon(), noon(), 0));
    assert_eq!(store.answer_by_question("risk-01").unwrap(), Some(answer));
    assert_eq!(store.answer_by_question("risk-02").unwrap(), None);
    assert!(matches!(store.answer(AnswerId(99)), Err(StoreError::NoSuchAnswer(AnswerId(99)))));
}

#[test]
fn a_question_has_one_answer_outside_the_trash() {
    let mut store = TestStore::new();
    let first = store.answer_to("q");
    let second = store.write(|tx| tx.insert_answer(&new_answer("q"), noon()));
    assert!(matches!(second, Err(StoreError::QuestionAnswered { answer }) if answer == first));

    store.run(|tx| tx.trash(first, 0, minute(1)));
    assert_eq!(store.answer_by_question("q").unwrap(), None);
    let second = store.answer_to("q");
    assert_ne!(first, second);
    let restored = store.write(|tx| tx.restore(first, 1, minute(2)));
    assert!(matches!(restored, Err(StoreError::QuestionAnswered { answer }) if answer == second));

    store.run(|tx| tx.trash(second, 0, minute(3)));
    assert_eq!(store.run(|tx| tx.restore(first, 1, minute(4))), 2);
    assert_eq!(store.answer_by_question("q").unwrap().unwrap().id, first);
}

#[test]
fn a_stale_window_cannot_change_an_answer() {
    let mut store = TestStore::new();
    let take = store.finished_take("q", "I decided.");
    let answer = store.answer_to("q");
    assert_eq!(store.run(|tx| tx.set_best(answer, Some(take), 0, noon())), 1);
    for outcome in [
        store.write(|tx| tx.set_best(answer, None, 0, noon())).map(|_| ()),
        store.write(|tx| tx.trash(answer, 0, noon())).map(|_| ()),
        store.write(|tx| tx.restore(answer, 0, noon())).map(|_| ()),
        store.write(|tx| tx.delete_forever(answer, 0)),
    ] {
        assert!(
            matches!(outcome, Err(StoreError::Stale { row: Row::Answer, expected: 0, found: 1 })),
            "{outcome:?}"
        );
    }
    assert_eq!(store.answer(answer).unwrap().best_take_id, Some(take));
}

#[test]
fn the_best_take_is_a_finished_take_of_the_same_answer() {
    let mut store = TestStore::new();
    let finished = store.finished_take("q", "I decided.");
    let draft = store.draft("q");
    let elsewhere = store.finished_take("other", "We aligned.");
    let answer = store.answer_to("q");
    for take in [draft, elsewhere, TakeId(99)] {
        let refused = store.write(|tx| tx.set_best(answer, Some(take), 0, noon()));
        assert!(matches!(refused, Err(StoreError::NotAFinishedTakeOf { .. })), "{take:?}");
    }
    store.run(|tx| tx.set_best(answer, Some(finished), 0, noon()));
    // Discarded it is not the best; brought back it is again.
    store.run(|tx| tx.discard_take(finished));
    assert_eq!(store.answer(answer).unwrap().best_take_id, None);
    store.run(|tx| tx.undiscard_take(finished));
    assert_eq!(store.answer(answer).unwrap().best_take_id, Some(finished));
    store.run(|tx| tx.set_best(answer, None, 1, noon()));
    assert_eq!(store.answer(answer).unwrap().best_take_id, None);
}

#[test]
fn a_star_does_not_make_other_windows_stale() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    store.run(|tx| tx.set_starred(answer, true, minute(1)));
    store.run(|tx| tx.set_starred(answer, true, minute(2)));
    let starred = store.answer(answer).unwrap();
    assert_eq!((starred.starred, starred.version, starred.updated_at), (true, 0, minute(2)));
    assert!(matches!(
        store.write(|tx| tx.set_starred(AnswerId(99), true, noon())),
        Err(StoreError::NoSuchAnswer(_))
    ));
}

#[test]
fn deleting_for_ever_takes_everything_along_and_never_reuses_the_id() {
    let mut store = TestStore::new();
    let take = store.finished_take("q", "I decided.");
    let answer = store.answer_to("q");
    store.run(|tx| {
        tx.set_best(answer, Some(take), 0, noon())?;
        tx.insert_card(&crate::cards::tests::new_card(answer))?;
        tx.append_review(&crate::review_log::tests::performance(answer, Some(take)))?;
        tx.ignore_finding(&crate::IgnoredFinding {
            take_id: take,
            rule: "r".into(),
            span: 0..1,
            text: "I".into(),
        })
    });
    store.run(|tx| tx.delete_forever(answer, 1));
    for table in ["answers", "takes", "cards", "review_log", "ignored_findings"] {
        let rows: u32 = store
            .connection()
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
    store.assert_index_in_step();
    assert!(store.answer_to("q").0 > answer.0);
    assert!(store.draft("q").0 > take.0);
}

#[test]
fn answered_questions_have_a_finished_take() {
    let mut store = TestStore::new();
    store.finished_take("b", "I decided.");
    store.finished_take("a", "I decided.");
    store.draft("c");
    store.finished_take("d", "I decided.");
    let trashed = store.answer_to("d");
    store.run(|tx| tx.trash(trashed, 0, noon()));
    assert_eq!(store.answered_questions().unwrap(), ["a", "b"]);
}

#[test]
fn of_the_questions_asked_for_those_that_were_answered_come_with_their_last_take() {
    let mut store = TestStore::new();
    store.finished_at("a", "I decided.", minute(1), Scored::default());
    store.finished_at("a", "I decided again.", minute(2), Scored::default());
    store.finished_at("b", "I decided.", minute(3), Scored::default());
    store.draft("c");
    store.finished_take("d", "I decided.");
    let trashed = store.answer_to("d");
    store.run(|tx| tx.trash(trashed, 0, noon()));
    let told = store.last_told(&["a", "c", "d", "never told", "it\"s odd"]).unwrap();
    assert_eq!(told, [("a".to_owned(), minute(2))]);
}
