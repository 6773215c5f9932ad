//! What happens in a mock interview.

use serde::{Deserialize, Serialize};

/// One thing that happened. Stored as JSON, so the names are for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, by the wall clock, in milliseconds since 1970. For the record alone: wall clocks jump.
    pub at_ms: i64,
    /// Time that went by since the event before, by a clock that never goes back, in milliseconds. It belongs to what
    /// was going on before this event.
    pub ran_ms: u64,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum What {
    /// A question is shown.
    Asked {
        /// Its slot.
        slot: usize,
    },
    /// Time to think is over.
    Began,
    /// A probe is asked.
    Probed {
        /// It.
        probe: AskedProbe,
    },
    /// The question is over, with an answer.
    Answered,
    /// The question is over, without a word.
    Skipped,
    /// A round is over.
    RoundEnded {
        /// By itself, at its limit.
        at_limit: bool,
    },
    /// It stands still.
    Paused,
    /// The room was left, or the program ended.
    Left,
    /// It goes on.
    Resumed,
    /// Nothing but that time went by.
    Ran,
    /// It is over.
    Ended {
        /// Before all was asked.
        early: bool,
    },
}

/// A probe that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedProbe {
    /// Its words.
    pub text: String,
    /// What it asks for, by the name of a rung; `None` for one of the question's own that asks for something else.
    pub rung: Option<String>,
    /// Where its answer begins in the words of the take, in bytes.
    pub from: usize,
}
