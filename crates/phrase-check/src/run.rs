//! Does what the command line asks for.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use phrasing::{Input, Mode};

use crate::arguments::{Arguments, Command, Taking};
use crate::error::Error;
use crate::outcome::Outcome;
use crate::rulebook::RuleBook;
use crate::terminal::Terminal;
use crate::{completions, lines, listing, manual_page, page, texts};

/// Runs the program.
///
/// # Errors
/// When nothing can be answered, or the answer cannot be written.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Error> {
    let terminal = Terminal::of(arguments.color);
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match &arguments.command {
        Some(Command::Explain { sentence, taking, choice }) => {
            let book = RuleBook::of(choice)?;
            let explanation = book.checker.explain(&taken(sentence, taking)).to_string();
            out.write_all(page::printable(&explanation).as_bytes())?;
            book.outcome
        }
        Some(Command::Rules { id, json, choice }) => {
            let book = RuleBook::of(choice)?;
            listing::print(&mut out, &book.checker, id.as_deref(), *json, terminal)?;
            book.outcome
        }
        Some(Command::Completions { shell }) => {
            out.write_all(&completions::script(*shell))?;
            Outcome::Answered
        }
        Some(Command::Man) => {
            manual_page::print(&mut out)?;
            Outcome::Answered
        }
        None if arguments.jsonl => {
            let book = RuleBook::of(&arguments.choice)?;
            let standard_input = [Path::new("-").to_owned()];
            let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
            lines::answer(&mut out, files, &book, &arguments)?
        }
        None if arguments.files.is_empty() => return Err(Error::NoFile),
        None => texts::answer(&mut out, &RuleBook::of(&arguments.choice)?, &arguments, terminal)?,
    };
    out.flush()?;
    Ok(outcome)
}

/// A text as the options say that it is to be taken.
pub(crate) fn taken<'a>(text: &'a str, taking: &Taking) -> Input<'a> {
    let mode = mode(taking.mode.map(Mode::from), taking.question.as_deref());
    Input { mode, level: taking.level.into(), ..Input::typed(text) }
}

/// What is asked for: as it was named, else as the question asks.
pub(crate) fn mode(named: Option<Mode>, question: Option<&str>) -> Mode {
    named.or(question.map(Mode::asked_by)).unwrap_or_default()
}
