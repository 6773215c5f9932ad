//! Checks files, each as one text.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use crate::arguments::Arguments;
use crate::error::{Error, name, tell};
use crate::outcome::Outcome;
use crate::record::Record;
use crate::rulebook::RuleBook;
use crate::run::taken;
use crate::terminal::Terminal;
use crate::{input, page};

/// Checks every file that was named. One that cannot be read is named, and the others are still checked.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn answer(
    out: &mut impl Write,
    book: &RuleBook,
    arguments: &Arguments,
    terminal: Terminal,
) -> Result<Outcome, Error> {
    let mut outcome = book.outcome;
    let several = arguments.files.len() > 1;
    let mut first = true;
    for file in &arguments.files {
        let text = match input::text(file) {
            Ok(text) => text,
            Err(error) => {
                outcome.worsen(Outcome::Unread);
                tell(error);
                continue;
            }
        };
        let check = book.checker.check(&taken(&text, &arguments.taking));
        let score = check.scores.overall;
        if arguments.json {
            let id = if several { Value::from(file.display().to_string()) } else { Value::Null };
            serde_json::to_writer(&mut *out, &Record::new(id, &text, check))?;
            writeln!(out)?;
        } else {
            if several {
                header(out, file, first, terminal)?;
            }
            page::print(out, &text, &check, arguments.taking.spoken, terminal)?;
        }
        first = false;
        // What is told stands below the text that it is about.
        out.flush()?;
        if let Some(least) = arguments.fail_under
            && score < least
        {
            outcome.worsen(Outcome::Below);
            tell(format!("{}: score {score} is below {least}", name(file)));
        }
    }
    Ok(outcome)
}

fn header(out: &mut impl Write, file: &Path, first: bool, terminal: Terminal) -> std::io::Result<()> {
    let style = page::Palette { colour: terminal.colour }.heading();
    let gap = if first { "" } else { "\n" };
    writeln!(out, "{gap}{style}== {} =={style:#}\n", page::printable(&name(file)))
}
