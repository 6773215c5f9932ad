//! The time, passed in. Nothing below this crate asks the system for it.

use std::fmt;

pub use jiff::Timestamp;

/// Where the time comes from.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
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

    fn time_zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::system()
    }
}

/// A clock that started at a given time and goes on at the usual pace. For tests and pictures.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedClock {
    start: Timestamp,
    since: std::time::Instant,
}

impl ShiftedClock {
    /// Starts at a time.
    pub fn starting_at(start: Timestamp) -> Self {
        ShiftedClock { start, since: std::time::Instant::now() }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        // Saturates at the end of time, some eight thousand years from now.
        self.start.saturating_add(self.since.elapsed()).unwrap_or(Timestamp::MAX)
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
