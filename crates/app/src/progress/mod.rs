//! The Progress room: what has changed over weeks, from the user's own answers.

use crate::{
    App, AppError,
    view::{ProgressRange, ProgressView},
};

impl App {
    /// The figures of a range.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn progress(&mut self, _range: ProgressRange) -> Result<ProgressView, AppError> {
        todo!()
    }
}
