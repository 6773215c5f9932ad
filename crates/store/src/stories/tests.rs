use super::*;
use crate::testing::{TestStore, minute, noon, scored};

const BODY: &str = r#"{"situation":"Checkout moves 🙂"}"#;

fn insert(store: &mut TestStore, title: &str) -> StoryId {
    store.run(|tx| tx.insert_story(title, BODY, noon()))
}

/// An answer to the question with finished takes of these scores, in this order.
fn told(store: &mut TestStore, question: &str, scores: &[Option<u8>]) -> AnswerId {
    for (number, score) in scores.iter().enumerate() {
        let scored = score.map(scored).unwrap_or_default();
        store.finished_at(question, "I chose.", minute(i64::try_from(number).unwrap()), scored);
    }
    store.answer_to(question)
}

fn link(store: &mut TestStore, story: StoryId, answer: AnswerId) {
    store.run(|tx| tx.link_story(story, answer, true, minute(1)));
}

fn links(store: &TestStore) -> Vec<(i64, i64)> {
    store.story_links().unwrap().into_iter().map(|link| (link.story.0, link.answer.id.0)).collect()
}

#[test]
fn a_story_is_kept_changed_deleted_and_brought_back() {
    let mut store = TestStore::new();
    let (one, two) = (insert(&mut store, "Refund path"), insert(&mut store, "Retiring the v1 API"));
    assert_eq!(store.run(|tx| tx.update_story(one, "The refund path", "{}", 0, minute(1))), 1);
    let titles = |store: &TestStore| -> Vec<_> {
        store.stories().unwrap().into_iter().map(|story| (story.title, story.version)).collect()
    };
    assert_eq!(titles(&store), [("The refund path".to_owned(), 1), ("Retiring the v1 API".to_owned(), 0)]);
    let kept = store.story(one).unwrap();
    assert_eq!((kept.created_at, kept.updated_at, kept.body.as_str()), (noon(), minute(1), "{}"));
    assert_eq!(store.story(two).unwrap().body, BODY);

    for at in [2, 3] {
        store.run(|tx| tx.set_stories_deleted(&[one], true, minute(at)));
    }
    assert_eq!(titles(&store), [("Retiring the v1 API".to_owned(), 0)]);
    assert_eq!(store.story(one).unwrap().deleted_at, Some(minute(2)));
    assert_eq!(store.last_change().unwrap(), Some(minute(2)), "a backup is due after it");
    for _ in 0..2 {
        store.run(|tx| tx.set_stories_deleted(&[one, two], false, minute(4)));
    }
    assert_eq!(titles(&store), [("The refund path".to_owned(), 3), ("Retiring the v1 API".to_owned(), 0)]);
    assert!(insert(&mut store, "A third") > two);
}

#[test]
fn what_is_stale_or_not_there_is_refused_and_changes_nothing() {
    let mut store = TestStore::new();
    let story = insert(&mut store, "Refund path");
    let answer = told(&mut store, "q1", &[Some(70)]);
    for stale in [1, 7] {
        let refused = store.write(|tx| tx.update_story(story, "x", "{}", stale, noon()));
        assert!(matches!(refused, Err(StoreError::Stale { row: Row::Story, found: 0, .. })), "{stale}");
    }
    let gone = StoryId(99);
    let refused = [
        store.write(|tx| tx.update_story(gone, "x", "{}", 0, noon()).map(drop)),
        store.write(|tx| tx.set_stories_deleted(&[story, gone], true, noon())),
        store.write(|tx| tx.link_story(gone, answer, true, noon())),
    ];
    for refused in refused {
        assert!(matches!(refused, Err(StoreError::NoSuchStory(id)) if id == gone), "{refused:?}");
    }
    let no_answer = store.write(|tx| tx.link_story(story, AnswerId(99), true, noon()));
    assert!(matches!(no_answer, Err(StoreError::NoSuchAnswer(AnswerId(99)))));
    for (title, body) in [("", "{}"), ("x", "{")] {
        let refused = store.write(|tx| tx.insert_story(title, body, noon()));
        assert!(matches!(refused, Err(StoreError::Sqlite(_))), "{title} {body}");
    }
    assert_eq!(store.stories().unwrap().len(), 1, "all or none");

    store.run(|tx| tx.set_stories_deleted(&[story], true, noon()));
    let deleted = [
        store.write(|tx| tx.update_story(story, "x", "{}", 1, noon()).map(drop)),
        store.write(|tx| tx.link_story(story, answer, true, noon())),
    ];
    for refused in deleted {
        assert!(matches!(refused, Err(StoreError::NoSuchStory(_))), "{refused:?}");
    }
}

