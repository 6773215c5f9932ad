//! A user of the program for the length of a test: a data folder, a display, and the windows opened on them.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{display::Display, turns::Turn, window::Window};

/// A data folder with a display of its own.
#[derive(Debug)]
pub struct Profile {
    folder: TempDir,
    display: Display,
    _turn: Turn,
}

impl Profile {
    /// A user who has never opened the program.
    pub fn new() -> Self {
        let turn = Turn::take();
        let folder = tempfile::Builder::new().prefix("answerable-window-").tempdir().expect("a folder");
        Profile { folder, display: Display::start(), _turn: turn }
    }

    /// Where the answers live.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Opens the program at a time: `2026-03-10T09:00:00Z`.
    pub fn open(&self, at: &str) -> Window<'_> {
        self.open_in(&self.data(), at)
    }

    /// Opens the program at a time that goes by so many times as fast.
    pub fn open_at_pace(&self, at: &str, pace: u32) -> Window<'_> {
        self.open_with(&self.data(), at, &["--pace", &pace.to_string()])
    }

    /// Opens the program on another data folder.
    pub fn open_in(&self, data: &Path, at: &str) -> Window<'_> {
        self.open_with(data, at, &[])
    }

    fn open_with(&self, data: &Path, at: &str, more: &[&str]) -> Window<'_> {
        let data = data.to_string_lossy();
        let arguments: Vec<String> =
            ["--data-dir", &*data, "--clock", at].iter().chain(more).map(ToString::to_string).collect();
        Window::open(&self.display, self.folder.path(), &arguments)
    }
}
