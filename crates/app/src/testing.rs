//! An app in a temporary folder, with a clock that stands still until it is told.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use tempfile::TempDir;

use crate::{
    App, Open,
    clock::Clock,
    view::{CheckView, DraftEdit, Level, MockPreference, MockRound, MockSetup, RunningTake},
};

/// A clock that only moves when it is moved.
#[derive(Debug)]
pub(crate) struct StillClock(Mutex<(Timestamp, Duration)>);

impl StillClock {
    pub(crate) fn at(time: &str) -> Arc<Self> {
        Arc::new(StillClock(Mutex::new((time.parse().unwrap(), Duration::ZERO))))
    }

    /// Sets the wall clock on or back; no time is measured.
    pub(crate) fn forward(&self, hours: i64) {
        self.0.lock().unwrap().0 += SignedDuration::from_hours(hours);
    }

    /// Lets seconds pass, on the wall and measured.
    pub(crate) fn pass(&self, seconds: u64) {
        let mut clock = self.0.lock().unwrap();
        let passed = Duration::from_secs(seconds);
        *clock = (clock.0 + passed, clock.1 + passed);
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    fn measured(&self) -> Duration {
        self.0.lock().unwrap().1
    }

    fn time_zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

/// An app with its folder and clock.
pub(crate) struct Bench {
    pub(crate) app: App,
    pub(crate) clock: Arc<StillClock>,
    pub(crate) dir: TempDir,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = StillClock::at("2026-03-10T18:40:00Z");
        let app = App::open(dir.path(), clock.clone(), Open::AsItIs).unwrap();
        Bench { app, clock, dir }
    }

    /// Closes and opens again, as a restart does.
    pub(crate) fn restart(self) -> Self {
        let Bench { app, clock, dir } = self;
        drop(app);
        let app = App::open(dir.path(), clock.clone(), Open::AsItIs).unwrap();
        Bench { app, clock, dir }
    }

    /// Answers a question, and finishes.
    pub(crate) fn answer(&mut self, question: &str, text: &str) -> CheckView {
        let take = self.app.start_take(question).unwrap();
        self.app.finish_take(&edit(&take, text)).unwrap()
    }
}

/// An edit of a running take.
pub(crate) fn edit(take: &RunningTake, text: &str) -> DraftEdit {
    DraftEdit { take_id: take.id, revision: take.revision, text: text.to_owned(), elapsed_ms: 90_000 }
}

/// A mock of two rounds, of two questions and one, two minutes a question, with up to two probes and no time to think.
pub(crate) fn mock_setup() -> MockSetup {
    let round = |name: &str, minutes: u32, questions: u32| MockRound {
        name: name.to_owned(),
        minutes,
        questions,
        competencies: Vec::new(),
        kinds: vec!["behavioural".to_owned()],
        written: false,
    };
    MockSetup {
        loop_id: None,
        name: "Two rounds".to_owned(),
        rounds: vec![round("Program", 4, 2), round("Leadership", 2, 1)],
        level: Level::Senior,
        prefer: MockPreference::New,
        probes: 2,
        preparation_seconds: 0,
        ends_at_limit: false,
        seed: 417,
    }
}

/// A question every bank has.
pub(crate) const QUESTION: &str = "first-program-end-to-end";

pub(crate) const STRONG: &str = "Our checkout moved to a new ledger, with three teams and one date. In the second week I drew the refund \
    path end to end, from the storefront through the orders queue to the ledger, and found that refunds were written \
    to both services with no shared idempotency key. If the queue replayed, a customer would be paid twice. I chose \
    to move refunds last, behind a flag, instead of slipping the date, because the other flows did not depend on \
    them. Duplicate refunds went from about forty a month to zero.";

pub(crate) const WEAK: &str = "I managed timelines and coordinated teams on the checkout migration. I set up a weekly sync and kept the \
    teams updated on their tickets. I followed up with the orders team until they came round. It was decided that we \
    would hold the launch. In the end we shipped on time and the release completed successfully.";
