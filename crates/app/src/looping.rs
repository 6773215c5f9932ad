//! The loops of mock interviews, and how many questions of this user's bank each round can draw from.

use std::collections::HashSet;

use question_bank::loops::{self, Form, Loop, Round};

use crate::{
    App, AppError,
    questions::competency_view,
    reviewing::count,
    view::{LoopView, RoundView},
};

impl App {
    /// Every loop, the shortest kind of interview first.
    ///
    /// # Errors
    /// When the suspended questions cannot be read.
    pub fn loops(&mut self) -> Result<Vec<LoopView>, AppError> {
        let suspended = self.store.suspended_questions()?;
        let suspended: HashSet<&str> = suspended.iter().map(String::as_str).collect();
        Ok(loops::builtin().iter().map(|one| self.loop_view(one, &suspended)).collect())
    }

    fn loop_view(&self, one: &Loop, suspended: &HashSet<&str>) -> LoopView {
        LoopView {
            id: one.id.clone(),
            name: one.name.clone(),
            summary: one.summary.clone(),
            advice: one.advice.clone(),
            minutes: one.minutes(),
            rounds: one.rounds.iter().map(|round| self.round_view(round, suspended)).collect(),
        }
    }

    fn round_view(&self, round: &Round, suspended: &HashSet<&str>) -> RoundView {
        RoundView {
            name: round.name.clone(),
            minutes: u32::from(round.minutes),
            opening: u32::from(round.opening),
            closing: u32::from(round.closing),
            questions: u32::from(round.questions),
            competencies: round.competencies.iter().map(|one| competency_view(one.as_str())).collect(),
            kinds: round.kinds.iter().map(ToString::to_string).collect(),
            levels: round.levels.iter().map(ToString::to_string).collect(),
            written: round.form == Form::Written,
            available: count(round.available(&self.bank, suspended).len()),
        }
    }
}
