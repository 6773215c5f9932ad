//! Text into lines that fit, with the place of every word, so that signs can stand beneath.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

/// Columns of a tab.
const TAB: usize = 4;

/// One printed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Empty columns before the first word.
    pub(super) indent: usize,
    /// Where the words stand in the text, in bytes. One space is printed between them.
    pub(super) words: Vec<Range<usize>>,
}

impl Line {
    /// The bytes from the first to the last word; `None` on an empty line.
    pub(super) fn bytes(&self) -> Option<Range<usize>> {
        Some(self.words.first()?.start..self.words.last()?.end)
    }

    /// The columns of a stretch of this line's bytes.
    pub(super) fn columns(&self, text: &str, bytes: Range<usize>) -> Range<usize> {
        let mut column = self.indent;
        let mut columns = None;
        for word in &self.words {
            let (from, to) = (word.start.max(bytes.start), word.end.min(bytes.end));
            if from < to {
                let start = column + text[word.start..from].width();
                let end = start + text[from..to].width();
                columns = Some(columns.map_or(start, |columns: Range<usize>| columns.start)..end);
            }
            column += text[word.clone()].width() + 1;
        }
        columns.unwrap_or(self.indent..self.indent)
    }
}

/// Puts something printable in the place of each character that would move the cursor, colour the terminal or turn the
/// direction of writing. Every offset stays as it is, and line ends and tabs stay too.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\r' => c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ if c.is_control() && c.len_utf8() == 1 => '?',
            _ if c.is_control() => '¿',
            _ => c,
        })
        .collect()
}

/// Breaks a text into lines of at most `width` columns. Line ends and the indentation of lines are kept, other white
/// space becomes one space.
pub(super) fn lines(text: &str, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    for paragraph in text.split_inclusive('\n') {
        let blank = paragraph.chars().take_while(|c| matches!(c, ' ' | '\t'));
        let indent = blank.map(|c| if c == '\t' { TAB } else { 1 }).sum::<usize>();
        fill(&mut lines, text, at..at + paragraph.len(), indent.min(width / 2), width);
        at += paragraph.len();
    }
    lines
}

/// Fills lines with the words of one paragraph; an empty one gives one empty line.
fn fill(lines: &mut Vec<Line>, text: &str, paragraph: Range<usize>, indent: usize, width: usize) {
    let words = words(text, paragraph);
    let bullet = words.first().is_some_and(|word| matches!(&text[word.clone()], "-" | "*" | "•" | "–" | "·"));
    let hanging = if bullet && words.len() > 1 { indent + 2 } else { indent };
    let mut line = Line { indent, words: Vec::new() };
    let mut column = indent;
    for word in words.into_iter().flat_map(|word| pieces(text, word, width - hanging)) {
        let wide = text[word.clone()].width();
        let gap = usize::from(!line.words.is_empty());
        if gap == 1 && column + gap + wide > width {
            lines.push(std::mem::replace(&mut line, Line { indent: hanging, words: Vec::new() }));
            column = hanging + wide;
        } else {
            column += gap + wide;
        }
        line.words.push(word);
    }
    lines.push(line);
}

