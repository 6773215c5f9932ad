//! A debrief as a file: Markdown, HTML or JSON, in a folder that the shell names.

mod html;
mod markdown;
mod words;

use std::path::Path;

use question_bank::packs::file_stem;

use crate::{
    App, AppError,
    new_file::write_new,
    view::{Debrief, DebriefFormat},
};

impl App {
    /// Writes a debrief into a new file of a folder. Returns where.
    ///
    /// # Errors
    /// As for [`debrief`](App::debrief); [`AppError::NotExported`] when the file cannot be written.
    pub fn export_debrief(
        &mut self,
        mock: u32,
        format: DebriefFormat,
        folder: &Path,
    ) -> Result<String, AppError> {
        let debrief = self.debrief(mock)?;
        let (ending, content) = written(&debrief, format);
        let stem = file_stem(&format!("mock {}", debrief.name));
        let path = write_new(folder, &format!("{stem}-{}", debrief.day), ending, content.as_bytes())
            .map_err(|error| AppError::NotExported {
                what: "debrief",
                folder: folder.to_string_lossy().into_owned(),
                error,
            })?;
        Ok(path.to_string_lossy().into_owned())
    }
}

/// The ending of a file of that form, and what is in it.
fn written(debrief: &Debrief, format: DebriefFormat) -> (&'static str, String) {
    match format {
        DebriefFormat::Markdown => ("md", markdown::page(debrief)),
        DebriefFormat::Html => ("html", html::page(debrief)),
        DebriefFormat::Json => {
            let mut json = serde_json::to_string_pretty(debrief)
                .expect("plain values with names as keys are always JSON");
            json.push('\n');
            ("json", json)
        }
    }
}

#[cfg(test)]
mod tests;
