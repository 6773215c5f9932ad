//! The start of the program: ready, or what is in the way and what can be done.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BackupView, FileProblem, RunningTake, Settings};

/// What is in the way of opening the answers. Nothing has been changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TroubleKind {
    /// The database is gone, though there was one.
    Missing,
    /// The database is there and empty.
    Empty,
    /// The database is damaged.
    Damaged,
    /// It was written by a newer version.
    Newer,
    /// The file is not one of ours.
    WrongFile,
    /// The folder cannot be written.
    NotWritable,
    /// The disk is full.
    DiskFull,
    /// Another window has it open.
    AlreadyOpen,
    /// Anything else the system says.
    Other,
}

/// What is in the way, and what can be done about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Trouble {
    /// Which trouble.
    pub kind: TroubleKind,
    /// What the system said.
    pub detail: String,
    /// The file or folder it is about.
    pub path: String,
    /// Backups that could be restored, newest first.
    pub backups: Vec<BackupView>,
    /// Whether starting afresh is possible; the old file is set aside, never deleted.
    pub can_start_fresh: bool,
}

/// What the window needs to draw itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Ready {
    /// No answer yet.
    pub first_run: bool,
    /// The settings.
    pub settings: Settings,
    /// A take that was running when the program ended.
    pub running: Option<RunningTake>,
    /// A mock interview that was under way when the program ended.
    pub mock: Option<u32>,
    /// Files of the user's own that could not be read.
    pub problems: Vec<FileProblem>,
    /// How many answers are due.
    pub due: u32,
    /// Today, in the user's calendar of practice.
    pub today: String,
}

/// The start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum Start {
    /// All is well.
    Ready {
        /// What the window needs.
        ready: Box<Ready>,
    },
    /// Something is in the way.
    Trouble {
        /// What, and what can be done.
        trouble: Trouble,
    },
}
