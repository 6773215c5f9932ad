//! One run of a program, from its start to its end, with its report read through a pipe as a script reads it.

use std::{
    io::{self, Read},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use crate::{error::TaskError, memory::Peak, process};

/// Between two looks at a program's memory.
const LOOK: Duration = Duration::from_micros(250);

/// How a run ended.
#[derive(Debug)]
pub enum Ending {
    /// By itself.
    Ended {
        took: Duration,
        /// Everything that it printed.
        report: String,
    },
    /// By us, after the time that it was given.
    TookTooLong,
}

/// Runs a program against the clock.
pub fn timed(mut command: Command, patience: Duration) -> Result<Ending, TaskError> {
    let run = Run::start(&mut command)?;
    let report = run.report.recv_timeout(patience);
    run.end(&command, report)
}

/// Runs a program and looks at its memory all the while: the most that its largest process has held, in KiB, where the
/// system tells.
pub fn watched(mut command: Command, patience: Duration) -> Result<(Ending, Option<u64>), TaskError> {
    let run = Run::start(&mut command)?;
    let mut peak = Peak::of(run.child.id());
    let report = loop {
        peak.look();
        match run.report.recv_timeout(LOOK) {
            Err(RecvTimeoutError::Timeout) if run.began.elapsed() < patience => {}
            report => break report,
        }
    };
    Ok((run.end(&command, report)?, peak.kib()))
}

/// A program under way.
struct Run {
    child: Child,
    began: Instant,
    /// Comes when the program has closed its output, which it does when it ends.
    report: Receiver<io::Result<Vec<u8>>>,
}

impl Run {
    fn start(command: &mut Command) -> Result<Self, TaskError> {
        let unread = |source| TaskError::Unread { command: process::said(command), source };
        // Some report on standard output, some on standard error.
        let (mut reader, writer) = io::pipe().map_err(unread)?;
        let errors = writer.try_clone().map_err(unread)?;
        let (give, report) = channel();
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let result = reader.read_to_end(&mut bytes).map(|_| bytes);
            // Nobody waits any longer for one that took too long.
            let _ = give.send(result);
        });
        command.stdin(Stdio::null()).stdout(writer).stderr(errors);
        let began = Instant::now();
        let child = command.spawn();
        // Our own ends of the pipe would keep it open.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let child = child.map_err(|source| TaskError::NotStarted {
            program: process::said(command),
            hint: "",
            source,
        })?;
        Ok(Run { child, began, report })
    }

    fn end(
        mut self,
        command: &Command,
        report: Result<io::Result<Vec<u8>>, RecvTimeoutError>,
    ) -> Result<Ending, TaskError> {
        let unread = |source| TaskError::Unread { command: process::said(command), source };
        let Ok(report) = report else {
            // It may just have ended by itself; then there is nothing to end.
            let _ = self.child.kill();
            let _ = self.child.wait();
            return Ok(Ending::TookTooLong);
        };
        self.child.wait().map_err(unread)?;
        let took = self.began.elapsed();
        let report = String::from_utf8_lossy(&report.map_err(unread)?).into_owned();
        Ok(Ending::Ended { took, report })
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_outputs_are_read_and_the_exit_status_is_not() {
        let ending = timed(shell("echo out; echo err >&2; exit 3"), Duration::from_secs(60)).unwrap();
        let Ending::Ended { report, .. } = ending else { panic!("{ending:?}") };
        assert_eq!(report, "out\nerr\n");
    }

    #[test]
    fn a_run_that_takes_too_long_is_ended() {
        let endless = || shell("exec cat /dev/zero >/dev/null");
        let patience = Duration::from_millis(20);
        assert!(matches!(timed(endless(), patience).unwrap(), Ending::TookTooLong));
        let (ending, peak) = watched(endless(), patience).unwrap();
        assert!(matches!(ending, Ending::TookTooLong));
        assert_eq!(peak.is_some(), cfg!(target_os = "linux"));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let message = timed(Command::new("no-such-program"), Duration::from_secs(1)).unwrap_err().to_string();
        assert!(message.contains("no-such-program"), "{message}");
    }
}
