//! Whether there is a screen to open a window on. Tests and pictures bring their own.

use std::env;

use crate::error::TaskError;

/// Refuses a task that would open a window where there is nothing to open it on.
pub fn require(task: &'static str) -> Result<(), TaskError> {
    if cfg!(target_os = "linux") && !present(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
    {
        return Err(TaskError::NoDisplay { task });
    }
    Ok(())
}

fn present(set: impl Fn(&str) -> bool) -> bool {
    set("WAYLAND_DISPLAY") || set("DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_display_will_do() {
        assert!(present(|name| name == "WAYLAND_DISPLAY"));
        assert!(present(|name| name == "DISPLAY"));
        assert!(!present(|_| false));
    }
}
