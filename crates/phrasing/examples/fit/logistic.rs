//! Logistic regression with a Gaussian prior, by limited-memory BFGS (Nocedal and Wright, "Numerical Optimization", algorithm 7.4).

/// One labelled text; its features by number, each once, with how much of it there is.
#[derive(Clone)]
pub struct Example {
    pub features: Vec<(usize, f64)>,
    pub positive: bool,
    /// How much it counts.
    pub importance: f64,
}

/// Fitted weights.
pub struct Fit {
    pub weights: Vec<f64>,
}

/// Steps remembered by the search.
const MEMORY: usize = 12;
const MOST_STEPS: usize = 200;

impl Fit {
    /// Fits weights whose prior has the standard deviations `scales`.
    pub fn of(examples: &[&Example], scales: &[f64]) -> Fit {
        let mut weights = vec![0.0; scales.len()];
        let (mut loss, mut gradient) = slope(examples, scales, &weights);
        let mut history: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
        for _ in 0..MOST_STEPS {
            if dot(&gradient, &gradient).sqrt() < 1e-3 * scales.len() as f64 / 1000.0 {
                break;
            }
            let direction = descent(&gradient, &history);
            let rate = dot(&gradient, &direction);
            let mut step = if history.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt() } else { 1.0 };
            let mut moved = None;
            for _ in 0..30 {
                let next: Vec<f64> = weights.iter().zip(&direction).map(|(w, d)| w + step * d).collect();
                let (next_loss, next_gradient) = slope(examples, scales, &next);
                if next_loss <= loss + 1e-4 * step * rate {
                    moved = Some((next, next_loss, next_gradient));
                    break;
                }
                step /= 2.0;
            }
            let Some((next, next_loss, next_gradient)) = moved else { break };
            let change: Vec<f64> = next.iter().zip(&weights).map(|(a, b)| a - b).collect();
            let turn: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
            if dot(&change, &turn) > 1e-12 {
                history.push((change, turn));
                if history.len() > MEMORY {
                    history.remove(0);
                }
            }
            let gained = loss - next_loss;
            (weights, loss, gradient) = (next, next_loss, next_gradient);
            if gained < 1e-6 * loss {
                break;
            }
        }
        Fit { weights }
    }

    /// The log-odds of one sentence.
    pub fn score(&self, example: &Example) -> f64 {
        example.features.iter().map(|(f, much)| self.weights[*f] * much).sum()
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Loss and its gradient.
fn slope(examples: &[&Example], scales: &[f64], weights: &[f64]) -> (f64, Vec<f64>) {
    let mut loss = 0.0;
    let mut gradient = vec![0.0; weights.len()];
    for (at, (weight, scale)) in weights.iter().zip(scales).enumerate() {
        let precision = 1.0 / (scale * scale);
        loss += 0.5 * precision * weight * weight;
        gradient[at] += precision * weight;
    }
    for example in examples {
        let score: f64 = example.features.iter().map(|(f, much)| weights[*f] * much).sum();
        let sign = if example.positive { 1.0 } else { -1.0 };
        let margin = sign * score;
        let cost = if margin > 0.0 { (-margin).exp().ln_1p() } else { margin.exp().ln_1p() - margin };
        loss += example.importance * cost;
        let pull = -sign * example.importance / (1.0 + margin.exp());
        for (f, much) in &example.features {
            gradient[*f] += pull * much;
        }
    }
    (loss, gradient)
}

/// The direction in which the loss falls, with what earlier steps showed of its curvature.
fn descent(gradient: &[f64], history: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut q: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut alphas = Vec::new();
    for (change, turn) in history.iter().rev() {
        let alpha = dot(change, &q) / dot(change, turn);
        q.iter_mut().zip(turn).for_each(|(q, t)| *q -= alpha * t);
        alphas.push(alpha);
    }
    if let Some((change, turn)) = history.last() {
        let scale = dot(change, turn) / dot(turn, turn);
        q.iter_mut().for_each(|q| *q *= scale);
    }
    for ((change, turn), alpha) in history.iter().zip(alphas.iter().rev()) {
        let beta = dot(turn, &q) / dot(change, turn);
        q.iter_mut().zip(change).for_each(|(q, c)| *q += (alpha - beta) * c);
    }
    q
}

/// The threshold at which F1 is best among the examples that count more than `least`, and that F1.
pub fn best_threshold(examples: &[Example], scores: &[f64], least: f64) -> (f64, f64) {
    let f1 = |threshold: f64| {
        let (mut hit, mut wrong) = (0.0, 0.0);
        for (example, score) in examples.iter().zip(scores).filter(|(example, _)| example.importance > least)
        {
            match (example.positive, *score > threshold) {
                (true, true) => hit += 1.0,
                (false, false) => {}
                _ => wrong += 1.0,
            }
        }
        2.0 * hit / (2.0 * hit + wrong)
    };
    // The middle of the best stretch, so that one sentence more or less does not move it.
    let tried: Vec<(f64, f64)> = (-30..=20).map(|step| f64::from(step) * 0.05).map(|t| (t, f1(t))).collect();
    let best = tried.iter().map(|(_, f1)| *f1).fold(0.0, f64::max);
    let near: Vec<f64> = tried.iter().filter(|(_, f1)| *f1 > best - 0.002).map(|(t, _)| *t).collect();
    (near.iter().sum::<f64>() / near.len() as f64, best)
}

/// Scores of examples by weights that were fitted without them: in [`FOLDS`] parts, which no group lies in two of.
pub fn held_out(examples: &[Example], groups: &[u64], scales: &[f64]) -> Vec<f64> {
    let mut scores = vec![0.0; examples.len()];
    for fold in 0..FOLDS {
        let inside = |at: &usize| groups[*at] % FOLDS == fold;
        let others: Vec<&Example> =
            (0..examples.len()).filter(|at| !inside(at)).map(|at| &examples[at]).collect();
        let fit = Fit::of(&others, scales);
        for at in (0..examples.len()).filter(inside) {
            scores[at] = fit.score(&examples[at]);
        }
    }
    scores
}

/// Parts in which thresholds are found.
pub const FOLDS: u64 = 5;
