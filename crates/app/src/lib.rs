//! The use cases: start, draft, finish, grade, resume. Ties the crates below together; knows no Tauri.
//!
//! [`App`] is the open answers with everything needed to work on them; each room's use cases are methods in a file of
//! their own. Every write is one transaction, and checks inside it that what the user saw is still so.
//!
//! | file | use cases |
//! | --- | --- |
//! | `opening.rs`, `trouble.rs` | open, restore, start afresh, what is in the way |
//! | `questions.rs`, `suggesting.rs`, `finding.rs` | one question, which to answer next, the palette's search |
//! | `browsing.rs`, `writing.rs`, `own_bank.rs` | the Questions room; questions of the user's own |
//! | `packing.rs`, `looping.rs` | packs in and out; the loops of mock interviews |
//! | `mock_room.rs`, `mock_setup.rs`, `mock_plan.rs` | the Mock room: choosing a mock, whether it can be held, its questions |
//! | `mocking.rs`, `mock_words.rs`, `mock_now.rs`, `probing.rs` | holding a mock: its steps, its words, what is shown, the probes |
//! | `debrief/` | what a mock interview came to: its debrief, its exports, its answers sent to review |
//! | `taking.rs` | start, draft, finish, discard a take |
//! | `checking.rs`, `marks.rs` | the phrase check of a take as the window shows it |
//! | `keeping.rs`, `ignoring.rs`, `ruling.rs` | best take, review or not, ignored findings, rules on and off |
//! | `own_rules.rs`, `own_files.rs`, `deeds.rs` | the user's own rules, files that users write, deeds in words |
//! | `reviewing.rs`, `comparing.rs`, `grading.rs`, `next_dates.rs` | what is due, what came back, grade and undo, dates |
//! | `answering.rs` | the Answers room |
//! | `planning.rs`, `readiness.rs`, `headline.rs` | Today |
//! | `day_plan.rs`, `advice.rs` | which answers and questions have their place in today's minutes; what the minutes cannot do |
//! | `drilling/`, `own_sentence.rs` | Drills: weak sentences said again as the owner |
//! | `stories/`, `progress/` | the Stories room, the Progress room |
//! | `fitting.rs` | the memory model: what a wanted recall costs, own weights |
//! | `settling.rs`, `keeping_safe.rs` | settings; backups and where the data live |
//! | `unfinished.rs` | words that are being typed outside of takes, kept against a crash |
//! | `new_file.rs`, `markup/` | a new file for the user, as exports write it; the user's words in one |

mod advice;
mod answering;
mod browsing;
mod calendar;
mod checking;
pub mod clock;
mod comparing;
mod day_plan;
mod debrief;
mod deeds;
mod drilling;
mod error;
mod finding;
mod fitting;
mod grading;
mod headline;
mod ignoring;
mod keeping;
mod keeping_safe;
mod looping;
mod marks;
mod markup;
mod mock_now;
mod mock_plan;
mod mock_room;
mod mock_setup;
mod mock_words;
mod mocking;
mod new_file;
mod next_dates;
mod offsets;
mod opening;
mod own_bank;
mod own_files;
mod own_rules;
mod own_sentence;
mod packing;
mod planning;
mod probing;
mod progress;
mod questions;
mod readiness;
mod reviewing;
mod rows;
mod ruling;
mod settling;
mod stories;
mod suggesting;
mod taking;
mod trouble;
mod unfinished;
pub mod view;
mod writing;

pub use error::AppError;
pub use fitting::FittingWork;
pub use opening::{App, Open};
pub use trouble::Trouble;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
