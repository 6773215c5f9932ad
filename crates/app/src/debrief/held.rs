//! A mock as it was held, with what is left of its answers: what a debrief is made from.

use phrasing::{Check, CoverageItem, Dimension, Language, Mode};

use crate::view::ProbeAnswer;

/// A mock as it was held.
#[derive(Debug, Clone, Default)]
pub(crate) struct Held {
    /// Its rounds, in order.
    pub(crate) rounds: Vec<HeldRound>,
    /// Its questions, in order.
    pub(crate) slots: Vec<HeldSlot>,
    /// Pauses that were asked for.
    pub(crate) pauses: u32,
    /// How long they were in all, milliseconds; the time for which the room was left is not among it.
    pub(crate) paused_ms: u32,
    /// How often the room was left.
    pub(crate) left: u32,
}

/// A round as it was held.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeldRound {
    /// What it is called.
    pub(crate) name: String,
    /// Its answering time, milliseconds.
    pub(crate) used_ms: u32,
    /// Meant for it, milliseconds.
    pub(crate) budget_ms: u32,
    /// It ended by itself.
    pub(crate) at_limit: bool,
    /// It was a written answer.
    pub(crate) written: bool,
}

/// A question as it was asked.
#[derive(Debug, Clone)]
pub(crate) struct HeldSlot {
    /// Its round, from 0.
    pub(crate) round: u32,
    /// Its id in the bank.
    pub(crate) question_id: String,
    /// Its words, as they were asked.
    pub(crate) prompt: String,
    /// Its time, probes included, milliseconds.
    pub(crate) used_ms: u32,
    /// Meant for it, milliseconds.
    pub(crate) budget_ms: u32,
    /// What became of it.
    pub(crate) fate: Fate,
}

/// What became of a question.
#[derive(Debug, Clone)]
pub(crate) enum Fate {
    /// The mock ended before it.
    NotAsked,
    /// Passed over without a word.
    Skipped,
    /// Answered, and the answer was deleted since.
    Deleted,
    /// Answered.
    Given(Box<Given>),
}

/// An answer, probes and all.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    /// The answer it belongs to.
    pub(crate) answer_id: u32,
    /// Its take.
    pub(crate) take_id: u32,
    /// All its words: the answer, then the answers to probes. The check's spans point into it.
    pub(crate) text: String,
    /// The answer without its probes.
    pub(crate) answer: String,
    /// Probes with their answers.
    pub(crate) probes: Vec<ProbeAnswer>,
    /// The figures that were kept when it was given, without ignored findings.
    pub(crate) kept: KeptFigures,
    /// What the rules of now find in it, at the level of the mock, without ignored findings.
    pub(crate) check: Check,
    /// How the question was to be answered.
    pub(crate) mode: Mode,
    /// It has a card.
    pub(crate) in_review: bool,
}

/// The figures of an answer that lists and trends show too, so that no two places disagree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct KeptFigures {
    /// 0–100; none when too short or not in English.
    pub(crate) score: Option<u32>,
    /// By dimension, in the order of [`Dimension::ALL`]; none where the answer neither shows it nor was asked for it.
    pub(crate) dimensions: [Option<u32>; Dimension::ALL.len()],
    /// Words.
    pub(crate) words: u32,
    /// Weak marks.
    pub(crate) weak: u32,
}

impl Held {
    /// The answers that are left.
    pub(crate) fn given(&self) -> impl Iterator<Item = &Given> {
        self.slots.iter().filter_map(HeldSlot::given)
    }

    /// The answers that could be scored.
    pub(crate) fn scored(&self) -> impl Iterator<Item = &Given> {
        self.given().filter(|given| given.kept.score.is_some())
    }

    /// How many answers show an item.
    pub(crate) fn showing(&self, item: CoverageItem) -> usize {
        self.given().filter(|given| !given.check.coverage.get(item).is_empty()).count()
    }
}

impl HeldSlot {
    /// Its answer, when there is one.
    pub(crate) fn given(&self) -> Option<&Given> {
        match &self.fate {
            Fate::Given(given) => Some(given),
            _ => None,
        }
    }

    /// Whether it was asked at all.
    pub(crate) fn asked(&self) -> bool {
        !matches!(self.fate, Fate::NotAsked)
    }

    /// Milliseconds past its budget; 0 within it.
    pub(crate) fn over_ms(&self) -> u32 {
        self.used_ms.saturating_sub(self.budget_ms)
    }
}

impl Given {
    /// Whether its words could be read.
    pub(crate) fn in_english(&self) -> bool {
        self.check.language == Language::English
    }
}
