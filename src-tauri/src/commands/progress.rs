//! The Progress room.

use app::view::{ProgressRange, ProgressView};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The figures of a range.
#[tauri::command]
#[specta::specta]
pub async fn progress(desk: State<'_, Desk>, range: ProgressRange) -> Answer<ProgressView> {
    desk.run(move |app| app.progress(range)).await
}
