//! The choice with an interview ahead: most recall on its day for each minute first.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use jiff::Span;
use jiff::civil::Date;

use super::filling::{Filling, Fit, practised};
use super::odds::recall_if_performed;
use super::{Candidate, DayLimits, DayPlan};
use crate::{Card, Scheduler};

/// What is not due is left in peace unless asking it adds this much to recall on the day.
const LEAST_GAIN_EARLY: f32 = 0.01;

/// What can wait is left to wait: a gain counts for more when it would be less in so many days, and for less when it
/// would be more. In `cargo xtask simulate-plan` that leaves answers better known than the gain alone does.
const WAIT_DAYS: i32 = 10;

/// How much that counts, beside the gain itself. With twice as much the mean rises further, and more answers stay weak.
const WAIT_SHARE: f32 = 0.5;

/// A question on the heap: first with the most that it could be worth, then with what it is worth.
struct Bid<K> {
    /// The gain, with what waiting would do to it, × weight ÷ minutes.
    worth: f32,
    /// The gain, once it is known.
    gain: Option<f32>,
    /// Whether what waiting would do to it is known too.
    settled: bool,
    /// Of equal ones, the competency with fewest questions in practice goes first.
    practised: u32,
    key: K,
    index: usize,
}

impl<K: Ord> Ord for Bid<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth
            .total_cmp(&other.worth)
            .then_with(|| other.practised.cmp(&self.practised))
            .then_with(|| other.key.cmp(&self.key))
            .then_with(|| other.index.cmp(&self.index))
    }
}

impl<K: Ord> PartialOrd for Bid<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Ord> PartialEq for Bid<K> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<K: Ord> Eq for Bid<K> {}

/// Whether it may be asked at all: it takes part, and has not been given today.
fn may_be_asked<K>(candidate: &Candidate<'_, K>, today: Date) -> bool {
    match candidate.card {
        None => true,
        // Without a memory there is nothing that could fade: it waits for its day.
        Some(card) if card.memory.is_none() || candidate.performed(today) => card.is_due(today),
        Some(card) => card.takes_part(today),
    }
}

/// What a performance adds to recall on the day of the interview.
struct Gains<'s> {
    scheduler: &'s Scheduler,
    interview: Date,
    /// A day on which it could be performed as well, if there is one before the interview.
    later: Option<Date>,
}

impl<'s> Gains<'s> {
    fn new(scheduler: &'s Scheduler, today: Date, interview: Date) -> Self {
        let wait = WAIT_DAYS.min((interview - today).get_days() - 1);
        let later = (wait > 0).then(|| today.saturating_add(Span::new().days(wait)));
        Self { scheduler, interview, later }
    }

    /// Recall on the day if it is not performed again before.
    fn without(&self, card: &Card) -> f32 {
        self.scheduler.retrievability(card, self.interview).unwrap_or(0.0)
    }

    /// The gain of performing it on `day`.
    fn on(&self, card: &Card, day: Date) -> f32 {
        recall_if_performed(self.scheduler, card, day, self.interview) - self.without(card)
    }

    /// A `gain` of today with what waiting would do to it.
    fn worth(&self, card: &Card, gain: f32) -> f32 {
        gain + WAIT_SHARE * self.later.map_or(0.0, |later| gain - self.on(card, later).max(0.0))
    }
}

/// The plan of a day with an interview on `interview`, today or later.
///
/// A gain takes four steps of the memory model to compute, and what waiting does to it four more, so they are computed
/// for those alone that could still be among the chosen: no gain is larger than what is missing to certain recall.
pub fn plan<K: Copy + Ord>(
    scheduler: &Scheduler,
    candidates: &[Candidate<'_, K>],
    today: Date,
    interview: Date,
    limits: &DayLimits,
) -> DayPlan<K> {
    let practised: HashMap<&str, u32> = practised(candidates);
    let gains = Gains::new(scheduler, today, interview);
    let first = Card::new(today);
    let first_gain = gains.on(&first, today);
    let first_worth = gains.worth(&first, first_gain);
    let each_minute =
        |worth: f32, candidate: &Candidate<'_, K>| worth * candidate.weight() / candidate.minutes();
    let most = |candidate: &Candidate<'_, K>| {
        candidate.card.map_or(first_worth, |card| (1.0 + WAIT_SHARE) * (1.0 - gains.without(card)))
    };
    let mut bids: BinaryHeap<Bid<K>> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| may_be_asked(candidate, today))
        .filter(|(_, candidate)| !candidate.is_new() || limits.new_left > 0)
        .map(|(index, candidate)| Bid {
            worth: each_minute(most(candidate), candidate),
            gain: candidate.is_new().then_some(first_gain),
            settled: candidate.is_new(),
            practised: practised.get(candidate.competency).copied().unwrap_or(0),
            key: candidate.key,
            index,
        })
        .collect();
    let shortest = bids.iter().map(|bid| candidates[bid.index].minutes()).fold(f32::INFINITY, f32::min);

    let mut day = Filling::new(candidates, today, limits);
    let mut crowded = Vec::new();
    while day.has_room_for(shortest)
        && let Some(bid) = bids.pop()
    {
        let candidate = &candidates[bid.index];
        if !day.has_room_for(candidate.minutes()) {
            continue;
        }
        let gain = match (candidate.card, bid.gain) {
            (Some(card), None) => {
                let gain = gains.on(card, today);
                if gain >= LEAST_GAIN_EARLY || card.is_due(today) {
                    let most = each_minute((1.0 + WAIT_SHARE) * gain, candidate);
                    bids.push(Bid { worth: most, gain: Some(gain), ..bid });
                }
                continue;
            }
            (Some(card), Some(gain)) if !bid.settled => {
                bids.push(Bid {
                    worth: each_minute(gains.worth(card, gain), candidate),
                    settled: true,
                    ..bid
                });
                continue;
            }
            (_, gain) => gain.unwrap_or(first_gain),
        };
        if day.take(bid.index, Some(gain), true) == Fit::CompetencyFull {
            crowded.push((bid.index, gain));
        }
    }
    for (index, gain) in crowded {
        day.take(index, Some(gain), false);
    }

    let taken = day.taken();
    let mut left: Vec<_> = candidates
        .iter()
        .enumerate()
        .filter(|(index, candidate)| {
            !taken.contains(index) && candidate.card.is_some_and(|card| card.is_due(today))
        })
        .map(|(_, candidate)| (each_minute(most(candidate), candidate), candidate.key))
        .collect();
    left.sort_by(|(worth_a, a), (worth_b, b)| worth_b.total_cmp(worth_a).then_with(|| a.cmp(b)));
    DayPlan { left: left.into_iter().map(|(_, key)| key).collect(), ..day.into_plan() }
}
