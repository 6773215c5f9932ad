//! Where a mock interview stands, as its events make it. What may happen next is decided beside it ([`State::decide`]).

mod deciding;

use thiserror::Error;

use super::event::{AskedProbe, Event, What};
use super::plan::Plan;
pub use deciding::{Command, HEARTBEAT_MS, Moment};

/// The most that counts between two events, in milliseconds: a day. More is a fault of the clock.
const MOST_RAN_MS: u64 = 86_400_000;

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was asked yet.
    NotBegun,
    /// A question is shown, and there is time to think.
    Preparing,
    /// The question or a probe is being answered.
    Answering,
    /// A round is over, the next has not begun.
    Break,
    /// All is over.
    Ended,
}

/// Why it stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Still {
    /// It was paused.
    Paused,
    /// The room was left, or the program ended.
    Left,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was not asked yet.
    Coming,
    /// It is being asked.
    Current,
    /// It was answered.
    Answered,
    /// It was passed over without a word.
    Skipped,
}

/// Why something may not happen now. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MockError {
    /// It is over.
    #[error("This mock interview has ended. Its debrief can be read.")]
    Ended,
    /// It stands still.
    #[error("This mock interview stands still. Go on with it first.")]
    StandsStill,
    /// It runs.
    #[error("This mock interview is running already.")]
    Runs,
    /// Something else is going on.
    #[error("That is not what this mock interview is at. Look at it again.")]
    NotNow,
    /// The plan cannot be held.
    #[error("This plan has no questions, or no time for them.")]
    Unsound,
}

/// Where a mock interview stands. The plan and the events make it; nothing else does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    plan: Plan,
    events: u32,
    stage: Stage,
    still: Option<Still>,
    slot: usize,
    outcomes: Vec<Outcome>,
    probes: Vec<Vec<AskedProbe>>,
    used_ms: Vec<u64>,
    prepared_ms: u64,
    rested_ms: u64,
    paused_ms: u64,
    pauses: u32,
    left: u32,
    ended_at_limit: Vec<Option<bool>>,
    early: bool,
}

impl State {
    /// A mock before its first question.
    ///
    /// # Errors
    /// [`MockError::Unsound`] unless [`Plan::is_sound`].
    pub fn begin(plan: Plan) -> Result<Self, MockError> {
        if !plan.is_sound() {
            return Err(MockError::Unsound);
        }
        let (slots, rounds) = (plan.slots(), plan.rounds.len());
        Ok(Self {
            plan,
            events: 0,
            stage: Stage::NotBegun,
            still: None,
            slot: 0,
            outcomes: vec![Outcome::Coming; slots],
            probes: vec![Vec::new(); slots],
            used_ms: vec![0; slots],
            prepared_ms: 0,
            rested_ms: 0,
            paused_ms: 0,
            pauses: 0,
            left: 0,
            ended_at_limit: vec![None; rounds],
            early: false,
        })
    }

