//! `cargo xtask bench checkers`: time and memory of `phrase-check` beside other checkers of English prose, each
//! started as a user starts it, on the same texts.
//!
//! - [`checkers`] which ones, and how they are started
//! - [`texts`] what they read
//! - [`trial`] one run of a program, timed or watched
//! - [`report`] the figures as a table

mod checkers;
mod report;
mod texts;
mod trial;

use std::{fs, path::Path, time::Duration};

use self::{
    checkers::Checker,
    report::{Measured, Row},
    texts::Text,
    trial::Ending,
};
use crate::{
    benchmarks_page::{self, Part},
    checkout::Checkout,
    error::TaskError,
    machine, process,
};

/// A run that takes longer is ended.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn checker_bench(checkout: &Checkout) -> Result<(), TaskError> {
    process::run(checkout.cargo().args(["build", "--release", "--package", "phrase-check"]))?;
    // Inside the target folder: `cargo clean` removes it with the rest.
    let scratch = checkout.target().join("checkers");
    fs::create_dir_all(&scratch).map_err(|source| TaskError::File { path: scratch.clone(), source })?;
    let (others, remarks) = checkers::others(checkout, &scratch);
    let checkers: Vec<Checker> = checkers::ours(checkout).into_iter().chain(others).collect();
    let texts = texts::write(&scratch)?;

    let mut rows = Vec::new();
    for text in &texts {
        rows.extend(compare(&checkers, text, &scratch)?);
    }
    let on = [vec![machine::describe(checkout)], remarks].concat().join("; ");
    let figures = report::report(&on, &rows);
    println!("\n{figures}\n");
    benchmarks_page::write(checkout, Part::Checkers, &figures)?;
    println!("The figures are in {}", benchmarks_page::path(checkout).display());
    Ok(())
}

/// Lets all checkers read a text, in turn, so that whatever else the machine does falls on each alike.
fn compare(checkers: &[Checker], text: &Text, scratch: &Path) -> Result<Vec<Row>, TaskError> {
    let mut entered = Vec::new();
    for checker in checkers {
        let Some(file) = text.file(checker.reads) else { continue };
        println!("{}: {}", text.name, checker.name);
        let measured = first_run(checker, file, scratch).unwrap_or_else(|error| {
            eprintln!("{} is not measured: {error}", checker.name);
            Measured::Failed
        });
        entered.push((checker, file, measured));
    }
    for _ in 0..text.rounds {
        for (checker, file, measured) in &mut entered {
            let Measured::Times { taken, .. } = measured else { continue };
            match trial::timed(checker.on(file, scratch), PATIENCE)? {
                Ending::Ended { took, .. } => taken.push(took),
                Ending::TookTooLong => *measured = Measured::TookTooLong(PATIENCE),
            }
        }
    }
    let row = |(checker, _, measured): (&Checker, &str, Measured)| Row {
        text: text.name,
        words: text.words,
        checker: checker.name,
        measured,
    };
    Ok(entered.into_iter().map(row).collect())
}

/// The run that warms the disk's cache. Looking at its memory slows it, and its time is not counted.
fn first_run(checker: &Checker, file: &str, scratch: &Path) -> Result<Measured, TaskError> {
    let (ending, peak_kib) = trial::watched(checker.on(file, scratch), PATIENCE)?;
    match ending {
        Ending::TookTooLong => Ok(Measured::TookTooLong(PATIENCE)),
        Ending::Ended { report, .. } if !report.contains(checker.sign) => {
            Err(TaskError::NotChecked { program: checker.name, last_words: last_lines(&report, 20) })
        }
        Ending::Ended { .. } => Ok(Measured::Times { taken: Vec::new(), peak_kib }),
    }
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_report_the_end_is_shown() {
        assert_eq!(last_lines("one\ntwo\nthree\n", 2), "two\nthree");
        assert_eq!(last_lines("one", 2), "one");
        assert_eq!(last_lines("", 2), "");
    }
}
