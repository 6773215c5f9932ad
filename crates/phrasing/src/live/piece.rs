//! A stretch of whole sentences whose marks depend on nothing outside.

use crate::check::{Finding, Sentence};
use crate::checker::Checker;
use crate::judge::{self, Register};
use crate::kinds::Mode;
use crate::language::English;
use crate::reading::Reading;
use crate::span::Span;

/// A stretch of a text with its marks, whose spans count from its start.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) words: usize,
    pub(super) english: English,
    /// Somebody speaks of their own work in it.
    pub(super) personal: bool,
    pub(super) register: Register,
    pub(super) sentences: Vec<Sentence>,
    pub(super) findings: Vec<Finding>,
    pub(super) fillers: Vec<Span>,
}

impl Piece {
    /// Reads a stretch of a text as part of a text in which somebody speaks of their own work; `None` when it hangs together
    /// with what stands before or after it.
    pub(super) fn read(checker: &Checker, text: &str, place: Span, mode: Mode) -> Option<Piece> {
        let book = &checker.book;
        let mut reading = Reading::of_part(place.of(text), &book.vocabulary, place.start > 0);
        let apart = (place.start == 0 || reading.begins_afresh())
            && (place.end == text.len() || reading.ends_for_good());
        if !apart {
            return None;
        }
        let personal = std::mem::replace(&mut reading.personal, true);
        let settled = judge::settle_part(book, &reading, mode, &[]);
        let marks = judge::marked(book, &reading, judge::select(book, settled.hits));
        Some(Piece {
            start: place.start,
            end: place.end,
            words: reading.count,
            english: English::of(&reading, &book.vocabulary),
            personal,
            register: settled.register,
            sentences: judge::sentences(&reading, &marks),
            findings: marks.iter().map(|mark| checker.finding(mark, 0.0)).collect(),
            fillers: reading.fillers,
        })
    }
}
