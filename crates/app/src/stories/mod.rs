//! The Stories room: what happened, which questions it can answer, and which competency has none.
//!
//! Everything but the use cases is pure: the room is read at once ([`shelf::Shelf`]), and what is shown is made of that.
//!
//! | file | |
//! | --- | --- |
//! | `shelf.rs` | the stories with their answers and the last mock, as they are read |
//! | `text.rs` | what a story says: its ranges, and its form on disk |
//! | `matrix.rs`, `warning.rs` | competency × story with its holes; stories told too often |
//! | `detail.rs`, `suggesting.rs`, `story_check.rs` | one story whole: its answers, questions for it, its phrase check |
//! | `linking.rs` | which answer tells which story |
//! | `export/` | stories as Markdown, and as a sheet to print |

mod detail;
mod export;
mod linking;
mod matrix;
mod shelf;
mod story_check;
mod suggesting;
mod text;
mod warning;

#[cfg(test)]
mod sample;
#[cfg(test)]
pub(crate) use sample::refund_path;

use store::{StoreError, StoryId};

use crate::{
    App, AppError,
    rows::{id, story_id},
    view::{StoriesView, StoryDetail, StoryEdit},
};

impl App {
    /// All stories and the matrix.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn stories(&mut self) -> Result<StoriesView, AppError> {
        Ok(matrix::room(&self.shelf()?))
    }

    /// One story whole.
    ///
    /// # Errors
    /// When it is not there.
    pub fn story(&mut self, id: u32) -> Result<StoryDetail, AppError> {
        let shelf = self.shelf()?;
        let story = shelf.story(story_id(id)).ok_or(StoreError::NoSuchStory(story_id(id)))?;
        self.story_detail(&shelf, story)
    }

    /// Keeps a story, new or changed.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for a title or part out of its range; stale when it changed since the window saw it.
    pub fn save_story(&mut self, edit: &StoryEdit) -> Result<StoryDetail, AppError> {
        let now = self.clock.now();
        let written = text::judged(&edit.text)?;
        let body = text::body(&written)?;
        let saved = self.store.write(|tx| match edit.id.map(story_id) {
            Some(id) => tx.update_story(id, &written.title, &body, edit.version, now).map(|_| id),
            None => tx.insert_story(&written.title, &body, now),
        })?;
        self.back_up_if_due();
        self.story(id(saved.0))
    }

    /// Deletes stories, all or none; their answers stay. They can be restored. Twice is once.
    ///
    /// # Errors
    /// When one of them was never there, or they cannot be written.
    pub fn delete_stories(&mut self, ids: &[u32]) -> Result<StoriesView, AppError> {
        self.set_stories_deleted(ids, true)
    }

    /// The undo of deleting.
    ///
    /// # Errors
    /// When one of them was never there, or they cannot be written.
    pub fn restore_stories(&mut self, ids: &[u32]) -> Result<StoriesView, AppError> {
        self.set_stories_deleted(ids, false)
    }

    fn set_stories_deleted(&mut self, ids: &[u32], deleted: bool) -> Result<StoriesView, AppError> {
        let now = self.clock.now();
        let ids: Vec<StoryId> = ids.iter().map(|id| story_id(*id)).collect();
        self.store.write(|tx| tx.set_stories_deleted(&ids, deleted, now))?;
        self.back_up_if_due();
        self.stories()
    }
}
