//! Which words tell that a text speaks of somebody's work.

use crate::lexicon::{UNKNOWN, Vocabulary, WordId};

/// The weight of each word of `lexicon/register.txt`.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordsOfWork {
    /// By word number; not a number where a word has none.
    weights: Vec<f32>,
    /// What every text has.
    any: f32,
}

/// The words of a text, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// A bit for each word number.
    bits: Vec<u64>,
}

impl WordsOfWork {
    pub(crate) fn builtin(vocabulary: &Vocabulary) -> WordsOfWork {
        let mut words = WordsOfWork { weights: vec![f32::NAN; vocabulary.len()], any: 0.0 };
        for line in include_str!("../../lexicon/register.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((weight, word)) = line.split_once(' ') else { continue };
            let weight = weight.parse().unwrap_or(0.0);
            // A verb with its particle is one word with a space in it.
            let id =
                if word.contains('_') { vocabulary.id(&word.replace('_', " ")) } else { vocabulary.id(word) };
            if word == ANY {
                words.any = weight;
            } else if id != UNKNOWN {
                words.weights[id as usize] = weight;
            }
        }
        words
    }

    /// How much these words together speak of work, in log-odds. Each counts less the more there are, so that long texts
    /// are not surer than short ones by their length alone.
    pub(crate) fn weigh(&self, said: &Said) -> f32 {
        let (mut sum, mut known) = (0.0, 0);
        for weight in said.words().filter_map(|word| self.weights.get(word)).filter(|weight| !weight.is_nan())
        {
            sum += weight;
            known += 1;
        }
        sum / ((known + 1) as f32).sqrt() + self.any
    }
}

/// Stands for no word.
const ANY: &str = "<any>";

impl Said {
    pub(crate) fn add(&mut self, word: WordId) {
        if word == UNKNOWN {
            return;
        }
        let (block, bit) = (word as usize / 64, word % 64);
        if block >= self.bits.len() {
            self.bits.resize(block + 1, 0);
        }
        self.bits[block] |= 1 << bit;
    }

    /// Takes in the words of another text.
    pub(crate) fn join(&mut self, other: &Said) {
        if other.bits.len() > self.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (block, others) in self.bits.iter_mut().zip(&other.bits) {
            *block |= others;
        }
    }

    fn words(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter().enumerate().filter(|(_, bits)| **bits != 0).flat_map(|(block, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(block * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_once_and_parts_of_a_text_join() {
        let words = WordsOfWork { weights: vec![f32::NAN, 2.0, -1.0], any: 0.5 };
        let said = |ids: &[WordId]| {
            let mut said = Said::default();
            ids.iter().for_each(|id| said.add(*id));
            said
        };
        let check = |said: &Said, wanted: f32| assert!((words.weigh(said) - wanted).abs() < 1e-6, "{said:?}");
        check(&Said::default(), 0.5);
        check(&said(&[1, 1, UNKNOWN]), 2.0 / 2.0_f32.sqrt() + 0.5);
        check(&said(&[1, 2, 0, 900]), 1.0 / 3.0_f32.sqrt() + 0.5);
        let mut whole = said(&[1]);
        whole.join(&said(&[2, 900]));
        check(&whole, words.weigh(&said(&[1, 2, 900])));
    }
}
