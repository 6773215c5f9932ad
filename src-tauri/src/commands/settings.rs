//! Settings and data.

use app::view::{BackupView, DataView, ModelView, Settings};
use tauri::{AppHandle, State};

use super::Answer;
use crate::{desk::Desk, error::CommandError, window};

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

/// The memory model, what each wanted recall costs, and whether it can be fitted.
#[tauri::command]
#[specta::specta]
pub async fn memory_model(desk: State<'_, Desk>) -> Answer<ModelView> {
    desk.run(move |app| app.memory_model()).await
}

/// Fits the memory model to the user's own log; kept only when it foretells held-out reviews better.
#[tauri::command]
#[specta::specta]
pub async fn fit_memory_model(desk: State<'_, Desk>) -> Answer<ModelView> {
    let work = desk.run(move |app| app.fitting_work()).await?;
    // It takes seconds, and nothing else should wait for it.
    let fitted = tauri::async_runtime::spawn_blocking(move || work.fit())
        .await
        .map_err(|_| CommandError::Ended)?
        .map_err(CommandError::App)?;
    desk.run(move |app| app.keep_fitted(&fitted)).await
}

/// Goes back to the default weights.
#[tauri::command]
#[specta::specta]
pub async fn forget_memory_model(desk: State<'_, Desk>) -> Answer<ModelView> {
    desk.run(move |app| app.forget_memory_model()).await
}
