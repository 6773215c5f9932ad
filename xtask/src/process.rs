//! Running other programs.

use std::{
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use crate::error::TaskError;

/// Runs a program with its output on ours.
pub fn run(command: &mut Command) -> Result<(), TaskError> {
    let status = command.status().map_err(|source| not_started(command, source))?;
    judge(command, status)
}

/// Runs a program with its output on ours, and shows each line that it prints to `watch` as well.
///
/// Its standard output is a pipe then, so programs leave their colours out.
pub fn run_watched(command: &mut Command, mut watch: impl FnMut(&str)) -> Result<(), TaskError> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| not_started(command, source))?;
    let stdout = child.stdout.take().expect("it was asked for above");
    let copied = each_line(stdout, |line| {
        let mut out = io::stdout().lock();
        out.write_all(line)?;
        out.flush()?;
        watch(&String::from_utf8_lossy(line));
        Ok(())
    });
    let status = child.wait();
    let unread = |source| TaskError::Unread { command: said(command), source };
    copied.map_err(unread)?;
    judge(command, status.map_err(unread)?)
}

/// Runs a program and returns what it prints; nothing of it is shown. A failure is a result too: package managers
/// say so that something is not installed.
pub fn ask(command: &mut Command) -> Result<(bool, String), TaskError> {
    let output = command.stdin(Stdio::null()).output().map_err(|source| not_started(command, source))?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// The command as one would type it: the program's name without its folder.
pub fn said(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

fn each_line(from: impl io::Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    loop {
        line.clear();
        if from.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        take(&line)?;
    }
}

fn judge(command: &Command, status: ExitStatus) -> Result<(), TaskError> {
    if status.success() {
        return Ok(());
    }
    Err(TaskError::Failed { command: said(command), code: status.code() })
}

fn not_started(command: &Command, source: io::Error) -> TaskError {
    let program = command.get_program().to_string_lossy().into_owned();
    TaskError::NotStarted { hint: hint(&program), program, source }
}

/// Where a program that is not there comes from.
fn hint(program: &str) -> &'static str {
    match program {
        "node" | "npm" | "npm.cmd" => {
            "It is part of Node.js, which the window's UI is built with too: install 20.19, 22.12 or any newer \
             release, from nodejs.org or with your version manager, and try again."
        }
        "xcode-select" => "It comes with macOS.",
        _ => "Is it installed, and on the PATH?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_one_by_one_whatever_their_end() {
        let mut seen = Vec::new();
        each_line(&b"one\n\n\xfftwo"[..], |line| {
            seen.push(line.to_owned());
            Ok(())
        })
        .unwrap();
        assert_eq!(seen, [&b"one\n"[..], b"\n", b"\xfftwo"]);
    }

    #[test]
    fn a_missing_program_is_named_with_a_hint() {
        let message = run(&mut Command::new("no-such-program-anywhere")).unwrap_err().to_string();
        assert!(message.starts_with("'no-such-program-anywhere' could not be started"), "{message}");
        assert!(message.ends_with("Is it installed, and on the PATH?"), "{message}");
        assert!(hint("node").contains("20.19"));
    }

    #[test]
    fn a_failure_says_what_failed_and_how() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["no-such-command"]).stderr(Stdio::null());
        let message = run(&mut command).unwrap_err().to_string();
        assert!(message.ends_with("'cargo no-such-command' failed (exit status 101)"), "{message}");
    }
}
