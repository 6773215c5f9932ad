//! A chain of parts over the statements of a story: a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).
//!
//! Two things are fitted at once: that each statement whose part is known has it, and that each part is there in the stories that
//! have it and in no others. The second is what a reader is told, and can be learned from stories that nobody has cut into parts.

use super::logistic;

/// The four parts, and asides as the last.
pub const LABELS: usize = 5;
/// The parts that a story has or has not.
pub const PARTS: usize = 4;
/// No part: what is neither situation, task, action nor result.
pub const ASIDE: usize = 4;

/// What one statement's part counts.
const OF_STATEMENTS: f64 = 0.3;
/// What it counts whether a part is there.
const OF_STORIES: f64 = 3.0;
/// The standard deviation of what one part says of the next.
const SCALE_OF_TURNS: f64 = 1.0;

/// One story: of each statement what it shows, by number, with how much of it there is.
pub struct Told {
    pub statements: Vec<Vec<(usize, f64)>>,
    /// The labels of the statements, where they are known.
    pub labels: Option<Vec<usize>>,
    pub has: [bool; PARTS],
}

/// What is fitted, in log-odds.
pub struct Chain {
    /// By feature and label.
    pub weights: Vec<[f64; LABELS]>,
    /// From one label to the next.
    pub turns: [[f64; LABELS]; LABELS],
    pub start: [f64; LABELS],
}

impl Chain {
    /// Fits a chain whose weights have a prior with the standard deviations `scales`.
    pub fn of(stories: &[&Told], scales: &[f64]) -> Chain {
        let count = scales.len() * LABELS;
        let mut all: Vec<f64> = scales.iter().flat_map(|scale| [*scale; LABELS]).collect();
        all.resize(count + (LABELS + 1) * LABELS, SCALE_OF_TURNS);
        let found = logistic::lowest(all.len(), |values| {
            let chain = Chain::from_values(values);
            let mut gradient = vec![0.0; values.len()];
            let mut loss = logistic::prior(values, &all, &mut gradient);
            for story in stories.iter().filter(|story| !story.statements.is_empty()) {
                loss += chain.learn(story, &mut gradient);
            }
            (loss, gradient)
        });
        Chain::from_values(&found)
    }

    /// Weights, turns and start, one after the other.
    fn from_values(values: &[f64]) -> Chain {
        let (weights, rest) = values.split_at(values.len() - (LABELS + 1) * LABELS);
        let mut rows = rest.chunks_exact(LABELS).map(five);
        let start = rows.next().unwrap_or_default();
        let mut turns = [[0.0; LABELS]; LABELS];
        turns.iter_mut().zip(rows).for_each(|(turn, row)| *turn = row);
        Chain { weights: weights.chunks_exact(LABELS).map(five).collect(), turns, start }
    }

    /// The loss of a story; adds its slope.
    fn learn(&self, story: &Told, gradient: &mut [f64]) -> f64 {
        let scores = self.scores(story);
        let all = self.ways(&scores, None);
        let mut pull = Pull::none(scores.len());
        let mut loss = 0.0;
        if let Some(labels) = &story.labels {
            loss += OF_STATEMENTS * (all.sum - self.of_path(&scores, labels));
            pull.add(&all, OF_STATEMENTS);
            pull.take_path(labels, OF_STATEMENTS);
        }
        for part in 0..PARTS {
            let without = self.ways(&scores, Some(part));
            let absent = absent(all.sum, without.sum);
            let (cost, slope) = if story.has[part] {
                let there = -absent.exp_m1();
                (-there.ln(), absent.exp() / there)
            } else {
                (-absent, -1.0)
            };
            loss += OF_STORIES * cost;
            pull.add(&without, OF_STORIES * slope);
            pull.add(&all, -OF_STORIES * slope);
        }
        for (features, pull) in story.statements.iter().zip(&pull.labels) {
            for (feature, much) in features {
                for (gradient, pull) in gradient[feature * LABELS..].iter_mut().zip(pull) {
                    *gradient += much * pull;
                }
            }
        }
        let turns = gradient.len() - (LABELS + 1) * LABELS;
        let first = pull.labels.first().into_iter().flatten();
        let of_turns = first.chain(pull.turns.iter().flatten());
        gradient[turns..].iter_mut().zip(of_turns).for_each(|(gradient, pull)| *gradient += pull);
        loss
    }

