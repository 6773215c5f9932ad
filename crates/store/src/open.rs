//! From a data folder to a [`Store`], or to the exact reason why not.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::Offset;
use rusqlite::Connection;

use crate::backup::{self, BackupInfo, list_backups};
use crate::connection::{self, APPLICATION_ID};
use crate::data_dir::DataDir;
use crate::durable;
use crate::error::{OpenError, StoreError};
use crate::lock::InstanceLock;
use crate::migrations::{self, MIGRATIONS};
use crate::search;
use crate::transaction::Store;

/// An open store.
#[derive(Debug)]
pub enum Opened {
    /// There was nothing here before.
    FirstRun(Store),
    /// The answers that were here are here.
    Existing(Store),
}

impl Opened {
    /// The store, whichever way it was opened.
    pub fn into_store(self) -> Store {
        match self {
            Opened::FirstRun(store) | Opened::Existing(store) => store,
        }
    }
}

/// Opens the data folder, creating it on the first run.
///
/// The file is checked, brought to the newest schema (after a verified backup) and locked for this process.
///
/// # Errors
/// See [`OpenError`]. After an error every file is as it was; the user chooses between [`restore`] and
/// [`start_fresh`].
pub fn open(dir: &DataDir, now: Timestamp) -> Result<Opened, OpenError> {
    open_with(dir, now, MIGRATIONS)
}

/// Sets the current database aside as `answerable.damaged-<time>.db`, never deleting it, and opens a new one.
///
/// # Errors
/// See [`OpenError`].
pub fn start_fresh(dir: &DataDir, now: Timestamp) -> Result<Store, OpenError> {
    dir.create()?;
    let lock = InstanceLock::acquire(dir)?;
    set_aside(dir, now)?;
    let conn = open_connection(dir, true)?;
    establish(dir, conn, lock, now, MIGRATIONS)
}

/// Sets the current database aside like [`start_fresh`], puts a copy of `backup` in its place and opens it.
///
/// # Errors
/// [`OpenError::BackupUnusable`] or [`OpenError::Newer`] before anything is touched; else see [`OpenError`].
pub fn restore(dir: &DataDir, backup: &BackupInfo, now: Timestamp) -> Result<Store, OpenError> {
    let version = backup::verify(&backup.path)?;
    refuse_newer(version, MIGRATIONS)?;
    dir.create()?;
    let lock = InstanceLock::acquire(dir)?;
    let incoming = dir.path().join("answerable.restoring");
    durable::copy_whole(&backup.path, &incoming).map_err(|source| OpenError::writing(&incoming, source))?;
    // The old WAL must be gone before the restored file is there: SQLite would replay it into the wrong database.
    set_aside(dir, now)?;
    let database = dir.database();
    durable::move_into_place(&incoming, &database).map_err(|source| OpenError::writing(&database, source))?;
    drop(lock);
    Ok(open(dir, now)?.into_store())
}

/// What lies where the database should be.
enum Found {
    Nothing,
    Database,
}

pub(crate) fn open_with(dir: &DataDir, now: Timestamp, migrations: &[&str]) -> Result<Opened, OpenError> {
    connection::check_sqlite_version()?;
    dir.create()?;
    let lock = InstanceLock::acquire(dir)?;
    let opened = match look(dir)? {
        Found::Nothing => {
            let conn = open_connection(dir, true)?;
            establish(dir, conn, lock, now, migrations).map(Opened::FirstRun)
        }
        Found::Database => open_existing(dir, lock, now, migrations),
    };
    opened.map_err(|error| match error {
        OpenError::Damaged { detail, .. } => OpenError::Damaged { detail, backups: list_backups(dir) },
        other => other,
    })
}

