//! What can be asked for on the command line.

use std::{ffi::OsString, path::PathBuf};

use crate::gates::{self, Choice};

/// The text of `cargo xtask help`.
pub const HELP: &str = "\
Tasks of Answerable. Each first installs what it needs and is missing.

Usage: cargo xtask TASK

  run [--release] [-- ARGS]   build the app and open it; ARGS go to the app
  test                        every check, in order; stops at the first that fails
       --quick                without the tests that open a window
       --only CHECK           that check alone (may be given several times):
                              fmt, ui-lint, ui-types, ui-test, ui-build, clippy, test, doc
  dev                         the app with hot reload of the UI
  screens [--out DIR]         pictures of the rooms, into docs/screens or DIR
  bench                       the next three, into docs/benchmarks.md
  bench crates                benchmarks of every crate that has some
  bench checkers              time and memory of phrase-check beside other checkers of prose
  bench review                review beside Anki's backend, with 10,000 cards and 100,000 reviews
  bench start                 start and idle memory of the release build beside an empty window
  phrasing-report             how well the phrase check does on the labelled texts, and where it is wrong
       --half HALF            on that half alone: tune or test
       --set DIR              on the texts of a folder instead
       --errors N             with N of the worst mistakes of each kind; 10 unless said
  bank-report                 what is in the question bank: shares, lengths, near prompts, themes, spelling
  simulate-plan               how well answers are known on the day of an interview, by the rule that chose them
  phrasing-fit                weights of the phrase check, fitted on the tuning half
  help                        this text";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    /// Build and open the app.
    Run {
        release: bool,
        arguments: Vec<OsString>,
    },
    /// The checks.
    Test(Choice),
    Dev,
    Screens {
        /// None for `docs/screens`.
        out: Option<PathBuf>,
    },
    Bench(Benchmark),
    /// How well the phrase check does.
    PhrasingReport(Report),
    /// What is in the question bank.
    BankReport,
    /// What the plan of the day is worth.
    SimulatePlan,
    /// Fits the weights of the phrase check.
    PhrasingFit,
}

/// What the report is to be about.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// A folder of labelled texts; none for the project's own.
    pub set: Option<PathBuf>,
    /// Of the project's own texts; none for both.
    pub half: Option<&'static str>,
    /// How many of the worst mistakes of each kind; none for as many as the report likes.
    pub errors: Option<usize>,
}

/// The halves of the labelled texts.
const HALVES: [&str; 2] = ["tune", "test"];

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benchmark {
    /// The crates' benchmarks, the other checkers and Anki's backend: all that `docs/benchmarks.md` shows.
    All,
    /// Those of the crates alone.
    Crates,
    /// `phrase-check` beside other checkers.
    Checkers,
    /// Review beside Anki's backend.
    Review,
    /// The start of the window.
    Start,
}

/// Why the command line was not understood.
#[derive(Debug, thiserror::Error)]
pub enum ArgumentError {
    #[error("there is no task '{name}'; 'cargo xtask help' lists them")]
    UnknownTask { name: String },
    #[error("there is no check '{name}'; there are: {}", gates::names().collect::<Vec<_>>().join(", "))]
    UnknownCheck { name: String },
    #[error("there is no half '{name}'; there are: {}", HALVES.join(", "))]
    UnknownHalf { name: String },
    #[error("a set from outside has no halves: leave out --set or --half")]
    HalfOfSet,
    #[error("{0}; see 'cargo xtask help'")]
    Option(#[from] lexopt::Error),
}

/// Reads the arguments, without the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Task, ArgumentError> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};

