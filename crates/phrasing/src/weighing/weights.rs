//! The fitted weights, laid out for look-ups in constant time.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::{Classes, Feature};
use crate::lexicon::{Vocabulary, WordHasher, WordId};

/// What one feature adds to each label, in log-odds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Weight {
    pub(crate) ownership: f32,
    pub(crate) coordination: f32,
}

/// A weight for every feature that matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    index: HashMap<u64, u32, BuildHasherDefault<WordHasher>>,
    weights: Vec<Weight>,
    /// By word number: which features of it have a weight at all. Most have none, and need no look-up.
    weighted: Vec<Weighted>,
}

/// Which features of one word have a weight.
#[derive(Debug, Clone, Copy, Default)]
struct Weighted {
    says: bool,
    /// Begins a pair.
    first: bool,
    /// Ends a pair.
    second: bool,
    /// By [`Who`], one bit each: the word as a deed, in a statement, before a subject.
    word: u8,
    says_of: u8,
    lead: u8,
}

impl Weights {
    /// Reads `lexicon/weights.txt`: ownership, coordination, name. Names that are not known here (of a rule that is gone, say) are
    /// left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary, rules: &[&str]) -> Weights {
        let mut table =
            Weights { weighted: vec![Weighted::default(); vocabulary.len()], ..Weights::default() };
        let text = include_str!("../../lexicon/weights.txt");
        table.index.reserve(text.len() / LINE);
        table.weights.reserve(text.len() / LINE);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.splitn(3, ' ');
            if let (Some(ownership), Some(coordination), Some(name)) =
                (parts.next(), parts.next(), parts.next())
                && let (Ok(ownership), Ok(coordination)) = (ownership.parse(), coordination.parse())
                && let Some(feature) = Feature::parse(name, classes, vocabulary, rules)
            {
                table.index.insert(feature.key(), table.weights.len() as u32);
                table.weights.push(Weight { ownership, coordination });
                table.note(feature);
            }
        }
        table
    }

    fn note(&mut self, feature: Feature) {
        match feature {
            Feature::Says(id) => self.weighted[id as usize].says = true,
            Feature::SaysOf(who, id) => self.weighted[id as usize].says_of |= 1 << who as u8,
            Feature::Word(who, id) => self.weighted[id as usize].word |= 1 << who as u8,
            Feature::Lead(id, who) => self.weighted[id as usize].lead |= 1 << who as u8,
            Feature::Pair(first, second) => {
                self.weighted[first as usize].first = true;
                self.weighted[second as usize].second = true;
            }
            _ => {}
        }
    }

    /// Whether a feature may have a weight; it is asked by its words alone.
    fn may_weigh(&self, feature: Feature) -> bool {
        let of = |id: WordId| self.weighted.get(id as usize).copied().unwrap_or_default();
        match feature {
            Feature::Says(id) => of(id).says,
            Feature::SaysOf(who, id) => of(id).says_of & (1 << who as u8) != 0,
            Feature::Word(who, id) => of(id).word & (1 << who as u8) != 0,
            Feature::Lead(id, who) => of(id).lead & (1 << who as u8) != 0,
            Feature::Pair(first, second) => of(first).first && of(second).second,
            _ => true,
        }
    }

    /// How many features have a weight.
    pub(crate) fn len(&self) -> usize {
        self.weights.len()
    }

    /// The number of a feature that has a weight.
    pub(crate) fn find(&self, feature: Feature) -> Option<u32> {
        if self.may_weigh(feature) { self.index.get(&feature.key()).copied() } else { None }
    }

    /// The weight of a feature by its number.
    pub(crate) fn at(&self, number: u32) -> Weight {
        self.weights[number as usize]
    }
}

/// A line of `lexicon/weights.txt` has about so many bytes.
const LINE: usize = 21;
