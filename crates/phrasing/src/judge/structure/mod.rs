//! Situation, task, action and result, statement by statement.
//!
//! The weighing says of each statement how much it is each of the parts; its place in the text and a few things that tell the parts
//! from one another are added here. A part is there when its statements together pass its bar, and of the parts that are there each
//! statement gets the likeliest, where going on with the same part is likelier than going to another.

mod label;
mod result;
mod task;
mod tells;
mod time;

use crate::check::{Part, Structure};
use crate::kinds::StarPart;
use crate::lexicon::{Pos, Vocabulary};
use crate::reading::Reading;
use crate::weighing::{self, Feature, Parts, Statement, Weighing, Weights};

/// What the parts are found in.
pub(crate) struct Story<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) weights: &'a Weights,
    pub(crate) weighing: &'a Weighing,
}

/// Finds the parts of the story.
pub(crate) fn structure(story: &Story) -> Structure {
    let reading = story.reading;
    let statements: Vec<(Statement, Parts)> = story
        .weighing
        .statements
        .iter()
        .filter(|weighed| weighed.statement.from < weighed.statement.to)
        .map(|weighed| (weighed.statement, story.parts(&weighed.statement, weighed.parts)))
        .collect();
    let scores: Vec<Parts> = statements.iter().map(|(_, parts)| *parts).collect();
    let labels = label::labels(&scores, story.weights.bars());
    let has = |part: StarPart| labels.contains(&part);
    let firsts: Vec<usize> =
        StarPart::ALL.iter().filter_map(|part| labels.iter().position(|label| label == part)).collect();
    let words = reading.count.max(1);
    let mut parts: Vec<Part> = Vec::new();
    for ((statement, _), label) in statements.iter().zip(&labels) {
        let span = reading.span(statement.from, statement.to);
        let size = (statement.from..statement.to).filter(|i| !reading.is(*i, Pos::Punctuation)).count();
        match parts.last_mut().filter(|part| part.part == *label) {
            Some(part) => {
                part.span.end = span.end.max(part.span.end);
                part.words += size;
            }
            None => parts.push(Part { part: *label, span, words: size, share: 0.0 }),
        }
    }
    for part in &mut parts {
        part.share = (part.words as f32 / words as f32).min(1.0);
    }
    Structure {
        situation: has(StarPart::Situation),
        task: has(StarPart::Task),
        action: has(StarPart::Action),
        result: has(StarPart::Result),
        in_order: firsts.windows(2).all(|pair| pair[0] <= pair[1]),
        opens_with_point: matches!(labels.first(), Some(StarPart::Action | StarPart::Result)),
        ends_with_result: labels.last() == Some(&StarPart::Result),
        parts,
    }
}

impl Story<'_> {
    /// How much a statement is each part, with what is seen here added to what the weighing saw.
    fn parts(&self, statement: &Statement, mut parts: Parts) -> Parts {
        let mut seen = 0u32;
        tells(self.reading, self.vocabulary, statement, |feature| {
            if let Feature::Tells(number) = feature {
                let again = seen & 1 << number != 0;
                seen |= 1 << number;
                if again {
                    return;
                }
            }
            if let Some(number) = self.weights.find(feature) {
                weighing::add(&mut parts, self.weights.at(number).parts, 1.0);
            }
        });
        parts
    }
}

pub(crate) use tells::tells;
