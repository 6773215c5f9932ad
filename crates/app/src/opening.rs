//! Opening the answers: the store, the bank with the user's own questions, the check with the user's own rules.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use phrasing::{Checker, LiveMarks};
use question_bank::Bank;
use review::plan::Shortfall;
use store::{DataDir, Store, list_backups};

use crate::{
    AppError, Trouble,
    clock::Clock,
    day_plan::Reckoned,
    fitting::Model,
    mocking::Held,
    own_rules::RuleFiles,
    packing::PendingPack,
    reviewing::count,
    rows::id,
    view::{FileProblem, Ready, Settings},
};

/// In which way to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// What is there.
    AsItIs,
    /// Nothing: what is there is set aside.
    Fresh,
    /// A backup: what is there is set aside.
    Restoring(PathBuf),
}

/// The open answers.
#[derive(Debug)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) bank: Bank,
    pub(crate) checker: Checker,
    /// The text that is being written, with its marks by that checker.
    pub(crate) live: LiveMarks,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) settings: Settings,
    pub(crate) bank_problems: Vec<FileProblem>,
    pub(crate) backup_problem: Option<String>,
    pub(crate) rule_files: RuleFiles,
    /// The pack that was looked at last, and the number of the next one.
    pub(crate) pending_pack: Option<PendingPack>,
    pub(crate) next_pack: u32,
    /// The mock interview that is being held, as it is stored.
    pub(crate) mock: Option<Held>,
    /// The answer that was last said aloud without a record, until it is graded.
    pub(crate) said_aloud: Option<store::AnswerId>,
    /// Minutes that were asked for on a day beyond those of the settings.
    pub(crate) more_today: Option<(jiff::civil::Date, u32)>,
    /// The memory model: its weights, and what came of fitting them.
    pub(crate) model: Model,
    /// What the minutes could not do when that was last reckoned.
    pub(crate) last_shortfall: Option<(Reckoned, Option<Shortfall>)>,
}

impl App {
    /// Opens the data folder.
    ///
    /// # Errors
    /// [`Trouble`]: every file is then as it was.
    pub fn open(dir: &Path, clock: Arc<dyn Clock>, how: Open) -> Result<App, Trouble> {
        let dir = DataDir::new(dir);
        let now = clock.now();
        let store = match how {
            Open::AsItIs => store::open(&dir, now)?.into_store(),
            Open::Fresh => store::start_fresh(&dir, now)?,
            // Only a backup of this folder is ever restored, whatever path is asked for.
            Open::Restoring(path) => {
                let backups = list_backups(&dir);
                let backup =
                    backups.iter().find(|backup| backup.path == path).ok_or(Trouble::NoSuchBackup)?;
                store::restore(&dir, backup, now)?
            }
        };
        let settings = crate::settling::read(&store)?;
        let model = Model::read(&store);
        let (bank, bank_problems) = crate::own_bank::read(&store, &dir.questions())?;
        let mut rule_files = RuleFiles::read(&dir.rules());
        let checker = rule_files.checker(&settings);
        let mut app = App {
            store,
            bank,
            checker,
            live: LiveMarks::default(),
            clock,
            settings,
            bank_problems,
            backup_problem: None,
            rule_files,
            pending_pack: None,
            next_pack: 1,
            mock: None,
            said_aloud: None,
            more_today: None,
            model,
            last_shortfall: None,
        };
        app.back_up_if_due();
        Ok(app)
    }

    /// What the window needs to draw itself.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn ready(&mut self) -> Result<Ready, AppError> {
        let running = self.store.running_draft()?.filter(|take| !take.text.trim().is_empty());
        let running = running.map(|take| self.running_view(&take)).transpose()?;
        Ok(Ready {
            first_run: self.store.recent_takes(1)?.is_empty(),
            settings: self.settings.clone(),
            running,
            mock: self.store.mock_under_way()?.map(|mock| id(mock.id.0)),
            problems: [&*self.bank_problems, &*self.rule_files.problems].concat(),
            due: count(self.day_plan()?.again.len()),
            today: self.today_date().to_string(),
        })
    }

    /// Builds the check anew after rules were switched or read again.
    pub(crate) fn reload_rules(&mut self) {
        self.checker = self.rule_files.checker(&self.settings);
        self.live = LiveMarks::default();
    }
}
