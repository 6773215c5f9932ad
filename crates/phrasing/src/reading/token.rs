//! Cuts a text into words, numbers and punctuation, with their places.

use crate::span::Span;

/// What a token is by its looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters, perhaps with digits, hyphens and apostrophes inside.
    Word,
    /// Begins with a digit or a currency sign.
    Number,
    /// Ends a sentence: . ! ? …
    Stop,
    /// Divides inside a sentence: , ; : – ( )
    Pause,
    /// A line break that ends a sentence: a blank line or the next bullet.
    Break,
    /// Anything else: quotes, slashes, emoji.
    Mark,
}

/// A token as written; its lower-case form lies in [`Tokens::lower`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    /// Begins with a capital letter.
    pub(crate) capital: bool,
    /// Continues the word before it: the "n't" of "didn't".
    pub(crate) clitic: bool,
    /// Where the lower-case form begins, and its bytes: a longer word has none.
    lower: u32,
    lower_bytes: u8,
}

impl Token {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// All tokens of a text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) list: Vec<Token>,
    /// The text in lower case, as far as it is ASCII; then the tokens that are not.
    lower: String,
}

impl Tokens {
    /// Whether two tokens have the same form in lower case.
    pub(crate) fn same(&self, one: &Token, other: &Token) -> bool {
        one.lower_bytes == other.lower_bytes && self.lower(one) == self.lower(other)
    }

    /// The token's form in lower case, apostrophes straightened.
    pub(crate) fn lower(&self, token: &Token) -> &str {
        &self.lower[token.lower as usize..][..token.lower_bytes as usize]
    }

    /// Words longer than this are no words.
    const LONGEST: usize = 64;

    /// Texts past this many bytes are read up to here: offsets are 32 bits wide.
    const LONGEST_TEXT: usize = 64 << 20;

    pub(crate) fn read(text: &str) -> Tokens {
        let mut end = text.len().min(Self::LONGEST_TEXT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        // Forms that are not ASCII are added behind the text.
        let mut lower = String::with_capacity(text.len() + text.len() / 16);
        lower.push_str(text);
        lower.make_ascii_lowercase();
        let mut tokens = Tokens { list: Vec::with_capacity(text.len() / BYTES_PER_TOKEN), lower };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            at = if c.is_ascii_alphabetic() {
                tokens.word(text, at)
            } else if c == '\n' || c == '\r' {
                tokens.line_break(text, at)
            } else if c.is_whitespace() {
                at + c.len_utf8()
            } else if let Some(arrow) = arrow(&text[at..], c) {
                tokens.arrow(at, at + arrow.len())
            } else if c.is_alphanumeric() || starts_clitic(&text[at..]) || starts_amount(&text[at..]) {
                tokens.word(text, at)
            } else {
                tokens.mark(text, at, c)
            };
        }
        tokens
    }

    fn push(&mut self, text: &str, start: usize, end: usize, shape: Shape, clitic: bool) {
        let word = &text[start..end];
        if word.is_ascii() {
            self.push_ascii(text, start, end, shape, clitic);
            return;
        }
        let from = self.lower.len();
        if word.len() <= Self::LONGEST {
            for c in word.chars() {
                match c {
                    '’' | 'ʼ' => self.lower.push('\''),
                    '‑' | '‐' => self.lower.push('-'),
                    c if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                    c => self.lower.extend(c.to_lowercase()),
                }
            }
        }
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            shape,
            capital: word.starts_with(char::is_uppercase),
            clitic,
            lower: from as u32,
            // No character has three times its bytes in lower case.
            lower_bytes: (self.lower.len() - from) as u8,
        });
    }

    /// A token whose lower-case form stands where it does in the text.
    fn push_ascii(&mut self, text: &str, start: usize, end: usize, shape: Shape, clitic: bool) {
        let bytes = end - start;
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            shape,
            capital: text.as_bytes()[start].is_ascii_uppercase(),
            clitic,
            lower: start as u32,
            lower_bytes: if bytes <= Self::LONGEST { bytes as u8 } else { 0 },
        });
    }

    /// Reads an arrow, which notes put between what was and what is: all of them alike.
    fn arrow(&mut self, start: usize, end: usize) -> usize {
        let from = self.lower.len() as u32;
        self.lower.push(ARROW);
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            shape: Shape::Word,
            capital: false,
            clitic: false,
            lower: from,
            lower_bytes: ARROW.len_utf8() as u8,
        });
        end
    }

    /// Reads one or more line breaks; returns where the text goes on.
    fn line_break(&mut self, text: &str, start: usize) -> usize {
        let rest = &text[start..];
        let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let newlines = rest[..blank].bytes().filter(|b| *b == b'\n').count();
        let next = rest[blank..].chars().next();
        let bullet = next.is_some_and(|c| "-*•–—·▪‣".contains(c));
        if newlines > 1 || bullet || next.is_some_and(char::is_uppercase) {
            self.push(text, start, start + blank, Shape::Break, false);
        }
        start + blank
    }

    fn mark(&mut self, text: &str, start: usize, c: char) -> usize {
        let mut end = start + c.len_utf8();
        let shape = match c {
            '.' | '!' | '?' | '…' => {
                let run = text[start..].find(|d: char| !".!?…".contains(d)).unwrap_or(text.len() - start);
                end = start + run;
                Shape::Stop
            }
            ',' | ';' | ':' | '–' | '—' | '(' | ')' | '[' | ']' => Shape::Pause,
            '-' if text[end..].starts_with([' ', '-']) => Shape::Pause,
            _ => Shape::Mark,
        };
        self.push(text, start, end, shape, false);
        end
    }

    fn word(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let number = !text[start..].starts_with(char::is_alphabetic) && bytes[start] != b'\'';
        // Most words are plain letters up to a space.
        let plain = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let ends = match bytes.get(plain) {
            Some(byte) => byte.is_ascii() && !matches!(byte, b'\'' | b'-' | b'_' | b'.' | b'/'),
            None => true,
        };
        if ends && plain > start && !number {
            self.push_ascii(text, start, plain, Shape::Word, false);
            return plain;
        }
        let mut end = plain;
        let mut chars = text[plain..].chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            let goes_on = c.is_alphanumeric()
                || is_joiner(c)
                || end == start
                || (matches!(c, '\'' | '’' | '-' | '‑' | '_') && next.is_some_and(char::is_alphanumeric))
                || (number && matches!(c, '.' | ',') && next.is_some_and(|d| d.is_ascii_digit()))
                || (number && c == '%');
            if !goes_on {
                break;
            }
            end += c.len_utf8();
        }
        if number {
            self.push(text, start, end, Shape::Number, false);
            return end;
        }
        // Abbreviations keep their stops, so that these end no sentence.
        if let Some(b'.' | b'/') = bytes.get(end)
            && let Some(len) = abbreviation(&text[start..])
        {
            self.push(text, start, start + len, Shape::Word, false);
            return start + len;
        }
        if end == plain {
            self.push(text, start, end, Shape::Word, false);
            return end;
        }
        match split_clitic(&text[start..end]) {
            Some(at) if at > 0 => {
                self.push(text, start, start + at, Shape::Word, false);
                self.push(text, start + at, end, Shape::Word, true);
            }
            _ => self.push(text, start, end, Shape::Word, false),
        }
        end
    }
}

