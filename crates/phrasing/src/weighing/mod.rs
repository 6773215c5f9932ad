//! Weighs each sentence: how much of it claims ownership, and how much is coordination.
//!
//! Rules propose the words to mark; the weighing decides whether the sentence as a whole bears them out. It adds up readable
//! features (who does a deed of which class to which kind of thing, beside which grounds) with weights that
//! `cargo xtask phrasing-fit` fitted on the tuning half of the labelled corpus. Nothing is hidden: [`crate::Checker::explain`] prints
//! the features of a sentence with their weights.

mod classes;
mod feature;
mod sentence;
mod weights;
mod work;

pub(crate) use classes::{ClassSet, Classes};
pub(crate) use feature::{Feature, Who};
pub(crate) use sentence::{Source, Statement};
pub(crate) use weights::{Parts, Weights};
pub(crate) use work::{Said, WordsOfWork};

use crate::rules::Hit;

/// How something comes out, in log-odds: above 0 the label holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Balance {
    pub(crate) ownership: f32,
    pub(crate) coordination: f32,
}

/// A statement with its share of the sentence's balance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) statement: Statement,
    pub(crate) share: Balance,
    /// How much it is situation, task, action, result, by its own features and those of its sentence.
    pub(crate) parts: Parts,
}

/// Every sentence of a text on the scales.
#[derive(Debug, Default)]
pub(crate) struct Weighing {
    /// By utterance.
    pub(crate) sentences: Vec<Balance>,
    /// All statements, in order.
    pub(crate) statements: Vec<Weighed>,
    /// By utterance: whether "we" do there what would be a claim if "I" did it.
    pub(crate) shared: Vec<bool>,
    /// By utterance: where its statements begin; one more at the end.
    starts: Vec<usize>,
}

impl Weighing {
    /// The statements of one utterance.
    pub(crate) fn of(&self, utterance: usize) -> &[Weighed] {
        match (self.starts.get(utterance), self.starts.get(utterance + 1)) {
            (Some(from), Some(to)) => &self.statements[*from..*to],
            _ => &[],
        }
    }
}

/// What a feature of the whole sentence counts for the part of a story that a statement is, beside one of its own.
/// `examples/fit/parts.rs` has to say the same.
const OF_SENTENCE: f32 = 0.6;

pub(crate) fn add(sum: &mut Parts, parts: Parts, times: f32) {
    for (sum, part) in sum.iter_mut().zip(parts) {
        *sum += part * times;
    }
}

/// Weighs every sentence. `hits` are in the order of the text.
pub(crate) fn weigh(source: &Source, weights: &Weights, hits: &[Hit]) -> Weighing {
    let mut weighing = Weighing::default();
    let mut statements = Vec::new();
    // In which sentence a feature was last counted: each counts once.
    let mut counted = vec![u32::MAX; weights.len()];
    // The same for statements, which are numbered through the text.
    let mut counted_in = vec![u32::MAX; weights.len()];
    let mut at = 0;
    for (number, utterance) in source.reading.utterances.iter().enumerate() {
        let from = at;
        while hits.get(at).is_some_and(|hit| hit.from < utterance.to) {
            at += 1;
        }
        source.statements(utterance, &mut statements);
        let start = weighing.statements.len();
        weighing.starts.push(start);
        weighing.statements.extend(statements.iter().map(|statement| Weighed {
            statement: *statement,
            share: Balance::default(),
            parts: Parts::default(),
        }));
        let mut sum = Balance::default();
        let mut parts = Parts::default();
        source.features(utterance, &statements, &hits[from..at], |statement, feature| {
            let Some(index) = weights.find(feature) else { return };
            let weight = weights.at(index);
            let here = (start + statement) as u32;
            if std::mem::replace(&mut counted_in[index as usize], here) != here {
                add(&mut weighing.statements[start + statement].parts, weight.parts, 1.0);
            }
            if std::mem::replace(&mut counted[index as usize], number as u32) == number as u32 {
                return;
            }
            add(&mut parts, weight.parts, OF_SENTENCE);
            sum.ownership += weight.ownership;
            sum.coordination += weight.coordination;
            let share = &mut weighing.statements[start + statement].share;
            share.ownership += weight.ownership;
            share.coordination += weight.coordination;
        });
        for weighed in &mut weighing.statements[start..] {
            add(&mut weighed.parts, parts, 1.0);
        }
        weighing.sentences.push(sum);
        let together = statements.iter().any(|statement| statement.who == Who::We);
        weighing.shared.push(
            together && sum.ownership <= 0.0 && {
                let alone = Source { as_own: true, ..*source };
                let mut ownership = 0.0;
                alone.statements(utterance, &mut statements);
                // Rules are left out: most of them ask for "I".
                alone.features(utterance, &statements, &[], |_, feature| {
                    let Some(index) = weights.find(feature) else { return };
                    if std::mem::replace(&mut counted[index as usize], u32::MAX - 1 - number as u32)
                        != u32::MAX - 1 - number as u32
                    {
                        ownership += weights.at(index).ownership;
                    }
                });
                ownership > 0.0
            },
        );
    }
    weighing.starts.push(weighing.statements.len());
    weighing
}
