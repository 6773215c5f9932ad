//! Packs of questions: what importing one would do, doing it, and writing one.

use std::{collections::HashMap, path::Path};

use question_bank::{
    Format, Origin, Problem, ProblemKind, Question, QuestionId,
    packs::{Deleted, Pack, Plan, file_stem, pack_name, write},
};
use store::KeptQuestion;

use crate::{
    App, AppError,
    new_file::write_new,
    own_bank::{file_problem, question_of},
    reviewing::count,
    view::{ExportChoice, Exported, PackApplied, PackFormat, PackPlan, PackRow},
    writing::body,
};

/// A pack that was shown and may be applied.
#[derive(Debug)]
pub(crate) struct PendingPack {
    token: u32,
    pack: Pack,
    plan: Plan,
}

impl App {
    /// What importing a file would do; changes nothing. `size` is the file's, in bytes: of one that is too large the
    /// window sends no bytes, so that nobody reads it.
    ///
    /// # Errors
    /// When the questions kept cannot be read. What is wrong with the file is no error but in the plan.
    pub fn preview_pack(&mut self, file_name: &str, size: u64, bytes: &[u8]) -> Result<PackPlan, AppError> {
        self.pending_pack = None;
        let token = self.next_pack;
        self.next_pack = token.wrapping_add(1);
        let read = match too_large(file_name, size) {
            Some(problem) => Err(vec![problem]),
            None => Pack::read(file_name, bytes),
        };
        let mut view = PackPlan {
            token,
            name: pack_name(file_name),
            format: format_name(Format::of(file_name, bytes)).to_owned(),
            new: Vec::new(),
            changed: Vec::new(),
            same: Vec::new(),
            refused: Vec::new(),
            problems: Vec::new(),
            can_apply: false,
        };
        match read {
            Err(problems) => view.problems = problems.iter().map(file_problem).collect(),
            Ok(pack) => {
                let plan = pack.plan(&self.bank, &self.deleted_questions()?);
                fill(&mut view, &plan);
                self.pending_pack = Some(PendingPack { token, pack, plan });
            }
        }
        Ok(view)
    }

    /// Imports the pack that was shown last, all of it in one step.
    ///
    /// # Errors
    /// [`AppError::PackChanged`] when it is not the one shown last, or when the questions changed since, so that it would
    /// do something else than was shown. Nothing is changed then.
    pub fn apply_pack(&mut self, token: u32) -> Result<PackApplied, AppError> {
        let Some(pending) = self.pending_pack.take().filter(|pending| pending.token == token) else {
            return Err(AppError::PackChanged);
        };
        self.reload_bank()?;
        let PendingPack { pack, plan, .. } = pending;
        if pack.plan(&self.bank, &self.deleted_questions()?) != plan {
            return Err(AppError::PackChanged);
        }
        let now = self.clock.now();
        self.store.write(|tx| {
            for question in plan.new.iter().chain(plan.changed.iter().map(|(question, _)| question)) {
                let (id, body) = (question.id.as_str(), body(question)?);
                match tx.kept_question(id)? {
                    Some(kept) => tx.update_question(id, &body, kept.version, now).map(drop)?,
                    None => tx.insert_question(id, Some(&pack.name), &body, now)?,
                }
            }
            Ok::<_, AppError>(())
        })?;
        self.reload_bank()?;
        self.back_up_if_due();
        Ok(PackApplied {
            name: pack.name,
            new: plan.new.iter().map(|question| question.id.to_string()).collect(),
            changed: plan.changed.iter().map(|(question, _)| question.id.to_string()).collect(),
        })
    }

    fn deleted_questions(&self) -> Result<HashMap<QuestionId, Deleted>, AppError> {
        let deleted = |row: KeptQuestion| {
            let question = question_of(&row);
            (QuestionId::new(row.id), Deleted { pack: row.pack, question })
        };
        let rows = self.store.kept_questions()?.into_iter();
        Ok(rows.filter(|row| row.deleted_at.is_some()).map(deleted).collect())
    }

    /// Writes questions into a new file of a folder, in the bank's order.
    ///
    /// # Errors
    /// [`AppError::NothingToExport`]; [`AppError::NotExported`] when the file cannot be written.
    pub fn export_questions(
        &mut self,
        choice: &ExportChoice,
        format: PackFormat,
        folder: &Path,
    ) -> Result<Exported, AppError> {
        let chosen = self.chosen(choice);
        if chosen.is_empty() {
            return Err(AppError::NothingToExport);
        }
        let format = match format {
            PackFormat::Toml => Format::Toml,
            PackFormat::Json => Format::Json,
            PackFormat::Csv => Format::Csv,
        };
        let stem = match choice {
            ExportChoice::Own => "my-questions".to_owned(),
            ExportChoice::Selection { .. } => "questions".to_owned(),
            ExportChoice::Competency { id } => file_stem(id),
        };
        let name = format!("{stem}-{}", self.today_date());
        let path = write_new(folder, &name, format.ending(), write(&chosen, format).as_bytes()).map_err(
            |error| AppError::NotExported {
                what: "questions",
                folder: folder.to_string_lossy().into_owned(),
                error,
            },
        )?;
        Ok(Exported { path: path.to_string_lossy().into_owned(), questions: count(chosen.len()) })
    }

    fn chosen(&self, choice: &ExportChoice) -> Vec<&Question> {
        match choice {
            ExportChoice::Own => self
                .bank
                .with_origins()
                .filter(|(_, origin)| matches!(origin, Origin::Own | Origin::File(_)))
                .map(|(question, _)| question)
                .collect(),
            ExportChoice::Selection { ids } => {
                self.in_bank_order(ids).iter().filter_map(|id| self.bank.get(id)).collect()
            }
            ExportChoice::Competency { id } => {
                self.bank.all().iter().filter(|question| question.competency.as_str() == id).collect()
            }
        }
    }
}

fn too_large(file_name: &str, size: u64) -> Option<Problem> {
    let bytes = usize::try_from(size).unwrap_or(usize::MAX);
    let what = ProblemKind::FileTooLarge { bytes, limit: question_bank::FILE_BYTES };
    let problem = Problem { file: pack_name(file_name), line: 1, field: None, question: None, what };
    (bytes > question_bank::FILE_BYTES).then_some(problem)
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Toml => "TOML",
        Format::Json => "JSON",
        Format::Csv => "CSV",
    }
}

fn fill(view: &mut PackPlan, plan: &Plan) {
    let row = |question: &Question, notes| PackRow {
        id: question.id.to_string(),
        prompt: question.prompt.clone(),
        notes,
    };
    view.new = plan.new.iter().map(|question| row(question, Vec::new())).collect();
    view.same = plan.same.iter().map(|question| row(question, Vec::new())).collect();
    let fields = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
    view.changed = plan.changed.iter().map(|(question, changed)| row(question, fields(changed))).collect();
    view.refused = plan.refused.iter().map(|out| row(&out.question, vec![out.why.to_string()])).collect();
    view.can_apply = plan.changes();
}
