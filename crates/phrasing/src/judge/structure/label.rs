//! Which part of the story each statement is.

use crate::kinds::StarPart;
use crate::weighing::Parts;

/// How much likelier, in log-odds, the next statement goes on with the same part than with another.
const GOES_ON: f32 = 1.5;

/// A part for each statement, from how much it is each of them and from the bars that a part as a whole has to pass. When none
/// passes, the likeliest is taken.
pub(super) fn labels(scores: &[Parts], bars: Parts) -> Vec<StarPart> {
    let mut there = [false; 4];
    let mut best = (0, f32::NEG_INFINITY);
    for part in 0..there.len() {
        let over = together(scores, part) - bars[part];
        there[part] = over > 0.0;
        if over > best.1 {
            best = (part, over);
        }
    }
    there[best.0] = true;
    let mut path = likeliest(scores, there);
    keep_each(scores, there, &mut path);
    path.into_iter().map(|part| StarPart::ALL[part]).collect()
}

/// How much the statements together are a part: the most that one of them is, and a little for the others.
fn together(scores: &[Parts], part: usize) -> f32 {
    let most = scores.iter().map(|score| score[part]).fold(f32::NEG_INFINITY, f32::max);
    if most.is_finite() {
        most + scores.iter().map(|score| (2.0 * (score[part] - most)).exp()).sum::<f32>().ln() / 2.0
    } else {
        most
    }
}

/// The likeliest sequence of the parts that are there (Viterbi).
fn likeliest(scores: &[Parts], there: [bool; 4]) -> Vec<usize> {
    let mut sums: Parts = [0.0; 4];
    let mut from: Vec<[usize; 4]> = Vec::with_capacity(scores.len());
    for score in scores {
        let mut next = [f32::NEG_INFINITY; 4];
        let mut came = [0; 4];
        for part in (0..4).filter(|part| there[*part]) {
            for before in (0..4).filter(|before| there[*before]) {
                let sum = sums[before] + if before == part { GOES_ON } else { 0.0 };
                if sum > next[part] {
                    (next[part], came[part]) = (sum, before);
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

    const BARS: Parts = [0.0; 4];

    fn check(scores: &[Parts], wanted: &[StarPart]) {
        assert_eq!(labels(scores, BARS), wanted, "{scores:?}");
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

    #[test]
    fn a_part_that_is_there_keeps_a_statement() {
        let scores = [[0.0, 1.0, 4.0, -9.0], [-9.0, -9.0, 4.0, -9.0], [-9.0, -9.0, 4.0, 2.0]];
        check(&scores, &[Task, Action, Result]);
    }

    #[test]
    fn several_that_may_be_it_count_a_little_more_than_one() {
        let one = together(&[[0.0; 4]], 0);
        let two = together(&[[0.0; 4], [0.0; 4]], 0);
        assert!(one < two && two < 0.5, "{one} {two}");
    }
}
