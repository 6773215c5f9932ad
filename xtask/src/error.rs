//! What can go wrong in a task, and what to do about it.

use std::{io, path::PathBuf, process::ExitCode};

use crate::arguments::ArgumentError;

#[derive(Debug, thiserror::Error)]
pub enum TaskError {
    #[error(transparent)]
    Arguments(#[from] ArgumentError),
    #[error("'{program}' could not be started ({source}). {hint}")]
    NotStarted { program: String, hint: &'static str, source: io::Error },
    #[error("'{command}' failed{}", code.map(|code| format!(" (exit status {code})")).unwrap_or_default())]
    Failed { command: String, code: Option<i32> },
    #[error("'{command}' could not be read: {source}")]
    Unread { command: String, source: io::Error },
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("system packages are missing. Install them with:\n\n    {command}\n")]
    PackagesMissing { command: String },
    #[error("Node.js {found} is too old: 20.19, 22.12 or any newer release is needed")]
    NodeTooOld { found: String },
    #[error("'node --version' answers '{found}', which is no version. Is Node.js installed properly?")]
    NodeUnknown { found: String },
    #[error(
        "there is no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set). \
         Run this from a desktop session, or on a virtual screen: xvfb-run -a cargo xtask {task}"
    )]
    NoDisplay { task: &'static str },
    #[error("the window tests need {program}, which is not installed; the package that has it is {package}")]
    NoWindowDriver { program: &'static str, package: &'static str },
    #[error("this needs the window's test driver, which there is on Linux only")]
    LinuxOnly,
    #[error("'{program}' showed nothing on the screen within half a minute")]
    NothingShown { program: String },
    #[error("{}: {source}; criterion may have changed the form of its files", path.display())]
    NotCriterion { path: PathBuf, source: serde_json::Error },
    #[error("'{program}' printed no times: {source}\n\n{last_words}")]
    NoTimes { program: String, last_words: String, source: serde_json::Error },
    #[error(
        "{program} did not report what it finds in this text, so it did not check it. Its last words:\n\n{last_words}"
    )]
    NotChecked { program: &'static str, last_words: String },
    #[error(
        "{} has no place for the figures of '{part}'. Put these two lines where they belong:\n\n    \
         <!-- made by cargo xtask bench: {part} -->\n    <!-- end of {part} -->\n",
        path.display()
    )]
    NoMarkers { path: PathBuf, part: &'static str },
    #[error("no test was run")]
    NoTests,
    #[error("the check '{name}' failed: {source}\n\n{remedy}")]
    Gate { name: &'static str, remedy: &'static str, source: Box<TaskError> },
}

impl TaskError {
    /// 2 for a command line that was not understood, 3 for a missing display, as in the app itself; 1 for the rest.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            TaskError::Arguments(_) => ExitCode::from(2),
            TaskError::NoDisplay { .. } => ExitCode::from(3),
            _ => ExitCode::FAILURE,
        }
    }
}
