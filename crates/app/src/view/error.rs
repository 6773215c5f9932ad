//! What the window is told when something could not be done.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why something could not be done. The window has a presentation for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// What the window saw has changed meanwhile.
    Stale,
    /// It is not there any more.
    NotFound,
    /// An answer without words cannot be finished.
    EmptyAnswer,
    /// The answer is longer than the app keeps.
    TooLong,
    /// The disk is full.
    DiskFull,
    /// The data folder cannot be written.
    NotWritable,
    /// A value is out of its range.
    Invalid,
    /// The answers are not open.
    NotOpen,
    /// The database said something unexpected.
    Storage,
    /// A fault of ours.
    Internal,
}

/// An error as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// Which one.
    pub code: ErrorCode,
    /// What is so and what to do, for people.
    pub message: String,
    /// What the system said, for a report.
    pub detail: Option<String>,
}
