//! Which part of the story each statement is.

use super::turns::{LABELS, Turns};
use crate::kinds::StarPart;
use crate::weighing::Parts;

/// A part for each statement, from how much it is each of them and from the bars that a part as a whole has to pass. When none
/// passes, the nearest is taken.
pub(super) fn labels(scores: &[Parts], bars: Parts, turns: &Turns) -> Vec<StarPart> {
    let ways = Ways::of(scores, turns);
    let mut there = [false; 4];
    let mut best = (0, f32::NEG_INFINITY);
    for part in 0..there.len() {
        let over = ways.there(part) - bars[part];
        there[part] = over > 0.0;
        if over > best.1 {
            best = (part, over);
        }
    }
    there[best.0] = true;
    let mut path = likeliest(scores, there, turns);
    keep_each(scores, there, &mut path);
    path.into_iter().map(|part| StarPart::ALL[part]).collect()
}

/// All ways of giving the statements parts, or of taking them for asides: a linear-chain conditional random field (Lafferty, McCallum
/// and Pereira, 2001). `examples/fit/chain.rs` has to say the same.
struct Ways {
    /// By statement: the odds of each label beside its likeliest.
    odds: Vec<[f32; LABELS]>,
    /// From the first statement on, and from each label to the next.
    first: [f32; LABELS],
    turns: [[f32; LABELS]; LABELS],
    /// The logarithm of the summed odds of all ways, each statement's likeliest left out.
    sum: f64,
}

impl Ways {
    fn of(scores: &[Parts], turns: &Turns) -> Ways {
        let of = |[situation, task, action, result]: &Parts| {
            let all = [*situation, *task, *action, *result, 0.0];
            let most = all.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            all.map(|score| (score - most).exp())
        };
        let mut ways = Ways {
            odds: scores.iter().map(of).collect(),
            first: turns.first.map(f32::exp),
            turns: turns.after.map(|turn| turn.map(f32::exp)),
            sum: 0.0,
        };
        ways.sum = ways.but(None);
        ways
    }

    /// How much likelier, in log-odds, it is that a story has a part than that it does without: all ways against those that leave it out.
    fn there(&self, part: usize) -> f32 {
        if self.odds.is_empty() {
            return f32::NEG_INFINITY;
        }
        let absent = (self.but(Some(part)) - self.sum).clamp(-700.0, -1e-9);
        ((-absent.exp_m1()).ln() - absent) as f32
    }

    /// The logarithm of the summed odds of all ways, or of those that leave one label out.
    fn but(&self, left_out: Option<usize>) -> f64 {
        let mut sum = 0.0;
        let mut came = self.first;
        for odds in &self.odds {
            let mut here = *odds;
            if let Some(part) = left_out {
                here[part] = 0.0;
            }
            here.iter_mut().zip(came).for_each(|(here, came)| *here *= came);
            let total = here.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            sum += f64::from(total.ln());
            came = [0.0; LABELS];
            for (turn, here) in self.turns.iter().zip(here) {
                let share = here / total;
                came.iter_mut().zip(turn).for_each(|(came, turn)| *came += share * turn);
            }
        }
        sum
    }
}

/// The likeliest sequence of the parts that are there (Viterbi). An aside goes with what is beside it.
fn likeliest(scores: &[Parts], there: [bool; 4], turns: &Turns) -> Vec<usize> {
    let mut sums: Parts = [0.0; 4];
    let mut from: Vec<[usize; 4]> = Vec::with_capacity(scores.len());
    for (at, score) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; 4];
        let mut came = [0; 4];
        for part in (0..4).filter(|part| there[*part]) {
            for before in (0..4).filter(|before| there[*before]) {
                let turn = if at == 0 { turns.first[part] } else { turns.after[before][part] };
                if sums[before] + turn > next[part] {
                    (next[part], came[part]) = (sums[before] + turn, before);
                }
            }
            next[part] += score[part];
        }
        sums = next;
        from.push(came);
    }
    let mut part =
        (0..4).filter(|part| there[*part]).max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(0);
    let mut path = vec![0; scores.len()];
    for at in (0..scores.len()).rev() {
        path[at] = part;
        part = from[at][part];
    }
    path
}

