//! What can be said on the command line.

use std::{ffi::OsString, path::PathBuf, sync::Arc};

use app::clock::{Clock, SystemClock};

/// The text of `--help`.
pub const HELP: &str = "\
Answerable: practise senior-TPM interviews. Everything stays on this computer.

Usage: answerable [--data-dir DIR]

Options:
  --data-dir DIR   keep answers in DIR (also: ANSWERABLE_DATA_DIR)
  --version        print the version
  --help           print this text";

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Open the window.
    Open(Options),
    /// Print a text and end.
    Print(String),
}

/// How the window is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the answers live; none for the platform's folder for application data.
    pub data_dir: Option<PathBuf>,
    /// Debug and test builds only: the time it is at the start.
    pub start_at: Option<app::clock::Timestamp>,
    /// Debug and test builds only: how many times as fast time passes, 1–600.
    pub pace: Option<u32>,
}

impl Options {
    /// The clock of this run.
    pub fn clock(&self) -> Arc<dyn Clock> {
        #[cfg(debug_assertions)]
        if self.start_at.is_some() || self.pace.is_some() {
            let start = self.start_at.unwrap_or_else(|| SystemClock.now());
            let pace = self.pace.unwrap_or(1);
            return Arc::new(app::clock::ShiftedClock::starting_at(start).at_pace(pace));
        }
        Arc::new(SystemClock)
    }
}

/// Why the command line was not understood.
#[derive(Debug, thiserror::Error)]
pub enum ArgumentError {
    /// An unknown option, or one without its value.
    #[error(transparent)]
    Unknown(#[from] lexopt::Error),
    /// `--clock` without a time in it.
    #[error("--clock takes a time such as 2026-03-10T09:00:00Z: {0}")]
    Time(#[from] app::clock::TimeError),
    /// `--pace` without a number it can have.
    #[error("--pace takes a whole number from 1 to 600, not “{0}”")]
    Pace(String),
}

/// Reads the arguments, without the program's name. `ANSWERABLE_DATA_DIR` counts where `--data-dir` is not given.
///
/// # Errors
/// [`ArgumentError`] names the option that was not understood.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Wish, ArgumentError> {
    #[cfg(debug_assertions)]
    use lexopt::prelude::ValueExt;
    use lexopt::prelude::{Long, Short};

    let mut options = Options {
        data_dir: std::env::var_os("ANSWERABLE_DATA_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from),
        start_at: None,
        pace: None,
    };
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("data-dir") => options.data_dir = Some(PathBuf::from(parser.value()?)),
            #[cfg(debug_assertions)]
            Long("clock") => options.start_at = Some(app::clock::parse(&parser.value()?.string()?)?),
            #[cfg(debug_assertions)]
            Long("pace") => options.pace = Some(pace(&parser.value()?.string()?)?),
            Long("help") | Short('h') => return Ok(Wish::Print(HELP.into())),
            Long("version") | Short('V') => {
                return Ok(Wish::Print(format!("Answerable {}", env!("CARGO_PKG_VERSION"))));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Wish::Open(options))
}

#[cfg(debug_assertions)]
fn pace(text: &str) -> Result<u32, ArgumentError> {
    text.parse()
        .ok()
        .filter(|pace| (1..=600).contains(pace))
        .ok_or_else(|| ArgumentError::Pace(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: &str) {
        let seen = match parse(arguments.iter().map(OsString::from)) {
            Ok(Wish::Open(options)) => {
                let start_at = options.start_at.map(|at| at.to_string());
                format!("open {:?} {start_at:?} {:?}", options.data_dir, options.pace)
            }
            Ok(Wish::Print(text)) => text.lines().next().unwrap_or_default().to_owned(),
            Err(error) => error.to_string(),
        };
        assert!(seen.starts_with(expected), "{arguments:?}: {seen}");
    }

    #[test]
    fn arguments_are_read() {
        check(&["--data-dir", "/somewhere"], "open Some(\"/somewhere\") None");
        check(&["--data-dir=/somewhere"], "open Some(\"/somewhere\") None");
        check(&["--clock", "2026-03-10T09:00:00Z"], "open None Some(\"2026-03-10T09:00:00Z\")");
        check(&["--pace", "60"], "open None None Some(60)");
        for wrong in ["0", "601", "-1", "fast", "1.5"] {
            check(&["--pace", wrong], &format!("--pace takes a whole number from 1 to 600, not “{wrong}”"));
        }
        check(&["--clock", "Tuesday"], "--clock takes a time such as");
        check(&["--data-dir"], "missing argument for option '--data-dir'");
        check(&["--verbose"], "invalid option '--verbose'");
        check(&["--help"], "Answerable: practise senior-TPM interviews.");
        check(&["--version"], "Answerable 0");
    }
}
