//! The user's answers on disk: SQLite schema, migrations, queries, search, backup.
//!
//! The crate is synchronous and knows nothing of questions, scores or schedules beyond the rows it keeps.
//! [`open`] turns a [`DataDir`] into a [`Store`], or says exactly why it cannot; nothing is ever replaced by an
//! empty database without being asked ([`start_fresh`], [`restore`]).
//!
//! One owner holds the [`Store`]. Reads are methods of [`Reads`], to which both [`Store`] and [`Tx`] deref.
//! Writes are methods of [`Tx`], which exists only inside [`Store::write`]: the one place that begins, commits and
//! rolls back.
//!
//! | table | file |
//! | --- | --- |
//! | `answers` | `answers.rs`; the filtered list of the Answers room is `answer_list.rs` |
//! | `takes` | `takes.rs`; what was practised when is `activity.rs`, figures over weeks `statistics.rs` |
//! | `takes_fts` | `search.rs`, `search_query.rs` |
//! | `cards` | `cards.rs` |
//! | `review_log` | `review_log.rs` |
//! | `drills`, `drill_rounds` | `drills.rs` |
//! | `drill_log` | `drill_log.rs` |
//! | `ignored_findings` | `ignored.rs` |
//! | `mocks`, `mock_events`, `mock_slots` | `mocks.rs` |
//! | `stories`, `story_answers` | `stories.rs` |
//! | `questions` | `questions.rs` |
//! | `suspended_questions`, `question_notes` | `question_marks.rs` |
//! | `unfinished_words` | `unfinished.rs` |
//! | `settings` | `settings.rs` |

mod activity;
mod answer_list;
mod answers;
mod backup;
mod cards;
mod column;
mod connection;
mod data_dir;
mod drill_log;
mod drills;
mod durable;
mod error;
mod ignored;
mod lock;
mod migrations;
mod mocks;
mod open;
mod question_marks;
mod questions;
mod review_log;
mod search;
mod search_query;
mod settings;
mod statistics;
mod stories;
mod takes;
mod transaction;
mod unfinished;

#[cfg(test)]
mod testing;

pub use activity::{Activity, Session};
pub use answer_list::{AnswerFilter, AnswerList, AnswerRow, AnswerSort, LatestTake};
pub use answers::{Answer, AnswerId, NewAnswer};
pub use backup::retention::{BACKUP_INTERVAL, backups_to_keep, due_for_backup};
pub use backup::{BackupInfo, list_backups};
pub use cards::{Card, CardState, CardWithAnswer, Memory};
pub use data_dir::DataDir;
pub use drill_log::{DrillTry, NewTry, TryId};
pub use drills::{Drill, DrillId, DrillInPlay, DrillLeftOut, DrillState, NewDrill, Standing};
pub use error::{OpenError, Row, StoreError};
pub use ignored::IgnoredFinding;
pub use lock::InstanceLock;
pub use mocks::{EndedMock, Mock, MockAnswer, MockEvent, MockId, MockState, NewMock};
pub use open::{Opened, open, restore, start_fresh};
pub use questions::KeptQuestion;
pub use review_log::{NewReview, Review, ReviewId};
pub use search::{Excerpt, SearchHit};
pub use statistics::{Figures, Remembered, ScoreSum};
pub use stories::{Story, StoryId, StoryLink, ToldAnswer};
pub use takes::{Counts, Finish, Medium, NewTake, Scored, Source, Take, TakeId, TakeState};
pub use transaction::{Reads, Store, Tx};

/// The newest schema this build can read and write. A database with a higher number is refused, untouched.
pub const SCHEMA_VERSION: u32 = migrations::MIGRATIONS.len() as u32;
