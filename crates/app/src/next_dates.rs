//! The date that each grade gives: FSRS's, moved within its own range to a day with less to do.

use jiff::{Span, civil::Date};
use review::{
    Outcome,
    plan::{levelled, levelling_range},
};
use store::Card;

use crate::{App, AppError, rows::memory_card};

impl App {
    /// What each grade would do to a card today, in the order of the buttons. With an interview ahead the dates are
    /// FSRS's own: then the plan decides by the day, and a moved date would help nobody.
    pub(crate) fn outcomes(&self, card: &Card) -> Result<[Outcome; 4], AppError> {
        let today = self.today_date();
        let mut outcomes = self.scheduler()?.preview(&memory_card(card), today);
        if self.interview_day().is_some() {
            return Ok(outcomes);
        }
        let furthest =
            outcomes.iter().map(|outcome| levelling_range(outcome.interval_days).1).max().unwrap_or(0);
        let busy = self.store.due_by_day(today, after(today, furthest))?;
        #[expect(clippy::cast_precision_loss, reason = "answers of a day")]
        let load = |day: Date| busy.get(&day).copied().unwrap_or(0) as f32;
        let mut earliest = today;
        for outcome in &mut outcomes {
            // A better grade never comes back sooner, however full the days are.
            let due = levelled(outcome.interval_days, today, load).max(earliest);
            earliest = due;
            outcome.card.due = due;
            outcome.interval_days = u32::try_from((due - today).get_days()).unwrap_or(0);
        }
        Ok(outcomes)
    }
}

fn after(today: Date, days: u32) -> Date {
    today.saturating_add(Span::new().days(days))
}
