//! The phrase check on the command line: for answers, résumés, self-reviews and promotion documents.

mod arguments;
mod error;
mod input;
mod paint;
mod record;
mod run;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match run::run(arguments::Arguments::parse()) {
        Ok(code) => code,
        // Whoever read the output has seen enough.
        Err(error::Error::Output(cause)) if cause.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("phrase-check: {error}");
            ExitCode::from(2)
        }
    }
}
