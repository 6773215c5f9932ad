//! Places in a text, and their conversion between bytes, UTF-16 units and code points.

use serde::{Deserialize, Serialize};

/// A stretch of text, end exclusive. Bytes in a fresh [`crate::Check`], always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

impl Span {
    /// From `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// Whether the two share at least one unit.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The marked words; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// The unit in which a caller counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// JavaScript strings.
    Utf16,
    /// Unicode code points.
    CodePoint,
}

/// How many characters lie between two checkpoints: a compromise between memory and steps per look-up.
const STRIDE: usize = 64;

/// Converts byte offsets of one text. Building it is one pass; a look-up walks at most [`STRIDE`] bytes.
pub(crate) struct Offsets<'a> {
    text: &'a str,
    unit: Unit,
    /// Units before byte `i * STRIDE`, counting characters that begin before it.
    checkpoints: Vec<usize>,
}

impl<'a> Offsets<'a> {
    pub(crate) fn new(text: &'a str, unit: Unit) -> Offsets<'a> {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        let mut next = 0;
        for (at, c) in text.char_indices() {
            while next <= at {
                checkpoints.push(units);
                next += STRIDE;
            }
            units += width(c, unit);
        }
        while next <= text.len() {
            checkpoints.push(units);
            next += STRIDE;
        }
        Offsets { text, unit, checkpoints }
    }

    /// Units before `byte`; an offset past the end counts as the end, one inside a character as its start.
    pub(crate) fn convert(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let slot = byte / STRIDE;
        let mut from = slot * STRIDE;
        // The checkpoint counts characters beginning before it; a character that straddles it is already counted.
        while from < byte && !self.text.is_char_boundary(from) {
            from += 1;
        }
        if from > byte {
            from = byte;
        }
        let counted = self.checkpoints.get(slot).copied().unwrap_or(0);
        counted + self.text[from..byte].chars().map(|c| width(c, self.unit)).sum::<usize>()
    }

    pub(crate) fn span(&self, span: Span) -> Span {
        Span::new(self.convert(span.start), self.convert(span.end))
    }
}

fn width(c: char, unit: Unit) -> usize {
    match unit {
        Unit::Utf16 => c.len_utf16(),
        Unit::CodePoint => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_converts_like_the_plain_count(text in "\\PC{0,300}") {
            let utf16 = Offsets::new(&text, Unit::Utf16);
            let points = Offsets::new(&text, Unit::CodePoint);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                prop_assert_eq!(utf16.convert(at), text[..at].encode_utf16().count());
                prop_assert_eq!(points.convert(at), text[..at].chars().count());
            }
        }
    }

    #[test]
    fn a_character_across_a_checkpoint_is_counted_once() {
        for pad in 60..66 {
            let text = format!("{}👩‍🚀é{}", "a".repeat(pad), "z".repeat(200));
            let utf16 = Offsets::new(&text, Unit::Utf16);
            let end = utf16.convert(text.len());
            assert_eq!(end, text.encode_utf16().count(), "padding {pad}");
        }
    }
}
