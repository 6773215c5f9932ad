//! Words that are being typed outside of takes.

use app::view::UnfinishedWords;
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// Keeps what is typed in a place; none at all forgets it.
#[tauri::command]
#[specta::specta]
pub async fn keep_unfinished(desk: State<'_, Desk>, place: String, words: String) -> Answer<()> {
    desk.run(move |app| app.keep_unfinished(&place, &words)).await
}

/// What was typed and not finished in the places whose names begin like this.
#[tauri::command]
#[specta::specta]
pub async fn unfinished(desk: State<'_, Desk>, beginning: String) -> Answer<Vec<UnfinishedWords>> {
    desk.run(move |app| app.unfinished(&beginning)).await
}
