//! Situation, task, action and result, statement by statement.
//!
//! The weighing says of each statement how much it is each of the parts, and how much it makes its neighbours so; its place in the
//! text and a few things that tell the parts from one another are added here. A part is there when the story is so much likelier with
//! it than without that it passes its bar, and of the parts that are there each statement gets the likeliest, in the order in
//! which parts follow one another.

mod charge;
mod label;
mod result;
mod task;
mod tells;
mod time;
mod turns;

use crate::check::{Part, Structure};
use crate::kinds::StarPart;
use crate::lexicon::{Pos, Vocabulary};
use crate::reading::Reading;
use crate::weighing::{self, Feature, Parts, Row, Statement, Weighed, Weighing, Weights};

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
    let scores = story.scores();
    let labels = label::labels(&scores, story.weights.bars(), Turns::builtin());
    let has = |part: StarPart| labels.contains(&part);
    let firsts: Vec<usize> =
        StarPart::ALL.iter().filter_map(|part| labels.iter().position(|label| label == part)).collect();
    let words = reading.count.max(1);
    let mut parts: Vec<Part> = Vec::new();
    for (Weighed { statement, .. }, label) in story.weighing.told().zip(&labels) {
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
    /// How much each statement is each part: what the weighing saw in it and in those beside it, and what is seen here.
    fn scores(&self) -> Vec<Parts> {
        let first = first_deed(self.weighing.told().map(|weighed| &weighed.statement));
        let mut scores: Vec<Parts> = Vec::with_capacity(self.weighing.statements.len());
        let mut before = Row::default();
        for (at, weighed) in self.weighing.told().enumerate() {
            let (mut parts, mut around) = (weighed.parts, weighed.around);
            self.see(&weighed.statement, at as isize - first as isize, &mut parts, &mut around);
            weighing::add(&mut parts, before.after(), 1.0);
            if let Some(last) = scores.last_mut() {
                weighing::add(last, around.before(), 1.0);
            }
            scores.push(parts);
            before = around;
        }
        scores
    }

    /// Adds what is seen here of a statement, each thing once.
    fn see(&self, statement: &Statement, since: isize, parts: &mut Parts, around: &mut Row) {
        let mut seen = 0u64;
        tells(self.reading, self.vocabulary, statement, since, |feature| {
            if let Feature::Tells(number) = feature {
                let again = seen & 1 << number != 0;
                seen |= 1 << number;
                if again {
                    return;
                }
            }
            if let Some(number) = self.weights.find(feature) {
                weighing::add(parts, self.weights.at(number).parts, 1.0);
                if let Some(beside) = self.weights.beside(number) {
                    around.add(beside);
                }
            }
        });
    }
}

pub(crate) use tells::{first_deed, tells};
use turns::Turns;
