//! Weighs each sentence: how much of it claims ownership, and how much is coordination.
//!
//! Rules propose the words to mark; the weighing decides whether the sentence as a whole bears them out. It adds up readable
//! features (who does a deed of which class to which kind of thing, beside which grounds) with weights that
//! `cargo xtask phrasing-fit` fitted on the tuning half of the labelled corpus. The features of each statement are added up by
//! themselves too, and the strongest statement speaks for the sentence, so that a long one does not lose the claim in its
//! middle among everything else that it says. Nothing is hidden: [`crate::Checker::explain`] prints
//! the features of a sentence with their weights.

mod classes;
mod feature;
mod leanings;
mod sentence;
mod weights;
mod work;

pub(crate) use classes::{ClassSet, Classes};
pub(crate) use feature::{Feature, Who};
pub(crate) use leanings::Leanings;
pub(crate) use sentence::{Source, Statement};
pub(crate) use weights::{Around, Parts, Weight, Weights};
pub(crate) use work::{Said, WordsOfWork};

use crate::reading::Utterance;
use crate::rules::Hit;

/// How something comes out, in log-odds: above 0 the label holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Balance {
    pub(crate) ownership: f32,
    pub(crate) coordination: f32,
}

impl std::ops::AddAssign for Balance {
    fn add_assign(&mut self, other: Balance) {
        self.ownership += other.ownership;
        self.coordination += other.coordination;
    }
}

impl std::iter::Sum for Balance {
    fn sum<I: Iterator<Item = Balance>>(all: I) -> Balance {
        let mut sum = Balance::default();
        all.for_each(|one| sum += one);
        sum
    }
}

/// A statement with its share of the sentence's balance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) statement: Statement,
    pub(crate) share: Balance,
    /// How it comes out by itself.
    alone: Balance,
    /// How much it is situation, task, action, result, by its own features and those of its sentence.
    pub(crate) parts: Parts,
    /// How much it makes its neighbours each of them.
    pub(crate) around: Around,
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
    /// The statements that have words, in order.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Weighed> {
        self.statements.iter().filter(|weighed| weighed.statement.from < weighed.statement.to)
    }

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
    let mut scales = Scales::of(weights);
    let mut statements = Vec::new();
    let mut as_own = Vec::new();
    let mut at = 0;
    for utterance in &source.reading.utterances {
        let from = at;
        while hits.get(at).is_some_and(|hit| hit.from < utterance.to) {
            at += 1;
        }
        source.statements(utterance, &mut statements);
        let start = weighing.statements.len();
        weighing.starts.push(start);
        let sum = scales.weigh(source, utterance, &statements, &hits[from..at], &mut weighing.statements);
        weighing.sentences.push(sum);
        let together = statements.iter().any(|statement| statement.who == Who::We);
        weighing.shared.push(
            together && sum.ownership <= 0.0 && {
                let own = Source { as_own: true, ..*source };
                own.statements(utterance, &mut statements);
                as_own.clear();
                // Rules are left out: most of them ask for "I".
                scales.weigh(&own, utterance, &statements, &[], &mut as_own).ownership > 0.0
            },
        );
    }
    weighing.starts.push(weighing.statements.len());
    weighing
}

/// Adds up weights, each feature once for a sentence and once for each statement.
struct Scales<'a> {
    weights: &'a Weights,
    /// By feature: for which sentence, and for which statement, it was counted last.
    counted: Vec<(u32, u32)>,
    /// Sentences and statements so far; the first is 1.
    sentences: u32,
    statements: u32,
}

impl<'a> Scales<'a> {
    fn of(weights: &'a Weights) -> Self {
        Scales { weights, counted: vec![(0, 0); weights.len()], sentences: 0, statements: 0 }
    }

    /// Weighs a sentence, and adds its statements to `out`.
    fn weigh(
        &mut self,
        source: &Source,
        utterance: &Utterance,
        statements: &[Statement],
        hits: &[Hit],
        out: &mut Vec<Weighed>,
    ) -> Balance {
        let start = out.len();
        // What holds of every sentence is told with the first statement alone.
        let any = self.weights.any().statement;
        out.extend(statements.iter().enumerate().map(|(at, statement)| Weighed {
            statement: *statement,
            share: Balance::default(),
            alone: if at == 0 { Balance::default() } else { any },
            parts: Parts::default(),
            around: Around::default(),
        }));
        self.sentences += 1;
        let first = self.statements + 1;
        self.statements += statements.len() as u32;
        let mut sum = Balance::default();
        let mut parts = Parts::default();
        source.features(utterance, statements, hits, |at, feature| {
            let Some(index) = self.weights.find(feature) else { return };
            let weight = self.weights.at(index);
            let weighed = &mut out[start + at];
            let (sentence, statement) = &mut self.counted[index as usize];
            let here = first + at as u32;
            if std::mem::replace(statement, here) != here {
                add(&mut weighed.parts, weight.parts, 1.0);
                if let Some(around) = self.weights.around(&weight) {
                    weighed.around.add(around);
                }
                weighed.alone += weight.statement;
            }
            if std::mem::replace(sentence, self.sentences) != self.sentences {
                add(&mut parts, weight.parts, OF_SENTENCE);
                sum += weight.sentence;
                weighed.share += weight.sentence;
            }
        });
        let own = &mut out[start..];
        sum += Balance {
            ownership: strongest(own, |balance| balance.ownership),
            coordination: strongest(own, |balance| balance.coordination),
        };
        for weighed in own {
            add(&mut weighed.parts, parts, 1.0);
            weighed.share += weighed.alone;
        }
        sum
    }
}

/// The strongest statement by itself, raised a little by others that come near it: the logarithm of the sum of their
/// exponentials, as in `examples/fit/pooled.rs`.
fn strongest(statements: &[Weighed], side: impl Fn(Balance) -> f32) -> f32 {
    let most = statements.iter().map(|weighed| side(weighed.alone)).fold(f32::NEG_INFINITY, f32::max);
    most + statements.iter().map(|weighed| (side(weighed.alone) - most).exp()).sum::<f32>().ln()
}

/// How much of [`strongest`] is each statement's, between 0 and 1 for either side.
pub(crate) fn shares(alone: &[Balance]) -> Vec<Balance> {
    let of = |side: fn(&Balance) -> f32| -> Vec<f32> {
        let most = alone.iter().map(side).fold(f32::NEG_INFINITY, f32::max);
        let total: f32 = alone.iter().map(|one| (side(one) - most).exp()).sum();
        alone.iter().map(|one| (side(one) - most).exp() / total).collect()
    };
    let ownership = of(|balance| balance.ownership);
    let coordination = of(|balance| balance.coordination);
    ownership
        .into_iter()
        .zip(coordination)
        .map(|(ownership, coordination)| Balance { ownership, coordination })
        .collect()
}
