use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Drill, DrillId, DrillState, NewDrill, Standing};
use crate::testing::{TestStore, minute, noon};
use crate::{IgnoredFinding, Memory, NewTry, Row, StoreError, TakeId, TryId};

const TODAY: Date = date(2026, 3, 10);
const TEXT: &str = "We met. I tracked the plan every week.";

fn new_drill(take_id: TakeId) -> NewDrill<'static> {
    NewDrill {
        take_id,
        span: 8..38,
        sentence: &TEXT[8..38],
        rule: "decisions/tracked",
        dimension: "decisions",
        ask: "Tracking is watching. What did you choose not to do, and why?",
        lost: 4.5,
        due_day: TODAY,
    }
}

/// A finished take with one drill.
fn drilled(store: &mut TestStore, question: &str) -> Drill {
    let take = store.finished_take(question, TEXT);
    store.run(|tx| tx.insert_drill(&new_drill(take), noon()));
    let answer = store.answer_to(question);
    store.drills_of(answer).unwrap().remove(0).0
}

/// The row of a drill as SQLite has it, floats included.
fn raw(store: &TestStore, drill: DrillId) -> Vec<rusqlite::types::Value> {
    let mut statement = store.connection().prepare("SELECT * FROM drills WHERE id = ?1").unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([drill]).unwrap();
    let row = rows.next().unwrap().unwrap();
    (0..columns).map(|column| row.get(column).unwrap()).collect()
}

/// Tries as the app does: drill and log in one transaction.
fn attempt(store: &mut TestStore, drill: DrillId, passed: bool, change: impl Fn(&mut Drill)) -> TryId {
    store.run(|tx| {
        let before = tx.drill(drill)?;
        let mut after = Drill { reps: before.reps + 1, ..before.clone() };
        change(&mut after);
        let after = tx.update_drill(&after, before.version)?;
        tx.append_try(&NewTry {
            drill_id: drill,
            at: minute(i64::from(after.reps)),
            day: TODAY,
            said: "I cut the export.".to_owned(),
            passed,
            grade: if passed { 3 } else { 1 },
            elapsed_days: 0,
            retrievability: Some(0.1 + 0.2),
            before,
            after,
        })
    })
}

#[test]
fn a_drill_is_made_once_and_kept_exactly() {
    let mut store = TestStore::new();
    let drill = drilled(&mut store, "q");
    let expected = Drill {
        id: drill.id,
        take_id: drill.take_id,
        span: 8..38,
        sentence: "I tracked the plan every week.".to_owned(),
        rule: "decisions/tracked".to_owned(),
        dimension: "decisions".to_owned(),
        ask: "Tracking is watching. What did you choose not to do, and why?".to_owned(),
        lost: 4.5,
        passed: None,
        memory: None,
        due_day: TODAY,
        reps: 0,
        lapses: 0,
        state: DrillState::Active,
        version: 0,
        created_at: noon(),
    };
    assert_eq!(drill, expected);
    let again = NewDrill { ask: "Another question?", ..new_drill(drill.take_id) };
    store.run(|tx| tx.insert_drill(&again, minute(1)));
    let answer = store.answer_to("q");
    assert_eq!(store.drills_of(answer).unwrap(), [(drill.clone(), Standing::Latest)]);

    let changed = Drill { version: 77, state: DrillState::Suspended, ..drill.clone() };
    let stored = store.run(|tx| tx.update_drill(&changed, 0));
    assert_eq!(stored, Drill { version: 1, ..changed.clone() });
    assert_eq!(store.drill(drill.id).unwrap(), stored);
    let refused = store.write(|tx| tx.update_drill(&changed, 0));
    assert!(matches!(refused, Err(StoreError::Stale { row: Row::Drill, expected: 0, found: 1 })));
    assert!(matches!(store.drill(DrillId(99)), Err(StoreError::NoSuchDrill(_))));
    let nowhere = store.write(|tx| tx.insert_drill(&new_drill(TakeId(99)), noon()));
    assert!(matches!(nowhere, Err(StoreError::NoSuchTake(_))));
}

