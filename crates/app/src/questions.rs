//! Questions of the bank as the window shows them, and which one to ask next.

use std::collections::{HashMap, HashSet};

use practice::{
    chance::seeded,
    choice::{Candidate, Wish, choose},
};
use question_bank::{Competency, Kind, Question};

use crate::{
    App, AppError,
    view::{AnswerMode, CompetencyView, Dimension, QuestionView, Suggestion},
};

impl App {
    /// One question.
    ///
    /// # Errors
    /// [`AppError::NoSuchQuestion`].
    pub fn question(&mut self, id: &str) -> Result<QuestionView, AppError> {
        Ok(question_view(self.bank_question(id)?))
    }

    pub(crate) fn bank_question(&self, id: &str) -> Result<&Question, AppError> {
        self.bank.get(&id.into()).ok_or_else(|| AppError::NoSuchQuestion { id: id.to_owned() })
    }

    /// The question of an answer. A question that has left the bank (its file was removed) lives on in the answer.
    pub(crate) fn question_of(&self, answer: &store::Answer) -> QuestionView {
        self.bank_question(&answer.question_id).map(question_view).unwrap_or_else(|_| QuestionView {
            id: answer.question_id.clone(),
            prompt: answer.prompt.clone(),
            competency: competency_view(&answer.competency),
            dimensions: Vec::new(),
            kind: "behavioural".to_owned(),
            level: answer.level.clone(),
            mode: if answer.mode == mode_name(AnswerMode::Situational) {
                AnswerMode::Situational
            } else {
                AnswerMode::Behavioral
            },
            minutes: 3,
            probes: Vec::new(),
            strong: Vec::new(),
            feature_quote: String::new(),
            feature_why: String::new(),
            tags: Vec::new(),
        })
    }

    /// A question to practise, none of those named in `not`, the latest shown last, and none that is suspended: on the
    /// first launch one of the easy openers, later by weakest dimension, time since last seen and how often interviews ask
    /// for it. One that fits into `minutes`, or the shortest there is; never the competency that was asked last while
    /// there is another.
    ///
    /// # Errors
    /// When the answers cannot be read; [`AppError::EverythingSuspended`].
    pub fn suggest_question(&mut self, not: &[String], minutes: Option<u32>) -> Result<Suggestion, AppError> {
        let answered = self.store.list_answers(&store::AnswerFilter::default())?;
        let suspended = self.store.suspended_questions()?;
        if answered.rows.is_empty() && minutes.is_none() {
            let open = |question: &&&Question| !suspended.contains(question.id.as_str());
            let first = self.bank.first_questions();
            let next = first.iter().filter(open).find(|q| !not.iter().any(|id| id == q.id.as_str()));
            if let Some(question) = next.or(first.iter().find(open)) {
                return Ok(Suggestion { question: question_view(question), reason: None });
            }
        }
        let seen: HashMap<&str, _> = answered
            .rows
            .iter()
            .map(|row| (row.question_id.as_str(), self.day_of(row.latest.finished_at)))
            .collect();
        let latest = answered.rows.iter().max_by_key(|row| row.latest.finished_at);
        let shown = not.last().and_then(|id| self.bank.get(&id.as_str().into()));
        let refused: HashSet<&str> =
            not.iter().map(String::as_str).chain(suspended.iter().map(String::as_str)).collect();
        let asked: Vec<&Question> =
            self.bank.all().iter().filter(|question| !suspended.contains(question.id.as_str())).collect();
        let mut sizes: HashMap<Competency, f64> = HashMap::new();
        for question in &asked {
            *sizes.entry(question.competency).or_default() += 1.0;
        }
        let dimensions: Vec<Vec<&str>> = asked
            .iter()
            .map(|question| question.dimensions.iter().map(|dimension| dimension.as_str()).collect())
            .collect();
        let candidates: Vec<Candidate<'_>> = asked
            .iter()
            .zip(&dimensions)
            .map(|(question, dimensions)| Candidate {
                question: question.id.as_str(),
                competency: question.competency.as_str(),
                // Interviews ask for a competency so often, however many questions of it there are.
                competency_weight: f64::from(question.competency.weight())
                    / sizes.get(&question.competency).copied().unwrap_or(1.0),
                dimensions,
                minutes: u32::from(question.minutes),
                last_seen: seen.get(question.id.as_str()).copied(),
                suspended: refused.contains(question.id.as_str()),
            })
            .collect();
        let weakest = self.weakest_dimension()?;
        let label = weakest.as_ref().map(|weakest| capitalised(&weakest.dimension));
        let asked_last: Vec<&str> = shown
            .map(|question| question.competency.as_str())
            .into_iter()
            .chain(latest.map(|row| row.competency.as_str()))
            .collect();
        let wish = Wish {
            today: self.today_date(),
            weakest: weakest
                .as_ref()
                .zip(label.as_ref())
                .map(|(weakest, label)| (&*weakest.dimension, &**label)),
            not_question: latest.map(|row| row.question_id.as_str()),
            not_competencies: &asked_last,
            minutes,
        };
        // The same day proposes the same question, until it is answered or another one is asked for.
        let seed = wish
            .today
            .to_string()
            .bytes()
            .fold(answered.rows.len() as u64 ^ ((not.len() as u64) << 32), |seed, byte| {
                seed.wrapping_mul(31).wrapping_add(u64::from(byte))
            });
        match choose(&candidates, &wish, &mut seeded(seed)) {
            Some(choice) => {
                let question = question_view(asked[choice.index]);
                Ok(Suggestion { question, reason: Some(choice.reason.to_string()) })
            }
            // Every question was refused: begin again.
            None if !not.is_empty() => self.suggest_question(&[], minutes),
            None => Err(AppError::EverythingSuspended),
        }
    }
}

