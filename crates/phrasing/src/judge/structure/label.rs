//! Which part of the story each statement is.

use crate::kinds::StarPart;
use crate::weighing::Parts;

/// How much likelier, in log-odds, the next statement goes on with the same part than with another.
const GOES_ON: f32 = 1.5;
/// Neighbours say much the same, so that what they say together counts less than its sum.
const CAUTION: f32 = 0.7;

/// A part for each statement, from how much it is each of them and from the bars that a part as a whole has to pass. When none
/// passes, the likeliest is taken.
pub(super) fn labels(scores: &[Parts], bars: Parts) -> Vec<StarPart> {
    let odds = odds(scores);
    let all_ways = ways(&odds, None);
    let mut there = [false; 4];
    let mut best = (0, f32::NEG_INFINITY);
    for part in 0..there.len() {
        let over = there_is(scores, (&odds, all_ways), part) - bars[part];
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

/// How much a part is there, as its bar has it. A situation is told in words that all the others share: it has to explain what they
/// do not. Actions and results are known by words of their own, so the statements that show them are asked alone. Tasks have such
/// words too, but others lie near them (what somebody wished, what the speaker made up their mind to do), so both are asked.
/// Which is asked of which part was chosen by held-out parts of the tuning half.
fn there_is(scores: &[Parts], (odds, all_ways): (&[Odds], f32), part: usize) -> f32 {
    let needed = || needed(odds, all_ways, part);
    match StarPart::ALL[part] {
        StarPart::Situation => needed(),
        StarPart::Action | StarPart::Result => together(scores, part),
        StarPart::Task => (needed() + together(scores, part)) / 2.0,
    }
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

/// How much likelier, in log-odds, the story is with a part than without it: all ways of giving its statements parts, against those
/// that do without this one.
fn needed(odds: &[Odds], all_ways: f32, part: usize) -> f32 {
    if odds.is_empty() { f32::NEG_INFINITY } else { all_ways - ways(odds, Some(part)) }
}

/// The odds of one statement being each part, beside its likeliest, and the logarithm of that one's.
type Odds = ([f32; 4], f32);

fn odds(scores: &[Parts]) -> Vec<Odds> {
    let of = |score: &Parts| {
        let most = score.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        (score.map(|score| (CAUTION * (score - most)).exp()), CAUTION * most)
    };
    scores.iter().map(of).collect()
}

/// The logarithm of the summed odds of all ways of giving the statements parts, or of those that leave one part out.
fn ways(statements: &[Odds], but: Option<usize>) -> f32 {
    let staying = GOES_ON.exp() - 1.0;
    // By the part of the last statement; made to sum to 1, and what they summed to before is kept in `sum`.
    let (mut odds, mut sum) = ([0.25; 4], 0.0);
    for (here, most) in statements {
        for part in 0..odds.len() {
            let here = if but == Some(part) { 0.0 } else { here[part] };
            odds[part] = (1.0 + staying * odds[part]) * here;
        }
        let total: f32 = odds.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        odds.iter_mut().for_each(|odd| *odd /= total);
        sum += total.ln() + most;
    }
    sum
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

    const SITUATION: usize = 0;

    const BARS: Parts = [1.5, 0.0, 0.0, 0.0];

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

    fn needed_of(scores: &[Parts], part: usize) -> f32 {
        needed(&odds(scores), ways(&odds(scores), None), part)
    }

    #[test]
    fn a_situation_has_to_explain_what_the_others_do_not() {
        let alone = [[1.0, -4.0, -4.0, -4.0], [-4.0, -4.0, 3.0, -4.0]];
        let as_well = [[1.0, 1.5, -4.0, -4.0], [-4.0, -4.0, 3.0, -4.0]];
        assert!(needed_of(&alone, SITUATION) > 1.5, "{}", needed_of(&alone, SITUATION));
        assert!(needed_of(&as_well, SITUATION) < 1.0, "{}", needed_of(&as_well, SITUATION));
        // Far from the others, and in a long story, it stays a number.
        let long = [[90.0, -90.0, -90.0, -90.0]; 2000];
        assert!(needed_of(&long, SITUATION).is_finite() && needed_of(&long, SITUATION) > 1000.0);
        assert_eq!(needed_of(&[], SITUATION), f32::NEG_INFINITY);
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
