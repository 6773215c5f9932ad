//! Review from today on, and how well was remembered so far.

use std::collections::HashMap;

use jiff::{Timestamp, ToSpan, civil::Date};

use review::{Card, CardState, plan::forecast};

use crate::{
    App, AppError,
    drilling::SENTENCE_MINUTES,
    reviewing::{count, minutes},
    rows::memory_card,
    view::{ForecastDay, ForecastView},
};

/// How far is looked ahead without an interview, in days.
const DAYS_AHEAD: usize = 14;
/// How far is looked ahead at most, in days.
const MOST_DAYS_AHEAD: usize = 60;
/// Fewer reviews say nothing of how well is remembered: one more or less would be five percent and more.
const ENOUGH_REVIEWS: u32 = 20;

impl App {
    /// Review from today on; reviews from `from` to `to` say how well was remembered.
    pub(super) fn review_ahead(&self, from: Timestamp, to: Timestamp) -> Result<ForecastView, AppError> {
        let today = self.today_date();
        let interview = self.interviews_to_come().first().map(|(day, one)| (*day, one.name.clone()));
        let ahead = interview.as_ref().map_or(DAYS_AHEAD, |(day, _)| {
            usize::try_from((*day - today).get_days()).unwrap_or(0).saturating_add(1).min(MOST_DAYS_AHEAD)
        });
        let days: Vec<Date> =
            (0_i64..).take(ahead).map(|offset| today.saturating_add(offset.days())).collect();

        let sentences = self.sentences_due(&days)?;
        #[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
        let taken: Vec<f32> = sentences.iter().map(|count| *count as f32 * SENTENCE_MINUTES).collect();
        let answers: Vec<(Card, f32)> = self
            .store
            .all_cards()?
            .iter()
            .map(|card| (memory_card(&card.card), minutes(card)))
            .filter(|(card, _)| card.state != CardState::Suspended)
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
        let minutes_a_day = self.settings.minutes_a_day as f32;
        let cards = answers.iter().map(|(card, minutes)| (card, *minutes));
        let due = forecast(&self.scheduler()?, cards, today, &taken, minutes_a_day);

        let remembered = self.store.remembered(from, to)?;
        let shares = remembered.shares().filter(|_| remembered.reviews >= ENOUGH_REVIEWS);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let percent = |share: f64| (share * 100.0).round() as u32;
        Ok(ForecastView {
            interview: interview
                .filter(|(day, _)| days.contains(day))
                .map(|(day, name)| (name, day.to_string())),
            days: days
                .iter()
                .zip(due)
                .zip(&sentences)
                .map(|((day, due), sentences)| ForecastDay {
                    day: day.to_string(),
                    minutes: due.minutes,
                    answers: due.cards,
                    sentences: *sentences,
                })
                .collect(),
            minutes_a_day: self.settings.minutes_a_day,
            answers: count(answers.len()),
            sentences: self.drill_due_days()?.iter().map(|(_, count)| count).sum(),
            reviews: remembered.reviews,
            recalled: shares.map(|(recalled, _)| percent(recalled)),
            expected: shares.map(|(_, expected)| percent(expected)),
            wanted: self.settings.retention,
        })
    }

    /// Sentences to say again on each of `days`, which ascend; the overdue ones on the first. Each is counted on the
    /// day it is due next: when it comes again hangs on whether it passes.
    fn sentences_due(&self, days: &[Date]) -> Result<Vec<u32>, AppError> {
        let Some(&first) = days.first() else { return Ok(Vec::new()) };
        let mut due: HashMap<Date, u32> = HashMap::new();
        for (day, count) in self.drill_due_days()? {
            *due.entry(day.max(first)).or_default() += count;
        }
        Ok(days.iter().map(|day| due.get(day).copied().unwrap_or(0)).collect())
    }
}
