//! The Questions room: the list with its filters, one question in full, and what the user says about it.

use std::collections::{BTreeSet, HashMap, HashSet};

use question_bank::{Competency, Kind, Level, Origin, Question, QuestionId};

use crate::{
    App, AppError,
    own_bank::origin_view,
    questions::{competency_view, question_view},
    reviewing::count,
    rows::{card_view, id},
    view::{CompetencyCount, QuestionDetail, QuestionFilter, QuestionList, QuestionRow},
    writing::draft_of,
};

/// Longest note, in characters.
const LONGEST_NOTE: usize = 10_000;

/// What the user has done with the questions, by their ids.
struct Practised {
    answers: HashMap<String, store::AnswerRow>,
    suspended: BTreeSet<String>,
    notes: HashMap<String, String>,
}

impl App {
    /// The questions that pass the filter, and the figures around them.
    ///
    /// # Errors
    /// [`AppError::Invalid`] when the filter names a competency, level or kind that there is not.
    pub fn questions(&mut self, filter: &QuestionFilter) -> Result<QuestionList, AppError> {
        let practised = self.practised()?;
        let wanted = Wanted::of(filter)?;
        let passes = |question: &Question, origin: &Origin| {
            wanted.level.is_none_or(|level| question.level == level)
                && wanted.kind.is_none_or(|kind| question.kind == kind)
                && (!filter.own || *origin != Origin::Builtin)
                && (!filter.not_answered || !practised.answers.contains_key(question.id.as_str()))
                && (!filter.suspended || practised.suspended.contains(question.id.as_str()))
        };
        let origin = |question: &Question| self.bank.origin(&question.id).unwrap_or(&Origin::Builtin);
        let found: Vec<&Question> = self
            .bank
            .search(&filter.query)
            .into_iter()
            .filter(|question| passes(question, origin(question)))
            .collect();
        let mut matching: HashMap<Competency, u32> = HashMap::new();
        for question in &found {
            *matching.entry(question.competency).or_default() += 1;
        }
        let mut totals: HashMap<Competency, u32> = HashMap::new();
        for question in self.bank.all() {
            *totals.entry(question.competency).or_default() += 1;
        }
        let listed: Vec<&Question> = found
            .into_iter()
            .filter(|question| wanted.competency.is_none_or(|competency| question.competency == competency))
            .collect();
        let limit = filter.limit.map_or(usize::MAX, |limit| limit as usize);
        let of = |counts: &HashMap<Competency, u32>, competency| counts.get(competency).copied().unwrap_or(0);
        Ok(QuestionList {
            matching: count(listed.len()),
            answered: count(
                listed.iter().filter(|question| practised.answers.contains_key(question.id.as_str())).count(),
            ),
            rows: listed
                .into_iter()
                .take(limit)
                .map(|question| self.question_row(question, origin(question), &practised))
                .collect(),
            total: count(self.bank.all().len()),
            own: count(self.bank.users_own().len()),
            suspended: count(
                practised.suspended.iter().filter(|id| self.bank.get(&id.as_str().into()).is_some()).count(),
            ),
            competencies: Competency::ALL
                .iter()
                .map(|competency| CompetencyCount {
                    competency: competency_view(competency.as_str()),
                    matching: of(&matching, competency),
                    total: of(&totals, competency),
                })
                .collect(),
            pack_bytes: count(question_bank::FILE_BYTES),
        })
    }

    fn practised(&self) -> Result<Practised, AppError> {
        let answers = self.store.list_answers(&store::AnswerFilter::default())?.rows;
        Ok(Practised {
            answers: answers.into_iter().map(|row| (row.question_id.clone(), row)).collect(),
            suspended: self.store.suspended_questions()?,
            notes: self.store.question_notes()?,
        })
    }

    fn question_row(&self, question: &Question, origin: &Origin, practised: &Practised) -> QuestionRow {
        let answer = practised.answers.get(question.id.as_str());
        let days = |row: &store::AnswerRow| {
            let days = (self.today_date() - self.day_of(row.latest.finished_at)).get_days();
            // A clock that was set back: seen today.
            u32::try_from(days).unwrap_or(0)
        };
        QuestionRow {
            id: question.id.to_string(),
            prompt: question.prompt.clone(),
            competency: competency_view(question.competency.as_str()),
            kind: question.kind.as_str().to_owned(),
            level: question.level.as_str().to_owned(),
            minutes: u32::from(question.minutes),
            takes: answer.map_or(0, |row| row.takes),
            latest_score: answer.and_then(|row| row.latest.score).map(u32::from),
            best_score: answer.and_then(|row| row.best_score).map(u32::from),
            seen_days: answer.map(days),
            suspended: practised.suspended.contains(question.id.as_str()),
            noted: practised.notes.contains_key(question.id.as_str()),
            origin: origin_view(origin),
        }
    }

