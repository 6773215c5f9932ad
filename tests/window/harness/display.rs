//! A display of its own for each test.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use super::process::Started;

/// A virtual X server.
#[derive(Debug)]
pub struct Display {
    _server: Started,
    name: String,
}

impl Display {
    /// Starts a server on the first free display.
    pub fn start() -> Self {
        let mut server = Started::start(
            Command::new("Xvfb")
                // Without -noreset it starts over whenever its last window is gone, and turns away the next one meanwhile.
                .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
            "xvfb",
        );
        let stdout = server.child().stdout.take().expect("it is piped");
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb says which display it opened");
        assert!(!number.trim().is_empty(), "Xvfb ended without opening a display");
        Display { _server: server, name: format!(":{}", number.trim()) }
    }

    /// What `DISPLAY` is set to.
    pub fn name(&self) -> &str {
        &self.name
    }
}
