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
mod row;
mod sentence;
mod weights;
mod work;

pub(crate) use classes::{ClassSet, Classes};
pub(crate) use feature::{Feature, Who};
pub(crate) use leanings::Leanings;
pub(crate) use row::{Parts, Row, Weight};
pub(crate) use sentence::{Listener, Source, Statement};
pub(crate) use weights::Weights;
pub(crate) use work::{Said, WordsOfWork};

use crate::lexicon::WordId;
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
    /// How much it is situation, task, action, result, by its own features and those of its sentence.
    pub(crate) parts: Parts,
    /// How much it makes its neighbours each of them.
    pub(crate) around: Row,
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
    /// The number of this sentence, and of its first statement; the first of all is 1.
    sentence: u32,
    first: u32,
    /// What was told of this sentence.
    whole: Row,
    told: Vec<Told>,
    /// How each statement comes out by itself.
    alone: Vec<Balance>,
}

/// What was told of a statement.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    /// Each of its features once.
    own: Row,
    /// Those that were told of the sentence by it first.
    first: Row,
    /// What its features say of the statements beside it.
    around: Row,
}

impl<'a> Scales<'a> {
    fn of(weights: &'a Weights) -> Self {
        Scales {
            weights,
            counted: vec![(0, 0); weights.len()],
            sentence: 0,
            first: 1,
            whole: Row::default(),
            told: Vec::new(),
            alone: Vec::new(),
        }
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
        self.sentence += 1;
        self.whole = Row::default();
        self.told.clear();
        self.told.resize(statements.len(), Told::default());
        source.features(utterance, statements, hits, self);
        self.first += statements.len() as u32;
        let whole = self.whole.weight();
        let parts = whole.parts.map(|part| part * OF_SENTENCE);
        // What holds of every sentence is told with the first statement alone.
        let any = self.weights.any().statement;
        self.alone.clear();
        for (at, (statement, told)) in statements.iter().zip(&self.told).enumerate() {
            let Weight { statement: mut alone, parts: mut own, .. } = told.own.weight();
            if at > 0 {
                alone += any;
            }
            self.alone.push(alone);
            let mut share = told.first.weight().sentence;
            share += alone;
            add(&mut own, parts, 1.0);
            out.push(Weighed { statement: *statement, share, parts: own, around: told.around });
        }
        let mut sum = whole.sentence;
        sum += Balance {
            ownership: strongest(&self.alone, |balance| balance.ownership),
            coordination: strongest(&self.alone, |balance| balance.coordination),
        };
        sum
    }

    /// Counts a feature of a statement, unless it was counted.
    #[inline]
    fn count(&mut self, at: usize, number: u32) {
        let (sentence, statement) = &mut self.counted[number as usize];
        let here = self.first + at as u32;
        // What is new to the sentence is new to the statement.
        if std::mem::replace(statement, here) == here {
            return;
        }
        let row = self.weights.row(number);
        let told = &mut self.told[at];
        told.own.add(row);
        if let Some(beside) = self.weights.beside(number) {
            told.around.add(beside);
        }
        if std::mem::replace(sentence, self.sentence) != self.sentence {
            told.first.add(row);
            self.whole.add(row);
        }
    }
}

impl Listener for Scales<'_> {
    fn hear(&mut self, at: usize, feature: Feature) {
        if let Some(number) = self.weights.find(feature) {
            self.count(at, number);
        }
    }

    fn hear_said(&mut self, at: usize, who: Who, previous: WordId, id: WordId) {
        for number in self.weights.find_said(who, previous, id).into_iter().flatten() {
            self.count(at, number);
        }
    }
}

/// The strongest statement by itself, raised a little by others that come near it: the logarithm of the sum of their
/// exponentials, as in `examples/fit/pooled.rs`.
fn strongest(alone: &[Balance], side: impl Fn(&Balance) -> f32) -> f32 {
    if let [only] = alone {
        return side(only);
    }
    let most = alone.iter().map(&side).fold(f32::NEG_INFINITY, f32::max);
    most + alone.iter().map(|one| (side(one) - most).exp()).sum::<f32>().ln()
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