/// A part that is there keeps at least its likeliest statement.
fn keep_each(scores: &[Parts], there: [bool; 4], path: &mut [usize]) {
    for part in (0..4).filter(|part| there[*part]) {
        if path.contains(&part) {
            continue;
        }
        let over = |at: &usize| scores[*at][part] - scores[*at][path[*at]];
        let only = |at: &usize| path.iter().filter(|other| **other == path[*at]).count() == 1;
        let best = (0..scores.len()).filter(|at| !only(at)).max_by(|a, b| over(a).total_cmp(&over(b)));
        if let Some(at) = best {
            path[at] = part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StarPart::{Action, Result, Situation, Task};

    const SITUATION: usize = 0;
    const BARS: Parts = [1.5, 0.0, 0.0, 0.0];

    /// Going on is likelier than turning, and nothing else is said.
    fn going_on() -> Turns {
        let after = std::array::from_fn(|from| std::array::from_fn(|to| if from == to { 1.5 } else { 0.0 }));
        Turns { first: [0.0; LABELS], after }
    }

    fn check(scores: &[Parts], wanted: &[StarPart]) {
        assert_eq!(labels(scores, BARS, &going_on()), wanted, "{scores:?}");
    }

    #[test]
    fn each_statement_gets_the_likeliest_part_that_is_there() {
        check(&[], &[]);
        check(&[[3.0, -3.0, -3.0, -3.0], [-3.0, -3.0, 3.0, -3.0]], &[Situation, Action]);
        // Doubtful between two strong ones: it goes on.
        check(&[[3.0, -9.0, -3.0, -9.0], [-0.3, -9.0, -0.2, -9.0], [3.0, -9.0, -9.0, -9.0]], &[Situation; 3]);
        // No part passes its bar: the nearest is taken.
        check(&[[-2.0, -1.0, -3.0, -4.0]], &[Task]);
    }

    fn there(scores: &[Parts], part: usize) -> f32 {
        Ways::of(scores, &going_on()).there(part)
    }

    #[test]
    fn a_part_has_to_explain_what_the_others_and_asides_do_not() {
        let check = |scores: &[Parts], least: f32, most: f32| {
            let there = there(scores, SITUATION);
            assert!(least < there && there < most, "{scores:?}: {there}");
        };
        let action = [-4.0, -4.0, 3.0, -4.0];
        check(&[[3.0, -4.0, -4.0, -4.0], action], 1.5, 5.0);
        check(&[[3.0, 4.5, -4.0, -4.0], action], -3.0, 0.5);
        check(&[[-3.0, -4.0, -4.0, -4.0], action], -9.0, -1.0);
        // What several statements may be is likelier there than what one may be.
        check(&[[0.0; 4]], -2.0, -1.0);
        check(&[[0.0; 4]; 3], -1.0, 0.0);
        assert_eq!(there(&[], SITUATION), f32::NEG_INFINITY);
    }

    #[test]
    fn far_from_the_others_and_in_a_long_story_it_stays_a_number() {
        let long = [[90.0, -90.0, -90.0, -90.0]; 2000];
        for part in 0..4 {
            let there = there(&long, part);
            assert!(there.is_finite() && (there > 100.0) == (part == SITUATION), "{part}: {there}");
        }
    }

    #[test]
    fn a_part_that_is_there_keeps_a_statement() {
        let scores = [[0.0, 1.0, 4.0, -9.0], [-9.0, -9.0, 4.0, -9.0], [-9.0, -9.0, 4.0, 2.0]];
        let low = [0.0, -5.0, 0.0, -5.0];
        assert_eq!(labels(&scores, low, &going_on()), [Task, Action, Result]);
    }
}
