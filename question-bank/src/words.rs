//! Text as comparable words: without case, accents and punctuation.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text, folded: "Café — it's naïve" → `cafe`, `its`, `naive`.
pub(crate) fn folded(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c) && !matches!(c, '\'' | '’'))
        .flat_map(char::to_lowercase)
        // Lower-casing may compose anew: "İ" becomes "i" and a combining dot.
        .filter(|&c| !is_combining_mark(c))
        .collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
            ("…", vec![]),
        ] {
            assert_eq!(folded(text), words, "{text}");
        }
    }
}