#[test]
fn links_come_and_go_and_outlive_the_deleting_of_a_story() {
    let mut store = TestStore::new();
    let (one, two) = (insert(&mut store, "One"), insert(&mut store, "Two"));
    let answers = [told(&mut store, "q1", &[Some(70)]), told(&mut store, "q2", &[None])];
    for _ in 0..2 {
        link(&mut store, two, answers[0]);
        link(&mut store, one, answers[0]);
        link(&mut store, one, answers[1]);
    }
    assert_eq!(links(&store), [(1, 1), (1, 2), (2, 1)]);
    let linked = store.linked_answers().unwrap();
    assert_eq!(linked, [(answers[0], one), (answers[0], two), (answers[1], one)]);
    assert_eq!((store.story(one).unwrap().version, store.last_change().unwrap()), (0, Some(minute(1))));
    store.run(|tx| tx.set_stories_deleted(&[one], true, minute(2)));
    assert_eq!((links(&store), store.linked_answers().unwrap()), (vec![(2, 1)], vec![(answers[0], two)]));
    store.run(|tx| tx.set_stories_deleted(&[one], false, minute(3)));
    for _ in 0..2 {
        store.run(|tx| tx.link_story(one, answers[0], false, minute(4)));
    }
    assert_eq!(links(&store), [(1, 2), (2, 1)]);
}

#[test]
fn an_answer_in_the_trash_is_hidden_and_one_deleted_for_ever_takes_its_links_along() {
    let mut store = TestStore::new();
    let story = insert(&mut store, "One");
    let (kept, gone) = (told(&mut store, "q1", &[Some(70)]), told(&mut store, "q2", &[Some(60)]));
    link(&mut store, story, kept);
    link(&mut store, story, gone);
    let version = store.run(|tx| tx.trash(gone, 0, minute(2)));
    assert_eq!(links(&store), [(1, kept.0)]);
    let version = store.run(|tx| tx.restore(gone, version, minute(3)));
    assert_eq!(links(&store).len(), 2);
    store.run(|tx| tx.delete_forever(gone, version));
    assert_eq!((links(&store), store.linked_answers().unwrap().len()), (vec![(1, kept.0)], 1));
    let left: u32 =
        store.connection().query_row("SELECT count(*) FROM story_answers", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 1);
    assert!(store.story(story).is_ok());
}

#[test]
fn the_best_take_is_the_kept_one_else_the_highest_else_the_latest() {
    #[track_caller]
    fn check(scores: &[Option<u8>], kept: Option<usize>, best: usize, score: Option<u8>) {
        let mut store = TestStore::new();
        let story = insert(&mut store, "One");
        let answer = told(&mut store, "q1", scores);
        let takes: Vec<_> = store.takes_of(answer).unwrap().into_iter().map(|take| take.id).collect();
        if let Some(kept) = kept {
            store.run(|tx| tx.set_best(answer, Some(takes[kept]), 0, minute(9)));
        }
        link(&mut store, story, answer);
        let link = &store.story_links().unwrap()[0];
        assert_eq!((link.answer.best_take, link.answer.best_score), (takes[best], score));
        let listed = store.list_answers(&crate::AnswerFilter::default()).unwrap();
        assert_eq!(listed.rows[0].best_score, score, "as in the list of answers");
        let last = minute(i64::try_from(scores.len()).unwrap() - 1);
        let (told, words) = store.told_answers().unwrap().remove(0);
        assert_eq!((&told, words.as_str(), told.finished_at), (&link.answer, "I chose.", last));
    }
    check(&[Some(40), Some(75), Some(60)], None, 1, Some(75));
    check(&[Some(40), Some(75), Some(60)], Some(0), 0, Some(40));
    check(&[Some(60), Some(60)], None, 1, Some(60));
    check(&[Some(60), None], None, 0, Some(60));
    check(&[None, None], None, 1, None);
    check(&[Some(60), None], Some(1), 1, Some(60));
}

#[test]
fn an_answer_without_a_finished_take_tells_nothing_yet() {
    let mut store = TestStore::new();
    let story = insert(&mut store, "One");
    store.draft("q1");
    let answer = store.answer_to("q1");
    link(&mut store, story, answer);
    assert_eq!((links(&store).len(), store.told_answers().unwrap().len()), (0, 0));
    assert_eq!(store.linked_answers().unwrap(), [(answer, story)]);
}

#[test]
fn a_thousand_stories_are_read_without_looking_through_the_takes() {
    let mut store = TestStore::new();
    let answers: Vec<_> =
        (0..50).map(|number| told(&mut store, &format!("q{number}"), &[Some(50), Some(70)])).collect();
    store.run(|tx| {
        for number in 0..1_000 {
            let story = tx.insert_story(&format!("Story {number}"), BODY, noon())?;
            for place in 0..5 {
                tx.link_story(story, answers[(number + place * 7) % answers.len()], true, noon())?;
            }
        }
        Ok(())
    });
    let links = store.story_links().unwrap();
    assert_eq!((store.stories().unwrap().len(), links.len()), (1_000, 5_000));
    assert!(links.iter().all(|link| link.answer.best_score == Some(70)));
    assert!(links.is_sorted_by_key(|link| (link.story, link.answer.id)));

    let plan: Vec<String> = store
        .connection()
        .prepare(&format!("EXPLAIN QUERY PLAN {}", links_sql()))
        .unwrap()
        .query_map([], |row| row.get("detail"))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for table in ["a", "top", "kept", "t"] {
        assert!(!plan.iter().any(|step| step.starts_with(&format!("SCAN {table}"))), "{plan:#?}");
    }
}
