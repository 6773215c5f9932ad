//! The weakest dimension, and where each is going.

use serde::{Deserialize, Serialize};

/// A dimension's mean says something from this many answers on.
const ENOUGH_ANSWERS: usize = 2;

/// The scores of one answer, 0 to 100 by dimension. A dimension without evidence in the answer is `None` or absent; it
/// is not 0.
pub type Scores<'a> = &'a [(&'a str, Option<u8>)];

/// The dimension with the lowest mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weakest {
    /// The dimension.
    pub dimension: String,
    /// Its mean score, 0 to 100.
    pub mean: f64,
    /// How many answers that is the mean of.
    pub answers: usize,
}

/// How a dimension's mean has moved from one run of answers to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// The dimension.
    pub dimension: String,
    /// Its mean over the answers before, 0 to 100; `None` when too few.
    pub before: Option<f64>,
    /// Its mean over the latest answers, 0 to 100.
    pub now: f64,
}

/// The dimension with the lowest mean over the last `over` of `answers`, oldest first. Dimensions with evidence in fewer
/// than two of them are left out; `None` when that leaves none. Of equals, the one with more evidence is weaker.
pub fn weakest(answers: &[Scores<'_>], over: usize) -> Option<Weakest> {
    means(last(answers, over))
        .into_iter()
        .min_by(|a, b| a.mean().total_cmp(&b.mean()).then(b.count.cmp(&a.count)))
        .map(|mean| Weakest { dimension: mean.dimension.to_owned(), mean: mean.mean(), answers: mean.count })
}

/// Each dimension's mean over the last `over` of `answers`, oldest first, beside its mean over as many before those. In
/// the order in which dimensions first appear; those with evidence in fewer than two of the latest are left out.
pub fn trends(answers: &[Scores<'_>], over: usize) -> Vec<Trend> {
    let now = last(answers, over);
    let before = means(last(&answers[..answers.len() - now.len()], over));
    means(now)
        .into_iter()
        .map(|mean| Trend {
            dimension: mean.dimension.to_owned(),
            before: before.iter().find(|other| other.dimension == mean.dimension).map(Mean::mean),
            now: mean.mean(),
        })
        .collect()
}

fn last<'s, 'a>(answers: &'s [Scores<'a>], over: usize) -> &'s [Scores<'a>] {
    &answers[answers.len().saturating_sub(over)..]
}

struct Mean<'a> {
    dimension: &'a str,
    sum: u64,
    count: usize,
}

impl Mean<'_> {
    #[expect(clippy::cast_precision_loss, reason = "sums of scores are far below 2^52")]
    fn mean(&self) -> f64 {
        self.sum as f64 / self.count as f64
    }
}

fn means<'a>(answers: &[Scores<'a>]) -> Vec<Mean<'a>> {
    let mut means: Vec<Mean<'a>> = Vec::new();
    for &(dimension, score) in answers.iter().copied().flatten() {
        let Some(score) = score else { continue };
        match means.iter_mut().find(|mean| mean.dimension == dimension) {
            Some(mean) => {
                mean.sum += u64::from(score);
                mean.count += 1;
            }
            None => means.push(Mean { dimension, sum: u64::from(score), count: 1 }),
        }
    }
    means.retain(|mean| mean.count >= ENOUGH_ANSWERS);
    means
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_mean_with_enough_evidence_is_weakest() {
        let answers: &[Scores<'_>] = &[
            &[("decisions", Some(40)), ("systems", Some(80)), ("direction", Some(5))],
            &[("decisions", Some(42)), ("systems", Some(60)), ("direction", None)],
            &[("systems", Some(70)), ("impact", None)],
        ];
        let found = weakest(answers, 10).unwrap();
        assert_eq!((found.dimension.as_str(), found.mean, found.answers), ("decisions", 41.0, 2));
        assert_eq!(weakest(answers, 2).unwrap().dimension, "systems", "decisions is in one of the last two");
    }

    #[test]
    fn too_few_answers_say_nothing() {
        assert_eq!(weakest(&[], 10), None);
        assert_eq!(weakest(&[&[("decisions", Some(10))]], 10), None);
        assert_eq!(weakest(&[&[("decisions", Some(10))], &[("systems", Some(10))]], 10), None);
        assert_eq!(weakest(&[&[("decisions", Some(10))], &[("decisions", Some(10))]], 0), None);
    }

    #[test]
    fn of_equals_the_one_with_more_evidence_is_weaker() {
        let answers: &[Scores<'_>] =
            &[&[("a", Some(40)), ("b", Some(40))], &[("a", Some(40)), ("b", Some(40))], &[("b", Some(40))]];
        assert_eq!(weakest(answers, 10).unwrap().dimension, "b");
    }

    #[test]
    fn trends_compare_with_the_answers_before() {
        let answers: &[Scores<'_>] = &[
            &[("a", Some(99))],
            &[("a", Some(30))],
            &[("a", Some(50))],
            &[("a", Some(60)), ("b", Some(10))],
            &[("a", Some(70)), ("b", Some(20))],
        ];
        let found = trends(answers, 2);
        assert_eq!(
            found,
            [
                Trend { dimension: "a".into(), before: Some(40.0), now: 65.0 },
                Trend { dimension: "b".into(), before: None, now: 15.0 },
            ]
        );
        assert_eq!(trends(answers, 100)[0].before, None);
        assert!(trends(&[], 2).is_empty());
    }
}
