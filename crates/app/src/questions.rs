//! Questions of the bank as the window shows them.

use question_bank::{Competency, Kind, Question};

use crate::{
    App, AppError,
    view::{AnswerMode, CompetencyView, Dimension, QuestionView},
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
}

/// What a competency counts in interviews, in percent; one that is no longer known counts as the rarest.
pub(crate) fn competency_weight(id: &str) -> f32 {
    let known = Competency::ALL.iter().find(|competency| competency.as_str() == id);
    known.map_or(1.0, |competency| f32::from(competency.weight()))
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
