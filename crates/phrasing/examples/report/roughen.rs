//! A text as a speech recogniser might give it.

/// No capitals, no punctuation, a filler now and then.
pub fn roughened(text: &str) -> String {
    filled(&unpunctuated(&lowered(text)))
}

/// Without capitals.
pub fn lowered(text: &str) -> String {
    text.to_lowercase()
}

/// Without punctuation, but for what stands inside words.
pub fn unpunctuated(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '\'' | '’' | '-' | '%'))
        .collect()
}

/// With a filler after every six words or so.
pub fn filled(text: &str) -> String {
    let mut words = Vec::new();
    for (index, word) in text.split_whitespace().enumerate() {
        if index % 7 == 3 {
            words.push("um");
        }
        words.push(word);
    }
    words.join(" ")
}