#[test]
fn in_play_is_what_is_weak_now_or_was_tried() {
    let mut store = TestStore::new();
    let drill = drilled(&mut store, "q");
    let in_play = |store: &TestStore| store.drills_in_play().unwrap().len();
    let one = store.drills_in_play().unwrap().remove(0);
    assert_eq!(
        (one.drill, one.competency.as_str(), one.said_at),
        (drill.clone(), "dependencies-and-risk", noon())
    );
    for (standing, untried, tried) in
        [(Standing::Latest, 1, 1), (Standing::Older, 0, 1), (Standing::Gone, 0, 0)]
    {
        store.run(|tx| tx.set_standing(drill.id, standing));
        assert_eq!(in_play(&store), untried, "{standing:?}, untried");
        let log = attempt(&mut store, drill.id, false, |_| {});
        assert_eq!(in_play(&store), tried, "{standing:?}, tried");
        let due = store.drill(drill.id).unwrap().due_day;
        let tried = u32::try_from(tried).unwrap();
        assert_eq!(store.drills_to_say(due).unwrap(), (tried, 0), "{standing:?}, due");
        assert_eq!(
            store.drills_to_say(due.yesterday().unwrap()).unwrap(),
            (0, 0),
            "{standing:?}, the day before"
        );
        store.run(|tx| tx.undo_try(log, noon()));
    }
    store.run(|tx| tx.set_standing(drill.id, Standing::Latest));
    assert_eq!(store.drills_to_say(drill.due_day).unwrap(), (0, 1), "never tried");
    let answer = store.answer_to("q");
    let version = store.run(|tx| tx.trash(answer, 0, noon()));
    assert_eq!(in_play(&store), 0, "in the trash");
    store.run(|tx| tx.restore(answer, version, noon()));
    assert_eq!(in_play(&store), 1, "back from it");
    store.run(|tx| tx.update_drill(&Drill { state: DrillState::Suspended, ..drill.clone() }, 0));
    assert_eq!(in_play(&store), 0, "suspended");
    let left_out = |store: &TestStore| store.drills_left_out().unwrap();
    assert_eq!((left_out(&store)[0].id, &*left_out(&store)[0].sentence), (drill.id, &*drill.sentence));
    store.run(|tx| tx.set_standing(drill.id, Standing::Gone));
    assert_eq!(left_out(&store), [], "weak nowhere");
}

#[test]
fn twenty_tries_are_undone_one_after_the_other() {
    let mut store = TestStore::new();
    // An odd moment and odd floats: nothing may be rounded on the way through the log.
    let drill = drilled(&mut store, "q");
    let mut rows = vec![raw(&store, drill.id)];
    let mut tries = Vec::new();
    for number in 0..20u32 {
        tries.push(attempt(&mut store, drill.id, number % 2 == 1, |after| {
            after.memory = Some(Memory {
                stability: 0.1 + f64::from(number) * 0.7,
                difficulty: std::f64::consts::PI,
                last_day: TODAY,
            });
            after.passed = (number % 2 == 1).then(|| format!("words {number}"));
        }));
        rows.push(raw(&store, drill.id));
    }
    assert_eq!(store.tries_on(TODAY).unwrap().len(), 20);
    let refused = store.write(|tx| tx.undo_try(tries[0], noon()));
    assert!(matches!(refused, Err(StoreError::NotTheLatestTry(_))));
    for (number, id) in tries.iter().enumerate().rev() {
        assert_eq!(raw(&store, drill.id), rows[number + 1]);
        assert_eq!(store.last_try().unwrap().unwrap().id, *id);
        store.run(|tx| tx.undo_try(*id, minute(60)));
        assert_eq!(raw(&store, drill.id), rows[number]);
        let again = store.write(|tx| tx.undo_try(*id, minute(61)));
        assert!(matches!(again, Err(StoreError::TryUndone(_))));
    }
    assert_eq!((store.last_try().unwrap(), store.tries_on(TODAY).unwrap()), (None, vec![]));
    assert_eq!(store.drill(drill.id).unwrap(), drill);
    assert_eq!(store.drill_try(tries[3]).unwrap().undone_at, Some(minute(60)));
}

#[test]
fn a_try_is_not_undone_over_a_later_change() {
    let mut store = TestStore::new();
    let drill = drilled(&mut store, "q");
    let log = attempt(&mut store, drill.id, true, |_| {});
    let current = store.drill(drill.id).unwrap();
    store.run(|tx| tx.update_drill(&Drill { state: DrillState::Suspended, ..current.clone() }, 1));
    let refused = store.write(|tx| tx.undo_try(log, noon()));
    assert!(matches!(refused, Err(StoreError::Stale { row: Row::Drill, expected: 1, found: 2 })));
    assert_eq!(store.drill_try(log).unwrap().undone_at, None);
    // Let back in, it is as it was after the try.
    store.run(|tx| tx.update_drill(&current, 2));
    store.run(|tx| tx.undo_try(log, noon()));
    assert_eq!(store.drill(drill.id).unwrap(), drill);
    assert!(matches!(store.drill_try(TryId(99)), Err(StoreError::NoSuchTry(_))));
}

#[test]
fn a_try_is_logged_as_it_was_with_the_take_it_went_into() {
    let mut store = TestStore::new();
    let drill = drilled(&mut store, "q");
    let log = attempt(&mut store, drill.id, true, |after| after.due_day = date(2026, 3, 12));
    let one = store.drill_try(log).unwrap();
    assert_eq!((one.logged.before.clone(), one.logged.after.due_day), (drill, date(2026, 3, 12)));
    assert_eq!((one.logged.retrievability, one.put), (Some(0.1 + 0.2), None));
    let take = store.finished_take("other", "I cut the export.");
    store.run(|tx| tx.note_put(log, take));
    assert_eq!(store.drill_try(log).unwrap().put, Some(take));
    // The take can be deleted for ever; the try stays.
    let answer = store.answer_to("other");
    store.run(|tx| tx.delete_forever(answer, 0));
    assert_eq!(store.drill_try(log).unwrap().put, None);
    assert!(matches!(store.write(|tx| tx.note_put(TryId(99), take)), Err(StoreError::NoSuchTry(_))));
}

