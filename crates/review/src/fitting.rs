//! Weights of the memory model fitted to one's own log, and kept only if they foretell better.
//!
//! Four cards in five are fitted to. The fifth is held out: on its performances the fitted weights have to foretell what
//! came back better than the present ones do.

use std::collections::BTreeMap;

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Card, DesiredRetention, Grade, ReviewError, Scheduler, Weights};

/// From so many performances on, at least a day after the one before, fitting is offered. With 600 the fitted weights
/// were still worse than the published ones on held-out performances.
pub const FITTED_FROM_REVIEWS: usize = 1_000;

/// One card in so many is held out.
const HELD_OUT: usize = 5;

/// Which of them.
const HELD_OUT_PLACE: usize = 1;

/// No single surprise counts for more than this chance allows; also keeps the logarithm finite.
const LEAST_CHANCE: f64 = 1e-6;

/// One graded performance of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Performance<K> {
    /// Which card.
    pub card: K,
    /// Its practice day.
    pub day: Date,
    /// How it was graded.
    pub grade: Grade,
}

/// What came of fitting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// The fitted weights.
    pub weights: Weights,
    /// Log loss of the present weights on held-out performances: the mean of −ln of the chance they gave to what
    /// happened. 0 is certainty, 0.69 a coin.
    pub loss_before: f32,
    /// Log loss of the fitted weights on the same performances.
    pub loss_after: f32,
    /// Whether the fitted weights are better and should be used.
    pub kept: bool,
    /// How many performances were held out.
    pub held_out: u32,
}

/// How many performances of `log` say something about forgetting: those at least a day after the one before.
/// Fitting takes [`FITTED_FROM_REVIEWS`] of them.
pub fn telling_reviews<K: Ord>(log: impl IntoIterator<Item = Performance<K>>) -> usize {
    histories(log)
        .iter()
        .map(|history| history.iter().skip(1).filter(|review| review.delta_t > 0).count())
        .sum()
}

/// Fits weights to `log` (the performances of each card oldest first) and compares them with `present` on held-out
/// cards. The same log gives the same result.
///
/// It takes seconds for some ten thousand performances.
///
/// # Errors
/// [`ReviewError::TooFewReviews`] under [`FITTED_FROM_REVIEWS`], or when all of them are of so few cards that none can
/// be held out; [`ReviewError::NothingToFit`] when the library finds no weights for them.
pub fn fit<K: Ord>(
    log: impl IntoIterator<Item = Performance<K>>,
    present: &Weights,
) -> Result<Fitted, ReviewError> {
    let histories = histories(log);
    let items = |held_out: bool| {
        let cards = histories.iter().enumerate();
        let part = cards.filter(move |(place, _)| (place % HELD_OUT == HELD_OUT_PLACE) == held_out);
        part.map(|(_, history)| history)
    };
    let telling: Vec<FSRSItem> = items(false).flat_map(|history| prefixes(history)).collect();
    let (loss_before, held_out) = log_loss(items(true), present)?;
    let have = telling.len() + held_out;
    if have < FITTED_FROM_REVIEWS || held_out == 0 {
        return Err(ReviewError::TooFewReviews { have, needed: FITTED_FROM_REVIEWS });
    }

    let input = ComputeParametersInput { train_set: telling, ..ComputeParametersInput::default() };
    let fitted = compute_parameters(input).map_err(|_| ReviewError::NothingToFit)?;
    let weights = Weights::new(&fitted)?;
    let (loss_after, _) = log_loss(items(true), &weights)?;
    #[expect(clippy::cast_possible_truncation, reason = "shown with three digits")]
    Ok(Fitted {
        weights,
        loss_before: loss_before as f32,
        loss_after: loss_after as f32,
        kept: loss_after < loss_before,
        held_out: u32::try_from(held_out).unwrap_or(u32::MAX),
    })
}

/// The performances of each card, in the order of the cards. The first of each has nothing elapsed, and days on which
/// the clock had been set back count as the same day.
fn histories<K: Ord>(log: impl IntoIterator<Item = Performance<K>>) -> Vec<Vec<FSRSReview>> {
    let mut cards: BTreeMap<K, (Date, Vec<FSRSReview>)> = BTreeMap::new();
    for Performance { card, day, grade } in log {
        let (last, history) = cards.entry(card).or_insert((day, Vec::new()));
        let delta_t = u32::try_from((day - *last).get_days()).unwrap_or(0);
        history.push(FSRSReview { rating: u32::from(grade.number()), delta_t });
        *last = day;
    }
    cards.into_values().map(|(_, history)| history).collect()
}

/// The history up to each performance that says something. The library panics on a history without one.
fn prefixes(history: &[FSRSReview]) -> impl Iterator<Item = FSRSItem> {
    let telling = history.iter().enumerate().filter(|(_, review)| review.delta_t > 0);
    telling.map(|(at, _)| FSRSItem { reviews: history[..=at].to_vec() })
}

