//! What is kept of an answer: its best take, and whether it comes back in review.

use jiff::{Span, civil::Date};
use store::{Answer, AnswerId, Card, CardState, Take};

use crate::{
    App, AppError,
    rows::{answer_id, take_id},
    view::CheckView,
};

impl App {
    /// Keeps a take as the best of its answer.
    ///
    /// # Errors
    /// Stale when the answer changed since `version`; when the take is not a finished one of this answer.
    pub fn keep_as_best(&mut self, answer: u32, take: u32, version: u32) -> Result<CheckView, AppError> {
        let now = self.clock.now();
        self.store.write(|tx| tx.set_best(answer_id(answer), Some(take_id(take)), version, now))?;
        self.check(take)
    }

    /// Lets an answer come back: for the first time tomorrow, since it was given today. Twice is once.
    ///
    /// # Errors
    /// [`AppError::NothingFinished`], or the store's.
    pub fn send_to_review(&mut self, answer: u32) -> Result<CheckView, AppError> {
        let now = self.clock.now();
        let tomorrow = self.today_date().saturating_add(Span::new().days(1));
        let take = self.latest_take(answer)?;
        self.store.write(|tx| match tx.card(take.answer_id)? {
            Some(card) if card.state == CardState::Active => Ok(()),
            Some(card) => {
                let active = Card { state: CardState::Active, buried_until: None, ..card.clone() };
                tx.update_card(&active, card.version).map(drop)
            }
            None => tx.insert_card(&new_card(take.answer_id, tomorrow, now)),
        })?;
        self.back_up_if_due();
        self.check_of(&take)
    }

    /// The undo of sending to review: only while the card was never graded, so no history is lost.
    ///
    /// # Errors
    /// [`AppError::AlreadyGraded`], or the store's.
    pub fn withdraw_from_review(&mut self, answer: u32) -> Result<CheckView, AppError> {
        let take = self.latest_take(answer)?;
        self.store.write(|tx| match tx.card(take.answer_id)? {
            Some(card) if card.reps > 0 => Err(AppError::AlreadyGraded),
            Some(_) => Ok(tx.delete_card(take.answer_id)?),
            None => Ok(()),
        })?;
        self.check_of(&take)
    }

    fn latest_take(&self, answer: u32) -> Result<Take, AppError> {
        self.store.latest_finished_take(answer_id(answer))?.ok_or(AppError::NothingFinished)
    }

    /// The take an answer is compared with: the one kept as best, else the one with the highest score, of equals the
    /// later one.
    pub(crate) fn best_take(
        &self,
        answer: &Answer,
        except: Option<store::TakeId>,
    ) -> Result<Option<Take>, AppError> {
        let takes: Vec<Take> =
            self.finished_takes(answer)?.into_iter().filter(|take| Some(take.id) != except).collect();
        let kept = takes.iter().position(|take| Some(take.id) == answer.best_take_id);
        let highest =
            || (0..takes.len()).max_by_key(|&index| (takes[index].scored.score, takes[index].ordinal));
        Ok(kept.or_else(highest).map(|index| takes[index].clone()))
    }
}

/// A card that was never graded, due for the first time on a day.
pub(crate) fn new_card(answer_id: AnswerId, due_day: Date, created_at: jiff::Timestamp) -> Card {
    Card {
        answer_id,
        memory: None,
        due_day,
        reps: 0,
        lapses: 0,
        state: CardState::Active,
        buried_until: None,
        version: 0,
        created_at,
    }
}
