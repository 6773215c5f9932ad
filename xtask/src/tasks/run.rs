//! `cargo xtask run`: from a fresh machine to an open window.

use std::ffi::OsString;

use crate::{
    checkout::Checkout,
    display,
    error::TaskError,
    process,
    setup::{self, Purpose},
};

pub fn run(checkout: &Checkout, release: bool, arguments: &[OsString]) -> Result<(), TaskError> {
    // First, so that nobody waits minutes for a build to hear that there is no screen.
    display::require("run")?;
    setup::prepare(checkout, Purpose::Build)?;
    setup::build_ui(checkout)?;
    let mut command = checkout.cargo();
    command.args(["run", "--package", "answerable"]);
    if release {
        command.arg("--release");
    }
    process::run(command.arg("--").args(arguments))
}
