//! One question and the small vocabularies it uses.

use serde::{Deserialize, Serialize};

use crate::competency::Competency;
use crate::named::named;

named! {
    /// A dimension of the rubric by which answers are judged.
    pub enum Dimension, "dimension" {
        /// Resolves and decides, rather than follows up.
        Ownership => "ownership", "Ownership";
        /// Explains how services interact, rather than lists tasks.
        Systems => "systems", "Systems";
        /// Chose, cut or deferred with a reason, rather than tracked.
        Decisions => "decisions", "Decisions";
        /// Named the danger before it hurt, rather than waited for it.
        Foresight => "foresight", "Foresight";
        /// Defined the goal, rather than waited for it.
        Direction => "direction", "Direction";
        /// Tells what moved, rather than what shipped.
        Impact => "impact", "Impact";
        /// Changed minds without authority, rather than passed messages on.
        Influence => "influence", "Influence";
    }
}

named! {
    /// How a question asks.
    pub enum Kind, "kind" {
        /// "Tell me about a time …": what the candidate did.
        Behavioural => "behavioural", "Behavioural";
        /// "What would you do if …": a case to be decided now.
        Situational => "situational", "Situational";
        /// How something works, breaks or is rolled out, at the depth of a TPM.
        Technical => "technical", "Technical";
        /// A size reasoned out from assumptions.
        Estimation => "estimation", "Estimation";
    }
}

named! {
    /// The level of the job at which a question is mostly asked.
    pub enum Level, "level" {
        /// Programs across organisations; negotiates with directors.
        Senior => "senior", "Senior";
        /// Ten and more teams; sets standards; drives executives to decide.
        Principal => "principal", "Principal";
        /// Builds the team and the culture of delivery; allocates people and money.
        Manager => "manager", "Manager";
    }
}

/// The name of a question for ever: kebab-case, never reused, never renamed (reviews and answers hang on it).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionId(String);

impl QuestionId {
    /// Takes any text; [`validate`](mod@crate::validate) is what refuses ids that are not kebab-case.
    pub fn new(id: impl Into<String>) -> Self {
        QuestionId(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for QuestionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for QuestionId {
    fn from(id: &str) -> Self {
        QuestionId::new(id)
    }
}

impl std::borrow::Borrow<str> for QuestionId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What a feature-level candidate says, and why it falls short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureLevel {
    /// One or two spoken sentences, without quotation marks around them.
    pub quote: String,
    /// What an interviewer misses in them.
    pub why_short: String,
}

/// An interview question with everything the app shows around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name for ever.
    pub id: QuestionId,
    /// The question as an interviewer says it.
    pub prompt: String,
    /// The competency it examines.
    pub competency: Competency,
    /// One to four dimensions of the rubric it probes, the main one first.
    pub dimensions: Vec<Dimension>,
    /// How it asks.
    pub kind: Kind,
    /// The level at which it is mostly asked.
    pub level: Level,
    /// Time budget for the first answer, in minutes, 1 to 15; probes come on top.
    pub minutes: u8,
    /// Two to four follow-ups of its own.
    pub probes: Vec<String>,
    /// What a strong answer shows: three to five points.
    pub strong: Vec<String>,
    /// What a feature-level answer sounds like.
    pub feature_level: FeatureLevel,
    /// One to eight words to find it by, in kebab-case.
    pub tags: Vec<String>,
    /// The theme of career guidance or of public question lists it covers.
    pub theme: String,
    /// Whether it may be the very first question of a new user: short, kind, answerable by anyone with a program.
    pub first: bool,
}