    /// By statement: how much it is each label by itself.
    pub fn scores(&self, story: &Told) -> Vec<[f64; LABELS]> {
        let of = |features: &Vec<(usize, f64)>| {
            let mut sum = [0.0; LABELS];
            for (feature, much) in features {
                sum.iter_mut().zip(self.weights[*feature]).for_each(|(sum, weight)| *sum += much * weight);
            }
            sum
        };
        story.statements.iter().map(of).collect()
    }

    /// The log-odds that a story has a part.
    pub fn there(&self, scores: &[[f64; LABELS]], part: usize) -> f64 {
        if scores.is_empty() {
            return f64::NEG_INFINITY;
        }
        let absent = absent(self.ways(scores, None).sum, self.ways(scores, Some(part)).sum);
        (-absent.exp_m1()).ln() - absent
    }

    fn of_path(&self, scores: &[[f64; LABELS]], labels: &[usize]) -> f64 {
        let said: f64 = scores.iter().zip(labels).map(|(score, label)| score[*label]).sum();
        let turns: f64 = labels.windows(2).map(|pair| self.turns[pair[0]][pair[1]]).sum();
        said + turns + self.start[labels[0]]
    }

    /// All ways of giving the statements labels, or those without one: forwards and backwards, made to sum to 1 at each statement.
    fn ways(&self, scores: &[[f64; LABELS]], but: Option<usize>) -> Ways {
        let turns = self.turns.map(|turn| turn.map(f64::exp));
        let mut sum = 0.0;
        let mut forwards: Vec<[f64; LABELS]> = Vec::with_capacity(scores.len());
        let mut here = Vec::with_capacity(scores.len());
        for score in scores {
            let most = score.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mut odds = score.map(|score| (score - most).exp());
            if let Some(part) = but {
                odds[part] = 0.0;
            }
            let mut next = [0.0; LABELS];
            for (to, next) in next.iter_mut().enumerate() {
                let came = match forwards.last() {
                    None => self.start[to].exp(),
                    Some(last) => (0..LABELS).map(|from| last[from] * turns[from][to]).sum(),
                };
                *next = came * odds[to];
            }
            let total = next.iter().sum::<f64>().max(f64::MIN_POSITIVE);
            forwards.push(next.map(|next| next / total));
            here.push(odds.map(|odds| odds / total));
            sum += total.ln() + most;
        }
        let mut labels = forwards.clone();
        let mut passed = [[0.0; LABELS]; LABELS];
        let mut backwards = [1.0; LABELS];
        for at in (0..scores.len()).rev() {
            labels[at].iter_mut().zip(backwards).for_each(|(label, back)| *label *= back);
            if at == 0 {
                break;
            }
            let mut before = [0.0; LABELS];
            for from in 0..LABELS {
                for to in 0..LABELS {
                    let way = turns[from][to] * here[at][to] * backwards[to];
                    before[from] += way;
                    passed[from][to] += forwards[at - 1][from] * way;
                }
            }
            backwards = before;
        }
        Ways { sum, labels, turns: passed }
    }
}

/// How likely, as a logarithm, it is that a part is not there: just below 0 where nothing but it will do.
fn absent(all: f64, without: f64) -> f64 {
    (without - all).clamp(-700.0, -1e-9)
}

/// All ways together: the logarithm of their odds, how often each statement has each label, and how often each follows each.
struct Ways {
    sum: f64,
    labels: Vec<[f64; LABELS]>,
    turns: [[f64; LABELS]; LABELS],
}

/// How strongly a story pulls at its scores and turns.
struct Pull {
    labels: Vec<[f64; LABELS]>,
    turns: [[f64; LABELS]; LABELS],
}

impl Pull {
    fn none(statements: usize) -> Pull {
        Pull { labels: vec![[0.0; LABELS]; statements], turns: [[0.0; LABELS]; LABELS] }
    }

    fn add(&mut self, ways: &Ways, times: f64) {
        let own = self.labels.iter_mut().chain(&mut self.turns).flatten();
        let theirs = ways.labels.iter().chain(&ways.turns).flatten();
        own.zip(theirs).for_each(|(own, theirs)| *own += times * theirs);
    }

    fn take_path(&mut self, labels: &[usize], times: f64) {
        for (pull, label) in self.labels.iter_mut().zip(labels) {
            pull[*label] -= times;
        }
        for pair in labels.windows(2) {
            self.turns[pair[0]][pair[1]] -= times;
        }
    }
}

fn five(values: &[f64]) -> [f64; LABELS] {
    let mut row = [0.0; LABELS];
    row.copy_from_slice(values);
    row
}
