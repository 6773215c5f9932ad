//! The bank as this user has it: the built-in questions, those kept in the store, and those in files of their own.

use question_bank::{Bank, Origin, Question};
use store::{KeptQuestion, Reads};

use crate::{
    App, AppError,
    own_files::read_folder,
    view::{self, FileProblem, OwnFolder},
};

/// The bank with what the user has, and what of it could not be read. What can be read works.
pub(crate) fn read(store: &Reads, folder: &std::path::Path) -> Result<(Bank, Vec<FileProblem>), AppError> {
    let mut problems = Vec::new();
    let mut kept = Vec::new();
    for row in store.kept_questions()?.into_iter().filter(|row| row.deleted_at.is_none()) {
        match question_of(&row) {
            Some(question) => kept.push((question, row.pack)),
            None => problems.push(FileProblem {
                folder: OwnFolder::Questions,
                file: row.pack.map_or(Origin::Own, Origin::Pack).to_string(),
                line: 0,
                message: format!(
                    "The question “{}” is of a form this version cannot read. It is kept.",
                    row.id
                ),
            }),
        }
    }
    // A file that cannot be read comes as an empty one, which the bank then says.
    let files: Vec<(String, Vec<u8>)> =
        read_folder(folder).into_iter().map(|(name, bytes)| (name, bytes.unwrap_or_default())).collect();
    let (mut bank, faults) = Bank::builtin().with_kept(kept).with_user_files(&files);
    problems.extend(faults.iter().map(file_problem));
    for (id, text) in store.question_notes()? {
        bank.set_note(&id.as_str().into(), &text);
    }
    Ok((bank, problems))
}

/// What a row of the store says; none when a version that is not this one wrote it.
pub(crate) fn question_of(row: &KeptQuestion) -> Option<Question> {
    serde_json::from_str(&row.body).ok()
}

pub(crate) fn file_problem(problem: &question_bank::Problem) -> FileProblem {
    FileProblem {
        folder: OwnFolder::Questions,
        file: problem.file.clone(),
        line: u32::try_from(problem.line).unwrap_or(u32::MAX),
        message: problem
            .field
            .as_ref()
            .map_or_else(|| problem.what.to_string(), |field| format!("{field}: {}", problem.what)),
    }
}

pub(crate) fn origin_view(origin: &Origin) -> view::Origin {
    match origin {
        Origin::Builtin => view::Origin::BuiltIn,
        Origin::Own => view::Origin::Own,
        Origin::Pack(name) => view::Origin::Pack { name: name.clone() },
        Origin::File(name) => view::Origin::File { name: name.clone() },
    }
}

impl App {
    /// Reads the user's own questions again, those in files too.
    pub(crate) fn reload_bank(&mut self) -> Result<(), AppError> {
        (self.bank, self.bank_problems) = read(&self.store, &self.store.dir().questions())?;
        Ok(())
    }
}
