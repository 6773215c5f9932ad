//! One SQLite connection, set up so that a save that returned has reached the disk.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::OpenError;

/// The oldest SQLite the crate was tested with: the one bundled with rusqlite 0.41.
const OLDEST_SQLITE: i32 = 3_054_000;

/// Marks a SQLite file as ours (`Answ`), at offset 68 of its header.
pub(crate) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"Answ");

/// Another process has no business in the file, but a virus scanner or a sync tool may hold it for a moment.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Pages of the file that are held, in KiB: only what was read. With SQLite's own two megabytes, a list of ten thousand
/// answers is read from the disk each time.
const CACHE_KIB: i32 = 32 * 1024;

/// Enough for every statement of this crate.
const STATEMENTS: usize = 96;

/// Refuses a SQLite older than the one tested with.
pub(crate) fn check_sqlite_version() -> Result<(), OpenError> {
    let found = rusqlite::version_number();
    if found >= OLDEST_SQLITE {
        Ok(())
    } else {
        Err(OpenError::SqliteTooOld { found, needed: OLDEST_SQLITE })
    }
}

/// Opens the file to look at it. Until [`release_checkpoints`], closing leaves the file and its WAL as they were.
pub(crate) fn open_to_inspect(path: &Path, create: bool) -> rusqlite::Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let has_saves_in_wal = fs::metadata(path.with_extension("db-wal")).is_ok_and(|wal| wal.len() > 0);
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    // Without saves in the WAL there is nothing to carry over, and the companions should go when it closes.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_saves_in_wal)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(conn)
}

/// Opens a file that must not change: a backup.
pub(crate) fn open_read_only(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    Ok(conn)
}

/// Sets how the connection writes. The file has been found sound and ours.
pub(crate) fn make_durable(conn: &Connection) -> rusqlite::Result<()> {
    // In rollback mode, so that the id is in the main file from the first moment, whatever becomes of the WAL.
    if application_id(conn)? != APPLICATION_ID {
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    // A file system without shared memory keeps its rollback journal, which is as safe and only slower.
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // NORMAL loses acknowledged saves in a power cut.
    conn.pragma_update(None, "synchronous", "FULL")?;
    if cfg!(target_os = "macos") {
        // There, a plain fsync leaves data in the drive's cache.
        conn.pragma_update(None, "fullfsync", true)?;
        conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update_and_check(None, "journal_size_limit", 8 << 20, |_| Ok(()))?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// From here on the connection tidies its WAL away when it closes.
pub(crate) fn release_checkpoints(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.pragma_update(None, "foreign_keys", true)
}

/// Whose file this is; 0 when nobody said.
pub(crate) fn application_id(conn: &Connection) -> rusqlite::Result<i32> {
    conn.pragma_query_value(None, "application_id", |row| row.get(0))
}

/// The schema version of the file; 0 before the first migration.
pub(crate) fn schema_version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Whether the file holds any table.
pub(crate) fn has_tables(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
}

/// What `quick_check` complains about; nothing when the file is sound.
pub(crate) fn complaints(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    conn.pragma_query(None, "quick_check", |row| {
        found.push(row.get::<_, String>(0)?);
        Ok(())
    })?;
    found.retain(|line| line != "ok");
    Ok(found)
}
