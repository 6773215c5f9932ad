//! Fixed phrases, found in one look-up a word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Reading;
use crate::lexicon::WordHasher;

type ByFirst = HashMap<&'static str, Vec<&'static [&'static str]>, BuildHasherDefault<WordHasher>>;

/// Phrases by their first word.
#[derive(Debug)]
pub(crate) struct CueTable {
    by_first: ByFirst,
    /// By first letter, the lengths of the words that begin a phrase, one bit each; most words are ruled out by it.
    lengths: [u32; 32],
}

impl CueTable {
    pub(crate) fn new(cues: &'static [&'static [&'static str]]) -> CueTable {
        let mut by_first = ByFirst::default();
        let mut lengths = [0u32; 32];
        for cue in cues {
            if let Some(first) = cue.first() {
                lengths[letter(first)] |= length(first);
                by_first.entry(*first).or_default().push(*cue);
            }
        }
        CueTable { by_first, lengths }
    }

    /// The length in words of a phrase that begins at `at`.
    pub(crate) fn at(&self, reading: &Reading, at: usize) -> Option<usize> {
        let first = reading.lower(at);
        if self.lengths[letter(first)] & length(first) == 0 {
            return None;
        }
        let cues = self.by_first.get(first)?;
        let cue =
            cues.iter().find(|cue| cue.iter().enumerate().all(|(i, word)| reading.lower(at + i) == *word))?;
        Some(cue.len())
    }
}

/// The slot of a word's first letter.
fn letter(word: &str) -> usize {
    word.bytes().next().map_or(0, |byte| (byte & 31).into())
}

/// A word's length as one bit; all long words share the last.
fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}
