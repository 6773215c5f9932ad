//! Today, and finding a question.

use app::view::{Found, QuestionView, Suggestion, TodayView};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// What is due, what is weak, and the next step.
#[tauri::command]
#[specta::specta]
pub async fn today(desk: State<'_, Desk>) -> Answer<TodayView> {
    desk.run(move |app| app.today()).await
}

/// A question to practise, none of those named, that fits into the minutes there are.
#[tauri::command]
#[specta::specta]
pub async fn suggest_question(
    desk: State<'_, Desk>,
    not: Vec<String>,
    minutes: Option<u32>,
) -> Answer<Suggestion> {
    desk.run(move |app| app.suggest_question(&not, minutes)).await
}

/// One question.
#[tauri::command]
#[specta::specta]
pub async fn question(desk: State<'_, Desk>, id: String) -> Answer<QuestionView> {
    desk.run(move |app| app.question(&id)).await
}

/// Questions and words said that match.
#[tauri::command]
#[specta::specta]
pub async fn find(desk: State<'_, Desk>, query: String) -> Answer<Found> {
    desk.run(move |app| app.find(&query)).await
}
