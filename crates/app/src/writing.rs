//! Questions that the user writes in the app: judged while they are written, kept, revised, deleted and brought back.

use question_bank::{
    Origin, Problem, Question, QuestionId,
    parse::{Draft, Field, Texts},
    spelling,
};

use crate::{
    App, AppError,
    own_bank::origin_view,
    view::{DraftCheck, DraftField, DraftProblem, NearQuestion, QuestionDraft, SavedQuestion},
};

/// Near questions that are shown beside a draft.
const NEAR_SHOWN: usize = 3;
/// What stands in the fields that a user may leave empty.
const THEME: &str = "my own";
const TAG: &str = "own";

impl App {
    /// What is to be said of a draft while it is written. `id` names the question being revised.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn check_own_question(
        &mut self,
        id: Option<&str>,
        draft: &QuestionDraft,
    ) -> Result<DraftCheck, AppError> {
        let id = self.id_for(id, draft)?;
        let problems = self.bank.judge_own(&id, &judged(&id, draft)).err().unwrap_or_default();
        Ok(self.draft_check(&id, draft, &problems))
    }

    fn draft_check(&self, id: &QuestionId, draft: &QuestionDraft, problems: &[Problem]) -> DraftCheck {
        let mut problems: Vec<DraftProblem> = problems.iter().filter_map(draft_problem).collect();
        problems.sort_by_key(|problem| (problem.field as u8, problem.entry));
        let near = self.bank.near(&draft.prompt, Some(id));
        let shown = near.into_iter().take(NEAR_SHOWN).map(|(question, alike)| NearQuestion {
            id: question.id.to_string(),
            prompt: question.prompt.clone(),
            origin: origin_view(self.bank.origin(&question.id).unwrap_or(&Origin::Builtin)),
            alike,
        });
        DraftCheck { problems, hints: spelling_hints(draft), near: shown.collect() }
    }

    /// Keeps a question of the user's own: a new one, or with `id` and the `version` that the window last saw, a revised
    /// one. Its id stays, and with it its answers and reviews.
    ///
    /// # Errors
    /// [`AppError::NotOwn`], or stale when it changed since. What is wrong with the draft is no error but an outcome.
    pub fn save_own_question(
        &mut self,
        id: Option<&str>,
        version: Option<u32>,
        draft: &QuestionDraft,
    ) -> Result<SavedQuestion, AppError> {
        if let Some(id) = id {
            self.refuse_others(id)?;
        }
        let before = id.map(|id| self.bank_question(id).map(draft_of).map(Box::new)).transpose()?;
        let kept_id = self.id_for(id, draft)?;
        let question = match self.bank.judge_own(&kept_id, &judged(&kept_id, draft)) {
            Ok(question) => question,
            Err(problems) => {
                return Ok(SavedQuestion::Refused { check: self.draft_check(&kept_id, draft, &problems) });
            }
        };
        let body = body(&question)?;
        let now = self.clock.now();
        self.store.write(|tx| match id {
            Some(id) => tx.update_question(id, &body, version.unwrap_or(0), now).map(drop),
            None => tx.insert_question(kept_id.as_str(), None, &body, now),
        })?;
        self.reload_bank()?;
        self.back_up_if_due();
        Ok(SavedQuestion::Saved { detail: Box::new(self.question_detail(kept_id.as_str())?), before })
    }

    /// Deletes questions that the user wrote in the app or imported. Their answers and reviews stay, and they can be
    /// brought back.
    ///
    /// # Errors
    /// [`AppError::NotOwn`] when one of them is built in or in a file; none is deleted then.
    pub fn delete_questions(&mut self, ids: &[String]) -> Result<(), AppError> {
        for id in ids {
            match self.bank.origin(&id.as_str().into()) {
                Some(Origin::Builtin | Origin::File(_)) => return Err(AppError::NotOwn { id: id.clone() }),
                Some(Origin::Own | Origin::Pack(_)) | None => {}
            }
        }
        self.set_deleted(ids, true)
    }

    /// Brings deleted questions back: the undo of deleting.
    ///
    /// # Errors
    /// When one of them was never there.
    pub fn restore_questions(&mut self, ids: &[String]) -> Result<(), AppError> {
        self.set_deleted(ids, false)
    }

    fn set_deleted(&mut self, ids: &[String], deleted: bool) -> Result<(), AppError> {
        let now = self.clock.now();
        self.store.write(|tx| ids.iter().try_for_each(|id| tx.set_question_deleted(id, deleted, now)))?;
        self.reload_bank()?;
        self.back_up_if_due();
        Ok(())
    }

    fn refuse_others(&self, id: &str) -> Result<(), AppError> {
        match self.bank.origin(&id.into()) {
            Some(Origin::Own) => Ok(()),
            Some(_) => Err(AppError::NotOwn { id: id.to_owned() }),
            None => Err(AppError::NoSuchQuestion { id: id.to_owned() }),
        }
    }

    /// The id of the question being revised, or one for a new question, made of its words, that no question has or had.
    fn id_for(&self, id: Option<&str>, draft: &QuestionDraft) -> Result<QuestionId, AppError> {
        if let Some(id) = id {
            return Ok(id.into());
        }
        let stem = question_bank::own_id(&draft.prompt);
        let mut number = 1;
        loop {
            let id = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            let answered = self.store.answer_by_question(&id)?.is_some();
            if !answered
                && self.bank.get(&id.as_str().into()).is_none()
                && self.store.kept_question(&id)?.is_none()
            {
                return Ok(QuestionId::new(id));
            }
            number += 1;
        }
    }
}

