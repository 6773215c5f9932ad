//! The phrase check of a finished take, with everything its screen shows.

use phrasing::{Check, Checker, Input, Span};
use store::{Answer, Reads, StoreError, Take, TakeId};

use crate::{
    App, AppError, marks,
    offsets::utf16_range,
    questions::phrasing_mode,
    rows::{card_view, id, tab, take_id},
    view::{AnswerMode, CheckView, IgnoredMark, Level, LiveCheck, QuestionView, SentenceView, TakeTab},
};

/// Words from which on a score means something (`phrase-check.md`: shorter texts are analysed, not judged).
pub(crate) const ENOUGH_WORDS: usize = 25;

/// Checks a text as the answer to a question of that mode, in an interview for that level.
pub(crate) fn check_text(
    checker: &Checker,
    text: &str,
    mode: AnswerMode,
    level: Level,
    ignored: &[(String, Span)],
) -> Check {
    let input = Input { mode: phrasing_mode(mode), level: phrasing_level(level), ..Input::typed(text) };
    checker.check_ignoring(&input, ignored)
}

impl App {
    /// The check of a finished take.
    ///
    /// # Errors
    /// When there is no such take.
    pub fn check(&mut self, take: u32) -> Result<CheckView, AppError> {
        let take = self.store.take(take_id(take))?;
        self.check_of(&take)
    }

    /// Marks while typing. In a long text only what changed since the last call is read again.
    ///
    /// # Errors
    /// None today; the window treats every command alike.
    pub fn check_live(&mut self, text: &str, mode: AnswerMode) -> Result<LiveCheck, AppError> {
        let live = self.live.of(&self.checker, text, phrasing_mode(mode)).to_utf16(text);
        let units = marks::Utf16::of(text);
        Ok(LiveCheck {
            readable: marks::readable(live.language, live.words),
            words: marks::count(live.words),
            marks: marks::marks(&live.findings, &live.fixes, &units),
            sentences: live
                .sentences
                .iter()
                .map(|sentence| SentenceView {
                    start: marks::count(sentence.span.start),
                    end: marks::count(sentence.span.end),
                })
                .collect(),
        })
    }

    pub(crate) fn check_of(&self, take: &Take) -> Result<CheckView, AppError> {
        let answer = self.store.answer(take.answer_id)?;
        self.check_view(&answer, take)
    }

    pub(crate) fn check_view(&self, answer: &Answer, take: &Take) -> Result<CheckView, AppError> {
        let question = self.question_of(answer);
        let ignored = self.store.ignored_findings(take.id)?;
        let check = self.check_now(take, &question)?;
        let shown = tab_now(take, answer, &question, &check);
        let check = check.to_utf16(&take.text);
        let units = marks::Utf16::of(&take.text);
        let takes = self
            .finished_takes(answer)?
            .iter()
            .map(|other| {
                if other.id == take.id {
                    return Ok(shown.clone());
                }
                Ok(tab_now(other, answer, &question, &self.check_now(other, &question)?))
            })
            .collect::<Result<Vec<_>, AppError>>()?;
        let previous = takes.iter().rfind(|other| other.ordinal < take.ordinal).cloned();
        Ok(CheckView {
            answer_id: id(answer.id.0),
            answer_version: answer.version,
            question,
            scores: shown.scores,
            take: shown,
            takes,
            previous,
            level: self.settings.level,
            text: take.text.clone(),
            readable: marks::readable(check.language, check.words),
            marks: marks::marks(&check.findings, &check.fixes, &units),
            missing: marks::missing(&check),
            agency: marks::agency(&check),
            structure: marks::structure(&check),
            coverage: marks::coverage(&check, phrasing_level(self.settings.level)),
            fixes: marks::fixes(&check),
            ignored: ignored
                .into_iter()
                .map(|finding| {
                    let (start, end) =
                        utf16_range(&take.text, finding.span.start as usize..finding.span.end as usize);
                    IgnoredMark { rule: finding.rule, start, end, text: finding.text }
                })
                .collect(),
            card: self.store.card(answer.id)?.as_ref().map(card_view),
            starred: answer.starred,
        })
    }

    /// The check of a take by the rules and the level of now, whatever is stored of it.
    pub(crate) fn check_now(&self, take: &Take, question: &QuestionView) -> Result<Check, AppError> {
        let ignored = self.ignored_spans(take)?;
        Ok(check_text(&self.checker, &take.text, question.mode, self.settings.level, &ignored))
    }

    /// What the user asked to leave out of a take's check.
    pub(crate) fn ignored_spans(&self, take: &Take) -> Result<Vec<(String, Span)>, AppError> {
        Ok(ignored_spans(&self.store, take.id)?)
    }
}

/// A take's tab with what its check says now. Rules or level may have changed since it was finished: lists and trends
/// keep what was stored then, but figures that stand beside each other on a screen are of one measure.
fn tab_now(take: &Take, answer: &Answer, question: &QuestionView, check: &Check) -> TakeTab {
    let scores = marks::scores(check, &question.dimensions);
    TakeTab {
        words: marks::count(check.words),
        scores,
        score: scores.map(|scores| scores.overall),
        ..tab(take, answer.best_take_id)
    }
}

pub(crate) fn phrasing_level(level: Level) -> phrasing::Level {
    match level {
        Level::Senior => phrasing::Level::Senior,
        Level::Principal => phrasing::Level::Principal,
        Level::Manager => phrasing::Level::Manager,
    }
}

/// What the user asked to leave out of a take's check, read inside or outside a transaction.
pub(crate) fn ignored_spans(store: &Reads, take: TakeId) -> Result<Vec<(String, Span)>, StoreError> {
    let ignored = store.ignored_findings(take)?.into_iter();
    Ok(ignored
        .map(|finding| (finding.rule, Span::new(finding.span.start as usize, finding.span.end as usize)))
        .collect())
}
