//! Which dimension a claim is about.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use phrasing::{Checker, Dimension, Input, Mode};

use super::claims::scale;
use super::logistic::{self, Example, Fit};
use super::texts::{hash, is_for_tuning, read_all, text};

/// A feature that fewer sentences show is left out.
const FEWEST: usize = 8;
/// Beside the priors of claims: there are fewer sentences to learn from.
const CLOSER: f64 = 0.6;

/// One sentence that says on which dimensions it claims something, on one side.
struct Row {
    story: u64,
    features: BTreeSet<String>,
    dimensions: [bool; Dimension::ALL.len()],
}

fn rows(corpus: &Path, sign: char, label: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in read_all(&corpus.join("sentences"), "").filter(is_for_tuning).filter(|row| row[label] == true)
    {
        let named: Vec<&str> = row["dims"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str()?.strip_suffix(sign))
            .collect();
        if named.is_empty() {
            continue;
        }
        let mut input = Input::typed(text(&row, "text"));
        if row["mode"] == "situational" {
            input.mode = Mode::Situational;
        }
        let seen = Checker::builtin().observations(&input);
        let features = seen.into_iter().flat_map(|statement| statement.features);
        let looked_at = |name: &String| !name.contains(['&', '@']) && !name.starts_with("rule ");
        rows.push(Row {
            story: hash(text(&row, "story")),
            features: features.filter(looked_at).collect(),
            dimensions: Dimension::ALL.map(|dimension| named.contains(&dimension.as_str())),
        });
    }
    rows
}

/// By feature: what it adds to each dimension, on the senior side and then on the other.
pub fn weights(corpus: &Path) -> BTreeMap<String, [f64; 2 * Dimension::ALL.len()]> {
    let mut weights: BTreeMap<String, [f64; 2 * Dimension::ALL.len()]> = BTreeMap::new();
    for (side, (sign, label)) in [('+', "ownership"), ('-', "coordination")].into_iter().enumerate() {
        let rows = rows(corpus, sign, label);
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for name in rows.iter().flat_map(|row| &row.features) {
            *seen.entry(name).or_default() += 1;
        }
        let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= FEWEST).map(|(name, _)| *name).collect();
        let scales: Vec<f64> = names.iter().map(|name| CLOSER * scale(name)).collect();
        let groups: Vec<u64> = rows.iter().map(|row| row.story).collect();
        let mut best = vec![(f64::NEG_INFINITY, false); rows.len()];
        for (at, _) in Dimension::ALL.iter().enumerate() {
            let examples: Vec<Example> = rows
                .iter()
                .map(|row| Example {
                    features: row
                        .features
                        .iter()
                        .filter_map(|name| Some((names.binary_search(&name.as_str()).ok()?, 1.0)))
                        .collect(),
                    positive: row.dimensions[at],
                    importance: 1.0,
                })
                .collect();
            for ((score, best), row) in
                logistic::held_out(&examples, &groups, &scales).into_iter().zip(&mut best).zip(&rows)
            {
                if score > best.0 {
                    *best = (score, row.dimensions[at]);
                }
            }
            let all: Vec<&Example> = examples.iter().collect();
            for (name, weight) in names.iter().zip(Fit::of(&all, &scales).weights) {
                weights.entry((*name).to_owned()).or_default()[side * Dimension::ALL.len() + at] = weight;
            }
        }
        let right = best.iter().filter(|(_, right)| *right).count() as f64 / rows.len().max(1) as f64;
        println!(
            "dimensions of {label}: the likeliest is one of those named in {right:.3} of {} sentences in {} held-out parts",
            rows.len(),
            logistic::FOLDS
        );
    }
    weights
}
