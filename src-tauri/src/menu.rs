//! The native menu. Each entry sends its id to the window, which runs the same action as its own shortcut.

use tauri::{
    AppHandle, Emitter, Wry,
    menu::{Menu, MenuBuilder, MenuItem, MenuItemBuilder, PredefinedMenuItem, SubmenuBuilder},
};

/// Id of the action, words, shortcut. `|` alone is a line between entries.
type Entry = (&'static str, &'static str, Option<&'static str>);

/// The menus, each with its entries.
const ENTRIES: &[(&str, &[Entry])] = &[
    (
        "File",
        &[
            ("new", "New question", Some("CmdOrCtrl+N")),
            ("palette", "Search…", Some("CmdOrCtrl+K")),
            ("|", "", None),
            ("room.settings", "Settings", Some("CmdOrCtrl+,")),
            ("|", "", None),
            ("quit", "Quit", Some("CmdOrCtrl+Q")),
        ],
    ),
    (
        "Go",
        &[
            ("room.today", "Today", Some("CmdOrCtrl+1")),
            ("room.practice", "Practice", Some("CmdOrCtrl+2")),
            ("room.mock", "Mock interview", Some("CmdOrCtrl+3")),
            ("room.review", "Review", Some("CmdOrCtrl+4")),
            ("room.answers", "Answers", Some("CmdOrCtrl+5")),
            ("room.stories", "Stories", Some("CmdOrCtrl+6")),
            ("room.questions", "Questions", Some("CmdOrCtrl+7")),
            ("room.progress", "Progress", Some("CmdOrCtrl+8")),
        ],
    ),
    (
        "View",
        &[
            ("text-larger", "Larger text", Some("CmdOrCtrl+=")),
            ("text-smaller", "Smaller text", Some("CmdOrCtrl+-")),
            ("text-normal", "Normal text size", Some("CmdOrCtrl+0")),
        ],
    ),
    ("Help", &[("shortcuts", "Keyboard shortcuts", None), ("about", "About Answerable", None)]),
];

/// Makes the menu and sets it.
///
/// # Errors
/// When the system refuses the menu.
pub fn install(app: &AppHandle) -> tauri::Result<()> {
    let mut menu = MenuBuilder::new(app);
    for (title, entries) in ENTRIES {
        let mut submenu = SubmenuBuilder::new(app, *title);
        for (id, words, keys) in *entries {
            submenu =
                if *id == "|" { submenu.separator() } else { submenu.item(&entry(app, id, words, *keys)?) };
        }
        menu = menu.item(&submenu.build()?);
        if cfg!(target_os = "macos") && *title == "File" {
            menu = menu.item(&edit_menu(app)?);
        }
    }
    let menu: Menu<Wry> = menu.build()?;
    app.set_menu(menu)?;
    Ok(())
}

fn entry(app: &AppHandle, id: &str, words: &str, keys: Option<&str>) -> tauri::Result<MenuItem<Wry>> {
    let item = MenuItemBuilder::with_id(id, words);
    match keys {
        Some(keys) => item.accelerator(keys).build(app),
        None => item.build(app),
    }
}

/// macOS gives text fields their shortcuts only through this menu; elsewhere the web view has them itself.
fn edit_menu(app: &AppHandle) -> tauri::Result<tauri::menu::Submenu<Wry>> {
    SubmenuBuilder::new(app, "Edit")
        .item(&PredefinedMenuItem::undo(app, None)?)
        .item(&PredefinedMenuItem::redo(app, None)?)
        .separator()
        .item(&PredefinedMenuItem::cut(app, None)?)
        .item(&PredefinedMenuItem::copy(app, None)?)
        .item(&PredefinedMenuItem::paste(app, None)?)
        .item(&PredefinedMenuItem::select_all(app, None)?)
        .build()
}

/// An entry was chosen.
pub fn chosen(app: &AppHandle, id: &str) {
    // Quitting goes the same way as closing the window, so that the draft is saved.
    if id == "quit" {
        if let Some(window) = tauri::Manager::get_webview_window(app, crate::window::MAIN) {
            let _ = window.close();
        }
        return;
    }
    let _ = app.emit("menu", id);
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_and_shortcuts_are_used_once() {
        let mut seen = HashSet::new();
        for (id, _, keys) in
            ENTRIES.iter().flat_map(|(_, entries)| entries.iter()).filter(|(id, ..)| *id != "|")
        {
            assert!(seen.insert((*id).to_owned()), "{id} twice");
            if let Some(keys) = keys {
                assert!(seen.insert((*keys).to_owned()), "{keys} twice");
            }
        }
    }
}
