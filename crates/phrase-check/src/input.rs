//! Reads texts from files and standard input.

use std::io::{self, Read};
use std::path::Path;

use crate::error::Error;

/// Reads a whole text; `-` is standard input.
pub(crate) fn text(file: &Path) -> Result<String, Error> {
    let failed = |source| Error::Read { file: file.to_owned(), source };
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
        bytes
    } else {
        if file.is_dir() {
            return Err(Error::Folder(file.to_owned()));
        }
        std::fs::read(file).map_err(failed)?
    };
    // A byte order mark is no part of the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes)
        .map_err(|error| Error::NotText { file: file.to_owned(), at: error.utf8_error().valid_up_to() })
}
