//! The table `questions`: those that the user wrote in the app or imported with a pack.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::column::Millis;
use crate::error::{Row, StoreError};
use crate::transaction::{Reads, Tx};

/// A question of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptQuestion {
    /// Its id, for ever.
    pub id: String,
    /// The pack it came with; none when the user wrote it.
    pub pack: Option<String>,
    /// The question as JSON, in the form of the question bank.
    pub body: String,
    /// Grows by one with each change; guards against stale writes.
    pub version: u32,
    /// When it was first kept.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Since when it is deleted; it can be brought back.
    pub deleted_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, pack, body, version, created_at, updated_at, deleted_at";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<KeptQuestion> {
    Ok(KeptQuestion {
        id: row.get(0)?,
        pack: row.get(1)?,
        body: row.get(2)?,
        version: row.get(3)?,
        created_at: row.get::<_, Millis>(4)?.0,
        updated_at: row.get::<_, Millis>(5)?.0,
        deleted_at: row.get::<_, Option<Millis>>(6)?.map(|Millis(at)| at),
    })
}

impl Reads {
    /// Every question kept, deleted ones too, in the order in which they came.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn kept_questions(&self) -> Result<Vec<KeptQuestion>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM questions ORDER BY place");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let questions = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(questions)
    }

    /// The question of that id, deleted or not.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn kept_question(&self, id: &str) -> Result<Option<KeptQuestion>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM questions WHERE id = ?1");
        Ok(self.conn().prepare_cached(&sql)?.query_one([id], read).optional()?)
    }
}

impl Tx<'_> {
    /// Keeps a new question.
    ///
    /// # Errors
    /// [`StoreError::QuestionIdTaken`], by a deleted question too.
    pub fn insert_question(
        &self,
        id: &str,
        pack: Option<&str>,
        body: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        if self.kept_question(id)?.is_some() {
            return Err(StoreError::QuestionIdTaken { id: id.to_owned() });
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO questions (id, pack, body, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)",
            )?
            .execute(params![id, pack, body, Millis(now)])?;
        Ok(())
    }

    /// Replaces what a question says, and brings it back if it was deleted. Returns the new version.
    ///
    /// # Errors
    /// [`StoreError::Stale`], [`StoreError::NoSuchQuestion`].
    pub fn update_question(
        &self,
        id: &str,
        body: &str,
        expected_version: u32,
        now: Timestamp,
    ) -> Result<u32, StoreError> {
        let current =
            self.kept_question(id)?.ok_or_else(|| StoreError::NoSuchQuestion { id: id.to_owned() })?;
        if current.version != expected_version {
            return Err(StoreError::Stale {
                row: Row::Question,
                expected: expected_version,
                found: current.version,
            });
        }
        self.conn()
            .prepare_cached(
                "UPDATE questions SET body = ?2, version = version + 1, updated_at = ?3, deleted_at = NULL
                 WHERE id = ?1",
            )?
            .execute(params![id, body, Millis(now)])?;
        Ok(expected_version + 1)
    }

    /// Deletes a question so that it can be brought back, or brings it back. Doing it twice changes nothing. Answers and
    /// reviews stay.
    ///
    /// # Errors
    /// [`StoreError::NoSuchQuestion`].
    pub fn set_question_deleted(&self, id: &str, deleted: bool, now: Timestamp) -> Result<(), StoreError> {
        let sql =
            "UPDATE questions SET version = version + ((deleted_at IS NOT NULL) <> ?2), updated_at = ?3,
                deleted_at = CASE WHEN ?2 THEN coalesce(deleted_at, ?3) END
             WHERE id = ?1";
        match self.conn().prepare_cached(sql)?.execute(params![id, deleted, Millis(now)])? {
            0 => Err(StoreError::NoSuchQuestion { id: id.to_owned() }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{TestStore, minute, noon};

    fn ids(store: &TestStore) -> Vec<(String, u32, bool)> {
        let kept = store.kept_questions().unwrap();
        kept.into_iter().map(|kept| (kept.id, kept.version, kept.deleted_at.is_some())).collect()
    }

    #[test]
    fn a_question_is_kept_revised_deleted_and_brought_back() {
        let mut store = TestStore::new();
        store.run(|tx| tx.insert_question("my-b", None, "{}", noon()));
        store.run(|tx| tx.insert_question("my-a", Some("friends"), "{}", noon()));
        assert_eq!(store.run(|tx| tx.update_question("my-b", "{\"x\":1}", 0, minute(1))), 1);
        let kept = store.kept_question("my-b").unwrap().unwrap();
        assert_eq!((kept.body.as_str(), kept.pack, kept.created_at), ("{\"x\":1}", None, noon()));
        for _ in 0..2 {
            store.run(|tx| tx.set_question_deleted("my-b", true, minute(2)));
        }
        assert_eq!(ids(&store), [("my-b".to_owned(), 2, true), ("my-a".to_owned(), 0, false)]);
        assert_eq!(store.kept_question("my-b").unwrap().unwrap().deleted_at, Some(minute(2)));
        for _ in 0..2 {
            store.run(|tx| tx.set_question_deleted("my-b", false, minute(3)));
        }
        assert_eq!(ids(&store)[0], ("my-b".to_owned(), 3, false));
    }

    #[test]
    fn what_does_not_fit_is_refused_and_changes_nothing() {
        let mut store = TestStore::new();
        store.run(|tx| tx.insert_question("my-a", None, "{}", noon()));
        store.run(|tx| tx.set_question_deleted("my-a", true, noon()));
        let taken = store.write(|tx| tx.insert_question("my-a", None, "{}", noon()));
        assert!(matches!(taken, Err(StoreError::QuestionIdTaken { .. })), "the id of a deleted question");
        let stale = store.write(|tx| tx.update_question("my-a", "{}", 0, noon()));
        assert!(matches!(stale, Err(StoreError::Stale { row: Row::Question, expected: 0, found: 1 })));
        let none = store.write(|tx| tx.set_question_deleted("my-b", true, noon()));
        assert!(matches!(none, Err(StoreError::NoSuchQuestion { .. })));
        let no_json = store.write(|tx| tx.insert_question("my-c", None, "{", noon()));
        assert!(matches!(no_json, Err(StoreError::Sqlite(_))));
        assert_eq!(ids(&store), [("my-a".to_owned(), 1, true)]);
    }
}
