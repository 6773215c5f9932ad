//! What the window is given: plain values, already worded and already in the window's units.
//!
//! Text offsets are UTF-16 code units (what the window's strings count in), instants are milliseconds
//! since 1970 UTC, days are `YYYY-MM-DD` in the user's own calendar, and lengths of time are milliseconds
//! unless a name says minutes.

mod answers;
mod check;
mod drill;
mod error;
mod mock;
mod progress;
mod question;
mod questions;
mod review;
mod settings;
mod start;
mod stories;
mod take;
mod today;
mod unfinished;

pub use answers::*;
pub use check::*;
pub use drill::*;
pub use error::*;
pub use mock::*;
pub use progress::*;
pub use question::*;
pub use questions::*;
pub use review::*;
pub use settings::*;
pub use start::*;
pub use stories::*;
pub use take::*;
pub use today::*;
pub use unfinished::*;
