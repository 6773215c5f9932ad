//! One story whole.

use super::{
    matrix,
    shelf::{Kept, Shelf},
    warning::warnings,
};
use crate::{App, AppError, rows::id, view::StoryDetail};

impl App {
    pub(super) fn story_detail(&self, shelf: &Shelf, story: &Kept) -> Result<StoryDetail, AppError> {
        let overused = warnings(story, &shelf.last_mock);
        let rows: Vec<_> = shelf.stories.iter().map(matrix::row).collect();
        Ok(StoryDetail {
            id: id(story.id.0),
            version: story.version,
            updated_at: story.updated_at,
            text: story.text.clone(),
            answers: story.told.iter().map(|told| told.clone().view(true)).collect(),
            suggestions: self.story_suggestions(shelf, story, &matrix::holes(&rows))?,
            check: self.story_check(&story.text),
            overused: (!overused.is_empty()).then(|| overused.join(" ")),
        })
    }
}
