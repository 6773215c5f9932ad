//! Next dates moved a little, so that no day is full while the next is empty.

use jiff::Span;
use jiff::civil::Date;

use crate::{Card, MAX_INTERVAL_DAYS, Outcome};

/// Shorter intervals, in days, are left as they are: FSRS moves nothing under two and a half.
pub const LEVELLED_FROM_DAYS: u32 = 3;

/// FSRS's published fuzz: an interval may move by one day and this share of each part of it, in days. The numbers are
/// those of its reference implementation (py-fsrs, `FUZZ_RANGES`) and of Anki's scheduler.
const SHARES: [(f32, f32, f32); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f32::INFINITY, 0.05)];

/// The fewest and most days that an interval of `interval_days` may become. Both are the interval itself under
/// [`LEVELLED_FROM_DAYS`].
pub fn levelling_range(interval_days: u32) -> (u32, u32) {
    if interval_days < LEVELLED_FROM_DAYS {
        return (interval_days, interval_days);
    }
    #[expect(clippy::cast_precision_loss, reason = "days of a hundred years")]
    let ideal = interval_days.min(MAX_INTERVAL_DAYS) as f32;
    let parts = SHARES.map(|(from, to, share)| share * (ideal.min(to) - from).max(0.0));
    let delta = 1.0 + parts.into_iter().sum::<f32>();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and at most 40,000"
    )]
    let (least, most) = ((ideal - delta).round() as u32, (ideal + delta).round() as u32);
    (least.max(2), most.min(MAX_INTERVAL_DAYS))
}

/// The day for an answer that should come back `interval_days` after `today`: within
/// [`levelling_range`], the one with the fewest minutes so far by `load`; of equal ones the nearest to the ideal day,
/// and of two as near the earlier.
pub fn levelled(interval_days: u32, today: Date, load: impl Fn(Date) -> f32) -> Date {
    on(levelled_days(interval_days, 0, today, &load), today)
}

/// What each grade would do, as [`Scheduler::preview`](crate::Scheduler::preview) gives it, with every date
/// [levelled]. A better grade still never comes back sooner.
///
/// With an interview ahead dates are better left alone: the plan does not go by them.
pub fn level(outcomes: [Outcome; 4], today: Date, load: impl Fn(Date) -> f32) -> [Outcome; 4] {
    let mut shortest = 0;
    outcomes.map(|outcome| {
        let interval_days = levelled_days(outcome.interval_days, shortest, today, &load);
        shortest = interval_days;
        Outcome { interval_days, card: Card { due: on(interval_days, today), ..outcome.card }, ..outcome }
    })
}

fn on(days: u32, today: Date) -> Date {
    today.saturating_add(Span::new().days(days))
}

/// The best of the days in range that are not before `shortest`; there is one if `shortest` is in the range of a shorter
/// interval.
fn levelled_days(interval_days: u32, shortest: u32, today: Date, load: &impl Fn(Date) -> f32) -> u32 {
    let (least, most) = levelling_range(interval_days);
    let loads = (least.max(shortest)..=most).map(|days| (load(on(days, today)), days));
    loads
        .min_by(|(load_a, a), (load_b, b)| {
            let ideal = |days: u32| days.abs_diff(interval_days);
            load_a.total_cmp(load_b).then(ideal(*a).cmp(&ideal(*b))).then(a.cmp(b))
        })
        .map_or(interval_days, |(_, days)| days)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{DesiredRetention, Memory, Scheduler, Weights};

    const TODAY: Date = date(2026, 3, 10);

    #[track_caller]
    fn check(interval_days: u32, range: (u32, u32)) {
        assert_eq!(levelling_range(interval_days), range, "{interval_days} days");
    }

    #[test]
    fn ranges_are_those_of_the_reference() {
        // From py-fsrs 6.3.2, `Scheduler._get_fuzzed_interval`.
        check(0, (0, 0));
        check(2, (2, 2));
        check(3, (2, 4));
        check(5, (4, 6));
        check(7, (5, 9));
        check(10, (8, 12));
        check(20, (17, 23));
        check(30, (27, 33));
        check(100, (93, 107));
        check(365, (345, 385));
        check(36_500, (34_673, 36_500));
    }

    #[test]
    fn the_emptiest_day_is_taken_and_the_ideal_one_of_equals() {
        let full = |days: &'static [u32]| {
            move |day: Date| if days.iter().any(|&full| on(full, TODAY) == day) { 9.0 } else { 0.0 }
        };
        assert_eq!(levelled(10, TODAY, |_| 4.0), on(10, TODAY));
        assert_eq!(levelled(10, TODAY, full(&[10])), on(9, TODAY), "of two as near the earlier");
        assert_eq!(levelled(10, TODAY, full(&[9, 10])), on(11, TODAY));
        assert_eq!(levelled(10, TODAY, full(&[8, 9, 10, 11])), on(12, TODAY));
        assert_eq!(levelled(10, TODAY, full(&[8, 9, 10, 11, 12])), on(10, TODAY));
        assert_eq!(levelled(2, TODAY, full(&[2])), on(2, TODAY), "too short to be moved");
        assert_eq!(levelled(0, TODAY, full(&[0])), TODAY);
    }

    proptest! {
        #[test]
        fn dates_stay_in_range_and_grades_in_order(
            stability in 0.01_f32..2000.0,
            difficulty in 1.0_f32..10.0,
            elapsed in 0_u32..400,
            loads in proptest::collection::vec(0.0_f32..60.0, 1..50),
        ) {
            let scheduler = Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap();
            let card = Card {
                memory: Some(Memory { stability, difficulty }),
                last_day: Some(TODAY.saturating_sub(Span::new().days(elapsed))),
                ..Card::new(TODAY)
            };
            let load = |day: Date| loads[usize::try_from((day - TODAY).get_days()).unwrap() % loads.len()];
            let outcomes = scheduler.preview(&card, TODAY);
            let moved = level(outcomes, TODAY, load);
            prop_assert_eq!(moved, level(outcomes, TODAY, load));
            for (before, after) in outcomes.iter().zip(&moved) {
                let (least, most) = levelling_range(before.interval_days);
                prop_assert!((least..=most).contains(&after.interval_days));
                prop_assert_eq!(after.card.due, on(after.interval_days, TODAY));
                prop_assert_eq!(after.card.memory, before.card.memory);
                let alone = levelled(before.interval_days, TODAY, load);
                prop_assert!((on(least, TODAY)..=on(most, TODAY)).contains(&alone));
                prop_assert!(before.interval_days >= LEVELLED_FROM_DAYS || alone == before.card.due);
            }
            prop_assert!(moved.is_sorted_by_key(|outcome| outcome.interval_days));
        }

        #[test]
        fn a_longer_interval_has_no_earlier_range(days in 0_u32..36_500) {
            let ((least, most), (next_least, next_most)) = (levelling_range(days), levelling_range(days + 1));
            prop_assert!(least <= next_least && most <= next_most);
        }
    }
}
