//! Stories as a file: Markdown with everything, or a sheet to print.

mod html;
mod markdown;
mod sheet;

use std::path::Path;

use sheet::Sheet;
use store::StoreError;

use crate::{
    App, AppError,
    new_file::write_new,
    reviewing::count,
    rows::story_id,
    view::{Exported, StoryFormat},
};

impl App {
    /// Writes stories into a new file of a folder; none named is all. Returns where, and how many there are in it.
    ///
    /// # Errors
    /// [`AppError::NoStoryToExport`] when there is none, [`StoreError::NoSuchStory`] when one of those named is not
    /// there, [`AppError::NotExported`] when the file cannot be written.
    pub fn export_stories(
        &mut self,
        ids: &[u32],
        format: StoryFormat,
        folder: &Path,
    ) -> Result<Exported, AppError> {
        let shelf = self.shelf()?;
        for id in ids {
            shelf.story(story_id(*id)).ok_or(StoreError::NoSuchStory(story_id(*id)))?;
        }
        let sheet = Sheet::of(&shelf, ids, self.today_date());
        if sheet.stories.is_empty() {
            return Err(AppError::NoStoryToExport);
        }
        let (ending, content) = written(&sheet, format);
        let name = format!("stories-{}", self.today_date());
        let path = write_new(folder, &name, ending, content.as_bytes()).map_err(|error| {
            AppError::NotExported { what: "stories", folder: folder.to_string_lossy().into_owned(), error }
        })?;
        Ok(Exported { path: path.to_string_lossy().into_owned(), questions: count(sheet.stories.len()) })
    }
}

/// The ending of a file of that form, and what is in it.
fn written(sheet: &Sheet, format: StoryFormat) -> (&'static str, String) {
    match format {
        StoryFormat::Markdown => ("md", markdown::page(sheet)),
        StoryFormat::Html => ("html", html::page(sheet)),
    }
}

#[cfg(test)]
mod tests;
