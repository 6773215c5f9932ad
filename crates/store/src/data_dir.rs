//! Where everything lives: the names inside the data folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::OpenError;

/// The user's data folder and the names inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataDir(PathBuf);

impl DataDir {
    /// A data folder at `path`. Nothing is touched until [`crate::open`].
    pub fn new(path: impl Into<PathBuf>) -> Self {
        DataDir(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.0.join("answerable.db")
    }

    /// The database and the two files SQLite keeps beside it, which belong to it and move with it.
    pub(crate) fn database_files(&self) -> [PathBuf; 3] {
        ["answerable.db", "answerable.db-wal", "answerable.db-shm"].map(|name| self.0.join(name))
    }

    /// The marker that says a database has been here: with it, a missing database is missing and not a first run.
    pub fn marker(&self) -> PathBuf {
        self.0.join("answerable.marker")
    }

    /// The file that the running instance holds locked.
    pub fn lock(&self) -> PathBuf {
        self.0.join("answerable.lock")
    }

    /// The folder of verified copies of the database.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// The folder of the user's own question files.
    pub fn questions(&self) -> PathBuf {
        self.0.join("questions")
    }

    /// The folder of the user's own phrase rules.
    pub fn rules(&self) -> PathBuf {
        self.0.join("rules")
    }

    /// Creates the folder and the ones inside it, readable by the user alone where the system knows such a thing.
    pub(crate) fn create(&self) -> Result<(), OpenError> {
        for folder in [self.0.clone(), self.backups(), self.questions(), self.rules()] {
            create_private(&folder).map_err(|source| OpenError::writing(&folder, source))?;
        }
        Ok(())
    }
}

fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_folder_is_private_to_the_user() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let dir = DataDir::new(home.path().join("answers"));
        dir.create().unwrap();
        for folder in [dir.path().to_owned(), dir.backups()] {
            let mode = fs::metadata(&folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
        }
    }
}
