//! Does what the command line asks for.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use phrasing::{Checker, Input};

use crate::arguments::{Arguments, Command, Taking};
use crate::error::{Error, LineError};
use crate::record::{Line, Record};
use crate::{input, paint};

/// Runs the program; the exit code is 2 when some lines could not be answered.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    let stdout = io::stdout();
    let colour = stdout.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut out = BufWriter::new(stdout.lock());
    let code = match arguments.command {
        Some(Command::Explain { sentence, taking }) => {
            let explanation = Checker::builtin().explain(&taken(&sentence, &taking));
            write!(out, "{explanation}")?;
            ExitCode::SUCCESS
        }
        Some(Command::Rules) => {
            rules(&mut out)?;
            ExitCode::SUCCESS
        }
        None if arguments.jsonl => lines(&mut out, arguments.file.as_deref())?,
        None => {
            let file = arguments.file.ok_or(Error::NoFile)?;
            let text = input::text(&file)?;
            let check = Checker::builtin().check(&taken(&text, &arguments.taking));
            if arguments.json {
                serde_json::to_writer(&mut out, &Record::new(serde_json::Value::Null, &text, check))
                    .map_err(output)?;
                writeln!(out)?;
            } else {
                paint::print(&mut out, &text, &check, colour)?;
            }
            ExitCode::SUCCESS
        }
    };
    out.flush()?;
    Ok(code)
}

fn taken<'a>(text: &'a str, taking: &'a Taking) -> Input<'a> {
    Input { text, mode: taking.mode.into(), spoken: taking.spoken, question: taking.question.as_deref() }
}

/// A failure to write JSON is a failure of the output when the output is why.
fn output(error: serde_json::Error) -> Error {
    match error.io_error_kind() {
        Some(kind) => Error::Output(kind.into()),
        None => Error::Json(error),
    }
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

/// Answers each line as it comes; a bad one is named and the others are still answered.
fn lines(out: &mut impl Write, file: Option<&Path>) -> Result<ExitCode, Error> {
    let mut reader: Box<dyn BufRead> = match file {
        Some(file) if file != Path::new("-") => {
            if file.is_dir() {
                return Err(Error::Folder(file.to_owned()));
            }
            let opened = File::open(file).map_err(|source| Error::Read { file: file.to_owned(), source })?;
            Box::new(BufReader::new(opened))
        }
        _ => Box::new(io::stdin().lock()),
    };
    let mut bytes = Vec::new();
    let mut number = 0u64;
    let mut bad = false;
    loop {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes).map_err(|source| Error::Read {
            file: file.unwrap_or(Path::new("standard input")).to_owned(),
            source,
        })?;
        if read == 0 {
            break;
        }
        number += 1;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match answer(&bytes) {
            Ok(record) => {
                serde_json::to_writer(&mut *out, &record).map_err(output)?;
                out.write_all(b"\n")?;
                // Whoever waits for this line gets it now.
                out.flush()?;
            }
            Err(error) => {
                bad = true;
                eprintln!("phrase-check: line {number}: {error}");
            }
        }
    }
    Ok(if bad { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn answer(bytes: &[u8]) -> Result<Record, LineError> {
    let text = std::str::from_utf8(bytes).map_err(|error| LineError::NotText(error.valid_up_to()))?;
    let line: Line = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let input =
        Input { text: &line.text, mode: line.mode, spoken: line.spoken, question: line.question.as_deref() };
    let check = Checker::builtin().check(&input);
    Ok(Record::new(line.id, &line.text, check))
}
