//! What makes a sentence ownership, and what makes it coordination.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use phrasing::{Checker, Input, Mode};
use serde_json::Value;

use super::logistic::{self, Example, Fit};
use super::roughen;
use super::texts::{hash, is_for_tuning, read_all, text};

/// A feature that fewer sentences show says more about these sentences than about English.
const FEWEST: usize = 3;
/// What a short claim counts beside a whole sentence: it teaches words, not how people talk.
const CLAIM: f64 = 0.1;
/// What a sentence of neutral prose counts.
const NEUTRAL: f64 = 1.0;

/// A labelled sentence with what the weighing sees in it.
struct Row {
    story: String,
    labels: [bool; 2],
    /// Beside a whole sentence.
    importance: f64,
    features: BTreeSet<String>,
}

/// How freely a kind of feature may move: the standard deviation of its prior, beside that of a rule. Words that stand anywhere are
/// many and say little each; rules and classes of deeds are few and were thought about.
pub fn scale(name: &str) -> f64 {
    let parts: Vec<&str> = name.split(' ').collect();
    match parts[..] {
        ["any"] => 1.0,
        ["rule", _] | ["place", _] => 0.8,
        ["tells", _] => 0.7,
        [one] if one.starts_with('!') => 0.5,
        [one] if one.starts_with('~') => 0.55,
        [_] => 0.32,
        [first, _] if first.starts_with('=') => 0.4,
        [_, second] if second.starts_with('=') => 0.55,
        [_, _] => 0.8,
        [_, _, _] => 0.55,
        _ => 0.5,
    }
}

fn rows(corpus: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in read_all(&corpus.join("sentences"), "").filter(is_for_tuning) {
        let labels = [row["ownership"] == true, row["coordination"] == true];
        add(&mut rows, &row, text(&row, "story"), labels, 1.0, text(&row, "text"));
    }
    for row in read_all(&corpus.join("claims"), "") {
        let labels = [row["ownership"] == true, row["coordination"] == true];
        add(&mut rows, &row, text(&row, "id"), labels, CLAIM, text(&row, "text"));
    }
    for row in read_all(corpus, "neutral").filter(is_for_tuning) {
        for sentence in
            text(&row, "text").split_inclusive(['.', '!', '?']).filter(|s| s.len() > 30 && s.is_ascii())
        {
            add(&mut rows, &row, text(&row, "id"), [false, false], NEUTRAL, sentence.trim());
        }
    }
    rows
}

/// Adds a sentence as written and as a recogniser would give it.
fn add(rows: &mut Vec<Row>, row: &Value, story: &str, labels: [bool; 2], importance: f64, text: &str) {
    let mode = if row["mode"] == "situational" { Mode::Situational } else { Mode::Behavioral };
    for text in [text.to_owned(), roughen::roughened(text)] {
        let input = Input { mode, ..Input::typed(&text) };
        let features =
            Checker::builtin().observations(&input).into_iter().flat_map(|seen| seen.features).collect();
        rows.push(Row { story: story.to_owned(), labels, importance, features });
    }
}

/// What each feature adds to ownership and to coordination.
pub fn weights(corpus: &Path) -> BTreeMap<String, [f64; 2]> {
    let rows = rows(corpus);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in rows.iter().flat_map(|row| &row.features) {
        *seen.entry(feature).or_default() += 1;
    }
    // Each sentence is there twice, as written and roughened.
    let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= 2 * FEWEST).map(|(name, _)| *name).collect();
    let scales: Vec<f64> = names.iter().map(|name| scale(name)).collect();
    let stories: Vec<u64> = rows.iter().map(|row| hash(&row.story)).collect();
    let mut weights: BTreeMap<String, [f64; 2]> =
        names.iter().map(|name| ((*name).to_owned(), [0.0; 2])).collect();
    for label in 0..2 {
        let examples: Vec<Example> = rows
            .iter()
            .map(|row| Example {
                features: row
                    .features
                    .iter()
                    .filter_map(|f| Some((names.binary_search(&f.as_str()).ok()?, 1.0)))
                    .collect(),
                positive: row.labels[label],
                importance: row.importance,
            })
            .collect();
        let held_out = logistic::held_out(&examples, &stories, &scales);
        let (threshold, f1) = logistic::best_threshold(&examples, &held_out, CLAIM);
        let all: Vec<&Example> = examples.iter().collect();
        let fit = Fit::of(&all, &scales).weights;
        for (name, weight) in names.iter().zip(fit) {
            if let Some(both) = weights.get_mut(*name) {
                both[label] = if *name == "any" { weight - threshold } else { weight };
            }
        }
        println!(
            "{}: {} sentences, F1 {f1:.3} in {} held-out parts at {threshold:.2}",
            ["ownership", "coordination"][label],
            rows.len(),
            logistic::FOLDS
        );
    }
    weights
}
