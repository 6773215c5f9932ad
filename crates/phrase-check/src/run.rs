//! Does what the command line asks for.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use phrasing::{Checker, Input};

use crate::arguments::{Arguments, Command, Taking};
use crate::error::Error;
use crate::outcome::Outcome;
use crate::terminal::Terminal;
use crate::{lines, page, texts};

/// Runs the program.
///
/// # Errors
/// When nothing can be answered, or the answer cannot be written.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Error> {
    let terminal = Terminal::of(arguments.color);
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match &arguments.command {
        Some(Command::Explain { sentence, taking }) => {
            let explanation = Checker::builtin().explain(&taken(sentence, taking)).to_string();
            out.write_all(page::printable(&explanation).as_bytes())?;
            Outcome::Answered
        }
        Some(Command::Rules) => {
            rules(&mut out)?;
            Outcome::Answered
        }
        None if arguments.jsonl => {
            let standard_input = [Path::new("-").to_owned()];
            let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
            lines::answer(&mut out, files, &arguments)?
        }
        None if arguments.files.is_empty() => return Err(Error::NoFile),
        None => texts::answer(&mut out, &arguments, terminal)?,
    };
    out.flush()?;
    Ok(outcome)
}

fn rules(out: &mut impl Write) -> io::Result<()> {
    let rules = Checker::builtin().rules();
    for rule in rules {
        writeln!(out, "{:<36} {:<12} {:.1}  {}", rule.id, rule.kind.as_str(), rule.weight, rule.note)?;
        for hit in &rule.hits {
            writeln!(out, "    {hit}")?;
        }
    }
    writeln!(out, "{} rules", rules.len())
}

/// A text as the options say that it is to be taken.
pub(crate) fn taken<'a>(text: &'a str, taking: &'a Taking) -> Input<'a> {
    Input {
        mode: taking.mode.into(),
        spoken: taking.spoken,
        question: taking.question.as_deref(),
        ..Input::typed(text)
    }
}
