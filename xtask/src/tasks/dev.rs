//! `cargo xtask dev`: the app with the UI's own server, which shows each saved change at once.

use std::process::Command;

use crate::{
    checkout::Checkout,
    display,
    error::TaskError,
    process,
    setup::{self, Purpose},
};

pub fn dev(checkout: &Checkout) -> Result<(), TaskError> {
    display::require("dev")?;
    setup::prepare(checkout, Purpose::Build)?;
    let program = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = Command::new(checkout.ui().join("node_modules/.bin").join(program));
    // It builds without the embedded UI (`--no-default-features`) and starts `npm run dev` beside it.
    process::run(command.arg("dev").current_dir(checkout.root()))
}
