//! Whether there is a screen, and one that nobody looks at for tests and pictures.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::{error::TaskError, process};

/// Refuses a task that would open a window where there is nothing to open it on.
pub fn require(task: &'static str) -> Result<(), TaskError> {
    if cfg!(target_os = "linux") && !present(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
    {
        return Err(TaskError::NoDisplay { task });
    }
    Ok(())
}

/// Whether an X display is there already. Wayland alone will not do: the test driver speaks to X windows.
pub fn has_x() -> bool {
    env::var_os("DISPLAY").is_some_and(|value| !value.is_empty())
}

fn present(set: impl Fn(&str) -> bool) -> bool {
    set("WAYLAND_DISPLAY") || set("DISPLAY")
}

/// A running virtual screen; ends when dropped.
#[derive(Debug)]
pub struct VirtualScreen {
    server: Child,
    name: String,
}

impl VirtualScreen {
    /// Starts one on a free display number, and returns when it takes connections.
    pub fn start() -> Result<Self, TaskError> {
        let mut command = Command::new("Xvfb");
        // The server chooses a free number, writes it on descriptor 1 when it is ready, and keeps running between
        // one window's end and the next one's start.
        command.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut screen = VirtualScreen { server: process::start(&mut command)?, name: String::new() };
        let stdout = screen.server.stdout.take().expect("it was asked for above");
        let mut number = String::new();
        let unread = |source| TaskError::Unread { command: process::said(&command), source };
        BufReader::new(stdout).read_line(&mut number).map_err(unread)?;
        screen.name = display_name(&number).ok_or(TaskError::ScreenEnded)?;
        Ok(screen)
    }

    /// Makes a program open its windows here.
    pub fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    }
}

impl Drop for VirtualScreen {
    fn drop(&mut self) {
        // Asked to end, it removes its lock and socket; killed, it would leave them for ever.
        let asked = Command::new("kill").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            // It may have ended by itself; either way there is nothing more to do about it.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// `99` and a line's end → `:99`.
fn display_name(number: &str) -> Option<String> {
    let number: u16 = number.trim().parse().ok()?;
    Some(format!(":{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_display_will_do() {
        assert!(present(|name| name == "DISPLAY"));
        assert!(present(|name| name == "WAYLAND_DISPLAY"));
        assert!(!present(|_| false));
    }

    #[test]
    fn the_server_names_its_display() {
        assert_eq!(display_name("99\n").as_deref(), Some(":99"));
        assert_eq!(display_name(""), None);
        assert_eq!(display_name("no\n"), None);
    }
}
