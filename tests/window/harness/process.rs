//! Processes that end with the test that started them, also when it panics.

use std::{
    fs,
    process::{Child, Command},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};

use super::poll;

const GRACE: Duration = Duration::from_secs(2);

/// A process we started.
#[derive(Debug)]
pub struct Started(Child);

impl Started {
    /// Starts it. `package` is what to install when the program is not there.
    pub fn start(command: &mut Command, package: &str) -> Self {
        match command.spawn() {
            Ok(child) => Started(child),
            Err(error) => panic!(
                "{} could not be started ({error}). The tests of the window need it: install the package {package}.",
                command.get_program().to_string_lossy()
            ),
        }
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.0)
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        // Asked first: an X server that is killed leaves its socket behind.
        let _ = kill_process(self.pid(), Signal::TERM);
        if poll(GRACE, || self.0.try_wait().ok().flatten()).is_none() {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}

/// Whether anything of a process runs. One that has ended and is not yet collected does not, once its last thread is
/// gone: until then it holds its files and locks.
pub fn runs(pid: Pid) -> bool {
    let threads = || fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).map_or(0, Iterator::count);
    stat(pid).is_some_and(|(_, state, _)| state != 'Z' || threads() > 1)
}

/// The running child of a process with this program name.
pub fn child_of(parent: Pid, name: &str) -> Option<Pid> {
    fs::read_dir("/proc").ok()?.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).find_map(
        |id: i32| {
            let pid = Pid::from_raw(id)?;
            let (program, state, of) = stat(pid)?;
            (of == parent.as_raw_nonzero().get() && program == name && state != 'Z').then_some(pid)
        },
    )
}

/// Program name, state and parent, from `/proc/PID/stat`: `12 (name) S 1 …`.
fn stat(pid: Pid) -> Option<(String, char, i32)> {
    let line = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    let (start, rest) = line.rsplit_once(')')?;
    let name = start.split_once('(')?.1.to_owned();
    let mut fields = rest.split_whitespace();
    Some((name, fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
