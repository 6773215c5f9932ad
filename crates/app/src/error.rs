//! Why a use case refused.

use practice::{PracticeError, mock::MockError};
use review::ReviewError;
use store::StoreError;

use crate::view::ErrorCode;

/// Why a use case refused. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A take may not do that next.
    #[error(transparent)]
    Practice(#[from] PracticeError),
    /// A mock interview may not do that next.
    #[error(transparent)]
    Mock(#[from] MockError),
    /// A value of review is out of its range.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// The bank has no such question.
    #[error(
        "The question “{id}” is not in the bank. It may have been in a file that was removed or could not be read."
    )]
    NoSuchQuestion {
        /// The id asked for.
        id: String,
    },
    /// The question is not one that the user can change in the app.
    #[error(
        "The question “{id}” is not one that you wrote here. Begin one of your own from it, or suspend it to be asked no more."
    )]
    NotOwn {
        /// The id asked for.
        id: String,
    },
    /// No question is left to be asked.
    #[error("Every question is suspended. Resume some in Questions.")]
    EverythingSuspended,
    /// The pack is not the one that was shown, or would do something else by now.
    #[error("The questions have changed since this pack was looked at. Choose its file again.")]
    PackChanged,
    /// No question was chosen.
    #[error("There is no question to export.")]
    NothingToExport,
    /// The file of an export could not be written.
    #[error(
        "The {what} could not be written to {folder}. See that the folder can be written, then try again."
    )]
    NotExported {
        /// What was to be exported, in the sentence.
        what: &'static str,
        /// The folder it would be in.
        folder: String,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
    /// There is no such rule.
    #[error("There is no rule “{id}”.")]
    NoSuchRule {
        /// The id asked for.
        id: String,
    },
    /// A setting is out of its range.
    #[error("{what} has to be {right}.")]
    Invalid {
        /// Which setting.
        what: &'static str,
        /// What would be right.
        right: &'static str,
    },
    /// The draft belongs to a mock interview.
    #[error("This answer is being given in a mock interview. Go on with it there.")]
    InAMock,
    /// The mock interview is at another part by now.
    #[error("This mock interview has moved on, and these words belong to an earlier part of it.")]
    MockMovedOn,
    /// The answer that a part of a mock belongs to was deleted.
    #[error("The answer to this question was deleted. Go on to the next question.")]
    AnswerGone,
    /// A mock interview cannot be held as it was set up.
    #[error("{why}")]
    CannotBeHeld {
        /// What is in the way and what to do.
        why: String,
    },
    /// The answer was never sent to review.
    #[error("This answer is not in review. Send it to review first.")]
    NotInReview,
    /// The answer has no finished take.
    #[error("There is no finished take of this answer yet.")]
    NothingFinished,
    /// The sentence of a drill is not in the latest take of its answer, or more than once.
    #[error("This sentence does not stand in the latest take any more. The take was left as it is.")]
    SentenceGone,
    /// The answer that a drill is from is in the trash.
    #[error(
        "The answer of this sentence is in the trash. Bring it back first, or go on to the next sentence."
    )]
    SentenceInTrash,
    /// A try of a drill is in another language.
    #[error("This does not read as English, so it cannot be checked. Say it in English.")]
    NotEnglish,
    /// The card was graded before, so taking it out would lose its history.
    #[error("This answer has been graded since. Suspend it in Review to keep it out.")]
    AlreadyGraded,
    /// Only what is in the trash can be deleted for ever.
    #[error("This answer is not in the trash. Move it there first.")]
    NotInTrash,
    /// The example of a rule file could not be written.
    #[error(
        "The example could not be written to {path}. See that the folder can be written, then try again."
    )]
    ExampleNotWritten {
        /// Where it would be.
        path: String,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
    /// The backup is not among those of this folder.
    #[error("This backup is no longer there. Choose another one.")]
    NoSuchBackup,
}

impl AppError {
    /// The code by which the window chooses how to show it.
    pub fn code(&self) -> ErrorCode {
        match self {
            AppError::Store(error) => store_code(error),
            AppError::Practice(PracticeError::Stale { .. } | PracticeError::WrongStage { .. }) => {
                ErrorCode::Stale
            }
            AppError::Practice(PracticeError::TooLong { .. } | PracticeError::TryTooLong) => {
                ErrorCode::TooLong
            }
            AppError::Practice(PracticeError::EmptyAnswer | PracticeError::NothingSaid) => {
                ErrorCode::EmptyAnswer
            }
            AppError::Practice(PracticeError::TryTooShort)
            | AppError::NotEnglish
            | AppError::Review(_)
            | AppError::Invalid { .. }
            | AppError::CannotBeHeld { .. }
            | AppError::NotOwn { .. } => ErrorCode::Invalid,
            AppError::NoSuchQuestion { .. }
            | AppError::NothingToExport
            | AppError::EverythingSuspended
            | AppError::NoSuchRule { .. }
            | AppError::NotInReview
            | AppError::NothingFinished
            | AppError::AnswerGone
            | AppError::SentenceInTrash
            | AppError::NoSuchBackup => ErrorCode::NotFound,
            AppError::ExampleNotWritten { .. } | AppError::NotExported { .. } => ErrorCode::NotWritable,
            AppError::Mock(_)
            | AppError::MockMovedOn
            | AppError::SentenceGone
            | AppError::AlreadyGraded
            | AppError::InAMock
            | AppError::NotInTrash
            | AppError::PackChanged => ErrorCode::Stale,
        }
    }

    /// What the system said, for a report.
    pub fn detail(&self) -> Option<String> {
        std::error::Error::source(self).map(ToString::to_string)
    }
}

fn store_code(error: &StoreError) -> ErrorCode {
    match error {
        StoreError::Stale { .. }
        | StoreError::NotADraft { .. }
        | StoreError::NotDiscarded { .. }
        | StoreError::NotAFinishedTakeOf { .. }
        | StoreError::DraftExists { .. }
        | StoreError::QuestionAnswered { .. }
        | StoreError::CardExists(_)
        | StoreError::QuestionIdTaken { .. }
        | StoreError::MockUnderWay(_)
        | StoreError::MockEnded(_)
        | StoreError::AlreadyUndone(_)
        | StoreError::TryUndone(_)
        | StoreError::NotTheLatestTry(_)
        | StoreError::NotTheLatestReview(_) => ErrorCode::Stale,
        StoreError::NoSuchTake(_)
        | StoreError::NoSuchAnswer(_)
        | StoreError::NoSuchQuestion { .. }
        | StoreError::NoSuchCard(_)
        | StoreError::NoSuchMock(_)
        | StoreError::NoSuchDrill(_)
        | StoreError::NoSuchTry(_)
        | StoreError::NoSuchReview(_) => ErrorCode::NotFound,
        StoreError::DiskFull => ErrorCode::DiskFull,
        StoreError::BackupFile { .. } => ErrorCode::NotWritable,
        StoreError::Damaged(_)
        | StoreError::Json { .. }
        | StoreError::BackupUnsound { .. }
        | StoreError::Sqlite(_) => ErrorCode::Storage,
    }
}
