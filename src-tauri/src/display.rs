//! Whether there is a screen to open a window on. Asked before GTK is, which would end the program with a riddle.

/// There is nothing to draw on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set). \
     Start it from a desktop session, or under a virtual one: xvfb-run answerable"
)]
pub struct NoDisplay;

/// Checks that a window can be opened, and sets what some Linux graphics drivers need.
///
/// # Errors
/// [`NoDisplay`] on Linux without a display server.
pub fn ready() -> Result<(), NoDisplay> {
    if cfg!(target_os = "linux")
        && !any_display(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    {
        return Err(NoDisplay);
    }
    Ok(())
}

fn any_display(set: impl Fn(&str) -> bool) -> bool {
    set("WAYLAND_DISPLAY") || set("DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_display_will_do() {
        assert!(any_display(|name| name == "DISPLAY"));
        assert!(any_display(|name| name == "WAYLAND_DISPLAY"));
        assert!(!any_display(|_| false));
    }
}
