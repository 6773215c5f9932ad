use crate::testing::{TestStore, minute, new_take, noon, scored};
use crate::{
    AnswerId, CardState, Counts, DrillState, Finish, Medium, MockState, NewTake, Row, Scored, Source,
    Standing, StoreError, TakeId, TakeState,
};

fn finish(text: &str) -> Finish<'_> {
    Finish { text, elapsed_ms: 1_000, scored: Scored::default() }
}

#[test]
fn a_draft_grows_save_by_save() {
    let mut store = TestStore::new();
    let take = store.draft("q");
    assert_eq!(store.run(|tx| tx.save_draft(take, 0, "I", 900, minute(1))), 1);
    assert_eq!(store.run(|tx| tx.save_draft(take, 1, "I chose", 1_900, minute(2))), 2);
    let draft = store.take(take).unwrap();
    assert_eq!((draft.text.as_str(), draft.revision, draft.elapsed_ms), ("I chose", 2, 1_900));
    assert_eq!((draft.started_at, draft.saved_at, draft.finished_at), (noon(), minute(2), None));
    assert_eq!((draft.state, draft.ordinal, draft.budget_ms), (TakeState::Draft, 1, 180_000));
}

#[test]
fn a_save_that_does_not_fit_is_refused_and_changes_nothing() {
    let mut store = TestStore::new();
    let take = store.draft("q");
    store.run(|tx| tx.save_draft(take, 0, "kept", 1, noon()));
    let before = store.take(take).unwrap();
    for stale in [0, 2, 99] {
        let refused = store.write(|tx| tx.save_draft(take, stale, "lost", 2, noon()));
        assert!(
            matches!(refused, Err(StoreError::Stale { row: Row::Take, expected, found: 1 }) if expected == stale)
        );
        let refused = store.write(|tx| tx.finish_take(take, stale, &finish("lost"), noon()));
        assert!(matches!(refused, Err(StoreError::Stale { found: 1, .. })));
    }
    assert_eq!(store.take(take).unwrap(), before);
    assert!(matches!(
        store.write(|tx| tx.save_draft(TakeId(99), 0, "", 0, noon())),
        Err(StoreError::NoSuchTake(TakeId(99)))
    ));

    store.run(|tx| tx.finish_take(take, 1, &finish("done"), noon()));
    let refused = store.write(|tx| tx.save_draft(take, 2, "more", 0, noon()));
    assert!(matches!(refused, Err(StoreError::NotADraft { state: TakeState::Finished, .. })));
    let refused = store.write(|tx| tx.finish_take(take, 2, &finish("more"), noon()));
    assert!(matches!(refused, Err(StoreError::NotADraft { state: TakeState::Finished, .. })));
}

#[test]
fn finishing_keeps_the_figures_of_the_check() {
    let mut store = TestStore::new();
    let take = store.draft("q");
    let scored = Scored {
        words: Some(134),
        score: Some(58),
        scores: Some([("ownership".to_owned(), 40), ("impact".to_owned(), 100)].into()),
        counts: Some(Counts { strong: 5, weak: 4, hidden: 2, hedge: 1, filler: 3, missing: 2 }),
        rules_version: Some("2026.3".to_owned()),
    };
    let ending = Finish { text: "I chose.", elapsed_ms: 91_000, scored: scored.clone() };
    assert_eq!(store.run(|tx| tx.finish_take(take, 0, &ending, minute(3))), 1);
    let finished = store.take(take).unwrap();
    assert_eq!((finished.state, finished.finished_at), (TakeState::Finished, Some(minute(3))));
    assert_eq!((finished.elapsed_ms, finished.scored), (91_000, scored));
    assert_eq!(store.latest_finished_take(finished.answer_id).unwrap().unwrap().id, take);
}