#[test]
fn drills_go_with_their_answer_and_undo_leaves_the_trash_alone() {
    let mut store = TestStore::new();
    let (kept, gone) = (drilled(&mut store, "kept"), drilled(&mut store, "gone"));
    let first = attempt(&mut store, kept.id, true, |_| {});
    let second = attempt(&mut store, gone.id, true, |_| {});
    assert_eq!(store.last_try().unwrap().unwrap().id, second);
    let answer = store.answer_to("gone");
    let version = store.run(|tx| tx.trash(answer, 0, noon()));
    assert_eq!(store.last_try().unwrap().unwrap().id, first);
    store.run(|tx| tx.delete_forever(answer, version));
    assert!(matches!(store.drill(gone.id), Err(StoreError::NoSuchDrill(_))));
    assert!(matches!(store.drill_try(second), Err(StoreError::NoSuchTry(_))));
    assert_eq!(store.drill(kept.id).unwrap().reps, 1);
    // Its id is not given to the next one.
    assert!(drilled(&mut store, "next").id > gone.id);
}

#[test]
fn an_answer_is_gone_through_again_when_something_in_it_changed() {
    let mut store = TestStore::new();
    let early = store.finished_take("early", TEXT);
    store.finished_take("late", TEXT);
    store.draft("draft only");
    let (first, second, third) =
        (store.answer_to("early"), store.answer_to("late"), store.answer_to("draft only"));
    let see = |store: &mut TestStore, rules: &str| {
        let unseen = store.unseen_for_drills(rules, 9).unwrap();
        for one in &unseen {
            store.run(|tx| tx.note_seen_for_drills(*one, rules));
        }
        unseen
    };
    assert_eq!(store.unseen_for_drills("1", 1).unwrap(), [second], "the latest told first");
    assert_eq!(see(&mut store, "1"), [second, first, third]);
    assert_eq!(see(&mut store, "1"), []);
    assert_eq!(see(&mut store, "2"), [second, first, third], "other rules");
    let finding = IgnoredFinding {
        take_id: early,
        rule: "decisions/tracked".to_owned(),
        span: 8..20,
        text: "x".to_owned(),
    };
    store.run(|tx| tx.ignore_finding(&finding));
    assert_eq!(see(&mut store, "2"), [first], "a finding ignored");
    store.run(|tx| tx.unignore_finding(&finding));
    assert_eq!(see(&mut store, "2"), [first], "and brought back");
    store.finished_take("late", "I cut it.");
    assert_eq!(see(&mut store, "2"), [second], "another take");
    store.run(|tx| tx.discard_take(early));
    assert_eq!(see(&mut store, "2"), [first], "a take thrown away");
    store.run(|tx| tx.trash(second, 0, noon()));
    assert_eq!(see(&mut store, "3"), [third, first], "the trash is left alone");
}

#[test]
fn a_drill_that_makes_no_sense_is_refused() {
    let mut store = TestStore::new();
    let take = store.finished_take("q", TEXT);
    let sound = new_drill(take);
    for wrong in [
        NewDrill { sentence: "", ..sound.clone() },
        NewDrill { span: 8..8, ..sound.clone() },
        NewDrill { lost: -1.0, ..sound.clone() },
        NewDrill { lost: f64::NAN, ..sound.clone() },
    ] {
        assert!(
            matches!(store.write(|tx| tx.insert_drill(&wrong, noon())), Err(StoreError::Sqlite(_))),
            "{wrong:?}"
        );
    }
}

proptest! {
    /// The log keeps drills as JSON: to the last bit, or undo would not be exact.
    #[test]
    fn a_drill_survives_json_to_the_last_bit(
        stability in prop::num::f64::POSITIVE,
        lost in prop::num::f64::POSITIVE,
        sentence in "\\PC{1,60}",
        millis in 0i64..4_000_000_000_000,
    ) {
        let drill = Drill {
            id: DrillId(1),
            take_id: TakeId(2),
            span: 0..9,
            sentence,
            rule: "a/b".to_owned(),
            dimension: "impact".to_owned(),
            ask: "What moved?".to_owned(),
            lost,
            passed: None,
            memory: Some(Memory { stability, difficulty: 5.0, last_day: TODAY }),
            due_day: TODAY,
            reps: 1,
            lapses: 0,
            state: DrillState::Active,
            version: 1,
            created_at: jiff::Timestamp::from_millisecond(millis).unwrap(),
        };
        let json = serde_json::to_string(&drill).unwrap();
        prop_assert_eq!(serde_json::from_str::<Drill>(&json).unwrap(), drill);
    }
}
