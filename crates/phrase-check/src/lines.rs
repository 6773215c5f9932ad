//! Checks JSON Lines: one object a line in, one result a line out.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use phrasing::{Checker, Input, Mode};
use serde_json::Value;

use crate::arguments::{Arguments, Taking};
use crate::error::{Error, LineError, name, tell};
use crate::input;
use crate::outcome::Outcome;
use crate::record::{Line, Record};
use crate::rulebook::RuleBook;
use crate::run::mode;

/// Answers each line as it comes; a bad one is named and the others are still answered.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn answer(
    out: &mut impl Write,
    files: &[PathBuf],
    book: &RuleBook,
    arguments: &Arguments,
) -> Result<Outcome, Error> {
    let mut outcome = book.outcome;
    for file in files {
        match input::open(file) {
            Ok(reader) => outcome.worsen(answer_file(out, file, files.len() > 1, reader, book, arguments)?),
            Err(error) => {
                outcome.worsen(Outcome::Unread);
                tell(error);
            }
        }
    }
    Ok(outcome)
}

fn answer_file(
    out: &mut impl Write,
    file: &Path,
    several: bool,
    mut reader: impl BufRead,
    book: &RuleBook,
    arguments: &Arguments,
) -> Result<Outcome, Error> {
    let mut outcome = Outcome::default();
    let mut bytes = Vec::new();
    let mut number = 0u64;
    loop {
        bytes.clear();
        match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => return Ok(outcome),
            Ok(_) => number += 1,
            Err(source) => {
                tell(Error::Read { file: file.to_owned(), source });
                return Ok(Outcome::Unread);
            }
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let place =
            || if several { format!("{}, line {number}", name(file)) } else { format!("line {number}") };
        let (record, id, score) = match record(&bytes, &book.checker, &arguments.taking) {
            Ok(answered) => answered,
            Err(error) => {
                outcome.worsen(Outcome::Unread);
                tell(format!("{}: {error}", place()));
                continue;
            }
        };
        serde_json::to_writer(&mut *out, &record)?;
        out.write_all(b"\n")?;
        // Whoever waits for this line gets it now.
        out.flush()?;
        if let Some(least) = arguments.fail_under
            && score < least
        {
            outcome.worsen(Outcome::Below);
            let id = if id.is_null() { String::new() } else { format!(" (id {id})") };
            tell(format!("{}{id}: score {score} is below {least}", place()));
        }
    }
}

/// The result of a line, with the line's id and the overall score.
fn record(bytes: &[u8], checker: &Checker, taking: &Taking) -> Result<(Record, Value, u8), LineError> {
    let text = std::str::from_utf8(bytes).map_err(|error| LineError::NotText(error.valid_up_to() + 1))?;
    let line: Line = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let named = line.mode.or(taking.mode.map(Mode::from));
    let question = line.question.as_deref().or(taking.question.as_deref());
    let check = checker.check(&Input {
        mode: mode(named, question),
        level: line.level.unwrap_or(taking.level.into()),
        ..Input::typed(&line.text)
    });
    let score = check.scores.overall;
    Ok((Record::new(line.id.clone(), &line.text, check), line.id, score))
}
