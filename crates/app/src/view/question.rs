//! A question as the window shows it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The seven dimensions of the phrase check, in the order every screen lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Ownership against coordination.
    Ownership,
    /// Systems against tasks.
    Systems,
    /// Decisions against tracking.
    Decisions,
    /// Proactive against reactive.
    Foresight,
    /// Defining against waiting.
    Direction,
    /// Outcome against delivery.
    Impact,
    /// Influence against relaying.
    Influence,
}

/// Whether an answer tells what was done, or what one would do: it decides what "I would" counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AnswerMode {
    /// "Tell me about a time …"
    Behavioral,
    /// "How would you …"
    Situational,
}

/// A competency: its stable id and the words the window shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompetencyView {
    /// Stable id, kebab-case.
    pub id: String,
    /// For people: "Dependencies & risk".
    pub label: String,
}

/// A question of the bank, or of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// Stable id.
    pub id: String,
    /// What the interviewer says.
    pub prompt: String,
    /// The competency it belongs to.
    pub competency: CompetencyView,
    /// Dimensions it listens for.
    pub dimensions: Vec<Dimension>,
    /// "behavioural", "situational", "technical" or "estimation".
    pub kind: String,
    /// "senior", "principal" or "manager".
    pub level: String,
    /// How its answers are read.
    pub mode: AnswerMode,
    /// Minutes an answer may take.
    pub minutes: u32,
    /// Follow-up probes.
    pub probes: Vec<String>,
    /// What a strong answer shows.
    pub strong: Vec<String>,
    /// A sentence as a feature-level candidate says it.
    pub feature_quote: String,
    /// Why that sentence falls short.
    pub feature_why: String,
    /// Free words to find it by.
    pub tags: Vec<String>,
}

/// A question proposed for practice, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The question.
    pub question: QuestionView,
    /// Why this one, in one sentence; none for the very first question.
    pub reason: Option<String>,
}
