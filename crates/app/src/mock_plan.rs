//! Whether a mock interview can be held with this bank and these answers, and which questions it asks.

use std::{collections::HashMap, time::Duration};

use jiff::Timestamp;
use practice::{
    mock::{
        Plan, PlannedRound, PlannedSlot,
        fit::{Candidate, Sharing, Wanted, groups},
        selection::{Preference, select},
    },
    recall::content_words,
};
use question_bank::{Bank, Question};
use store::{AnswerFilter, AnswerRow, CardWithAnswer};

use crate::{
    App, AppError,
    mock_setup::faults,
    questions::{competency_view, mode_of, question_view},
    reviewing::count,
    rows::millis,
    view::{AnswerMode, Level, MockFit, MockPreference, MockProblem, MockRound, MockSetup, QuestionView},
};

impl App {
    /// Whether a set-up can be held, before anything begins.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn fit_mock(&mut self, setup: &MockSetup) -> Result<MockFit, AppError> {
        let candidates = self.candidates(setup)?;
        let rounds = wanted(setup);
        let sharing = Sharing::of(&rounds, &candidates, &groups(&candidates));
        let mut problems = faults(setup);
        if problems.is_empty() {
            problems.extend(
                sharing
                    .lacks()
                    .iter()
                    .map(|lack| MockProblem { round: Some(count(lack.round())), message: lack.to_string() }),
            );
        }
        Ok(MockFit {
            minutes: setup.rounds.iter().map(|round| round.minutes).fold(0, u32::saturating_add),
            questions: setup.rounds.iter().map(|round| round.questions).fold(0, u32::saturating_add),
            ends_at: millis(ends_at(self.clock.now(), setup)),
            available: (0..rounds.len()).map(|round| count(sharing.available(round))).collect(),
            problems,
        })
    }

    /// What is going to be asked.
    ///
    /// # Errors
    /// [`AppError::CannotBeHeld`] with the first thing in the way.
    pub(crate) fn plan_mock(&self, setup: &MockSetup) -> Result<Plan, AppError> {
        if let Some(fault) = faults(setup).into_iter().next() {
            return Err(AppError::CannotBeHeld { why: fault.message });
        }
        let candidates = self.candidates(setup)?;
        let chosen = select(&wanted(setup), &candidates, preference(setup.prefer), u64::from(setup.seed))
            .map_err(|lacks| AppError::CannotBeHeld {
                why: lacks.first().map(ToString::to_string).unwrap_or_default(),
            })?;
        Ok(Plan {
            rounds: setup
                .rounds
                .iter()
                .zip(chosen)
                .map(|(round, chosen)| planned_round(round, chosen.into_iter().map(|at| &candidates[at])))
                .collect(),
            probes: u8::try_from(setup.probes).unwrap_or(u8::MAX),
            preparation_ms: u64::from(setup.preparation_seconds) * 1000,
            ends_at_limit: setup.ends_at_limit,
            seed: u64::from(setup.seed),
        })
    }

    /// Every question that this level may be asked, in the order of the bank, which is the same as long as the bank is.
    fn candidates(&self, setup: &MockSetup) -> Result<Vec<Candidate>, AppError> {
        let suspended = self.store.suspended_questions()?;
        let answers: HashMap<String, AnswerRow> = self
            .store
            .list_answers(&AnswerFilter::default())?
            .rows
            .into_iter()
            .map(|row| (row.question_id.clone(), row))
            .collect();
        let due = self.due_in_order(&self.store.all_cards()?)?;
        let asked = self.bank.all().iter().filter(|question| {
            level_rank(question.level) <= setup_rank(setup.level) && !suspended.contains(question.id.as_str())
        });
        asked.map(|question| self.candidate(question, answers.get(question.id.as_str()), &due)).collect()
    }

    fn candidate(
        &self,
        question: &Question,
        answer: Option<&AnswerRow>,
        due: &[CardWithAnswer],
    ) -> Result<Candidate, AppError> {
        let best = match answer {
            Some(row) => self.best_take(&self.store.answer(row.id)?, None)?,
            None => None,
        };
        Ok(Candidate {
            question: question.id.to_string(),
            prompt: question.prompt.clone(),
            competency: question.competency.as_str().to_owned(),
            kind: question.kind.as_str().to_owned(),
            minutes: u32::from(question.minutes),
            level: level_rank(question.level),
            situational: mode_of(question.kind) == AnswerMode::Situational,
            follow_ups: question.probes.clone(),
            words: content_words(&question.prompt),
            told: best.map(|take| content_words(&take.text)).unwrap_or_default(),
            best: answer.and_then(|row| row.best_score),
            answered: answer.is_some(),
            due: due.iter().any(|card| card.question_id == question.id.as_str()),
        })
    }
}