    /// One question with all that the room shows of it.
    ///
    /// # Errors
    /// [`AppError::NoSuchQuestion`].
    pub fn question_detail(&mut self, question: &str) -> Result<QuestionDetail, AppError> {
        let mut practised = self.practised()?;
        let question = self.bank_question(question)?;
        let origin = self.bank.origin(&question.id).unwrap_or(&Origin::Builtin);
        let row = self.question_row(question, origin, &practised);
        let answer = practised.answers.get(question.id.as_str());
        let card = answer.map(|row| self.store.card(row.id)).transpose()?.flatten();
        let version = match origin {
            Origin::Own => self.store.kept_question(question.id.as_str())?.map(|kept| kept.version),
            Origin::Builtin | Origin::Pack(_) | Origin::File(_) => None,
        };
        Ok(QuestionDetail {
            question: question_view(question),
            row,
            theme: question.theme.clone(),
            answer_id: answer.map(|row| id(row.id.0)),
            take_id: answer.map(|row| id(row.latest.id.0)),
            card: card.as_ref().map(card_view),
            draft: draft_of(question),
            version,
            note: practised.notes.remove(question.id.as_str()).unwrap_or_default(),
        })
    }

    /// Keeps a question from being asked, or not. Twice is once.
    ///
    /// # Errors
    /// [`AppError::NoSuchQuestion`].
    pub fn suspend_question(&mut self, question: &str, on: bool) -> Result<QuestionDetail, AppError> {
        let now = self.clock.now();
        let id = self.bank_question(question)?.id.clone();
        self.store.write(|tx| tx.set_question_suspended(id.as_str(), on, now))?;
        self.question_detail(question)
    }

    /// Lets the answer to a question come back in review, or takes it out again while it was never graded.
    ///
    /// # Errors
    /// [`AppError::NothingFinished`] when it was not answered yet; those of sending to and withdrawing from review.
    pub fn review_question(&mut self, question: &str, on: bool) -> Result<QuestionDetail, AppError> {
        let id = self.bank_question(question)?.id.clone();
        let answer = self.store.answer_by_question(id.as_str())?.ok_or(AppError::NothingFinished)?;
        let answer = crate::rows::id(answer.id.0);
        if on {
            self.send_to_review(answer)?
        } else {
            self.withdraw_from_review(answer)?
        };
        self.question_detail(question)
    }

    /// Keeps a note on a question. A blank one is none.
    ///
    /// # Errors
    /// [`AppError::NoSuchQuestion`]; [`AppError::Invalid`] when it is longer than 10,000 characters.
    pub fn save_question_note(&mut self, question: &str, note: &str) -> Result<QuestionDetail, AppError> {
        if note.chars().count() > LONGEST_NOTE {
            return Err(AppError::Invalid { what: "A note", right: "at most 10,000 characters long" });
        }
        let now = self.clock.now();
        let id = self.bank_question(question)?.id.clone();
        let kept = if note.trim().is_empty() { "" } else { note };
        self.store.write(|tx| tx.set_question_note(id.as_str(), kept, now))?;
        self.bank.set_note(&id, kept);
        self.question_detail(question)
    }

    /// The ids among these that the bank has, each once, in the bank's order.
    pub(crate) fn in_bank_order(&self, ids: &[String]) -> Vec<QuestionId> {
        let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
        let all = self.bank.all().iter();
        all.filter(|question| wanted.contains(question.id.as_str())).map(|q| q.id.clone()).collect()
    }
}

/// The names of a filter, understood.
struct Wanted {
    competency: Option<Competency>,
    level: Option<Level>,
    kind: Option<Kind>,
}

impl Wanted {
    fn of(filter: &QuestionFilter) -> Result<Self, AppError> {
        fn named<T: std::str::FromStr>(
            name: Option<&String>,
            what: &'static str,
        ) -> Result<Option<T>, AppError> {
            let unknown = |_| AppError::Invalid { what, right: "one of those that the list offers" };
            name.map(|name| name.parse().map_err(unknown)).transpose()
        }
        Ok(Wanted {
            competency: named(filter.competency.as_ref(), "The competency")?,
            level: named(filter.level.as_ref(), "The level")?,
            kind: named(filter.kind.as_ref(), "The kind")?,
        })
    }
}
