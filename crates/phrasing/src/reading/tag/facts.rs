//! What a word can be before its context is looked at.

use crate::lexicon::{Entry, Forms, Pos, PosSet, UNKNOWN, Vocabulary, WordId};
use crate::reading::{Reading, Shape};

/// What a word that the lexicon does not know is by its ending.
fn guess(lower: &str, capital: bool) -> (PosSet, Forms) {
    let mut set = PosSet::EMPTY;
    let mut forms = Forms::NONE;
    let ends = |suffixes: &[&str]| {
        suffixes.iter().any(|suffix| lower.ends_with(suffix) && lower.len() > suffix.len() + 2)
    };
    if capital || lower.bytes().any(|b| b.is_ascii_digit()) {
        set.insert(Pos::Noun);
        return (set, forms);
    }
    if ends(&["ly"]) {
        set.insert(Pos::Adverb);
    } else if ends(&["ing"]) {
        set.insert(Pos::Verb);
        set.insert(Pos::Noun);
        forms = Forms::ING;
    } else if ends(&["ed"]) {
        set.insert(Pos::Verb);
        set.insert(Pos::Adjective);
        forms = Forms::PAST | Forms::PARTICIPLE;
    } else if ends(&["able", "ible", "ous", "ful", "less", "ive", "ic", "ical", "ish", "al", "ant", "ent"]) {
        set.insert(Pos::Adjective);
        if ends(&["al", "ant", "ent", "ive"]) {
            set.insert(Pos::Noun);
        }
    } else {
        set.insert(Pos::Noun);
    }
    (set, forms)
}

/// The facts about a word before its context is looked at.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub(super) set: PosSet,
    pub(super) forms: Forms,
    pub(super) verb: WordId,
    pub(super) noun: WordId,
    pub(super) plural: bool,
}

/// No word at all.
pub(super) const PUNCTUATION: Facts =
    Facts { set: PosSet::EMPTY, forms: Forms::NONE, verb: UNKNOWN, noun: UNKNOWN, plural: false };

/// What the lexicon or the ending says.
pub(super) fn facts(reading: &Reading, index: usize, vocabulary: &Vocabulary) -> Facts {
    let word = &reading.words[index];
    match word.shape {
        Shape::Stop | Shape::Pause | Shape::Break | Shape::Mark => PUNCTUATION,
        Shape::Number => {
            let mut set = PosSet::EMPTY;
            set.insert(Pos::Number);
            Facts { set, ..PUNCTUATION }
        }
        Shape::Word => match vocabulary.entry(word.id) {
            Some(Entry { pos, verb, forms, noun, plural, .. }) if !pos.is_empty() => {
                Facts { set: *pos, forms: *forms, verb: *verb, noun: *noun, plural: *plural }
            }
            _ => {
                let token = &reading.tokens.list[word.token as usize];
                let lower = reading.tokens.lower(token);
                // "re-platformed", "cross-team": the last part decides.
                if let Some((_, tail)) = lower.rsplit_once('-')
                    && let Some(entry) = vocabulary.entry(vocabulary.id(tail))
                {
                    return Facts {
                        set: entry.pos,
                        forms: entry.forms,
                        verb: word.id,
                        noun: word.id,
                        plural: entry.plural,
                    };
                }
                let (set, forms) = guess(lower, token.capital && (index > 0 || reading.goes_on));
                Facts { set, forms, verb: word.id, noun: word.id, plural: lower.ends_with('s') }
            }
        },
    }
}