#[test]
fn an_answer_has_one_draft_and_its_takes_are_numbered() {
    let mut store = TestStore::new();
    let first = store.finished_take("q", "one");
    let second = store.draft("q");
    let answer = store.answer_to("q");
    let third = store.write(|tx| tx.insert_take(&new_take(answer), noon()));
    assert!(matches!(third, Err(StoreError::DraftExists { draft, .. }) if draft == second));
    assert_eq!(store.draft_of(answer).unwrap().unwrap().id, second);

    store.run(|tx| tx.discard_take(second));
    store.run(|tx| tx.discard_take(second));
    assert_eq!(store.draft_of(answer).unwrap(), None);
    let third = store.draft("q");
    let listed: Vec<_> =
        store.takes_of(answer).unwrap().into_iter().map(|take| (take.id, take.ordinal)).collect();
    assert_eq!(listed, [(first, 1), (third, 3)]);
    let back = store.write(|tx| tx.undiscard_take(second));
    assert!(matches!(back, Err(StoreError::DraftExists { draft, .. }) if draft == third));
    store.run(|tx| tx.discard_take(third));
    store.run(|tx| tx.undiscard_take(second));
    assert_eq!(store.take(second).unwrap().state, TakeState::Draft);
    assert!(matches!(
        store.write(|tx| tx.undiscard_take(second)),
        Err(StoreError::NotDiscarded { state: TakeState::Draft, .. })
    ));
    store.run(|tx| tx.discard_take(first));
    store.run(|tx| tx.undiscard_take(first));
    assert_eq!(store.take(first).unwrap().state, TakeState::Finished);
    assert!(matches!(
        store.write(|tx| tx.insert_take(&new_take(AnswerId(99)), noon())),
        Err(StoreError::NoSuchAnswer(_))
    ));
}

#[test]
fn a_draft_of_a_mock_stands_beside_the_others_and_is_never_taken_for_one() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    let in_mock = NewTake { source: Source::Mock, ..new_take(answer) };
    let mock = store.run(|tx| tx.insert_take(&in_mock, noon())).id;
    assert_eq!((store.draft_of(answer).unwrap(), store.running_draft().unwrap()), (None, None));
    let practised = store.draft("q");
    assert_eq!(store.draft_of(answer).unwrap().unwrap().id, practised);
    assert_eq!(store.mock_draft_of(answer).unwrap().unwrap().id, mock);
    let second = store.write(|tx| tx.insert_take(&in_mock, noon()));
    assert!(matches!(second, Err(StoreError::DraftExists { draft, .. }) if draft == mock));
    store.run(|tx| tx.save_draft(mock, 0, "I", 0, minute(9)));
    assert_eq!(store.running_draft().unwrap().unwrap().id, practised);
    assert!(
        !store.list_answers(&crate::AnswerFilter::default()).unwrap().rows.iter().any(|row| row.has_draft)
    );

    store.run(|tx| tx.delete_draft(mock));
    assert!(matches!(store.take(mock), Err(StoreError::NoSuchTake(_))));
    store.run(|tx| tx.finish_take(practised, 0, &finish("I chose."), minute(10)));
    let gone = store.write(|tx| tx.delete_draft(practised));
    assert!(matches!(gone, Err(StoreError::NotADraft { state: TakeState::Finished, .. })));
    store.run(|tx| tx.insert_take(&in_mock, noon()));
    assert!(!store.list_answers(&crate::AnswerFilter::default()).unwrap().rows[0].has_draft);
}

#[test]
fn the_draft_to_resume_is_the_one_saved_last_outside_the_trash() {
    let mut store = TestStore::new();
    assert_eq!(store.running_draft().unwrap(), None);
    let early = store.draft("early");
    let late = store.draft("late");
    let trashed = store.draft("trashed");
    store.run(|tx| tx.save_draft(early, 0, "a", 0, minute(1)));
    store.run(|tx| tx.save_draft(late, 0, "b", 0, minute(2)));
    store.run(|tx| tx.save_draft(trashed, 0, "c", 0, minute(3)));
    let answer = store.answer_to("trashed");
    store.run(|tx| tx.trash(answer, 0, noon()));
    assert_eq!(store.running_draft().unwrap().unwrap().id, late);
    store.run(|tx| tx.finish_take(late, 1, &finish("b"), minute(4)));
    assert_eq!(store.running_draft().unwrap().unwrap().id, early);
}

#[test]
fn recent_takes_come_newest_first_without_the_trash() {
    let mut store = TestStore::new();
    let takes: Vec<_> = (0..4)
        .map(|number| store.finished_at(&format!("q{number}"), "I chose.", minute(number), Scored::default()))
        .collect();
    let answer = store.answer_to("q3");
    store.run(|tx| tx.trash(answer, 0, noon()));
    store.draft("q4");
    let recent: Vec<_> = store.recent_takes(2).unwrap().into_iter().map(|take| take.id).collect();
    assert_eq!(recent, [takes[2], takes[1]]);
}

