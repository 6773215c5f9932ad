//! Verified copies of the database: `backups/answerable-<time>.db`.
//!
//! A copy is written under a temporary name, read back and checked, and only then gets its own; so a file with that
//! name was sound when it was made.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::Offset;
use rusqlite::Connection;
use rusqlite::backup::StepResult;

use crate::connection::{self, APPLICATION_ID};
use crate::data_dir::DataDir;
use crate::durable;
use crate::error::{OpenError, StoreError};
use crate::transaction::Store;

pub(crate) mod retention;

const PREFIX: &str = "answerable-";
const SUFFIX: &str = ".db";
const TIME: &str = "%Y%m%dT%H%M%S.%3f";

/// One copy of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub at: Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
    /// The schema version inside; 0 when it cannot be read.
    pub schema_version: u32,
    /// Whether it passed its check just now.
    pub verified: bool,
    /// How many answers it holds, the trash included.
    pub answers: u32,
}

/// What a sound copy holds.
struct Contents {
    schema_version: u32,
    answers: u32,
}

/// Every backup of `dir`, newest first, each one read and checked: some milliseconds for every ten megabytes.
pub fn list_backups(dir: &DataDir) -> Vec<BackupInfo> {
    named(dir).into_iter().map(|(at, path)| inspect(at, path)).collect()
}

/// Whether any backup exists, which is a sign that this is not the first run.
pub(crate) fn any(dir: &DataDir) -> bool {
    !named(dir).is_empty()
}

/// Copies the database of `conn`, verified and durable.
pub(crate) fn write(conn: &Connection, dir: &DataDir, now: Timestamp) -> Result<BackupInfo, StoreError> {
    sweep_parts(dir);
    let (at, path) = free_name(dir, now);
    let part = durable::part_of(&path);
    let written = copy(conn, &part).and_then(|()| {
        durable::sync_file(&part).map_err(|source| StoreError::backup_file(&part, source))?;
        let contents = read_back(&part).map_err(|detail| StoreError::BackupUnsound { detail })?;
        durable::move_into_place(&part, &path).map_err(|source| StoreError::backup_file(&path, source))?;
        Ok(contents)
    });
    match written {
        Ok(Contents { schema_version, answers }) => {
            let bytes = size(&path);
            Ok(BackupInfo { path, at, bytes, schema_version, verified: true, answers })
        }
        Err(error) => {
            // Half a copy on a full disk only makes it fuller. A part that stays is swept next time.
            let _ = fs::remove_file(&part);
            Err(error)
        }
    }
}

/// Checks the backup at `path` and says what is wrong with it.
pub(crate) fn verify(path: &Path) -> Result<u32, OpenError> {
    read_back(path)
        .map(|contents| contents.schema_version)
        .map_err(|detail| OpenError::BackupUnusable { path: path.to_owned(), detail })
}

impl Store {
    /// Makes a verified backup now.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::BackupFile`] or [`StoreError::BackupUnsound`]; older backups stay.
    pub fn backup_now(&mut self, now: Timestamp) -> Result<BackupInfo, StoreError> {
        let info = write(self.connection(), self.dir(), now)?;
        self.note_backup();
        Ok(info)
    }

    /// Makes a backup if one is due ([`retention::due_for_backup`]) and thins out the old ones. Cheap when none is due.
    ///
    /// # Errors
    /// As [`Store::backup_now`].
    pub fn backup_if_due(&mut self, now: Timestamp) -> Result<Option<BackupInfo>, StoreError> {
        let last = named(self.dir()).first().map(|(at, _)| *at);
        if !retention::due_for_backup(last, self.changed_since_backup(last)?, now) {
            return Ok(None);
        }
        let info = self.backup_now(now)?;
        thin_out(self.dir());
        Ok(Some(info))
    }
}

/// Removes the backups that retention does not keep. One that cannot be removed is tried again next time.
fn thin_out(dir: &DataDir) {
    let backups = named(dir);
    let keep = retention::backups_to_keep(&backups.iter().map(|(at, _)| *at).collect::<Vec<_>>());
    for (at, path) in backups {
        if !keep.contains(&at) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Times and paths of the files that are named like backups, newest first.
fn named(dir: &DataDir) -> Vec<(Timestamp, PathBuf)> {
    let Ok(entries) = fs::read_dir(dir.backups()) else { return Vec::new() };
    let mut found: Vec<_> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| Some((time_in_name(entry.file_name().to_str()?)?, entry.path())))
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found
}

fn name_of(at: Timestamp) -> String {
    format!("{PREFIX}{}{SUFFIX}", Offset::UTC.to_datetime(at).strftime(TIME))
}

fn time_in_name(name: &str) -> Option<Timestamp> {
    let time = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    Offset::UTC.to_timestamp(strtime::parse(TIME, time).ok()?.to_datetime().ok()?).ok()
}

/// A name that no backup has yet: two within a millisecond would otherwise replace each other.
fn free_name(dir: &DataDir, now: Timestamp) -> (Timestamp, PathBuf) {
    let mut millis = now.as_millisecond();
    loop {
        let at = Timestamp::from_millisecond(millis).unwrap_or(now);
        let path = dir.backups().join(name_of(at));
        if !path.exists() {
            return (at, path);
        }
        millis += 1;
    }
}

fn inspect(at: Timestamp, path: PathBuf) -> BackupInfo {
    let bytes = size(&path);
    match read_back(&path) {
        Ok(Contents { schema_version, answers }) => {
            BackupInfo { path, at, bytes, schema_version, verified: true, answers }
        }
        Err(_) => BackupInfo { path, at, bytes, schema_version: 0, verified: false, answers: 0 },
    }
}

fn copy(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut target = Connection::open(to)?;
    {
        let backup = rusqlite::backup::Backup::new(conn, &mut target)?;
        // In one step: the owner's thread is the only writer and waits for it.
        while !matches!(backup.step(-1)?, StepResult::Done) {}
    }
    // A plain file, which is read later without leaving companions beside it.
    target.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    target.close().map_err(|(_, error)| error.into())
}

/// Reopens a copy and checks it; `Err` says what is wrong with it.
fn read_back(path: &Path) -> Result<Contents, String> {
    let read = || -> rusqlite::Result<Result<Contents, String>> {
        let conn = connection::open_read_only(path)?;
        if connection::application_id(&conn)? != APPLICATION_ID {
            return Ok(Err("it belongs to another program".to_owned()));
        }
        let schema_version = connection::schema_version(&conn)?;
        if schema_version == 0 {
            return Ok(Err("it is empty".to_owned()));
        }
        if let Some(complaint) = connection::complaints(&conn)?.into_iter().next() {
            return Ok(Err(complaint));
        }
        let counted = conn.query_row("SELECT count(*) FROM answers", [], |row| row.get(0));
        // A later schema may have no such table, and is a sound backup all the same.
        Ok(Ok(Contents { schema_version, answers: counted.unwrap_or(0) }))
    };
    read().unwrap_or_else(|error| Err(error.to_string()))
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map(|file| file.len()).unwrap_or(0)
}

/// Removes what a crash left of a half-written backup.
fn sweep_parts(dir: &DataDir) {
    let Ok(entries) = fs::read_dir(dir.backups()) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let half_written =
            name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.contains(".db.part"));
        if half_written {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests;
