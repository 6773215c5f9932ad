//! A text as a speech recogniser might give it.

/// No capitals, no punctuation, a filler now and then.
pub fn roughened(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '\'' | '’' | '-' | '%'))
        .collect();
    let mut words = Vec::new();
    for (index, word) in plain.split_whitespace().enumerate() {
        if index % 7 == 3 {
            words.push("um");
        }
        words.push(word);
    }
    words.join(" ")
}
