//! What may happen next in practice: takes, drafts, mock interviews, what came back from memory. Pure; time and chance
//! are passed in.
//!
//! - [`take`]: one performance of an answer, from the first keystroke to finished or discarded.
//! - [`timer`]: time used against the budget, and how that is said.
//! - [`choice`]: which question to ask next, and why; [`chance`] is where its luck comes from.
//! - [`recall`]: which points of the best take are in this one.
//! - [`mock`]: mock interviews: what is asked, what happens, how long it takes.
//! - [`story`]: what is unwritten of a story, when it is told too often, which questions it could answer.
//! - [`drill`]: which sentences are worth saying again, and whether a try says it as the owner.
//! - [`trend`]: the weakest dimension, and where each is going.
//!
//! Questions, competencies and dimensions are opaque names here; this crate knows neither the question bank nor the
//! store.

pub mod chance;
pub mod choice;
pub mod drill;
mod error;
pub mod mock;
pub mod recall;
pub mod story;
pub mod take;
pub mod timer;
pub mod trend;

pub use error::PracticeError;
pub use take::{Discarded, Draft, Edit, Finished, MAX_TEXT_BYTES, Medium, Revision, Source, Stage, Take};
