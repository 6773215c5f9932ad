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
        Fit { weights: lowest(scales.len(), |weights| slope(examples, scales, weights)) }
    }

    /// The log-odds of one sentence.
    pub fn score(&self, example: &Example) -> f64 {
        example.features.iter().map(|(f, much)| self.weights[*f] * much).sum()
    }
}

/// Where a loss is lowest, searched from 0 on; `slope` gives the loss and its gradient.
pub fn lowest(size: usize, slope: impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Vec<f64> {
    let mut weights = vec![0.0; size];
    let (mut loss, mut gradient) = slope(&weights);
    let mut history: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..MOST_STEPS {
        if dot(&gradient, &gradient).sqrt() < 1e-3 * size as f64 / 1000.0 {
            break;
        }
        let direction = descent(&gradient, &history);
        let rate = dot(&gradient, &direction);
        let mut step = if history.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt() } else { 1.0 };
        let mut moved = None;
        for _ in 0..30 {
            let next: Vec<f64> = weights.iter().zip(&direction).map(|(w, d)| w + step * d).collect();
            let (next_loss, next_gradient) = slope(&next);
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
    weights
}

/// What a margin costs, and how strongly it pulls at the score.
pub fn cost(positive: bool, score: f64) -> (f64, f64) {
    let sign = if positive { 1.0 } else { -1.0 };
    let margin = sign * score;
    let cost = if margin > 0.0 { (-margin).exp().ln_1p() } else { margin.exp().ln_1p() - margin };
    (cost, -sign / (1.0 + margin.exp()))
}

/// The cost of weights by a Gaussian prior with these standard deviations; adds its slope to `gradient`.
pub fn prior(weights: &[f64], scales: &[f64], gradient: &mut [f64]) -> f64 {
    let mut loss = 0.0;
    for ((weight, scale), gradient) in weights.iter().zip(scales).zip(gradient) {
        let precision = 1.0 / (scale * scale);
        loss += 0.5 * precision * weight * weight;
        *gradient += precision * weight;
    }
    loss
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Loss and its gradient.
fn slope(examples: &[&Example], scales: &[f64], weights: &[f64]) -> (f64, Vec<f64>) {
    let mut gradient = vec![0.0; weights.len()];
    let mut loss = prior(weights, scales, &mut gradient);
    for example in examples {
        let score: f64 = example.features.iter().map(|(f, much)| weights[*f] * much).sum();
        let (cost, pull) = cost(example.positive, score);
        loss += example.importance * cost;
        for (f, much) in &example.features {
            gradient[*f] += example.importance * pull * much;
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

/// Runs `fit` and `score` in [`FOLDS`] parts, which no group lies in two of: each is scored by what was fitted without it. The parts are
/// fitted side by side.
pub fn in_parts<F, S: Clone + Default + Send>(
    groups: &[u64],
    fit: impl Fn(&[usize]) -> F + Sync,
    score: impl Fn(&F, usize) -> S + Sync,
) -> Vec<S> {
    let of_part = |fold: u64| {
        let (inside, others): (Vec<usize>, Vec<usize>) =
            (0..groups.len()).partition(|at| groups[*at] % FOLDS == fold);
        let fitted = fit(&others);
        inside.into_iter().map(|at| (at, score(&fitted, at))).collect::<Vec<_>>()
    };
    let mut scores = vec![S::default(); groups.len()];
    std::thread::scope(|scope| {
        let of_part = &of_part;
        let parts: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || of_part(fold))).collect();
        for part in parts {
            for (at, score) in part.join().expect("a part is fitted") {
                scores[at] = score;
            }
        }
    });
    scores
}

/// Scores of examples by weights that were fitted without them.
pub fn held_out(examples: &[Example], groups: &[u64], scales: &[f64]) -> Vec<f64> {
    let fit = |others: &[usize]| {
        let others: Vec<&Example> = others.iter().map(|at| &examples[*at]).collect();
        Fit::of(&others, scales)
    };
    in_parts(groups, fit, |fit, at| fit.score(&examples[at]))
}

/// Parts in which thresholds are found.
pub const FOLDS: u64 = 5;