/// The mean of −ln of the chance that `weights` gave to what happened, over all performances that say something, and how
/// many there are; 0 when there are none.
fn log_loss<'a>(
    histories: impl Iterator<Item = &'a Vec<FSRSReview>>,
    weights: &Weights,
) -> Result<(f64, usize), ReviewError> {
    // Wanted recall changes dates and no memory.
    let scheduler = Scheduler::new(DesiredRetention::default(), weights)?;
    let (mut sum, mut count) = (0.0, 0);
    for history in histories {
        let mut day = Date::ZERO;
        let mut card = Card::new(day);
        for review in history {
            day = day.saturating_add(jiff::Span::new().days(review.delta_t));
            let grade = Grade::ALL[review.rating.clamp(1, 4) as usize - 1];
            if review.delta_t > 0
                && let Some(recall) = scheduler.retrievability(&card, day)
            {
                let recall = f64::from(recall);
                let chance = if grade == Grade::Again { 1.0 - recall } else { recall };
                sum -= chance.max(LEAST_CHANCE).ln();
                count += 1;
            }
            card = scheduler.grade(&card, grade, day).card;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52")]
    let mean = if count == 0 { 0.0 } else { sum / count as f64 };
    Ok((mean, count))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

    use super::*;

    const FIRST_DAY: Date = date(2024, 1, 1);

    /// Performances of `cards` cards, `each` of each; `next` gives the gap in days and the grade.
    fn log(
        cards: usize,
        each: usize,
        mut next: impl FnMut(&Card, Date) -> (i64, Grade),
        truth: &Weights,
    ) -> Vec<Performance<usize>> {
        let scheduler = Scheduler::new(DesiredRetention::default(), truth).unwrap();
        let mut log = Vec::new();
        for card in 0..cards {
            let mut day = FIRST_DAY;
            let mut state = Card::new(day);
            for _ in 0..each {
                let (gap, grade) = next(&state, day);
                day = day.saturating_add(gap.days());
                log.push(Performance { card, day, grade });
                state = scheduler.grade(&state, grade, day).card;
            }
        }
        log
    }

    fn random_log(cards: usize, each: usize, seed: u64) -> Vec<Performance<usize>> {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let next = |_: &Card, _| (chance.random_range(-1..40), Grade::ALL[chance.random_range(0..4)]);
        log(cards, each, next, &Weights::default())
    }

    #[test]
    fn too_few_are_refused_with_their_number() {
        let check = |log: Vec<Performance<usize>>, expected: usize| {
            assert_eq!(telling_reviews(log.iter().copied()), expected);
            assert_eq!(
                fit(log, &Weights::default()),
                Err(ReviewError::TooFewReviews { have: expected, needed: FITTED_FROM_REVIEWS })
            );
        };
        check(Vec::new(), 0);
        check(log(100, 10, |_, _| (3, Grade::Good), &Weights::default()), 900);
        // All on the same day: nothing was ever forgotten or remembered.
        check(log(500, 5, |_, _| (0, Grade::Good), &Weights::default()), 0);
        // The clock goes back each time.
        check(log(500, 5, |_, _| (-1, Grade::Hard), &Weights::default()), 0);
        // One card: none can be held out.
        check(log(1, 1_500, |_, _| (2, Grade::Good), &Weights::default()), 1_499);
    }

    #[test]
    fn odd_logs_are_fitted_or_refused_and_never_panic() {
        for grade in Grade::ALL {
            for gap in [1, 30, 4_000] {
                let odd = log(250, 6, |_, _| (gap, grade), &Weights::default());
                match fit(odd, &Weights::default()) {
                    Ok(fitted) => assert_eq!(fitted.kept, fitted.loss_after < fitted.loss_before),
                    Err(error) => assert_eq!(error, ReviewError::NothingToFit),
                }
            }
        }
        // Two cards, one of them held out.
        let two = log(2, 900, |_, _| (1, Grade::Good), &Weights::default());
        assert!(matches!(fit(two, &Weights::default()), Ok(_) | Err(ReviewError::NothingToFit)));
        for seed in 0..3 {
            let random = random_log(200, 8, seed);
            let fitted = fit(random.clone(), &Weights::default()).unwrap();
            assert_eq!(fit(random, &Weights::default()), Ok(fitted), "the same each time");
        }
    }

    #[test]
    fn a_memory_of_its_own_is_found() {
        // One that forgets much sooner than most, and gains less each time.
        let mut own = Vec::from(Weights::default());
        own[..4].copy_from_slice(&[0.05, 0.2, 0.5, 1.5]);
        own[8] = 1.0;
        own[20] = 0.4;
        let own = Weights::new(&own).unwrap();
        let truth = Scheduler::new(DesiredRetention::default(), &own).unwrap();
        let mut chance = ChaCha8Rng::seed_from_u64(7);
        let next = |card: &Card, day: Date| {
            let gap = if card.memory.is_none() { 0 } else { chance.random_range(1..30) };
            let recall = truth.retrievability(card, day.saturating_add(gap.days())).unwrap_or(0.8);
            let draw: f32 = chance.random();
            let grade = if draw > recall {
                Grade::Again
            } else {
                [Grade::Hard, Grade::Good, Grade::Good, Grade::Easy][chance.random_range(0..4)]
            };
            (gap, grade)
        };
        let log = log(400, 7, next, &own);
        let fitted = fit(log, &Weights::default()).unwrap();
        assert!(fitted.kept, "{fitted:?}");
        assert!(fitted.loss_after < fitted.loss_before - 0.05, "{fitted:?}");
        assert_eq!(fitted.held_out, 80 * 6);
    }

    #[test]
    fn loss_is_the_surprise_at_what_happened() {
        let good_then =
            |grade| vec![FSRSReview { rating: 3, delta_t: 0 }, FSRSReview { rating: grade, delta_t: 2 }];
        let weights = Weights::default();
        let scheduler = Scheduler::new(DesiredRetention::default(), &weights).unwrap();
        let card = scheduler.grade(&Card::new(FIRST_DAY), Grade::Good, FIRST_DAY).card;
        let recall = f64::from(scheduler.retrievability(&card, FIRST_DAY.saturating_add(2.days())).unwrap());
        let (came, did_not) = (good_then(3), good_then(1));
        assert_eq!(log_loss([&came].into_iter(), &weights), Ok((-recall.ln(), 1)));
        assert_eq!(log_loss([&did_not].into_iter(), &weights), Ok((-(1.0 - recall).ln(), 1)));
        assert_eq!(log_loss([].into_iter(), &weights), Ok((0.0, 0)));
    }
}