fn planned_round<'c>(round: &MockRound, questions: impl Iterator<Item = &'c Candidate>) -> PlannedRound {
    PlannedRound {
        name: round.name.trim().to_owned(),
        budget_ms: u64::from(round.minutes) * 60_000,
        written: round.written,
        slots: questions
            .map(|question| PlannedSlot {
                question: question.question.clone(),
                prompt: question.prompt.clone(),
                competency: question.competency.clone(),
                situational: question.situational,
                follow_ups: question.follow_ups.clone(),
            })
            .collect(),
    }
}

fn wanted(setup: &MockSetup) -> Vec<Wanted> {
    let rounds = setup.rounds.iter();
    rounds
        .map(|round| Wanted {
            competencies: round.competencies.clone(),
            kinds: round.kinds.clone(),
            questions: round.questions as usize,
            minutes: round.minutes,
        })
        .collect()
}

/// Now, and the minutes of all rounds, and the time to think before each spoken answer.
fn ends_at(now: Timestamp, setup: &MockSetup) -> Timestamp {
    let seconds = setup.rounds.iter().map(|round| {
        let thinking =
            if round.written { 0 } else { round.questions.saturating_mul(setup.preparation_seconds) };
        u64::from(round.minutes) * 60 + u64::from(thinking)
    });
    now.saturating_add(Duration::from_secs(seconds.sum())).unwrap_or(Timestamp::MAX)
}

fn preference(prefer: MockPreference) -> Preference {
    match prefer {
        MockPreference::New => Preference::New,
        MockPreference::Weak => Preference::Weak,
        MockPreference::Due => Preference::Due,
        MockPreference::Any => Preference::Any,
    }
}

fn level_rank(level: question_bank::Level) -> u8 {
    match level {
        question_bank::Level::Senior => 0,
        question_bank::Level::Principal => 1,
        question_bank::Level::Manager => 2,
    }
}

fn setup_rank(level: Level) -> u8 {
    match level {
        Level::Senior => 0,
        Level::Principal => 1,
        Level::Manager => 2,
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Senior => question_bank::Level::Senior.as_str(),
        Level::Principal => question_bank::Level::Principal.as_str(),
        Level::Manager => question_bank::Level::Manager.as_str(),
    }
}

/// The question of a slot as it was asked. What the plan does not say is that of the bank, as long as it is there.
pub(crate) fn question_of_slot(bank: &Bank, slot: &PlannedSlot, level: Level) -> QuestionView {
    let mode = if slot.situational { AnswerMode::Situational } else { AnswerMode::Behavioral };
    match bank.get(&slot.question.as_str().into()) {
        Some(question) => QuestionView { prompt: slot.prompt.clone(), mode, ..question_view(question) },
        None => QuestionView {
            id: slot.question.clone(),
            prompt: slot.prompt.clone(),
            competency: competency_view(&slot.competency),
            dimensions: Vec::new(),
            kind: if slot.situational { "situational" } else { "behavioural" }.to_owned(),
            level: level_name(level).to_owned(),
            mode,
            minutes: 0,
            probes: slot.follow_ups.clone(),
            strong: Vec::new(),
            feature_quote: String::new(),
            feature_why: String::new(),
            tags: Vec::new(),
        },
    }
}
