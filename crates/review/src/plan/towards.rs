//! The choice with an interview ahead: most recall on its day for each minute first.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use jiff::civil::Date;

use super::filling::{Filling, Fit, practised};
use super::odds::recall_if_performed;
use super::{Candidate, DayLimits, DayPlan};
use crate::{Card, Scheduler};

/// What is not due is left in peace unless asking it adds this much to recall on the day.
const LEAST_GAIN_EARLY: f32 = 0.01;

/// A question on the heap: first with the most that it could be worth, then with what it is worth.
struct Bid<K> {
    /// Gain × weight ÷ minutes.
    worth: f32,
    /// The gain, once it is known.
    gain: Option<f32>,
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

/// The plan of a day with an interview on `interview`, today or later.
///
/// A gain takes four steps of the memory model to compute, so it is computed for those alone that could still be among
/// the chosen: no gain is larger than what is missing to certain recall.
pub fn plan<K: Copy + Ord>(
    scheduler: &Scheduler,
    candidates: &[Candidate<'_, K>],
    today: Date,
    interview: Date,
    limits: &DayLimits,
) -> DayPlan<K> {
    let practised: HashMap<&str, u32> = practised(candidates);
    let first_time = recall_if_performed(scheduler, &Card::new(today), today, interview);
    let missing = |candidate: &Candidate<'_, K>| match candidate.card {
        None => first_time,
        Some(card) => 1.0 - scheduler.retrievability(card, interview).unwrap_or(0.0),
    };
    let mut bids: BinaryHeap<Bid<K>> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| may_be_asked(candidate, today))
        .filter(|(_, candidate)| !candidate.is_new() || limits.new_left > 0)
        .map(|(index, candidate)| {
            let most = missing(candidate);
            Bid {
                worth: most * candidate.weight() / candidate.minutes(),
                gain: candidate.is_new().then_some(most),
                practised: practised.get(candidate.competency).copied().unwrap_or(0),
                key: candidate.key,
                index,
            }
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
        let Some(gain) = bid.gain else {
            let card = candidate.card.expect("the gain of a new question is known from the start");
            let without = scheduler.retrievability(card, interview).unwrap_or(0.0);
            let gain = recall_if_performed(scheduler, card, today, interview) - without;
            if gain >= LEAST_GAIN_EARLY || card.is_due(today) {
                let worth = gain * candidate.weight() / candidate.minutes();
                bids.push(Bid { worth, gain: Some(gain), ..bid });
            }
            continue;
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
        .map(|(_, candidate)| (missing(candidate) * candidate.weight() / candidate.minutes(), candidate.key))
        .collect();
    left.sort_by(|(worth_a, a), (worth_b, b)| worth_b.total_cmp(worth_a).then_with(|| a.cmp(b)));
    DayPlan { left: left.into_iter().map(|(_, key)| key).collect(), ..day.into_plan() }
}
