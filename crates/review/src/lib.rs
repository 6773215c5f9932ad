//! Memory states, grades and dates: when an answer should come back. Pure.
//!
//! An answer is performed at most a few times a day, so everything here counts in whole *practice days*
//! ([`practice_day`]), never in minutes. The memory model is FSRS-6; a [`Card`] is its cached state and can
//! always be [rebuilt](Scheduler::rebuild) from the log of performances. Nothing here reads a clock, draws a
//! random number or knows where cards are kept: undoing a grade is putting back the card from before.
//!
//! ```
//! use jiff::civil::date;
//! use review::{Card, DesiredRetention, Grade, Scheduler, Weights};
//!
//! let scheduler = Scheduler::new(DesiredRetention::default(), &Weights::default())?;
//! let today = date(2026, 3, 10);
//! let outcome = scheduler.grade(&Card::new(today), Grade::Good, today);
//! assert_eq!(outcome.card.due, date(2026, 3, 12));
//! # Ok::<(), review::ReviewError>(())
//! ```

mod card;
mod day;
mod error;
mod fitting;
mod grade;
mod minutes;
pub mod plan;
mod queue;
mod retention;
mod scheduler;
mod suggestion;
mod weights;

pub use card::{Card, CardState, LAPSES_BEFORE_REWRITE, Memory};
pub use day::{DayStart, practice_day};
pub use error::ReviewError;
pub use fitting::{FITTED_FROM_REVIEWS, Fitted, Performance, fit, telling_reviews};
pub use grade::Grade;
pub use minutes::expected_minutes;
pub use queue::{Waiting, queue};
pub use retention::DesiredRetention;
pub use scheduler::{MAX_INTERVAL_DAYS, Outcome, Scheduler};
pub use suggestion::{READY_SCORE, Reason, RecallEvidence, Suggestion, suggest};
pub use weights::Weights;
