//! Fixed phrases, found in one look-up a word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use super::Reading;
use crate::lexicon::{Sieve, WordHasher, is_exact, short};

/// A phrase: its words, each with its number.
type Cue = Vec<(u64, &'static str)>;

/// Phrases by the number of their first word.
#[derive(Debug)]
pub(crate) struct CueTable {
    by_first: HashMap<u64, Vec<Cue>, BuildHasherDefault<WordHasher>>,
    /// Where first words may fall, and the first two; most words are ruled out by the one, most of the rest by the other.
    firsts: Sieve,
    openings: Sieve,
}

impl CueTable {
    pub(crate) fn new(cues: &'static [&'static [&'static str]]) -> CueTable {
        let mut table =
            CueTable { by_first: HashMap::default(), firsts: Sieve::EMPTY, openings: Sieve::EMPTY };
        for words in cues {
            let cue: Cue = words.iter().map(|word| (short(word), *word)).collect();
            if let Some((first, _)) = cue.first() {
                table.firsts.add(*first);
                table.openings.add(both(*first, cue.get(1).map_or(ALONE, |(second, _)| *second)));
                table.by_first.entry(*first).or_default().push(cue);
            }
        }
        table
    }

    /// Each phrase that begins at one of these words: where, and how many words long.
    pub(crate) fn within<'a>(
        &'a self,
        reading: &'a Reading,
        words: Range<usize>,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let from = words.start;
        let may_begin =
            reading.words[words].iter().enumerate().filter(|(_, word)| self.firsts.may_hold(word.short));
        may_begin.filter_map(move |(past, word)| {
            let next = reading.short(from + past + 1);
            let opens = self.openings.may_hold(both(word.short, next))
                || self.openings.may_hold(both(word.short, ALONE));
            if opens {
                self.begun_by(word.short, reading, from + past).map(|length| (from + past, length))
            } else {
                None
            }
        })
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

/// Two words in one number.
fn both(first: u64, second: u64) -> u64 {
    first ^ second.rotate_left(29)
}
