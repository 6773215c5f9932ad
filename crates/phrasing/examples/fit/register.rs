//! Which words tell that a text speaks of somebody's work, and which that it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use phrasing::{Checker, Input};

use super::logistic::{self, Example, Fit};
use super::texts::{hash, is_for_tuning, read_all, text};

/// A word that fewer texts have is left out.
const FEWEST: usize = 3;
/// Standard deviation of a weight.
const SCALE: f64 = 3.0;
/// What the sentences of one story, put together, count beside a text written as one.
const SENTENCES: f64 = 0.3;
/// What all texts that are no answers count beside all that are, which are many more.
const NEUTRAL: f64 = 2.0;
/// Sentences of one story that make a text.
const ENOUGH: usize = 6;
const MOST: usize = 8;

struct Row {
    id: String,
    of_work: bool,
    importance: f64,
    words: BTreeSet<String>,
}

fn rows(corpus: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |id: &str, of_work: bool, importance: f64, text: &str| {
        let seen = Checker::builtin().observations(&Input::typed(text));
        let words = seen
            .into_iter()
            .flat_map(|statement| statement.features)
            .filter_map(|name| name.strip_prefix('=').map(str::to_owned))
            .filter(|word| !word.contains(['&', ' ']))
            .collect();
        rows.push(Row { id: id.to_owned(), of_work, importance, words });
    };
    for row in read_all(&corpus.join("answers"), "").filter(is_for_tuning) {
        for telling in ["weak", "middling", "strong"] {
            add(text(&row, "id"), true, 1.0, text(&row, telling));
        }
    }
    for row in read_all(&corpus.join("parts"), "").filter(is_for_tuning) {
        let parts: Vec<&str> =
            row["parts"].as_array().into_iter().flatten().filter_map(|part| part[1].as_str()).collect();
        add(text(&row, "id"), true, 1.0, &parts.join(" "));
    }
    for kind in ["structure", "stuffed"] {
        for row in read_all(corpus, kind).filter(is_for_tuning) {
            add(text(&row, "id"), true, 1.0, text(&row, "text"));
        }
    }
    for row in read_all(corpus, "neutral").filter(is_for_tuning) {
        add(text(&row, "id"), false, 1.0, text(&row, "text"));
    }
    let mut stories: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in read_all(&corpus.join("sentences"), "").filter(is_for_tuning) {
        stories.entry(text(&row, "story").to_owned()).or_default().push(text(&row, "text").to_owned());
    }
    for (story, sentences) in stories.iter().filter(|(_, sentences)| sentences.len() >= ENOUGH) {
        add(story, true, SENTENCES, &sentences[..sentences.len().min(MOST)].join(" "));
    }
    let total = |of_work: bool| -> f64 {
        rows.iter().filter(|row| row.of_work == of_work).map(|row| row.importance).sum()
    };
    let each = NEUTRAL * total(true) / total(false);
    rows.iter_mut().filter(|row| !row.of_work).for_each(|row| row.importance = each);
    rows
}

/// The weight of each word; `<any>` is what is added once.
pub fn weights(corpus: &Path) -> BTreeMap<String, f64> {
    let rows = rows(corpus);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for word in rows.iter().flat_map(|row| &row.words) {
        *seen.entry(word).or_default() += 1;
    }
    let words: Vec<&str> = seen.iter().filter(|(_, n)| **n >= FEWEST).map(|(word, _)| *word).collect();
    let examples: Vec<Example> = rows
        .iter()
        .map(|row| {
            let known: Vec<usize> =
                row.words.iter().filter_map(|word| words.binary_search(&word.as_str()).ok()).collect();
            // As in `judge/register.rs`.
            let each = 1.0 / ((known.len() + 1) as f64).sqrt();
            let mut features: Vec<(usize, f64)> = known.into_iter().map(|word| (word, each)).collect();
            features.push((words.len(), 1.0));
            Example { features, positive: row.of_work, importance: row.importance }
        })
        .collect();
    let mut scales = vec![SCALE; words.len()];
    scales.push(30.0);
    let groups: Vec<u64> = rows.iter().map(|row| hash(&row.id)).collect();
    let held_out = logistic::held_out(&examples, &groups, &scales);
    let right = |of_work: bool| {
        let of: Vec<_> = rows
            .iter()
            .zip(&held_out)
            .filter(|(row, _)| row.of_work == of_work && row.importance >= 1.0)
            .collect();
        of.iter().filter(|(row, score)| (**score > 0.0) == row.of_work).count() as f64 / of.len() as f64
    };
    println!(
        "register: {} texts, {:.3} of answers and {:.3} of other prose right in {} held-out parts",
        rows.len(),
        right(true),
        right(false),
        logistic::FOLDS
    );
    let all: Vec<&Example> = examples.iter().collect();
    let fit = Fit::of(&all, &scales).weights;
    words.iter().copied().chain(["<any>"]).map(str::to_owned).zip(fit).collect()
}
