//! When a backup is due and which ones are kept: pure rules over times.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// The shortest time between two automatic backups.
pub const BACKUP_INTERVAL: SignedDuration = SignedDuration::from_mins(30);

/// The newest ones are kept whatever their age, so that an hour of mistakes can be walked back.
const NEWEST: usize = 4;

/// The first day of the period that a day lies in.
type Period = fn(Date) -> Date;

/// How many days, weeks and months have their last backup kept, each rule where the one before it ends.
const RULES: [(usize, Period); 3] = [(12, day), (10, week), (9, month)];

/// Whether an automatic backup should be made: something changed, and the last one is [`BACKUP_INTERVAL`] old.
///
/// A last backup in the future means that the clock was set back; it does not hold up a new one.
pub fn due_for_backup(last: Option<Timestamp>, changed: bool, now: Timestamp) -> bool {
    changed && last.is_none_or(|last| last > now || now.duration_since(last) >= BACKUP_INTERVAL)
}

/// Which of `backups` are kept: the newest four, then the last one of each of 12 days, of 10 weeks and of 9 months.
///
/// Each rule goes on where the one before it ends, so a year of daily use keeps about 35. Days are those of UTC.
pub fn backups_to_keep(backups: &[Timestamp]) -> BTreeSet<Timestamp> {
    let sorted: BTreeSet<Timestamp> = backups.iter().copied().collect();
    let mut keep: BTreeSet<Timestamp> = sorted.iter().rev().take(NEWEST).copied().collect();
    for (wanted, period_of) in RULES {
        let mut found = 0;
        let mut seen = None;
        for &at in sorted.iter().rev() {
            let period = period_of(Offset::UTC.to_datetime(at).date());
            if seen == Some(period) {
                continue;
            }
            seen = Some(period);
            if found < wanted && keep.insert(at) {
                found += 1;
            }
        }
    }
    keep
}

fn day(date: Date) -> Date {
    date
}

/// The Monday of the week.
fn week(date: Date) -> Date {
    let since_monday = i64::from(date.weekday().to_monday_zero_offset());
    date.saturating_sub(jiff::Span::new().days(since_monday))
}

fn month(date: Date) -> Date {
    date.first_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_backup_is_due_after_a_change_and_half_an_hour() {
        let now = at("2026-03-10T12:00:00Z");
        let check = |last: Option<&str>, changed, expected| {
            assert_eq!(due_for_backup(last.map(at), changed, now), expected, "{last:?} {changed}");
        };
        check(None, true, true);
        check(None, false, false);
        check(Some("2026-03-10T11:30:00Z"), true, true);
        check(Some("2026-03-10T11:30:00.001Z"), true, false);
        check(Some("2026-03-10T11:59:59Z"), true, false);
        check(Some("2025-03-10T11:59:59Z"), false, false);
        check(Some("2026-03-11T00:00:00Z"), true, true);
    }

    #[track_caller]
    fn check(backups: &[&str], kept: &[&str]) {
        let keep = backups_to_keep(&backups.iter().map(|text| at(text)).collect::<Vec<_>>());
        assert_eq!(keep, kept.iter().map(|text| at(text)).collect());
    }

    #[test]
    fn the_newest_four_are_kept_even_on_one_day() {
        check(
            &[
                "2026-03-10T08:00:00Z",
                "2026-03-10T09:00:00Z",
                "2026-03-10T10:00:00Z",
                "2026-03-10T11:00:00Z",
                "2026-03-10T12:00:00Z",
            ],
            &["2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z", "2026-03-10T12:00:00Z"],
        );
        check(&[], &[]);
    }

    #[test]
    fn of_an_earlier_day_the_last_one_is_kept() {
        check(
            &[
                "2026-03-08T08:00:00Z",
                "2026-03-08T20:00:00Z",
                "2026-03-10T09:00:00Z",
                "2026-03-10T10:00:00Z",
                "2026-03-10T11:00:00Z",
                "2026-03-10T12:00:00Z",
            ],
            &[
                "2026-03-08T20:00:00Z",
                "2026-03-10T09:00:00Z",
                "2026-03-10T10:00:00Z",
                "2026-03-10T11:00:00Z",
                "2026-03-10T12:00:00Z",
            ],
        );
    }

    /// Two years, three backups a day, thinned each time: what is left has to reach back over the months.
    #[test]
    fn thinning_as_one_goes_leaves_days_weeks_and_months() {
        let start = at("2024-01-01T08:00:00Z");
        let mut backups: Vec<Timestamp> = Vec::new();
        for hours in (0..2 * 365 * 24).step_by(8) {
            backups.push(start + SignedDuration::from_hours(hours));
            let keep = backups_to_keep(&backups);
            backups.retain(|at| keep.contains(at));
        }
        let newest = *backups.last().unwrap();
        let age_in_days: Vec<i64> =
            backups.iter().rev().map(|&at| newest.duration_since(at).as_hours() / 24).collect();
        assert_eq!(backups.len(), NEWEST + 12 + 10 + 9);
        let within = |days| age_in_days.iter().filter(|&&age| age <= days).count();
        assert!(within(12) >= 4 + 11, "{age_in_days:?}");
        assert!(within(7 * 12) >= 4 + 11 + 9, "{age_in_days:?}");
        assert!((270..=400).contains(age_in_days.last().unwrap()), "{age_in_days:?}");
        for pair in age_in_days.windows(2) {
            assert!(pair[1] - pair[0] <= 32, "a hole in {age_in_days:?}");
        }
    }

    proptest! {
        #[test]
        fn keeping_is_bounded_keeps_the_newest_and_is_stable(millis in prop::collection::vec(0i64..4_000_000_000_000, 0..200)) {
            let backups: Vec<Timestamp> = millis.iter().map(|&ms| Timestamp::from_millisecond(ms).unwrap()).collect();
            let keep = backups_to_keep(&backups);
            prop_assert!(keep.len() <= NEWEST + 12 + 10 + 9);
            prop_assert!(keep.iter().all(|at| backups.contains(at)));
            prop_assert_eq!(keep.last(), backups.iter().max());
            let again = backups_to_keep(&keep.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(again, keep);
        }
    }
}
