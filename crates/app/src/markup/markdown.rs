//! What a user wrote, inside a page of Markdown.

use std::fmt::Write as _;

/// The user's words as a quotation, with their line breaks.
pub(crate) fn quotation(words: &str) -> String {
    let lines: Vec<&str> = words.lines().collect();
    let mut quotation = String::new();
    for (place, line) in lines.iter().enumerate() {
        let line = escaped(line);
        // Two lines that are not parted by an empty one are still two.
        let breaks = lines.get(place + 1).is_some_and(|next| !next.trim().is_empty()) && !line.is_empty();
        let _ = writeln!(quotation, "{}", format!("> {line}{}", if breaks { "\\" } else { "" }).trim_end());
    }
    quotation
}

/// One line of text that means nothing to Markdown.
pub(crate) fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(text.len());
    // A list, a heading or a rule begins with its sign; a numbered list with "1." or "1)".
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut signs = text.chars().enumerate().peekable();
    while let Some((place, sign)) = signs.next() {
        let begins = match sign {
            '#' | '+' | '-' | '=' => place == 0,
            '.' | ')' => digits > 0 && place == digits,
            // "&amp;" is one sign, "this & that" is three words.
            '&' => signs.peek().is_some_and(|(_, next)| !next.is_whitespace()),
            _ => false,
        };
        if begins || matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~') {
            escaped.push('\\');
        }
        if !sign.is_control() {
            escaped.push(sign);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_written_is_markup() {
        for (text, expected) in [
            ("# I chose", "\\# I chose"),
            ("- one", "\\- one"),
            ("1. one, 2. two", "1\\. one, 2. two"),
            ("12) one", "12\\) one"),
            ("from 40 to 0 - a *lot* of _it_", "from 40 to 0 - a \\*lot\\* of \\_it\\_"),
            (
                "![x](http://e) <b>|a|</b> `c` &amp; ~~d~~",
                "!\\[x\\](http://e) \\<b\\>\\|a\\|\\</b\\> \\`c\\` \\&amp; \\~\\~d\\~\\~",
            ),
            ("a\u{0}b\r\n  c", "ab c"),
            ("===", "\\==="),
        ] {
            assert_eq!(escaped(text), expected);
        }
        assert_eq!(quotation("    one\ntwo\n\n> three"), "> one\\\n> two\n>\n> \\> three\n");
    }
}
