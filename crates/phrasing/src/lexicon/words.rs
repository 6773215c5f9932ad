//! Words and their numbers: all letters in one string, and a table to look words up by.

use std::hash::Hasher;

use super::short::LETTERS;
use super::{WordHasher, WordId, is_exact, short};

/// A place of the table where no word is.
const FREE: u32 = u32::MAX;

/// Words, numbered in the order in which they were added.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// Each word in one number.
    shorts: Vec<u64>,
    /// Numbers of words, at the place that their hash gives or the next that was free. At most half full; a power of two long.
    table: Vec<u32>,
}

impl Words {
    /// Makes room for so many words more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.ends.reserve(more);
        self.shorts.reserve(more);
        self.letters.reserve(more * 8);
        self.lay_out((self.ends.len() + more) * 2);
    }

    /// The word of a number; empty for one that does not exist.
    pub(super) fn word(&self, id: WordId) -> &str {
        let index = id as usize;
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..*end as usize]
    }

    /// The number of a word.
    pub(super) fn id(&self, word: &str) -> Option<WordId> {
        if self.table.is_empty() {
            return None;
        }
        let id = self.table[self.place(short(word), word)];
        (id != FREE).then_some(id)
    }

    /// The number of a word, which is added if it is new.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if self.table.len() < (self.ends.len() + 1) * 2 {
            self.lay_out((self.ends.len() + 1) * 4);
        }
        let number = short(word);
        let place = self.place(number, word);
        if self.table[place] == FREE {
            self.table[place] = self.ends.len() as u32;
            self.letters.push_str(word);
            self.shorts.push(number);
            self.ends.push(self.letters.len() as u32);
        }
        self.table[place]
    }

    /// Where a word is in the table, or would be.
    fn place(&self, number: u64, word: &str) -> usize {
        let last = self.table.len() - 1;
        let mut hasher = WordHasher::default();
        hasher.write_u64(number);
        if !is_exact(number) {
            hasher.write(&word.as_bytes()[LETTERS..]);
        }
        let mut place = (hasher.finish() >> 16) as usize & last;
        while self.table[place] != FREE && !self.is(self.table[place], number, word) {
            place = (place + 1) & last;
        }
        place
    }

    /// Whether a number is that of this word.
    fn is(&self, id: WordId, number: u64, word: &str) -> bool {
        self.shorts[id as usize] == number && (is_exact(number) || self.word(id) == word)
    }

    /// Makes the table so long, and enters all words again.
    fn lay_out(&mut self, length: usize) {
        self.table = vec![FREE; length.next_power_of_two().max(16)];
        for id in 0..self.ends.len() as u32 {
            let place = self.place(self.shorts[id as usize], self.word(id));
            self.table[place] = id;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_while_the_table_grows() {
        let mut words = Words::default();
        assert_eq!(words.id("w0"), None);
        for number in 0..1000u32 {
            assert_eq!(words.add(&format!("w{number}")), number);
        }
        for number in 0..1000u32 {
            assert_eq!(words.add(&format!("w{number}")), number);
            assert_eq!(words.id(&format!("w{number}")), Some(number));
            assert_eq!(words.word(number), format!("w{number}"));
        }
        assert_eq!((words.id("other"), words.word(1000)), (None, ""));
    }
}
