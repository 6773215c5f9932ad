//! After an answer from memory: the best take beside it, what came back, and the suggested grade.

use phrasing::{Check, Kind};
use practice::recall::{came_back, points, tally};
use review::{RecallEvidence, Suggestion, suggest};
use store::{Answer, Source, Take};

use crate::{
    App, AppError,
    grading::grade_view,
    offsets::utf16_range,
    rows::{answer_id, memory_card, take_id},
    taking::scored,
    view::{DraftEdit, GradeOption, PointView, ReviewCompare},
};

/// How the answer from memory was given.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Given<'a> {
    /// Written or recorded: this take.
    Take(&'a Take),
    /// Aloud, without a record.
    Aloud,
    /// It was not; the best take was looked at.
    Not,
}

impl<'a> Given<'a> {
    fn take(self) -> Option<&'a Take> {
        match self {
            Given::Take(take) => Some(take),
            Given::Aloud | Given::Not => None,
        }
    }
}

/// What came back of the best take, and what that speaks for.
pub(crate) struct Recalled {
    pub(crate) points: Vec<PointView>,
    pub(crate) suggestion: Suggestion,
    pub(crate) back: u32,
    pub(crate) of: u32,
}

impl App {
    /// Ends the answer from memory and shows the best take beside it.
    ///
    /// # Errors
    /// Those of finishing a take; [`AppError::NotInReview`].
    pub fn finish_review(&mut self, edit: &DraftEdit) -> Result<ReviewCompare, AppError> {
        let take = self.finish(edit)?;
        let answer = self.store.answer(take.answer_id)?;
        self.said_aloud = None;
        self.compare(&answer, Given::Take(&take))
    }

    /// Shows the best take without a written answer: it was said aloud, or it did not come. A draft that was begun is put
    /// away; nothing typed in it is deleted.
    ///
    /// # Errors
    /// [`AppError::NotInReview`], [`AppError::NothingFinished`], or the store's.
    pub fn reveal(&mut self, answer: u32, said_aloud: bool) -> Result<ReviewCompare, AppError> {
        let answer = self.store.answer(answer_id(answer))?;
        self.store.write(|tx| match tx.draft_of(answer.id)? {
            // A page that was never written on is no take.
            Some(draft) if draft.source == Source::Review && draft.text.trim().is_empty() => {
                tx.delete_draft(draft.id)
            }
            Some(draft) if draft.source == Source::Review => tx.discard_take(draft.id),
            _ => Ok(()),
        })?;
        self.said_aloud = said_aloud.then_some(answer.id);
        self.compare(&answer, if said_aloud { Given::Aloud } else { Given::Not })
    }

    /// The comparison of a finished, ungraded take again, as after a restart.
    ///
    /// # Errors
    /// [`AppError::NotInReview`], or the store's.
    pub fn compare_review(&mut self, answer: u32, take: u32) -> Result<ReviewCompare, AppError> {
        let answer = self.store.answer(answer_id(answer))?;
        let take = self.store.take(take_id(take))?;
        self.said_aloud = None;
        self.compare(&answer, Given::Take(&take))
    }

    fn compare(&self, answer: &Answer, given: Given<'_>) -> Result<ReviewCompare, AppError> {
        let memory = given.take();
        let card = self.store.card(answer.id)?.ok_or(AppError::NotInReview)?;
        let best = self.best_take(answer, memory.map(|take| take.id))?.ok_or(AppError::NothingFinished)?;
        let recalled = self.recalled(answer, &best, given)?;
        let outcomes = self.outcomes(&card)?;
        let options = review::Grade::ALL
            .into_iter()
            .zip(outcomes)
            .map(|(grade, outcome)| GradeOption {
                grade: grade_view(grade),
                due_day: outcome.card.due.to_string(),
                in_days: outcome.interval_days,
            })
            .collect();
        let memory_view = memory.map(|take| self.check_view(answer, take)).transpose()?;
        let best_view = self.check_view(answer, &best)?;
        let beats_best = match (&memory_view, best_view.take.score) {
            (Some(memory), Some(best)) => memory.take.score.is_some_and(|score| score > best),
            _ => false,
        };
        let earlier = self.finished_takes(answer)?.len() - usize::from(memory.is_some());
        Ok(ReviewCompare {
            answer_id: crate::rows::id(answer.id.0),
            card_version: card.version,
            memory: memory_view,
            points: recalled.points,
            suggested: grade_view(recalled.suggestion.grade),
            reason: recalled.suggestion.reason.to_string(),
            options,
            beats_best,
            times_before: u32::try_from(earlier).unwrap_or(u32::MAX),
            last_day: Some(self.last_day(&card, &best).to_string()),
            said_aloud: matches!(given, Given::Aloud),
            rewrite: memory_card(&card).wants_rewrite(),
            times_to_interview: self.times_to_interview(&outcomes[2].card)?,
            best: best_view,
        })
    }

    fn last_day(&self, card: &store::Card, best: &Take) -> jiff::civil::Date {
        let performed = self.day_of(best.finished_at.unwrap_or(best.saved_at));
        card.memory.map_or(performed, |memory| memory.last_day)
    }

    /// What came back of `best`. Of what was said aloud nothing is known but that it was said.
    pub(crate) fn recalled(
        &self,
        answer: &Answer,
        best: &Take,
        given: Given<'_>,
    ) -> Result<Recalled, AppError> {
        let memory = given.take();
        let question = self.question_of(answer);
        let check = self.check_now(best, &question)?;
        // Both by the measure of now: the best take may have been given when another level was asked for.
        let score = |check: &Check| scored(check).score;
        let memory_score = match memory {
            Some(take) => score(&self.check_now(take, &question)?),
            None => None,
        };
        let points = points(&best.text, &worth_recalling(&check));
        let said = memory.map_or("", |take| take.text.as_str());
        let recalls = came_back(&points, said);
        let tally = tally(&recalls);
        let suggestion = suggest(&RecallEvidence {
            could_answer: !matches!(given, Given::Not),
            score: memory_score,
            best_score: score(&check),
            points: tally.points,
            points_back: tally.points_back,
            numbers: tally.numbers,
            numbers_back: tally.numbers_back,
        });
        let points = points
            .iter()
            .zip(&recalls)
            .map(|(point, recall)| PointView {
                text: point.text.clone(),
                back: recall.back,
                at: recall.found_at.map(|at| utf16_range(said, at.range())),
                best_at: utf16_range(&best.text, point.span.range()),
            })
            .collect();
        Ok(Recalled { points, suggestion, back: tally.points_back, of: tally.points })
    }
}

/// The words of the best take that have to come back: its strong claims and what an interviewer writes down, without
/// those that lie inside another one. The speaker's own action is in every answer, so it tells nothing by itself.
fn worth_recalling(check: &Check) -> Vec<(usize, usize)> {
    let strong =
        check.findings.iter().filter(|finding| finding.kind == Kind::Strong).map(|finding| finding.span);
    let written = phrasing::CoverageItem::ALL
        .into_iter()
        .filter(|item| *item != phrasing::CoverageItem::OwnAction)
        .flat_map(|item| check.coverage.get(item).iter().copied());
    let mut spans: Vec<phrasing::Span> = strong.chain(written).collect();
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut kept: Vec<phrasing::Span> = Vec::new();
    for span in spans {
        match kept.last_mut() {
            // Two claims that share words are one point.
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => kept.push(span),
        }
    }
    kept.into_iter().map(|span| (span.start, span.end)).collect()
}
