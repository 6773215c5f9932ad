//! What makes a statement situation, task, action or result, and the bars that each has to pass in a story.

use std::collections::BTreeMap;
use std::path::Path;

use phrasing::{Checker, Input, Observed};

use super::chain::{ASIDE, Chain, LABELS, PARTS, Told};
use super::claims::scale;
use super::logistic;
use super::texts::{hash, is_for_tuning, read_all, text};

/// The letters of the parts in the corpus, in the order of the weights.
const LETTERS: [&str; PARTS] = ["S", "T", "A", "R"];
/// A feature that fewer statements show is left out.
const FEWEST: usize = 3;
/// What a feature of the whole sentence counts beside one of the statement: `weighing::OF_SENTENCE`.
const OF_SENTENCE: f64 = 0.6;

/// What the statement before or after shows is named so, and then as it is there.
const BESIDE: [&str; 2] = ["after ", "before "];
/// Beside the priors of claims: a story learns each of its parts twice, as statements and as a whole.
const CLOSER: f64 = 0.7;
/// The standard deviation of the prior of what is beside.
const SCALE_BESIDE: f64 = 0.28;

/// What a feature adds to each part of its own statement, of the one before and of the one after.
#[derive(Default, Clone)]
pub struct PartWeights {
    pub own: [f64; PARTS],
    pub before: [f64; PARTS],
    pub after: [f64; PARTS],
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
    has: [bool; PARTS],
    statements: Vec<Statement>,
}

impl Story {
    /// Whether it is known of each statement which part it is.
    fn is_cut(&self) -> bool {
        self.statements.iter().all(|statement| statement.part.is_some())
    }

    /// Its features by their places among `names`, which are in order.
    fn told(&self, names: &[&str]) -> Told {
        let numbered = |statement: &Statement| {
            let place = |name: &String| names.binary_search(&name.as_str()).ok();
            statement.features.iter().filter_map(|(name, much)| Some((place(name)?, *much))).collect()
        };
        let label = |statement: &Statement| {
            LETTERS.iter().position(|letter| statement.part.as_deref() == Some(letter)).unwrap_or(ASIDE)
        };
        Told {
            statements: self.statements.iter().map(numbered).collect(),
            labels: self.is_cut().then(|| self.statements.iter().map(label).collect()),
            has: self.has,
        }
    }
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

/// What each feature adds to each part, beside an aside; `bar` holds what a part has to pass. And what one part says of the next: from
/// the beginning, and then from each part and from an aside.
pub fn weights(corpus: &Path) -> (BTreeMap<String, PartWeights>, Vec<[f64; LABELS]>) {
    let stories = stories(corpus);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for statement in stories.iter().filter(|story| story.is_cut()).flat_map(|story| &story.statements) {
        for (name, much) in &statement.features {
            *seen.entry(name).or_default() += usize::from(*much >= 1.0);
        }
    }
    let names: Vec<&str> = seen.iter().filter(|(_, n)| **n >= FEWEST).map(|(name, _)| *name).collect();
    let beside = |name: &str| BESIDE.iter().position(|which| name.starts_with(which));
    let scales: Vec<f64> = names
        .iter()
        .map(|name| if beside(name).is_some() { SCALE_BESIDE } else { CLOSER * scale(name) })
        .collect();
    let told: Vec<Told> = stories.iter().map(|story| story.told(&names)).collect();
    let groups: Vec<u64> = stories.iter().map(|story| hash(&story.id)).collect();
    let without = |others: &[usize]| {
        let others: Vec<&Told> = others.iter().map(|at| &told[*at]).collect();
        Chain::of(&others, &scales)
    };
    let there = |chain: &Chain, at: usize| {
        let scores = chain.scores(&told[at]);
        std::array::from_fn(|part| chain.there(&scores, part))
    };
    let held_out: Vec<[f64; PARTS]> = logistic::in_parts(&groups, without, there);
    let chain = Chain::of(&told.iter().collect::<Vec<_>>(), &scales);
    let mut weights: BTreeMap<String, PartWeights> = BTreeMap::new();
    for (name, row) in names.iter().zip(&chain.weights) {
        let row = std::array::from_fn(|part| row[part] - row[ASIDE]);
        match beside(name) {
            Some(which) => {
                let of = weights.entry(name[BESIDE[which].len()..].to_owned()).or_default();
                *(if which == 0 { &mut of.after } else { &mut of.before }) = row;
            }
            None => weights.entry((*name).to_owned()).or_default().own = row,
        }
    }
    let bars = PartWeights { own: bars(&stories, &held_out), ..PartWeights::default() };
    weights.insert("bar".to_owned(), bars);
    (weights, std::iter::once(chain.start).chain(chain.turns).collect())
}

/// What each part has to pass.
fn bars(stories: &[Story], scores: &[[f64; PARTS]]) -> [f64; PARTS] {
    std::array::from_fn(|part| {
        let told: Vec<(f64, bool)> = stories
            .iter()
            .zip(scores)
            .filter(|(story, _)| !story.statements.is_empty())
            .map(|(story, scores)| (scores[part], story.has[part]))
            .collect();
        let (bar, right) = bar(&told);
        println!(
            "{}: {right:.3} of {} stories right in {} held-out parts at {bar:.2}",
            LETTERS[part],
            told.len(),
            logistic::FOLDS
        );
        bar
    })
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
