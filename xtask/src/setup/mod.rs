//! What a fresh machine needs before anything can be built. Each step looks first and does nothing when all is there.

mod node;
mod packages;
mod system;
mod ui;

use crate::{checkout::Checkout, error::TaskError};

pub use packages::Purpose;
pub use system::System;
pub use ui::build as build_ui;

/// System packages, Node.js, and the UI's own packages.
pub fn prepare(checkout: &Checkout, purpose: Purpose) -> Result<(), TaskError> {
    packages::ensure(System::of_this_machine(), purpose)?;
    node::check()?;
    ui::install(checkout)
}
