//! Review: what is due, asking again from memory, and leaving an answer for later.

use std::time::Duration;

use jiff::{Span, civil::Date};
use review::{Grade, Scheduler, Waiting, expected_minutes, plan::times_until, queue};
use store::{Card, CardState, CardWithAnswer, Source};

use crate::{
    App, AppError,
    questions::competency_view,
    rows::{answer_id, id, memory_card},
    taking::new_take,
    view::{ReviewItem, ReviewQueue, RunningTake, SuspendedItem},
};

/// No answer can be put off for longer, in days: ten years.
const FURTHEST_DAYS: i32 = 3653;

impl App {
    pub(crate) fn scheduler(&self) -> Result<Scheduler, AppError> {
        Ok(Scheduler::new(self.retention()?, &self.model.weights())?)
    }

    /// What is due, in the order to take it.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn review_queue(&mut self) -> Result<ReviewQueue, AppError> {
        let today = self.today_date();
        let cards = self.store.all_cards()?;
        let plan = self.day_plan_of(&cards)?;
        let scheduler = self.scheduler()?;
        let interview = self.interview_day();
        let items = plan
            .again
            .iter()
            .map(|card| self.review_item(card, &scheduler, interview))
            .collect::<Result<Vec<_>, _>>()?;
        let suspended = cards.iter().filter(|card| card.card.state == CardState::Suspended);
        let comes: Vec<Date> = cards.iter().filter_map(|card| memory_card(&card.card).comes_on()).collect();
        let next_due_day = comes.iter().copied().filter(|day| *day > today).min();
        let next_due_count = comes.iter().filter(|day| Some(**day) == next_due_day).count();
        let [.., (_, start), (_, end)] = &self.day_boundaries(1)[..] else { return Ok(empty_queue()) };
        let done_today = self.store.reviews_between(*start, *end)?;
        Ok(ReviewQueue {
            due: items,
            minutes: whole_minutes(plan.minutes),
            done_today: count(done_today.iter().filter(|review| review.logged.grade.is_some()).count()),
            next_due_day: next_due_day.map(|day| day.to_string()),
            next_due_count: count(next_due_count),
            cards: count(cards.len()),
            undoable: self.undoable()?,
            left_for_later: plan.left,
            advice: plan.advice,
            order: match interview {
                Some(day) => format!("By what each minute adds to recall on {}.", day.strftime("%-d %B")),
                None => "The likeliest forgotten first.".to_owned(),
            },
            suspended: suspended
                .map(|card| SuspendedItem {
                    answer_id: id(card.card.answer_id.0),
                    prompt: card.prompt.clone(),
                })
                .collect(),
        })
    }

    /// The last grade, unless its card has changed since in another way.
    fn undoable(&self) -> Result<Option<u32>, AppError> {
        let Some(last) = self.store.last_undoable()?.filter(|review| review.logged.grade.is_some()) else {
            return Ok(None);
        };
        let now = self.store.card(last.logged.answer_id)?;
        let same = now.zip(last.logged.card_after).is_some_and(|(now, after)| now.is_as(&after));
        Ok(same.then(|| id(last.id.0)))
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

    fn review_item(
        &self,
        card: &CardWithAnswer,
        scheduler: &Scheduler,
        interview: Option<Date>,
    ) -> Result<ReviewItem, AppError> {
        let today = self.today_date();
        let memory = memory_card(&card.card);
        let after_good = scheduler.grade(&memory, Grade::Good, today).card;
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
            recall: scheduler.retrievability(&memory, today).map(percent),
            rewrite: memory.wants_rewrite(),
            times_to_interview: interview
                .map(|day| times_until(scheduler, &after_good, tomorrow(today), day)),
        })
    }

    /// How often an answer with this card would come back before the interview if it is said well; none without one.
    pub(crate) fn times_to_interview(&self, card: &review::Card) -> Result<Option<u32>, AppError> {
        let Some(interview) = self.interview_day() else { return Ok(None) };
        Ok(Some(times_until(&self.scheduler()?, card, tomorrow(self.today_date()), interview)))
    }

    /// Half of the day's minutes more, today: for whoever has done what was planned and wants to go on.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn review_more(&mut self) -> Result<ReviewQueue, AppError> {
        let today = self.today_date();
        let before = self.more_today.filter(|(day, _)| *day == today).map_or(0, |(_, minutes)| minutes);
        let spent_above = self.minutes_above_today()?;
        self.more_today = Some((today, before.max(spent_above) + self.settings.minutes_a_day.div_ceil(2)));
        self.review_queue()
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

    /// Lets an answer come back on a day of the user's choice; a day that is past is today. What is known of the memory
    /// stays as it is.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for what is no day, or one too far away; [`AppError::NotInReview`].
    pub fn reschedule(&mut self, answer: u32, day: &str) -> Result<ReviewQueue, AppError> {
        let latest = self.today_date().saturating_add(Span::new().days(FURTHEST_DAYS));
        let day = day
            .parse::<Date>()
            .ok()
            .filter(|day| *day <= latest)
            .ok_or(AppError::Invalid { what: "The day", right: "a day of the next ten years" })?;
        self.store.write(|tx| {
            let card = tx.card(answer_id(answer))?.ok_or(AppError::NotInReview)?;
            let (state, buried_until) = match card.state {
                CardState::Suspended => (CardState::Suspended, None),
                CardState::Active | CardState::Buried => (CardState::Active, None),
            };
            let changed = Card { due_day: day, state, buried_until, ..card.clone() };
            Ok::<_, AppError>(tx.update_card(&changed, card.version)?)
        })?;
        self.review_queue()
    }

    fn set_card_state(
        &mut self,
        answer: u32,
        state: CardState,
        buried_until: Option<Date>,
    ) -> Result<ReviewQueue, AppError> {
        self.store.write(|tx| {
            let card = tx.card(answer_id(answer))?.ok_or(AppError::NotInReview)?;
            let changed = Card { state, buried_until, ..card.clone() };
            Ok::<_, AppError>(tx.update_card(&changed, card.version)?)
        })?;
        self.review_queue()
    }
}

/// Expected minutes for an answer, from the times its last takes took.
pub(crate) fn minutes(card: &CardWithAnswer) -> f32 {
    let own: Vec<Duration> =
        card.times_ms.iter().rev().map(|ms| Duration::from_millis(u64::from(*ms))).collect();
    expected_minutes(&own, card.budget_ms.map_or(3, |ms| ms / 60_000).max(1))
}

fn tomorrow(today: Date) -> Date {
    today.saturating_add(Span::new().days(1))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a chance from 0 to 1")]
fn percent(chance: f32) -> u32 {
    (chance * 100.0).round() as u32
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
