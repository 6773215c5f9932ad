//! The labelled texts, row by row.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The rows of a file; none when there is no such file.
///
/// # Panics
/// When a line is not JSON.
pub fn read(path: &Path) -> impl Iterator<Item = Value> + use<> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let rows: Vec<Value> = text
        .lines()
        .enumerate()
        .map(|(at, line)| match serde_json::from_str(line) {
            Ok(row) => row,
            Err(error) => panic!("{}, line {}: {error}", path.display(), at + 1),
        })
        .collect();
    rows.into_iter()
}

/// The rows of all files of a folder, or of the files that begin with a name.
pub fn read_all(dir: &Path, beginning: &str) -> impl Iterator<Item = Value> + use<> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|ending| ending == "jsonl")
            && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning))
    });
    files.sort();
    files.into_iter().flat_map(|file| read(&file))
}

/// Whether a row may be learned from.
pub fn is_for_tuning(row: &Value) -> bool {
    row["half"] == "tune"
}

pub fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

/// FNV-1a, the same on every machine.
pub fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
