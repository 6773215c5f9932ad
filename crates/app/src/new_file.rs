//! Writing a new file for the user, never over one that is there.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Files of the same name that an export looks past before it gives up.
const MOST_OF_A_NAME: u32 = 1_000;

/// Writes a file under the first name that is free, and returns once it has reached the disk.
pub(crate) fn write_new(folder: &Path, name: &str, ending: &str, content: &[u8]) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for number in 1..=MOST_OF_A_NAME {
        let numbered = if number == 1 { name.to_owned() } else { format!("{name}-{number}") };
        let path = folder.join(format!("{numbered}.{ending}"));
        match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(content).and_then(|()| file.sync_all());
                if written.is_err() {
                    // Half a file would look like a whole one.
                    let _ = fs::remove_file(&path);
                }
                return written.map(|()| path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
