//! Time used against the budget, and how that is said.
//!
//! Readings come from a monotonic clock, as time since any fixed point; wall clocks jump.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A stopwatch with a budget. It runs only while someone is answering: closing the window pauses it, and what it had
/// measured is where the next run goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    budget: Duration,
    before: Duration,
    running_since: Option<Duration>,
}

/// How the time used stands to the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// More than a tenth of the budget is left.
    InTime,
    /// A tenth of the budget or less is left.
    LastTenth,
    /// The budget is used up. Nothing stops; the answer only shows how far over it is.
    Over,
}

/// A point in time that is said politely to those who cannot see the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "left")]
pub enum Announcement {
    /// Half the budget is used; this much is left.
    Half(Duration),
    /// The last tenth begins; this much is left.
    LastTenth(Duration),
    /// The budget is used.
    End,
}

impl Timer {
    /// A paused timer that has measured `elapsed` so far, zero for a new take.
    pub const fn new(budget: Duration, elapsed: Duration) -> Self {
        Self { budget, before: elapsed, running_since: None }
    }

    /// Starts or goes on at the reading `now`. A running timer runs on.
    pub fn start(&mut self, now: Duration) {
        self.running_since.get_or_insert(now);
    }

    /// Stops at the reading `now`, keeping what was measured.
    pub fn pause(&mut self, now: Duration) {
        self.before = self.elapsed(now);
        self.running_since = None;
    }

    /// Whether it is running.
    pub const fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// The time measured up to the reading `now`. Never less than before the last start.
    pub fn elapsed(&self, now: Duration) -> Duration {
        let running = self.running_since.map_or(Duration::ZERO, |since| now.saturating_sub(since));
        self.before.saturating_add(running)
    }

    /// The budget.
    pub const fn budget(&self) -> Duration {
        self.budget
    }

    /// How the time measured up to `now` stands to the budget.
    pub fn phase(&self, now: Duration) -> Phase {
        phase(self.elapsed(now), self.budget)
    }

    /// The time measured up to `now` in words: see [`reading`].
    pub fn reading(&self, now: Duration) -> String {
        reading(self.elapsed(now), self.budget)
    }
}

/// How `elapsed` stands to `budget`, in whole seconds, so that it turns when the figures on the screen do.
pub fn phase(elapsed: Duration, budget: Duration) -> Phase {
    let (elapsed, budget) = (elapsed.as_secs(), budget.as_secs());
    if elapsed > budget {
        Phase::Over
    } else if u128::from(elapsed) * 10 >= u128::from(budget) * 9 {
        Phase::LastTenth
    } else {
        Phase::InTime
    }
}

/// `4:05 of 6:00` within the budget, `+0:36` past it.
pub fn reading(elapsed: Duration, budget: Duration) -> String {
    match phase(elapsed, budget) {
        Phase::InTime | Phase::LastTenth => format!("{} of {}", clock(elapsed), clock(budget)),
        Phase::Over => {
            let over = Duration::from_secs(elapsed.as_secs() - budget.as_secs());
            format!("+{}", clock(over))
        }
    }
}

/// A time as minutes and seconds, `4:05`, with hours when there are any, `1:04:05`. Parts of a second are dropped.
pub fn clock(time: Duration) -> String {
    let (hours, minutes, seconds) = (time.as_secs() / 3600, time.as_secs() / 60 % 60, time.as_secs() % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// What there is to say when the time used goes from `before` to `after`. Looking again and again, in steps of any size,
/// says each thing once; a step over several says only the last, which makes the others old.
pub fn announcement(before: Duration, after: Duration, budget: Duration) -> Option<Announcement> {
    if budget.is_zero() {
        return None;
    }
    let crosses = |at: Duration| before < at && at <= after;
    let tenth = budget / 10;
    if crosses(budget) {
        Some(Announcement::End)
    } else if crosses(budget - tenth) {
        Some(Announcement::LastTenth(tenth))
    } else if crosses(budget / 2) {
        Some(Announcement::Half(budget - budget / 2))
    } else {
        None
    }
}

impl fmt::Display for Announcement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Half(left) => write!(f, "Half the time is used, {} left.", clock(*left)),
            Self::LastTenth(left) => write!(f, "{} left.", clock(*left)),
            Self::End => f.write_str("The time is used. You can finish the thought."),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn secs(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn readings_are_written_as_on_a_watch() {
        let check = |elapsed, budget, said: &str| assert_eq!(reading(secs(elapsed), secs(budget)), said);
        check(0, 360, "0:00 of 6:00");
        check(245, 360, "4:05 of 6:00");
        check(360, 360, "6:00 of 6:00");
        check(361, 360, "+0:01");
        check(396, 360, "+0:36");
        check(360 + 3661, 360, "+1:01:01");
        check(2700, 7200, "45:00 of 2:00:00");
    }

    #[test]
    fn phases_turn_with_the_figures() {
        let check = |millis, expected| assert_eq!(phase(Duration::from_millis(millis), secs(120)), expected);
        check(107_999, Phase::InTime);
        check(108_000, Phase::LastTenth);
        check(120_999, Phase::LastTenth);
        check(121_000, Phase::Over);
    }

    #[test]
    fn a_closed_window_takes_no_time() {
        let mut timer = Timer::new(secs(120), secs(10));
        assert_eq!(timer.elapsed(secs(1000)), secs(10));
        timer.start(secs(1000));
        timer.start(secs(1005));
        assert_eq!(timer.elapsed(secs(1020)), secs(30));
        timer.pause(secs(1020));
        assert!(!timer.is_running());
        assert_eq!(timer.elapsed(secs(5000)), secs(30));
        // The next run of the program counts from another point.
        let mut timer = Timer::new(timer.budget(), timer.elapsed(secs(5000)));
        timer.start(secs(3));
        assert_eq!(timer.reading(secs(98)), "+0:05");
        assert_eq!(timer.phase(secs(98)), Phase::Over);
    }

    #[test]
    fn a_clock_that_goes_back_takes_nothing_away() {
        let mut timer = Timer::new(secs(120), secs(10));
        timer.start(secs(1000));
        assert_eq!(timer.elapsed(secs(900)), secs(10));
    }

    #[test]
    fn announcements_say_what_is_left() {
        let say = |from, to| announcement(secs(from), secs(to), secs(360)).map(|said| said.to_string());
        assert_eq!(say(0, 179), None);
        assert_eq!(say(179, 180).as_deref(), Some("Half the time is used, 3:00 left."));
        assert_eq!(say(180, 181), None);
        assert_eq!(say(323, 324).as_deref(), Some("0:36 left."));
        assert_eq!(say(359, 361).as_deref(), Some("The time is used. You can finish the thought."));
        assert_eq!(say(0, 400).as_deref(), Some("The time is used. You can finish the thought."));
        assert_eq!(say(361, 4000), None);
        assert_eq!(announcement(secs(0), secs(9), Duration::ZERO), None);
    }

    proptest! {
        #[test]
        fn each_thing_is_said_once_and_in_order(
            budget in 1_u64..7200, steps in proptest::collection::vec(1_u64..400, 0..100),
        ) {
            let (mut at, mut said) = (0, Vec::new());
            for step in steps {
                said.extend(announcement(secs(at), secs(at + step), secs(budget)));
                at += step;
            }
            let order: Vec<_> = said.iter().map(|said| match said {
                Announcement::Half(_) => 0,
                Announcement::LastTenth(_) => 1,
                Announcement::End => 2,
            }).collect();
            prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", order);
            prop_assert_eq!(order.last() == Some(&2), at >= budget);
        }
    }
}
