//! Reads a text once: tokens, parts of speech, sentences, and who does what in them.

mod actor;
mod claim;
mod cue;
mod evidence;
mod flags;
mod preamble;
mod sentence;
mod tag;
mod token;

pub(crate) use actor::PEOPLE;
pub(crate) use claim::{Claim, Flags};
pub(crate) use cue::CueTable;
pub(crate) use evidence::{BREAKAGES, CHANGES, DISCOVERIES, Evidence, EvidenceSet, RISKS, SYSTEMS};
pub(crate) use sentence::Utterance;
pub(crate) use tag::Word;
pub(crate) use token::{Shape, Token, Tokens};

use crate::kinds::Agent;
use crate::lexicon::{Pos, Vocabulary, one_of};
use crate::span::Span;

/// A text as the rules see it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) tokens: Tokens,
    /// The tokens that carry meaning, in order: fillers and stray marks left out.
    pub(crate) words: Vec<Word>,
    /// Fillers, as tokens: findings of their own.
    pub(crate) fillers: Vec<Span>,
    pub(crate) utterances: Vec<Utterance>,
    pub(crate) claims: Vec<Claim>,
    /// For each word the claim (index) whose verb governs it, `u32::MAX` for none.
    pub(crate) governing: Vec<u32>,
    /// Written or spoken words, fillers included.
    pub(crate) count: usize,
    /// Somebody speaks of their own work: "I", "we", or bullets without a subject.
    pub(crate) personal: bool,
    /// Goes on from an earlier part of the text, so that even its first word may be a name.
    goes_on: bool,
}

impl Reading {
    pub(crate) fn of(text: &str, vocabulary: &Vocabulary) -> Reading {
        Reading::of_part(text, vocabulary, false)
    }

    /// Reads a part of a text; `goes_on` when something stands before it.
    pub(crate) fn of_part(text: &str, vocabulary: &Vocabulary, goes_on: bool) -> Reading {
        let tokens = Tokens::read(text);
        let (words, fillers) = tag::words(&tokens, vocabulary);
        let count = tokens
            .list
            .iter()
            .filter(|t| matches!(t.shape, Shape::Word | Shape::Number) && !t.clitic)
            .count();
        let mut reading = Reading {
            tokens,
            words,
            fillers,
            utterances: Vec::new(),
            claims: Vec::new(),
            governing: Vec::new(),
            count,
            personal: false,
            goes_on,
        };
        tag::tag(&mut reading, vocabulary);
        sentence::cut(&mut reading);
        actor::assign(&mut reading, vocabulary);
        flags::assign(&mut reading);
        evidence::assign(&mut reading, vocabulary);
        reading.personal = reading
            .claims
            .iter()
            .any(|claim| matches!(claim.agent, Agent::Own | Agent::Shared) && !claim.flags.dependent)
            || reading.words.iter().any(|word| one_of!(word.short, "my" | "our" | "me" | "us"));
        reading
    }

    /// Whether nothing in it belongs to a sentence before it: it begins with one that has words.
    pub(crate) fn begins_afresh(&self) -> bool {
        self.utterances.first().is_some_and(|first| {
            self.words[first.from..first.to]
                .iter()
                .any(|word| matches!(word.shape, Shape::Word | Shape::Number))
        })
    }

    /// Whether nothing in it depends on what follows: it ends with a sentence, and no quotation can be open.
    pub(crate) fn ends_for_good(&self) -> bool {
        self.words.last().is_some_and(|last| matches!(last.shape, Shape::Stop | Shape::Break))
            && !tag::may_be_quoting(&self.tokens)
    }

    /// The lower-case form of a word.
    pub(crate) fn lower(&self, index: usize) -> &str {
        match self.words.get(index) {
            Some(word) => self.tokens.lower(&self.tokens.list[word.token as usize]),
            None => "",
        }
    }

    /// The lower-case form of a word in one number.
    pub(crate) fn short(&self, index: usize) -> u64 {
        self.words.get(index).map_or(0, |word| word.short)
    }

    /// The place of the words `from..to`, in bytes.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let place =
            |index: usize| self.words.get(index).map(|word| self.tokens.list[word.token as usize].span());
        let start = place(from).map_or(0, |first| first.start);
        let end = to.checked_sub(1).and_then(place).map_or(start, |last| last.end);
        Span::new(start, end.max(start))
    }

    /// Words of an utterance, punctuation left out.
    pub(crate) fn length(&self, utterance: &Utterance) -> usize {
        (utterance.from..utterance.to).filter(|index| !self.is(*index, Pos::Punctuation)).count()
    }

    /// The claim that governs a word.
    pub(crate) fn claim_at(&self, index: usize) -> Option<&Claim> {
        self.governing.get(index).and_then(|claim| self.claims.get(*claim as usize))
    }

    /// The utterance that holds a word.
    pub(crate) fn utterance_at(&self, index: usize) -> usize {
        self.utterances.partition_point(|utterance| utterance.to <= index)
    }

    pub(crate) fn is(&self, index: usize, pos: Pos) -> bool {
        self.words.get(index).is_some_and(|word| word.pos == pos)
    }
}