    /// The state after all these events.
    ///
    /// # Errors
    /// That of the first event that cannot have happened.
    pub fn after<'a>(plan: Plan, events: impl IntoIterator<Item = &'a Event>) -> Result<Self, MockError> {
        let mut state = Self::begin(plan)?;
        for event in events {
            state.apply(event)?;
        }
        Ok(state)
    }

    /// Takes over an event.
    ///
    /// # Errors
    /// When it cannot have happened. The state is then as it was.
    pub fn apply(&mut self, event: &Event) -> Result<(), MockError> {
        self.check(&event.what)?;
        self.run(event.ran_ms);
        match &event.what {
            What::Asked { slot } => {
                self.slot = *slot;
                self.outcomes[*slot] = Outcome::Current;
                self.prepared_ms = 0;
                let thinks = !self.plan.preparation_of(*slot).is_zero();
                self.stage = if thinks { Stage::Preparing } else { Stage::Answering };
            }
            What::Began => self.stage = Stage::Answering,
            What::Probed { probe } => self.probes[self.slot].push(probe.clone()),
            What::Answered => self.outcomes[self.slot] = Outcome::Answered,
            What::Skipped => self.outcomes[self.slot] = Outcome::Skipped,
            What::RoundEnded { at_limit } => {
                let round = self.round();
                self.ended_at_limit[round] = Some(*at_limit);
                // What the limit left unasked is passed by.
                self.slot = self.plan.slots_of(round).end - 1;
                self.rested_ms = 0;
                self.stage = Stage::Break;
            }
            What::Paused => {
                self.still = Some(Still::Paused);
                self.pauses += 1;
            }
            What::Left => {
                self.still = Some(Still::Left);
                self.left += 1;
            }
            What::Resumed => self.still = None,
            What::Ran => {}
            What::Ended { early } => {
                self.stage = Stage::Ended;
                self.still = None;
                self.early = *early;
            }
        }
        self.events += 1;
        Ok(())
    }

    /// Lets time go by.
    fn run(&mut self, ran_ms: u64) {
        let clock = match (self.still, self.stage) {
            (Some(Still::Paused), _) => &mut self.paused_ms,
            (None, Stage::Preparing) => &mut self.prepared_ms,
            (None, Stage::Answering) => &mut self.used_ms[self.slot],
            (None, Stage::Break) => &mut self.rested_ms,
            _ => return,
        };
        *clock = clock.saturating_add(ran_ms.min(MOST_RAN_MS));
    }

    /// Whether an event is possible now.
    fn check(&self, what: &What) -> Result<(), MockError> {
        if self.stage == Stage::Ended {
            return Err(MockError::Ended);
        }
        let over = self.is_over();
        let runs = self.still.is_none();
        let possible = match what {
            What::Asked { slot } => {
                runs && *slot < self.plan.slots()
                    && match self.stage {
                        Stage::NotBegun => *slot == 0,
                        Stage::Break => *slot == self.slot + 1,
                        _ => {
                            over && *slot == self.slot + 1 && self.plan.slots_of(self.round()).contains(slot)
                        }
                    }
            }
            What::Began => runs && self.stage == Stage::Preparing,
            What::Probed { .. } => runs && self.stage == Stage::Answering && !over && self.may_probe(),
            // Ending it does not ask for going on first.
            What::Answered | What::Skipped => self.is_asking() && !over,
            What::RoundEnded { .. } => runs && self.is_asking() && over,
            What::Paused => runs && self.is_asking() && !over,
            What::Left => self.stage != Stage::NotBegun && self.still != Some(Still::Left),
            What::Resumed => !runs,
            What::Ran => self.stage != Stage::NotBegun,
            What::Ended { early } => *early && self.stage != Stage::NotBegun || self.is_last_round_over(),
        };
        if possible { Ok(()) } else { Err(MockError::NotNow) }
    }

    fn may_probe(&self) -> bool {
        self.probes[self.slot].len() < self.plan.probes_of(self.slot)
    }

    /// Whether the question on the table is done with.
    fn is_over(&self) -> bool {
        matches!(self.outcomes[self.slot], Outcome::Answered | Outcome::Skipped)
    }

    fn is_last_round_over(&self) -> bool {
        self.ended_at_limit.last().is_some_and(Option::is_some)
    }

    /// Whether a question is on the table.
    pub fn is_asking(&self) -> bool {
        matches!(self.stage, Stage::Preparing | Stage::Answering)
    }

    /// The plan.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How many events there were.
    pub const fn events(&self) -> u32 {
        self.events
    }

    /// What is going on.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Why it stands still, if it does.
    pub const fn still(&self) -> Option<Still> {
        self.still
    }

    /// The slot being asked; in a break the last one before it.
    pub const fn slot(&self) -> usize {
        self.slot
    }

    /// The round of that slot.
    pub fn round(&self) -> usize {
        self.plan.place(self.slot).map_or(0, |(round, _)| round)
    }

    /// The part being answered: 0 for the question, else the number of the probe.
    pub fn part(&self) -> usize {
        self.probes[self.slot].len()
    }

    /// What became of a slot. A question is skipped too when the mock went on without its being asked to the end.
    pub fn outcome(&self, slot: usize) -> Outcome {
        self.outcomes.get(slot).copied().unwrap_or(Outcome::Coming)
    }

    /// The probes asked about a slot.
    pub fn probes(&self, slot: usize) -> &[AskedProbe] {
        self.probes.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Whether a round is over, and if so, whether by itself.
    pub fn round_ended(&self, round: usize) -> Option<bool> {
        self.ended_at_limit.get(round).copied().flatten()
    }

    /// How often it was paused.
    pub const fn pauses(&self) -> u32 {
        self.pauses
    }

    /// How often the room was left.
    pub const fn left(&self) -> u32 {
        self.left
    }

    /// It was ended before all was asked.
    pub const fn ended_early(&self) -> bool {
        self.early
    }

    /// Time used on a slot, in milliseconds.
    pub fn used_ms(&self, slot: usize) -> u64 {
        self.used_ms.get(slot).copied().unwrap_or(0)
    }

    /// Time used on a round, in milliseconds.
    pub fn used_in_ms(&self, round: usize) -> u64 {
        self.plan.slots_of(round).map(|slot| self.used_ms(slot)).sum()
    }

    /// Time to think used on the current slot, in milliseconds.
    pub const fn prepared_ms(&self) -> u64 {
        self.prepared_ms
    }

    /// How long the current or last break is, in milliseconds.
    pub const fn rested_ms(&self) -> u64 {
        self.rested_ms
    }

    /// How long it was paused in all, in milliseconds.
    pub const fn paused_ms(&self) -> u64 {
        self.paused_ms
    }

    /// The state as it would be `ran_ms` later if nothing happened; for showing, never for storing.
    #[must_use]
    pub fn later(&self, ran_ms: u64) -> Self {
        let mut later = self.clone();
        later.run(ran_ms);
        later
    }
}
