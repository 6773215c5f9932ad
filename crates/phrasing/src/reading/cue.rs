//! Fixed phrases, found in one look-up a word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Reading;
use crate::lexicon::{WordHasher, is_exact, short};

/// A phrase: its words, each with its number.
type Cue = Vec<(u64, &'static str)>;

/// Phrases by the number of their first word.
#[derive(Debug)]
pub(crate) struct CueTable {
    by_first: HashMap<u64, Vec<Cue>, BuildHasherDefault<WordHasher>>,
    /// One bit for each place where a first word, or the first two, may fall; most words are ruled out by it.
    openings: [u64; 64],
}

impl CueTable {
    pub(crate) fn new(cues: &'static [&'static [&'static str]]) -> CueTable {
        let mut table = CueTable { by_first: HashMap::default(), openings: [0; 64] };
        for words in cues {
            let cue: Cue = words.iter().map(|word| (short(word), *word)).collect();
            if let Some((first, _)) = cue.first() {
                let place = place(*first, cue.get(1).map_or(ALONE, |(second, _)| *second));
                table.openings[place / 64] |= 1 << (place % 64);
                table.by_first.entry(*first).or_default().push(cue);
            }
        }
        table
    }

    /// The length in words of a phrase that begins at `at`.
    pub(crate) fn at(&self, reading: &Reading, at: usize) -> Option<usize> {
        let first = reading.short(at);
        let may_open = |second: u64| {
            let place = place(first, second);
            self.openings[place / 64] & (1 << (place % 64)) != 0
        };
        if may_open(ALONE) || may_open(reading.short(at + 1)) {
            self.begun_by(first, reading, at)
        } else {
            None
        }
    }

    fn begun_by(&self, first: u64, reading: &Reading, at: usize) -> Option<usize> {
        let stands = |(place, (number, word)): (usize, &(u64, &str))| {
            reading.short(at + place) == *number && (is_exact(*number) || reading.lower(at + place) == *word)
        };
        let cue = self.by_first.get(&first)?.iter().find(|cue| cue.iter().enumerate().all(stands))?;
        Some(cue.len())
    }
}

/// Stands for the second word of a phrase of one word.
const ALONE: u64 = u64::MAX;

/// Where the numbers of two words fall among the bits of `openings`.
fn place(first: u64, second: u64) -> usize {
    let mixed = (first ^ second.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 52) as usize
}
