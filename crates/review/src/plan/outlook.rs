//! How often answers come back, and what a wanted recall costs.

use jiff::Span;
use jiff::civil::Date;

use super::forecast::forecast;
use crate::{Card, DesiredRetention, Grade, ReviewError, Scheduler, Weights};

/// So many days are looked ahead for the cost of a wanted recall.
const COST_DAYS: usize = 30;

/// How often `card` comes back from the day `from` on and before `until`, when it always comes well.
pub fn times_until(scheduler: &Scheduler, card: &Card, from: Date, until: Date) -> u32 {
    let mut card = *card;
    let mut times = 0;
    while let Some(day) = card.comes_on().map(|day| day.max(from)).filter(|day| *day < until) {
        card = scheduler.grade(&card, Grade::Good, day).card;
        times += 1;
    }
    times
}

/// The minutes a day, over the coming 30, that keep `cards` in rotation at each wanted recall.
///
/// Each is reckoned as if the cards had been scheduled with it from the start.
///
/// # Errors
/// [`ReviewError::WeightsRefused`] when the model does not take the weights.
pub fn retention_costs<'a>(
    weights: &Weights,
    cards: impl IntoIterator<Item = (&'a Card, f32)>,
    today: Date,
    retentions: &[DesiredRetention],
) -> Result<Vec<(DesiredRetention, f32)>, ReviewError> {
    let cards: Vec<_> = cards.into_iter().collect();
    retentions
        .iter()
        .map(|&retention| {
            let scheduler = Scheduler::new(retention, weights)?;
            let moved: Vec<_> =
                cards.iter().map(|&(card, minutes)| (with_own_due(&scheduler, card), minutes)).collect();
            let ahead = forecast(
                &scheduler,
                moved.iter().map(|(card, minutes)| (card, *minutes)),
                today,
                &[0.0; COST_DAYS],
                f32::INFINITY,
            );
            let minutes: f32 = ahead.iter().map(|day| day.minutes).sum();
            #[expect(clippy::cast_precision_loss, reason = "30")]
            Ok((retention, minutes / COST_DAYS as f32))
        })
        .collect()
}

/// The card with the date that this scheduler would have given it.
fn with_own_due(scheduler: &Scheduler, card: &Card) -> Card {
    match (card.memory, card.last_day) {
        (Some(memory), Some(last)) if memory.is_sound() => {
            let days = Span::new().days(scheduler.interval_days(memory.stability));
            Card { due: last.saturating_add(days), ..*card }
        }
        _ => *card,
    }
}
