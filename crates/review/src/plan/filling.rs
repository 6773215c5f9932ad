//! What fits into a day: minutes, stories, competencies, new questions.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{Candidate, DayLimits, DayPlan, Planned};
use crate::queue::interleave;

/// Whether a question found its place in the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is in the plan.
    Taken,
    /// More than half of it would not fit into the minutes.
    TooLong,
    /// Its competency has half of the day already. It may still come, if nothing else does.
    CompetencyFull,
    /// One of its stories is told today.
    StoryTold,
    /// There are enough new questions today.
    NewSpent,
}

/// One question in the plan, before it has its place.
struct Chosen {
    index: usize,
    gain: Option<f32>,
}

/// A day while it is being filled.
pub struct Filling<'c, 'a, K> {
    candidates: &'c [Candidate<'a, K>],
    today: Date,
    minutes: f32,
    spent: f32,
    new_left: u32,
    told: HashSet<u32>,
    told_before: HashSet<u32>,
    by_competency: HashMap<&'a str, f32>,
    chosen: Vec<Chosen>,
}

impl<'c, 'a, K: Copy + Ord> Filling<'c, 'a, K> {
    /// An empty day. The stories of what was performed today are told already.
    pub fn new(candidates: &'c [Candidate<'a, K>], today: Date, limits: &DayLimits) -> Self {
        let performed = candidates.iter().filter(|candidate| candidate.performed(today));
        Self {
            candidates,
            today,
            minutes: if limits.minutes.is_finite() { limits.minutes.max(0.0) } else { 0.0 },
            spent: 0.0,
            new_left: limits.new_left,
            told: HashSet::new(),
            told_before: performed.flat_map(|candidate| candidate.stories).copied().collect(),
            by_competency: HashMap::new(),
            chosen: Vec::new(),
        }
    }

    /// Minutes that are not spent yet.
    pub fn minutes_left(&self) -> f32 {
        self.minutes - self.spent
    }

    /// Whether a question of so many minutes fits: at least half of it, so that days come out right on the whole.
    pub fn has_room_for(&self, minutes: f32) -> bool {
        minutes / 2.0 <= self.minutes_left() && self.minutes_left() > 0.0
    }

    /// Puts a question into the plan if it fits. With `share_competencies`, no competency gets more than half of the
    /// day, so that there is something to put between its questions.
    pub fn take(&mut self, index: usize, gain: Option<f32>, share_competencies: bool) -> Fit {
        let candidate = &self.candidates[index];
        let minutes = candidate.minutes();
        if !self.has_room_for(minutes) {
            return Fit::TooLong;
        }
        if candidate.is_new() && self.new_left == 0 {
            return Fit::NewSpent;
        }
        // A second attempt tells its own story again.
        let second = candidate.performed(self.today);
        let told = |story: &u32| self.told.contains(story) || (!second && self.told_before.contains(story));
        if candidate.stories.iter().any(told) {
            return Fit::StoryTold;
        }
        let own = self.by_competency.entry(candidate.competency).or_default();
        if share_competencies && *own > 0.0 && *own + minutes > (self.minutes + minutes) / 2.0 {
            return Fit::CompetencyFull;
        }
        *own += minutes;
        self.spent += minutes;
        self.new_left -= u32::from(candidate.is_new());
        self.told.extend(candidate.stories);
        self.chosen.push(Chosen { index, gain });
        Fit::Taken
    }

    /// Which candidates are in the plan.
    pub fn taken(&self) -> HashSet<usize> {
        self.chosen.iter().map(|chosen| chosen.index).collect()
    }

    /// The plan: in the order they were taken as far as competencies alternate; second attempts last, to leave as much
    /// time between as the day has.
    pub fn into_plan(self) -> DayPlan<K> {
        let (second, first): (Vec<_>, Vec<_>) =
            self.chosen.into_iter().partition(|chosen| self.candidates[chosen.index].performed(self.today));
        let mut order = Vec::with_capacity(first.len() + second.len());
        let mut last = None;
        for part in [first, second] {
            let ranked =
                part.into_iter().map(|chosen| (self.candidates[chosen.index].competency, chosen)).collect();
            last = interleave(ranked, last, &mut order);
        }
        let asked = order
            .into_iter()
            .map(|Chosen { index, gain }| {
                let candidate = &self.candidates[index];
                Planned { key: candidate.key, minutes: candidate.minutes(), is_new: candidate.is_new(), gain }
            })
            .collect();
        DayPlan { asked, minutes: self.spent, left: Vec::new(), backlog: None }
    }
}

/// How many questions of each competency are in practice already: new ones come first where there are fewest.
pub fn practised<'a, K>(candidates: &[Candidate<'a, K>]) -> HashMap<&'a str, u32> {
    let mut counts = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| !candidate.is_new()) {
        *counts.entry(candidate.competency).or_default() += 1;
    }
    counts
}
