use jiff::civil::date;

use super::{NewReview, ReviewId};
use crate::cards::tests::{graded, new_card};
use crate::testing::{TestStore, minute, noon};
use crate::{AnswerId, Card, CardState, Row, Source, StoreError, TakeId};

/// An ungraded performance that touched no card.
pub(crate) fn performance(answer_id: AnswerId, take_id: Option<TakeId>) -> NewReview {
    NewReview {
        answer_id,
        take_id,
        at: noon(),
        day: date(2026, 3, 10),
        grade: None,
        suggested: None,
        recalled: None,
        points_back: None,
        points_total: None,
        elapsed_days: 0,
        source: Source::Practice,
        retrievability: None,
        card_before: None,
        card_after: None,
    }
}

/// The row of a card as SQLite has it, floats included.
fn raw_card(store: &TestStore, answer: AnswerId) -> Option<Vec<rusqlite::types::Value>> {
    let mut statement = store.connection().prepare("SELECT * FROM cards WHERE answer_id = ?1").unwrap();
    let mut rows = statement.query([answer]).unwrap();
    rows.next().unwrap().map(|row| (0..11).map(|column| row.get(column).unwrap()).collect())
}

/// Grades as the app does: card and log in one transaction.
fn grade(store: &mut TestStore, answer: AnswerId, after: impl Fn(&Card) -> Card) -> ReviewId {
    store.run(|tx| {
        let before = tx.card(answer)?;
        let card = before.clone().unwrap_or_else(|| new_card(answer));
        let after = match before {
            Some(_) => tx.update_card(&after(&card), card.version)?,
            None => {
                let after = after(&card);
                tx.insert_card(&after)?;
                after
            }
        };
        tx.append_review(&NewReview {
            grade: Some(3),
            suggested: Some(2),
            recalled: Some(true),
            points_back: Some(4),
            points_total: Some(6),
            retrievability: Some(0.1 + 0.2),
            source: Source::Review,
            card_before: before,
            card_after: Some(after),
            ..performance(answer, None)
        })
    })
}

#[test]
fn every_performance_is_logged_as_it_was() {
    let mut store = TestStore::new();
    let take = store.finished_take("q", "I chose.");
    let answer = store.answer_to("q");
    let retake = performance(answer, Some(take));
    let first = store.run(|tx| tx.append_review(&retake));
    let second = grade(&mut store, answer, graded);
    let log = store.reviews_of(answer).unwrap();
    assert_eq!(log.iter().map(|review| review.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(log[0].logged, retake);
    assert_eq!(log[1].logged.retrievability, Some(0.1 + 0.2));
    assert_eq!(log[1].logged.card_after, store.card(answer).unwrap());
    assert_eq!(store.reviews_between(noon(), minute(1)).unwrap(), log);
    assert_eq!(store.reviews_between(minute(1), minute(2)).unwrap(), []);
    assert!(matches!(store.review(ReviewId(99)), Err(StoreError::NoSuchReview(_))));
}

#[test]
fn undo_restores_the_exact_row_step_by_step() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    // An odd moment and odd floats: nothing may be rounded on the way through the log.
    let created_at = "2026-03-10T12:00:00.123456789Z".parse().unwrap();
    let made = grade(&mut store, answer, |card| Card { created_at, ..graded(card) });
    let after_first = raw_card(&store, answer);
    let lapsed = grade(&mut store, answer, |card| {
        let mut card = Card { lapses: 1, reps: 2, ..card.clone() };
        let memory = card.memory.as_mut().unwrap();
        memory.stability = 0.1 + 0.7;
        memory.difficulty = std::f64::consts::PI;
        card
    });
    let after_second = raw_card(&store, answer);
    assert_ne!(after_first, after_second);

    let refused = store.write(|tx| tx.undo_review(made, minute(1)));
    assert!(matches!(refused, Err(StoreError::NotTheLatestReview(_))));
    assert_eq!(store.last_undoable().unwrap().unwrap().id, lapsed);
    let restored = store.run(|tx| tx.undo_review(lapsed, minute(1)));
    assert_eq!(raw_card(&store, answer), after_first);
    assert_eq!(store.card(answer).unwrap(), restored);
    let refused = store.write(|tx| tx.undo_review(lapsed, minute(2)));
    assert!(matches!(refused, Err(StoreError::AlreadyUndone(_))));

    assert_eq!(store.last_undoable().unwrap().unwrap().id, made);
    assert_eq!(store.run(|tx| tx.undo_review(made, minute(3))), None);
    assert_eq!(raw_card(&store, answer), None);
    assert_eq!(store.last_undoable().unwrap(), None);
    // The log keeps both, marked.
    assert_eq!(store.reviews_of(answer).unwrap(), []);
    assert_eq!(store.review(made).unwrap().undone_at, Some(minute(3)));
}

#[test]
fn a_review_is_not_undone_over_a_later_change() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    let review = grade(&mut store, answer, graded);
    let card = store.card(answer).unwrap().unwrap();
    let buried = Card { state: CardState::Buried, buried_until: Some(date(2026, 3, 11)), ..card };
    let buried = store.run(|tx| tx.update_card(&buried, buried.version));
    let refused = store.write(|tx| tx.undo_review(review, minute(1)));
    assert!(matches!(refused, Err(StoreError::Stale { row: Row::Card, expected: 0, found: 1 })));
    assert_eq!(store.card(answer).unwrap(), Some(buried));
    assert_eq!(store.review(review).unwrap().undone_at, None);
}

#[test]
fn undo_passes_over_ungraded_performances_and_the_trash() {
    let mut store = TestStore::new();
    let (first, second) = (store.answer_to("q1"), store.answer_to("q2"));
    let kept = grade(&mut store, first, graded);
    grade(&mut store, second, graded);
    store.run(|tx| tx.append_review(&performance(first, None)));
    store.run(|tx| tx.trash(second, 0, noon()));
    assert_eq!(store.last_undoable().unwrap().unwrap().id, kept);
    store.run(|tx| tx.undo_review(kept, noon()));
    assert_eq!(store.card(first).unwrap(), None);
    assert!(store.card(second).unwrap().is_some());
}
