//! The Answers room.

use app::view::{AnswerFilter, AnswerList};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The answers that match.
#[tauri::command]
#[specta::specta]
pub async fn answers(desk: State<'_, Desk>, filter: AnswerFilter) -> Answer<AnswerList> {
    desk.run(move |app| app.answers(&filter)).await
}

/// Stars an answer, or not.
#[tauri::command]
#[specta::specta]
pub async fn star(desk: State<'_, Desk>, answer_id: u32, on: bool) -> Answer<()> {
    desk.run(move |app| app.star(answer_id, on)).await
}

/// Moves an answer to the trash.
#[tauri::command]
#[specta::specta]
pub async fn trash(desk: State<'_, Desk>, answer_id: u32) -> Answer<()> {
    desk.run(move |app| app.trash(answer_id)).await
}

/// Brings an answer back from the trash.
#[tauri::command]
#[specta::specta]
pub async fn untrash(desk: State<'_, Desk>, answer_id: u32) -> Answer<()> {
    desk.run(move |app| app.untrash(answer_id)).await
}

/// Deletes a trashed answer and all its takes.
#[tauri::command]
#[specta::specta]
pub async fn delete_forever(desk: State<'_, Desk>, answer_id: u32) -> Answer<()> {
    desk.run(move |app| app.delete_forever(answer_id)).await
}