    let mut parser = lexopt::Parser::from_args(arguments);
    let name = match parser.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    let mut task = match name.as_str() {
        "help" => Task::Help,
        "run" => Task::Run { release: false, arguments: Vec::new() },
        "test" => Task::Test(Choice::default()),
        "dev" => Task::Dev,
        "screens" => Task::Screens { out: None },
        "bench" => Task::Bench(Benchmark::All),
        "phrasing-report" => Task::PhrasingReport(Report::default()),
        "phrasing-fit" => Task::PhrasingFit,
        "bank-report" => Task::BankReport,
        "simulate-plan" => Task::SimulatePlan,
        _ => return Err(ArgumentError::UnknownTask { name }),
    };
    while let Some(argument) = parser.next()? {
        match (&mut task, argument) {
            (_, Long("help") | Short('h')) => return Ok(Task::Help),
            (Task::Run { release, .. }, Long("release")) => *release = true,
            // Everything after `--` is the app's.
            (Task::Run { arguments, .. }, Value(value)) => arguments.push(value),
            (Task::Test(choice), Long("quick")) => choice.quick = true,
            (Task::Test(choice), Long("only")) => {
                let name = parser.value()?.string()?;
                let name = gates::names()
                    .find(|known| *known == name)
                    .ok_or(ArgumentError::UnknownCheck { name })?;
                choice.only.push(name);
            }
            (Task::Bench(what @ Benchmark::All), Value(name)) if name == "checkers" => {
                *what = Benchmark::Checkers
            }
            (Task::Bench(what @ Benchmark::All), Value(name)) if name == "crates" => {
                *what = Benchmark::Crates
            }
            (Task::Bench(what @ Benchmark::All), Value(name)) if name == "review" => {
                *what = Benchmark::Review
            }
            (Task::Bench(what @ Benchmark::All), Value(name)) if name == "start" => *what = Benchmark::Start,
            (Task::PhrasingReport(report), Long("set")) => report.set = Some(parser.value()?.into()),
            (Task::PhrasingReport(report), Long("half")) => {
                let name = parser.value()?.string()?;
                let known = HALVES.into_iter().find(|known| *known == name);
                report.half = Some(known.ok_or(ArgumentError::UnknownHalf { name })?);
            }
            (Task::PhrasingReport(report), Long("errors")) => report.errors = Some(parser.value()?.parse()?),
            (Task::Screens { out }, Long("out")) => *out = Some(parser.value()?.into()),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    match task {
        Task::PhrasingReport(Report { set: Some(_), half: Some(_), .. }) => Err(ArgumentError::HalfOfSet),
        task => Ok(task),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, ArgumentError> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn tasks_are_read() {
        let check = |line: &str, expected: Task| assert_eq!(parsed(line).unwrap(), expected, "{line}");
        check("", Task::Help);
        check("help", Task::Help);
        check("test --help", Task::Help);
        check("run", Task::Run { release: false, arguments: vec![] });
        check(
            "run --release -- --data-dir --release",
            Task::Run { release: true, arguments: vec!["--data-dir".into(), "--release".into()] },
        );
        check("test", Task::Test(Choice::default()));
        check(
            "test --quick --only fmt --only doc",
            Task::Test(Choice { quick: true, only: vec!["fmt", "doc"] }),
        );
        check("dev", Task::Dev);
        check("screens", Task::Screens { out: None });
        check("screens --out pictures", Task::Screens { out: Some("pictures".into()) });
        check("bench", Task::Bench(Benchmark::All));
        check("bench crates", Task::Bench(Benchmark::Crates));
        check("bench checkers", Task::Bench(Benchmark::Checkers));
        check("bench review", Task::Bench(Benchmark::Review));
        check("bench start", Task::Bench(Benchmark::Start));
        check("phrasing-fit", Task::PhrasingFit);
        check("bank-report", Task::BankReport);
        check("simulate-plan", Task::SimulatePlan);
        check("phrasing-report", Task::PhrasingReport(Report::default()));
        let half = Report { half: Some("test"), errors: Some(3), ..Report::default() };
        check("phrasing-report --half test --errors 3", Task::PhrasingReport(half));
        let set = Report { set: Some("texts".into()), ..Report::default() };
        check("phrasing-report --set texts", Task::PhrasingReport(set));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let check = |line: &str, expected: &str| {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(expected), "{line}: {message}");
        };
        check("tset", "no task 'tset'");
        check("test --only fnt", "no check 'fnt'; there are: fmt, ui-lint");
        check("test --fast", "invalid option '--fast'");
        check("dev --out x", "invalid option '--out'");
        check("screens --out", "missing argument for option '--out'");
        check("--only fmt", "invalid option '--only'");
        check("bench window", "unexpected argument \"window\"");
        check("bench start checkers", "unexpected argument \"checkers\"");
        check("phrasing-report --half both", "no half 'both'; there are: tune, test");
        check("phrasing-report --errors many", "many");
        check("phrasing-report --set texts --half tune", "has no halves");
        check("phrasing-fit --half tune", "invalid option '--half'");
    }

    #[test]
    fn the_help_names_every_check() {
        for name in gates::names() {
            assert!(HELP.contains(name), "{name}");
        }
    }
}
