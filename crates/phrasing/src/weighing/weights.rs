//! The fitted weights, laid out for look-ups in constant time.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::row::{Parts, Row, Weight, row};
use super::{Classes, Feature, Who};
use crate::lexicon::{Vocabulary, WordHasher, WordId};

/// No number.
const NONE: u32 = u32::MAX;

/// A weight for every feature that matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    rows: Vec<Row>,
    /// By number of the feature: its place in `around`, or [`NONE`].
    beside: Vec<u32>,
    around: Vec<Row>,
    /// By word number: which features of one word have a weight. Most have none.
    weighted: Vec<Weighted>,
    /// The numbers of the features of one word, word after word.
    of_words: Vec<u32>,
    /// By place (see [`place`]): the numbers of features of classes, or [`NONE`].
    of_classes: Vec<u32>,
    /// The numbers of the rest, by their keys.
    pairs: Numbers,
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

/// Where the number of a feature of classes is kept, all of which have at most 64 of each kind.
#[inline(always)]
fn place(feature: Feature) -> Option<usize> {
    let of = |first: usize, who: Who, class: u8| first + (who as usize) * 64 + class as usize;
    match feature {
        Feature::Deed(who, class) => Some(of(0, who, class)),
        Feature::To(who, thing) => Some(of(512, who, thing)),
        Feature::With(who, evidence) => Some(of(1024, who, evidence as u8)),
        Feature::Does(class) => Some(1536 + class as usize),
        Feature::Colour(class) => Some(1600 + class as usize),
        _ => None,
    }
}

/// How many places there are.
const PLACES: usize = 1664;

impl Weights {
    /// Reads `lexicon/weights.txt`; its first lines say what is in it. Names that are not
    /// known here (of a rule that is gone, say) are left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary, rules: &[&str]) -> Weights {
        let text = include_str!("../../lexicon/weights.txt");
        let expected = text.len() / LINE;
        let mut table = Weights {
            rows: Vec::with_capacity(expected),
            beside: Vec::with_capacity(expected),
            weighted: vec![Weighted::default(); vocabulary.len()],
            of_classes: vec![NONE; PLACES],
            ..Weights::default()
        };
        let mut of_words = Vec::with_capacity(expected);
        table.pairs.reserve(expected / 3);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((row, around, name)) = row(line)
                && let Some(feature) = Feature::parse(name, classes, vocabulary, rules)
            {
                let number = table.rows.len() as u32;
                table.rows.push(row);
                table.beside.push(if around.is_some() { table.around.len() as u32 } else { NONE });
                table.around.extend(around);
                match (feature, of_word(feature), place(feature)) {
                    (_, Some((word, bit)), _) => {
                        table.weighted[word as usize].bits |= 1 << bit;
                        of_words.push((word, bit, number));
                    }
                    (_, _, Some(place)) => table.of_classes[place] = number,
                    (Feature::Pair(first, second), ..) => {
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
        self.rows.len()
    }

    /// The number of a feature that has a weight.
    #[inline(always)]
    pub(crate) fn find(&self, feature: Feature) -> Option<u32> {
        if let Some((id, bit)) = of_word(feature) {
            let word = self.weighted(id);
            return word.has(bit).then(|| self.of_words[word.place(bit)]);
        }
        if let Some(place) = place(feature) {
            return Some(self.of_classes[place]).filter(|number| *number != NONE);
        }
        match feature {
            Feature::Pair(first, second) => {
                let both = self.weighted(first).has(FIRST) && self.weighted(second).has(SECOND);
                if both { self.pairs.get(&feature.key()).copied() } else { None }
            }
            _ => self.others.get(&feature.key()).copied(),
        }
    }

    /// The numbers of what is told of a word in a statement of somebody, after another word: as [`Self::find`] has them for
    /// [`Feature::Says`], [`Feature::SaysOf`] and [`Feature::Pair`], in one look-up.
    #[inline(always)]
    pub(crate) fn find_said(&self, who: Who, previous: WordId, id: WordId) -> [Option<u32>; 3] {
        let word = self.weighted(id);
        if word.bits == 0 {
            return [None; 3];
        }
        let number = |bit: u32| word.has(bit).then(|| self.of_words[word.place(bit)]);
        let pair = word.has(SECOND) && self.weighted(previous).has(FIRST);
        let pair = if pair { self.pairs.get(&Feature::Pair(previous, id).key()).copied() } else { None };
        [number(0), number(1 + who as u32), pair]
    }

    fn weighted(&self, id: WordId) -> Weighted {
        self.weighted.get(id as usize).copied().unwrap_or_default()
    }

    /// What a feature adds, in hundredths.
    #[inline(always)]
    pub(crate) fn row(&self, number: u32) -> &Row {
        &self.rows[number as usize]
    }

    /// What a feature adds to the statements beside its own, in hundredths.
    #[inline(always)]
    pub(crate) fn beside(&self, number: u32) -> Option<&Row> {
        self.around.get(self.beside[number as usize] as usize)
    }

    /// The weight of a feature by its number.
    pub(crate) fn at(&self, number: u32) -> Weight {
        self.row(number).weight()
    }
}

/// A line of `lexicon/weights.txt` has about so many bytes.
const LINE: usize = 32;
