//! What may be asked on a day, what the day allows, and what becomes of it.

use jiff::civil::Date;

use crate::Card;

/// No answer is taken to need less, so that gain for each minute stays a number.
const SHORTEST_MINUTES: f32 = 0.1;

/// A question that could be asked. Keys mean nothing to this crate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a, K> {
    /// What the caller knows it by. Also decides between questions that are equal otherwise.
    pub key: K,
    /// The competency it belongs to.
    pub competency: &'a str,
    /// The weight of that competency, above 0. Anything else counts as 1.
    pub weight: f32,
    /// The stories that its answer draws on.
    pub stories: &'a [u32],
    /// The minutes that giving the answer is expected to take, see [`expected_minutes`](crate::expected_minutes).
    pub minutes: f32,
    /// Its card; `None` for a new question, one that was never practised.
    pub card: Option<&'a Card>,
}

impl<K> Candidate<'_, K> {
    /// Whether it was never practised.
    pub const fn is_new(&self) -> bool {
        self.card.is_none()
    }

    /// The expected minutes, as a number that can be divided by.
    pub(crate) fn minutes(&self) -> f32 {
        if self.minutes.is_finite() { self.minutes.max(SHORTEST_MINUTES) } else { SHORTEST_MINUTES }
    }

    /// The weight, as a number above 0.
    pub(crate) fn weight(&self) -> f32 {
        if self.weight.is_finite() && self.weight > 0.0 { self.weight } else { 1.0 }
    }

    /// Whether it has been performed on `today`. A day after today is one from before the clock was set back.
    pub(crate) fn performed(&self, today: Date) -> bool {
        self.card.is_some_and(|card| card.last_day.is_some_and(|last| last >= today))
    }
}

/// What is left of a day, and what a whole one holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayLimits {
    /// Minutes still to be spent today.
    pub minutes: f32,
    /// New questions that may still be asked today.
    pub new_left: u32,
    /// Minutes of each day to come.
    pub minutes_a_day: f32,
    /// New questions on each day to come.
    pub new_a_day: u32,
    /// The day of the interview, if there is one; a day that has passed counts for none.
    pub interview: Option<Date>,
}

/// A question of the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Planned<K> {
    /// The candidate's key.
    pub key: K,
    /// Its expected minutes.
    pub minutes: f32,
    /// Whether it was never practised.
    pub is_new: bool,
    /// What asking it today is expected to add to recall on the day of the interview, or tomorrow when that is today;
    /// −1 to 1. `None` without one.
    pub gain: Option<f32>,
}

/// What is due and has to wait, although nobody is to blame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Backlog {
    /// On how many days from tomorrow it is worked off, beside what comes due on them. 1 to 365.
    pub days: u32,
    /// Expected minutes of it.
    pub minutes: f32,
}

/// The plan of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPlan<K> {
    /// What to ask, in order.
    pub asked: Vec<Planned<K>>,
    /// Expected minutes for all of it.
    pub minutes: f32,
    /// Due as well, but left for a later day; the first of them next.
    pub left: Vec<K>,
    /// What is left, spread over the days after. `None` when nothing is, and with an interview ahead, where
    /// [`shortfall`](crate::plan::shortfall()) says what the minutes cannot do.
    pub backlog: Option<Backlog>,
}
