use std::collections::HashMap;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Card, CardState, Memory};
use crate::testing::{TestStore, minute, noon};
use crate::{AnswerId, Finish, Row, Scored, StoreError};

const TODAY: Date = date(2026, 3, 10);

/// A card that was never graded, due today.
pub(crate) fn new_card(answer_id: AnswerId) -> Card {
    Card {
        answer_id,
        memory: None,
        due_day: TODAY,
        reps: 0,
        lapses: 0,
        state: CardState::Active,
        buried_until: None,
        version: 0,
        created_at: noon(),
    }
}

/// The card after a first grade.
pub(crate) fn graded(card: &Card) -> Card {
    Card {
        memory: Some(Memory { stability: 2.3065, difficulty: 2.118_103_970_459_015, last_day: TODAY }),
        due_day: date(2026, 3, 12),
        reps: card.reps + 1,
        ..card.clone()
    }
}

#[test]
fn a_card_is_kept_exactly_and_counted_by_the_store() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    let card = new_card(answer);
    store.run(|tx| tx.insert_card(&card));
    assert_eq!(store.card(answer).unwrap(), Some(card.clone()));
    assert!(matches!(store.write(|tx| tx.insert_card(&card)), Err(StoreError::CardExists(_))));

    let changed = Card { version: 77, ..graded(&card) };
    let stored = store.run(|tx| tx.update_card(&changed, 0));
    assert_eq!(stored, Card { version: 1, ..changed.clone() });
    assert_eq!(store.card(answer).unwrap(), Some(stored));
    let refused = store.write(|tx| tx.update_card(&changed, 0));
    assert!(matches!(refused, Err(StoreError::Stale { row: Row::Card, expected: 0, found: 1 })));

    store.run(|tx| tx.delete_card(answer));
    assert_eq!(store.card(answer).unwrap(), None);
    assert!(matches!(store.write(|tx| tx.delete_card(answer)), Err(StoreError::NoSuchCard(_))));
    assert!(matches!(store.write(|tx| tx.update_card(&changed, 1)), Err(StoreError::NoSuchCard(_))));
    let orphan = new_card(AnswerId(99));
    assert!(matches!(store.write(|tx| tx.insert_card(&orphan)), Err(StoreError::NoSuchAnswer(_))));
}

#[test]
fn cards_come_with_their_answers_and_are_counted_by_the_day_they_are_due() {
    let mut store = TestStore::new();
    let mut put = |question: &str, change: &dyn Fn(&mut Card)| {
        store.finished_take(question, "I chose.");
        let mut card = new_card(store.answer_to(question));
        change(&mut card);
        store.run(|tx| tx.insert_card(&card));
        card.answer_id
    };
    let buried_until = |day: Date| {
        move |card: &mut Card| {
            card.state = CardState::Buried;
            card.buried_until = Some(day);
        }
    };
    put("today", &|_| {});
    put("tomorrow", &|card| card.due_day = date(2026, 3, 11));
    put("long ago", &|card| *card = Card { due_day: date(2025, 12, 31), ..graded(card) });
    put("buried", &buried_until(date(2026, 3, 11)));
    put("awake again", &buried_until(TODAY));
    put("suspended", &|card| card.state = CardState::Suspended);
    let trashed = put("trashed", &|_| {});
    store.run(|tx| tx.trash(trashed, 0, noon()));

    let all = store.all_cards().unwrap();
    let questions: Vec<_> = all.iter().map(|card| card.question_id.as_str()).collect();
    assert_eq!(questions, ["today", "tomorrow", "long ago", "buried", "awake again", "suspended"]);
    assert_eq!((all[0].budget_ms, &*all[0].times_ms), (Some(180_000), &[90_000][..]));
    assert_eq!(all[0].competency, "dependencies-and-risk");
    let due = store.due_by_day(TODAY, date(2026, 3, 11)).unwrap();
    assert_eq!(
        due,
        HashMap::from([(TODAY, 3), (date(2026, 3, 11), 1)]),
        "neither suspended nor in the trash"
    );
    assert_eq!(store.due_by_day(date(2026, 4, 1), date(2027, 4, 1)).unwrap(), HashMap::new());
}

#[test]
fn a_card_that_makes_no_sense_is_refused() {
    let mut store = TestStore::new();
    let answer = store.answer_to("q");
    let sound = new_card(answer);
    for wrong in [
        Card { state: CardState::Buried, ..sound.clone() },
        Card { buried_until: Some(TODAY), ..sound.clone() },
        Card { memory: Some(Memory { stability: 0.0, difficulty: 5.0, last_day: TODAY }), ..sound.clone() },
        Card {
            memory: Some(Memory { stability: f64::NAN, difficulty: 5.0, last_day: TODAY }),
            ..sound.clone()
        },
    ] {
        assert!(matches!(store.write(|tx| tx.insert_card(&wrong)), Err(StoreError::Sqlite(_))), "{wrong:?}");
    }
}

proptest! {
    /// The log keeps cards as JSON: to the last bit, or undo would not be exact.
    #[test]
    fn a_card_survives_json_to_the_last_bit(
        stability in prop::num::f64::POSITIVE,
        difficulty in prop::num::f64::NORMAL,
        millis in 0i64..4_000_000_000_000,
    ) {
        let card = Card {
            memory: Some(Memory { stability, difficulty, last_day: TODAY }),
            created_at: jiff::Timestamp::from_millisecond(millis).unwrap(),
            ..new_card(AnswerId(1))
        };
        let json = serde_json::to_string(&card).unwrap();
        prop_assert_eq!(serde_json::from_str::<Card>(&json).unwrap(), card);
    }
}

#[test]
fn a_card_knows_how_long_the_last_five_takes_took_whatever_becomes_of_them() {
    let mut store = TestStore::new();
    let mut takes = Vec::new();
    for (after, elapsed_ms) in (1..).zip([60_000, 0, 62_000, 63_000, 64_000, 65_000, 66_000]) {
        let draft = store.draft("q");
        let finish = Finish { text: "I held it.", elapsed_ms, scored: Scored::default() };
        store.run(|tx| tx.finish_take(draft, 0, &finish, minute(after)));
        takes.push(draft);
    }
    let answer = store.answer_to("q");
    store.run(|tx| tx.insert_card(&new_card(answer)));
    let known = |store: &TestStore| {
        let card = store.all_cards().unwrap().remove(0);
        (card.budget_ms, card.times_ms)
    };
    assert_eq!(known(&store), (Some(180_000), vec![66_000, 65_000, 64_000, 63_000, 62_000]));
    store.run(|tx| tx.discard_take(takes[6]));
    assert_eq!(
        known(&store).1,
        [65_000, 64_000, 63_000, 62_000, 60_000],
        "one thrown away, one without a time"
    );
    store.run(|tx| tx.undiscard_take(takes[6]));
    assert_eq!(known(&store).1[0], 66_000, "and brought back");
    store.draft("q");
    assert_eq!(known(&store).1[0], 66_000, "a draft says nothing yet");
    for take in takes {
        store.run(|tx| tx.discard_take(take));
    }
    assert_eq!(known(&store), (None, vec![]));
}
