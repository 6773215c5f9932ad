//! One running instance per data folder.

use std::fs::{File, TryLockError};

use crate::data_dir::DataDir;
use crate::error::OpenError;

/// The data folder is ours while this lives. The system frees it when the process ends, even after `kill -9`.
#[derive(Debug)]
pub struct InstanceLock {
    _file: File,
}

impl InstanceLock {
    /// Takes the lock of `dir`, whose folder must exist.
    ///
    /// # Errors
    /// [`OpenError::AlreadyOpen`] while another instance holds it; [`OpenError::NotWritable`] when the lock file
    /// cannot be created.
    pub fn acquire(dir: &DataDir) -> Result<Self, OpenError> {
        let path = dir.lock();
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|source| OpenError::writing(&path, source))?;
        match file.try_lock() {
            Ok(()) => Ok(InstanceLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::AlreadyOpen),
            Err(TryLockError::Error(source)) => Err(OpenError::Io { path, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_instance_is_told_so_and_the_lock_is_free_after_the_first() {
        let home = tempfile::tempdir().unwrap();
        let dir = DataDir::new(home.path());
        let first = InstanceLock::acquire(&dir).unwrap();
        assert!(matches!(InstanceLock::acquire(&dir), Err(OpenError::AlreadyOpen)));
        drop(first);
        InstanceLock::acquire(&dir).unwrap();
    }
}
