//! `cargo xtask bench start`: how long the release build takes to show its first question, and what it holds in
//! memory when idle, beside an empty Tauri window in the same run.
//!
//! Nothing in the app takes part: a virtual screen keeps its pixels in a file, and the clock stops when the words of
//! the page are in it.

mod screen;

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use self::screen::{Region, Screen};
use crate::{
    checkout::Checkout,
    error::TaskError,
    median::median,
    memory, process,
    setup::{self, Purpose, System},
};

/// Starts of each program; the first of each warms the disk's cache and is not counted.
const ROUNDS: usize = 9;
/// How long a window is left alone before its memory is read.
const IDLE: Duration = Duration::from_secs(4);
/// A start that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks at the screen.
const LOOK: Duration = Duration::from_millis(2);
/// Where both windows have their words: right of the sidebar, under a menu bar.
const WORDS: Region = Region { left: 300, top: 60, right: 1280, bottom: 700 };
/// Dark pixels from which on there are words: a line of a question has thousands.
const INK: usize = 400;

/// One window that was started.
struct Start {
    words_after: Duration,
    idle_kib: u64,
}

pub fn start_bench(checkout: &Checkout) -> Result<(), TaskError> {
    if !System::of_this_machine().drives_windows() {
        return Err(TaskError::LinuxOnly);
    }
    setup::prepare(checkout, Purpose::WindowTests)?;
    setup::build_ui(checkout)?;
    process::run(checkout.cargo().args([
        "build",
        "--release",
        "--bin",
        "answerable",
        "--example",
        "empty_window",
    ]))?;
    let release = checkout.target().join("release");
    let scratch = std::env::temp_dir().join(format!("answerable-start-{}", std::process::id()));
    let screen = Screen::open(&scratch.join("screen"))?;

    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let data = scratch.join(format!("data-{round}"));
        let mut answerable = Command::new(release.join("answerable"));
        let ours_now = time(&screen, answerable.arg("--data-dir").arg(&data))?;
        let empty_now = time(&screen, &mut Command::new(release.join("examples/empty_window")))?;
        if round > 0 {
            ours.push(ours_now);
            empty.push(empty_now);
        }
    }
    drop(screen);
    remove(&scratch);
    println!("{}", report(&ours, &empty));
    Ok(())
}

fn time(screen: &Screen, command: &mut Command) -> Result<Start, TaskError> {
    let program = process::said(command);
    screen
        .wait_until(PATIENCE, LOOK, |pixels| pixels.dark_in(WORDS) < INK)
        .ok_or(TaskError::NothingShown { program: program.clone() })?;
    let began = Instant::now();
    let child = command
        .env("DISPLAY", screen.display())
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .spawn()
        .map_err(|source| TaskError::NotStarted { program: program.clone(), hint: "", source })?;
    let running = Running(child);
    screen
        .wait_until(PATIENCE, LOOK, |pixels| pixels.dark_in(WORDS) >= INK)
        .ok_or(TaskError::NothingShown { program })?;
    let words_after = began.elapsed();
    thread::sleep(IDLE);
    Ok(Start { words_after, idle_kib: memory::of_family(running.0.id()) })
}

/// A started program, ended when it is done with.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn report(ours: &[Start], empty: &[Start]) -> String {
    let milliseconds = |start: &Start| start.words_after.as_secs_f64() * 1000.0;
    let mebibytes = |start: &Start| start.idle_kib as f64 / 1024.0;
    let row = |what: &str, unit: &str, figure: &dyn Fn(&Start) -> f64| {
        let (a, b) = (median(ours.iter().map(figure)), median(empty.iter().map(figure)));
        format!("{what:<28}{a:>10.0} {unit:<4}{b:>10.0} {unit:<4}{:>8.2}", a / b)
    };
    [
        format!(
            "{:<28}{:>15}{:>15}{:>8}",
            format!("median of {} starts", ours.len()),
            "Answerable",
            "empty window",
            "ratio"
        ),
        row("words on the screen after", "ms", &milliseconds),
        row("memory when idle (PSS)", "MiB", &mebibytes),
    ]
    .join("\n")
}

fn remove(scratch: &Path) {
    // Only a few small files in the system's temporary folder; it clears them itself if this fails.
    let _ = std::fs::remove_dir_all(scratch);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_holds_both_windows_and_their_ratio() {
        let start = |ms, kib| Start { words_after: Duration::from_millis(ms), idle_kib: kib };
        let text = report(&[start(600, 204_800)], &[start(400, 102_400)]);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[1][5..], ["600", "ms", "400", "ms", "1.50"]);
        assert_eq!(lines[2][4..], ["200", "MiB", "100", "MiB", "2.00"]);
    }
}
