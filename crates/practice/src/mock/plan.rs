//! What is going to be asked in a mock interview. Fixed before it begins, and stored with it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The most rounds a mock has.
pub const MOST_ROUNDS: usize = 8;
/// The most questions a round has.
pub const MOST_QUESTIONS: usize = 12;
/// The most probes after an answer.
pub const MOST_PROBES: u8 = 3;
/// The longest a round or the time to think can be meant to last, in milliseconds: a day.
pub const LONGEST_MS: u64 = 86_400_000;

/// A mock interview as it is going to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its rounds in order.
    pub rounds: Vec<PlannedRound>,
    /// Probes after an answer, at most; 0 to [`MOST_PROBES`].
    pub probes: u8,
    /// Time to think before each answer, in milliseconds; 0 for none.
    pub preparation_ms: u64,
    /// A round ends by itself when its time is used.
    pub ends_at_limit: bool,
    /// Where its luck comes from.
    pub seed: u64,
}

/// A round as it is going to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRound {
    /// What it is called.
    pub name: String,
    /// Time for its answers, in milliseconds.
    pub budget_ms: u64,
    /// One answers in writing, alone: nobody probes, and there is no time to think beside it.
    pub written: bool,
    /// Its questions in order.
    pub slots: Vec<PlannedSlot>,
}

/// A question in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedSlot {
    /// Its id.
    pub question: String,
    /// Its words, kept in case the bank changes.
    pub prompt: String,
    /// Its competency.
    pub competency: String,
    /// It asks what one would do, rather than what one did.
    pub situational: bool,
    /// Its own follow-ups.
    pub follow_ups: Vec<String>,
}

impl Plan {
    /// How many questions it has in all.
    pub fn slots(&self) -> usize {
        self.rounds.iter().map(|round| round.slots.len()).sum()
    }

    /// The round of a slot, and its place in it, both from 0. `None` past the last slot.
    pub fn place(&self, slot: usize) -> Option<(usize, usize)> {
        let mut first = 0;
        for (number, round) in self.rounds.iter().enumerate() {
            if slot < first + round.slots.len() {
                return Some((number, slot - first));
            }
            first += round.slots.len();
        }
        None
    }

    /// The slots of a round, as numbers across the mock.
    pub fn slots_of(&self, round: usize) -> std::ops::Range<usize> {
        let first = self.rounds.iter().take(round).map(|round| round.slots.len()).sum();
        first..first + self.rounds.get(round).map_or(0, |round| round.slots.len())
    }

    /// A slot by its number.
    pub fn slot(&self, slot: usize) -> Option<&PlannedSlot> {
        let (round, at) = self.place(slot)?;
        self.rounds[round].slots.get(at)
    }

    /// The time that a slot is meant to take: an equal share of its round.
    pub fn budget_of(&self, slot: usize) -> Duration {
        let Some((round, _)) = self.place(slot) else { return Duration::ZERO };
        let round = &self.rounds[round];
        Duration::from_millis(round.budget_ms / round.slots.len() as u64)
    }

    /// Time of all rounds.
    pub fn budget(&self) -> Duration {
        Duration::from_millis(self.rounds.iter().map(|round| round.budget_ms).sum())
    }

    /// Time to think before the answer of a slot.
    pub fn preparation_of(&self, slot: usize) -> Duration {
        let written = self.place(slot).is_some_and(|(round, _)| self.rounds[round].written);
        Duration::from_millis(if written { 0 } else { self.preparation_ms })
    }

    /// How many probes the answer of a slot may get.
    pub fn probes_of(&self, slot: usize) -> usize {
        let written = self.place(slot).is_some_and(|(round, _)| self.rounds[round].written);
        if written { 0 } else { usize::from(self.probes.min(MOST_PROBES)) }
    }

    /// Whether it can be held at all: it has rounds, each with questions and time, and not more than are allowed.
    pub fn is_sound(&self) -> bool {
        (1..=MOST_ROUNDS).contains(&self.rounds.len())
            && self.probes <= MOST_PROBES
            && self.preparation_ms <= LONGEST_MS
            && self.rounds.iter().all(|round| {
                (1..=LONGEST_MS).contains(&round.budget_ms)
                    && (1..=MOST_QUESTIONS).contains(&round.slots.len())
            })
    }
}
