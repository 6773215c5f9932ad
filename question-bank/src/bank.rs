//! All questions the app can ask: the built-in ones and the user's own.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::builtin;
use crate::competency::Competency;
use crate::limits;
use crate::parse;
use crate::problem::{Problem, ProblemKind};
use crate::question::{Question, QuestionId};
use crate::search::Index;
use crate::seen::{FIRST_PREFIX, Seen, Source};
use crate::validate;

/// Every question, by id, by competency and by words. Questions keep the order of their files.
#[derive(Debug, Clone, Default)]
pub struct Bank {
    questions: Vec<Question>,
    /// How many of the questions are built in; the user's come after them.
    builtin: usize,
    by_id: HashMap<QuestionId, usize>,
    seen: Seen,
    index: Index,
}

impl Bank {
    /// The bank that comes with the app, read once and kept.
    pub fn builtin() -> &'static Bank {
        static BUILTIN: LazyLock<Bank> = LazyLock::new(|| {
            let (bank, problems) = Bank::of_files(builtin::FILES);
            // The files are part of the program, and a test holds them valid.
            assert!(problems.is_empty(), "the built-in bank is damaged: {problems:#?}");
            bank
        });
        &BUILTIN
    }

    fn of_files(files: &[(&str, &str)]) -> (Bank, Vec<Problem>) {
        let mut bank = Bank::default();
        let mut problems = Vec::new();
        for (name, text) in files {
            problems.extend(bank.add_file(name, text.as_bytes(), Source::Builtin));
        }
        bank.builtin = bank.questions.len();
        (bank, problems)
    }

    /// This bank with the user's files laid over it, as `(file name, contents)`.
    ///
    /// A file is taken as a whole or not at all: one bad question keeps the others of its file out, so that an import
    /// is never half done. Files that are all right are taken whatever the others are, in the order given; what is
    /// wrong with the rest comes back as problems, in the order of files and lines.
    pub fn with_user_files(&self, files: &[(String, Vec<u8>)]) -> (Bank, Vec<Problem>) {
        let mut bank = self.clone();
        let problems =
            files.iter().flat_map(|(name, bytes)| bank.add_file(name, bytes, Source::User)).collect();
        (bank, problems)
    }

    /// The question of that id.
    pub fn get(&self, id: &QuestionId) -> Option<&Question> {
        self.by_id.get(id).map(|&at| &self.questions[at])
    }

    /// Every question: the built-in ones by competency, then the user's.
    pub fn all(&self) -> &[Question] {
        &self.questions
    }

    /// The user's own questions, in the order of their files.
    pub fn users_own(&self) -> &[Question] {
        &self.questions[self.builtin..]
    }

    /// The questions of a competency.
    pub fn by_competency(&self, competency: Competency) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.competency == competency)
    }

    /// Built-in questions fit to be a new user's very first; the one to begin with comes first.
    pub fn first_questions(&self) -> Vec<&Question> {
        let mut fit: Vec<_> =
            self.questions[..self.builtin].iter().filter(|question| question.first).collect();
        // Stable: those made for the first launch come before the others, each in the bank's order.
        fit.sort_by_key(|question| !question.id.as_str().starts_with(FIRST_PREFIX));
        fit
    }

    /// Questions in which every word of the query begins a word of the prompt, the tags or the competency's label;
    /// the best first, and equals in the bank's order. Case and accents make no difference. A query without words
    /// finds every question.
    pub fn search(&self, query: &str) -> Vec<&Question> {
        self.index.find(query).into_iter().map(|at| &self.questions[at]).collect()
    }

    /// Takes a file, or leaves the bank as it was and says why.
    fn add_file(&mut self, name: &str, bytes: &[u8], source: Source) -> Vec<Problem> {
        let (drafts, mut problems) = parse::file(name, bytes);
        // A bad built-in file ends the program, so only a user's needs a way back, and no start pays for it.
        let before = (source == Source::User).then(|| self.seen.clone());
        let mut questions = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            let (question, faults) = validate::question(name, draft);
            questions.extend(question);
            problems.extend(faults);
            problems.extend(self.seen.note(name, draft, source));
        }
        if problems.is_empty() {
            questions.into_iter().for_each(|question| self.push(question));
        } else if let Some(before) = before {
            self.seen = before;
        }
        problems.sort_by_key(|problem| problem.line);
        cut_short(&mut problems);
        problems
    }

    fn push(&mut self, question: Question) {
        self.by_id.insert(question.id.clone(), self.questions.len());
        self.index.push(&question);
        self.questions.push(question);
    }
}

/// A file of rubbish can have hundreds of thousands of problems, which nobody reads and no window shows.
fn cut_short(problems: &mut Vec<Problem>) {
    let Some(count) = problems.len().checked_sub(limits::PROBLEMS_PER_FILE).filter(|&count| count > 0) else {
        return;
    };
    problems.truncate(limits::PROBLEMS_PER_FILE);
    if let Some(last) = problems.last().cloned() {
        problems.push(Problem { field: None, question: None, what: ProblemKind::More { count }, ..last });
    }
}
