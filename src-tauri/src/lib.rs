//! The shell: one window, its menu, and a thin command for each use case of [`app`].
//!
//! - [`arguments`] what can be said on the command line
//! - [`commands`] one file a room; each validates little and calls one use case
//! - [`desk`] the thread that owns the open answers
//! - [`window`] the window, its size, theme and zoom
//! - [`menu`] the native menu
//! - [`error`] the one mapping from errors to what the window is told

pub mod arguments;
pub mod bindings;
pub mod commands;
pub mod desk;
pub mod display;
pub mod error;
pub mod menu;
pub mod window;

use std::process::ExitCode;

use tauri::Manager;

use crate::{arguments::Options, commands::questions::ExportFolder, desk::Desk};

/// Opens the window and returns when it is closed.
pub fn run(options: Options) -> ExitCode {
    if let Err(error) = display::ready() {
        eprintln!("answerable: {error}");
        return ExitCode::from(3);
    }
    let commands = bindings::commands();
    let own_folder = options.data_dir.is_none();
    let mut builder = tauri::Builder::default();
    if own_folder {
        // A second start shows the first window. The lock file below is what keeps two from writing.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)));
    }
    let built = builder
        .invoke_handler(commands.invoke_handler())
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(window::on_event)
        .setup(move |app| {
            let dir = match &options.data_dir {
                Some(dir) => dir.clone(),
                None => app.path().app_data_dir()?,
            };
            app.handle().plugin(window::remembered_state(&dir))?;
            app.manage(ExportFolder(match (&options.data_dir, app.path().download_dir()) {
                (None, Ok(downloads)) => downloads,
                _ => dir.join("exports"),
            }));
            app.manage(Desk::open(dir, options.clock()));
            menu::install(app.handle())?;
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("answerable: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
