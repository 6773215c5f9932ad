//! One file a room. A command is a few lines: it hands one use case to the [`Desk`](crate::desk::Desk).

pub mod answers;
pub mod check;
pub mod drill;
pub mod mock;
pub mod practice;
pub mod progress;
pub mod questions;
pub mod review;
pub mod settings;
pub mod start;
pub mod stories;
pub mod today;
pub mod unfinished;

/// What a command answers.
pub type Answer<T> = Result<T, crate::error::CommandError>;
