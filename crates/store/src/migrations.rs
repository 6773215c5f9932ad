//! From any older schema to the newest, in one transaction, with a verified backup before.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};

use crate::backup;
use crate::connection;
use crate::data_dir::DataDir;
use crate::error::OpenError;

/// The schema's history: entry *n* brings version *n* to *n* + 1. Entries are never edited once released.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
];

/// Brings the file to the newest version, all steps or none.
pub(crate) fn migrate(
    conn: &mut Connection,
    migrations: &[&str],
    dir: &DataDir,
    now: Timestamp,
) -> Result<(), OpenError> {
    let sqlite = |error| OpenError::sqlite(&dir.database(), error);
    let from = connection::schema_version(conn).map_err(sqlite)?;
    let to = migrations.len() as u32;
    if from == to {
        return Ok(());
    }
    let backup = match from {
        0 => None,
        _ => Some(backup::write(conn, dir, now)?.path),
    };
    // Off while tables are rebuilt; every reference is checked before the commit instead.
    conn.pragma_update(None, "foreign_keys", false).map_err(sqlite)?;
    match apply(conn, &migrations[from as usize..], to) {
        Ok(()) => {
            // The new version belongs into the main file's header, where an older build looks first.
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(sqlite)
        }
        Err(source) if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) => {
            Err(OpenError::DiskFull)
        }
        Err(source) => Err(OpenError::UpgradeFailed { from, to, backup, source }),
    }
}

fn apply(conn: &mut Connection, steps: &[&str], to: u32) -> rusqlite::Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in steps {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", to)?;
    let dangling = tx.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if dangling {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
            Some("a row refers to one that does not exist".to_owned()),
        ));
    }
    tx.commit()
}

#[cfg(test)]
mod tests;
