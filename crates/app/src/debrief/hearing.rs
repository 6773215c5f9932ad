//! Hearing a mock again: from its events and the answers that are left to a mock as it was held.

use std::collections::HashMap;

use phrasing::{Check, Dimension, Kind};
use practice::mock::{AskedProbe, Outcome, PlannedSlot};
use store::{Mock, Take, TakeState};

use super::held::{Fate, Given, Held, HeldRound, HeldSlot, KeptFigures};
use crate::{
    App, AppError,
    checking::check_text,
    marks, mock_now,
    questions::phrasing_mode,
    reviewing::count,
    rows::id,
    view::{AnswerMode, Level, MockSetup, ProbeAnswer},
};

impl App {
    /// A mock that has ended as it was held, with what it was to be like.
    pub(super) fn heard(&self, mock: &Mock) -> Result<(MockSetup, Held), AppError> {
        let (_, setup, state) = self.stored_mock(mock.id)?;
        let plan = state.plan();
        let takes: HashMap<u32, Take> = self
            .store
            .mock_answers(mock.id)?
            .into_iter()
            .filter_map(|answer| Some((answer.slot, answer.take?)))
            .collect();
        let mut slots = Vec::with_capacity(plan.slots());
        for (round, planned) in plan.rounds.iter().enumerate() {
            for (slot, asked) in plan.slots_of(round).zip(&planned.slots) {
                let fate = match state.outcome(slot) {
                    Outcome::Coming => Fate::NotAsked,
                    Outcome::Skipped => Fate::Skipped,
                    Outcome::Answered | Outcome::Current => {
                        self.fate(takes.get(&count(slot)), asked, state.probes(slot), setup.level)?
                    }
                };
                slots.push(HeldSlot {
                    round: count(round),
                    question_id: asked.question.clone(),
                    prompt: asked.prompt.clone(),
                    used_ms: milliseconds(state.used_ms(slot)),
                    budget_ms: mock_now::milliseconds(plan.budget_of(slot)),
                    fate,
                });
            }
        }
        let rounds = plan.rounds.iter().enumerate().map(|(round, planned)| HeldRound {
            name: planned.name.clone(),
            used_ms: milliseconds(state.used_in_ms(round)),
            budget_ms: milliseconds(planned.budget_ms),
            at_limit: state.round_ended(round).unwrap_or(false),
            written: planned.written,
        });
        let held = Held {
            rounds: rounds.collect(),
            slots,
            pauses: state.pauses(),
            paused_ms: milliseconds(state.paused_ms()),
            left: state.left(),
        };
        Ok((setup, held))
    }

    /// What is left of an answer.
    fn fate(
        &self,
        take: Option<&Take>,
        asked: &PlannedSlot,
        probes: &[AskedProbe],
        level: Level,
    ) -> Result<Fate, AppError> {
        let Some(take) = take.filter(|take| take.state == TakeState::Finished) else {
            return Ok(Fate::Deleted);
        };
        let answer = self.store.answer(take.answer_id)?;
        let mode = if asked.situational { AnswerMode::Situational } else { AnswerMode::Behavioral };
        let ignored = self.ignored_spans(take)?;
        let check = check_text(&self.checker, &take.text, mode, level, &ignored);
        let (words, probes) = parts(&take.text, probes);
        Ok(Fate::Given(Box::new(Given {
            answer_id: id(answer.id.0),
            take_id: id(take.id.0),
            text: take.text.clone(),
            answer: words,
            probes,
            kept: kept(take, &check, &self.question_of(&answer).dimensions),
            check,
            mode: phrasing_mode(mode),
            in_review: self.store.card(answer.id)?.is_some(),
        })))
    }
}

/// Times of one interview fit easily.
fn milliseconds(ms: u64) -> u32 {
    u32::try_from(ms).unwrap_or(u32::MAX)
}

/// The answer, and what was said to each probe; empty where it was passed over.
fn parts(text: &str, probes: &[AskedProbe]) -> (String, Vec<ProbeAnswer>) {
    let begins = |place: usize| probes.get(place).map_or(text.len(), |probe| probe.from.min(text.len()));
    let part = |from: usize, to: usize| text.get(from..to.max(from)).unwrap_or("").trim().to_owned();
    let answers = probes
        .iter()
        .enumerate()
        .map(|(place, probe)| ProbeAnswer {
            probe: probe.text.clone(),
            answer: part(begins(place), begins(place + 1)),
        })
        .collect();
    (part(0, begins(0)), answers)
}

/// The figures of an answer as they were stored. A dimension that the question asks for has a figure even when nothing
/// was found: that of an answer in which there is nothing.
fn kept(take: &Take, check: &Check, asked: &[crate::view::Dimension]) -> KeptFigures {
    let scored = &take.scored;
    let stored = |dimension: Dimension| {
        let by_name = scored.scores.as_ref()?;
        let asked = asked.contains(&marks::dimension(dimension));
        let none = asked.then(|| check.scores.get(dimension));
        by_name.get(dimension.as_str()).copied().or(none).map(u32::from)
    };
    let weak = || count(check.findings.iter().filter(|finding| finding.kind == Kind::Weak).count());
    KeptFigures {
        score: scored.score.map(u32::from),
        dimensions: Dimension::ALL.map(stored),
        words: scored.words.unwrap_or_else(|| count(check.words)),
        weak: scored.counts.map_or_else(weak, |counts| counts.weak),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_each_part_are_found_again() {
        let text = "I chose é.\n\nTwo weeks.\n\nThe lead.";
        let at = |words: &str| text.find(words).unwrap();
        let probe = |text: &str, begins| AskedProbe { text: text.to_owned(), rung: None, from: begins };
        let probes = [probe("Cost?", at("Two")), probe("And then?", at("The")), probe("Who?", at("The"))];
        let (answer, said) = parts(text, &probes);
        let said: Vec<_> = said.iter().map(|part| (part.probe.as_str(), part.answer.as_str())).collect();
        assert_eq!(answer, "I chose é.");
        assert_eq!(said, [("Cost?", "Two weeks."), ("And then?", ""), ("Who?", "The lead.")]);
        assert_eq!(parts(text, &[]).0, text);
        // An offset past the end, or within a character, is no reason to fail.
        let (_, said) = parts(text, &[probe("Past", 10_000), probe("Within", at("é") + 1)]);
        assert!(said.iter().all(|part| part.answer.is_empty()));
    }
}
