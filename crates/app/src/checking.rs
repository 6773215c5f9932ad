//! The phrase check of a finished take, with everything its screen shows.

use phrasing::{Check, Checker, Input, Span};
use store::{Answer, Reads, StoreError, Take, TakeId};

use crate::{
    App, AppError, marks,
    offsets::utf16_range,
    questions::phrasing_mode,
    rows::{card_view, id, tab, take_id},
    view::{AnswerMode, CheckView, IgnoredMark, LiveCheck, SentenceView},
};

/// Words from which on a score means something (`phrase-check.md`: shorter texts are analysed, not judged).
pub(crate) const ENOUGH_WORDS: usize = 25;

/// Checks a text as the answer to a question of that mode.
pub(crate) fn check_text(
    checker: &Checker,
    text: &str,
    mode: AnswerMode,
    ignored: &[(String, Span)],
) -> Check {
    let input = Input { mode: phrasing_mode(mode), ..Input::typed(text) };
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
        let spans = self.ignored_spans(take)?;
        let check = check_text(&self.checker, &take.text, question.mode, &spans).to_utf16(&take.text);
        let units = marks::Utf16::of(&take.text);
        let takes: Vec<_> =
            self.finished_takes(answer)?.iter().map(|take| tab(take, answer.best_take_id)).collect();
        let mut shown = tab(take, answer.best_take_id);
        // Rules may have changed since the take was finished; the screen shows what the rules of today say.
        shown.words = marks::count(check.words);
        let shown_scores = marks::scores(&check, &question.dimensions);
        shown.scores = shown_scores;
        shown.score = shown.scores.map(|scores| scores.overall);
        let previous = takes.iter().rfind(|other| other.ordinal < take.ordinal).cloned();
        let takes =
            takes.into_iter().map(|tab| if tab.id == shown.id { shown.clone() } else { tab }).collect();
        Ok(CheckView {
            answer_id: id(answer.id.0),
            answer_version: answer.version,
            question,
            take: shown,
            takes,
            previous,
            text: take.text.clone(),
            readable: marks::readable(check.language, check.words),
            marks: marks::marks(&check.findings, &check.fixes, &units),
            missing: marks::missing(&check),
            scores: shown_scores,
            agency: marks::agency(&check),
            structure: marks::structure(&check),
            coverage: marks::coverage(&check),
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

    /// What the user asked to leave out of a take's check.
    pub(crate) fn ignored_spans(&self, take: &Take) -> Result<Vec<(String, Span)>, AppError> {
        Ok(ignored_spans(&self.store, take.id)?)
    }
}

/// What the user asked to leave out of a take's check, read inside or outside a transaction.
pub(crate) fn ignored_spans(store: &Reads, take: TakeId) -> Result<Vec<(String, Span)>, StoreError> {
    let ignored = store.ignored_findings(take)?.into_iter();
    Ok(ignored
        .map(|finding| (finding.rule, Span::new(finding.span.start as usize, finding.span.end as usize)))
        .collect())
}
