//! Displays, drivers, windows: how a test gets hold of the real window, and lets go of it whatever happens.

pub mod axe;
mod chance;
mod display;
mod driver;
mod keys;
mod polite;
mod process;
mod profile;
mod thing;
mod turns;
mod window;

pub use chance::Chance;
pub use profile::Profile;
pub use thing::*;
pub use window::Window;

use std::{
    thread,
    time::{Duration, Instant},
};

/// How long a test waits for anything before it fails. Generous: a busy machine is slow, not broken.
pub const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Looks until there is something, or gives up.
pub fn poll<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let until = Instant::now() + patience;
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if Instant::now() >= until {
            return None;
        }
        thread::sleep(LOOK_AGAIN);
    }
}
