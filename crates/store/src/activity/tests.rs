use jiff::{SignedDuration, Timestamp};

use super::{Activity, Session};
use crate::testing::{TestStore, minute, new_take, noon};
use crate::{Counts, Finish, NewTake, Scored, Source};

const HALF_AN_HOUR: SignedDuration = SignedDuration::from_mins(30);

fn practise(store: &mut TestStore, question: &str, source: Source, at: Timestamp, minutes: u32) {
    let answer = store.answer_to(question);
    let counts = Counts { weak: 2, ..Counts::default() };
    let scored = Scored { words: Some(100), counts: Some(counts), ..Scored::default() };
    store.run(|tx| {
        let take = tx.insert_take(&NewTake { source, ..new_take(answer) }, at)?;
        tx.finish_take(take.id, 0, &Finish { text: "I chose.", elapsed_ms: minutes * 60_000, scored }, at)
    });
}

#[test]
fn days_are_what_the_caller_says_they_are() {
    let mut store = TestStore::new();
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    // Days that start at four in New York, around the night in which the clocks go forward: one has 23 hours.
    let days = ["2026-03-07T09:00:00Z", "2026-03-08T08:00:00Z", "2026-03-09T08:00:00Z"].map(at);
    for (moment, minutes) in [
        ("2026-03-07T08:59:59.999Z", 50),
        ("2026-03-07T09:00:00Z", 1),
        ("2026-03-08T07:59:59.999Z", 2),
        ("2026-03-08T08:00:00Z", 4),
        ("2026-03-09T08:00:00Z", 50),
    ] {
        practise(&mut store, "q", Source::Practice, at(moment), minutes);
    }
    store.draft("q");
    let activity = |takes, minutes: i64| Activity { takes, practised_ms: minutes * 60_000 };
    assert_eq!(store.activity(&days).unwrap(), [activity(2, 3), activity(1, 4)]);
    assert_eq!(store.activity(&days[..1]).unwrap(), []);
    assert_eq!(store.activity(&[]).unwrap(), []);
}

#[test]
fn a_session_ends_at_a_long_break() {
    let mut store = TestStore::new();
    assert_eq!(store.session_before(minute(999), HALF_AN_HOUR).unwrap(), None);
    practise(&mut store, "old", Source::Practice, minute(0), 2);
    // Finished at 40 after 8 minutes: a break of 32.
    practise(&mut store, "old", Source::Review, minute(40), 8);
    practise(&mut store, "new", Source::Practice, minute(50), 5);
    // Finished at 90 after 10 minutes: a break of exactly 30.
    practise(&mut store, "new", Source::Mock, minute(90), 10);

    let last = store.session_before(minute(999), HALF_AN_HOUR).unwrap().unwrap();
    let expected = Session {
        started_at: minute(32),
        ended_at: minute(90),
        practised_ms: 23 * 60_000,
        takes: 3,
        reviewed: 1,
        new: 1,
        words: 300,
        weak: 6,
    };
    assert_eq!(last, expected);
    let before = store.session_before(last.started_at, HALF_AN_HOUR).unwrap().unwrap();
    assert_eq!((before.ended_at, before.takes, before.new), (noon(), 1, 1));
    assert_eq!(store.session_before(before.started_at, HALF_AN_HOUR).unwrap(), None);
}
