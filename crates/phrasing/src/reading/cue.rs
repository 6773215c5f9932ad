//! Fixed phrases, found in one look-up a word.

use std::collections::HashMap;

use super::Reading;

/// Phrases by their first word.
#[derive(Debug)]
pub(crate) struct CueTable {
    by_first: HashMap<&'static str, Vec<&'static [&'static str]>>,
}

impl CueTable {
    pub(crate) fn new(cues: &'static [&'static [&'static str]]) -> CueTable {
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for cue in cues {
            if let Some(first) = cue.first() {
                by_first.entry(*first).or_default().push(*cue);
            }
        }
        CueTable { by_first }
    }

    /// The length in words of a phrase that begins at `at`.
    pub(crate) fn at(&self, reading: &Reading, at: usize) -> Option<usize> {
        let cues = self.by_first.get(reading.lower(at))?;
        let cue =
            cues.iter().find(|cue| cue.iter().enumerate().all(|(i, word)| reading.lower(at + i) == *word))?;
        Some(cue.len())
    }
}
