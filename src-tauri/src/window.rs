//! The window: its size, theme, zoom, and how it closes without losing the last keystroke.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use app::view::{Settings, Theme};
use tauri::{
    AppHandle, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent, plugin::TauriPlugin,
};

/// The only window.
pub const MAIN: &str = "main";
/// How long a closing window may take to save its draft before it is closed anyway.
const CLOSING_PATIENCE: Duration = Duration::from_millis(1500);

static CLOSING: AtomicBool = AtomicBool::new(false);

/// Remembers size and place beside the answers, so that two data folders have two windows.
pub fn remembered_state<R: Runtime>(dir: &Path) -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        .with_filename(dir.join("window.json").to_string_lossy())
        .with_state_flags(
            tauri_plugin_window_state::StateFlags::SIZE
                | tauri_plugin_window_state::StateFlags::POSITION
                | tauri_plugin_window_state::StateFlags::MAXIMIZED,
        )
        .build()
}

/// Opens the window.
///
/// # Errors
/// When the system's web view cannot be made.
pub fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Answerable")
        .inner_size(1280.0, 820.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(own_page)
        .on_new_window(|_, _| tauri::webview::NewWindowResponse::Deny)
        .disable_drag_drop_handler()
        .zoom_hotkeys_enabled(false)
        .build()
}

/// The window shows our own page and nothing else.
fn own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        "http" | "https" => {
            url.host_str() == Some("tauri.localhost")
                || (cfg!(debug_assertions) && url.host_str() == Some("localhost") && url.port() == Some(5173))
        }
        _ => false,
    }
}

/// Brings the window to the front.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Best effort: a window manager may refuse, and there is nothing to do about it.
        let _ = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    }
}

/// Applies theme and text size.
pub fn apply(app: &AppHandle, settings: &Settings) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    // Neither is worth an error to the user: the page itself carries the theme, and zoom is at worst unchanged.
    let _ = window.set_theme(theme);
    let _ = window.set_zoom(f64::from(settings.text_size) / 100.0);
}

/// On the way out the window is asked to save first; it answers with the `leave` command.
pub fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        if CLOSING.swap(true, Ordering::SeqCst) {
            return;
        }
        api.prevent_close();
        let _ = window.emit("closing", ());
        let app = window.app_handle().clone();
        // A page that no longer answers must not keep the window open.
        thread::spawn(move || {
            thread::sleep(CLOSING_PATIENCE);
            close(&app);
        });
    }
}

/// Closes the window for good.
pub fn close(app: &AppHandle) {
    CLOSING.store(true, Ordering::SeqCst);
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_is_shown() {
        let check =
            |url: &str, expected: bool| assert_eq!(own_page(&url.parse().unwrap()), expected, "{url}");
        check("tauri://localhost/index.html", true);
        check("http://tauri.localhost/", true);
        check("https://tauri.localhost/", true);
        check("http://localhost:5173/", cfg!(debug_assertions));
        check("http://localhost:8080/", false);
        check("https://example.org/", false);
        check("file:///etc/passwd", false);
        check("javascript:alert(1)", false);
        check("data:text/html,hello", false);
    }
}
