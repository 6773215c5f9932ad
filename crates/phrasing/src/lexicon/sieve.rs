//! Rules out most words in one look.

/// A set of numbers that may say of some others that it holds them too, but never denies one of its own.
#[derive(Debug, Clone)]
pub(crate) struct Sieve {
    bits: [u64; BLOCKS],
}

const BLOCKS: usize = 64;

impl Sieve {
    pub(crate) const EMPTY: Sieve = Sieve { bits: [0; BLOCKS] };

    /// Holds these words, each by its number.
    pub(crate) const fn of(words: &[&str]) -> Sieve {
        let mut sieve = Sieve::EMPTY;
        let mut at = 0;
        while at < words.len() {
            sieve.add(super::short(words[at]));
            at += 1;
        }
        sieve
    }

    pub(crate) const fn add(&mut self, number: u64) {
        let place = place(number);
        self.bits[place / 64] |= 1 << (place % 64);
    }

    /// Whether a number may be one of its own; if not, it is none for sure.
    #[inline]
    pub(crate) const fn may_hold(&self, number: u64) -> bool {
        let place = place(number);
        self.bits[place / 64] & (1 << (place % 64)) != 0
    }
}

/// Where a number falls among the bits.
const fn place(number: u64) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::short;

    #[test]
    fn its_own_are_never_denied_and_most_others_are() {
        let own = ["because", "instead", "", "beforehand"];
        let sieve = Sieve::of(&own);
        assert!(own.iter().all(|word| sieve.may_hold(short(word))));
        let others = (0..1000).filter(|number| sieve.may_hold(short(&format!("w{number}")))).count();
        assert!(others < 20, "{others}");
        assert!(!Sieve::EMPTY.may_hold(0));
    }
}
