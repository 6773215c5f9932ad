//! Which question to ask next, and why.

use std::fmt;

use jiff::civil::Date;
use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

/// How much likelier a question is when it probes the weakest dimension.
const WEAKEST_FACTOR: f64 = 4.0;

/// Days after which a question is half as fresh as one never seen.
const HALF_FRESH_DAYS: f64 = 10.0;

/// What is left of a question's likelihood on the day it was seen.
const LEAST_FRESHNESS: f64 = 0.01;

/// One question that could be asked. All names are opaque.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// Its id.
    pub question: &'a str,
    /// Its competency.
    pub competency: &'a str,
    /// What the competency counts in comparison to others; 1 where the user has set nothing. Anything but a positive
    /// number counts as 0: asked only when nothing else is there.
    pub competency_weight: f64,
    /// The dimensions it probes.
    pub dimensions: &'a [&'a str],
    /// Its time budget in minutes.
    pub minutes: u32,
    /// The practice day it was last asked on.
    pub last_seen: Option<Date>,
    /// Never asked while true.
    pub suspended: bool,
}

/// What the next question should be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    /// The practice day.
    pub today: Date,
    /// The weakest dimension: the name that candidates use, and the one to show.
    pub weakest: Option<(&'a str, &'a str)>,
    /// The question on the screen, for "another question".
    pub not_question: Option<&'a str>,
    /// Competencies that were asked last, the latest first.
    pub not_competencies: &'a [&'a str],
    /// Minutes there are, when that matters.
    pub minutes: Option<u32>,
}

/// The next question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its place among the candidates.
    pub index: usize,
    /// Why it was chosen. Its [`Display`](fmt::Display) is one plain sentence.
    pub reason: Reason,
}

/// Why a question was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Reason {
    /// It probes the weakest dimension.
    Weakest {
        /// The dimension's name, as it is shown.
        dimension: String,
        /// Days since it was asked, `None` if it never was.
        days: Option<u32>,
    },
    /// It has not been asked before.
    New,
    /// It was asked this many days ago.
    NotSeenFor {
        /// Days since, 0 for today.
        days: u32,
    },
}

/// Draws the next question: likelier the more its competency counts, the longer it has not been seen, and four times
/// as likely when it probes the weakest dimension. `None` when every candidate is suspended.
///
/// Held to as long as something is left, in this order: never the question on the screen, one that fits the minutes
/// (else the shortest there are), never the last competency again, nor the one before.
pub fn choose(candidates: &[Candidate<'_>], wish: &Wish<'_>, chance: &mut impl Rng) -> Option<Choice> {
    let mut left: Vec<_> = (0..candidates.len()).filter(|&index| !candidates[index].suspended).collect();
    prefer(&mut left, |index| Some(candidates[index].question) != wish.not_question);
    if let Some(minutes) = wish.minutes {
        let shortest = left.iter().map(|&index| candidates[index].minutes).min()?;
        left.retain(|&index| candidates[index].minutes <= minutes.max(shortest));
    }
    for &competency in wish.not_competencies {
        prefer(&mut left, |index| candidates[index].competency != competency);
    }

    let likelihoods: Vec<_> = left.iter().map(|&index| likelihood(&candidates[index], wish)).collect();
    let drawn = draw(&likelihoods, chance)?;
    let index = left[drawn];
    Some(Choice { index, reason: reason(&candidates[index], wish) })
}

/// Keeps only what is `good`, unless nothing is.
fn prefer(left: &mut Vec<usize>, good: impl Fn(usize) -> bool) {
    if left.iter().any(|&index| good(index)) {
        left.retain(|&index| good(index));
    }
}

fn likelihood(candidate: &Candidate<'_>, wish: &Wish<'_>) -> f64 {
    let weight =
        if candidate.competency_weight.is_finite() { candidate.competency_weight.max(0.0) } else { 0.0 };
    let freshness = days_since_seen(candidate, wish.today)
        .map_or(1.0, |days| (1.0 - 0.5_f64.powf(f64::from(days) / HALF_FRESH_DAYS)).max(LEAST_FRESHNESS));
    let weakest = if probes_weakest(candidate, wish) { WEAKEST_FACTOR } else { 1.0 };
    weight * freshness * weakest
}

/// A place drawn by likelihood; the first when all are 0. `None` only without places.
fn draw(likelihoods: &[f64], chance: &mut impl Rng) -> Option<usize> {
    let total: f64 = likelihoods.iter().sum();
    let mut mark = chance.random::<f64>() * total;
    let hit = likelihoods.iter().position(|likelihood| {
        mark -= likelihood;
        mark < 0.0
    });
    // Rounding can leave a crumb past the last.
    hit.or_else(|| likelihoods.iter().rposition(|&likelihood| likelihood > 0.0))
        .or(if likelihoods.is_empty() { None } else { Some(0) })
}

fn probes_weakest(candidate: &Candidate<'_>, wish: &Wish<'_>) -> bool {
    wish.weakest.is_some_and(|(key, _)| candidate.dimensions.contains(&key))
}

fn days_since_seen(candidate: &Candidate<'_>, today: Date) -> Option<u32> {
    candidate.last_seen.map(|seen| u32::try_from((today - seen).get_days()).unwrap_or(0))
}

fn reason(candidate: &Candidate<'_>, wish: &Wish<'_>) -> Reason {
    let days = days_since_seen(candidate, wish.today);
    match (wish.weakest, days) {
        (Some((_, name)), days) if probes_weakest(candidate, wish) => {
            Reason::Weakest { dimension: name.to_owned(), days }
        }
        (_, None) => Reason::New,
        (_, Some(days)) => Reason::NotSeenFor { days },
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weakest { dimension, days: None } => {
                write!(f, "{dimension} is your lowest; a new question.")
            }
            Self::Weakest { dimension, days: Some(0) } => {
                write!(f, "{dimension} is your lowest; seen today.")
            }
            Self::Weakest { dimension, days: Some(1) } => {
                write!(f, "{dimension} is your lowest; seen yesterday.")
            }
            Self::Weakest { dimension, days: Some(days) } => {
                write!(f, "{dimension} is your lowest; not seen for {days} days.")
            }
            Self::New => f.write_str("A new question."),
            Self::NotSeenFor { days: 0 } => f.write_str("Seen today."),
            Self::NotSeenFor { days: 1 } => f.write_str("Seen yesterday."),
            Self::NotSeenFor { days } => write!(f, "Not seen for {days} days."),
        }
    }
}

#[cfg(test)]
mod tests;
