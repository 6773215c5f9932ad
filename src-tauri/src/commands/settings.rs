//! Settings and data.

use app::view::{BackupView, DataView, Settings};
use tauri::{AppHandle, State};

use super::Answer;
use crate::{desk::Desk, window};

/// All settings.
#[tauri::command]
#[specta::specta]
pub async fn settings(desk: State<'_, Desk>) -> Answer<Settings> {
    desk.run(move |app| app.settings()).await
}

/// Where the answers live, and their backups.
#[tauri::command]
#[specta::specta]
pub async fn data(desk: State<'_, Desk>) -> Answer<DataView> {
    desk.run(move |app| app.data()).await
}

/// Makes a backup now and checks it.
#[tauri::command]
#[specta::specta]
pub async fn back_up_now(desk: State<'_, Desk>) -> Answer<BackupView> {
    desk.run(move |app| app.back_up_now()).await
}

/// Keeps the settings, and applies theme and text size at once.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(app: AppHandle, desk: State<'_, Desk>, settings: Settings) -> Answer<Settings> {
    let saved = desk.run(move |app| app.save_settings(&settings)).await?;
    window::apply(&app, &saved);
    Ok(saved)
}
