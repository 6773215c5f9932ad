//! Which dimension a claim that no pattern found is about.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::weights::figure;
use super::{Classes, Feature, Source, Statement};
use crate::kinds::Dimension;
use crate::lexicon::{Vocabulary, WordHasher};
use crate::reading::Utterance;

/// How many dimensions there are.
const ALL: usize = Dimension::ALL.len();

/// By dimension, in the order of [`Dimension::ALL`]: how much a claim of the senior side is about it, then the same for one of the
/// other side; in log-odds.
type Both = [f32; 2 * ALL];

/// A weight for every feature that tells dimensions apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leanings {
    weights: HashMap<u64, Both, BuildHasherDefault<WordHasher>>,
}

impl Leanings {
    /// Reads `lexicon/dimensions.txt`; its first lines say what is in it. Names that are not known here are left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary) -> Leanings {
        let text = include_str!("../../lexicon/dimensions.txt");
        let mut leanings = Leanings::default();
        leanings.weights.reserve(text.len() / LINE);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut both = Both::default();
            let mut rest = line;
            let read = both.iter_mut().all(|slot| match figure(rest) {
                Some((value, after)) => {
                    (*slot, rest) = (value, after);
                    true
                }
                None => false,
            });
            if read && let Some(feature) = Feature::parse(rest, classes, vocabulary, &[]) {
                leanings.weights.insert(feature.key(), both);
            }
        }
        leanings
    }

    /// What a sentence is about, each feature counted once: by dimension, for a claim of the senior side or of the other.
    pub(crate) fn of(
        &self,
        source: &Source,
        utterance: &Utterance,
        statements: &[Statement],
        senior: bool,
    ) -> [f32; ALL] {
        let mut keys: Vec<u64> = Vec::new();
        source.features(utterance, statements, &[], |_, feature| {
            if !matches!(feature, Feature::Pair(..) | Feature::SaysOf(..)) {
                keys.push(feature.key());
            }
        });
        keys.sort_unstable();
        keys.dedup();
        let mut sum = [0.0; ALL];
        let side = if senior { 0 } else { ALL };
        for both in keys.iter().filter_map(|key| self.weights.get(key)) {
            for (sum, weight) in sum.iter_mut().zip(&both[side..side + ALL]) {
                *sum += weight;
            }
        }
        sum
    }
}

/// A line of `lexicon/dimensions.txt` has about so many bytes.
const LINE: usize = 45;
