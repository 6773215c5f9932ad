//! The user's own words, cut to what a note can hold.

use phrasing::{Check, Span};

/// Words of a quotation, at most.
const MOST_WORDS: usize = 24;
/// Characters of a quotation, at most: words can be of any length.
const MOST_CHARS: usize = 180;
/// So few words before the marked ones are quoted with them: "I" before "chose …".
const LEAD: usize = 3;

/// The marked words in quotation marks, with the rest of their sentence as far as it fits.
///
/// A short sentence is quoted whole, since a mark is often less than what was said: "from forty a month to zero" says
/// not of what.
pub(crate) fn quoted(text: &str, check: &Check, mark: Span) -> String {
    let sentence = check.sentences.iter().find(|sentence| sentence.span.contains(mark));
    let sentence = sentence.map_or(mark, |sentence| sentence.span);
    let before = Span::new(sentence.start, mark.start).of(text);
    let whole = fits(sentence.of(text)) || before.split_whitespace().count() <= LEAD;
    let from = if whole { sentence.start } else { mark.start - length_of_actor(before) };
    format!("“{}”", shortened(Span::new(from, sentence.end).of(text), MOST_WORDS, MOST_CHARS))
}

/// Bytes at the end of these words that begin with who acts: "I" in "In May I", "we would" in "So we would".
fn length_of_actor(before: &str) -> usize {
    let actor = |word: &&str| matches!(*word, "I" | "we" | "We");
    let words: Vec<&str> = before.split_whitespace().rev().take(LEAD).collect();
    let Some(word) = words.iter().find(|word| actor(word)) else { return 0 };
    before.len() - (word.as_ptr() as usize - before.as_ptr() as usize)
}

/// The marked words alone, in quotation marks.
pub(crate) fn marked(text: &str, mark: Span) -> String {
    format!("“{}”", shortened(mark.of(text), MOST_WORDS / 2, MOST_CHARS / 2))
}

/// A question's words for the middle of a sentence.
pub(crate) fn short_prompt(prompt: &str) -> String {
    format!("“{}”", shortened(prompt, 9, 72))
}

/// The beginning of a sentence.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "one, two and three".
pub(crate) fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn fits(text: &str) -> bool {
    text.split_whitespace().count() <= MOST_WORDS && text.chars().count() <= MOST_CHARS
}

/// On one line, cut between words (inside one that is longer than all of it), without the full stop.
pub(crate) fn shortened(text: &str, words: usize, chars: usize) -> String {
    let mut short = String::new();
    let mut left = chars;
    let mut cut = false;
    for (place, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if place == words || (length > left && place > 0) {
            cut = true;
            break;
        }
        if place > 0 {
            short.push(' ');
        }
        short.extend(word.chars().take(left));
        if length > left {
            cut = true;
            break;
        }
        left = left.saturating_sub(length + 1);
    }
    if cut {
        let end = short.trim_end_matches([',', ';', ':', '.', '-', '–', '—', ' ']).len();
        short.truncate(end);
        short.push_str(" …");
    } else if short.ends_with('.') && !short.ends_with("..") {
        short.pop();
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shortened(text, 5, 30), expected);
    }

    #[test]
    fn a_quotation_is_cut_between_words() {
        check("I chose the later date.", "I chose the later date");
        check("I chose\n\n  the later date", "I chose the later date");
        check("I chose the later date, since it holds.", "I chose the later date …");
        check("And then …", "And then …");
        check("Who would pay?", "Who would pay?");
        check("", "");
        check(&"x".repeat(200), &format!("{} …", "x".repeat(30)));
        check(&format!("I 🙂 {}", "é".repeat(40)), "I 🙂 …");
    }
}
