use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;

use super::{Figures, Remembered, ScoreSum};
use crate::testing::{TestStore, minute, new_take, noon};
use crate::{Counts, Finish, Medium, NewReview, NewTake, Scored, Source};

/// A take of a minute and a half.
#[derive(Clone, Copy)]
struct Said {
    source: Source,
    medium: Medium,
    words: Option<u32>,
    weak: u32,
    filler: u32,
    decisions: Option<u8>,
}

const SAID: Said = Said {
    source: Source::Practice,
    medium: Medium::Typed,
    words: Some(100),
    weak: 2,
    filler: 3,
    decisions: Some(40),
};

fn say(store: &mut TestStore, said: Said, at: Timestamp) {
    let answer = store.answer_to("q");
    let scored = Scored {
        words: said.words,
        counts: said.words.map(|_| Counts {
            weak: said.weak,
            hidden: 9,
            filler: said.filler,
            ..Counts::default()
        }),
        scores: said.decisions.map(|score| BTreeMap::from([("decisions".to_owned(), score)])),
        ..Scored::default()
    };
    store.run(|tx| {
        let new = NewTake { source: said.source, medium: said.medium, ..new_take(answer) };
        let take = tx.insert_take(&new, at)?;
        tx.finish_take(take.id, 0, &Finish { text: "I chose.", elapsed_ms: 90_000, scored }, at)
    });
}

fn trash(store: &mut TestStore, at: Timestamp) {
    let answer = store.answer_by_question("q").unwrap().unwrap();
    store.run(|tx| tx.trash(answer.id, answer.version, at));
}

