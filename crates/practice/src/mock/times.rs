//! How long things have lasted in a mock interview, and what is said about it.

use std::time::Duration;

use super::state::{Stage, State};
use crate::timer::{self, Phase, clock};

/// A time used and its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Time {
    /// Used so far, pauses left out.
    pub used: Duration,
    /// Meant to be used.
    pub budget: Duration,
}

impl Time {
    /// How one stands to the other.
    pub fn phase(&self) -> Phase {
        timer::phase(self.used, self.budget)
    }
}

/// All times at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// Of the question, its probes included.
    pub question: Time,
    /// Of the round.
    pub round: Time,
    /// Of the whole mock.
    pub whole: Time,
    /// To think, before the answer.
    pub preparation: Time,
}

impl Times {
    /// The times of a state.
    pub fn of(state: &State) -> Self {
        let plan = state.plan();
        let slot = state.slot();
        let ms = Duration::from_millis;
        let budgets = plan.rounds.get(state.round()).map_or(0, |round| round.budget_ms);
        Self {
            question: Time { used: ms(state.used_ms(slot)), budget: plan.budget_of(slot) },
            round: Time { used: ms(state.used_in_ms(state.round())), budget: ms(budgets) },
            whole: Time {
                used: ms((0..plan.rounds.len()).map(|round| state.used_in_ms(round)).sum()),
                budget: plan.budget(),
            },
            preparation: Time { used: ms(state.prepared_ms()), budget: plan.preparation_of(slot) },
        }
    }
}

/// What there is to say when time goes on from one state to a later one of the same question; the round's end first, as
/// it matters more. Each thing is said once.
pub fn announcement(before: &State, after: &State) -> Option<String> {
    let same = before.slot() == after.slot() && after.stage() == Stage::Answering;
    if !same || after.still().is_some() {
        return None;
    }
    let (then, now) = (Times::of(before), Times::of(after));
    let said = |then: Time, now: Time| timer::announcement(then.used, now.used, now.budget);
    match said(then.round, now.round) {
        Some(timer::Announcement::End) => return Some("The time of the round is used.".to_owned()),
        Some(timer::Announcement::LastTenth(left)) => {
            return Some(format!("{} left in the round.", clock(left)));
        }
        _ => {}
    }
    Some(match said(then.question, now.question)? {
        timer::Announcement::Half(left) => {
            format!("Half of the time for this question is used, {} left.", clock(left))
        }
        timer::Announcement::LastTenth(left) => format!("{} left on this question.", clock(left)),
        timer::Announcement::End => {
            "The time for this question is used. You can finish the thought.".to_owned()
        }
    })
}
