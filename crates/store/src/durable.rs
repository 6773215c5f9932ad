//! File changes that survive a power cut.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a small file so that after a crash it is either absent or whole.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let part = part_of(path);
    let mut file = File::create(&part)?;
    file.write_all(content)?;
    file.sync_all()?;
    drop(file);
    move_into_place(&part, path)
}

/// Renames `part`, already synced, to `path` and makes the rename itself durable.
pub(crate) fn move_into_place(part: &Path, path: &Path) -> io::Result<()> {
    fs::rename(part, path)?;
    match path.parent() {
        Some(folder) => sync_folder(folder),
        None => Ok(()),
    }
}

/// Copies `from` to `path` under a temporary name, synced before it gets its own.
pub(crate) fn copy_whole(from: &Path, path: &Path) -> io::Result<()> {
    let part = part_of(path);
    fs::copy(from, &part)?;
    sync_file(&part)?;
    move_into_place(&part, path)
}

/// Makes the content of `path` durable.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    File::options().read(true).write(true).open(path)?.sync_all()
}

/// Makes names created, renamed or removed in `folder` durable. Windows does so by itself.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The temporary name that `path` is written under.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}
