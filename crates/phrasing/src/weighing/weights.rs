//! The fitted weights, laid out for look-ups in constant time.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::{Classes, Feature};
use crate::lexicon::{Vocabulary, WordHasher};

/// What one feature adds to each label, in log-odds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Weight {
    pub(crate) ownership: f32,
    pub(crate) coordination: f32,
}

/// A weight for every feature that matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    index: HashMap<Feature, u32, BuildHasherDefault<WordHasher>>,
    weights: Vec<Weight>,
}

impl Weights {
    /// Reads `lexicon/weights.txt`: ownership, coordination, name. Names that are not known here (of a rule that is gone, say) are
    /// left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary, rules: &[&str]) -> Weights {
        let mut table = Weights::default();
        for line in include_str!("../../lexicon/weights.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.splitn(3, ' ');
            if let (Some(ownership), Some(coordination), Some(name)) =
                (parts.next(), parts.next(), parts.next())
                && let (Ok(ownership), Ok(coordination)) = (ownership.parse(), coordination.parse())
                && let Some(feature) = Feature::parse(name, classes, vocabulary, rules)
            {
                table.index.insert(feature, table.weights.len() as u32);
                table.weights.push(Weight { ownership, coordination });
            }
        }
        table
    }

    /// How many features have a weight.
    pub(crate) fn len(&self) -> usize {
        self.weights.len()
    }

    /// The number of a feature that has a weight.
    pub(crate) fn find(&self, feature: Feature) -> Option<u32> {
        self.index.get(&feature).copied()
    }

    /// The weight of a feature by its number.
    pub(crate) fn at(&self, number: u32) -> Weight {
        self.weights[number as usize]
    }
}
