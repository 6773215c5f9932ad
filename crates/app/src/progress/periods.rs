//! Which periods a range has.

use jiff::{Span, ToSpan, civil::Date};

use crate::view::{Period, ProgressRange};

/// The days of the shortest range.
const DAYS: i64 = 14;
/// The weeks of the middle one.
const WEEKS: i64 = 6;
/// Everything is told by the week up to half a year.
const MOST_WEEKS: i64 = 26;
/// Fifty years: a clock that was wrong by centuries makes no longer list.
const MOST_MONTHS: i64 = 600;

/// The periods of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Periods {
    /// How long each is.
    pub(super) length: Period,
    /// The first day of each, and the day after the last: one more than there are periods.
    pub(super) bounds: Vec<Date>,
}

/// The periods of `range` up to the one with `today` in it. `first` is the day of the first take.
pub(super) fn periods(range: ProgressRange, today: Date, first: Option<Date>) -> Periods {
    match range {
        ProgressRange::TwoWeeks => {
            bounded(Period::Day, today.saturating_sub((DAYS - 1).days()), DAYS, |days| days.days())
        }
        ProgressRange::SixWeeks => weeks(monday(today).saturating_sub((WEEKS - 1).weeks()), WEEKS),
        ProgressRange::All => {
            // A take of the future, as after a clock was set back, makes no range.
            let first = first.unwrap_or(today).min(today);
            let count = i64::from((monday(today) - monday(first)).get_days()) / 7 + 1;
            if count <= MOST_WEEKS { weeks(monday(first), count) } else { months(first, today) }
        }
    }
}

fn weeks(from: Date, count: i64) -> Periods {
    bounded(Period::Week, from, count, |weeks| weeks.weeks())
}

fn months(first: Date, today: Date) -> Periods {
    let number = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let count = (number(today) - number(first) + 1).min(MOST_MONTHS);
    let from = today.first_of_month().saturating_sub((count - 1).months());
    bounded(Period::Month, from, count, |months| months.months())
}

fn bounded(length: Period, from: Date, count: i64, after: impl Fn(i64) -> Span) -> Periods {
    Periods { length, bounds: (0..=count).map(|number| from.saturating_add(after(number))).collect() }
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A Tuesday.
    const TODAY: Date = date(2026, 3, 10);

    #[track_caller]
    fn check(range: ProgressRange, first: Option<Date>, length: Period, count: usize, ends: [Date; 2]) {
        let periods = periods(range, TODAY, first);
        assert_eq!((periods.length, periods.bounds.len() - 1), (length, count));
        assert_eq!([periods.bounds[0], periods.bounds[count]], ends);
        assert!(periods.bounds.is_sorted(), "{periods:?}");
        assert!(periods.bounds[count - 1] <= TODAY && TODAY < periods.bounds[count]);
    }

    #[test]
    fn the_last_period_is_the_one_of_today() {
        use ProgressRange::{All, SixWeeks, TwoWeeks};
        check(TwoWeeks, None, Period::Day, 14, [date(2026, 2, 25), date(2026, 3, 11)]);
        check(SixWeeks, None, Period::Week, 6, [date(2026, 2, 2), date(2026, 3, 16)]);
        check(All, None, Period::Week, 1, [date(2026, 3, 9), date(2026, 3, 16)]);
        check(All, Some(TODAY), Period::Week, 1, [date(2026, 3, 9), date(2026, 3, 16)]);
        check(All, Some(date(2026, 3, 8)), Period::Week, 2, [date(2026, 3, 2), date(2026, 3, 16)]);
        // 15 September 2025 is the Monday 25 weeks before.
        check(All, Some(date(2025, 9, 15)), Period::Week, 26, [date(2025, 9, 15), date(2026, 3, 16)]);
        check(All, Some(date(2025, 9, 14)), Period::Month, 7, [date(2025, 9, 1), date(2026, 4, 1)]);
        check(All, Some(date(2016, 3, 31)), Period::Month, 121, [date(2016, 3, 1), date(2026, 4, 1)]);
        // Clocks that were wrong.
        check(All, Some(date(2031, 1, 1)), Period::Week, 1, [date(2026, 3, 9), date(2026, 3, 16)]);
        check(All, Some(date(-4000, 1, 1)), Period::Month, 600, [date(1976, 4, 1), date(2026, 4, 1)]);
    }
}
