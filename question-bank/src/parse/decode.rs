//! Bytes → text, or why not.

use crate::limits;
use crate::problem::ProblemKind;

/// The text of a file without its byte-order mark; else the line and what is wrong there.
pub(super) fn text(bytes: &[u8]) -> Result<&str, (usize, ProblemKind)> {
    if bytes.len() > limits::FILE_BYTES {
        return Err((1, ProblemKind::FileTooLarge { bytes: bytes.len(), limit: limits::FILE_BYTES }));
    }
    let line_at = |offset: usize| 1 + bytes[..offset].iter().filter(|&&byte| byte == b'\n').count();
    // Before UTF-8: a file saved as UTF-16 is full of both, and "NUL" names the cause better.
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err((line_at(offset), ProblemKind::Nul));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        (line_at(offset), ProblemKind::NotUtf8 { offset })
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
