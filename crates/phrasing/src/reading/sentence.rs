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
    /// A few words on a line of their own above bullets: "Calls I made". It claims nothing.
    pub(crate) heading: bool,
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
    for at in 1..utterances.len() {
        utterances[at - 1].heading = is_heading(reading, &utterances[at - 1], &utterances[at]);
    }
    reading.utterances = utterances;
}

/// A heading has at most so many words.
const HEADING: usize = 4;

fn is_heading(reading: &Reading, this: &Utterance, next: &Utterance) -> bool {
    let words = &reading.words[this.from..this.to];
    let starts = |at: usize| reading.lower(at).starts_with(['-', '*', '•', '–', '—', '·', '▪', '‣']);
    words.last().is_some_and(|last| last.shape == Shape::Break)
        && words.iter().filter(|word| matches!(word.shape, Shape::Word | Shape::Number)).count() <= HEADING
        && !words.iter().any(|word| word.shape == Shape::Stop)
        && !starts(this.from)
        && starts(next.from)
}

fn push(utterances: &mut Vec<Utterance>, from: usize, to: usize, words: &[super::Word], asked: bool) {
    if words[from..to].iter().any(|word| matches!(word.shape, Shape::Word | Shape::Number)) {
        utterances.push(Utterance { from, to, asked, heading: false, evidence: EvidenceSet::default() });
    } else if let Some(last) = utterances.last_mut() {
        last.to = to;
    } else if to > from {
        utterances.push(Utterance { from, to, asked, heading: false, evidence: EvidenceSet::default() });
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
