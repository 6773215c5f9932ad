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

pub(crate) fn language(reading: &Reading, vocabulary: &Vocabulary) -> Language {
    let (mut words, mut function, mut known) = (0u32, 0u32, 0u32);
    for word in reading.words.iter().filter(|word| word.shape == Shape::Word) {
        words += 1;
        known += u32::from(
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
        function += u32::from(closed && word.id != UNKNOWN);
    }
    if reading.count < FEWEST {
        return Language::TooShort;
    }
    let share = |part: u32| part as f32 / words.max(1) as f32;
    let english =
        share(known) >= KNOWN_SHARE && (share(function) >= FUNCTION_SHARE || words < 12 && function > 0);
    if english { Language::English } else { Language::NotEnglish }
}
