//! Cuts a text into sentences; a transcript without punctuation into utterances.

use super::{EvidenceSet, Reading, Shape};
use crate::lexicon::{Pos, one_of};

/// A sentence or utterance: the words `from..to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Utterance {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Ended by a question mark.
    pub(crate) asked: bool,
    /// What the utterance offers beside its claims.
    pub(crate) evidence: EvidenceSet,
}

/// A run without punctuation is cut once it is this long, at the next "and then", "so I", …
const COMFORTABLE: usize = 22;

/// A run is cut here whatever stands there, so that no input makes an utterance without end.
const LONGEST: usize = 120;

pub(super) fn cut(reading: &mut Reading) {
    let mut utterances = Vec::new();
    let words = &reading.words;
    let mut from = 0;
    let mut pause = 0;
    for index in 0..words.len() {
        let word = &words[index];
        match word.shape {
            Shape::Stop | Shape::Break => {
                push(&mut utterances, from, index + 1, words, reading.lower(index).contains('?'));
                from = index + 1;
                pause = from;
            }
            Shape::Pause => pause = index + 1,
            _ => {
                let run = index - pause.max(from);
                if (run >= COMFORTABLE && opens_clause(reading, index)) || index - from >= LONGEST {
                    push(&mut utterances, from, index, words, false);
                    from = index;
                    pause = from;
                }
            }
        }
    }
    push(&mut utterances, from, words.len(), words, false);
    reading.utterances = utterances;
}

fn push(utterances: &mut Vec<Utterance>, from: usize, to: usize, words: &[super::Word], asked: bool) {
    if words[from..to].iter().any(|word| matches!(word.shape, Shape::Word | Shape::Number)) {
        utterances.push(Utterance { from, to, asked, evidence: EvidenceSet::default() });
    } else if let Some(last) = utterances.last_mut() {
        last.to = to;
    } else if to > from {
        utterances.push(Utterance { from, to, asked, evidence: EvidenceSet::default() });
    }
}

/// "and then we", "so I", "but the": where a speaker begins anew.
fn opens_clause(reading: &Reading, index: usize) -> bool {
    let this = reading.lower(index);
    let mut next = index + 1;
    if matches!(this, "and" | "but" | "so" | "then") {
        while one_of!(reading.short(next), "then" | "so" | "yeah" | "now" | "also") {
            next += 1;
        }
        return one_of!(
            reading.short(next),
            "i" | "we"
                | "they"
                | "he"
                | "she"
                | "it"
                | "there"
                | "the"
                | "that"
                | "my"
                | "our"
                | "what"
                | "at"
                | "in"
                | "now"
                | "today"
                | "after"
                | "when"
        ) && !reading.is(index, Pos::Adverb);
    }
    false
}
