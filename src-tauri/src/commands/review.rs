//! Review: the queue, the comparison, the grade and its undo.

use app::view::{DraftEdit, GradeRequest, Graded, ReviewCompare, ReviewQueue, RunningTake};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// What is due, in order.
#[tauri::command]
#[specta::specta]
pub async fn review_queue(desk: State<'_, Desk>) -> Answer<ReviewQueue> {
    desk.run(move |app| app.review_queue()).await
}

/// Asks again, from memory.
#[tauri::command]
#[specta::specta]
pub async fn start_review(desk: State<'_, Desk>, answer_id: u32) -> Answer<RunningTake> {
    desk.run(move |app| app.start_review(answer_id)).await
}

/// Ends the answer from memory and shows the best take beside it.
#[tauri::command]
#[specta::specta]
pub async fn finish_review(desk: State<'_, Desk>, edit: DraftEdit) -> Answer<ReviewCompare> {
    desk.run(move |app| app.finish_review(&edit)).await
}

/// Shows the best take without a written answer: it was said aloud, or it did not come.
#[tauri::command]
#[specta::specta]
pub async fn reveal(desk: State<'_, Desk>, answer_id: u32, said_aloud: bool) -> Answer<ReviewCompare> {
    desk.run(move |app| app.reveal(answer_id, said_aloud)).await
}

/// The comparison of a finished, ungraded take again.
#[tauri::command]
#[specta::specta]
pub async fn compare_review(desk: State<'_, Desk>, answer_id: u32, take_id: u32) -> Answer<ReviewCompare> {
    desk.run(move |app| app.compare_review(answer_id, take_id)).await
}

/// Grades an answer; it gets its next date.
#[tauri::command]
#[specta::specta]
pub async fn grade(desk: State<'_, Desk>, request: GradeRequest) -> Answer<Graded> {
    desk.run(move |app| app.grade(&request)).await
}

/// Takes the last grade back, exactly.
#[tauri::command]
#[specta::specta]
pub async fn undo_grade(desk: State<'_, Desk>, log_id: u32) -> Answer<ReviewQueue> {
    desk.run(move |app| app.undo_grade(log_id)).await
}

/// Leaves an answer for tomorrow.
#[tauri::command]
#[specta::specta]
pub async fn bury(desk: State<'_, Desk>, answer_id: u32) -> Answer<ReviewQueue> {
    desk.run(move |app| app.bury(answer_id)).await
}

/// Keeps an answer out of review until it is resumed.
#[tauri::command]
#[specta::specta]
pub async fn suspend(desk: State<'_, Desk>, answer_id: u32) -> Answer<ReviewQueue> {
    desk.run(move |app| app.suspend(answer_id)).await
}

/// Undoes bury and suspend.
#[tauri::command]
#[specta::specta]
pub async fn resume_card(desk: State<'_, Desk>, answer_id: u32) -> Answer<ReviewQueue> {
    desk.run(move |app| app.resume_card(answer_id)).await
}

/// Lets an answer come back on a day of the user's choice.
#[tauri::command]
#[specta::specta]
pub async fn reschedule(desk: State<'_, Desk>, answer_id: u32, day: String) -> Answer<ReviewQueue> {
    desk.run(move |app| app.reschedule(answer_id, &day)).await
}

/// Half of the day's minutes more, today.
#[tauri::command]
#[specta::specta]
pub async fn review_more(desk: State<'_, Desk>) -> Answer<ReviewQueue> {
    desk.run(move |app| app.review_more()).await
}
