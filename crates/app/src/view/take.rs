//! Takes: one attempt at an answer, while it is being written and afterwards.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{QuestionView, Scores};

/// How a take was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// Typed.
    Typed,
    /// Spoken.
    Spoken,
}

/// In which room a take was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TakeSource {
    /// Practice.
    Practice,
    /// Review, from memory.
    Review,
    /// A mock interview.
    Mock,
    /// A drill put into the answer.
    Drill,
}

/// What the last check asked for, shown above the next take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reminders {
    /// Which take they come from.
    pub ordinal: u32,
    /// Its score, 0–100; none when the answer was too short to score.
    pub score: Option<u32>,
    /// Up to three questions, largest gain first.
    pub asks: Vec<String>,
}

/// A take that is being answered now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunningTake {
    /// Its id.
    pub id: u32,
    /// The answer (thread of takes) it belongs to.
    pub answer_id: u32,
    /// 1 for the first take.
    pub ordinal: u32,
    /// In which room.
    pub source: TakeSource,
    /// The question.
    pub question: QuestionView,
    /// What is saved so far.
    pub text: String,
    /// Goes up by one with each save; a save that names an older one is refused.
    pub revision: u32,
    /// Time spent so far, in milliseconds, pauses left out.
    pub elapsed_ms: u32,
    /// Time budget in milliseconds.
    pub budget_ms: u32,
    /// What the last check asked for, on a retry.
    pub reminders: Option<Reminders>,
    /// In review: how often the answer was given before.
    pub times_before: u32,
    /// In review: the day it was last given.
    pub last_day: Option<String>,
}

/// A finished take, as the tabs "Take 1 34 | Take 2 58" show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakeTab {
    /// Its id.
    pub id: u32,
    /// 1 for the first take.
    pub ordinal: u32,
    /// Score 0–100; none when too short to score.
    pub score: Option<u32>,
    /// Scores by dimension, when scored.
    pub scores: Option<Scores>,
    /// Kept as best.
    pub best: bool,
    /// Typed or spoken.
    pub medium: Medium,
    /// In which room it was given.
    pub source: TakeSource,
    /// Words.
    pub words: u32,
    /// Time taken, milliseconds.
    pub elapsed_ms: u32,
    /// Time budget, milliseconds.
    pub budget_ms: u32,
    /// When it was finished.
    pub finished_at: i64,
}

/// A draft as the window sends it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftEdit {
    /// The take.
    pub take_id: u32,
    /// The revision the window last saw.
    pub revision: u32,
    /// The whole text.
    pub text: String,
    /// Time spent so far, milliseconds.
    pub elapsed_ms: u32,
}

/// A draft is on the disk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftSaved {
    /// The revision to name in the next save.
    pub revision: u32,
    /// When it was saved.
    pub saved_at: i64,
}
