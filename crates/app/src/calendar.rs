//! The user's calendar of practice: days that start at an hour of their choice.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use review::{DayStart, practice_day};

use crate::App;

impl App {
    pub(crate) fn day_start(&self) -> DayStart {
        u8::try_from(self.settings.day_start)
            .ok()
            .and_then(|hour| DayStart::at(hour).ok())
            .unwrap_or_default()
    }

    /// The day of practice it is now.
    pub(crate) fn today_date(&self) -> Date {
        self.day_of(self.clock.now())
    }

    /// The day of practice of an instant.
    pub(crate) fn day_of(&self, at: Timestamp) -> Date {
        practice_day(at, &self.clock.time_zone(), self.day_start())
    }

    /// The instant at which a day of practice starts; none at the very ends of the calendar.
    pub(crate) fn start_of_day(&self, day: Date) -> Option<Timestamp> {
        let hour = i8::try_from(self.day_start().hour()).unwrap_or(4);
        start_of(day, hour, &self.clock.time_zone())
    }

    /// Instants at which the last `days` days started, and the instant at which tomorrow does.
    pub(crate) fn day_boundaries(&self, days: u32) -> Vec<(Date, Timestamp)> {
        let zone = self.clock.time_zone();
        let today = self.today_date();
        let hour = i8::try_from(self.day_start().hour()).unwrap_or(4);
        (-1..i64::from(days))
            .rev()
            .filter_map(|back| {
                let day = today.checked_sub(Span::new().days(back)).ok()?;
                Some((day, start_of(day, hour, &zone)?))
            })
            .collect()
    }
}

fn start_of(day: Date, hour: i8, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_timestamp(day.at(hour, 0, 0, 0)).ok()
}