#[test]
fn every_take_counts_in_its_period_once() {
    let mut store = TestStore::new();
    let bounds = [minute(0), minute(10), minute(20), minute(30)];
    for (at, decisions) in
        [(-1, None), (0, Some(40)), (9, Some(61)), (20, None), (29, Some(0)), (30, Some(9))]
    {
        say(&mut store, Said { decisions, ..SAID }, minute(at));
    }
    store.draft("q");
    let figures = store.figures(&bounds).unwrap();
    assert_eq!(figures.iter().map(|period| period.takes).collect::<Vec<_>>(), [2, 0, 2]);
    let first = Figures {
        takes: 2,
        elapsed_ms: 180_000,
        words: 200,
        weak: 4,
        scores: BTreeMap::from([("decisions".to_owned(), ScoreSum { sum: 101, takes: 2 })]),
        ..Figures::default()
    };
    assert_eq!(figures[0], first);
    assert_eq!(figures[1], Figures::default());
    assert_eq!(figures[2].scores["decisions"], ScoreSum { sum: 0, takes: 1 }, "0 is a score");
    assert_eq!(store.figures(&bounds[..1]).unwrap(), []);
    assert_eq!(store.figures(&[]).unwrap(), []);
    // As where a day of the calendar never was: its start is that of the next.
    let empty = store.figures(&[minute(0), minute(0), minute(10)]).unwrap();
    assert_eq!(empty.iter().map(|period| period.takes).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn spoken_takes_have_their_own_figures_and_drills_no_time() {
    let mut store = TestStore::new();
    say(&mut store, Said { medium: Medium::Spoken, words: Some(210), filler: 6, ..SAID }, minute(1));
    say(&mut store, Said { medium: Medium::Spoken, source: Source::Drill, ..SAID }, minute(2));
    say(&mut store, Said { source: Source::Mock, ..SAID }, minute(3));
    say(&mut store, Said { words: None, decisions: None, ..SAID }, minute(4));
    let figures = store.figures(&[noon(), minute(9)]).unwrap().remove(0);
    assert_eq!((figures.takes, figures.elapsed_ms), (4, 3 * 90_000));
    assert_eq!((figures.spoken_words, figures.spoken_ms, figures.fillers), (210, 90_000, 6));
    assert_eq!((figures.words, figures.weak), (410, 6), "hidden actors are no coordination findings");
}

#[test]
fn what_is_in_the_trash_was_practised_and_what_was_discarded_was_not() {
    let mut store = TestStore::new();
    say(&mut store, SAID, minute(1));
    say(&mut store, SAID, minute(2));
    let answer = store.answer_to("q");
    let takes = store.takes_of(answer).unwrap();
    store.run(|tx| tx.discard_take(takes[0].id));
    trash(&mut store, minute(3));
    assert_eq!(store.figures(&[noon(), minute(9)]).unwrap()[0].takes, 1);
    assert_eq!((store.finished_takes().unwrap(), store.first_finished_at().unwrap()), (1, Some(minute(2))));
}

fn review(store: &mut TestStore, change: impl FnOnce(&mut NewReview)) {
    let answer_id = store.answer_to("q");
    let mut new = NewReview {
        answer_id,
        take_id: None,
        at: minute(5),
        day: jiff::civil::date(2026, 3, 10),
        grade: Some(3),
        suggested: Some(3),
        recalled: Some(true),
        points_back: None,
        points_total: None,
        elapsed_days: 4,
        source: Source::Review,
        retrievability: Some(0.9),
        card_before: None,
        card_after: None,
    };
    change(&mut new);
    store.run(|tx| tx.append_review(&new));
}

#[test]
fn only_what_was_remembered_over_days_says_how_well() {
    let mut store = TestStore::new();
    let all = |store: &TestStore| store.remembered(noon(), minute(10)).unwrap();
    assert_eq!((all(&store), all(&store).shares()), (Remembered::default(), None));
    review(&mut store, |_| {});
    review(&mut store, |new| (new.grade, new.retrievability) = (Some(1), Some(0.5)));
    review(&mut store, |new| (new.grade, new.retrievability) = (Some(2), Some(1.0)));
    review(&mut store, |new| new.retrievability = Some(0.8));
    // First times, no grade, the same day again, outside.
    review(&mut store, |new| (new.retrievability, new.elapsed_days) = (None, 0));
    review(&mut store, |new| new.grade = None);
    review(&mut store, |new| (new.elapsed_days, new.retrievability) = (0, Some(1.0)));
    review(&mut store, |new| new.at = minute(10));
    review(&mut store, |new| new.at = minute(-1));
    let remembered = all(&store);
    assert_eq!((remembered.reviews, remembered.recalled), (4, 3));
    let (recalled, expected) = remembered.shares().unwrap();
    assert!((recalled - 0.75).abs() < 1e-9 && (expected - 0.8).abs() < 1e-9);
    let answer = store.answer_to("q");
    let first = store.reviews_of(answer).unwrap()[0].id;
    store.run(|tx| tx.undo_review(first, minute(11)));
    assert_eq!(all(&store).reviews, 3);
}

/// A figure over ten years must not read ten years of texts.
#[test]
fn figures_come_from_an_index_alone() {
    let store = TestStore::new();
    let plan = |sql: &str| -> String {
        let mut statement = store.connection().prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let lines: Vec<String> =
            statement.query_map([0, 0], |row| row.get(3)).unwrap().collect::<Result<_, _>>().unwrap();
        lines.join("; ")
    };
    assert_eq!(
        plan(super::TAKES_BETWEEN),
        "SEARCH takes USING COVERING INDEX takes_figures (finished_at>? AND finished_at<?)"
    );
    assert_eq!(
        plan(super::REMEMBERED_BETWEEN),
        "SEARCH review_log USING COVERING INDEX review_log_remembered (at>? AND at<?)"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn periods_add_up_to_the_whole(
        minutes in proptest::collection::vec(-5_i64..105, 0..12),
        cuts in proptest::collection::btree_set(1_i64..100, 0..6),
    ) {
        let mut store = TestStore::new();
        for &at in &minutes {
            say(&mut store, Said { medium: Medium::Spoken, ..SAID }, minute(at));
        }
        let bounds: Vec<Timestamp> =
            std::iter::once(0).chain(cuts).chain([100]).map(minute).collect();
        let whole = store.figures(&[minute(0), minute(100)]).unwrap().remove(0);
        let parts = store.figures(&bounds).unwrap();
        let sum = |of: fn(&Figures) -> i64| parts.iter().map(of).sum::<i64>();
        prop_assert_eq!(sum(|part| i64::from(part.takes)), i64::from(whole.takes));
        prop_assert_eq!(sum(|part| part.elapsed_ms), whole.elapsed_ms);
        prop_assert_eq!(sum(|part| i64::from(part.words)), i64::from(whole.words));
        prop_assert_eq!(sum(|part| i64::from(part.fillers)), i64::from(whole.fillers));
        let score = |part: &Figures| part.scores.get("decisions").map_or(0, |sum| i64::from(sum.sum));
        prop_assert_eq!(parts.iter().map(score).sum::<i64>(), score(&whole));
        let inside = minutes.iter().filter(|at| (0..100).contains(*at)).count();
        prop_assert_eq!(i64::from(whole.takes), inside as i64);
    }
}
