//! Stories: what is unwritten of one, when one is told too often, and which questions one could answer.
//!
//! Competencies and questions are opaque names here.

pub mod overuse;
pub mod suggestions;
mod unwritten;

pub use unwritten::{Parts, unwritten};
