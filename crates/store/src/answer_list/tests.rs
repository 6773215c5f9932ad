use super::{AnswerFilter, AnswerSort};
use crate::testing::{TestStore, minute, noon, scored};
use crate::{AnswerId, Medium, NewAnswer, NewTake, Source, StoreError};

/// Four answers: `a` 34 then 58, `b` 71, `c` unscored and spoken, `d` 40 in the trash; `e` has only a draft.
fn filled() -> TestStore {
    let mut store = TestStore::new();
    store.finished_at("a", "I moved refunds.", minute(1), scored(34));
    store.finished_at("a", "I moved refunds behind a flag, refunds last.", minute(4), scored(58));
    store.finished_at("b", "I chose the refunds metric and a flag.", minute(3), scored(71));
    let new = NewAnswer {
        question_id: "c",
        prompt: "How would you retire an API?",
        competency: "api-and-platform",
        level: "principal",
        mode: "situational",
    };
    let answer_id = store.run(|tx| tx.insert_answer(&new, noon()));
    let spoken = NewTake { answer_id, medium: Medium::Spoken, source: Source::Mock, text: "", budget_ms: 0 };
    store.run(|tx| tx.insert_take(&spoken, noon()));
    store.finished_at_draft("c", "We told every client.", minute(2));
    store.finished_at("d", "I moved refunds too.", minute(5), scored(40));
    let trashed = store.answer_to("d");
    store.run(|tx| tx.trash(trashed, 0, minute(6)));
    store.draft("e");
    store
}

impl TestStore {
    fn finished_at_draft(&mut self, question_id: &str, text: &str, at: jiff::Timestamp) {
        let answer = self.answer_to(question_id);
        let draft = self.mock_draft_of(answer).unwrap().unwrap();
        let finish = crate::Finish { text, elapsed_ms: 1, scored: Default::default() };
        self.run(|tx| tx.finish_take(draft.id, draft.revision, &finish, at));
    }
}

#[test]
fn the_list_is_filtered_and_sorted() {
    let mut store = filled();
    let starred = store.answer_to("b");
    store.run(|tx| tx.set_starred(starred, true, noon()));
    let check = |filter: AnswerFilter, expected: &str| {
        let list = store.list_answers(&filter).unwrap();
        let questions: Vec<_> = list.rows.iter().map(|row| row.question_id.as_str()).collect();
        assert_eq!(questions.join(" "), expected, "{filter:?}");
        assert_eq!(list.total as usize, questions.len());
    };
    let all = AnswerFilter::default;
    let sorted = |sort| AnswerFilter { sort, ..all() };
    check(all(), "a b c");
    check(sorted(AnswerSort::Oldest), "c b a");
    check(sorted(AnswerSort::HighestScore), "b a c");
    check(sorted(AnswerSort::LowestScore), "a b c");
    check(sorted(AnswerSort::Relevance), "a b c");
    check(AnswerFilter { trashed: true, ..all() }, "d");
    check(AnswerFilter { starred: true, ..all() }, "b");
    check(AnswerFilter { competency: Some("api-and-platform".into()), ..all() }, "c");
    check(AnswerFilter { medium: Some(Medium::Spoken), ..all() }, "c");
    check(AnswerFilter { min_score: Some(59), ..all() }, "b");
    check(AnswerFilter { min_score: Some(58), ..all() }, "a b");
    check(AnswerFilter { max_score: Some(58), ..all() }, "a");
    check(AnswerFilter { from: Some(minute(3)), ..all() }, "a b");
    check(AnswerFilter { to: Some(minute(3)), ..all() }, "c");
    check(AnswerFilter { from: Some(minute(2)), to: Some(minute(4)), ..all() }, "b c");
    check(AnswerFilter { query: Some("   ".into()), ..all() }, "a b c");
    check(AnswerFilter { query: Some("refunds".into()), ..all() }, "a b");
    check(AnswerFilter { query: Some("refunds".into()), max_score: Some(60), ..all() }, "a");
    check(AnswerFilter { query: Some("refunds".into()), trashed: true, ..all() }, "");
    check(AnswerFilter { query: Some("retire".into()), ..all() }, "c");
    check(AnswerFilter { query: Some("?!".into()), ..all() }, "");
}

#[test]
fn a_limit_shortens_the_list_and_not_the_total() {
    let list = filled().list_answers(&AnswerFilter { limit: Some(1), ..Default::default() }).unwrap();
    assert_eq!((list.rows.len(), list.total), (1, 3));
}

#[test]
fn a_row_shows_the_latest_take_and_the_best_score() {
    let mut store = filled();
    let row = |store: &TestStore| store.list_answers(&AnswerFilter::default()).unwrap().rows.remove(0);
    let first = row(&store);
    assert_eq!((first.takes, first.best_take_id, first.best_score), (2, None, Some(58)));
    assert_eq!((first.latest.score, first.latest.finished_at), (Some(58), minute(4)));
    assert_eq!((first.latest.medium, first.latest.elapsed_ms), (Medium::Typed, 90_000));
    assert!(!first.has_draft);

    // The take the user keeps as best counts, even if another scored higher.
    let takes = store.takes_of(first.id).unwrap();
    store.run(|tx| tx.set_best(first.id, Some(takes[0].id), 0, noon()));
    store.draft("a");
    let first = row(&store);
    assert_eq!((first.best_take_id, first.best_score), (Some(takes[0].id), Some(34)));
    assert!(first.has_draft);

    store.run(|tx| tx.discard_take(takes[1].id));
    let first = store
        .list_answers(&AnswerFilter { max_score: Some(40), ..Default::default() })
        .unwrap()
        .rows
        .remove(0);
    assert_eq!((first.takes, first.latest.score), (1, Some(34)));
}

#[test]
fn a_search_shows_the_take_that_fits_best() {
    let store = filled();
    let filter =
        AnswerFilter { query: Some("refunds".into()), sort: AnswerSort::Relevance, ..Default::default() };
    let list = store.list_answers(&filter).unwrap();
    let hit = list.rows.iter().find(|row| row.question_id == "a").unwrap().found.as_ref().unwrap();
    assert_eq!(hit.answer_id, list.rows.iter().find(|row| row.question_id == "a").unwrap().id);
    assert!(hit.text.matches.iter().all(|range| &hit.text.text[range.clone()] == "refunds"));
    assert!(!hit.text.matches.is_empty());
    let best = store.search("refunds", 10).unwrap();
    let best_of_a = best.iter().find(|found| found.answer_id == hit.answer_id).unwrap();
    assert_eq!(best_of_a.take_id, hit.take_id);
}

#[test]
fn nothing_is_listed_of_an_empty_store() -> Result<(), StoreError> {
    let list = TestStore::new().list_answers(&AnswerFilter::default())?;
    assert_eq!((list.rows.len(), list.total), (0, 0));
    assert!(TestStore::new().takes_of(AnswerId(1))?.is_empty());
    Ok(())
}
