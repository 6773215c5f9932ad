//! What to practise on a day, in minutes and, where there is an interview, towards its date.
//!
//! - `candidate`: what may be asked, and what the day allows
//! - `odds`: how likely each grade is, and what a performance adds to recall on a later day
//! - `filling`: what fits into the day: minutes, stories, competencies, new questions
//! - `towards`: the choice with an interview ahead: most recall for each minute first
//! - `by_due`: the choice without one: what is due first, and the rest over the days after
//! - `rehearsal`: the days until an interview, gone through beforehand
//! - `shortfall`: whether the minutes can bring the whole set to the interview, and the way out
//! - `forecast`: what the days ahead cost
//! - `outlook`: how often answers come back, and what a wanted recall costs
//! - `levelling`: next dates moved a little, so that no day is full while the next is empty

mod by_due;
mod candidate;
mod filling;
mod forecast;
mod levelling;
mod odds;
mod outlook;
mod rehearsal;
mod shortfall;
mod towards;

use jiff::Span;
use jiff::civil::Date;

pub use candidate::{Backlog, Candidate, DayLimits, DayPlan, Planned};
pub use forecast::{ForecastDay, forecast};
pub use levelling::{LEVELLED_FROM_DAYS, level, levelled, levelling_range};
pub use outlook::{retention_costs, times_until};
pub use shortfall::{READY_RECALL, Shortfall, shortfall};

use crate::Scheduler;

/// What to ask on `today`, in order, of everything that could be.
///
/// With an interview ahead, the questions that gain most in recall on its day, for each minute and by the weight of
/// their competency, whether they are due or not, and sooner if waiting would cost some of it; without one, what is due, the likeliest forgotten first, then new
/// questions. Whatever has been performed today counts as done, unless it did not come: then it comes last.
///
/// Two questions that share a story are not asked on one day, and two of one competency follow each other only where
/// nothing else can be between them. Everything that takes part should be among the `candidates`, also what is not due:
/// days ahead and stories told today are read from it.
pub fn plan_day<'a, K: Copy + Ord>(
    scheduler: &Scheduler,
    candidates: impl IntoIterator<Item = Candidate<'a, K>>,
    today: Date,
    limits: &DayLimits,
) -> DayPlan<K> {
    let candidates: Vec<_> = candidates.into_iter().collect();
    match limits.interview.filter(|day| *day >= today) {
        Some(interview) => {
            // To the model, all that was performed on the day itself is certain; the day after tells more.
            let measured_on = interview.max(today.saturating_add(Span::new().days(1)));
            towards::plan(scheduler, &candidates, today, measured_on, limits)
        }
        None => by_due::plan(scheduler, &candidates, today, limits),
    }
}

#[cfg(test)]
mod tests;
