//! `cargo xtask screens`: pictures of the rooms, taken of the real window.

use std::{env, fs, path::Path};

use crate::{
    checkout::Checkout,
    error::TaskError,
    process,
    setup::{self, Purpose, System},
};

pub fn screens(checkout: &Checkout, out: Option<&Path>) -> Result<(), TaskError> {
    if !System::of_this_machine().drives_windows() {
        return Err(TaskError::LinuxOnly);
    }
    let out = match out {
        Some(out) => env::current_dir().unwrap_or_default().join(out),
        None => checkout.screens(),
    };
    fs::create_dir_all(&out).map_err(|source| TaskError::File { path: out.clone(), source })?;
    setup::prepare(checkout, Purpose::WindowTests)?;
    setup::build_ui(checkout)?;

    let mut command = checkout.cargo();
    // The whole workspace, so that it is the same build as that of the tests. They bring a screen of their own:
    // pictures must not depend on whose desktop they were taken on.
    command.args(["test", "--workspace", "--test", "window", "--", "screens", "--ignored", "--nocapture"]);
    command.env("ANSWERABLE_SCREENS_DIR", &out);
    process::run(&mut command)?;
    println!("The pictures are in {}", out.display());
    Ok(())
}
