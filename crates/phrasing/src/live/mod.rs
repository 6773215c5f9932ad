//! Marks while a text is being written: of a long one, only what changed is read again.

mod cut;
mod piece;
#[cfg(test)]
mod tests;

use crate::check::{Check, Finding, Fix, Sentence};
use crate::checker::{Checker, Input};
use crate::judge::Register;
use crate::kinds::{Language, Mode};
use crate::language::English;
use crate::span::{Offsets, Span, Unit};

use piece::Piece;

/// What the marks of a text being written are drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// Whether the text could be read at all; if not, nothing is marked.
    pub language: Language,
    /// Spoken or written words, fillers included.
    pub words: usize,
    /// Sentences, as in [`Check::sentences`].
    pub sentences: Vec<Sentence>,
    /// Findings by where they start. In a long text their points are 0: these depend on the whole of it.
    pub findings: Vec<Finding>,
    /// The repairs of a short text; none for a long one.
    pub fixes: Vec<Fix>,
}

impl Marks {
    /// The same marks with every offset counted in UTF-16 units, as JavaScript counts them.
    #[must_use]
    pub fn to_utf16(mut self, text: &str) -> Marks {
        let offsets = Offsets::new(text, Unit::Utf16);
        for sentence in &mut self.sentences {
            sentence.span = offsets.span(sentence.span);
        }
        for finding in &mut self.findings {
            finding.span = offsets.span(finding.span);
        }
        self
    }
}

impl From<Check> for Marks {
    fn from(check: Check) -> Marks {
        let Check { language, words, sentences, findings, fixes, .. } = check;
        Marks { language, words, sentences, findings, fixes }
    }
}

/// Texts of fewer bytes, about 1,000 words, are checked as a whole.
const LONG: usize = 6_000;

/// A piece has at least so many bytes, if nothing forces a shorter one: each takes some time by itself.
const PIECE: usize = 1_500;

/// The last text with its marks, kept in pieces that do not depend on each other.
#[derive(Debug)]
pub struct LiveMarks {
    text: String,
    mode: Mode,
    pieces: Vec<Piece>,
    long: usize,
    piece: usize,
}

impl Default for LiveMarks {
    fn default() -> LiveMarks {
        LiveMarks {
            text: String::new(),
            mode: Mode::Behavioral,
            pieces: Vec::new(),
            long: LONG,
            piece: PIECE,
        }
    }
}

impl LiveMarks {
    /// The marks of a text. Those of [`Checker::check`], but for points and fixes of long texts. Always give the same checker;
    /// begin anew when the rules have changed.
    pub fn of(&mut self, checker: &Checker, text: &str, mode: Mode) -> Marks {
        if text.len() < self.long {
            self.pieces.clear();
            self.text.clear();
            return checker.check(&Input { mode, ..Input::typed(text) }).into();
        }
        if self.mode != mode {
            self.pieces.clear();
            self.mode = mode;
        }
        self.pieces = self.renewed(checker, text);
        text.clone_into(&mut self.text);
        self.joined(checker)
    }

    /// The pieces of the new text: those before and after the change as they were.
    fn renewed(&mut self, checker: &Checker, text: &str) -> Vec<Piece> {
        let mut old = std::mem::take(&mut self.pieces);
        let (before, after) = cut::unchanged(&self.text, text);
        // What follows a piece decides where its last blanks end, so one character of that must be the same.
        let head = old.partition_point(|piece| piece.end < before);
        let tail = old.partition_point(|piece| piece.start == 0 || piece.start < self.text.len() - after);
        let mut rest = old.split_off(tail.max(head));
        old.truncate(head);
        for piece in &mut rest {
            piece.start = piece.start + text.len() - self.text.len();
            piece.end = piece.end + text.len() - self.text.len();
        }
        let mut rest = rest.into_iter().peekable();
        let mut pieces = old;
        let mut from = pieces.last().map_or(0, |piece| piece.end);
        for end in cut::places(text, from).chain([text.len()]) {
            while rest.next_if(|piece| piece.start < end).is_some() {}
            let meets = rest.peek().is_some_and(|piece| piece.start == end && end > 0);
            if end == from || !meets && end < text.len() && end - from < self.piece {
                continue;
            }
            match Piece::read(checker, text, Span::new(from, end), self.mode) {
                Some(piece) => pieces.push(piece),
                None => return Vec::new(),
            }
            from = end;
            if meets {
                break;
            }
        }
        pieces.extend(rest);
        pieces
    }

    fn joined(&self, checker: &Checker) -> Marks {
        let mut english = English::default();
        let mut words = 0;
        let mut register = Register::default();
        for piece in &self.pieces {
            english.add(piece.english);
            words += piece.words;
            register.add(&piece.register);
        }
        let language = english.language(words);
        let mut marks =
            Marks { language, words, sentences: Vec::new(), findings: Vec::new(), fixes: Vec::new() };
        // Where nobody speaks of their own work, or the text does not speak of work at all, or the pieces hang together, only the whole can be judged.
        if self.pieces.is_empty()
            || language == Language::English
                && (!register.speaks_of_work(&checker.book.words_of_work)
                    || !self.pieces.iter().any(|piece| piece.personal))
        {
            let whole = checker.check(&Input { mode: self.mode, ..Input::typed(&self.text) });
            let findings = whole.findings.into_iter().map(|finding| Finding { points: 0.0, ..finding });
            return Marks {
                language: whole.language,
                words: whole.words,
                sentences: whole.sentences,
                findings: findings.collect(),
                fixes: Vec::new(),
            };
        }
        if language != Language::English {
            return marks;
        }
        let mut fillers = Vec::new();
        for piece in &self.pieces {
            let moved = |span: Span| Span::new(span.start + piece.start, span.end + piece.start);
            marks.sentences.extend(
                piece.sentences.iter().map(|sentence| Sentence { span: moved(sentence.span), ..*sentence }),
            );
            marks.findings.extend(
                piece.findings.iter().map(|finding| Finding { span: moved(finding.span), ..finding.clone() }),
            );
            fillers.extend(piece.fillers.iter().map(|span| moved(*span)));
        }
        checker.add_fillers(&fillers, &mut marks.findings);
        marks
    }
}
