//! Wrapped lines.

/// How wide a line is at most, in characters, unless one word is wider.
const WIDTH: usize = 110;

/// The words in lines: the first begins with `first`, the others with as many spaces.
pub fn wrapped(first: &str, words: &str) -> String {
    let indent = first.chars().count();
    let mut text = first.to_owned();
    let mut column = indent;
    for word in words.split_whitespace() {
        let width = word.chars().count();
        if column > indent && column + 1 + width > WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_and_indented() {
        let text = wrapped("  id  ", &"word ".repeat(40));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].chars().count(), 6 + 20 * 5 + 4);
        assert!(lines[1].starts_with("      word"));
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone() {
        let long = "x".repeat(2 * WIDTH);
        assert_eq!(wrapped("- ", &format!("a {long} b")), format!("- a\n  {long}\n  b\n"));
    }
}
