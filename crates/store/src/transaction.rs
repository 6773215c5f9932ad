//! The open store, and the one place that begins, commits and rolls back.

use std::ops::Deref;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::column::Millis;
use crate::data_dir::DataDir;
use crate::error::StoreError;
use crate::lock::InstanceLock;

/// The open database. One owner; it can move to another thread and is not shared between threads.
#[derive(Debug)]
pub struct Store {
    // Dropped in this order: the connection closes before the folder is given free.
    reads: Reads,
    dir: DataDir,
    /// [`Connection::total_changes`] when the store was opened.
    changes_at_open: u64,
    /// [`Connection::total_changes`] at the last backup of this run.
    changes_at_backup: Option<u64>,
    _lock: InstanceLock,
}

/// Every query. [`Store`] and [`Tx`] deref to it, so that a read is the same inside and outside a transaction.
#[derive(Debug)]
pub struct Reads {
    conn: Connection,
}

/// A write transaction, alive inside [`Store::write`]. Every method that changes something is on it.
#[derive(Debug)]
pub struct Tx<'store> {
    reads: &'store Reads,
}

impl Store {
    pub(crate) fn new(conn: Connection, dir: DataDir, lock: InstanceLock) -> Self {
        let changes_at_open = conn.total_changes();
        Store { reads: Reads { conn }, dir, changes_at_open, changes_at_backup: None, _lock: lock }
    }

    /// Runs `work` in one transaction: committed, durably, when it returns `Ok`; rolled back when it returns `Err`
    /// or panics.
    ///
    /// # Errors
    /// The error of `work`, or [`StoreError`] from beginning or committing (the disk may be full).
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        // Immediate: what `work` reads is still so when it writes.
        let transaction = Transaction::new_unchecked(&self.reads.conn, TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let outcome = work(&Tx { reads: &self.reads })?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(outcome)
    }

    /// The folder the store lives in.
    pub fn dir(&self) -> &DataDir {
        &self.dir
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.reads.conn
    }

    /// Remembers that everything up to here is in a backup.
    pub(crate) fn note_backup(&mut self) {
        self.changes_at_backup = Some(self.reads.conn.total_changes());
    }

    /// Whether anything was written since the last backup; across restarts, judged by the times in the rows.
    pub(crate) fn changed_since_backup(&self, last: Option<Timestamp>) -> Result<bool, StoreError> {
        match (self.changes_at_backup, last) {
            (Some(changes), _) => Ok(self.reads.conn.total_changes() != changes),
            (None, _) if self.reads.conn.total_changes() != self.changes_at_open => Ok(true),
            (None, last) => {
                Ok(self.last_change()?.is_some_and(|change| last.is_none_or(|last| change > last)))
            }
        }
    }
}

impl Reads {
    /// When an answer, a take, a review, a try of a drill, a mock interview, a story, a question of the user's own, or
    /// what they say about one was last written.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn last_change(&self) -> Result<Option<Timestamp>, StoreError> {
        let newest: Option<Millis> = self
            .conn()
            .prepare_cached(
                "SELECT max(at) FROM (SELECT max(updated_at) AS at FROM answers UNION ALL
                    SELECT max(saved_at) FROM takes UNION ALL
                    SELECT max(updated_at) FROM questions UNION ALL
                    SELECT max(updated_at) FROM mocks UNION ALL
                    SELECT max(updated_at) FROM stories UNION ALL
                    SELECT max(linked_at) FROM story_answers UNION ALL
                    SELECT max(at) FROM suspended_questions UNION ALL
                    SELECT max(saved_at) FROM question_notes UNION ALL
                    SELECT max(saved_at) FROM unfinished_words UNION ALL
                    SELECT max(max(at, coalesce(undone_at, at))) FROM drill_log UNION ALL
                    SELECT max(max(at, coalesce(undone_at, at))) FROM review_log)",
            )?
            .query_one([], |row| row.get(0))?;
        Ok(newest.map(|Millis(at)| at))
    }

    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }
}

impl Deref for Store {
    type Target = Reads;

    fn deref(&self) -> &Reads {
        &self.reads
    }
}

impl Deref for Tx<'_> {
    type Target = Reads;

    fn deref(&self) -> &Reads {
        self.reads
    }
}