#[test]
fn any_text_comes_back_as_it_was() {
    let mut store = TestStore::new();
    let long = "I chose, and here is why. ".repeat(40_330);
    assert!(long.len() > 1_000_000);
    for (number, text) in [
        "",
        " \r\n\t ",
        "👩🏽‍💻 shipped it 🎉 e\u{301}",
        "קיבלתי החלטה להזיז את ההחזרים",
        "قررت \u{202E}أن\u{202C} أنقل",
        "<script>alert('x')</script>",
        "'; DROP TABLE takes; --",
        "before\0after",
        "\u{FDD0}marks\u{FDD1}",
        &long,
    ]
    .into_iter()
    .enumerate()
    {
        let question = format!("q{number}");
        let take = store.draft(&question);
        store.run(|tx| tx.save_draft(take, 0, text, 0, noon()));
        assert!(store.take(take).unwrap().text == text, "draft {number}");
        store.run(|tx| tx.finish_take(take, 1, &finish(text), noon()));
        assert!(store.take(take).unwrap().text == text, "finished {number}");
        store.assert_index_in_step();
    }
}

/// The lists of words in the schema and in the enums have to be the same.
#[test]
fn the_schema_knows_the_words_of_every_enum() {
    let store = TestStore::new();
    let check = |column: &str, words: Vec<&str>| {
        let (table, column) = column.split_once('.').unwrap();
        let schema: String = store
            .connection()
            .query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
            .unwrap();
        let list = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
        assert!(schema.contains(&format!("CHECK ({column} IN ({list}))")), "{table}.{column}: {list}");
    };
    check("takes.medium", Medium::ALL.iter().map(|word| word.as_str()).collect());
    check("takes.source", Source::ALL.iter().map(|word| word.as_str()).collect());
    check("takes.state", TakeState::ALL.iter().map(|word| word.as_str()).collect());
    check("mocks.state", MockState::ALL.iter().map(|word| word.as_str()).collect());
    check("cards.state", CardState::ALL.iter().map(|word| word.as_str()).collect());
    check("drills.standing", Standing::ALL.iter().map(|word| word.as_str()).collect());
    check("drills.state", DrillState::ALL.iter().map(|word| word.as_str()).collect());
    check("review_log.source", Source::ALL.iter().map(|word| word.as_str()).collect());
}

#[test]
fn a_take_finished_from_the_start_is_the_latest_and_drafts_come_after_it() {
    let mut store = TestStore::new();
    let first = store.finished_take("q", "I tracked the plan.");
    let answer = store.answer_to("q");
    let draft = store.draft("q");
    store.run(|tx| tx.save_draft(draft, 0, "I chose", 1000, minute(1)));
    let in_mock =
        store.run(|tx| tx.insert_take(&NewTake { source: Source::Mock, ..new_take(answer) }, noon())).id;
    let new = NewTake { source: Source::Drill, text: "I cut the plan.", ..new_take(answer) };
    let put = store.run(|tx| tx.insert_finished_take(&new, 0, &scored(61), minute(2)));
    assert_eq!((put.ordinal, put.state, put.source), (2, TakeState::Finished, Source::Drill));
    assert_eq!((put.text.as_str(), put.elapsed_ms, put.scored.score), ("I cut the plan.", 0, Some(61)));
    assert_eq!((put.started_at, put.finished_at), (minute(2), Some(minute(2))));
    let numbers: Vec<_> = [first, draft, in_mock]
        .map(|take| store.take(take).unwrap())
        .into_iter()
        .map(|take| take.ordinal)
        .collect();
    assert_eq!(numbers, [1, 3, 4]);
    let kept = store.take(draft).unwrap();
    assert_eq!((kept.text.as_str(), kept.revision, kept.state), ("I chose", 1, TakeState::Draft));
    assert_eq!(store.latest_finished_take(answer).unwrap().unwrap().id, put.id);
    store.run(|tx| tx.finish_take(in_mock, 0, &finish("Said in a mock."), minute(3)));
    // The older draft is behind a finished take by now, and stays there.
    let again = store.run(|tx| tx.insert_finished_take(&new, 0, &Scored::default(), minute(4)));
    assert_eq!((again.ordinal, store.take(draft).unwrap().ordinal), (5, 3));
    store.assert_index_in_step();
}