/// Prose has a token for each five bytes; with room for figures and marks.
const BYTES_PER_TOKEN: usize = 4;

/// What all arrows are read as.
const ARROW: char = '→';

/// The longer ones first.
const ARROWS: [&str; 6] = ["-->", "==>", "->", "=>", "→", "⇒"];

/// The arrow that a text begins with, of which `first` is the first character.
fn arrow(text: &str, first: char) -> Option<&'static str> {
    if matches!(first, '-' | '=' | '→' | '⇒') {
        ARROWS.into_iter().find(|arrow| text.starts_with(arrow))
    } else {
        None
    }
}

/// Combining marks and joiners belong to the character before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

fn starts_clitic(rest: &str) -> bool {
    ["'m ", "'re ", "'ve ", "'ll ", "'d "].iter().any(|clitic| rest.starts_with(clitic))
}

/// A currency sign with its figure.
fn starts_amount(rest: &str) -> bool {
    rest.strip_prefix(['$', '€', '£', '₹']).is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()))
}

fn abbreviation(rest: &str) -> Option<usize> {
    ["e.g.", "i.e.", "b/w", "vs.", "approx.", "Mr.", "Mrs.", "Dr.", "w/o"].iter().find_map(|known| {
        let head = rest.get(..known.len())?;
        let free = !rest[known.len()..].starts_with(char::is_alphanumeric);
        (head.eq_ignore_ascii_case(known) && free).then_some(known.len())
    })
}

/// Where the clitic of a contraction begins: "did|n't", "I|'d", "team|'s".
fn split_clitic(word: &str) -> Option<usize> {
    let (apostrophe, _) = word.char_indices().rev().find(|(_, c)| matches!(c, '\'' | '’'))?;
    let tail = word[apostrophe..].trim_start_matches(['\'', '’']);
    let is = |wanted: &str| tail.eq_ignore_ascii_case(wanted);
    if is("t") && word[..apostrophe].ends_with(['n', 'N']) {
        // "can't" leaves "ca", which the lexicon knows.
        return Some(apostrophe - 1);
    }
    ["s", "d", "m", "re", "ve", "ll"].iter().any(|clitic| is(clitic)).then_some(apostrophe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        let tokens = Tokens::read(text);
        let got: Vec<&str> = tokens.list.iter().map(|token| tokens.lower(token)).collect();
        assert_eq!(got.join("|"), expected, "{text}");
    }

    #[test]
    fn words_numbers_and_contractions() {
        check("I didn’t own it.", "i|did|n't|own|it|.");
        check("p95 from 1,200 ms to $10M, 40%!", "p95|from|1,200|ms|to|$10m|,|40%|!");
        check("dual-write b/w us, e.g. here", "dual-write|b/w|us|,|e.g.|here");
        check("We're the team's last; can't stop", "we|'re|the|team|'s|last|;|ca|n't|stop");
        check("a\n- cut scope\n- held it", "a|\n|-|cut|scope|\n|-|held|it");
        check("40 -> 1, p95 900→300 ms", "40|→|1|,|p95|900|→|300|ms");
        check("wrapped\nline", "wrapped|line");
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_on_boundaries(text in any::<String>()) {
            let tokens = Tokens::read(&text);
            let mut last = 0;
            for token in &tokens.list {
                prop_assert!(token.start as usize >= last);
                prop_assert!(token.end > token.start);
                prop_assert!(text.get(token.start as usize..token.end as usize).is_some());
                last = token.end as usize;
            }
        }
    }
}
