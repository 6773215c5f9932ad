//! A text as content words and numbers.

use super::Span;
use super::inflection::fold;
use super::numbers::{self, Value};
use super::stop_words::is_stop_word;

/// What a stretch of text says, however it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// A content word, without its inflection.
    Word(String),
    /// A number.
    Number(Value),
    /// A word that says nothing by itself.
    Stop,
}

impl Meaning {
    pub(super) const fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

/// A piece of a text and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) span: Span,
    pub(super) meaning: Meaning,
    /// "one" by itself: the number 1 if somebody asks for it, but mostly not meant as one ("the one that …").
    lone_one: bool,
}

impl Term {
    /// Whether a point that has it needs it back.
    pub(super) fn is_wanted(&self) -> bool {
        self.counts() && !self.lone_one
    }

    /// Whether it can be what a point needs.
    pub(super) fn counts(&self) -> bool {
        self.meaning != Meaning::Stop
    }
}

/// A word, a number in figures or a percent sign, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Whether only spaces or a hyphen stand between it and the piece before.
    pub(super) joined: bool,
    /// Whether a currency sign stands before it.
    pub(super) money: bool,
}

impl Piece<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The terms of `text`, in order.
pub(super) fn terms(text: &str) -> Vec<Term> {
    let pieces = pieces(text);
    let mut terms = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let piece = pieces[at];
        let (used, meaning, lone_one) = if let Some((used, value)) = numbers::read(&pieces[at..]) {
            let lone_one = used == 1 && piece.text.eq_ignore_ascii_case("one");
            (used, Meaning::Number(value), lone_one)
        } else {
            let (used, meaning) = word(&pieces[at..]);
            (used, meaning, false)
        };
        let span = Span { start: piece.start, end: pieces[at + used - 1].end() };
        // A share is always a number: "one percent".
        let percent = pieces.get(at + used).is_some_and(|next| next.joined && is_percent(next.text));
        terms.push(Term { span, meaning, lone_one: lone_one && !percent });
        at += used;
    }
    terms
}

/// What the word at the front says, and how many pieces it takes.
fn word(pieces: &[Piece<'_>]) -> (usize, Meaning) {
    let percent = || Meaning::Word("percent".to_owned());
    let text = pieces[0].text.to_lowercase().replace('’', "'");
    if is_percent(&text) {
        return (1, percent());
    }
    if text == "per"
        && pieces.get(1).is_some_and(|next| next.joined && next.text.eq_ignore_ascii_case("cent"))
    {
        return (2, percent());
    }
    let meaning = if is_stop_word(&text) { Meaning::Stop } else { Meaning::Word(fold(&text)) };
    (1, meaning)
}

fn is_percent(text: &str) -> bool {
    ["%", "percent", "pct"].iter().any(|sign| text.eq_ignore_ascii_case(sign))
}

/// Cuts `text` into pieces. A word that follows a figure directly is its own piece: *400ms* is *400* and *ms*.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut joined, mut money) = (false, false);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if c.is_ascii_digit() {
            figure(rest)
        } else if c == '%' {
            1
        } else if c.is_alphanumeric() {
            letters(rest)
        } else {
            joined &= c == ' ' || c == '-' || c == '\u{a0}';
            money = matches!(c, '$' | '€' | '£') || (money && c == ' ');
            at += c.len_utf8();
            continue;
        };
        pieces.push(Piece { text: &rest[..length], start: at, joined, money });
        (joined, money) = (true, false);
        at += length;
    }
    pieces
}

/// The length of the word at the front of `rest`: letters, digits and marks, with apostrophes between.
fn letters(rest: &str) -> usize {
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        let next = || rest[at + c.len_utf8()..].chars().next();
        let inside = c.is_alphanumeric()
            || matches!(c, '\u{300}'..='\u{36f}')
            || (matches!(c, '\'' | '’') && next().is_some_and(char::is_alphabetic));
        if !inside {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// The length of the figure at the front of `rest`: digits, groups of three after commas, decimals after a point.
fn figure(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = digits(0);
    while bytes.get(length) == Some(&b',') && digits(length + 1) == 3 {
        length += 4;
    }
    if bytes.get(length) == Some(&b'.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The terms as text: numbers by value, stop words as dots.
    fn say(text: &str) -> String {
        let said: Vec<_> = terms(text)
            .into_iter()
            .map(|term| match term.meaning {
                Meaning::Word(word) => word,
                Meaning::Number(value) if term.lone_one => format!("({value})"),
                Meaning::Number(value) => value.to_string(),
                Meaning::Stop => "·".to_owned(),
            })
            .collect();
        said.join(" ")
    }

    #[test]
    fn shares_are_the_same_however_they_are_written() {
        for text in
            ["40%", "40 %", "40 percent", "40 per cent", "forty percent", "Forty per cent", "40\u{a0}%"]
        {
            assert_eq!(say(text), "40 percent", "{text}");
        }
        assert_eq!(say("one percent"), "1 percent");
    }

    #[test]
    fn words_lose_inflection_and_stop_words_say_nothing() {
        assert_eq!(say("We offered the migration scripts"), "· offer · migrat script");
        assert_eq!(say("They didn’t, it's the team's"), "· · · · team");
    }

    #[test]
    fn figures_keep_their_units_apart() {
        assert_eq!(say("p99 from 1,200ms to 400 ms"), "p99 · 1200 ms · 400 ms");
        assert_eq!(say("v2, 10x, 3-5 teams, 2.1."), "v2 10 x 3 5 team 2.1");
        assert_eq!(say("on one page, one of 2"), "· (1) pag (1) · 2");
    }

    #[test]
    fn spans_are_where_the_words_stand() {
        let text = "é twenty-five % — naïve\u{301}";
        for term in terms(text) {
            assert!(text.is_char_boundary(term.span.start) && text.is_char_boundary(term.span.end));
        }
        let spans: Vec<_> = terms(text).iter().map(|term| &text[term.span.range()]).collect();
        assert_eq!(spans, ["é", "twenty-five", "%", "naïve\u{301}"]);
    }
}
