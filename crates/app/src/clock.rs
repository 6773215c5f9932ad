//! The time, passed in. Nothing below this crate asks the system for it.

use std::{
    fmt,
    sync::LazyLock,
    time::{Duration, Instant},
};

pub use jiff::Timestamp;

/// Where the time comes from.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Time since a point that stays the same while the program runs. It never goes back, whatever is done to the
    /// calendar: what lasted how long is measured with it.
    fn measured(&self) -> Duration;
    /// How many times as fast as time itself it goes; more than 1 in tests alone.
    fn pace(&self) -> u32 {
        1
    }
    /// The time zone whose calendar the user lives by.
    fn time_zone(&self) -> jiff::tz::TimeZone;
}

/// The system's clock and zone. Both are asked each time, so a changed zone is noticed.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn measured(&self) -> Duration {
        static FIRST_READING: LazyLock<Instant> = LazyLock::new(Instant::now);
        FIRST_READING.elapsed()
    }

    fn time_zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::system()
    }
}

/// A clock that started at a given time and goes on at its own pace. For tests and pictures.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock {
    start: Timestamp,
    since: Instant,
    pace: u32,
}

impl ShiftedClock {
    /// Starts at a time, and goes on at the usual pace.
    pub fn starting_at(start: Timestamp) -> Self {
        ShiftedClock { start, since: Instant::now(), pace: 1 }
    }

    /// The same clock, on which every time passes so many times as fast.
    #[must_use]
    pub fn at_pace(self, pace: u32) -> Self {
        ShiftedClock { pace, ..self }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        // Saturates at the end of time, some eight thousand years from now.
        self.start.saturating_add(self.measured()).unwrap_or(Timestamp::MAX)
    }

    fn measured(&self) -> Duration {
        self.since.elapsed().saturating_mul(self.pace)
    }

    fn pace(&self) -> u32 {
        self.pace
    }

    fn time_zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::system()
    }
}

/// A text that is no time.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct TimeError(#[from] jiff::Error);

/// Reads an RFC 3339 time: `2026-03-10T09:00:00Z`.
///
/// # Errors
/// [`TimeError`] says what is wrong with it.
pub fn parse(text: &str) -> Result<Timestamp, TimeError> {
    Ok(text.parse()?)
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;

    use super::*;

    #[test]
    fn measured_time_passes_at_the_pace_of_the_clock() {
        #[track_caller]
        fn check(clock: &dyn Clock, least: u64) {
            let (wall, measured) = (clock.now(), clock.measured());
            sleep(Duration::from_millis(20));
            let passed = clock.measured() - measured;
            assert!(passed >= Duration::from_millis(least), "{clock:?}: {passed:?}");
            assert!(clock.now().duration_since(wall).as_millis() >= i128::from(least) - 1, "{clock:?}");
        }
        let start = parse("2026-03-10T09:00:00Z").unwrap();
        check(&SystemClock, 20);
        check(&ShiftedClock::starting_at(start), 20);
        check(&ShiftedClock::starting_at(start).at_pace(600), 12_000);
    }
}
