//! What can go wrong, in words for the person at the terminal.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::page::printable;

/// Says on standard error what is not right. Where nobody listens, there is nobody to tell.
pub(crate) fn tell(message: impl Display) {
    let message = printable(&message.to_string());
    let _ = writeln!(io::stderr().lock(), "phrase-check: {message}");
}

/// What a file is called in messages and headers.
pub(crate) fn name(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

/// Why something could not be answered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The file cannot be opened or read.
    #[error("{}: {source}", name(file))]
    Read {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder instead of a file.
    #[error("{} is a folder; name a file in it", .0.display())]
    Folder(PathBuf),
    /// Bytes that are no UTF-8.
    #[error(
        "{}, line {line}: not UTF-8 text (byte {byte} of the line); save it as UTF-8 and try again",
        name(file)
    )]
    NotText {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The byte in it that does not fit, from 1.
        byte: usize,
    },
    /// A rule file beyond every reason.
    #[error("{} is too large for a rule file; {} KiB are read at most", file.display(), limit / 1024)]
    TooLarge {
        /// The file.
        file: PathBuf,
        /// The most bytes that are read.
        limit: u64,
    },
    /// An id that no rule has.
    #[error("there is no rule {id}{}", hint(nearest))]
    NoRule {
        /// The id that was asked for.
        id: String,
        /// Ids that are much like it, the nearest first.
        nearest: Vec<String>,
    },
    /// Neither file nor subcommand.
    #[error("name a file to check, or - for standard input; --help shows the rest")]
    NoFile,
    /// The output cannot be written.
    #[error("the output could not be written: {0}")]
    Output(#[from] io::Error),
    /// A result cannot be written as JSON.
    #[error("the result could not be written as JSON: {0}")]
    Json(serde_json::Error),
}

impl From<serde_json::Error> for Error {
    /// A failure to write JSON is a failure of the output when the output is why.
    fn from(error: serde_json::Error) -> Error {
        match error.io_error_kind() {
            Some(kind) => Error::Output(kind.into()),
            None => Error::Json(error),
        }
    }
}

impl Error {
    /// Whether whoever read the output has seen enough.
    pub(crate) fn reader_left(&self) -> bool {
        matches!(self, Error::Output(cause) if cause.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn hint(nearest: &[String]) -> String {
    match nearest {
        [] => "; `phrase-check rules` lists them".to_owned(),
        [one] => format!("; did you mean {one}?"),
        [most @ .., last] => format!("; did you mean {} or {last}?", most.join(", ")),
    }
}

/// Why one line of JSON Lines was not answered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LineError {
    /// No JSON, no object, no text, or a value of the wrong kind.
    #[error("{}", in_line(.0))]
    Json(#[from] serde_json::Error),
    /// Bytes that are no UTF-8.
    #[error("not UTF-8 text (byte {0} of the line)")]
    NotText(usize),
}

/// What is wrong with the JSON of a line. Its own count of lines always says 1.
fn in_line(error: &serde_json::Error) -> String {
    let told = error.to_string();
    match told.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} (column {})", error.column()),
        None => told,
    }
}
