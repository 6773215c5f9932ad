//! What makes a statement situation, task, action or result, and the bars that each has to pass in a story.

use std::collections::BTreeMap;
use std::path::Path;

use phrasing::{Checker, Input, Observed};

use super::claims::scale;
use super::logistic::{self, Example, Fit};
use super::texts::{hash, is_for_tuning, read_all, text};

/// The letters of the parts in the corpus, in the order of the weights.
const LETTERS: [&str; 4] = ["S", "T", "A", "R"];
/// A feature that fewer statements show is left out.
const FEWEST: usize = 3;
/// What a feature of the whole sentence counts beside one of the statement: `weighing::OF_SENTENCE`.
const OF_SENTENCE: f64 = 0.6;

/// What the statement before or after shows is named so, and then as it is there.
const BESIDE: [&str; 2] = ["after ", "before "];
/// The standard deviation of the prior of what is beside.
const SCALE_BESIDE: f64 = 0.4;

/// What a feature adds to each part of its own statement, of the one before and of the one after.
#[derive(Default, Clone)]
pub struct PartWeights {
    pub own: [f64; 4],
    pub before: [f64; 4],
    pub after: [f64; 4],
}

/// One statement of a text.
struct Statement {
    features: BTreeMap<String, f64>,
    /// The letter of its part, where it is known.
    part: Option<String>,
}

/// A text with the parts that it has.
struct Story {
    id: String,
    has: [bool; 4],
    statements: Vec<Statement>,
}

fn stories(corpus: &Path) -> Vec<Story> {
    let told = read_all(&corpus.join("parts"), "").filter(is_for_tuning).map(|row| {
        let mut whole = String::new();
        let mut places = Vec::new();
        for part in row["parts"].as_array().into_iter().flatten() {
            let (letter, said) = (part[0].as_str().unwrap_or("-"), part[1].as_str().unwrap_or_default());
            if !whole.is_empty() {
                whole.push(' ');
            }
            let from = whole.len();
            whole.push_str(said);
            places.push((from, whole.len(), letter.to_owned()));
        }
        let has = LETTERS.map(|letter| places.iter().any(|(_, _, part)| part == letter));
        Story { id: text(&row, "id").to_owned(), has, statements: statements(&whole, &places) }
    });
    let labelled = read_all(corpus, "structure").filter(is_for_tuning).map(|row| Story {
        id: text(&row, "id").to_owned(),
        has: ["situation", "task", "action", "result"].map(|part| row[part] == true),
        statements: statements(text(&row, "text"), &[]),
    });
    told.chain(labelled).collect()
}

/// The statements of a text, each with the part in which most of it lies.
fn statements(text: &str, places: &[(usize, usize, String)]) -> Vec<Statement> {
    let mut seen = Checker::builtin().observations(&Input::typed(text));
    seen.retain(|statement| statement.span.start < statement.span.end);
    seen.iter()
        .enumerate()
        .map(|(at, statement)| {
            let mut features: BTreeMap<String, f64> = BTreeMap::new();
            for other in seen.iter().filter(|other| other.sentence == statement.sentence) {
                for name in &other.features {
                    features.insert(name.clone(), OF_SENTENCE);
                }
            }
            for name in &statement.features {
                *features.entry(name.clone()).or_default() += 1.0;
            }
            for name in &statement.of_parts {
                features.insert(name.clone(), 1.0);
            }
            let neighbours = [at.checked_sub(1).and_then(|at| seen.get(at)), seen.get(at + 1)];
            for (which, neighbour) in BESIDE.into_iter().zip(neighbours) {
                for name in neighbour.into_iter().flat_map(told_beside) {
                    features.insert(format!("{which}{name}"), 1.0);
                }
            }
            let mut shares: BTreeMap<&str, usize> = BTreeMap::new();
            for (from, to, part) in places {
                let (from, to) = (statement.span.start.max(*from), statement.span.end.min(*to));
                *shares.entry(part).or_default() += to.saturating_sub(from);
            }
            let part = shares.iter().max_by_key(|(_, share)| **share).map(|(part, _)| (*part).to_owned());
            Statement { features, part }
        })
        .collect()
}

/// What a statement shows that may say something of those beside it: everything but places, pairs of words and whose words they are,
/// which are many and would be learned by heart.
fn told_beside(statement: &Observed) -> impl Iterator<Item = &String> {
    let told = |name: &&String| {
        !name.contains(['&', '@']) && !name.starts_with("place ") && !name.starts_with("since ")
    };
    statement.features.iter().chain(&statement.of_parts).filter(told)
}

