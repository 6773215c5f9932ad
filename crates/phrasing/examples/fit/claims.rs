//! What makes a sentence ownership, and what makes it coordination.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use phrasing::{Checker, Input, Mode};
use serde_json::Value;

use super::logistic::{FOLDS, in_parts};
use super::pooled::{Pooled, Sentence};
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
    /// By statement.
    statements: Vec<BTreeSet<String>>,
}

/// How freely a kind of feature may move: the standard deviation of its prior, beside that of a rule. Words that stand anywhere are
/// many and say little each; rules and classes of deeds are few and were thought about.
pub fn scale(name: &str) -> f64 {
    let parts: Vec<&str> = name.split(' ').collect();
    match parts[..] {
        ["any"] => 1.0,
        ["rule", _] | ["place", _] => 0.8,
        ["tells", _] => 0.7,
        ["since", _] => 0.4,
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
        let statements =
            Checker::builtin().observations(&input).into_iter().map(|seen| seen.features).collect();
        rows.push(Row { story: story.to_owned(), labels, importance, statements });
    }
}

/// What each feature adds to ownership and to coordination: as one of the sentence, and as one of its statement.
#[derive(Clone, Copy, Default)]
pub struct Claim {
    pub sentence: [f64; 2],
    pub statement: [f64; 2],
}

/// How much more freely a feature of a statement may move than one of the sentence.
const FREER: f64 = std::f64::consts::SQRT_2;

/// Whether a feature is looked at in each statement by itself: pairs of words are too many.
fn is_of_statement(name: &str) -> bool {
    !name.contains('&')
}

/// The weights of claims, by the name of the feature.
pub fn weights(corpus: &Path) -> BTreeMap<String, Claim> {
    let rows = rows(corpus);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &rows {
        let features: BTreeSet<&String> = row.statements.iter().flatten().collect();
        for feature in features {
            *seen.entry(feature).or_default() += 1;
        }
    }
    // Each sentence is there twice, as written and roughened.
    let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= 2 * FEWEST).map(|(name, _)| *name).collect();
    let of_statement: Vec<bool> = names.iter().map(|name| is_of_statement(name)).collect();
    let scales: Vec<f64> = names.iter().map(|name| scale(name)).collect();
    let freer: Vec<f64> = scales.iter().map(|scale| scale * FREER).collect();
    let any = names.binary_search(&"any").ok();
    let number = |name: &String| names.binary_search(&name.as_str()).ok();
    let stories: Vec<u64> = rows.iter().map(|row| hash(&row.story)).collect();
    let mut weights: BTreeMap<String, Claim> =
        names.iter().map(|name| ((*name).to_owned(), Claim::default())).collect();
    for label in 0..2 {
        let sentences: Vec<Sentence> = rows
            .iter()
            .map(|row| {
                let whole: BTreeSet<usize> = row.statements.iter().flatten().filter_map(number).collect();
                let statement = |features: &BTreeSet<String>| {
                    let own = features.iter().filter_map(number).filter(|at| of_statement[*at]);
                    own.chain(any).collect::<BTreeSet<usize>>().into_iter().collect()
                };
                Sentence {
                    whole: whole.into_iter().collect(),
                    statements: row.statements.iter().map(statement).collect(),
                    positive: row.labels[label],
                    importance: row.importance,
                }
            })
            .collect();
        let fit = |at: &[usize]| {
            let sentences: Vec<&Sentence> = at.iter().map(|at| &sentences[*at]).collect();
            Pooled::of(&sentences, &scales, &freer)
        };
        let held_out = in_parts(&stories, fit, |fit, at| fit.score(&sentences[at]));
        let (threshold, f1) = best_threshold(&sentences, &held_out);
        let all: Vec<usize> = (0..sentences.len()).collect();
        let fit = fit(&all);
        for (at, name) in names.iter().enumerate() {
            if let Some(claim) = weights.get_mut(*name) {
                let bar = if *name == "any" { threshold } else { 0.0 };
                claim.sentence[label] = fit.whole[at] - bar;
                claim.statement[label] = fit.statement[at];
            }
        }
        println!(
            "{}: {} sentences, F1 {f1:.3} in {FOLDS} held-out parts at {threshold:.2}",
            ["ownership", "coordination"][label],
            rows.len(),
        );
    }
    weights
}

/// The threshold at which F1 is best among whole sentences, and that F1.
fn best_threshold(sentences: &[Sentence], scores: &[f64]) -> (f64, f64) {
    let f1 = |threshold: f64| {
        let (mut hit, mut wrong) = (0.0, 0.0);
        for (sentence, score) in sentences.iter().zip(scores).filter(|(one, _)| one.importance > CLAIM) {
            match (sentence.positive, *score > threshold) {
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
