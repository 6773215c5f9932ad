//! A take: starting it, saving every keystroke, finishing it.

use app::view::{AnswerMode, CheckView, DraftEdit, DraftSaved, LiveCheck, RunningTake};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// Starts a take, or goes on with the one that is running on that question.
#[tauri::command]
#[specta::specta]
pub async fn start_take(desk: State<'_, Desk>, question_id: String) -> Answer<RunningTake> {
    desk.run(move |app| app.start_take(&question_id)).await
}

/// A running take as it is saved.
#[tauri::command]
#[specta::specta]
pub async fn running_take(desk: State<'_, Desk>, take_id: u32) -> Answer<RunningTake> {
    desk.run(move |app| app.running_take(take_id)).await
}

/// Saves what is typed so far.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(desk: State<'_, Desk>, edit: DraftEdit) -> Answer<DraftSaved> {
    desk.run(move |app| app.save_draft(&edit)).await
}

/// Ends a take and checks it.
#[tauri::command]
#[specta::specta]
pub async fn finish_take(desk: State<'_, Desk>, edit: DraftEdit) -> Answer<CheckView> {
    desk.run(move |app| app.finish_take(&edit)).await
}

/// Puts a running take away.
#[tauri::command]
#[specta::specta]
pub async fn discard_take(desk: State<'_, Desk>, take_id: u32) -> Answer<()> {
    desk.run(move |app| app.discard_take(take_id)).await
}

/// Brings a discarded take back.
#[tauri::command]
#[specta::specta]
pub async fn restore_take(desk: State<'_, Desk>, take_id: u32) -> Answer<RunningTake> {
    desk.run(move |app| app.restore_take(take_id)).await
}

/// Marks while typing.
#[tauri::command]
#[specta::specta]
pub async fn check_live(desk: State<'_, Desk>, text: String, mode: AnswerMode) -> Answer<LiveCheck> {
    desk.run(move |app| app.check_live(&text, mode)).await
}
