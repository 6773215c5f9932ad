//! The words of a try put into the answer, as a new take.
//!
//! That take was not told: no time is counted for it, so that minutes of practice stay what they are (times of zero are
//! no times for what an answer will take, either), and it is not logged as a performance of an answer in review. It
//! becomes the best one only if the user keeps it as that.

use phrasing::Span;
use practice::{MAX_TEXT_BYTES, PracticeError};
use store::{Answer, Drill, IgnoredFinding, NewTake, Source, StoreError, Take, TakeState, TryId};

use crate::{
    App, AppError,
    checking::check_text,
    rows::id,
    taking::scored,
    view::{DrillPut, QuestionView},
};

use super::{hearing::closed, showing::place};

impl App {
    /// Puts the words of a try into the answer, as a new take. Twice is once.
    ///
    /// # Errors
    /// [`AppError::SentenceGone`] when the sentence does not stand in the latest take any more; when the try was taken
    /// back.
    pub fn put_drill(&mut self, log_id: u32) -> Result<DrillPut, AppError> {
        let now = self.clock.now();
        let one = self.store.drill_try(TryId(i64::from(log_id)))?;
        if one.undone_at.is_some() {
            return Err(StoreError::TryUndone(one.id).into());
        }
        let (drill, _, answer) = self.drill_with_answer(one.logged.drill_id)?;
        if let Some(put) = one.put.map(|take| self.store.take(take)).transpose()?
            && put.state == TakeState::Finished
        {
            return self.put_view(&answer, &put);
        }
        let (latest, at) = self.place_in_latest(&drill, &answer)?.ok_or(AppError::SentenceGone)?;
        let text = with_words(&latest.text, at, &one.logged.said);
        if text.len() > MAX_TEXT_BYTES {
            return Err(PracticeError::TooLong { bytes: text.len() }.into());
        }
        let ignored =
            still_ignored(self.store.ignored_findings(latest.id)?, at, latest.text.len(), text.len());
        let spans: Vec<(String, Span)> = ignored
            .iter()
            .map(|one| (one.rule.clone(), Span::new(one.span.start as usize, one.span.end as usize)))
            .collect();
        let mode = self.question_of(&answer).mode;
        let scored = scored(&check_text(&self.checker, &text, mode, self.settings.level, &spans));
        let put = self.store.write(|tx| {
            if tx.latest_finished_take(answer.id)?.is_none_or(|now| now.id != latest.id) {
                return Err(AppError::SentenceGone);
            }
            let new = NewTake {
                answer_id: answer.id,
                medium: latest.medium,
                source: Source::Drill,
                text: &text,
                budget_ms: latest.budget_ms,
            };
            let put = tx.insert_finished_take(&new, 0, &scored, now)?;
            for finding in ignored {
                tx.ignore_finding(&IgnoredFinding { take_id: put.id, ..finding })?;
            }
            tx.note_put(one.id, put.id)?;
            Ok(put)
        })?;
        self.back_up_if_due();
        self.put_view(&answer, &put)
    }

    /// The latest take of an answer, if a drill's sentence stands in it where it stood, or exactly once elsewhere.
    pub(super) fn place_in_latest(
        &self,
        drill: &Drill,
        answer: &Answer,
    ) -> Result<Option<(Take, Span)>, AppError> {
        let Some(latest) = self.store.latest_finished_take(answer.id)? else { return Ok(None) };
        let check = self.check_now(&latest, &self.question_of(answer))?;
        let places: Vec<Span> = check
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .filter(|span| span.of(&latest.text) == drill.sentence)
            .collect();
        let at = match places[..] {
            _ if places.contains(&place(drill)) => Some(place(drill)),
            [only] => Some(only),
            _ => None,
        };
        Ok(at.map(|at| (latest, at)))
    }

    /// Both scores by the rules and the level of now, for they stand beside each other.
    fn put_view(&self, answer: &Answer, put: &Take) -> Result<DrillPut, AppError> {
        let question = self.question_of(answer);
        let before = self.finished_takes(answer)?.into_iter().rfind(|take| take.ordinal < put.ordinal);
        Ok(DrillPut {
            answer_id: id(answer.id.0),
            take_id: id(put.id.0),
            ordinal: put.ordinal,
            score: self.score_now(put, &question)?,
            score_before: match before {
                Some(before) => self.score_now(&before, &question)?,
                None => None,
            },
        })
    }

    fn score_now(&self, take: &Take, question: &QuestionView) -> Result<Option<u32>, AppError> {
        Ok(scored(&self.check_now(take, question)?).score.map(u32::from))
    }
}

/// The text with other words in the place of a sentence. They are closed if the sentence was, or the next would run on.
fn with_words(text: &str, at: Span, words: &str) -> String {
    let stop = if closed(at.of(text)) && !closed(words) { "." } else { "" };
    [&text[..at.start], words, stop, &text[at.end..]].concat()
}

/// What is ignored in the text with the sentence replaced: all but what was in it, at its new place.
fn still_ignored(
    ignored: Vec<IgnoredFinding>,
    replaced: Span,
    length_before: usize,
    length_now: usize,
) -> Vec<IgnoredFinding> {
    ignored
        .into_iter()
        .filter_map(|finding| {
            let span = Span::new(finding.span.start as usize, finding.span.end as usize);
            let span = carried(span, replaced, length_before, length_now)?;
            let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            Some(IgnoredFinding { span: byte(span.start)..byte(span.end), ..finding })
        })
        .collect()
}

/// Where a stretch stands after another one was replaced; none if it was in it.
pub(super) fn carried(span: Span, replaced: Span, length_before: usize, length_now: usize) -> Option<Span> {
    if span.end <= replaced.start {
        Some(span)
    } else if span.start >= replaced.end {
        // What is behind keeps its distance from the end.
        let from_end = |at: usize| length_now.checked_sub(length_before.checked_sub(at)?);
        Some(Span::new(from_end(span.start)?, from_end(span.end)?))
    } else {
        None
    }
}
