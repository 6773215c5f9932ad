//! The start: ready, or what is in the way and what can be done about it.

use app::{Open, view::Start};
use tauri::{AppHandle, State};

use super::Answer;
use crate::{desk::Desk, window};

/// How things stand.
#[tauri::command]
#[specta::specta]
pub async fn start(app: AppHandle, desk: State<'_, Desk>) -> Answer<Start> {
    let start = desk.seat(|seat| seat.start()).await?;
    if let Start::Ready { ready } = &start {
        window::apply(&app, &ready.settings);
    }
    Ok(start)
}

/// Tries to open the answers again.
#[tauri::command]
#[specta::specta]
pub async fn retry_start(desk: State<'_, Desk>) -> Answer<Start> {
    desk.seat(|seat| seat.reopen(Open::AsItIs)).await
}

/// Restores a backup; what is there now is set aside.
#[tauri::command]
#[specta::specta]
pub async fn restore_backup(desk: State<'_, Desk>, path: String) -> Answer<Start> {
    desk.seat(move |seat| seat.reopen(Open::Restoring(path.into()))).await
}

/// Starts with no answers; what is there now is set aside.
#[tauri::command]
#[specta::specta]
pub async fn start_fresh(desk: State<'_, Desk>) -> Answer<Start> {
    desk.seat(|seat| seat.reopen(Open::Fresh)).await
}

/// The window may close: everything is saved.
#[tauri::command]
#[specta::specta]
pub async fn leave(app: AppHandle) -> Answer<()> {
    window::close(&app);
    Ok(())
}
