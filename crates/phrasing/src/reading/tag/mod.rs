//! Part of speech by context, and verbs with their particles.

mod context;
mod facts;
mod particle;

use facts::{Facts, PUNCTUATION, facts};

use super::{Reading, Shape, Token, Tokens};
use crate::lexicon::{Forms, Pos, UNKNOWN, Vocabulary, WordId, one_of, short};
use crate::span::Span;

/// A token that carries meaning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) token: u32,
    pub(crate) shape: Shape,
    /// The lower-case form in one number.
    pub(crate) short: u64,
    /// The written form.
    pub(crate) id: WordId,
    /// The base form for its part of speech; for a verb with a particle, the phrasal verb.
    pub(crate) lemma: WordId,
    pub(crate) pos: Pos,
    pub(crate) forms: Forms,
    /// Where this verb's particle stands, `u32::MAX` for none.
    pub(crate) particle: u32,
    /// Inside a short quotation, which is a name for something rather than a claim.
    pub(crate) quoted: bool,
}

/// Words that only fill time, whatever stands around them.
fn hesitates(short: u64) -> bool {
    one_of!(short, "um" | "uh" | "uhm" | "erm" | "er" | "hmm" | "mm" | "mhm" | "ah" | "eh" | "umm" | "uhh")
}

/// Function words that a speaker doubles on restart ("i i", "the the").
fn restarts(lower: &str) -> bool {
    lower.len() <= 6 && !matches!(lower, "had" | "that" | "very" | "so" | "no" | "really" | "twice")
}

/// Splits off fillers and stray marks; what is left are the words that rules see.
pub(super) fn words(tokens: &Tokens, vocabulary: &Vocabulary) -> (Vec<Word>, Vec<Span>) {
    let mut words: Vec<Word> = Vec::with_capacity(tokens.list.len());
    let mut fillers = Vec::new();
    let list = &tokens.list;
    let lower = |index: usize| list.get(index).map_or("", |token| tokens.lower(token));
    let mut quoted_until = 0;
    let mut index = 0;
    while let Some(token) = list.get(index) {
        let this = lower(index);
        let short = short(this);
        if token.shape == Shape::Mark {
            if quoted_until <= index && is_quote(this) {
                quoted_until = (index + 2..list.len().min(index + LONGEST_QUOTATION))
                    .find(|i| is_quote(lower(*i)))
                    .unwrap_or(0);
            }
            index += 1;
            continue;
        }
        if hesitates(short) && !token.clitic {
            fillers.push(token.span());
            index += 1;
            // The comma that follows an "um" is the filler's.
            if lower(index) == "," {
                index += 1;
            }
            continue;
        }
        let pair = (one_of!(short, "you")
            && lower(index + 1) == "know"
            && !matches!(lower(index + 2), "what" | "how" | "that" | "the" | "who" | "about" | "if"))
            && !matches!(
                words.last().map(|w| vocabulary.word(w.id)),
                Some("do" | "did" | "if" | "when" | "as" | "to")
            )
            || (one_of!(short, "i") && lower(index + 1) == "mean" && lower(index + 2) != "that");
        if pair {
            fillers.push(Span::new(token.start as usize, list[index + 1].end as usize));
            index += 2;
            if lower(index) == "," {
                index += 1;
            }
            continue;
        }
        let again = |next: &Token| tokens.same(token, next) && !next.clitic;
        if token.shape == Shape::Word
            && !this.is_empty()
            && restarts(this)
            && list.get(index + 1).is_some_and(again)
        {
            index += 1;
            continue;
        }
        let id = if token.shape == Shape::Word { vocabulary.id(this) } else { UNKNOWN };
        let word = Word {
            token: index as u32,
            shape: token.shape,
            short,
            id,
            lemma: id,
            pos: Pos::Unknown,
            forms: Forms::NONE,
            particle: u32::MAX,
            quoted: index < quoted_until,
        };
        words.push(word);
        index += 1;
    }
    (words, fillers)
}

/// A quotation of so many tokens, or more, is speech; a shorter one is a name.
const LONGEST_QUOTATION: usize = 8;

/// Whether a quotation may still be open at the end.
pub(super) fn may_be_quoting(tokens: &Tokens) -> bool {
    let mut last = tokens.list.iter().rev().take(LONGEST_QUOTATION);
    last.any(|token| token.shape == Shape::Mark && is_quote(tokens.lower(token)))
}

fn is_quote(lower: &str) -> bool {
    matches!(lower, "'" | "\"" | "“" | "”" | "‘")
}

/// Tags every word.
pub(super) fn tag(reading: &mut Reading, vocabulary: &Vocabulary) {
    let mut ahead: Option<Facts> = None;
    let mut governor = None;
    for index in 0..reading.words.len() {
        let here = ahead.take().unwrap_or_else(|| facts(reading, index, vocabulary));
        let next =
            if index + 1 < reading.words.len() { facts(reading, index + 1, vocabulary) } else { PUNCTUATION };
        let pos = context::decide(reading, index, governor, here, next, vocabulary);
        let word = &mut reading.words[index];
        let named = word.quoted && matches!(pos, Pos::Verb | Pos::Auxiliary | Pos::Modal);
        let pos = if named { Pos::Noun } else { pos };
        word.pos = pos;
        match pos {
            Pos::Verb | Pos::Auxiliary => {
                word.lemma = here.verb;
                word.forms = here.forms;
            }
            Pos::Noun => word.lemma = here.noun,
            _ => {}
        }
        if !matches!(pos, Pos::Adverb | Pos::Negation) {
            governor = Some(index);
        }
        ahead = Some(next);
    }
    particle::attach(reading, vocabulary);
}