/// What each feature adds to each part; `bar` holds what a part has to pass.
pub fn weights(corpus: &Path) -> BTreeMap<String, PartWeights> {
    let stories = stories(corpus);
    let known = |story: &&Story| story.statements.iter().any(|statement| statement.part.is_some());
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for statement in stories.iter().filter(known).flat_map(|story| &story.statements) {
        for (name, much) in &statement.features {
            *seen.entry(name).or_default() += usize::from(*much >= 1.0);
        }
    }
    let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= FEWEST).map(|(name, _)| *name).collect();
    let beside = |name: &str| BESIDE.iter().position(|which| name.starts_with(which));
    let scales: Vec<f64> =
        names.iter().map(|name| if beside(name).is_some() { SCALE_BESIDE } else { scale(name) }).collect();
    let example = |statement: &Statement, letter: &str| Example {
        features: statement
            .features
            .iter()
            .filter_map(|(name, much)| Some((names.binary_search(&name.as_str()).ok()?, *much)))
            .collect(),
        positive: statement.part.as_deref() == Some(letter),
        importance: 1.0,
    };
    let mut weights: BTreeMap<String, PartWeights> = BTreeMap::new();
    // By story and statement: the scores of each part, by weights that were fitted without the story.
    let mut scores: Vec<Vec<[f64; 4]>> =
        stories.iter().map(|story| vec![[0.0; 4]; story.statements.len()]).collect();
    for (part, letter) in LETTERS.into_iter().enumerate() {
        let mut examples = Vec::new();
        let mut groups = Vec::new();
        for story in stories.iter().filter(known) {
            examples.extend(story.statements.iter().map(|statement| example(statement, letter)));
            groups.resize(examples.len(), hash(&story.id));
        }
        let held_out = logistic::held_out(&examples, &groups, &scales);
        let all: Vec<&Example> = examples.iter().collect();
        let fit = Fit::of(&all, &scales);
        let mut next = held_out.iter();
        for (story, scores) in stories.iter().zip(&mut scores) {
            let known = known(&story);
            for (statement, scores) in story.statements.iter().zip(scores) {
                scores[part] = if known {
                    next.next().copied().unwrap_or_default()
                } else {
                    fit.score(&example(statement, letter))
                };
            }
        }
        println!("{letter}: {} statements", examples.len());
        for (name, weight) in names.iter().zip(&fit.weights) {
            match beside(name) {
                Some(which) => {
                    let of = weights.entry(name[BESIDE[which].len()..].to_owned()).or_default();
                    let side = if which == 0 { &mut of.after } else { &mut of.before };
                    side[part] = *weight;
                }
                None => weights.entry((*name).to_owned()).or_default().own[part] = *weight,
            }
        }
    }
    let bars = PartWeights { own: bars(&stories, &scores), ..PartWeights::default() };
    weights.insert("bar".to_owned(), bars);
    weights
}

/// What each part has to pass.
fn bars(stories: &[Story], scores: &[Vec<[f64; 4]>]) -> [f64; 4] {
    let mut bars = [0.0; 4];
    for (part, letter) in LETTERS.into_iter().enumerate() {
        let told: Vec<(f64, bool)> = stories
            .iter()
            .zip(scores)
            .filter(|(_, scores)| !scores.is_empty())
            .map(|(story, scores)| (there_is(scores, part), story.has[part]))
            .collect();
        let (bar, right) = bar(&told);
        println!(
            "{letter}: {right:.3} of {} stories right in {} held-out parts at {bar:.2}",
            told.len(),
            logistic::FOLDS
        );
        bars[part] = bar;
    }
    bars
}

/// As in `judge/structure/label.rs`.
const GOES_ON: f64 = 1.5;
const CAUTION: f64 = 0.7;

/// How much a part is there: as in `judge/structure/label.rs`.
fn there_is(scores: &[[f64; 4]], part: usize) -> f64 {
    let needed = || ways(scores, None) - ways(scores, Some(part));
    match LETTERS[part] {
        "S" => needed(),
        "T" => (needed() + together(scores, part)) / 2.0,
        _ => together(scores, part),
    }
}

fn together(scores: &[[f64; 4]], part: usize) -> f64 {
    let most = scores.iter().map(|score| score[part]).fold(f64::NEG_INFINITY, f64::max);
    most + scores.iter().map(|score| (2.0 * (score[part] - most)).exp()).sum::<f64>().ln() / 2.0
}

fn ways(scores: &[[f64; 4]], but: Option<usize>) -> f64 {
    let staying = GOES_ON.exp() - 1.0;
    let (mut odds, mut sum) = ([0.25; 4], 0.0);
    for score in scores {
        for part in 0..odds.len() {
            let here = if but == Some(part) { 0.0 } else { (CAUTION * score[part]).exp() };
            odds[part] = (1.0 + staying * odds[part]) * here;
        }
        let total: f64 = odds.iter().sum();
        odds.iter_mut().for_each(|odd| *odd /= total);
        sum += total.ln();
    }
    sum
}

/// The bar above which a part is there, and the share of stories that it tells right: the one at which a part is missed as often as it
/// is wrongly seen, so that as many stories have it as should.
fn bar(told: &[(f64, bool)]) -> (f64, f64) {
    let count =
        |wrong: &dyn Fn(f64, bool) -> bool| told.iter().filter(|(score, has)| wrong(*score, *has)).count();
    let faults = |bar: f64| {
        let missed = count(&|score, has| has && score <= bar);
        let wrongly_seen = count(&|score, has| !has && score > bar);
        (missed, wrongly_seen)
    };
    let tried: Vec<(f64, usize)> = (-400..=800)
        .map(|step| f64::from(step) * 0.01)
        .map(|bar| (bar, faults(bar)))
        .map(|(bar, (missed, wrongly_seen))| (bar, missed.abs_diff(wrongly_seen)))
        .collect();
    let least = tried.iter().map(|(_, apart)| *apart).min().unwrap_or(0);
    // The middle of those that are as good, so that one story more or less does not move it.
    let near: Vec<f64> = tried.iter().filter(|(_, apart)| *apart == least).map(|(bar, _)| *bar).collect();
    let bar = near.iter().sum::<f64>() / near.len() as f64;
    let (missed, wrongly_seen) = faults(bar);
    (bar, 1.0 - (missed + wrongly_seen) as f64 / told.len().max(1) as f64)
}
