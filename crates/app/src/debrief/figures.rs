//! The figures of a debrief: means of rounds, dimensions and the whole, and what is counted across the loop.

use std::time::Duration;

use phrasing::{CoverageItem, Dimension};
use practice::mock::Time;

use super::held::{Fate, Held, HeldSlot};
use crate::{
    marks, mock_now,
    reviewing::count,
    view::{AcrossTheLoop, DebriefDimension, DebriefRound, MockTime},
};

/// A question is well over when it took so much more than its budget, milliseconds.
const WELL_OVER_MS: u32 = 30_000;
/// An answer below this is proposed for review (the and the mock-up's threshold).
pub(crate) const WORTH_REVIEW: u32 = 55;

/// The mean, rounded to the nearest, halves up, as the store rounds the mean of a mock.
pub(crate) fn mean(scores: impl IntoIterator<Item = u32>) -> Option<u32> {
    let (sum, many) = scores.into_iter().fold((0, 0), |(sum, many), score| (sum + score, many + 1));
    (many > 0).then(|| (2 * sum + many) / (2 * many))
}

/// A time beside its budget.
pub(crate) fn time(used_ms: u32, budget_ms: u32) -> MockTime {
    let length = |ms: u32| Duration::from_millis(u64::from(ms));
    mock_now::time(Time { used: length(used_ms), budget: length(budget_ms) })
}

/// Whether a question ran over by so much that it is drawn.
pub(crate) fn well_over(slot: &HeldSlot) -> bool {
    slot.over_ms() >= WELL_OVER_MS
}

/// The mean of the whole.
pub(crate) fn score(held: &Held) -> Option<u32> {
    mean(held.given().filter_map(|given| given.kept.score))
}

/// The rounds with their times and means.
pub(crate) fn rounds(held: &Held) -> Vec<DebriefRound> {
    let of_round = |round: usize| {
        let slots = held.slots.iter().filter(move |slot| slot.round as usize == round);
        mean(slots.filter_map(HeldSlot::given).filter_map(|given| given.kept.score))
    };
    held.rounds
        .iter()
        .enumerate()
        .map(|(place, round)| DebriefRound {
            name: round.name.clone(),
            time: time(round.used_ms, round.budget_ms),
            score: of_round(place),
            at_limit: round.at_limit,
            written: round.written,
        })
        .collect()
}

/// The mean of each dimension, in the order of [`Dimension::ALL`].
pub(crate) fn dimension_means(held: &Held) -> [Option<u32>; Dimension::ALL.len()] {
    std::array::from_fn(|place| mean(held.given().filter_map(|given| given.kept.dimensions[place])))
}

/// The dimensions beside those of the mock it is compared with.
pub(crate) fn dimensions(held: &Held, before: Option<&Held>) -> Vec<DebriefDimension> {
    let now = dimension_means(held);
    let before = before.map(dimension_means).unwrap_or_default();
    Dimension::ALL
        .into_iter()
        .zip(now.into_iter().zip(before))
        .map(|(dimension, (now, before))| DebriefDimension {
            dimension: marks::dimension(dimension),
            now,
            before,
        })
        .collect()
}

/// Weak marks per 100 words, to one decimal, of the answers that could be read; none without words.
pub(crate) fn weak_per_100(held: &Held) -> Option<f64> {
    let read = held.given().filter(|given| given.in_english());
    let (weak, words) = read.fold((0_u64, 0_u64), |(weak, words), given| {
        (weak + u64::from(given.kept.weak), words + u64::from(given.kept.words))
    });
    #[expect(clippy::cast_precision_loss, reason = "words of one interview")]
    let per_hundred = || (weak as f64 * 1000.0 / words as f64).round() / 10.0;
    (words > 0).then(per_hundred)
}

/// What is counted across the loop.
pub(crate) fn across(held: &Held, before: Option<&Held>) -> AcrossTheLoop {
    AcrossTheLoop {
        weak_per_100: weak_per_100(held),
        weak_per_100_before: before.and_then(weak_per_100),
        decisions: count(held.showing(CoverageItem::Decision)),
        numbers: count(held.showing(CoverageItem::MeasuredOutcome)),
        answers: count(held.given().count()),
        pauses: held.pauses,
        paused_ms: held.paused_ms,
        left: held.left,
        skipped: count(held.slots.iter().filter(|slot| matches!(slot.fate, Fate::Skipped)).count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_rounded_to_the_nearest() {
        assert_eq!(mean([]), None);
        assert_eq!(mean([40, 75]), Some(58));
        assert_eq!(mean([40, 74, 74]), Some(63));
        assert_eq!(mean([0]), Some(0));
    }
}
