//! Fits what is in `weights.txt`, `turns.txt`, `dimensions.txt` and `register.txt` of `lexicon/` on the tuning half of the corpus.
//!
//! `cargo xtask phrasing-fit`, or `cargo run -p phrasing --release --example fit`. The same corpus, rules and classes always give
//! the same files. The test half is never read.
//!
//! - [`chain`] what parts the statements of a story are, all of them together
//! - [`claims`] what makes a sentence ownership or coordination
//! - [`dimensions`] which dimension a claim is about
//! - [`parts`] what makes a statement situation, task, action or result
//! - [`register`] what makes a text speak of work

mod chain;
mod claims;
mod dimensions;
mod logistic;
mod parts;
mod pooled;
mod register;
#[path = "../report/roughen.rs"]
mod roughen;
mod texts;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use parts::PartWeights;

/// Weights of claims smaller than this for both labels are left out: together they move hardly any sentence.
const SMALLEST: f64 = 0.08;
/// The same for the parts of a story.
const SMALLEST_OF_PARTS: f64 = 0.05;

/// The same for the dimension of a claim.
const SMALLEST_OF_DIMENSIONS: f64 = 0.15;

const MADE: &str =
    "# Made by `cargo xtask phrasing-fit` from the tuning half of corpus/; not to be edited.\n";

fn tells_dimensions(weight: &f64) -> bool {
    weight.abs() >= SMALLEST_OF_DIMENSIONS
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("corpus");
    let claims = claims::weights(&corpus);
    let (parts, turns) = parts::weights(&corpus);
    let mut leanings = dimensions::weights(&corpus);
    leanings.retain(|_, weights| weights.iter().any(tells_dimensions));
    let mut file = String::from(MADE);
    file.push_str(
        "# What each feature adds to ownership and to coordination, in log-odds, as one of the sentence; where it matters, as one of\n\
         # its statement by itself; and where it matters, to being situation, task, action and result, and to the statements before\n\
         # and after being so. So there are two, four, six, eight or sixteen figures before the name. Names:\n\
         # src/weighing/feature.rs.\n",
    );
    let names: BTreeSet<&String> = claims.keys().chain(parts.keys()).chain(leanings.keys()).collect();
    let mut kept = 0;
    for name in &names {
        let mut claim = claims.get(*name).copied().unwrap_or_default();
        let PartWeights { own: part, before, after } = parts.get(*name).cloned().unwrap_or_default();
        let matters = |weights: &[f64], least: f64| weights.iter().any(|weight| weight.abs() >= least);
        let around = [before, after].concat();
        let has_around = matters(&around, SMALLEST_OF_PARTS);
        let has_statement = has_around || matters(&claim.statement, SMALLEST);
        let has_part = has_around || matters(&part, SMALLEST_OF_PARTS);
        if !matters(&claim.sentence, SMALLEST) {
            claim.sentence = Default::default();
            // What tells dimensions apart needs a number.
            if !has_statement && !has_part && !leanings.contains_key(*name) {
                continue;
            }
        }
        let numbers = claim
            .sentence
            .iter()
            .chain(claim.statement.iter().filter(|_| has_statement))
            .chain(part.iter().filter(|_| has_part))
            .chain(around.iter().filter(|_| has_around));
        for number in numbers {
            let _ = match number.abs() < 0.005 {
                true => write!(file, "0 "),
                false => write!(file, "{number:.2} "),
            };
        }
        let _ = writeln!(file, "{name}");
        kept += 1;
    }
    std::fs::write(root.join("lexicon/weights.txt"), file).expect("weights.txt can be written");
    println!("{kept} of {} features kept", names.len());

    let mut file = String::from(MADE);
    file.push_str(
        "# How likely, in log-odds, a statement is situation, task, action, result or an aside: as the first, and then after each of\n\
         # these. How they are added up: src/judge/structure/label.rs.\n",
    );
    for (before, turn) in ["first", "situation", "task", "action", "result", "aside"].iter().zip(&turns) {
        for odds in turn {
            let _ = write!(file, "{odds:.2} ");
        }
        let _ = writeln!(file, "{before}");
    }
    std::fs::write(root.join("lexicon/turns.txt"), file).expect("turns.txt can be written");

    let mut file = String::from(MADE);
    file.push_str(
        "# What each feature adds, in log-odds, to a claim's being about a dimension, behind the dimension's place in\n\
         # `Dimension::ALL`; for claims of the other side than the senior one, 7 more.\n",
    );
    for (name, weights) in &leanings {
        for (place, weight) in weights.iter().enumerate().filter(|(_, weight)| tells_dimensions(weight)) {
            let _ = write!(file, "{place}:{weight:.2} ");
        }
        let _ = writeln!(file, "{name}");
    }
    std::fs::write(root.join("lexicon/dimensions.txt"), file).expect("dimensions.txt can be written");

    let words = register::weights(&corpus);
    let mut file = String::from(MADE);
    file.push_str(
        "# What each word adds to a text's speaking of work. How they are added up: src/judge/register.rs.\n",
    );
    for (word, weight) in &words {
        let _ = writeln!(file, "{weight:.2} {word}");
    }
    std::fs::write(root.join("lexicon/register.txt"), file).expect("register.txt can be written");
}
