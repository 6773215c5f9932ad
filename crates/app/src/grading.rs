//! A grade and its undo.

use review::Grade;
use store::{NewReview, ReviewId, Row, Source, StoreError, Take};

use crate::{
    App, AppError,
    comparing::Given,
    rows::{answer_id, id, stored_card, take_id},
    view::{self, GradeRequest, Graded, ReviewQueue},
};

impl App {
    /// Grades an answer: it gets its next date, and the performance is logged with suggestion and choice.
    ///
    /// # Errors
    /// Stale when the card changed since the window saw it; [`AppError::NotInReview`].
    pub fn grade(&mut self, request: &GradeRequest) -> Result<Graded, AppError> {
        let now = self.clock.now();
        let today = self.today_date();
        let grade = grade_of(request.grade);
        let answer = self.store.answer(answer_id(request.answer_id))?;
        let memory: Option<Take> = request.take_id.map(|take| self.store.take(take_id(take))).transpose()?;
        let best =
            self.best_take(&answer, memory.as_ref().map(|take| take.id))?.ok_or(AppError::NothingFinished)?;
        let given = match &memory {
            Some(take) => Given::Take(take),
            None if self.said_aloud == Some(answer.id) => Given::Aloud,
            None => Given::Not,
        };
        let recalled = self.recalled(&answer, &best, given)?;
        let card = self.store.card(answer.id)?.ok_or(AppError::NotInReview)?;
        let outcome = self.outcomes(&card)?[usize::from(grade.number()) - 1];
        let (log_id, due) = self.store.write(|tx| {
            let before = tx.card(answer.id)?.ok_or(AppError::NotInReview)?;
            if before.version != request.card_version {
                let (expected, found) = (request.card_version, before.version);
                return Err(StoreError::Stale { row: Row::Card, expected, found }.into());
            }
            let after = tx.update_card(&stored_card(&before, &outcome.card), before.version)?;
            let due = after.due_day;
            let log_id = tx.append_review(&NewReview {
                answer_id: answer.id,
                take_id: memory.as_ref().map(|take| take.id),
                at: now,
                day: today,
                grade: Some(grade.number()),
                suggested: Some(recalled.suggestion.grade.number()),
                recalled: Some(grade != Grade::Again),
                points_back: Some(recalled.back),
                points_total: Some(recalled.of),
                elapsed_days: outcome.elapsed_days,
                source: Source::Review,
                retrievability: outcome.retrievability_before.map(f64::from),
                card_before: Some(before),
                card_after: Some(after),
            })?;
            Ok::<_, AppError>((log_id, due))
        })?;
        self.said_aloud = None;
        self.back_up_if_due();
        Ok(Graded { log_id: id(log_id.0), grade: request.grade, due_day: due.to_string() })
    }

    /// Takes a grade back: the card is again exactly what it was.
    ///
    /// # Errors
    /// When the answer was graded again since, or its card changed otherwise.
    pub fn undo_grade(&mut self, log_id: u32) -> Result<ReviewQueue, AppError> {
        let now = self.clock.now();
        self.store.write(|tx| tx.undo_review(ReviewId(i64::from(log_id)), now))?;
        self.review_queue()
    }
}

pub(crate) fn grade_view(grade: Grade) -> view::Grade {
    match grade {
        Grade::Again => view::Grade::Again,
        Grade::Hard => view::Grade::Hard,
        Grade::Good => view::Grade::Good,
        Grade::Easy => view::Grade::Easy,
    }
}

fn grade_of(grade: view::Grade) -> Grade {
    match grade {
        view::Grade::Again => Grade::Again,
        view::Grade::Hard => Grade::Hard,
        view::Grade::Good => Grade::Good,
        view::Grade::Easy => Grade::Easy,
    }
}
