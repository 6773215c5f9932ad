//! The phrase check on the command line: for answers, résumés, self-reviews and promotion documents.
//!
//! - `arguments`: the form of the command line
//! - `manual`, `manual_page`: what is said beside the options, and the page for man(1)
//! - `completions`: what shells need to complete the options
//! - `run`: from arguments to what is done
//! - `texts`, `lines`: checks files as texts, and JSON Lines
//! - `rulebook`, `listing`, `nearest`: the rules in use, how they are shown, and ids that were meant
//! - `page`: the check for people
//! - `record`: the check for programs
//! - `input`, `terminal`: what goes in, and the place where it comes out
//! - `outcome`, `error`: how it ended

mod arguments;
mod completions;
mod error;
mod input;
mod lines;
mod listing;
mod manual;
mod manual_page;
mod nearest;
mod outcome;
mod page;
mod record;
mod rulebook;
mod run;
mod terminal;
mod texts;

use std::process::ExitCode;

use clap::Parser;

use crate::outcome::Outcome;

fn main() -> ExitCode {
    let outcome = run::run(arguments::Arguments::parse()).unwrap_or_else(|error| {
        if error.reader_left() {
            return Outcome::Answered;
        }
        error::tell(error);
        Outcome::Unread
    });
    outcome.into()
}
