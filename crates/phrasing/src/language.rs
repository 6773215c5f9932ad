//! Whether a text is English prose at all.

use crate::kinds::Language;
use crate::lexicon::{Pos, UNKNOWN, Vocabulary};
use crate::reading::{Reading, Shape};

/// Fewer words than this make no claim; a terse bullet ("Cut p95 by 40 %") has about as many.
const FEWEST: usize = 5;

/// English prose is two fifths function words or more; bullets and logs have fewer, other languages hardly any.
const FUNCTION_SHARE: f32 = 0.16;

/// Share of words that the lexicon knows; shared words such as "in" or "die" do not make a text English.
const KNOWN_SHARE: f32 = 0.5;

/// What of a text is English; the parts of a text add up.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct English {
    words: u32,
    function: u32,
    known: u32,
}

impl English {
    pub(crate) fn of(reading: &Reading, vocabulary: &Vocabulary) -> English {
        let mut english = English::default();
        for word in reading.words.iter().filter(|word| word.shape == Shape::Word) {
            english.words += 1;
            english.known += u32::from(
                word.id != UNKNOWN && vocabulary.entry(word.id).is_some_and(|entry| !entry.pos.is_empty()),
            );
            let closed = matches!(
                word.pos,
                Pos::Determiner
                    | Pos::Pronoun
                    | Pos::Preposition
                    | Pos::Conjunction
                    | Pos::Subordinator
                    | Pos::Auxiliary
                    | Pos::Modal
                    | Pos::Infinitive
                    | Pos::Negation
            );
            english.function += u32::from(closed && word.id != UNKNOWN);
        }
        english
    }

    pub(crate) fn add(&mut self, other: English) {
        self.words += other.words;
        self.function += other.function;
        self.known += other.known;
    }

    /// The verdict on a text of `count` words, fillers included.
    pub(crate) fn language(self, count: usize) -> Language {
        if count < FEWEST {
            return Language::TooShort;
        }
        let share = |part: u32| part as f32 / self.words.max(1) as f32;
        let english = share(self.known) >= KNOWN_SHARE
            && (share(self.function) >= FUNCTION_SHARE || self.words < 12 && self.function > 0);
        if english { Language::English } else { Language::NotEnglish }
    }
}
