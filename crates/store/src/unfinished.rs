//! The table `unfinished_words`: words that were typed and neither finished nor thrown away, outside of takes.

use jiff::Timestamp;
use rusqlite::params;

use crate::column::Millis;
use crate::error::StoreError;
use crate::transaction::{Reads, Tx};

impl Reads {
    /// The words of every place whose name begins like this, with their places, in the order of the names.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub fn unfinished_words(&self, beginning: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.conn().prepare_cached(
            "SELECT place, words FROM unfinished_words WHERE substr(place, 1, length(?1)) = ?1 ORDER BY place",
        )?;
        let all = statement
            .query_map([beginning], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(all)
    }
}

impl Tx<'_> {
    /// Keeps the words of a place, instead of those before; none at all forgets them.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn set_unfinished_words(&self, place: &str, words: &str, now: Timestamp) -> Result<(), StoreError> {
        if words.is_empty() {
            self.conn().prepare_cached("DELETE FROM unfinished_words WHERE place = ?1")?.execute([place])?;
            return Ok(());
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO unfinished_words (place, words, saved_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (place) DO UPDATE SET words = ?2, saved_at = ?3",
            )?
            .execute(params![place, words, Millis(now)])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{TestStore, minute, noon};

    #[test]
    fn words_are_kept_by_place_replaced_and_forgotten() {
        let mut store = TestStore::new();
        store.run(|tx| tx.set_unfinished_words("drill:1", "I cut it.", noon()));
        store.run(|tx| tx.set_unfinished_words("drill:12", "I held it.", noon()));
        store.run(|tx| tx.set_unfinished_words("story:1", "{}", noon()));
        store.run(|tx| tx.set_unfinished_words("drill:1", "I cut the export.", minute(1)));
        let of = |store: &TestStore, beginning: &str| store.unfinished_words(beginning).unwrap();
        let pair = |place: &str, words: &str| (place.to_owned(), words.to_owned());
        assert_eq!(
            of(&store, "drill:"),
            [pair("drill:1", "I cut the export."), pair("drill:12", "I held it.")]
        );
        assert_eq!(of(&store, "%"), [], "a name, not a pattern");
        store.run(|tx| tx.set_unfinished_words("drill:1", "", minute(2)));
        assert_eq!(of(&store, "drill:"), [pair("drill:12", "I held it.")]);
        store.run(|tx| tx.set_unfinished_words("nowhere", "", minute(2)));
    }
}
