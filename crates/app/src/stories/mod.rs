//! The Stories room: what happened, which questions it can answer, and which competency has none.

use crate::{
    App, AppError,
    view::{Exported, StoriesView, StoryAnswer, StoryChoice, StoryDetail, StoryEdit, StoryFormat},
};

impl App {
    /// All stories and the matrix.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn stories(&mut self) -> Result<StoriesView, AppError> {
        todo!()
    }

    /// One story whole.
    ///
    /// # Errors
    /// When it is not there.
    pub fn story(&mut self, _id: u32) -> Result<StoryDetail, AppError> {
        todo!()
    }

    /// Keeps a story, new or changed.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for a title or part out of its range; stale when it changed since the window saw it.
    pub fn save_story(&mut self, _edit: &StoryEdit) -> Result<StoryDetail, AppError> {
        todo!()
    }

    /// Deletes stories; their answers stay. They can be restored.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn delete_stories(&mut self, _ids: &[u32]) -> Result<StoriesView, AppError> {
        todo!()
    }

    /// The undo of deleting.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn restore_stories(&mut self, _ids: &[u32]) -> Result<StoriesView, AppError> {
        todo!()
    }

    /// Says that an answer tells a story, or that it does not.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn link_story(&mut self, _story: u32, _answer: u32, _on: bool) -> Result<StoryDetail, AppError> {
        todo!()
    }

    /// The stories, as choices for an answer.
    ///
    /// # Errors
    /// When the answer is not there.
    pub fn answer_stories(&mut self, _answer: u32) -> Result<Vec<StoryChoice>, AppError> {
        todo!()
    }

    /// All answers, as choices for a story: those linked first, then those that sound like it.
    ///
    /// # Errors
    /// When the story is not there.
    pub fn linkable_answers(&mut self, _story: u32) -> Result<Vec<StoryAnswer>, AppError> {
        todo!()
    }

    /// Writes stories into a new file; none named is all.
    ///
    /// # Errors
    /// When there is none, or the file cannot be written.
    pub fn export_stories(&mut self, _ids: &[u32], _format: StoryFormat) -> Result<Exported, AppError> {
        todo!()
    }
}

impl App {
    pub(crate) fn stories_of_answers(
        &self,
    ) -> Result<std::collections::HashMap<store::AnswerId, Vec<u32>>, AppError> {
        Ok(std::collections::HashMap::new())
    }
}
