//! The fitted weights, laid out for look-ups in constant time.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::{Balance, Classes, Feature};
use crate::lexicon::{Vocabulary, WordHasher, WordId};

/// What one feature adds, in log-odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weight {
    /// To the sentence.
    pub(crate) sentence: Balance,
    /// To its statement by itself.
    pub(crate) statement: Balance,
    /// To being situation, task, action, result.
    pub(crate) parts: Parts,
    /// The number of what it adds to the statements beside its own; [`ALONE`] when nothing.
    around: u32,
}

/// A feature that says nothing about the statements beside its own.
const ALONE: u32 = u32::MAX;

/// Log-odds of being situation, task, action, result.
pub(crate) type Parts = [f32; 4];

/// What a feature adds to the parts of the statements beside its own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Around {
    /// To the statement before.
    pub(crate) before: Parts,
    /// To the statement after.
    pub(crate) after: Parts,
}

impl Default for Weight {
    fn default() -> Self {
        let none = Balance::default();
        Weight { sentence: none, statement: none, parts: Parts::default(), around: ALONE }
    }
}

impl Around {
    pub(crate) fn add(&mut self, other: &Around) {
        super::add(&mut self.before, other.before, 1.0);
        super::add(&mut self.after, other.after, 1.0);
    }
}

/// A weight for every feature that matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    weights: Vec<Weight>,
    around: Vec<Around>,
    /// By word number: which features of one word have a weight. Most have none.
    weighted: Vec<Weighted>,
    /// The numbers of the features of one word, word after word.
    of_words: Vec<u32>,
    pairs: Numbers,
    /// All features that are none of words.
    others: Numbers,
}

/// Numbers of features by their keys.
type Numbers = HashMap<u64, u32, BuildHasherDefault<WordHasher>>;

/// Which features of one word have a weight, one bit each, and where their numbers begin.
#[derive(Debug, Clone, Copy, Default)]
struct Weighted {
    bits: u32,
    start: u32,
}

/// The bit for a word that begins a pair, and the one for a word that ends one.
const FIRST: u32 = 30;
const SECOND: u32 = 31;

/// The word of a feature of one word, and the bit for the feature.
#[inline(always)]
fn of_word(feature: Feature) -> Option<(WordId, u32)> {
    match feature {
        Feature::Says(id) => Some((id, 0)),
        Feature::SaysOf(who, id) => Some((id, 1 + who as u32)),
        Feature::Word(who, id) => Some((id, 9 + who as u32)),
        Feature::Lead(id, who) => Some((id, 17 + who as u32)),
        _ => None,
    }
}

impl Weighted {
    fn has(self, bit: u32) -> bool {
        self.bits & (1 << bit) != 0
    }

    /// Where the number of a feature is among those of words.
    fn place(self, bit: u32) -> usize {
        (self.start + (self.bits & ((1 << bit) - 1)).count_ones()) as usize
    }
}

