//! Opening the answers: the store, the bank with the user's own questions, the check with the user's own rules.

use std::{
    collections::BTreeSet,
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use phrasing::{Checker, LiveMarks};
use question_bank::Bank;
use store::{DataDir, Store, list_backups};

use crate::{
    AppError, Trouble,
    clock::Clock,
    view::{FileProblem, Ready, Settings},
};

/// Files of the user's own are read up to this size; the parsers refuse longer ones with a clear message.
const FILE_CAP: u64 = 6 * 1024 * 1024;

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
    pub(crate) problems: Vec<FileProblem>,
    pub(crate) backup_problem: Option<String>,
    rule_files: Vec<(String, String)>,
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
        let (bank, bank_problems) = Bank::builtin().with_user_files(&read_folder(&dir.questions()));
        let mut problems: Vec<FileProblem> = bank_problems
            .iter()
            .map(|problem| FileProblem {
                file: problem.file.clone(),
                line: u32::try_from(problem.line).unwrap_or(u32::MAX),
                message: problem
                    .field
                    .as_ref()
                    .map_or_else(|| problem.what.to_string(), |field| format!("{field}: {}", problem.what)),
            })
            .collect();
        let rule_files: Vec<(String, String)> = read_folder(&dir.rules())
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
            .collect();
        let (checker, rule_problems) = Checker::with_rules(&rule_files, &rules_off(&settings));
        problems.extend(rule_problems.iter().map(|problem| FileProblem {
            file: problem.file.clone(),
            line: u32::try_from(problem.line).unwrap_or(u32::MAX),
            message: problem.reason.to_string(),
        }));
        let mut app = App {
            store,
            bank,
            checker,
            live: LiveMarks::default(),
            clock,
            settings,
            problems,
            backup_problem: None,
            rule_files,
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
            problems: self.problems.clone(),
            due: self.due_count()?,
            today: self.today_date().to_string(),
        })
    }

    /// Builds the check anew after a rule was switched.
    pub(crate) fn reload_rules(&mut self) {
        self.checker = Checker::with_rules(&self.rule_files, &rules_off(&self.settings)).0;
        self.live = LiveMarks::default();
    }
}

fn rules_off(settings: &Settings) -> BTreeSet<String> {
    settings.rules_off.iter().cloned().collect()
}

/// The `.toml` files of a folder, by name. A folder that is not there has none; a file that cannot be read comes back
/// empty, which its parser then says.
fn read_folder(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let mut bytes = Vec::new();
            if let Ok(file) = fs::File::open(&path)
                && file.take(FILE_CAP).read_to_end(&mut bytes).is_err()
            {
                bytes.clear();
            }
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes)
        })
        .collect()
}
