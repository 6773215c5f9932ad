//! What the window is given: plain values, already worded and already in the window's units.
//!
//! Text offsets are UTF-16 code units (what the window's strings count in), instants are milliseconds
//! since 1970 UTC, days are `YYYY-MM-DD` in the user's own calendar, and lengths of time are milliseconds
//! unless a name says minutes.

mod answers;
mod check;
mod error;
mod mock;
mod question;
mod questions;
mod review;
mod settings;
mod start;
mod take;
mod today;

pub use answers::*;
pub use check::*;
pub use error::*;
pub use mock::*;
pub use question::*;
pub use questions::*;
pub use review::*;
pub use settings::*;
pub use start::*;
pub use take::*;
pub use today::*;
