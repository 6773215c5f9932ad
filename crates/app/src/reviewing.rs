//! Review: what is due, asking again from memory, and leaving an answer for later.

use std::time::Duration;

use jiff::Span;
use review::{DesiredRetention, Scheduler, Waiting, Weights, expected_minutes, queue};
use store::{Card, CardState, CardWithAnswer, Source};

use crate::{
    App, AppError,
    questions::competency_view,
    rows::{answer_id, id, memory_card},
    taking::new_take,
    view::{ReviewItem, ReviewQueue, RunningTake},
};

impl App {
    pub(crate) fn scheduler(&self) -> Result<Scheduler, AppError> {
        #[expect(clippy::cast_precision_loss, reason = "a percentage")]
        let retention = DesiredRetention::new(self.settings.retention as f32 / 100.0)?;
        Ok(Scheduler::new(retention, &Weights::default())?)
    }

    /// What is due, in the order to take it.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn review_queue(&mut self) -> Result<ReviewQueue, AppError> {
        let today = self.today_date();
        let cards = self.store.all_cards()?;
        let due = self.due_in_order(&cards)?;
        let exact: f32 = due.iter().map(minutes).sum();
        let items = due.iter().map(|card| self.review_item(card)).collect::<Result<Vec<_>, _>>()?;
        let next_due_day =
            cards.iter().filter_map(|card| next_day(&card.card)).filter(|day| *day > today).min();
        let next_due_count = cards.iter().filter(|card| next_day(&card.card) == next_due_day).count();
        let [.., (_, start), (_, end)] = &self.day_boundaries(1)[..] else { return Ok(empty_queue()) };
        let done_today = self.store.reviews_between(*start, *end)?;
        Ok(ReviewQueue {
            due: items,
            minutes: whole_minutes(exact),
            done_today: count(done_today.iter().filter(|review| review.logged.grade.is_some()).count()),
            next_due_day: next_due_day.map(|day| day.to_string()),
            next_due_count: if next_due_day.is_some() { count(next_due_count) } else { 0 },
            cards: count(cards.len()),
            undoable: self
                .store
                .last_undoable()?
                .filter(|review| review.logged.grade.is_some())
                .map(|review| id(review.id.0)),
            left_for_later: 0,
            advice: None,
            order: String::new(),
            suspended: Vec::new(),
        })
    }

    pub(crate) fn due_in_order(&self, cards: &[CardWithAnswer]) -> Result<Vec<CardWithAnswer>, AppError> {
        let scheduler = self.scheduler()?;
        let memories: Vec<review::Card> = cards.iter().map(|card| memory_card(&card.card)).collect();
        let waiting = cards.iter().zip(&memories).enumerate().map(|(index, (card, memory))| Waiting {
            key: (card.card.answer_id.0, index),
            competency: &card.competency,
            card: memory,
        });
        let order = queue(&scheduler, waiting, self.today_date());
        Ok(order.into_iter().map(|(_, index)| cards[index].clone()).collect())
    }

    pub(crate) fn due_count(&self) -> Result<u32, AppError> {
        Ok(self.store.card_counts(self.today_date())?.due)
    }

    fn review_item(&self, card: &CardWithAnswer) -> Result<ReviewItem, AppError> {
        let answer = self.store.answer(card.card.answer_id)?;
        let best = self.best_take(&answer, None)?;
        Ok(ReviewItem {
            answer_id: id(answer.id.0),
            prompt: card.prompt.clone(),
            competency: competency_view(&card.competency),
            minutes: whole_minutes(minutes(card)),
            due_day: card.card.due_day.to_string(),
            best_score: best.and_then(|take| take.scored.score).map(u32::from),
            times: card.card.reps,
            last_day: card.card.memory.map(|memory| memory.last_day.to_string()),
            recall: None,
            rewrite: memory_card(&card.card).wants_rewrite(),
            times_to_interview: None,
        })
    }

    /// Asks again, from memory: goes on with the take that is running, or starts one.
    ///
    /// # Errors
    /// [`AppError::NotInReview`], or the store's.
    pub fn start_review(&mut self, answer: u32) -> Result<RunningTake, AppError> {
        let now = self.clock.now();
        let answer = self.store.answer(answer_id(answer))?;
        let minutes = self.question_of(&answer).minutes;
        let take = self.store.write(|tx| {
            tx.card(answer.id)?.ok_or(AppError::NotInReview)?;
            match tx.draft_of(answer.id)? {
                Some(take) => Ok::<_, AppError>(take),
                None => Ok(tx.insert_take(&new_take(answer.id, Source::Review, minutes), now)?),
            }
        })?;
        self.running_view(&take)
    }

    /// Leaves an answer for tomorrow.
    ///
    /// # Errors
    /// When it is not in review.
    pub fn bury(&mut self, answer: u32) -> Result<ReviewQueue, AppError> {
        let tomorrow = self.today_date().saturating_add(Span::new().days(1));
        self.set_card_state(answer, CardState::Buried, Some(tomorrow))
    }

    /// Keeps an answer out of review until it is resumed.
    ///
    /// # Errors
    /// When it is not in review.
    pub fn suspend(&mut self, answer: u32) -> Result<ReviewQueue, AppError> {
        self.set_card_state(answer, CardState::Suspended, None)
    }

    /// Undoes bury and suspend.
    ///
    /// # Errors
    /// When it is not in review.
    pub fn resume_card(&mut self, answer: u32) -> Result<ReviewQueue, AppError> {
        self.set_card_state(answer, CardState::Active, None)
    }

    /// Lets an answer come back on a day of the user's choice.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for a day that is past or no day; [`AppError::NotInReview`].
    pub fn reschedule(&mut self, _answer: u32, _day: &str) -> Result<ReviewQueue, AppError> {
        todo!()
    }

    fn set_card_state(
        &mut self,
        answer: u32,
        state: CardState,
        buried_until: Option<jiff::civil::Date>,
    ) -> Result<ReviewQueue, AppError> {
        self.store.write(|tx| {
            let card = tx.card(answer_id(answer))?.ok_or(AppError::NotInReview)?;
            let changed = Card { state, buried_until, ..card.clone() };
            Ok::<_, AppError>(tx.update_card(&changed, card.version)?)
        })?;
        self.review_queue()
    }
}

/// The day from which a card can be asked; none while it is suspended.
fn next_day(card: &Card) -> Option<jiff::civil::Date> {
    match card.state {
        CardState::Suspended => None,
        CardState::Buried => Some(card.due_day.max(card.buried_until?)),
        CardState::Active => Some(card.due_day),
    }
}

/// Expected minutes for an answer, from the time its last take took.
pub(crate) fn minutes(card: &CardWithAnswer) -> f32 {
    let own: Vec<Duration> =
        card.elapsed_ms.map(|ms| Duration::from_millis(u64::from(ms))).into_iter().collect();
    expected_minutes(&own, card.budget_ms.map_or(3, |ms| ms / 60_000).max(1))
}

/// Minutes as they are shown: whole, and never none for something that has to be done.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
pub(crate) fn whole_minutes(minutes: f32) -> u32 {
    if minutes <= 0.0 { 0 } else { (minutes.round() as u32).max(1) }
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn empty_queue() -> ReviewQueue {
    ReviewQueue {
        due: Vec::new(),
        minutes: 0,
        done_today: 0,
        next_due_day: None,
        next_due_count: 0,
        cards: 0,
        undoable: None,
        left_for_later: 0,
        advice: None,
        order: String::new(),
        suspended: Vec::new(),
    }
}
