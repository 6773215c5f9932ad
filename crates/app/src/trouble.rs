//! What is in the way of opening the answers, as the window shows it.

use std::path::Path;

use store::{BackupInfo, DataDir, OpenError, list_backups};

use crate::{
    rows::backup_view,
    view::{self, TroubleKind},
};

/// Why the answers could not be opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The store opened, and its settings could not be read.
    #[error(transparent)]
    Reading(#[from] crate::AppError),
    /// The backup to restore is not among those of this folder.
    #[error("This backup is no longer there. Choose another one.")]
    NoSuchBackup,
}

impl Trouble {
    /// The trouble with the data folder at `dir`, and what can be done.
    pub fn view(&self, dir: &Path) -> view::Trouble {
        let dir = DataDir::new(dir);
        let kind = self.kind();
        let path = match self {
            Trouble::Store(
                OpenError::NotWritable { path, .. }
                | OpenError::WrongFile { path }
                | OpenError::Io { path, .. },
            ) => path.clone(),
            _ if matches!(kind, TroubleKind::Missing | TroubleKind::Empty | TroubleKind::Damaged) => {
                dir.database()
            }
            _ => dir.path().to_owned(),
        };
        let backups = match kind {
            TroubleKind::Missing | TroubleKind::Empty | TroubleKind::Damaged | TroubleKind::Other => {
                list_backups(&dir)
                    .iter()
                    .filter(|backup: &&BackupInfo| backup.verified)
                    .map(backup_view)
                    .collect()
            }
            _ => Vec::new(),
        };
        view::Trouble {
            kind,
            detail: self.detail(),
            path: path.to_string_lossy().into_owned(),
            backups,
            can_start_fresh: matches!(kind, TroubleKind::Missing | TroubleKind::Empty | TroubleKind::Damaged),
        }
    }

    fn kind(&self) -> TroubleKind {
        match self {
            Trouble::Store(error) => match error {
                OpenError::AlreadyOpen => TroubleKind::AlreadyOpen,
                OpenError::NotWritable { .. } => TroubleKind::NotWritable,
                OpenError::Missing { .. } => TroubleKind::Missing,
                OpenError::Empty { .. } => TroubleKind::Empty,
                OpenError::Damaged { .. } => TroubleKind::Damaged,
                OpenError::Newer { .. } => TroubleKind::Newer,
                OpenError::WrongFile { .. } => TroubleKind::WrongFile,
                OpenError::DiskFull => TroubleKind::DiskFull,
                OpenError::UpgradeFailed { .. }
                | OpenError::BackupUnusable { .. }
                | OpenError::SqliteTooOld { .. }
                | OpenError::Io { .. }
                | OpenError::Sqlite(_) => TroubleKind::Other,
            },
            Trouble::Reading(_) | Trouble::NoSuchBackup => TroubleKind::Other,
        }
    }

    fn detail(&self) -> String {
        let mut text = self.to_string();
        let mut cause = std::error::Error::source(self);
        while let Some(error) = cause {
            text.push(' ');
            text.push_str(&error.to_string());
            cause = error.source();
        }
        text
    }
}
