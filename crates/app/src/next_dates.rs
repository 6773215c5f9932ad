//! The date that each grade gives: FSRS's, moved within its own range to a day with less to do.

use jiff::{Span, civil::Date};
use review::{
    Outcome,
    plan::{level, levelling_range},
};
use store::Card;

use crate::{App, AppError, rows::memory_card};

impl App {
    /// What each grade would do to a card today, in the order of the buttons. With an interview ahead the dates are
    /// FSRS's own: then the plan decides by the day, and a moved date would help nobody.
    pub(crate) fn outcomes(&self, card: &Card) -> Result<[Outcome; 4], AppError> {
        let today = self.today_date();
        let outcomes = self.scheduler()?.preview(&memory_card(card), today);
        if self.interview_day().is_some() {
            return Ok(outcomes);
        }
        let furthest =
            outcomes.iter().map(|outcome| levelling_range(outcome.interval_days).1).max().unwrap_or(0);
        let busy = self.store.due_by_day(today, today.saturating_add(Span::new().days(furthest)))?;
        #[expect(clippy::cast_precision_loss, reason = "answers of a day")]
        let load = |day: Date| busy.get(&day).copied().unwrap_or(0) as f32;
        Ok(level(outcomes, today, load))
    }
}
