//! Hearing a mock again: from its events and the answers that are left to a mock as it was held.

use phrasing::{Check, Dimension, Kind};
use store::{Mock, Take, TakeState};

use super::held::{Fate, Given, Held, KeptFigures};
use crate::{
    App, AppError,
    checking::check_text,
    marks,
    questions::phrasing_mode,
    reviewing::count,
    rows::id,
    view::{Level, MockSetup, ProbeAnswer},
};

/// A probe, and where its answer begins among the words of the take, bytes.
#[derive(Debug, Clone)]
pub(crate) struct AskedProbe {
    pub(crate) text: String,
    pub(crate) begins: usize,
}

impl App {
    pub(super) fn mock_setup(&self, _mock: &Mock) -> Result<MockSetup, AppError> {
        todo!()
    }

    /// A mock as it was held.
    pub(super) fn held(&self, _mock: &Mock) -> Result<Held, AppError> {
        todo!()
    }

    /// What is left of an answer.
    fn fate(&self, take: Option<&Take>, probes: &[AskedProbe], level: Level) -> Result<Fate, AppError> {
        let Some(take) = take.filter(|take| take.state == TakeState::Finished) else {
            return Ok(Fate::Deleted);
        };
        let answer = self.store.answer(take.answer_id)?;
        let question = self.question_of(&answer);
        let ignored = self.ignored_spans(take)?;
        let check = check_text(&self.checker, &take.text, question.mode, level, &ignored);
        let (words, probes) = parts(&take.text, probes);
        Ok(Fate::Given(Box::new(Given {
            answer_id: id(answer.id.0),
            take_id: id(take.id.0),
            text: take.text.clone(),
            answer: words,
            probes,
            kept: kept(take, &check, &question.dimensions),
            check,
            mode: phrasing_mode(question.mode),
            in_review: self.store.card(answer.id)?.is_some(),
        })))
    }
}

/// The answer, and what was said to each probe; empty where it was passed over.
fn parts(text: &str, probes: &[AskedProbe]) -> (String, Vec<ProbeAnswer>) {
    let begins = |place: usize| probes.get(place).map_or(text.len(), |probe| probe.begins.min(text.len()));
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
        let probe = |text: &str, begins| AskedProbe { text: text.to_owned(), begins };
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
