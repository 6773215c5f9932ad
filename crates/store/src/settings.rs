//! The table `settings`: one JSON value per key.

use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::column::to_json;
use crate::error::StoreError;
use crate::transaction::{Reads, Tx};

impl Reads {
    /// The value of a setting; none when it was never set.
    ///
    /// # Errors
    /// [`StoreError::Json`] when what is stored does not have the form of `T`.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self
            .conn()
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_one([key], |row| row.get(0))
            .optional()?;
        text.map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|source| StoreError::Json { what: "setting", source })
    }
}

impl Tx<'_> {
    /// Sets a setting.
    ///
    /// # Errors
    /// [`StoreError::Json`] when the value is no JSON.
    pub fn set_setting<T: Serialize + ?Sized>(&self, key: &str, value: &T) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            )?
            .execute((key, to_json("setting", value)?))?;
        Ok(())
    }

    /// Forgets a setting, so that its default holds again.
    ///
    /// # Errors
    /// Only when the file cannot be written.
    pub fn remove_setting(&self, key: &str) -> Result<(), StoreError> {
        self.conn().prepare_cached("DELETE FROM settings WHERE key = ?1")?.execute([key])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::TestStore;
    use crate::{StoreError, Tx};

    #[test]
    fn a_setting_is_read_as_it_was_set() {
        let mut store = TestStore::new();
        assert_eq!(store.setting::<u32>("minutes").unwrap(), None);
        store.run(|tx| tx.set_setting("minutes", &30));
        store.run(|tx| tx.set_setting("minutes", &25));
        assert_eq!(store.setting("minutes").unwrap(), Some(25));
        store.run(|tx| tx.set_setting("themes", &["light", "dark 🌙"]));
        assert_eq!(store.setting::<Vec<String>>("themes").unwrap().unwrap(), ["light", "dark 🌙"]);
        store.run(|tx: &Tx<'_>| tx.remove_setting("minutes"));
        assert_eq!(store.setting::<u32>("minutes").unwrap(), None);
    }

    #[test]
    fn a_setting_of_another_form_is_named_not_guessed() {
        let mut store = TestStore::new();
        store.run(|tx| tx.set_setting("minutes", "thirty"));
        assert!(matches!(store.setting::<u32>("minutes"), Err(StoreError::Json { what: "setting", .. })));
    }
}
