//! What can go wrong: [`OpenError`] before there is a store, [`StoreError`] afterwards.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::answers::AnswerId;
use crate::backup::BackupInfo;
use crate::drill_log::TryId;
use crate::drills::DrillId;
use crate::mocks::MockId;
use crate::review_log::ReviewId;
use crate::stories::StoryId;
use crate::takes::{TakeId, TakeState};

/// Why the data folder could not be opened. In every case the files are as they were.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another instance holds the folder.
    #[error("Answerable is already open.")]
    AlreadyOpen,
    /// The folder or a file in it cannot be written.
    #[error("{} cannot be written. Choose another data folder, or allow writing to this one.", path.display())]
    NotWritable {
        /// What could not be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There was a database here, and its file is gone.
    #[error("The answers that were here are missing. Restore a backup, or start afresh.")]
    Missing {
        /// What can be restored, newest first.
        backups: Vec<BackupInfo>,
    },
    /// There was a database here, and its file holds nothing.
    #[error("The database is empty, though answers were here before. Restore a backup, or start afresh.")]
    Empty {
        /// What can be restored, newest first.
        backups: Vec<BackupInfo>,
    },
    /// The file does not read as a sound database. It stays where it is until the user chooses.
    #[error("The database is damaged ({detail}). Restore a backup, or set it aside and start afresh.")]
    Damaged {
        /// What the check found first.
        detail: String,
        /// What can be restored, newest first.
        backups: Vec<BackupInfo>,
    },
    /// A newer Answerable wrote this file.
    #[error(
        "A newer Answerable wrote these answers (format {found}, this one reads {supported}). Install the newer one."
    )]
    Newer {
        /// The schema version of the file.
        found: u32,
        /// The newest schema version this build reads.
        supported: u32,
    },
    /// A sound SQLite database that another program wrote.
    #[error("{} belongs to another program. Choose another data folder, or move that file away.", path.display())]
    WrongFile {
        /// The file.
        path: PathBuf,
    },
    /// No room left on the disk.
    #[error("The disk is full. Free some space and open Answerable again.")]
    DiskFull,
    /// A schema change failed; the file is at its old version, and the backup made before it is kept.
    #[error(
        "The answers could not be brought from format {from} to {to}. They are unchanged, and a backup was kept."
    )]
    UpgradeFailed {
        /// The schema version of the file.
        from: u32,
        /// The version that was not reached.
        to: u32,
        /// The copy made before the attempt; none when there was nothing to copy.
        backup: Option<PathBuf>,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The backup chosen for restoring is not sound. The current file was not touched.
    #[error("The backup {} cannot be used ({detail}). Choose another one.", path.display())]
    BackupUnusable {
        /// The backup.
        path: PathBuf,
        /// What the check found.
        detail: String,
    },
    /// The SQLite linked into this build is older than the one the crate was tested with.
    #[error("This build carries SQLite {found}; {needed} or newer is needed.")]
    SqliteTooOld {
        /// Version number of the library, as `3054001`.
        found: i32,
        /// The oldest acceptable version number.
        needed: i32,
    },
    /// Reading or moving a file failed.
    #[error("{} could not be read or moved.", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite refused something else.
    #[error("The database could not be opened.")]
    Sqlite(#[source] rusqlite::Error),
}

impl OpenError {
    /// Sorts a failure to create or write `path`.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::DiskFull,
            _ => OpenError::NotWritable { path: path.to_owned(), source },
        }
    }

    /// Sorts what SQLite said about the database at `path`; damage is given without backups.
    pub(crate) fn sqlite(path: &Path, error: rusqlite::Error) -> Self {
        let refused = |kind| OpenError::NotWritable { path: path.to_owned(), source: io::Error::from(kind) };
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => OpenError::DiskFull,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                OpenError::Damaged { detail: error.to_string(), backups: Vec::new() }
            }
            Some(ErrorCode::ReadOnly) => refused(io::ErrorKind::ReadOnlyFilesystem),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                refused(io::ErrorKind::PermissionDenied)
            }
            _ => OpenError::Sqlite(error),
        }
    }
}

/// Which kind of row a stale write was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A take, by its revision.
    Take,
    /// An answer, by its version.
    Answer,
    /// A review card, by its version.
    Card,
    /// A question of the user's own, by its version.
    Question,
    /// A mock interview, by its number of events.
    Mock,
    /// A story, by its version.
    Story,
    /// A sentence to say again, by its version.
    Drill,
}

