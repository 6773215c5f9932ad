//! Mock interviews: choosing one, answering in it, reading its debrief.

use app::view::{
    Debrief, DebriefFormat, MockDeed, MockEdit, MockFit, MockNow, MockRoom, MockSetup, ReviewCost,
};
use tauri::State;

use super::{Answer, questions::ExportFolder};
use crate::desk::Desk;

/// What the room shows before a mock.
#[tauri::command]
#[specta::specta]
pub async fn mock_room(desk: State<'_, Desk>) -> Answer<MockRoom> {
    desk.run(|app| app.mock_room()).await
}

/// Whether a set-up can be held.
#[tauri::command]
#[specta::specta]
pub async fn fit_mock(desk: State<'_, Desk>, setup: MockSetup) -> Answer<MockFit> {
    desk.run(move |app| app.fit_mock(&setup)).await
}

/// Begins a mock. Refused while another one is under way.
#[tauri::command]
#[specta::specta]
pub async fn start_mock(desk: State<'_, Desk>, setup: MockSetup) -> Answer<MockNow> {
    desk.run(move |app| app.start_mock(&setup)).await
}

/// The mock as it stands now; time goes on. Asked about once a second.
#[tauri::command]
#[specta::specta]
pub async fn mock_now(desk: State<'_, Desk>, id: u32) -> Answer<MockNow> {
    desk.run(move |app| app.mock_now(id)).await
}

/// Saves the words of the part being answered.
#[tauri::command]
#[specta::specta]
pub async fn save_mock_answer(desk: State<'_, Desk>, id: u32, edit: MockEdit) -> Answer<MockNow> {
    desk.run(move |app| app.save_mock_answer(id, &edit)).await
}

/// Does the next thing, after saving the words when some are given.
#[tauri::command]
#[specta::specta]
pub async fn mock_deed(
    desk: State<'_, Desk>,
    id: u32,
    deed: MockDeed,
    edit: Option<MockEdit>,
) -> Answer<MockNow> {
    desk.run(move |app| app.mock_deed(id, deed, edit.as_ref())).await
}

/// The debrief of an ended mock.
#[tauri::command]
#[specta::specta]
pub async fn debrief(desk: State<'_, Desk>, id: u32) -> Answer<Debrief> {
    desk.run(move |app| app.debrief(id)).await
}

/// What sending the answers of these slots to review would cost.
#[tauri::command]
#[specta::specta]
pub async fn mock_review_cost(desk: State<'_, Desk>, id: u32, slots: Vec<u32>) -> Answer<ReviewCost> {
    desk.run(move |app| app.mock_review_cost(id, &slots)).await
}

/// Sends the answers of these slots to review, all in one step. Returns the answers that were sent; withdrawing them is
/// the undo.
#[tauri::command]
#[specta::specta]
pub async fn send_mock_to_review(desk: State<'_, Desk>, id: u32, slots: Vec<u32>) -> Answer<Vec<u32>> {
    desk.run(move |app| app.send_mock_to_review(id, &slots)).await
}

/// Writes a debrief into the downloads folder. Returns where; a file that was there is never written over.
#[tauri::command]
#[specta::specta]
pub async fn export_debrief(
    desk: State<'_, Desk>,
    folder: State<'_, ExportFolder>,
    id: u32,
    format: DebriefFormat,
) -> Answer<String> {
    let folder = folder.0.clone();
    desk.run(move |app| app.export_debrief(id, format, &folder)).await
}

/// Deletes mocks from the list. Their answers stay.
#[tauri::command]
#[specta::specta]
pub async fn delete_mocks(desk: State<'_, Desk>, ids: Vec<u32>) -> Answer<()> {
    desk.run(move |app| app.delete_mocks(&ids)).await
}

/// Brings deleted mocks back.
#[tauri::command]
#[specta::specta]
pub async fn restore_mocks(desk: State<'_, Desk>, ids: Vec<u32>) -> Answer<()> {
    desk.run(move |app| app.restore_mocks(&ids)).await
}