/// With a capital at the beginning.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How answers to a kind of question are read.
pub(crate) fn mode_of(kind: Kind) -> AnswerMode {
    match kind {
        Kind::Behavioural => AnswerMode::Behavioral,
        Kind::Situational | Kind::Technical | Kind::Estimation => AnswerMode::Situational,
    }
}

/// The name under which the store keeps a mode.
pub(crate) fn mode_name(mode: AnswerMode) -> &'static str {
    match mode {
        AnswerMode::Behavioral => "behavioral",
        AnswerMode::Situational => "situational",
    }
}

pub(crate) fn phrasing_mode(mode: AnswerMode) -> phrasing::Mode {
    match mode {
        AnswerMode::Behavioral => phrasing::Mode::Behavioral,
        AnswerMode::Situational => phrasing::Mode::Situational,
    }
}

/// A competency by its id; one that is no longer known keeps its id as its name.
pub(crate) fn competency_view(id: &str) -> CompetencyView {
    let known = question_bank::Competency::ALL.iter().find(|competency| competency.as_str() == id);
    let label = known.map_or_else(|| id.to_owned(), |competency| competency.label().to_owned());
    CompetencyView { id: id.to_owned(), label }
}

pub(crate) fn dimension_view(dimension: question_bank::Dimension) -> Dimension {
    match dimension {
        question_bank::Dimension::Ownership => Dimension::Ownership,
        question_bank::Dimension::Systems => Dimension::Systems,
        question_bank::Dimension::Decisions => Dimension::Decisions,
        question_bank::Dimension::Foresight => Dimension::Foresight,
        question_bank::Dimension::Direction => Dimension::Direction,
        question_bank::Dimension::Impact => Dimension::Impact,
        question_bank::Dimension::Influence => Dimension::Influence,
    }
}

pub(crate) fn question_view(question: &Question) -> QuestionView {
    QuestionView {
        id: question.id.to_string(),
        prompt: question.prompt.clone(),
        competency: competency_view(question.competency.as_str()),
        dimensions: question.dimensions.iter().copied().map(dimension_view).collect(),
        kind: question.kind.as_str().to_owned(),
        level: question.level.as_str().to_owned(),
        mode: mode_of(question.kind),
        minutes: u32::from(question.minutes),
        probes: question.probes.clone(),
        strong: question.strong.clone(),
        feature_quote: question.feature_level.quote.clone(),
        feature_why: question.feature_level.why_short.clone(),
        tags: question.tags.clone(),
    }
}
