//! Fits the weights of `lexicon/weights.txt` on the tuning half of the corpus.
//!
//! `cargo xtask phrasing-fit`, or `cargo run -p phrasing --release --example fit`. The same corpus, rules and classes always give
//! the same file. The test half is never read.

mod logistic;
#[path = "../report/roughen.rs"]
mod roughen;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use logistic::{Example, Fit};
use phrasing::{Checker, Input, Mode};
use serde_json::Value;

/// A feature that fewer sentences show says more about these sentences than about English.
const FEWEST: usize = 3;
/// Weights smaller than this for both labels are left out: together they move hardly any sentence.
const SMALLEST: f64 = 0.05;
/// What a short claim counts beside a whole sentence: it teaches words, not how people talk.
const CLAIM: f64 = 0.1;
/// What a sentence of neutral prose counts.
const NEUTRAL: f64 = 1.0;
/// Parts in which the threshold is found; a story is never split between them.
const FOLDS: usize = 5;

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
fn scale(name: &str) -> f64 {
    let parts: Vec<&str> = name.split(' ').collect();
    match parts[..] {
        ["any"] => 1.0,
        ["rule", _] => 0.8,
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

fn rows(dir: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in logistic::files(&dir.join("sentences")) {
        for row in read(&file).filter(|row| row["half"] == "tune") {
            let labels = [row["ownership"] == true, row["coordination"] == true];
            add(&mut rows, &row, text(&row, "story"), labels, 1.0, text(&row, "text"));
        }
    }
    for file in logistic::files(&dir.join("claims")) {
        for row in read(&file) {
            let labels = [row["ownership"] == true, row["coordination"] == true];
            add(&mut rows, &row, text(&row, "id"), labels, CLAIM, text(&row, "text"));
        }
    }
    for row in read(&dir.join("neutral.jsonl")).filter(|row| row["half"] == "tune") {
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
        let features = Checker::builtin().observations(&input).into_iter().flat_map(|seen| seen.features).collect();
        rows.push(Row { story: story.to_owned(), labels, importance, features });
    }
}

fn read(path: &Path) -> impl Iterator<Item = Value> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let rows: Vec<Value> = text
        .lines()
        .enumerate()
        .map(|(at, line)| match serde_json::from_str(line) {
            Ok(row) => row,
            Err(error) => panic!("{}, line {}: {error}", path.display(), at + 1),
        })
        .collect();
    rows.into_iter()
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rows = rows(&root.join("corpus"));
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in rows.iter().flat_map(|row| &row.features) {
        *seen.entry(feature).or_default() += 1;
    }
    // Each sentence is there twice, as written and roughened.
    let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= 2 * FEWEST).map(|(name, _)| *name).collect();
    let scales: Vec<f64> = names.iter().map(|name| scale(name)).collect();
    let stories: Vec<u64> = rows.iter().map(|row| logistic::hash(&row.story)).collect();
    let mut weights = Vec::new();
    for label in 0..2 {
        let examples: Vec<Example> = rows
            .iter()
            .map(|row| Example {
                features: row.features.iter().filter_map(|f| names.binary_search(&f.as_str()).ok()).collect(),
                positive: row.labels[label],
                importance: row.importance,
            })
            .collect();
        let mut held_out = vec![0.0; rows.len()];
        for fold in 0..FOLDS {
            let inside = |at: &usize| stories[*at] % FOLDS as u64 == fold as u64;
            let others: Vec<&Example> =
                (0..rows.len()).filter(|at| !inside(at)).map(|at| &examples[at]).collect();
            let fit = Fit::of(&others, &scales);
            for at in (0..rows.len()).filter(inside) {
                held_out[at] = fit.score(&examples[at]);
            }
        }
        let (threshold, f1) = logistic::best_threshold(&examples, &held_out, CLAIM);
        let all: Vec<&Example> = examples.iter().collect();
        let mut fit = Fit::of(&all, &scales).weights;
        if let Ok(any) = names.binary_search(&"any") {
            fit[any] -= threshold;
        }
        println!(
            "{}: {} sentences, F1 {f1:.3} in {FOLDS} held-out parts at {threshold:.2}",
            ["ownership", "coordination"][label],
            rows.len()
        );
        weights.push(fit);
    }
    let mut file = String::from(
        "# Made by `cargo xtask phrasing-fit` from the tuning half of corpus/; not to be edited.\n\
         # What each feature adds to ownership and to coordination, in log-odds. Names: src/weighing/feature.rs.\n",
    );
    let mut kept = 0;
    for (at, name) in names.iter().enumerate() {
        let (ownership, coordination) = (weights[0][at], weights[1][at]);
        if ownership.abs() >= SMALLEST || coordination.abs() >= SMALLEST {
            let _ = writeln!(file, "{ownership:.2} {coordination:.2} {name}");
            kept += 1;
        }
    }
    std::fs::write(root.join("lexicon/weights.txt"), file).expect("weights.txt can be written");
    println!("{kept} of {} features kept", names.len());
}
