//! Are two texts the same question in other clothes?

use std::cmp::Reverse;

use crate::words::folded;

/// Words that say nothing about which question it is, in alphabetical order.
pub(crate) const EMPTY_WORDS: &[&str] = &[
    "a", "about", "an", "and", "are", "at", "be", "by", "can", "describe", "did", "do", "does", "explain",
    "for", "from", "had", "has", "have", "how", "i", "in", "is", "it", "its", "me", "of", "on", "or", "so",
    "tell", "that", "the", "then", "there", "this", "through", "time", "to", "us", "walk", "was", "were",
    "what", "when", "where", "which", "who", "why", "with", "would", "you", "your",
];

/// Three quarters: the share of common words, of all words of both, from which two prompts count as one question.
/// A prompt with a word or two changed lies above; the closest pair of different questions in the built-in bank lies
/// well below.
const NEAR: (usize, usize) = (3, 4);

/// The words of a text, ready to be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    /// All words in alphabetical order: equal for the same words in another order.
    sorted: Vec<String>,
    /// The words that carry meaning, each once, the longest (mostly the rarest) first.
    telling: Vec<String>,
}

impl Wording {
    pub(crate) fn of(text: &str) -> Self {
        let mut sorted = folded(text);
        sorted.sort_unstable();
        let mut telling: Vec<_> = sorted
            .iter()
            .filter(|word| EMPTY_WORDS.binary_search(&word.as_str()).is_err())
            .cloned()
            .collect();
        telling.dedup();
        telling.sort_by(|a, b| by_rarity(a).cmp(&by_rarity(b)));
        Wording { sorted, telling }
    }

    /// Same words, in whatever order, case or punctuation.
    pub(crate) fn same_as(&self, other: &Wording) -> bool {
        self.sorted == other.sorted
    }

    /// Whether it has enough telling words to be called nearly another; "Who won?" is nearly nothing.
    pub(crate) fn tells_enough(&self) -> bool {
        self.telling.len() >= 3
    }

    /// All words in a fixed order: a key under which texts of the same words meet.
    pub(crate) fn key(&self) -> String {
        self.sorted.join(" ")
    }

    /// Nearly the same telling words: a Jaccard index of three quarters or more.
    pub(crate) fn near(&self, other: &Wording) -> bool {
        if self.telling.is_empty() || other.telling.is_empty() {
            return self.same_as(other);
        }
        let common = self.common_with(other);
        let all = self.telling.len() + other.telling.len() - common;
        common * NEAR.1 >= all * NEAR.0
    }

    /// Share of the telling words of both that they have in common, in per cent, rounded down.
    pub(crate) fn alike(&self, other: &Wording) -> u32 {
        let common = self.common_with(other);
        let all = self.telling.len() + other.telling.len() - common;
        // Texts of empty words alone are alike only when they are the same.
        let share = (100 * common).checked_div(all).unwrap_or(100 * usize::from(self.same_as(other)));
        u32::try_from(share).unwrap_or(100)
    }

    /// Words of which two near texts share at least one (prefix filtering): the first `n − ⌈¾n⌉ + 1` in a fixed order.
    pub(crate) fn signposts(&self) -> &[String] {
        let count = self.telling.len();
        let enough = count - (count * NEAR.0).div_ceil(NEAR.1) + 1;
        &self.telling[..enough.min(count)]
    }

    fn common_with(&self, other: &Wording) -> usize {
        let mut theirs = other.telling.iter().peekable();
        let mut common = 0;
        for word in &self.telling {
            while theirs.next_if(|their| by_rarity(their) < by_rarity(word)).is_some() {}
            common += usize::from(theirs.next_if(|their| *their == word).is_some());
        }
        common
    }
}

fn by_rarity(word: &str) -> (Reverse<usize>, &str) {
    (Reverse(word.len()), word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Wording;

    #[test]
    fn empty_words_can_be_searched() {
        assert!(super::EMPTY_WORDS.is_sorted());
    }

    #[test]
    fn tells_a_reworded_prompt_from_another_question() {
        let prompt = Wording::of("How would you retire an API that forty clients still call?");
        for (text, same, near) in [
            ("how would you retire an api that forty clients still call", true, true),
            ("An API that forty clients still call: how would you retire?", true, true),
            ("How do you retire the API which forty clients still call?", false, true),
            ("Would you retire an API that fifty clients never call?", false, false),
            ("How would you version an API?", false, false),
            ("", false, false),
        ] {
            let other = Wording::of(text);
            assert_eq!((prompt.same_as(&other), prompt.near(&other)), (same, near), "{text}");
            assert_eq!(other.near(&prompt), near, "the other way round: {text}");
        }
    }

    proptest! {
        #[test]
        fn near_texts_share_a_signpost(a in "([abcd]{1,3} ?){1,9}", b in "([abcd]{1,3} ?){1,9}") {
            let (a, b) = (Wording::of(&a), Wording::of(&b));
            prop_assert_eq!(a.near(&b), b.near(&a));
            if a.near(&b) && !a.telling.is_empty() {
                prop_assert!(a.signposts().iter().any(|word| b.signposts().contains(word)));
            }
        }
    }
}
