//! The id of a question that the user writes, made of its words.

use crate::near::EMPTY_WORDS;
use crate::words::folded;

/// Longest id made of words, in characters, so that a number still fits behind it.
const LONGEST: usize = 48;

/// An id for a question of the user's own: `my-` and the telling words of the prompt, in their order. It is always one
/// that the bank allows; whether it is free is for the caller to see.
pub fn own_id(prompt: &str) -> String {
    let mut id = "my".to_owned();
    for word in folded(prompt) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || EMPTY_WORDS.binary_search(&word.as_str()).is_ok() {
            continue;
        }
        if id.len() + 1 + word.len() > LONGEST {
            break;
        }
        id.push('-');
        id.push_str(&word);
    }
    if id == "my" { "my-question".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_telling_words() {
        for (prompt, id) in [
            ("Tell me about a shipment of vaccines that got warm.", "my-shipment-vaccines-got-warm"),
            ("What would you do?", "my-question"),
            ("为什么你们的冷链会中断呢？", "my-question"),
            ("Überall Ärger: p95!", "my-uberall-arger-p95"),
            ("", "my-question"),
        ] {
            assert_eq!(own_id(prompt), id, "{prompt}");
        }
        let long = own_id(&"word ".repeat(100));
        assert!(long.len() <= LONGEST && !long.ends_with('-'), "{long}");
    }
}
