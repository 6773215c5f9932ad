//! How long an answer will take.

use std::time::Duration;

/// How many of the latest times count.
const RECENT: usize = 5;

/// The minutes that giving an answer will take: the median of the last five times the user took for this question
/// (`own`, oldest first), or, before there are any, the minutes the question is meant for.
///
/// A median, because one answer left open over lunch says nothing about the next. Times of zero are not times.
pub fn expected_minutes(own: &[Duration], question_minutes: u32) -> f32 {
    let mut recent: Vec<_> = own.iter().rev().filter(|time| !time.is_zero()).take(RECENT).collect();
    recent.sort_unstable();
    match (recent.get(recent.len() / 2), recent.len() % 2) {
        (None, _) => Duration::from_secs(u64::from(question_minutes) * 60).as_secs_f32() / 60.0,
        (Some(middle), 1) => middle.as_secs_f32() / 60.0,
        (Some(upper), _) => {
            let lower = recent[recent.len() / 2 - 1];
            (lower.as_secs_f32() + upper.as_secs_f32()) / 120.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(own: &[u64], minutes: f32) {
        let own: Vec<_> = own.iter().copied().map(Duration::from_secs).collect();
        assert!((expected_minutes(&own, 4) - minutes).abs() < 1e-6, "{own:?}");
    }

    #[test]
    fn own_times_count_once_there_are_any() {
        check(&[], 4.0);
        check(&[0, 0], 4.0);
        check(&[90], 1.5);
        check(&[60, 120], 1.5);
        check(&[120, 60, 90], 1.5);
    }

    #[test]
    fn one_answer_left_open_changes_little() {
        check(&[100, 110, 120, 130, 14_400], 2.0);
    }

    #[test]
    fn only_the_last_five_count() {
        check(&[600, 600, 600, 60, 60, 60, 60, 60], 1.0);
    }
}