/// Looks at names and sizes only.
fn look(dir: &DataDir) -> Result<Found, OpenError> {
    let database = dir.database();
    let bytes = match fs::metadata(&database) {
        Ok(file) => Some(file.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(source) => return Err(OpenError::Io { path: database, source }),
    };
    match (bytes, was_here_before(dir)) {
        (None, true) => Err(OpenError::Missing { backups: list_backups(dir) }),
        (Some(0), true) => Err(OpenError::Empty { backups: list_backups(dir) }),
        (None | Some(0), false) => Ok(Found::Nothing),
        (Some(_), _) => Ok(Found::Database),
    }
}

/// Any one of these is proof enough: the marker, a backup, a WAL with something in it.
fn was_here_before(dir: &DataDir) -> bool {
    let [_, wal, _] = dir.database_files();
    dir.marker().exists() || backup::any(dir) || fs::metadata(wal).is_ok_and(|file| file.len() > 0)
}

fn open_existing(
    dir: &DataDir,
    lock: InstanceLock,
    now: Timestamp,
    migrations: &[&str],
) -> Result<Opened, OpenError> {
    let database = dir.database();
    let sqlite = |error| OpenError::sqlite(&database, error);
    // Once from the plain bytes, so that another program's or a newer file is not even opened …
    let header = read_header(&database)?;
    if ![0, APPLICATION_ID].contains(&header.application_id) {
        return Err(OpenError::WrongFile { path: database });
    }
    refuse_newer(header.schema_version, migrations)?;
    // … and once through SQLite, which also sees what a crash left in the WAL.
    let conn = open_connection(dir, false)?;
    let version = connection::schema_version(&conn).map_err(sqlite)?;
    refuse_newer(version, migrations)?;
    let ours = connection::application_id(&conn).map_err(sqlite)? == APPLICATION_ID;
    if version == 0 && !connection::has_tables(&conn).map_err(sqlite)? {
        // The first run was cut off before its first commit; unless something says there was more.
        if was_here_before_besides_wal(dir) {
            return Err(OpenError::Empty { backups: list_backups(dir) });
        }
        return establish(dir, conn, lock, now, migrations).map(Opened::FirstRun);
    }
    if !ours {
        return Err(OpenError::WrongFile { path: database });
    }
    check_soundness(&conn, &database)?;
    establish(dir, conn, lock, now, migrations).map(Opened::Existing)
}

fn was_here_before_besides_wal(dir: &DataDir) -> bool {
    dir.marker().exists() || backup::any(dir)
}

fn refuse_newer(found: u32, migrations: &[&str]) -> Result<(), OpenError> {
    let supported = migrations.len() as u32;
    if found > supported { Err(OpenError::Newer { found, supported }) } else { Ok(()) }
}

fn open_connection(dir: &DataDir, create: bool) -> Result<Connection, OpenError> {
    let database = dir.database();
    let conn = connection::open_to_inspect(&database, create)
        .map_err(|error| OpenError::sqlite(&database, error))?;
    // SQLite falls back to reading when it may not write, and every save would fail later.
    if conn.is_readonly("main").map_err(|error| OpenError::sqlite(&database, error))? {
        let source = io::Error::from(io::ErrorKind::PermissionDenied);
        return Err(OpenError::NotWritable { path: database, source });
    }
    Ok(conn)
}

/// Passes a sound file. A search index out of order is rebuilt, for all it says is in the takes.
fn check_soundness(conn: &Connection, database: &Path) -> Result<(), OpenError> {
    let sqlite = |error| OpenError::sqlite(database, error);
    let mut complaints = connection::complaints(conn).map_err(sqlite)?;
    if !complaints.is_empty() && complaints.iter().all(|line| search::is_about_the_index(line)) {
        search::rebuild(conn).map_err(sqlite)?;
        complaints = connection::complaints(conn).map_err(sqlite)?;
    }
    match complaints.into_iter().next() {
        None => Ok(()),
        Some(detail) => Err(OpenError::Damaged { detail, backups: Vec::new() }),
    }
}

/// The last steps, common to a new file and a sound old one.
fn establish(
    dir: &DataDir,
    mut conn: Connection,
    lock: InstanceLock,
    now: Timestamp,
    migrations: &[&str],
) -> Result<Store, OpenError> {
    let database = dir.database();
    let sqlite = |error| OpenError::sqlite(&database, error);
    connection::make_durable(&conn).map_err(sqlite)?;
    migrations::migrate(&mut conn, migrations, dir, now)?;
    connection::release_checkpoints(&conn).map_err(sqlite)?;
    let marker = dir.marker();
    if !marker.exists() {
        let note = b"Answers are kept in this folder. While this file is here, a missing answerable.db is reported.\n";
        durable::write_whole(&marker, note).map_err(|source| OpenError::writing(&marker, source))?;
    }
    Ok(Store::new(conn, dir.clone(), lock))
}

/// Renames the database and its companions to `answerable.damaged-<time>.db…`.
///
/// The database goes first: a crash in between leaves a WAL without a database, which opens as missing, and never a
/// database without its WAL, which would open with its last saves gone.
fn set_aside(dir: &DataDir, now: Timestamp) -> Result<(), OpenError> {
    let names = ["db", "db-wal", "db-shm"];
    let stamp = Offset::UTC.to_datetime(now).strftime("%Y%m%dT%H%M%S.%3f").to_string();
    let aside = |stamp: &str| names.map(|name| dir.path().join(format!("answerable.damaged-{stamp}.{name}")));
    let mut targets = aside(&stamp);
    let mut attempt = 1;
    while targets.iter().any(|path| path.exists()) {
        attempt += 1;
        targets = aside(&format!("{stamp}-{attempt}"));
    }
    for (from, to) in dir.database_files().iter().zip(&targets) {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(OpenError::writing(from, source)),
            Ok(()) => {}
        }
    }
    durable::sync_folder(dir.path()).map_err(|source| OpenError::writing(dir.path(), source))
}

/// The two numbers of SQLite's file header that say whose file it is and how new.
struct Header {
    schema_version: u32,
    application_id: i32,
}

fn read_header(path: &Path) -> Result<Header, OpenError> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let mut bytes = [0; 100];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut bytes));
    match read {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {}
        Err(source) => return Err(OpenError::Io { path: path.to_owned(), source }),
        Ok(()) => {}
    }
    if !bytes.starts_with(MAGIC) {
        let detail = "the file does not begin like a database".to_owned();
        return Err(OpenError::Damaged { detail, backups: Vec::new() });
    }
    let number = |at: usize| [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    Ok(Header {
        schema_version: u32::from_be_bytes(number(60)),
        application_id: i32::from_be_bytes(number(68)),
    })
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => OpenError::DiskFull,
            StoreError::BackupFile { path, source } => OpenError::writing(&path, source),
            StoreError::BackupUnsound { detail } => OpenError::Damaged { detail, backups: Vec::new() },
            StoreError::Damaged(error) => {
                OpenError::Damaged { detail: error.to_string(), backups: Vec::new() }
            }
            StoreError::Sqlite(error) => OpenError::Sqlite(error),
            // The rest are about rows, which nobody touches while opening.
            other => OpenError::Sqlite(rusqlite::Error::ToSqlConversionFailure(Box::new(other))),
        }
    }
}

#[cfg(test)]
mod tests;
