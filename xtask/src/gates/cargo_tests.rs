//! Running Rust's tests: all of them, or all but those that open a window.

use std::path::Path;

use super::{Session, locked};
use crate::{
    checkout::{self, Checkout},
    error::TaskError,
    process,
    setup::{self, System},
};

/// The test program whose tests open a window. Each brings its own screen.
const WINDOW_TESTS: &str = "window";

pub fn check(session: &mut Session) -> Result<(), TaskError> {
    // With `--only test` nothing has built it yet; the tests look at the window that is embedded.
    setup::build_ui(session.checkout)?;
    if !session.quick {
        if !System::of_this_machine().drives_windows() {
            println!("The tests of the real window are left out: their driver is there on Linux only.");
        }
        return run(session, &[]);
    }
    // What is wanted can only be named, and cargo takes no doctests beside anything named.
    let mut named = vec!["--lib".to_owned(), "--bins".to_owned()];
    for name in windowless(&test_files(session.checkout)?) {
        named.extend(["--test".to_owned(), name]);
    }
    run(session, &named)?;
    run(session, &["--doc".to_owned()])
}

fn run(session: &mut Session, which: &[String]) -> Result<(), TaskError> {
    let mut command = session.checkout.cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]).args(locked()).args(which);
    process::run_watched(&mut command, |line| session.totals.read_cargo(line))?;
    if session.totals.cargo_ran() { Ok(()) } else { Err(TaskError::NoTests) }
}

/// The names of all integration tests of the workspace.
fn test_files(checkout: &Checkout) -> Result<Vec<String>, TaskError> {
    let mut names = Vec::new();
    for package in checkout.packages()? {
        for path in checkout::children(&package.join("tests"))? {
            names.extend(test_name(&path));
        }
    }
    Ok(names)
}

/// `tests/name.rs` and `tests/name/main.rs` are tests called `name`; anything else is not one.
fn test_name(path: &Path) -> Option<String> {
    let is_test = path.join("main.rs").is_file() || path.extension().is_some_and(|ending| ending == "rs");
    is_test.then(|| path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
}

fn windowless(names: &[String]) -> Vec<String> {
    names.iter().filter(|name| name.as_str() != WINDOW_TESTS).cloned().collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn integration_tests_are_found_by_their_files() {
        let root = tempfile::tempdir().unwrap();
        for file in [
            "tests/bindings.rs",
            "tests/window/main.rs",
            "tests/window/review.rs",
            "tests/reference/numbers.py",
            "crates/store/Cargo.toml",
            "crates/store/tests/crash.rs",
            "crates/notes/tests/not_a_package.rs",
            "question-bank/tests/builtin.rs",
        ] {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let names = test_files(&Checkout::at(root.path())).unwrap();
        assert_eq!(names, ["bindings", "window", "builtin", "crash"]);
        assert_eq!(windowless(&names), ["bindings", "builtin", "crash"]);
    }
}