/// A question as the store keeps it.
pub(crate) fn body(question: &Question) -> Result<String, AppError> {
    serde_json::to_string(question)
        .map_err(|source| store::StoreError::Json { what: "question", source }.into())
}

/// The fields of a question, to be revised.
pub(crate) fn draft_of(question: &Question) -> QuestionDraft {
    QuestionDraft {
        prompt: question.prompt.clone(),
        competency: question.competency.to_string(),
        dimensions: question.dimensions.iter().map(ToString::to_string).collect(),
        kind: question.kind.to_string(),
        level: question.level.to_string(),
        minutes: u32::from(question.minutes),
        probes: question.probes.clone(),
        strong: question.strong.clone(),
        feature_quote: question.feature_level.quote.clone(),
        feature_why: question.feature_level.why_short.clone(),
        tags: question.tags.clone(),
        theme: question.theme.clone(),
    }
}

/// The draft as the bank judges it. It has no lines: 0 stands for a field as a whole, and 1 and up for the entries of a
/// list as the user numbered them, blank ones counted.
fn judged(id: &QuestionId, draft: &QuestionDraft) -> Draft {
    let whole = |value: &str| Some(Field { value: value.trim().to_owned(), line: 0 });
    let or = |value: &str, otherwise: &str| whole(if value.trim().is_empty() { otherwise } else { value });
    let list = |entries: &[String]| -> Option<Texts> {
        let entries = entries.iter().enumerate().map(|(at, entry)| (at, entry.trim()));
        let written = entries.filter(|(_, entry)| !entry.is_empty());
        let value = written.map(|(at, entry)| Field { value: entry.to_owned(), line: at + 1 }).collect();
        Some(Field { value, line: 0 })
    };
    let tags: Vec<String> = draft.tags.iter().map(|tag| tag_of(tag)).collect();
    let tags = if tags.iter().all(String::is_empty) { vec![TAG.to_owned()] } else { tags };
    Draft {
        line: 0,
        id: whole(id.as_str()),
        prompt: whole(&draft.prompt),
        competency: whole(&draft.competency),
        dimensions: list(&draft.dimensions),
        kind: whole(&draft.kind),
        level: whole(&draft.level),
        minutes: whole(&draft.minutes.to_string()),
        probes: list(&draft.probes),
        strong: list(&draft.strong),
        quote: whole(&draft.feature_quote),
        why_short: whole(&draft.feature_why),
        tags: list(&tags),
        theme: or(&draft.theme, THEME),
        first: None,
    }
}

/// A tag as the bank spells it: people write "Launch date" and mean `launch-date`.
fn tag_of(written: &str) -> String {
    let words = written.to_lowercase();
    words
        .split(|c: char| c.is_whitespace() || c == '_')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn draft_problem(problem: &Problem) -> Option<DraftProblem> {
    let field = match problem.field.as_deref()? {
        // An id that a file could not have is ours to mend; what a user can mend is the words it is made of.
        "id" | "prompt" => DraftField::Prompt,
        "competency" => DraftField::Competency,
        "dimensions" => DraftField::Dimensions,
        "kind" => DraftField::Kind,
        "level" => DraftField::Level,
        "minutes" => DraftField::Minutes,
        "probes" => DraftField::Probes,
        "strong" => DraftField::Strong,
        "feature_level.quote" => DraftField::FeatureQuote,
        "feature_level.why_short" => DraftField::FeatureWhy,
        "tags" => DraftField::Tags,
        "theme" => DraftField::Theme,
        _ => return None,
    };
    let entry = problem.line.checked_sub(1).and_then(|entry| u32::try_from(entry).ok());
    Some(DraftProblem { field, entry, message: sentence(&problem.what.to_string()) })
}

/// Words of a draft that are misspelt. American spelling is the writer's choice.
fn spelling_hints(draft: &QuestionDraft) -> Vec<DraftProblem> {
    let lists = [(DraftField::Probes, &draft.probes), (DraftField::Strong, &draft.strong)];
    let entries = lists.into_iter().flat_map(|(field, texts)| {
        texts.iter().enumerate().map(move |(at, text)| (field, u32::try_from(at).ok(), text.as_str()))
    });
    [(DraftField::Prompt, None, draft.prompt.as_str())]
        .into_iter()
        .chain(entries)
        .chain([
            (DraftField::FeatureQuote, None, draft.feature_quote.as_str()),
            (DraftField::FeatureWhy, None, draft.feature_why.as_str()),
        ])
        .flat_map(|(field, entry, text)| {
            let misspelt = spelling::in_text(text).filter(|(_, _, american)| !american);
            misspelt.map(move |(word, right, _)| DraftProblem {
                field,
                entry,
                message: format!("“{word}” is spelt “{right}”."),
            })
        })
        .collect()
}

/// A message that stands alone: with a capital letter and a full stop.
pub(crate) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let mut sentence: String =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    if !sentence.ends_with(['.', '?', '…']) {
        sentence.push('.');
    }
    sentence
}