fn words(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    // A space that forbids a break is part of its word.
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
    let start = paragraph.start;
    let mut at = start;
    text[paragraph]
        .split_inclusive(breaks)
        .map(|part| {
            let word = at..at + part.trim_end_matches(breaks).len();
            at += part.len();
            word
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// A word that is wider than a line (a link, or a script without spaces) is cut where a character begins.
fn pieces(text: &str, word: Range<usize>, width: usize) -> Vec<Range<usize>> {
    if text[word.clone()].width() <= width {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let mut start = word.start;
    let mut joined = false;
    for (offset, c) in text[word.clone()].char_indices() {
        let at = word.start + offset;
        let here = &text[at..at + c.len_utf8()];
        // Combining marks, and what a joiner joins, stay with what they belong to.
        let begins = here.width() > 0 && !joined;
        if begins && at > start && text[start..at].width() + here.width() > width {
            pieces.push(start..at);
            start = at;
        }
        joined = c == '\u{200d}';
    }
    pieces.push(start..word.end);
    pieces
}

/// Words of our own as lines: the first begins with `head`, the others beneath its end.
pub(crate) fn paragraph(head: &str, words: &str, width: usize) -> String {
    let indent = head.width();
    let lines = lines(words, width.saturating_sub(indent).max(10));
    let mut filled = String::from(head);
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            filled.push('\n');
            filled.extend(std::iter::repeat_n(' ', indent));
        }
        let words: Vec<&str> = line.words.iter().map(|word| &words[word.clone()]).collect();
        filled.push_str(&words.join(" "));
    }
    filled
}

#[cfg(test)]
mod unit {
    use super::*;

    fn shown(text: &str, width: usize) -> Vec<String> {
        lines(text, width)
            .iter()
            .map(|line| {
                let words: Vec<&str> = line.words.iter().map(|word| &text[word.clone()]).collect();
                " ".repeat(line.indent) + &words.join(" ")
            })
            .collect()
    }

    #[test]
    fn lines_fit() {
        let check = |text: &str, expected: &[&str]| assert_eq!(shown(text, 12), expected, "{text:?}");
        check("", &[]);
        check("one two three four", &["one two", "three four"]);
        check("one two\nthree\n\nfour\n", &["one two", "three", "", "four"]);
        check("one\ttwo   three\r\nfour", &["one two", "three", "four"]);
        check("- one two three four", &["- one two", "  three four"]);
        check("  one two three", &["  one two", "  three"]);
        check("a link://to-somewhere-far", &["a", "link://to-so", "mewhere-far"]);
        check("一二三四五六七八", &["一二三四五六", "七八"]);
        check("40\u{a0}requests each", &["40\u{a0}requests", "each"]);
        check(
            "e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
            &[
                "e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}",
                "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
            ],
        );
    }

    #[test]
    fn joined_characters_stay_together() {
        let family = "👩\u{200d}🚀".repeat(9);
        for piece in pieces(&family, 0..family.len(), 12) {
            assert!(family[piece.clone()].starts_with('👩'), "{piece:?}");
            assert!(family[piece.clone()].ends_with('🚀'), "{piece:?}");
        }
    }

    #[test]
    fn columns_count_what_the_terminal_shows() {
        let check = |text: &str, word: &str, expected: Range<usize>| {
            let line = &lines(text, 80)[0];
            let at = text.find(word).expect("the word is there");
            assert_eq!(line.columns(text, at..at + word.len()), expected, "{text:?} {word:?}");
        };
        check("I cut it", "cut", 2..5);
        check("🚀 I cut it", "cut", 5..8);
        check("日本 I cut it", "cut it", 7..13);
        check("cafe\u{301} I cut it", "cut", 7..10);
        check("👩\u{200d}🚀 cut", "cut", 3..6);
        check("a   b\tcut", "cut", 4..7);
        check("\tcut", "cut", 4..7);
        check("I cut   the   export", "cut   the", 2..9);
    }

    #[test]
    fn nothing_commands_the_terminal() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\u{7}\te\n";
        let shown = printable(text);
        assert_eq!(shown, "a?[31mb¿c\u{fffd}d?\te\n");
        assert_eq!(shown.len(), text.len());
    }

    proptest::proptest! {
        /// No line is too wide, and no character is lost or changes its place.
        #[test]
        fn any_text_fits(text in "([a-z]{1,9} |[ \\t\\n]|\\PC|日本|e\u{301}){0,80}", width in 30usize..100) {
            let text = printable(&text);
            let lines = lines(&text, width);
            let words: Vec<_> = lines.iter().flat_map(|line| line.words.clone()).collect();
            proptest::prop_assert!(words.is_sorted_by_key(|word| (word.start, word.end)));
            let kept: String = words.iter().map(|word| &text[word.clone()]).collect();
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            proptest::prop_assert_eq!(solid(&kept), solid(&text));
            for line in lines.iter().filter(|line| line.words.len() > 1) {
                let columns = line.bytes().map(|bytes| line.columns(&text, bytes)).unwrap_or_default();
                proptest::prop_assert!(columns.end <= width, "{:?} of {}", columns, width);
            }
        }
    }
}
