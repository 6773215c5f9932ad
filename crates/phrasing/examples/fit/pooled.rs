//! Logistic regression on sentences made of statements: the features of the whole sentence add up, and so do those of each
//! statement by itself; the strongest statement speaks for all (by the logarithm of the sum of their exponentials).

use super::logistic::{cost, lowest, prior};

/// One labelled sentence; its features by number, each once.
pub struct Sentence {
    /// Of all its statements together.
    pub whole: Vec<usize>,
    /// Of each statement.
    pub statements: Vec<Vec<usize>>,
    pub positive: bool,
    /// How much it counts.
    pub importance: f64,
}

/// Fitted weights, of whole sentences and of statements.
pub struct Pooled {
    pub whole: Vec<f64>,
    pub statement: Vec<f64>,
}

impl Pooled {
    /// Fits weights whose priors have these standard deviations.
    pub fn of(sentences: &[&Sentence], whole: &[f64], statement: &[f64]) -> Pooled {
        let scales = [whole, statement].concat();
        let mut weights = lowest(scales.len(), |weights| slope(sentences, whole.len(), &scales, weights));
        let statement = weights.split_off(whole.len());
        Pooled { whole: weights, statement }
    }

    /// The log-odds of one sentence.
    pub fn score(&self, sentence: &Sentence) -> f64 {
        sum(&sentence.whole, &self.whole) + pool(&sentence.statements, &self.statement).0
    }
}

fn sum(features: &[usize], weights: &[f64]) -> f64 {
    features.iter().map(|feature| weights[*feature]).sum()
}

/// The logarithm of the sum of the exponentials, and the share that each statement has in it.
fn pool(statements: &[Vec<usize>], weights: &[f64]) -> (f64, Vec<f64>) {
    let scores: Vec<f64> = statements.iter().map(|features| sum(features, weights)).collect();
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
    let total: f64 = shares.iter().sum();
    (most + total.ln(), shares.iter().map(|share| share / total).collect())
}

fn slope(sentences: &[&Sentence], whole: usize, scales: &[f64], weights: &[f64]) -> (f64, Vec<f64>) {
    let mut gradient = vec![0.0; weights.len()];
    let mut loss = prior(weights, scales, &mut gradient);
    for sentence in sentences {
        let (pooled, shares) = pool(&sentence.statements, &weights[whole..]);
        let (cost, pull) = cost(sentence.positive, sum(&sentence.whole, &weights[..whole]) + pooled);
        loss += sentence.importance * cost;
        let pull = sentence.importance * pull;
        for feature in &sentence.whole {
            gradient[*feature] += pull;
        }
        for (features, share) in sentence.statements.iter().zip(shares) {
            for feature in features {
                gradient[whole + feature] += pull * share;
            }
        }
    }
    (loss, gradient)
}
