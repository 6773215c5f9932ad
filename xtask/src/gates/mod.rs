//! The checks of `cargo xtask test`, in order.
//!
//! The UI comes before everything that compiles the shell, so that what is compiled embeds it and is compiled once.
//! Clippy and the tests choose the same features for the same packages, and the documentation reuses what clippy read.

mod cargo_tests;
mod summary;
mod totals;

use std::{
    env,
    time::{Duration, Instant},
};

use crate::{
    checkout::Checkout,
    error::TaskError,
    process,
    setup::{self, Purpose},
};
use summary::{Outcome, Row};
use totals::Totals;

/// Which checks are wanted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Leave out the tests that open a window.
    pub quick: bool,
    /// These alone; empty for all.
    pub only: Vec<&'static str>,
}

/// One check.
struct Gate {
    name: &'static str,
    heading: &'static str,
    /// What to do when it fails.
    remedy: &'static str,
    check: fn(&mut Session) -> Result<(), TaskError>,
}

/// What the checks share.
struct Session<'a> {
    checkout: &'a Checkout,
    /// Leave out the tests that open a window.
    quick: bool,
    totals: Totals,
}

const GATES: &[Gate] = &[
    Gate {
        name: "fmt",
        heading: "Rust is formatted",
        remedy: "Run: cargo fmt --all",
        check: |session| process::run(session.checkout.cargo().args(["fmt", "--all", "--check"])),
    },
    Gate {
        name: "ui-lint",
        heading: "The UI is formatted and keeps its rules (prettier, eslint)",
        remedy: "For the format, run 'npm run format' in ui/; the rest is named above with its file and line.",
        check: |session| process::run(session.checkout.npm().args(["run", "--silent", "lint"])),
    },
    Gate {
        name: "ui-types",
        heading: "The UI's types agree (svelte-check)",
        remedy: "Mend what is named above. If it is in lib/ipc, a command has changed its types.",
        check: |session| process::run(session.checkout.npm().args(["run", "--silent", "check"])),
    },
    Gate {
        name: "ui-test",
        heading: "The UI's tests (vitest)",
        remedy: "To run one again: npm run test -- NAME, in ui/.",
        check: |session| {
            let mut command = session.checkout.npm();
            command.args(["run", "--silent", "test"]);
            process::run_watched(&mut command, |line| session.totals.read_vitest(line))
        },
    },
    Gate {
        name: "ui-build",
        heading: "The UI is built (vite)",
        remedy: "Mend what is named above.",
        check: |session| setup::build_ui(session.checkout),
    },
    Gate {
        name: "clippy",
        heading: "Rust without warnings (clippy)",
        remedy: "Mend what is named above; warnings count.",
        check: |session| {
            let mut command = session.checkout.cargo();
            command
                .args(["clippy", "--workspace", "--all-targets"])
                .args(locked())
                .args(["--", "-D", "warnings"]);
            process::run(&mut command)
        },
    },
    Gate {
        name: "test",
        heading: "Rust's tests, and the real window",
        remedy: "The failures are listed above. To run one again: cargo test -p PACKAGE NAME",
        check: cargo_tests::check,
    },
    Gate {
        name: "doc",
        heading: "Every public item is documented (rustdoc)",
        remedy: "Mend what is named above; warnings count.",
        check: |session| {
            let mut command = session.checkout.cargo();
            command
                .args(["doc", "--workspace", "--no-deps"])
                .args(locked())
                .env("RUSTDOCFLAGS", "-D warnings");
            process::run(&mut command)
        },
    },
];

const SETUP_REMEDY: &str = "Mend that and run it again; what is installed already is not installed twice.";

/// The names of the checks, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    GATES.iter().map(|gate| gate.name)
}

/// Runs the chosen checks up to the first that fails, and says how it went.
pub fn test(checkout: &Checkout, choice: &Choice) -> Result<(), TaskError> {
    let chosen: Vec<&Gate> =
        GATES.iter().filter(|gate| choice.only.is_empty() || choice.only.contains(&gate.name)).collect();
    let mut session = Session { checkout, quick: choice.quick, totals: Totals::default() };
    let mut rows = Vec::new();

    let started = Instant::now();
    heading("setup", "What the build needs");
    let purpose = if choice.quick { Purpose::Build } else { Purpose::WindowTests };
    let mut outcome =
        setup::prepare(checkout, purpose).map_err(|source| failed("setup", SETUP_REMEDY, source));
    rows.push(Row::new("setup", &outcome, started.elapsed()));

    for gate in chosen {
        if outcome.is_err() {
            rows.push(Row { name: gate.name, outcome: Outcome::NotRun, took: Duration::ZERO });
            continue;
        }
        heading(gate.name, gate.heading);
        let started = Instant::now();
        outcome = (gate.check)(&mut session).map_err(|source| failed(gate.name, gate.remedy, source));
        rows.push(Row::new(gate.name, &outcome, started.elapsed()));
    }

    println!("\n{}", summary::table(&rows));
    if let Err(error) = &outcome {
        println!("\n{error}");
    }
    if let Some(line) = session.totals.line() {
        println!("\n{line}");
    }
    outcome
}

fn failed(name: &'static str, remedy: &'static str, source: TaskError) -> TaskError {
    TaskError::Gate { name, remedy, source: Box::new(source) }
}

fn heading(name: &str, words: &str) {
    println!("\n=== {name}: {words}");
}

/// On a build server the lock file is what was committed, or the check fails; at home cargo may complete it.
fn locked() -> Option<&'static str> {
    env::var_os("CI").is_some().then_some("--locked")
}
