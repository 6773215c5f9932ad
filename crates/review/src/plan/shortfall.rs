//! Whether the minutes can bring the whole set to the interview, and the way out when they cannot.

use jiff::civil::Date;

use super::rehearsal::Rehearsal;
use super::{Candidate, DayLimits};
use crate::{CardState, Scheduler};

/// An answer that is recalled with at least this chance on the day of the interview is one to rely on.
pub const READY_RECALL: f32 = 0.8;

/// Chance has its share: the set counts as brought along when no larger part of it stays below.
const SPARED: f32 = 0.05;

/// More minutes a day are no advice.
const MOST_MINUTES: f32 = 480.0;

/// What the minutes until the interview cannot do.
///
/// "30 minutes a day bring 48 of 60 answers above 80 %. 41 minutes would do for all, or leave out 12."
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortfall {
    /// Answers in the set.
    pub answers: u32,
    /// How many of them are to be expected at [`READY_RECALL`] or more on the day.
    pub ready: u32,
    /// How many will stay below.
    pub below: u32,
    /// The minutes a day that would do for all, with [`Shortfall::new_a_day`] new ones; `None` when no eight hours would.
    /// As many as there are now, when only the new ones are too few.
    pub minutes_enough: Option<f32>,
    /// How many new questions a day it takes to practise each in time, where that is more than are allowed.
    pub new_a_day: Option<u32>,
    /// How many, of the lowest weight, to leave out so that the minutes do for the rest; `None` when nothing would be
    /// left.
    pub leave_out: Option<u32>,
}

/// What the minutes until the interview cannot do for the answers that take part. `None` when they do, when there is no
/// interview ahead, and when there is nothing to practise.
///
/// The days until then are rehearsed with the real planner, many times over; the same arguments always give the same
/// result. That takes up to a few tenths of a second, so ask when the plan has changed, not each time it is shown.
pub fn shortfall<'a, K: Copy + Ord>(
    scheduler: &Scheduler,
    candidates: impl IntoIterator<Item = Candidate<'a, K>>,
    today: Date,
    limits: &DayLimits,
) -> Option<Shortfall> {
    let interview = limits.interview.filter(|day| *day > today)?;
    let mut set: Vec<_> =
        candidates.into_iter().filter(|candidate| takes_part(candidate, interview)).collect();
    if set.is_empty() {
        return None;
    }
    // What is left out is taken from the end: the lightest, of those the new ones.
    set.sort_by(|a, b| {
        let weights = b.weight().total_cmp(&a.weight());
        weights.then(a.is_new().cmp(&b.is_new())).then_with(|| a.key.cmp(&b.key))
    });
    let rehearsal = Rehearsal::new(scheduler, &set, today, interview);
    let does =
        |size: usize, limits: &DayLimits| rehearsal.below(size, limits) <= spared(rehearsal.answers(size));
    let below = rehearsal.below(rehearsal.size(), limits);
    let answers = rehearsal.answers(rehearsal.size());
    if below <= spared(answers) {
        return None;
    }

    let new = set.iter().filter(|candidate| candidate.is_new()).count();
    let new_a_day =
        new_needed(new, (interview - today).get_days()).filter(|needed| *needed > limits.new_a_day);
    let with = |minutes: f32| DayLimits {
        minutes: limits.minutes + (minutes - limits.minutes_a_day).max(0.0),
        minutes_a_day: minutes,
        new_left: limits.new_left.max(new_a_day.unwrap_or(0)),
        new_a_day: limits.new_a_day.max(new_a_day.unwrap_or(0)),
        ..*limits
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the set")]
    let below = (below.round() as u32).clamp(1, answers);
    Some(Shortfall {
        answers,
        ready: answers - below,
        below,
        minutes_enough: least_minutes(limits.minutes_a_day, |minutes| does(rehearsal.size(), &with(minutes))),
        new_a_day,
        leave_out: most_kept(rehearsal.size(), |size| does(size, limits))
            .map(|kept| answers - rehearsal.answers(kept)),
    })
}

/// Whether it can be practised before the interview.
fn takes_part<K>(candidate: &Candidate<'_, K>, interview: Date) -> bool {
    candidate.card.is_none_or(|card| match card.state {
        CardState::Active => true,
        CardState::BuriedUntil(day) => day < interview,
        CardState::Suspended => false,
    })
}

/// How many of `answers` may stay below.
fn spared(answers: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "thousands at most")]
    let part = answers as f32 * SPARED;
    part.max(0.5)
}

/// How many new questions a day bring `new` of them into practice in the first three quarters of `days`. Later ones
/// would not come back before the interview. `None` when there are none.
fn new_needed(new: usize, days: i32) -> Option<u32> {
    let days = usize::try_from(days).unwrap_or(0) * 3 / 4;
    u32::try_from(new.div_ceil(days.max(1))).ok().filter(|needed| *needed > 0)
}

/// The least whole minutes, not under `present`, for which `does` holds.
fn least_minutes(present: f32, does: impl Fn(f32) -> bool) -> Option<f32> {
    if does(present) {
        return Some(present.ceil());
    }
    let mut too_few = present.max(0.0).floor();
    let mut enough = (too_few * 1.5).max(too_few + 5.0).ceil();
    while !does(enough) {
        if enough >= MOST_MINUTES {
            return None;
        }
        (too_few, enough) = (enough, (enough * 1.5).ceil().min(MOST_MINUTES));
    }
    while enough - too_few > 1.0 {
        let between = f32::midpoint(too_few, enough).floor();
        if does(between) { enough = between } else { too_few = between }
    }
    Some(enough)
}

/// The most of `size` for which `does` holds; none when it holds for no single one.
fn most_kept(size: usize, does: impl Fn(usize) -> bool) -> Option<usize> {
    let (mut kept, mut too_many) = (0, size);
    while too_many - kept > 1 {
        let between = usize::midpoint(kept, too_many);
        if does(between) { kept = between } else { too_many = between }
    }
    (kept > 0).then_some(kept)
}
