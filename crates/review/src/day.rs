//! Which day a performance counts for.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ReviewError;

/// The hour, local time, at which a practice day starts. An answer given before it counts for the day before,
/// so that an evening that runs past midnight stays one evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct DayStart {
    hour: u8,
}

impl DayStart {
    /// A day that starts at `hour` o'clock, 0 to 23.
    ///
    /// # Errors
    /// [`ReviewError::DayStartOutOfRange`] past 23.
    pub fn at(hour: u8) -> Result<Self, ReviewError> {
        if hour <= 23 { Ok(Self { hour }) } else { Err(ReviewError::DayStartOutOfRange { hour }) }
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The instant at which `day` starts. `None` at the very ends of the calendar.
    fn instant(self, day: Date, tz: &TimeZone) -> Option<Timestamp> {
        let time = Time::constant(self.hour.cast_signed(), 0, 0, 0);
        tz.to_timestamp(day.to_datetime(time)).ok()
    }
}

impl Default for DayStart {
    /// 4 am.
    fn default() -> Self {
        Self { hour: 4 }
    }
}

impl TryFrom<u8> for DayStart {
    type Error = ReviewError;

    fn try_from(hour: u8) -> Result<Self, ReviewError> {
        Self::at(hour)
    }
}

impl From<DayStart> for u8 {
    fn from(start: DayStart) -> Self {
        start.hour
    }
}

/// The practice day that the instant `at` belongs to, for someone in `tz` whose days start at `start`.
///
/// A day runs from the *instant* it starts to the instant the next one does. Comparing the wall clock with the
/// hour would go back a day where clocks are put back across it (St John's, 00:01 to 23:01, until 2011), and
/// would lose a day's start where they are put forward over it.
pub fn practice_day(at: Timestamp, tz: &TimeZone, start: DayStart) -> Date {
    let wall = at.to_zoned(tz.clone()).date();
    let mut day = wall.saturating_add(Span::new().days(1));
    // Where clocks changed, the day that has started last is at most two from the date on the wall.
    for _ in 0..4 {
        if start.instant(day, tz).is_some_and(|instant| instant <= at) {
            return day;
        }
        day = day.saturating_sub(Span::new().days(1));
    }
    wall
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz;
    use proptest::prelude::*;

    use super::*;

    const ZONES: [&str; 12] = [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Antarctica/Troll",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "America/Los_Angeles",
    ];

    #[track_caller]
    fn check(zone: &str, hour: u8, instant: &str, day: Date) {
        let tz = TimeZone::get(zone).unwrap();
        let at: Timestamp = instant.parse().unwrap();
        assert_eq!(
            practice_day(at, &tz, DayStart::at(hour).unwrap()),
            day,
            "{instant} in {zone} from {hour}"
        );
    }

    #[test]
    fn a_late_evening_is_one_evening() {
        check("UTC", 4, "2026-03-10T23:59:59Z", date(2026, 3, 10));
        check("UTC", 4, "2026-03-11T03:59:59Z", date(2026, 3, 10));
        check("UTC", 4, "2026-03-11T04:00:00Z", date(2026, 3, 11));
        check("UTC", 0, "2026-03-11T00:00:00Z", date(2026, 3, 11));
        check("UTC", 23, "2026-03-11T22:59:59Z", date(2026, 3, 10));
        check("UTC", 23, "2026-03-11T23:00:00Z", date(2026, 3, 11));
    }

    #[test]
    fn the_same_instant_is_another_day_elsewhere() {
        check("America/Los_Angeles", 4, "2026-03-10T08:00:00Z", date(2026, 3, 9));
        check("Europe/Berlin", 4, "2026-03-10T08:00:00Z", date(2026, 3, 10));
        check("Pacific/Kiritimati", 4, "2026-03-10T14:00:00Z", date(2026, 3, 11));
    }

    #[test]
    fn a_start_that_the_clocks_skip_is_where_they_land() {
        // Berlin, 29 March 2026: 02:00 becomes 03:00, at 01:00 UTC.
        check("Europe/Berlin", 2, "2026-03-29T00:59:59Z", date(2026, 3, 28));
        check("Europe/Berlin", 2, "2026-03-29T01:00:00Z", date(2026, 3, 29));
        // São Paulo, 4 November 2018: midnight itself was skipped, at 03:00 UTC.
        check("America/Sao_Paulo", 0, "2018-11-04T02:59:59Z", date(2018, 11, 3));
        check("America/Sao_Paulo", 0, "2018-11-04T03:00:00Z", date(2018, 11, 4));
    }

    #[test]
    fn a_start_that_happens_twice_counts_the_first_time() {
        // New York, 1 November 2026: 02:00 becomes 01:00, at 06:00 UTC.
        check("America/New_York", 1, "2026-11-01T04:59:59Z", date(2026, 10, 31));
        check("America/New_York", 1, "2026-11-01T05:00:00Z", date(2026, 11, 1));
        check("America/New_York", 1, "2026-11-01T06:00:00Z", date(2026, 11, 1));
        // St John's, 1 November 2009: 00:01 becomes 23:01 the day before. The new day stays begun.
        check("America/St_Johns", 0, "2009-11-01T02:30:30Z", date(2009, 11, 1));
        check("America/St_Johns", 0, "2009-11-01T02:45:00Z", date(2009, 11, 1));
    }

    #[test]
    fn a_day_that_never_was_is_not_given() {
        // Samoa went from 29 to 31 December 2011.
        check("Pacific/Apia", 4, "2011-12-30T09:59:59Z", date(2011, 12, 29));
        check("Pacific/Apia", 4, "2011-12-30T13:59:59Z", date(2011, 12, 29));
        check("Pacific/Apia", 4, "2011-12-30T14:00:00Z", date(2011, 12, 31));
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for at in [Timestamp::MIN, Timestamp::MAX] {
            for offset in [tz::Offset::MIN, tz::Offset::UTC, tz::Offset::MAX] {
                practice_day(at, &offset.to_time_zone(), DayStart::default());
            }
        }
    }

    #[test]
    fn hours_past_23_are_refused() {
        assert_eq!(DayStart::at(24), Err(ReviewError::DayStartOutOfRange { hour: 24 }));
        assert!(serde_json::from_str::<DayStart>("24").is_err());
    }

    proptest! {
        #[test]
        fn days_only_go_forward(
            zone in proptest::sample::select(&ZONES[..]),
            hour in 0_u8..=23,
            // 1970 to 2100
            second in 0_i64..4_102_444_800,
            later in 0_i64..172_800,
        ) {
            let tz = TimeZone::get(zone).unwrap();
            let start = DayStart::at(hour).unwrap();
            let day = |second| practice_day(Timestamp::from_second(second).unwrap(), &tz, start);
            prop_assert!(day(second) <= day(second + later));
            // And each lies within a day and a bit of the wall clock's.
            let wall = Timestamp::from_second(second).unwrap().to_zoned(tz.clone()).date();
            prop_assert!((day(second) - wall).get_days().abs() <= 2);
        }
    }

    /// Every change of clocks in every zone and for every start, minute by minute around it.
    #[test]
    fn days_only_go_forward_through_every_change_of_clocks() {
        let from: Timestamp = "1985-01-01T00:00:00Z".parse().unwrap();
        for zone in ZONES {
            let tz = TimeZone::get(zone).unwrap();
            let changes: Vec<_> =
                tz.following(from).take(60).map(|change| change.timestamp().as_second()).collect();
            for change in changes {
                for hour in [0, 1, 2, 3, 4, 23] {
                    let start = DayStart::at(hour).unwrap();
                    let mut before = Date::MIN;
                    for minute in (-150..150).step_by(10) {
                        let day =
                            practice_day(Timestamp::from_second(change + minute * 60).unwrap(), &tz, start);
                        assert!(before <= day, "{zone}, day from {hour}, {minute} min after {change}");
                        before = day;
                    }
                }
            }
        }
    }
}
