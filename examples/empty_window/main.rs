//! An empty Tauri window: what `cargo xtask bench start` holds Answerable's start and memory against.

fn main() {
    let app = tauri::Builder::default()
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "empty", tauri::WebviewUrl::App("index.html".into()))
                .title("Empty")
                .inner_size(1280.0, 820.0)
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!("examples/empty_window/tauri.conf.json"));
    match app {
        Ok(app) => app.run(|_, _| {}),
        Err(error) => eprintln!("the empty window could not be opened: {error}"),
    }
}
