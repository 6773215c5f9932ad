//! Which questions a mock interview asks.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt};

use super::fit::{Candidate, Lack, Sharing, Wanted, groups};
use crate::chance::seeded;

/// Which questions are preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// Those never answered.
    New,
    /// Those whose best answer is weak.
    Weak,
    /// Those due for review.
    Due,
    /// None.
    Any,
}

/// A score under this is weak, the line below which a mock suggests review.
const WEAK: u8 = 55;
/// From this score on an answer is ready; it stands for senior level everywhere.
const READY: u8 = 70;

/// The questions of each round, as places among the candidates. The same rounds, preference, seed and candidates in the
/// same order give the same questions.
///
/// Each fits its round, and its minutes where it can, no two are alike, and the competencies of a round come in turn where they can.
///
/// # Errors
/// What is lacking, when the rounds cannot all be filled.
pub fn select(
    rounds: &[Wanted],
    candidates: &[Candidate],
    preference: Preference,
    seed: u64,
) -> Result<Vec<Vec<usize>>, Vec<Lack>> {
    let groups = groups(candidates);
    let sharing = Sharing::of(rounds, candidates, &groups);
    let lacks = sharing.lacks();
    if !lacks.is_empty() {
        return Err(lacks);
    }
    let mut chance = seeded(seed);
    let mut taken = BTreeSet::new();
    let mut still: Vec<usize> = rounds.iter().map(|round| round.questions).collect();
    let mut all = Vec::with_capacity(rounds.len());
    for (number, round) in rounds.iter().enumerate() {
        let mut chosen: Vec<usize> = Vec::with_capacity(round.questions);
        let mut refused = BTreeSet::new();
        while still[number] > 0 {
            let open: Vec<usize> = (0..candidates.len())
                .filter(|at| round.takes(&candidates[*at]))
                .filter(|at| !taken.contains(&groups[*at]) && !refused.contains(&groups[*at]))
                .collect();
            let Some(at) = draw(&open, round, candidates, &chosen, preference, &mut chance) else {
                // Cannot be while the rounds can be filled; a shorter round is better than none.
                break;
            };
            taken.insert(groups[at]);
            still[number] -= 1;
            if sharing.is_enough(&taken, &still) {
                chosen.push(at);
                refused.clear();
            } else {
                // A later round could not be filled without it.
                taken.remove(&groups[at]);
                still[number] += 1;
                refused.insert(groups[at]);
            }
        }
        all.push(chosen);
    }
    Ok(all)
}

/// Draws one of the open candidates: one that there is time for, of the competencies that the round has had least, by how much
/// it is preferred. Where there is time for none, any will do: going over is part of interviews.
fn draw(
    open: &[usize],
    round: &Wanted,
    candidates: &[Candidate],
    chosen: &[usize],
    preference: Preference,
    chance: &mut impl Rng,
) -> Option<usize> {
    let in_time: Vec<usize> =
        open.iter().copied().filter(|at| round.has_time_for(&candidates[*at])).collect();
    let open = if in_time.is_empty() { open } else { &in_time };
    let mut had: BTreeMap<&str, usize> = BTreeMap::new();
    for at in chosen {
        *had.entry(&candidates[*at].competency).or_default() += 1;
    }
    let times = |at: &usize| had.get(candidates[*at].competency.as_str()).copied().unwrap_or(0);
    let least = open.iter().map(times).min()?;
    // Never two in a row of a competency, where there are others; `least` sees to it but for the first of a new turn.
    let last = chosen.last().map(|at| &candidates[*at].competency);
    let mut turn: Vec<usize> = open.iter().copied().filter(|at| times(at) == least).collect();
    if turn.iter().any(|at| Some(&candidates[*at].competency) != last) {
        turn.retain(|at| Some(&candidates[*at].competency) != last);
    }
    let weights: Vec<u32> = turn.iter().map(|at| weight(&candidates[*at], preference)).collect();
    let mut mark = chance.random_range(0..weights.iter().sum::<u32>());
    for (at, weight) in turn.iter().zip(weights) {
        if mark < weight {
            return Some(*at);
        }
        mark -= weight;
    }
    None
}

/// How much likelier a question is than the least likely one.
fn weight(candidate: &Candidate, preference: Preference) -> u32 {
    let weak = candidate.best.is_some_and(|best| best < WEAK);
    let ready = candidate.best.is_some_and(|best| best >= READY);
    match preference {
        Preference::New if !candidate.answered => 12,
        Preference::New if weak => 3,
        Preference::New => 1,
        Preference::Weak if weak => 12,
        Preference::Weak if candidate.answered && !ready => 6,
        Preference::Weak if !candidate.answered => 2,
        Preference::Weak => 1,
        Preference::Due if candidate.due => 24,
        Preference::Due if !candidate.answered => 2,
        Preference::Due => 1,
        Preference::Any => 1,
    }
}
