//! The notes of a line's marks, beneath them.

use std::io::{self, Write};

use phrasing::{Finding, Kind};
use unicode_width::UnicodeWidthStr;

use super::palette::{Palette, painted, sign};
use super::wrap::{self, Line};

/// A note and the column where it stands.
struct Note {
    column: usize,
    kind: Kind,
    words: String,
}

impl Note {
    fn end(&self) -> usize {
        self.column + self.words.width()
    }
}

/// What a finding says, with the points that it brings or costs.
pub(super) fn words(finding: &Finding) -> String {
    let mut words = format!("{} {}", sign(finding.kind), wrap::printable(&finding.note));
    if finding.points.abs() >= 0.05 {
        words.push_str(&format!(" {:+.1}", finding.points));
    }
    words
}

/// Each note goes into the first row that has room beneath its mark.
pub(super) fn print(
    out: &mut impl Write,
    text: &str,
    line: &Line,
    noted: &[&Finding],
    width: usize,
    palette: Palette,
) -> io::Result<()> {
    let mut rows: Vec<Vec<Note>> = Vec::new();
    let mut wide: Vec<(Kind, String)> = Vec::new();
    let mut fillers: Vec<&str> = Vec::new();
    for finding in noted {
        // One word about all the fillers of a line is enough.
        if finding.kind == Kind::Filler {
            if fillers.contains(&&*finding.note) {
                continue;
            }
            fillers.push(&finding.note);
        }
        let words = words(finding);
        if words.width() > width {
            wide.push((finding.kind, words));
            continue;
        }
        let column = line.columns(text, finding.span.start..finding.span.end).start;
        let column = column.min(width.saturating_sub(words.width()));
        let note = Note { column, kind: finding.kind, words };
        let free = rows.iter_mut().find(|row| row.last().is_none_or(|last| last.end() + 2 <= note.column));
        match free {
            Some(row) => row.push(note),
            None => rows.push(vec![note]),
        }
    }
    for row in rows {
        let mut shown = String::new();
        let mut column = 0;
        for note in row {
            shown.push_str(&" ".repeat(note.column - column));
            shown.push_str(&painted(palette.kind(note.kind), &note.words));
            column = note.end();
        }
        writeln!(out, "{shown}")?;
    }
    for (kind, words) in wide {
        let (head, rest) = words.split_at(2);
        writeln!(out, "{}", painted(palette.kind(kind), &wrap::paragraph(head, rest, width)))?;
    }
    Ok(())
}
