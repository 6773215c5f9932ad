//! The one mapping from errors to what the window is told.

use app::{
    AppError,
    view::{ErrorCode, ErrorView},
};
use serde::{Serialize, Serializer};
use specta::{Type, Types, datatype::DataType};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A use case refused.
    #[error(transparent)]
    App(#[from] AppError),
    /// The answers could not be opened; the start screen says why.
    #[error("The answers are not open. Choose what to do on the start screen.")]
    NotOpen,
    /// A backup could not take the place of the open answers.
    #[error("The backup was not restored; your answers are as they were. {detail}")]
    NotRestored {
        /// Why not.
        detail: String,
    },
    /// The thread that owns the answers has ended.
    #[error(
        "Answerable has lost hold of its answers. Close the window and open it again; what was saved is there."
    )]
    Ended,
}

impl CommandError {
    /// The error as the window shows it.
    pub fn view(&self) -> ErrorView {
        let code = match self {
            CommandError::NotOpen => ErrorCode::NotOpen,
            CommandError::NotRestored { .. } => ErrorCode::NotFound,
            CommandError::Ended => ErrorCode::Internal,
            CommandError::App(error) => error.code(),
        };
        let detail = match self {
            CommandError::App(error) => error.detail(),
            CommandError::NotOpen | CommandError::NotRestored { .. } | CommandError::Ended => None,
        };
        ErrorView { code, message: self.to_string(), detail }
    }
}

impl Serialize for CommandError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

impl Type for CommandError {
    fn definition(types: &mut Types) -> DataType {
        ErrorView::definition(types)
    }
}
