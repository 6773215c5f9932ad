//! Verbs with their particles, side by side or apart.

use crate::lexicon::{Pos, Vocabulary};
use crate::reading::{Reading, Shape};

/// How far from its verb a particle may stand ("turned a request from our second-largest customer … down").
const PARTICLE_REACH: usize = 24;

/// Finds the particle of each verb that takes one.
pub(super) fn attach(reading: &mut Reading, vocabulary: &Vocabulary) {
    for index in 0..reading.words.len() {
        let verb = reading.words[index];
        if verb.pos != Pos::Verb || !vocabulary.entry(verb.lemma).is_some_and(|entry| entry.phrasal) {
            continue;
        }
        let end = reading.words.len().min(index + 1 + PARTICLE_REACH);
        for at in index + 1..end {
            let word = reading.words[at];
            if matches!(word.shape, Shape::Stop | Shape::Break) {
                break;
            }
            let Some(phrasal) = vocabulary.phrasal(verb.lemma, word.id) else { continue };
            let near = at == index + 1
                || (at == index + 2 && matches!(reading.words[at - 1].pos, Pos::Pronoun | Pos::Adverb));
            let lower = reading.lower(at);
            let takes_object = matches!(lower, "into" | "through" | "over" | "on" | "by");
            let free = free_standing(reading, at) || matches!(lower, "into" | "out");
            let another_verbs = reading.words[at - 1].pos == Pos::Verb && at > index + 1;
            if near || (free && !another_verbs && !(takes_object && lower != "into")) {
                let word = &mut reading.words[index];
                word.lemma = phrasal;
                word.particle = at as u32;
                break;
            }
        }
    }
}

/// A particle far from its verb has nothing of its own after it.
fn free_standing(reading: &Reading, at: usize) -> bool {
    reading.words.get(at + 1).is_none_or(|next| {
        matches!(
            next.pos,
            Pos::Punctuation
                | Pos::Preposition
                | Pos::Conjunction
                | Pos::Subordinator
                | Pos::Adverb
                | Pos::Infinitive
        )
    })
}
