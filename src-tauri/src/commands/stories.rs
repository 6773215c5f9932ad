//! The Stories room.

use app::view::{Exported, StoriesView, StoryAnswer, StoryChoice, StoryDetail, StoryEdit, StoryFormat};
use tauri::State;

use super::{Answer, questions::ExportFolder};
use crate::desk::Desk;

/// All stories and the matrix.
#[tauri::command]
#[specta::specta]
pub async fn stories(desk: State<'_, Desk>) -> Answer<StoriesView> {
    desk.run(move |app| app.stories()).await
}

/// One story whole.
#[tauri::command]
#[specta::specta]
pub async fn story(desk: State<'_, Desk>, id: u32) -> Answer<StoryDetail> {
    desk.run(move |app| app.story(id)).await
}

/// Keeps a story, new or changed.
#[tauri::command]
#[specta::specta]
pub async fn save_story(desk: State<'_, Desk>, edit: StoryEdit) -> Answer<StoryDetail> {
    desk.run(move |app| app.save_story(&edit)).await
}

/// Deletes stories; they can be restored.
#[tauri::command]
#[specta::specta]
pub async fn delete_stories(desk: State<'_, Desk>, ids: Vec<u32>) -> Answer<StoriesView> {
    desk.run(move |app| app.delete_stories(&ids)).await
}

/// The undo of deleting.
#[tauri::command]
#[specta::specta]
pub async fn restore_stories(desk: State<'_, Desk>, ids: Vec<u32>) -> Answer<StoriesView> {
    desk.run(move |app| app.restore_stories(&ids)).await
}

/// Says that an answer tells a story, or that it does not.
#[tauri::command]
#[specta::specta]
pub async fn link_story(
    desk: State<'_, Desk>,
    story_id: u32,
    answer_id: u32,
    on: bool,
) -> Answer<StoryDetail> {
    desk.run(move |app| app.link_story(story_id, answer_id, on)).await
}

/// The stories, as choices for an answer.
#[tauri::command]
#[specta::specta]
pub async fn answer_stories(desk: State<'_, Desk>, answer_id: u32) -> Answer<Vec<StoryChoice>> {
    desk.run(move |app| app.answer_stories(answer_id)).await
}

/// All answers, as choices for a story.
#[tauri::command]
#[specta::specta]
pub async fn linkable_answers(desk: State<'_, Desk>, story_id: u32) -> Answer<Vec<StoryAnswer>> {
    desk.run(move |app| app.linkable_answers(story_id)).await
}

/// Writes stories into a new file; none named is all.
#[tauri::command]
#[specta::specta]
pub async fn export_stories(
    desk: State<'_, Desk>,
    folder: State<'_, ExportFolder>,
    ids: Vec<u32>,
    format: StoryFormat,
) -> Answer<Exported> {
    let folder = folder.0.clone();
    desk.run(move |app| app.export_stories(&ids, format, &folder)).await
}
