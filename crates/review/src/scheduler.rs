//! From a card, a grade and a day to the next date.

use fsrs::{FSRS, MemoryState, NextStates};
use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Card, CardState, DesiredRetention, Grade, Memory, ReviewError, Weights};

/// No interval is longer: a hundred years.
pub const MAX_INTERVAL_DAYS: u32 = 36_500;

/// What a grade does to a card.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The card afterwards.
    pub card: Card,
    /// Days until it comes back. 0 after [`Grade::Again`]: later the same day.
    pub interval_days: u32,
    /// Days since the performance before, as the model saw them.
    pub elapsed_days: u32,
    /// The chance, just before, that it would be remembered. `None` the first time.
    pub retrievability_before: Option<f32>,
}

/// FSRS-6 by the day, for one desired retention and one set of weights.
#[derive(Debug, Clone)]
pub struct Scheduler {
    model: FSRS,
    retention: DesiredRetention,
    decay: f32,
    /// Of the forgetting curve: what makes recall 90 % after one stability.
    factor: f32,
}

impl Scheduler {
    /// A scheduler that aims at `retention`.
    ///
    /// # Errors
    /// [`ReviewError::WeightsRefused`] when the model does not take the weights.
    pub fn new(retention: DesiredRetention, weights: &Weights) -> Result<Self, ReviewError> {
        let model = FSRS::new(weights.as_slice()).map_err(|_| ReviewError::WeightsRefused)?;
        let decay = weights.decay();
        let factor = 0.9_f32.powf(-1.0 / decay) - 1.0;
        Ok(Self { model, retention, decay, factor })
    }

    /// The recall it aims at.
    pub const fn retention(&self) -> DesiredRetention {
        self.retention
    }

    /// What `grade` does to `card` when it is performed on `today`.
    ///
    /// Grading ends a burial; a suspended card keeps its memory up to date and stays suspended.
    pub fn grade(&self, card: &Card, grade: Grade, today: Date) -> Outcome {
        let [again, hard, good, easy] = self.preview(card, today);
        match grade {
            Grade::Again => again,
            Grade::Hard => hard,
            Grade::Good => good,
            Grade::Easy => easy,
        }
    }

    /// What each grade would do to `card` on `today`, in the order of [`Grade::ALL`].
    pub fn preview(&self, card: &Card, today: Date) -> [Outcome; 4] {
        let memory = card.memory.filter(|memory| memory.is_sound());
        // A first performance has nothing to be counted from.
        let elapsed_days = if memory.is_some() { card.elapsed_days(today) } else { 0 };
        let retrievability_before = memory.map(|memory| self.recall(memory, elapsed_days));
        let next = self.next_states(memory, elapsed_days);

        let mut shortest = 0;
        Grade::ALL.map(|grade| {
            let (state, interval_days) = match grade {
                // What could not be given comes back the same day.
                Grade::Again => (&next.again, 0),
                Grade::Hard => (&next.hard, whole_days(next.hard.interval)),
                Grade::Good => (&next.good, whole_days(next.good.interval)),
                Grade::Easy => (&next.easy, whole_days(next.easy.interval)),
            };
            // Weights fitted to a few reviews can put a first Good before a first Hard. A better grade never
            // comes back sooner.
            let interval_days = interval_days.max(shortest);
            shortest = interval_days;
            let lapsed = grade == Grade::Again && elapsed_days > 0;
            let card = Card {
                memory: Some(from_state(state.memory)),
                last_day: Some(today),
                due: today.saturating_add(Span::new().days(interval_days)),
                reps: card.reps.saturating_add(1),
                lapses: card.lapses.saturating_add(u32::from(lapsed)),
                state: match card.state {
                    CardState::Suspended => CardState::Suspended,
                    CardState::Active | CardState::BuriedUntil(_) => CardState::Active,
                },
            };
            Outcome { card, interval_days, elapsed_days, retrievability_before }
        })
    }

    /// The chance, 0 to 1, that `card` would be remembered on the day `on`. `None` before its first performance.
    pub fn retrievability(&self, card: &Card, on: Date) -> Option<f32> {
        let memory = card.memory.filter(|memory| memory.is_sound())?;
        Some(self.recall(memory, card.elapsed_days(on)))
    }

    /// The card that `log`, oldest first, leads to. `None` when there is nothing in it.
    ///
    /// Days go in as they were written, so that a log kept while the clock was wrong gives the same card as it
    /// gave then. Burial and suspension are not performances and are not in the log.
    pub fn rebuild(&self, log: &[(Date, Grade)]) -> Option<Card> {
        let &(first, _) = log.first()?;
        Some(log.iter().fold(Card::new(first), |card, &(day, grade)| self.grade(&card, grade, day).card))
    }

    /// The chance, 0 to 1, that `card` would be remembered on the day `on` if it were performed on `today`, for each grade
    /// in the order of [`Grade::ALL`].
    pub(crate) fn recall_after(&self, card: &Card, today: Date, on: Date) -> [f32; 4] {
        let memory = card.memory.filter(|memory| memory.is_sound());
        let next = self.next_states(memory, memory.map_or(0, |_| card.elapsed_days(today)));
        let days = u32::try_from((on - today).get_days()).unwrap_or(0);
        [next.again, next.hard, next.good, next.easy].map(|next| self.recall(from_state(next.memory), days))
    }

    /// Days until recall of a memory of this `stability` has faded to what is aimed at.
    pub(crate) fn interval_days(&self, stability: f32) -> u32 {
        whole_days(self.model.next_interval(Some(stability), self.retention.get(), 0))
    }

    fn next_states(&self, memory: Option<Memory>, elapsed_days: u32) -> NextStates {
        self.model
            .next_states(memory.map(state), self.retention.get(), elapsed_days)
            .expect("checked weights and a sound memory give finite states")
    }

    fn recall(&self, memory: Memory, elapsed_days: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "exact up to 45,000 years")]
        let days = elapsed_days as f32;
        (days / memory.stability * self.factor + 1.0).powf(-self.decay).clamp(0.0, 1.0)
    }
}

const fn state(memory: Memory) -> MemoryState {
    MemoryState { stability: memory.stability, difficulty: memory.difficulty }
}

const fn from_state(state: MemoryState) -> Memory {
    Memory { stability: state.stability, difficulty: state.difficulty }
}

/// The model's interval as days one can put in a calendar: rounded, at least tomorrow.
fn whole_days(interval: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "clamped to 1..=36,500, which f32 holds exactly"
    )]
    let days = interval.round().clamp(1.0, MAX_INTERVAL_DAYS as f32) as u32;
    days
}

#[cfg(test)]
mod tests;
