//! Measures the check against labelled texts and prints the figures.
//!
//! `cargo xtask phrasing-report [--set DIR] [--half tune|test] [--errors N]`
//!
//! Without `--set`, the texts are the project's own corpus, half by half. What the figures are and where they should be is said in
//! `corpus/README.md`.
//!
//! - [`arguments`] what can be asked for
//! - [`measure`] the figures; the test of the figures measures with it too
//! - [`page`] the report

mod arguments;
mod measure;
mod page;

use std::process::ExitCode;

use arguments::{Asked, Source};
use measure::Measured;
use measure::corpus::{CorpusError, Half, Texts};

fn main() -> ExitCode {
    match arguments::parse(std::env::args().skip(1)) {
        Ok(asked) => match report(&asked) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("report: {error}");
                ExitCode::FAILURE
            }
        },
        Err(error) => {
            eprintln!("report: {error}\n{}", arguments::USAGE);
            ExitCode::from(2)
        }
    }
}

fn report(asked: &Asked) -> Result<(), CorpusError> {
    match &asked.source {
        Source::Set(dir) => {
            let texts = Texts::read(dir)?;
            print!("{}", page::page(&dir.display().to_string(), &Measured::of(&texts), asked.errors));
        }
        Source::Own(half) => {
            let texts = Texts::own()?;
            let halves = Half::ALL.into_iter().filter(|one| half.is_none_or(|asked| asked == *one));
            for (at, half) in halves.enumerate() {
                let title = match half {
                    Half::Tune => "Tuning half",
                    Half::Test => "Test half",
                };
                let page = page::page(title, &Measured::of(&texts.half(half)), asked.errors);
                print!("{}{page}", if at > 0 { "\n\n" } else { "" });
            }
        }
    }
    Ok(())
}
