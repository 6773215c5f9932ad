//! Text as comparable words: without case, accents and punctuation.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text, folded: "Café — it's naïve" → `cafe`, `its`, `naive`.
pub(crate) fn folded(text: &str) -> Vec<String> {
    line(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The folded words in a row, with one space between: equal for texts that differ in case, accents and punctuation.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            line.push(c);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    };
    if text.chars().all(|c| c.is_ascii() || is_apostrophe(c)) {
        // Nearly all text: nothing to decompose.
        text.chars().filter(|&c| !is_apostrophe(c)).for_each(|c| push(c.to_ascii_lowercase()));
    } else {
        let letters = text.nfkd().filter(|&c| !is_combining_mark(c) && !is_apostrophe(c));
        // Lower-casing may compose anew: "İ" becomes "i" and a combining dot.
        letters.flat_map(char::to_lowercase).filter(|&c| !is_combining_mark(c)).for_each(push);
    }
    line.truncate(line.trim_end().len());
    line
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn folds_case_accents_and_punctuation() {
        for (text, words) in [
            ("Café — it's NAÏVE", vec!["cafe", "its", "naive"]),
            ("Dependencies & risk", vec!["dependencies", "risk"]),
            ("trade-offs, p95", vec!["trade", "offs", "p95"]),
            ("İstanbul", vec!["istanbul"]),
            ("e\u{301}tude", vec!["etude"]),
            ("It’s THREE o'clock", vec!["its", "three", "oclock"]),
            ("…", vec![]),
        ] {
            assert_eq!(folded(text), words, "{text}");
        }
    }
}
