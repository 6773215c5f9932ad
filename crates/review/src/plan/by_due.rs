//! The choice without an interview: what is due first, and the rest over the days after.

use jiff::civil::Date;

use super::filling::{Filling, Fit, practised};
use super::{Backlog, Candidate, DayLimits, DayPlan};
use crate::Scheduler;
use crate::queue::{Waiting, ranked};

/// No backlog is said to last longer.
const LONGEST_BACKLOG_DAYS: u32 = 365;

/// The plan of a day without an interview. New questions come only when all that is due has its place: what is new
/// today comes back tomorrow, and would make the backlog longer.
pub fn plan<K: Copy + Ord>(
    scheduler: &Scheduler,
    candidates: &[Candidate<'_, K>],
    today: Date,
    limits: &DayLimits,
) -> DayPlan<K> {
    let waiting = candidates.iter().enumerate().filter_map(|(index, candidate)| {
        let key = (candidate.key, index);
        candidate.card.map(|card| Waiting { key, competency: candidate.competency, card })
    });
    let due: Vec<usize> =
        ranked(scheduler, waiting, today).into_iter().map(|waiting| waiting.key.1).collect();

    let mut day = Filling::new(candidates, today, limits);
    let mut crowded = Vec::new();
    for &index in &due {
        match day.take(index, None, true) {
            // Shorter ones further down must not keep pushing it back.
            Fit::TooLong => break,
            Fit::CompetencyFull => crowded.push(index),
            Fit::Taken | Fit::StoryTold | Fit::NewSpent => {}
        }
    }
    for index in crowded {
        day.take(index, None, false);
    }
    let taken = day.taken();
    let left: Vec<usize> = due.into_iter().filter(|index| !taken.contains(index)).collect();
    if left.is_empty() {
        take_new(&mut day, candidates);
    }
    let backlog = backlog(candidates, &left, today, limits.minutes_a_day);
    let left = left.into_iter().map(|index| candidates[index].key).collect();
    DayPlan { left, backlog, ..day.into_plan() }
}

/// Fills the rest of the day with new questions: by weight, and where a competency has fewest questions in practice.
fn take_new<K: Copy + Ord>(day: &mut Filling<'_, '_, K>, candidates: &[Candidate<'_, K>]) {
    let practised = practised(candidates);
    #[expect(clippy::cast_precision_loss, reason = "thousands of questions at most")]
    let mut new: Vec<_> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.is_new())
        .map(|(index, candidate)| {
            let have = practised.get(candidate.competency).copied().unwrap_or(0) as f32;
            (candidate.weight() / (1.0 + have), candidate.key, index)
        })
        .collect();
    new.sort_by(|(want_a, a, _), (want_b, b, _)| want_b.total_cmp(want_a).then_with(|| a.cmp(b)));
    let mut crowded = Vec::new();
    for (_, _, index) in new {
        match day.take(index, None, true) {
            Fit::NewSpent => break,
            Fit::CompetencyFull => crowded.push(index),
            Fit::Taken | Fit::TooLong | Fit::StoryTold => {}
        }
    }
    for index in crowded {
        day.take(index, None, false);
    }
}

/// How long what is left takes, beside what comes due on the days after, with so many minutes on each.
fn backlog<K>(
    candidates: &[Candidate<'_, K>],
    left: &[usize],
    today: Date,
    minutes_a_day: f32,
) -> Option<Backlog> {
    if left.is_empty() {
        return None;
    }
    let minutes: f32 = left.iter().map(|&index| candidates[index].minutes()).sum();
    let mut coming = vec![0.0; LONGEST_BACKLOG_DAYS as usize + 1];
    for candidate in candidates {
        let Some(card) = candidate.card.filter(|card| card.takes_part(card.due.max(today))) else { continue };
        let ahead = usize::try_from((card.due - today).get_days()).unwrap_or(0);
        if ahead > 0 && ahead < coming.len() {
            coming[ahead] += candidate.minutes();
        }
    }
    let mut waiting = minutes;
    let mut days = 0;
    while waiting > 0.0 && days < LONGEST_BACKLOG_DAYS {
        days += 1;
        waiting = (waiting + coming[days as usize] - minutes_a_day.max(0.0)).max(0.0);
    }
    Some(Backlog { days, minutes })
}
