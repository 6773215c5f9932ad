//! All questions the app can ask: the built-in ones and the user's own.

use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, OnceLock};

use crate::builtin;
use crate::competency::Competency;
use crate::limits;
use crate::parse;
use crate::problem::{Problem, ProblemKind};
use crate::question::{Question, QuestionId};
use crate::search::Index;
use crate::seen::{FIRST_PREFIX, Seen, Source};
use crate::validate;

/// From this share of common telling words on, in per cent, a writer is shown the other question.
const HINT: u32 = 50;

/// Where a question comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    Builtin,
    /// The user wrote it in the app.
    Own,
    /// It was imported, with the pack of this name.
    Pack(String),
    /// It is in a file of this name that the user wrote.
    File(String),
}

/// Every question, by id, by competency and by words. Questions keep the order of their files.
#[derive(Debug, Clone, Default)]
pub struct Bank {
    questions: Vec<Question>,
    /// Where each comes from, in the same order.
    origins: Vec<Origin>,
    /// How many of the questions are built in; the user's come after them.
    builtin: usize,
    by_id: HashMap<QuestionId, usize>,
    seen: Seen,
    notes: HashMap<usize, String>,
    /// Made at the first search: the start of the app does not wait for it.
    index: OnceLock<Index>,
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

    /// This bank with questions that the app keeps for the user: those written in it, and those of packs. They were
    /// judged when they were kept, so one is left out only when its id is taken, which no question kept earlier can do.
    pub fn with_kept(&self, kept: impl IntoIterator<Item = (Question, Option<String>)>) -> Bank {
        let mut bank = self.clone();
        for (question, pack) in kept {
            if bank.by_id.contains_key(&question.id) {
                continue;
            }
            let origin = pack.map_or(Origin::Own, Origin::Pack);
            bank.seen.keep(&question.id, &question.prompt, &origin.to_string());
            bank.push(question, origin);
        }
        bank
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

    /// Where the question of that id comes from.
    pub fn origin(&self, id: &QuestionId) -> Option<&Origin> {
        self.by_id.get(id).map(|&at| &self.origins[at])
    }

    /// Every question with where it comes from, in the order of [`all`](Bank::all).
    pub fn with_origins(&self) -> impl Iterator<Item = (&Question, &Origin)> {
        self.questions.iter().zip(&self.origins)
    }

    /// Questions whose telling words are at least half the same as those of `prompt`, the nearest first, with the share
    /// in per cent. `except` is the question being revised.
    pub fn near(&self, prompt: &str, except: Option<&QuestionId>) -> Vec<(&Question, u32)> {
        self.near_from(prompt, except, HINT)
    }

    /// Questions that share at least `least` per cent of the telling words with `prompt`, as [`near`](Bank::near).
    pub fn near_from(&self, prompt: &str, except: Option<&QuestionId>, least: u32) -> Vec<(&Question, u32)> {
        let near = self.seen.near(prompt, except, least);
        near.into_iter().filter_map(|(id, share)| Some((self.get(&id)?, share))).collect()
    }

    /// The question whose prompt has the same words as this one, in whatever order.
    pub fn of_same_words(&self, prompt: &str) -> Option<&Question> {
        self.get(self.seen.of_same_words(prompt)?)
    }

    /// Judges a question that the user writes in the app, against the rules of files and against all other questions:
    /// its prompt may not have the words of another, nor nearly those of another of the user's own. `id` is what it has
    /// or will have; the question of that id is the one being revised.
    ///
    /// # Errors
    /// Everything wrong with it, in the order of its lines.
    pub fn judge_own(&self, id: &QuestionId, draft: &parse::Draft) -> Result<Question, Vec<Problem>> {
        let (question, mut problems) = validate::question("", draft);
        problems.extend(self.seen.prompt_fault_of_own(id, draft));
        match question {
            Some(question) if problems.is_empty() => Ok(question),
            _ => Err(problems),
        }
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

    /// Gives a question the user's note, which searches then look into; an empty one takes the note away. A question that
    /// is not there has none.
    pub fn set_note(&mut self, id: &QuestionId, text: &str) {
        let Some(&at) = self.by_id.get(id) else { return };
        self.notes.insert(at, text.to_owned());
        if let Some(index) = self.index.get_mut() {
            index.set_note(at, text);
        }
    }

    /// Questions in which every word of the query begins a word of the prompt, the follow-ups, the tags, the note or the
    /// competency's label; the best first, and equals in the bank's order. Case and accents make no difference. A query
    /// without words finds every question.
    pub fn search(&self, query: &str) -> Vec<&Question> {
        let index = self.index.get_or_init(|| {
            let mut index = Index::default();
            self.questions.iter().for_each(|question| index.push(question));
            self.notes.iter().for_each(|(&at, text)| index.set_note(at, text));
            index
        });
        index.find(query).into_iter().map(|at| &self.questions[at]).collect()
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
            let origin = match source {
                Source::Builtin => Origin::Builtin,
                Source::User | Source::Pack => Origin::File(name.to_owned()),
            };
            questions.into_iter().for_each(|question| self.push(question, origin.clone()));
        } else if let Some(before) = before {
            self.seen = before;
        }
        problems.sort_by_key(|problem| problem.line);
        cut_short(&mut problems);
        problems
    }

    fn push(&mut self, question: Question, origin: Origin) {
        self.by_id.insert(question.id.clone(), self.questions.len());
        self.index.take();
        self.questions.push(question);
        self.origins.push(origin);
    }
}

impl fmt::Display for Origin {
    /// As it stands in a sentence after "in".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Builtin => f.write_str("the built-in questions"),
            Origin::Own => f.write_str("your own questions"),
            Origin::Pack(name) => write!(f, "the pack “{name}”"),
            Origin::File(name) => write!(f, "your file {name}"),
        }
    }
}

/// A file of rubbish can have hundreds of thousands of problems, which nobody reads and no window shows.
pub(crate) fn cut_short(problems: &mut Vec<Problem>) {
    let Some(count) = problems.len().checked_sub(limits::PROBLEMS_PER_FILE).filter(|&count| count > 0) else {
        return;
    };
    problems.truncate(limits::PROBLEMS_PER_FILE);
    if let Some(last) = problems.last().cloned() {
        problems.push(Problem { field: None, question: None, what: ProblemKind::More { count }, ..last });
    }
}
