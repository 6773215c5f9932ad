//! How each check went, as a table at the end.

use std::{fmt, time::Duration};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    /// One before it failed.
    NotRun,
}

impl fmt::Display for Outcome {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::NotRun => "not run",
        })
    }
}

/// A check in the table.
#[derive(Debug)]
pub struct Row {
    pub name: &'static str,
    pub outcome: Outcome,
    pub took: Duration,
}

impl Row {
    /// A check that was run.
    pub fn new<T, E>(name: &'static str, result: &Result<T, E>, took: Duration) -> Self {
        Row { name, outcome: if result.is_ok() { Outcome::Passed } else { Outcome::Failed }, took }
    }
}

/// The rows, with the whole time at the end.
pub fn table(rows: &[Row]) -> String {
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| match row.outcome {
            Outcome::NotRun => format!("{:<9} {}", row.name, row.outcome),
            _ => format!("{:<9} {:<8}{:>8}", row.name, row.outcome, said(row.took)),
        })
        .collect();
    let whole = rows.iter().map(|row| row.took).sum();
    lines.push(format!("{:<9} {:<8}{:>8}", "in all", "", said(whole)));
    lines.join("\n")
}

/// `0.4 s`, `59.9 s`, `2 m 05 s`
fn said(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    if tenths < 600 {
        return format!("{}.{} s", tenths / 10, tenths % 10);
    }
    let seconds = time.as_secs();
    format!("{} m {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_how_each_check_went() {
        let rows = [
            Row::new("fmt", &Ok::<(), ()>(()), Duration::from_millis(840)),
            Row::new("clippy", &Err::<(), ()>(()), Duration::from_secs(125)),
            Row { name: "test", outcome: Outcome::NotRun, took: Duration::ZERO },
        ];
        let expected = "\
fmt       passed     0.8 s
clippy    failed  2 m 05 s
test      not run
in all            2 m 05 s";
        assert_eq!(table(&rows), expected);
    }

    #[test]
    fn times_are_said_shortly() {
        let check = |millis: u64, expected: &str| assert_eq!(said(Duration::from_millis(millis)), expected);
        check(0, "0.0 s");
        check(59_999, "59.9 s");
        check(60_000, "1 m 00 s");
        check(3_725_000, "62 m 05 s");
    }
}
