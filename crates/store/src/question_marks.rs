//! The tables `suspended_questions` and `question_notes`: what the user says about any question of the bank.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use rusqlite::params;

use crate::column::Millis;
use crate::error::StoreError;
use crate::transaction::{Reads, Tx};

impl Reads {
    /// The ids of the questions that are not to be asked.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn suspended_questions(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT question_id FROM suspended_questions")?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The notes, by the question's id.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn question_notes(&self) -> Result<HashMap<String, String>, StoreError> {
        let mut statement = self.conn().prepare_cached("SELECT question_id, text FROM question_notes")?;
        let notes =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(notes)
    }
}

impl Tx<'_> {
    /// Suspends a question, or not. Doing it twice changes nothing.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn set_question_suspended(
        &self,
        id: &str,
        suspended: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        if suspended {
            self.conn()
                .prepare_cached(
                    "INSERT OR IGNORE INTO suspended_questions (question_id, at) VALUES (?1, ?2)",
                )?
                .execute(params![id, Millis(now)])?;
        } else {
            self.conn()
                .prepare_cached("DELETE FROM suspended_questions WHERE question_id = ?1")?
                .execute([id])?;
        }
        Ok(())
    }

    /// Keeps a note on a question; an empty one is no note.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn set_question_note(&self, id: &str, text: &str, now: Timestamp) -> Result<(), StoreError> {
        if text.is_empty() {
            self.conn().prepare_cached("DELETE FROM question_notes WHERE question_id = ?1")?.execute([id])?;
        } else {
            self.conn()
                .prepare_cached(
                    "INSERT INTO question_notes (question_id, text, saved_at) VALUES (?1, ?2, ?3)
                     ON CONFLICT (question_id) DO UPDATE SET text = ?2, saved_at = ?3",
                )?
                .execute(params![id, text, Millis(now)])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{TestStore, minute, noon};

    #[test]
    fn questions_are_suspended_and_resumed() {
        let mut store = TestStore::new();
        for (id, suspended) in
            [("a", true), ("b", true), ("a", true), ("b", false), ("b", false), ("c", false)]
        {
            store.run(|tx| tx.set_question_suspended(id, suspended, noon()));
        }
        assert_eq!(store.suspended_questions().unwrap().into_iter().collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn a_note_is_kept_replaced_and_removed() {
        let mut store = TestStore::new();
        for text in ["first", "second\nline 🌙"] {
            store.run(|tx| tx.set_question_note("a", text, noon()));
        }
        store.run(|tx| tx.set_question_note("b", "gone soon", noon()));
        store.run(|tx| tx.set_question_note("b", "", noon()));
        let notes = store.question_notes().unwrap();
        assert_eq!((notes.len(), notes["a"].as_str()), (1, "second\nline 🌙"));
    }

    #[test]
    fn each_of_them_is_a_change_to_back_up() {
        let mut store = TestStore::new();
        assert_eq!(store.last_change().unwrap(), None);
        store.run(|tx| tx.set_question_suspended("a", true, minute(1)));
        assert_eq!(store.last_change().unwrap(), Some(minute(1)));
        store.run(|tx| tx.set_question_note("a", "note", minute(2)));
        assert_eq!(store.last_change().unwrap(), Some(minute(2)));
        store.run(|tx| tx.insert_question("my-a", None, "{}", minute(3)));
        assert_eq!(store.last_change().unwrap(), Some(minute(3)));
    }
}
