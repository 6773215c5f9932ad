//! A mock interview: rounds of questions against the clock, with probes and without feedback.
//!
//! - [`plan`]: what is going to be asked, fixed before it begins.
//! - [`event`]: what happens in it; each one is stored before it is shown.
//! - [`state`]: where it stands, which follows from the plan and the events alone; what may happen next.
//! - [`times`]: how long things have lasted, and what is said about it.
//! - [`selection`]: which questions a set of rounds gets; [`fit`] says beforehand whether there are enough.
//! - [`probes`]: what an interviewer asks after an answer.
//!
//! ```text
//!            begin            done, with a probe
//! Preparing ───────▶ Answering ───────────┐
//!     ▲   ▲              │ ▲              │
//!     │   │ done, skip   │ └──────────────┘
//!     │   └──────────────┤
//!     │  next round      │ after the last question of a round
//!     └───────── Break ◀─┤
//!                        └──▶ Ended, after the last round
//! ```
//!
//! At any point it can be paused or left, and gone on with; it can be ended early.

pub mod event;
pub mod fit;
pub mod plan;
pub mod probes;
pub mod selection;
pub mod state;
pub mod times;

pub use event::{AskedProbe, Event, What};
pub use plan::{Plan, PlannedRound, PlannedSlot};
pub use state::{Command, MockError, Moment, Outcome, Stage, State, Still};
pub use times::{Time, Times};

#[cfg(test)]
mod tests;
