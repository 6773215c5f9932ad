//! Where the data live, and their backups.

use std::fs;

use store::list_backups;

use crate::{
    App, AppError,
    rows::backup_view,
    view::{BackupView, DataView},
};

impl App {
    /// Where the answers live, and their backups.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn data(&mut self) -> Result<DataView, AppError> {
        let dir = self.store.dir().clone();
        Ok(DataView {
            dir: dir.path().to_string_lossy().into_owned(),
            bytes: fs::metadata(dir.database()).map_or(0, |file| file.len()),
            answers: self.store.list_answers(&store::AnswerFilter::default())?.total,
            backups: list_backups(&dir).iter().map(backup_view).collect(),
            backup_problem: self.backup_problem.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            questions: u32::try_from(self.bank.all().len()).unwrap_or(u32::MAX),
            rules: u32::try_from(self.checker.rules().len()).unwrap_or(u32::MAX),
        })
    }

    /// Makes a backup now and checks it.
    ///
    /// # Errors
    /// When it could not be written, or did not pass its check.
    pub fn back_up_now(&mut self) -> Result<BackupView, AppError> {
        let backup = self.store.backup_now(self.clock.now())?;
        self.backup_problem = None;
        Ok(backup_view(&backup))
    }

    /// Makes a backup if the last one is half an hour old. What was just saved is safe either way, so a failure is
    /// kept for the Data page rather than thrown at what the user was doing.
    pub(crate) fn back_up_if_due(&mut self) {
        match self.store.backup_if_due(self.clock.now()) {
            Ok(Some(_)) => self.backup_problem = None,
            Ok(None) => {}
            Err(error) => self.backup_problem = Some(error.to_string()),
        }
    }
}
