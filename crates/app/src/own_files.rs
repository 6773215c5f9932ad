//! Files that the user wrote: read to a size limit, by name, each on its own.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Files of the user's own are read up to this size; the parsers refuse longer ones with a clear message.
const FILE_CAP: u64 = 6 * 1024 * 1024;

/// The `.toml` files of a folder, by name, each with its bytes or why they could not be read. A folder that is not there
/// has none.
pub(crate) fn read_folder(folder: &Path) -> Vec<(String, io::Result<Vec<u8>>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    let read = |path: &Path| {
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(FILE_CAP).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, read(&path))
        })
        .collect()
}
