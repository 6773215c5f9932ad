//! Which dimension a claim that no pattern found is about.

use super::row::figure;
use super::{Classes, Feature, Listener, Source, Statement, Weights, Who};
use crate::kinds::Dimension;
use crate::lexicon::{Vocabulary, WordId};
use crate::reading::Utterance;

/// How many dimensions there are.
const ALL: usize = Dimension::ALL.len();

/// By dimension, in the order of [`Dimension::ALL`]: how much a claim of the senior side is about it, then the same for one of the
/// other side; in log-odds.
type Both = [f32; 2 * ALL];

/// Says nothing about dimensions.
const SILENT: u32 = u32::MAX;

/// A weight for every feature that tells dimensions apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leanings {
    weights: Vec<Both>,
    /// By number of the feature among [`Weights`]: the place in `weights`, or [`SILENT`].
    places: Vec<u32>,
}

impl Leanings {
    /// Reads `lexicon/dimensions.txt`; its first lines say what is in it. Names that are not known here are left out.
    pub(crate) fn builtin(classes: &Classes, vocabulary: &Vocabulary, weights: &Weights) -> Leanings {
        let mut leanings = Leanings { weights: Vec::new(), places: vec![SILENT; weights.len()] };
        let text = include_str!("../../lexicon/dimensions.txt");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((both, name)) = both(line)
                && let Some(feature) = Feature::parse(name, classes, vocabulary, &[])
                && let Some(number) = weights.find(feature)
            {
                leanings.places[number as usize] = leanings.weights.len() as u32;
                leanings.weights.push(both);
            }
        }
        leanings
    }

    /// What a sentence is about, each feature counted once: by dimension, for a claim of the senior side or of the other.
    pub(crate) fn of(
        &self,
        source: &Source,
        weights: &Weights,
        utterance: &Utterance,
        statements: &[Statement],
        senior: bool,
    ) -> [f32; ALL] {
        let mut seen = Seen { leanings: self, weights, places: Vec::with_capacity(64) };
        source.features(utterance, statements, &[], &mut seen);
        let mut told = seen.places;
        told.sort_unstable();
        told.dedup();
        let mut sum = [0.0; ALL];
        let side = if senior { 0 } else { ALL };
        for place in told {
            for (sum, weight) in sum.iter_mut().zip(&self.weights[place as usize][side..]) {
                *sum += weight;
            }
        }
        sum
    }
}

/// Notes the places of what is seen. Two words in a row, and whose statement a word is in, are not learned from.
struct Seen<'a> {
    leanings: &'a Leanings,
    weights: &'a Weights,
    places: Vec<u32>,
}

impl Listener for Seen<'_> {
    fn hear(&mut self, _: usize, feature: Feature) {
        let number = self.weights.find(feature);
        let place = number.and_then(|number| self.leanings.places.get(number as usize));
        self.places.extend(place.filter(|place| **place != SILENT));
    }

    fn hear_said(&mut self, at: usize, _: Who, _: WordId, id: WordId) {
        self.hear(at, Feature::Says(id));
    }
}

/// The figures that a line begins with, each behind its place and a colon, and the name after them.
fn both(line: &str) -> Option<(Both, &str)> {
    let mut both = Both::default();
    let mut rest = line;
    while rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (place, after) = rest.split_once(':')?;
        let (value, after) = figure(after)?;
        *both.get_mut(place.parse::<usize>().ok()?)? = value;
        rest = after;
    }
    Some((both, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_the_figures_that_it_names_and_no_others() {
        let check = |line: &str, wanted: Option<(&[(usize, f32)], &str)>| {
            let wanted = wanted.map(|(figures, name)| {
                let mut all = Both::default();
                figures.iter().for_each(|(place, value)| all[*place] = *value);
                (all, name)
            });
            assert_eq!(both(line), wanted, "{line}");
        };
        check("0:0.21 13:-1.05 I decide", Some((&[(0, 0.21), (13, -1.05)], "I decide")));
        check("=because", Some((&[], "=because")));
        check("14:0.21 I decide", None);
        check("3 I decide", None);
    }
}
