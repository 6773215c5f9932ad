//! Words that say nothing about which point is being made.

/// In alphabetical order. Function words, contractions, and what speakers fill gaps with.
#[rustfmt::skip] // one word a line would be three hundred lines
const STOP_WORDS: &[&str] = &[
    "a", "about", "actually", "all", "also", "although", "am", "among", "an", "and", "another", "any",
    "are", "aren't", "as", "at", "basically", "be", "because", "been", "being", "between", "bit", "both",
    "but", "by", "can", "can't", "cannot", "could", "couldn't", "did", "didn't", "do", "does", "doesn't",
    "doing", "don't", "done", "down", "during", "each", "er", "erm", "even", "every", "first", "for",
    "from", "get", "gets", "getting", "got", "had", "hadn't", "has", "hasn't", "have", "haven't", "having",
    "he", "he'd", "he'll", "he's", "her", "here", "here's", "hers", "herself", "him", "himself", "his",
    "how", "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "isn't", "it", "it'd",
    "it'll", "it's", "its", "itself", "just", "kind", "let's", "like", "literally", "lot", "many", "may",
    "maybe", "me", "might", "mightn't", "mine", "more", "most", "much", "must", "mustn't", "my", "myself",
    "no", "nor", "not", "of", "off", "ok", "okay", "on", "only", "onto", "or", "other", "our", "ours",
    "ourselves", "out", "over", "own", "per", "probably", "quite", "rather", "really", "same", "shall",
    "shan't", "she", "she'd", "she'll", "she's", "should", "shouldn't", "since", "so", "some", "sort",
    "still", "such", "than", "that", "that'd", "that'll", "that's", "the", "their", "theirs", "them",
    "themselves", "then", "there", "there's", "these", "they", "they'd", "they'll", "they're", "they've",
    "thing", "things", "this", "those", "though", "through", "to", "too", "uh", "um", "under", "until",
    "up", "us", "very", "via", "was", "wasn't", "we", "we'd", "we'll", "we're", "we've", "well", "were",
    "weren't", "what", "what's", "when", "where", "which", "while", "who", "who's", "whom", "whose", "why",
    "will", "with", "without", "won't", "would", "wouldn't", "yeah", "yes", "you", "you'd", "you'll",
    "you're", "you've", "your", "yours", "yourself",
];

/// Whether `word`, in small letters and with straight apostrophes, is a stop word.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_without_repeats() {
        assert!(STOP_WORDS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn words_that_carry_a_point_are_not_on_it() {
        for word in ["not", "no", "never", "last", "half", "third", "before", "risk", "team"] {
            assert_eq!(is_stop_word(word), matches!(word, "not" | "no"), "{word}");
        }
    }
}
