use jiff::civil::date;

use super::*;
use crate::testing::{TestStore, minute, new_take, noon, scored};
use crate::{Finish, NewTake, Source};

const NEW: NewMock<'_> = NewMock {
    name: "Phone screen",
    loop_id: Some("phone-screen-program"),
    setup: r#"{"seed":7}"#,
    plan: r#"{"rounds":[]}"#,
    day: date(2026, 3, 10),
    questions: 3,
};

fn begin(store: &mut TestStore, at: Timestamp) -> MockId {
    store.run(|tx| tx.insert_mock(&NEW, at))
}

/// A finished take of a mock in that slot.
fn answer_slot(store: &mut TestStore, mock: MockId, slot: u32, score: Option<u8>) -> TakeId {
    let answer_id = store.answer_to(&format!("q{slot}"));
    let take =
        store.run(|tx| tx.insert_take(&NewTake { source: Source::Mock, ..new_take(answer_id) }, noon())).id;
    store.run(|tx| tx.set_mock_answer(mock, slot, take));
    let scored = score.map(scored).unwrap_or_default();
    store.run(|tx| tx.finish_take(take, 0, &Finish { text: "I chose.", elapsed_ms: 1, scored }, noon()));
    take
}

#[test]
fn a_mock_is_under_way_until_it_ends_and_is_the_only_one() {
    let mut store = TestStore::new();
    let mock = begin(&mut store, noon());
    let begun = store.mock(mock).unwrap();
    assert_eq!(store.mock_under_way().unwrap().as_ref(), Some(&begun));
    assert_eq!((begun.state, begun.events, begun.started_at), (MockState::UnderWay, 0, noon()));
    assert_eq!((begun.setup.as_str(), begun.plan.as_str(), begun.day), (NEW.setup, NEW.plan, NEW.day));
    let second = store.write(|tx| tx.insert_mock(&NEW, minute(1)));
    assert!(matches!(second, Err(StoreError::MockUnderWay(under_way)) if under_way == mock));
    assert_eq!(store.ended_mocks().unwrap(), []);

    store.run(|tx| tx.end_mock(mock, minute(50)));
    assert!(matches!(store.write(|tx| tx.end_mock(mock, minute(51))), Err(StoreError::MockEnded(_))));
    assert_eq!(store.mock_under_way().unwrap(), None);
    let second = begin(&mut store, minute(60));
    assert!(second > mock);
    assert_eq!(store.mock_setups().unwrap(), [NEW.setup, NEW.setup]);
}

#[test]
fn events_have_no_gaps_and_stale_ones_are_refused() {
    let mut store = TestStore::new();
    let mock = begin(&mut store, noon());
    for (seq, body) in [r#"{"what":"begun"}"#, r#"{"what":"paused 🙂"}"#].into_iter().enumerate() {
        let seq = u32::try_from(seq).unwrap();
        assert_eq!(store.run(|tx| tx.append_mock_event(mock, seq, body, minute(i64::from(seq)))), seq + 1);
    }
    for stale in [0, 1, 3] {
        let refused = store.write(|tx| tx.append_mock_event(mock, stale, "{}", minute(9)));
        assert!(matches!(refused, Err(StoreError::Stale { row: Row::Mock, found: 2, .. })), "{stale}");
    }
    assert!(matches!(
        store.write(|tx| tx.append_mock_event(MockId(99), 0, "{}", noon())),
        Err(StoreError::NoSuchMock(MockId(99)))
    ));
    let events = store.mock_events(mock).unwrap();
    let seen: Vec<_> = events.iter().map(|event| (event.seq, event.at, event.body.as_str())).collect();
    assert_eq!(seen, [(1, noon(), r#"{"what":"begun"}"#), (2, minute(1), r#"{"what":"paused 🙂"}"#)]);
    assert_eq!(store.last_change().unwrap(), Some(minute(1)), "a backup is due after it");
    store.run(|tx| tx.end_mock(mock, minute(2)));
    let refused = store.write(|tx| tx.append_mock_event(mock, 2, "{}", minute(9)));
    assert!(matches!(refused, Err(StoreError::MockEnded(_))));
}

#[test]
fn answers_hang_on_their_slots_and_a_deleted_one_leaves_its_place() {
    let mut store = TestStore::new();
    let mock = begin(&mut store, noon());
    let takes = [
        answer_slot(&mut store, mock, 0, Some(40)),
        answer_slot(&mut store, mock, 1, Some(75)),
        answer_slot(&mut store, mock, 2, None),
    ];
    let of = |store: &TestStore| -> Vec<_> {
        let answers = store.mock_answers(mock).unwrap();
        answers.into_iter().map(|answer| (answer.slot, answer.take.map(|take| take.id))).collect()
    };
    assert_eq!(of(&store), [(0, Some(takes[0])), (1, Some(takes[1])), (2, Some(takes[2]))]);
    store.run(|tx| tx.end_mock(mock, minute(50)));
    let listed = &store.ended_mocks().unwrap()[0];
    assert_eq!((listed.answered, listed.score, listed.questions), (3, Some(58), 3), "57.5, rounded");

    let answer = store.take(takes[0]).unwrap().answer_id;
    store.run(|tx| tx.delete_forever(answer, 0));
    assert_eq!(of(&store), [(0, None), (1, Some(takes[1])), (2, Some(takes[2]))]);
    let listed = &store.ended_mocks().unwrap()[0];
    assert_eq!((listed.answered, listed.score), (3, Some(75)));
    assert_eq!(store.mock_answer(mock, 1).unwrap().unwrap().take.unwrap().id, takes[1]);
    assert_eq!(store.mock_answer(mock, 7).unwrap(), None);
    store.run(|tx| tx.remove_mock_answer(mock, 1));
    assert_eq!(of(&store), [(0, None), (2, Some(takes[2]))]);
    assert!(store.take(takes[1]).is_ok());
}

#[test]
fn a_deleted_mock_leaves_the_list_and_comes_back_with_everything() {
    let mut store = TestStore::new();
    let ended: Vec<_> = (0..3)
        .map(|number| {
            let mock = begin(&mut store, minute(number * 100));
            store.run(|tx| tx.append_mock_event(mock, 0, "{}", minute(number * 100)));
            store.run(|tx| tx.end_mock(mock, minute(number * 100 + 50)));
            mock
        })
        .collect();
    let take = answer_slot(&mut store, ended[1], 0, Some(60));
    let listed = |store: &TestStore| -> Vec<_> {
        store.ended_mocks().unwrap().into_iter().map(|mock| mock.id).collect()
    };
    let before = store.ended_mocks().unwrap();
    assert_eq!(listed(&store), [ended[2], ended[1], ended[0]]);
    store.run(|tx| tx.delete_mocks(&[ended[1], ended[0]], minute(500)));
    store.run(|tx| tx.delete_mocks(&[ended[1]], minute(600)));
    assert_eq!(listed(&store), [ended[2]]);
    assert_eq!(store.mock(ended[1]).unwrap().deleted_at, Some(minute(500)));
    assert!(store.take(take).is_ok(), "its answers stay");
    store.run(|tx| tx.restore_mocks(&[ended[0], ended[1]], minute(700)));
    assert_eq!(store.ended_mocks().unwrap(), before);

    let running = begin(&mut store, minute(800));
    let refused = store.write(|tx| tx.delete_mocks(&[ended[0], running], minute(801)));
    assert!(matches!(refused, Err(StoreError::MockUnderWay(mock)) if mock == running));
    assert_eq!(listed(&store).len(), 3, "all or none");
}
