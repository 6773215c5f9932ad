//! The questions as data: types, parser, validator, search.
//!
//! The built-in bank is compiled in from `questions/<competency>.toml` ([`Bank::builtin`]); a user's own files are laid
//! over it ([`Bank::with_user_files`]). The crate reads no disk and no clock: files come in as bytes, and everything
//! wrong with them goes out as a [`Problem`] naming file, line, field and what is right.
//!
//! The way of one file: [`parse::file`] → TOML with spans → [`parse::Draft`] → [`validate`] → [`bank`], which
//! compares the file with the rest of the bank and takes all of it or nothing.

pub mod bank;
mod builtin;
pub mod competency;
mod limits;
pub mod loops;
mod named;
mod near;
mod own_id;
pub mod packs;
pub mod parse;
pub mod problem;
pub mod question;
mod search;
mod seen;
pub mod spelling;
mod suggest;
pub mod validate;
mod words;

pub use bank::{Bank, Origin};
pub use competency::Competency;
pub use limits::FILE_BYTES;
pub use own_id::own_id;
pub use parse::Format;
pub use problem::{Place, Problem, ProblemKind};
pub use question::{Dimension, FeatureLevel, Kind, Level, Question, QuestionId};
