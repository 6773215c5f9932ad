//! What can go wrong, in words for the person at the terminal.

use std::io;
use std::path::PathBuf;

/// Why nothing could be answered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The file cannot be opened or read.
    #[error("{}: {source}", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder instead of a file.
    #[error("{} is a folder; name a text file in it", .0.display())]
    Folder(PathBuf),
    /// Bytes that are no UTF-8.
    #[error("{} is not UTF-8 text (byte {at}); save it as UTF-8 and try again", file.display())]
    NotText {
        /// The file.
        file: PathBuf,
        /// The first byte that does not fit.
        at: usize,
    },
    /// Neither file nor subcommand.
    #[error("name a file to check, or - for standard input; --help shows the rest")]
    NoFile,
    /// The output cannot be written.
    #[error("the output could not be written: {0}")]
    Output(#[from] io::Error),
    /// A result cannot be written as JSON.
    #[error("the result could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Why one line of JSON Lines was not answered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LineError {
    /// No JSON, no object, no text, or a value of the wrong kind.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// Bytes that are no UTF-8.
    #[error("not UTF-8 text (byte {0} of the line)")]
    NotText(usize),
}
