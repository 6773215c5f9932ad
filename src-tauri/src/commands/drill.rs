//! Drills: weak sentences said again as the owner.

use app::view::{DrillChecked, DrillPut, DrillQueue, DrillTry};
use tauri::State;

use super::Answer;
use crate::desk::Desk;

/// The sentences to say again today, in order.
#[tauri::command]
#[specta::specta]
pub async fn drill_queue(desk: State<'_, Desk>) -> Answer<DrillQueue> {
    desk.run(move |app| app.drill_queue()).await
}

/// Checks a try and stores it.
#[tauri::command]
#[specta::specta]
pub async fn check_drill(desk: State<'_, Desk>, said: DrillTry) -> Answer<DrillChecked> {
    desk.run(move |app| app.check_drill(&said)).await
}

/// Takes a try back, exactly.
#[tauri::command]
#[specta::specta]
pub async fn undo_drill(desk: State<'_, Desk>, log_id: u32) -> Answer<DrillQueue> {
    desk.run(move |app| app.undo_drill(log_id)).await
}

/// Puts the words of a try into the answer, as a new take.
#[tauri::command]
#[specta::specta]
pub async fn put_drill(desk: State<'_, Desk>, log_id: u32) -> Answer<DrillPut> {
    desk.run(move |app| app.put_drill(log_id)).await
}

/// Leaves a sentence out of drills, or lets it back in.
#[tauri::command]
#[specta::specta]
pub async fn suspend_drill(desk: State<'_, Desk>, drill_id: u32, on: bool) -> Answer<DrillQueue> {
    desk.run(move |app| app.suspend_drill(drill_id, on)).await
}