/// Why a read or write of an open store failed. A failed [`crate::Store::write`] changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row changed since the caller read it.
    #[error("This {} was changed elsewhere ({found}, expected {expected}). Read it again.", .row.noun())]
    Stale {
        /// What kind of row.
        row: Row,
        /// The revision or version the caller had seen.
        expected: u32,
        /// The one on disk.
        found: u32,
    },
    /// No take has this id.
    #[error("This take no longer exists.")]
    NoSuchTake(TakeId),
    /// No answer has this id.
    #[error("This answer no longer exists.")]
    NoSuchAnswer(AnswerId),
    /// The answer has no card.
    #[error("This answer is not in review.")]
    NoSuchCard(AnswerId),
    /// No row of the review log has this id.
    #[error("This review no longer exists.")]
    NoSuchReview(ReviewId),
    /// Only a draft can be saved or finished.
    #[error("This take is {} and can no longer be written to.", .state.as_str())]
    NotADraft {
        /// The take.
        take: TakeId,
        /// What it is instead.
        state: TakeState,
    },
    /// Only a discarded take can be brought back.
    #[error("This take is {} and was not discarded.", .state.as_str())]
    NotDiscarded {
        /// The take.
        take: TakeId,
        /// What it is instead.
        state: TakeState,
    },
    /// The best take has to be a finished take of the same answer.
    #[error("Only a finished take of this answer can be its best.")]
    NotAFinishedTakeOf {
        /// The answer.
        answer: AnswerId,
        /// The take that was offered.
        take: TakeId,
    },
    /// The answer already has a draft.
    #[error("This answer already has a draft. Continue it or discard it first.")]
    DraftExists {
        /// The answer.
        answer: AnswerId,
        /// Its draft.
        draft: TakeId,
    },
    /// The question already has an answer outside the trash.
    #[error("This question already has an answer.")]
    QuestionAnswered {
        /// That answer.
        answer: AnswerId,
    },
    /// The id belongs to another question of the user's own, perhaps a deleted one.
    #[error("The id “{id}” belongs to another of your questions. Give this one another id.")]
    QuestionIdTaken {
        /// The id.
        id: String,
    },
    /// No question of the user's own has this id.
    #[error("There is no question “{id}” among your own.")]
    NoSuchQuestion {
        /// The id.
        id: String,
    },
    /// No mock interview has this id.
    #[error("This mock interview no longer exists.")]
    NoSuchMock(MockId),
    /// No story has this id, or it is deleted.
    #[error("This story no longer exists.")]
    NoSuchStory(StoryId),
    /// A mock interview is under way, and there is never more than one.
    #[error("A mock interview is under way. Go on with it, or end it.")]
    MockUnderWay(MockId),
    /// The mock interview has ended; nothing more happens in it.
    #[error("This mock interview has ended.")]
    MockEnded(MockId),
    /// The answer already has a card.
    #[error("This answer is already in review.")]
    CardExists(AnswerId),
    /// The review was taken back before.
    #[error("This review was already taken back.")]
    AlreadyUndone(ReviewId),
    /// Only the newest graded review of an answer can be taken back.
    #[error("Only the latest review of an answer can be taken back.")]
    NotTheLatestReview(ReviewId),
    /// No drill has this id.
    #[error("This sentence no longer exists.")]
    NoSuchDrill(DrillId),
    /// No try of a drill has this id.
    #[error("This try no longer exists.")]
    NoSuchTry(TryId),
    /// The try was taken back before.
    #[error("This try was already taken back.")]
    TryUndone(TryId),
    /// Only the newest try of a sentence can be taken back.
    #[error("Only the latest try of a sentence can be taken back.")]
    NotTheLatestTry(TryId),
    /// The disk is full; nothing of the attempted write was kept, everything before it was.
    #[error("The disk is full. Free some space and try again.")]
    DiskFull,
    /// SQLite met damage while reading or writing.
    #[error("The database is damaged. Restart Answerable to restore a backup.")]
    Damaged(#[source] rusqlite::Error),
    /// A value could not be turned into JSON, or the JSON on disk does not have the expected form.
    #[error("A stored {what} could not be read or written.")]
    Json {
        /// Which value.
        what: &'static str,
        /// Where it went wrong.
        source: serde_json::Error,
    },
    /// A backup could not be written.
    #[error("{} could not be written.", path.display())]
    BackupFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A backup was written and did not pass its check; it was removed.
    #[error("The backup did not pass its check ({detail}) and was not kept.")]
    BackupUnsound {
        /// What the check found.
        detail: String,
    },
    /// SQLite refused something else.
    #[error("The database refused: {0}.")]
    Sqlite(#[source] rusqlite::Error),
}

impl StoreError {
    /// Sorts a failure to write the backup file `path`.
    pub(crate) fn backup_file(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
            _ => StoreError::BackupFile { path: path.to_owned(), source },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Damaged(error),
            _ => StoreError::Sqlite(error),
        }
    }
}

impl Row {
    fn noun(self) -> &'static str {
        match self {
            Row::Take => "take",
            Row::Answer => "answer",
            Row::Card => "card",
            Row::Question => "question",
            Row::Mock => "mock interview",
            Row::Story => "story",
            Row::Drill => "sentence",
        }
    }
}
