//! The memory model: what a wanted recall costs, and weights fitted to the user's own log.

use crate::{App, AppError, view::ModelView};

impl App {
    /// The memory model, and whether it can be fitted.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn memory_model(&mut self) -> Result<ModelView, AppError> {
        todo!()
    }

    /// Fits the weights to the log, and keeps them only when they foretell held-out reviews better.
    ///
    /// # Errors
    /// [`AppError::Invalid`] when there are too few reviews.
    pub fn fit_memory_model(&mut self) -> Result<ModelView, AppError> {
        todo!()
    }

    /// Goes back to the default weights.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_memory_model(&mut self) -> Result<ModelView, AppError> {
        todo!()
    }
}
