//! Reads texts and rule files, from disk and from standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use crate::error::Error;

/// The most that is read of a rule file, in bytes; the largest of our own has a thirtieth of it.
const RULE_FILE_LIMIT: u64 = 1024 * 1024;

/// Opens a file; `-` is standard input.
pub(crate) fn open(file: &Path) -> Result<Box<dyn BufRead>, Error> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    if file.is_dir() {
        return Err(Error::Folder(file.to_owned()));
    }
    let opened = File::open(file).map_err(|source| Error::Read { file: file.to_owned(), source })?;
    Ok(Box::new(BufReader::new(opened)))
}

/// Reads a whole text.
pub(crate) fn text(file: &Path) -> Result<String, Error> {
    decoded(file, read(file, open(file)?)?)
}

/// Reads a rule file, which others may have written: up to a limit.
pub(crate) fn rule_file(file: &Path) -> Result<String, Error> {
    let bytes = read(file, open(file)?.take(RULE_FILE_LIMIT + 1))?;
    if bytes.len() as u64 > RULE_FILE_LIMIT {
        return Err(Error::TooLarge { file: file.to_owned(), limit: RULE_FILE_LIMIT });
    }
    decoded(file, bytes)
}

fn read(file: &Path, mut from: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(|source| Error::Read { file: file.to_owned(), source })?;
    Ok(bytes)
}

fn decoded(file: &Path, mut bytes: Vec<u8>) -> Result<String, Error> {
    // A byte order mark is no part of the text.
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let byte = good.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Error::NotText { file: file.to_owned(), line, byte }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line() {
        let check = |bytes: &[u8], expected: &str| {
            let told = decoded(Path::new("a.txt"), bytes.to_vec()).map_err(|error| error.to_string());
            let told = told.unwrap_or_else(|error| error);
            assert!(told.starts_with(expected), "{told}");
        };
        check(b"plain", "plain");
        check(b"\xef\xbb\xbfmarked", "marked");
        check(b"caf\xe9", "a.txt, line 1: not UTF-8 text (byte 4 of the line)");
        check(b"one\ntwo \xff", "a.txt, line 2: not UTF-8 text (byte 5 of the line)");
        check(b"one\n\xff", "a.txt, line 2: not UTF-8 text (byte 1 of the line)");
    }
}
