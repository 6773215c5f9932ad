//! Prepares the window: a placeholder page when the UI is not built yet, and a permission for each of our commands.

use std::{fs, path::Path};

/// Every command the window may call; `src/commands/mod.rs` registers the same list, and a test holds them together.
const COMMANDS: &[&str] = &include!("src/commands/names.in");

fn main() {
    placeholder_page();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the window's build failed: {error:#}");
    }
    println!("cargo:rerun-if-changed=src-tauri/src/commands/names.in");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
}

/// A fresh clone compiles before the UI was ever built; the page says how to build it.
fn placeholder_page() {
    let page = Path::new("ui/dist/index.html");
    if page.exists() {
        return;
    }
    let text = "<!doctype html><title>Answerable</title><p>The window is not built yet: run <code>cargo xtask run</code>.</p>\n";
    if let Err(error) = fs::create_dir_all("ui/dist").and_then(|()| fs::write(page, text)) {
        println!("cargo:warning=ui/dist/index.html could not be written: {error}");
    }
}