impl Weights {
    /// Reads `lexicon/weights.txt`; its first lines say what is in it. Names that are not
    /// known here (of a rule that is gone, say) are left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary, rules: &[&str]) -> Weights {
        let mut table =
            Weights { weighted: vec![Weighted::default(); vocabulary.len()], ..Weights::default() };
        let text = include_str!("../../lexicon/weights.txt");
        table.weights.reserve(text.len() / LINE);
        let mut of_words = Vec::with_capacity(text.len() / LINE);
        table.pairs.reserve(text.len() / LINE / 3);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((mut weight, around, name)) = weight(line)
                && let Some(feature) = Feature::parse(name, classes, vocabulary, rules)
            {
                let number = table.weights.len() as u32;
                if let Some(around) = around {
                    weight.around = table.around.len() as u32;
                    table.around.push(around);
                }
                table.weights.push(weight);
                match (feature, of_word(feature)) {
                    (_, Some((word, bit))) => {
                        table.weighted[word as usize].bits |= 1 << bit;
                        of_words.push((word, bit, number));
                    }
                    (Feature::Pair(first, second), _) => {
                        table.weighted[first as usize].bits |= 1 << FIRST;
                        table.weighted[second as usize].bits |= 1 << SECOND;
                        table.pairs.insert(feature.key(), number);
                    }
                    _ => {
                        table.others.insert(feature.key(), number);
                    }
                }
            }
        }
        table.lay_out(&of_words);
        table
    }

    /// Puts the numbers of the features of words (word, bit, number) where they are looked for.
    fn lay_out(&mut self, of_words: &[(WordId, u32, u32)]) {
        let mut start = 0;
        for word in &mut self.weighted {
            word.start = start;
            start += (word.bits & ((1 << FIRST) - 1)).count_ones();
        }
        self.of_words = vec![0; start as usize];
        for (word, bit, number) in of_words {
            let place = self.weighted[*word as usize].place(*bit);
            self.of_words[place] = *number;
        }
    }

    /// What the parts of a story have to pass; see [`Feature::Bar`].
    pub(crate) fn bars(&self) -> Parts {
        self.find(Feature::Bar).map_or(Parts::default(), |number| self.at(number).parts)
    }

    /// What is added for any sentence.
    pub(crate) fn any(&self) -> Weight {
        self.find(Feature::Any).map_or(Weight::default(), |number| self.at(number))
    }

    /// How many features have a weight.
    pub(crate) fn len(&self) -> usize {
        self.weights.len()
    }

    /// The number of a feature that has a weight.
    #[inline(always)]
    pub(crate) fn find(&self, feature: Feature) -> Option<u32> {
        let of = |id: WordId| self.weighted.get(id as usize).copied().unwrap_or_default();
        if let Some((id, bit)) = of_word(feature) {
            let word = of(id);
            return word.has(bit).then(|| self.of_words[word.place(bit)]);
        }
        match feature {
            Feature::Pair(first, second) => {
                let both = of(first).has(FIRST) && of(second).has(SECOND);
                if both { self.pairs.get(&feature.key()).copied() } else { None }
            }
            _ => self.others.get(&feature.key()).copied(),
        }
    }

    /// What a feature adds to the statements beside its own.
    #[inline(always)]
    pub(crate) fn around(&self, weight: &Weight) -> Option<&Around> {
        self.around.get(weight.around as usize)
    }

    /// The weight of a feature by its number.
    pub(crate) fn at(&self, number: u32) -> Weight {
        self.weights[number as usize]
    }
}

/// Reads a figure and the blank behind it; answers what follows too.
pub(super) fn figure(line: &str) -> Option<(f32, &str)> {
    let end = line.bytes().position(|byte| byte == b' ')?;
    let (figure, rest) = (&line[..end], &line[end + 1..]);
    // Almost all are written "0.36" or "-0.36", and a quotient of whole numbers is as exact as reading it.
    let value = match figure.strip_prefix('-').unwrap_or(figure).as_bytes() {
        b"0" => 0.0,
        [one @ b'0'..=b'9', b'.', tenth @ b'0'..=b'9', hundredth @ b'0'..=b'9'] => {
            let digit = |byte: &u8| f32::from(byte - b'0');
            let value = (digit(one) * 100.0 + digit(tenth) * 10.0 + digit(hundredth)) / 100.0;
            if figure.starts_with('-') { -value } else { value }
        }
        _ => figure.parse().ok()?,
    };
    Some((value, rest))
}

/// The weight that a line begins with, what it adds around, and the name after it, which never begins like a number.
fn weight(line: &str) -> Option<(Weight, Option<Around>, &str)> {
    let mut figures = [0.0; 16];
    let mut count = 0;
    let mut name = line;
    while name.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        (*figures.get_mut(count)?, name) = figure(name)?;
        count += 1;
    }
    let four = |from: usize| [figures[from], figures[from + 1], figures[from + 2], figures[from + 3]];
    let two = |from: usize| Balance { ownership: figures[from], coordination: figures[from + 1] };
    let sentence = two(0);
    let (statement, parts, around) = match count {
        2 => (Balance::default(), Parts::default(), None),
        4 => (two(2), Parts::default(), None),
        6 => (Balance::default(), four(2), None),
        8 => (two(2), four(4), None),
        16 => (two(2), four(4), Some(Around { before: four(8), after: four(12) })),
        _ => return None,
    };
    Some((Weight { sentence, statement, parts, ..Weight::default() }, around, name))
}

/// A line of `lexicon/weights.txt` has about so many bytes.
const LINE: usize = 32;
