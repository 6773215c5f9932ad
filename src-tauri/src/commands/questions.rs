//! The Questions room.

use std::path::PathBuf;

use app::view::{
    DraftCheck, ExportChoice, Exported, LoopView, PackApplied, PackFormat, PackPlan, QuestionDetail,
    QuestionDraft, QuestionFilter, QuestionList, SavedQuestion,
};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The folder into which questions are exported.
pub struct ExportFolder(pub PathBuf);

/// The questions that pass the filter.
#[tauri::command]
#[specta::specta]
pub async fn questions(desk: State<'_, Desk>, filter: QuestionFilter) -> Answer<QuestionList> {
    desk.run(move |app| app.questions(&filter)).await
}

/// One question with all that the room shows of it.
#[tauri::command]
#[specta::specta]
pub async fn question_detail(desk: State<'_, Desk>, id: String) -> Answer<QuestionDetail> {
    desk.run(move |app| app.question_detail(&id)).await
}

/// Keeps a question from being asked, or not.
#[tauri::command]
#[specta::specta]
pub async fn suspend_question(desk: State<'_, Desk>, id: String, on: bool) -> Answer<QuestionDetail> {
    desk.run(move |app| app.suspend_question(&id, on)).await
}

/// Lets the answer to a question come back in review, or takes it out again.
#[tauri::command]
#[specta::specta]
pub async fn review_question(desk: State<'_, Desk>, id: String, on: bool) -> Answer<QuestionDetail> {
    desk.run(move |app| app.review_question(&id, on)).await
}

/// Keeps a note on a question.
#[tauri::command]
#[specta::specta]
pub async fn save_question_note(desk: State<'_, Desk>, id: String, note: String) -> Answer<QuestionDetail> {
    desk.run(move |app| app.save_question_note(&id, &note)).await
}

/// What is to be said of a draft while it is written.
#[tauri::command]
#[specta::specta]
pub async fn check_own_question(
    desk: State<'_, Desk>,
    id: Option<String>,
    draft: QuestionDraft,
) -> Answer<DraftCheck> {
    desk.run(move |app| app.check_own_question(id.as_deref(), &draft)).await
}

/// Keeps a question of the user's own: a new one, or the one of that id as it was at that version.
#[tauri::command]
#[specta::specta]
pub async fn save_own_question(
    desk: State<'_, Desk>,
    id: Option<String>,
    version: Option<u32>,
    draft: QuestionDraft,
) -> Answer<SavedQuestion> {
    desk.run(move |app| app.save_own_question(id.as_deref(), version, &draft)).await
}

/// Deletes questions of the user's own; their answers stay.
#[tauri::command]
#[specta::specta]
pub async fn delete_questions(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.run(move |app| app.delete_questions(&ids)).await
}

/// Brings deleted questions back: the undo.
#[tauri::command]
#[specta::specta]
pub async fn restore_questions(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<()> {
    desk.run(move |app| app.restore_questions(&ids)).await
}

/// What importing a file would do. Of a file larger than `packBytes` the window sends the size and no bytes.
#[tauri::command]
#[specta::specta]
pub async fn preview_pack(
    desk: State<'_, Desk>,
    file_name: String,
    size: u64,
    bytes: Vec<u8>,
) -> Answer<PackPlan> {
    desk.run(move |app| app.preview_pack(&file_name, size, &bytes)).await
}

/// Imports the pack that was shown last.
#[tauri::command]
#[specta::specta]
pub async fn apply_pack(desk: State<'_, Desk>, token: u32) -> Answer<PackApplied> {
    desk.run(move |app| app.apply_pack(token)).await
}

/// Writes questions into a new file: in the downloads folder, or in the data folder's `exports` when one was named.
#[tauri::command]
#[specta::specta]
pub async fn export_questions(
    desk: State<'_, Desk>,
    folder: State<'_, ExportFolder>,
    choice: ExportChoice,
    format: PackFormat,
) -> Answer<Exported> {
    let folder = folder.0.clone();
    desk.run(move |app| app.export_questions(&choice, format, &folder)).await
}

/// The loops of mock interviews.
#[tauri::command]
#[specta::specta]
pub async fn loops(desk: State<'_, Desk>) -> Answer<Vec<LoopView>> {
    desk.run(move |app| app.loops()).await
}
