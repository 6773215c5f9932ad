//! How often answers come back, and what the days ahead and a wanted recall cost.

use jiff::Span;
use jiff::civil::Date;

use super::odds::expected_after;
use crate::{Card, CardState, DesiredRetention, Grade, ReviewError, Scheduler, Weights};

/// So many days are looked ahead for the cost of a wanted recall.
const COST_DAYS: u32 = 30;

/// How often `card` comes back from the day `from` on and before `until`, when it always comes well.
pub fn times_until(scheduler: &Scheduler, card: &Card, from: Date, until: Date) -> u32 {
    let mut card = *card;
    let mut times = 0;
    while let Some(day) = next_day(&card, from).filter(|day| *day < until) {
        card = scheduler.grade(&card, Grade::Good, day).card;
        times += 1;
    }
    times
}

/// A day to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForecastDay {
    /// The practice day.
    pub day: Date,
    /// Expected minutes of what comes back on it, second attempts at what will not come among them.
    pub minutes: f32,
    /// How many answers come back on it.
    pub cards: u32,
}

/// What comes back on each of `days` days from `today` on, if everything is performed when it is due and goes as is to
/// be expected. `cards` come with their expected minutes; what is overdue counts for today.
pub fn forecast<'a>(
    scheduler: &Scheduler,
    cards: impl IntoIterator<Item = (&'a Card, f32)>,
    today: Date,
    days: u32,
) -> Vec<ForecastDay> {
    let mut ahead: Vec<_> = (0..days)
        .map(|offset| ForecastDay {
            day: today.saturating_add(Span::new().days(offset)),
            minutes: 0.0,
            cards: 0,
        })
        .collect();
    for (card, minutes) in cards {
        let mut card = *card;
        while let Some(day) = next_day(&card, today)
            && let Some(on) = usize::try_from((day - today).get_days()).ok().and_then(|at| ahead.get_mut(at))
        {
            let (next, second_attempt) = expected_after(scheduler, &card, day);
            on.cards += 1;
            on.minutes += minutes * (1.0 + second_attempt);
            if next.due <= day {
                // The end of the calendar.
                break;
            }
            card = next;
        }
    }
    ahead
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
            let ahead =
                forecast(&scheduler, moved.iter().map(|(card, minutes)| (card, *minutes)), today, COST_DAYS);
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

/// The day on which a card comes next, not before `from`; none while it is suspended.
fn next_day(card: &Card, from: Date) -> Option<Date> {
    match card.state {
        CardState::Active => Some(card.due.max(from)),
        CardState::BuriedUntil(day) => Some(card.due.max(day).max(from)),
        CardState::Suspended => None,
    }
}
