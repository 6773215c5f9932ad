//! Sending answers of a mock to review, and what that costs.

use std::{collections::BTreeSet, time::Duration};

use jiff::{Span, civil::Date};
use review::{Grade, Scheduler, expected_minutes};
use store::{AnswerId, StoreError, Take};

use crate::{App, AppError, keeping::new_card, reviewing::count, rows::id, view::ReviewCost};

/// The days over which the cost is spread: two weeks.
const DAYS: u32 = 14;

impl App {
    /// What sending the answers of these slots would cost: how often each would come back in the next two weeks if it
    /// is said well each time, times the minutes that review expects of it, spread over the days and rounded up.
    ///
    /// # Errors
    /// As for [`debrief`](App::debrief).
    pub fn mock_review_cost(&mut self, mock: u32, slots: &[u32]) -> Result<ReviewCost, AppError> {
        let takes = self.sendable(mock, slots)?;
        let tomorrow = self.tomorrow();
        let often = times_in_two_weeks(&self.scheduler()?, tomorrow);
        #[expect(clippy::cast_precision_loss, reason = "a few times in two weeks")]
        let minutes = takes.iter().map(minutes).sum::<f32>() * often as f32 / DAYS as f32;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
        let minutes_a_day = minutes.ceil() as u32;
        Ok(ReviewCost {
            answers: count(takes.len()),
            minutes_a_day,
            from: (!takes.is_empty()).then(|| tomorrow.to_string()),
        })
    }

    /// Lets the answers of these slots come back from tomorrow, all in one step. Returns the answers that were sent:
    /// those that are in review already, suspended ones too, stay as they are, and those deleted since have nothing to
    /// come back.
    ///
    /// # Errors
    /// As for [`debrief`](App::debrief).
    pub fn send_mock_to_review(&mut self, mock: u32, slots: &[u32]) -> Result<Vec<u32>, AppError> {
        let now = self.clock.now();
        let tomorrow = self.tomorrow();
        let answers: Vec<AnswerId> =
            self.sendable(mock, slots)?.into_iter().map(|take| take.answer_id).collect();
        let sent = self.store.write(|tx| {
            let mut sent = Vec::new();
            for answer in answers {
                if tx.card(answer)?.is_some() {
                    continue;
                }
                tx.insert_card(&new_card(answer, tomorrow, now))?;
                sent.push(id(answer.0));
            }
            Ok::<_, StoreError>(sent)
        })?;
        self.back_up_if_due();
        Ok(sent)
    }

    fn tomorrow(&self) -> Date {
        self.today_date().saturating_add(Span::new().days(1))
    }

    /// The takes of these slots whose answers can be sent: finished, not in the trash, and without a card.
    fn sendable(&self, mock: u32, slots: &[u32]) -> Result<Vec<Take>, AppError> {
        let mock = self.ended_mock(mock)?;
        let mut seen = BTreeSet::new();
        let mut takes = Vec::new();
        for given in self.store.mock_answers(mock.id)? {
            let Some(take) = given.take.filter(|_| slots.contains(&given.slot)) else { continue };
            let there = take.state == store::TakeState::Finished
                && self.store.answer(take.answer_id)?.trashed_at.is_none();
            if there && self.store.card(take.answer_id)?.is_none() && seen.insert(take.answer_id) {
                takes.push(take);
            }
        }
        Ok(takes)
    }
}

/// What review expects an answer to take, from its take in the mock, as Review itself plans it.
fn minutes(take: &Take) -> f32 {
    let own = [Duration::from_millis(u64::from(take.elapsed_ms))];
    expected_minutes(&own, (take.budget_ms / 60_000).max(1))
}

/// How often a new card comes back in two weeks from its first day on, when each time it is said well.
fn times_in_two_weeks(scheduler: &Scheduler, first: Date) -> u32 {
    let end = first.saturating_add(Span::new().days(i64::from(DAYS)));
    let mut card = review::Card::new(first);
    let mut times = 0;
    while card.due < end && times < DAYS {
        times += 1;
        card = scheduler.grade(&card, Grade::Good, card.due).card;
    }
    times
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use review::{DesiredRetention, Weights};

    use super::*;

    #[test]
    fn wanting_to_recall_more_costs_more_times() {
        let often = |retention: f32| {
            let retention = DesiredRetention::new(retention).unwrap();
            times_in_two_weeks(&Scheduler::new(retention, &Weights::default()).unwrap(), date(2026, 3, 11))
        };
        assert!((1..=DAYS).contains(&often(0.9)), "{}", often(0.9));
        assert!(often(0.7) <= often(0.9) && often(0.9) <= often(0.97));
    }
}
