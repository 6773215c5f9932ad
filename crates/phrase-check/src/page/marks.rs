//! The text with a row of signs beneath each line that has marks.

use std::io::{self, Write};
use std::ops::Range;

use phrasing::{Finding, Kind};
use unicode_width::UnicodeWidthStr;

use super::notes;
use super::palette::{Palette, label, painted, sign};
use super::wrap::{self, Line};

/// A stretch of a line that one kind marks. Where marks overlap, the shorter one shows.
struct Stretch {
    bytes: Range<usize>,
    kind: Kind,
}

/// Prints the text, its marks, and the legend when there are any.
pub(super) fn print(
    out: &mut impl Write,
    text: &str,
    findings: &[Finding],
    width: usize,
    palette: Palette,
) -> io::Result<()> {
    let text = wrap::printable(text.trim_end());
    let mut open: Vec<&Finding> = Vec::new();
    let mut coming = findings.iter().peekable();
    let mut waiting: Vec<&Finding> = Vec::new();
    for line in wrap::lines(&text, width) {
        let Some(bytes) = line.bytes() else {
            writeln!(out)?;
            continue;
        };
        open.retain(|finding| finding.span.end > bytes.start);
        let mut noted = std::mem::take(&mut waiting);
        while let Some(finding) = coming.next_if(|finding| finding.span.start < bytes.end) {
            open.push(finding);
            // A mark that goes on gets its note beneath the next line where there is no room for it here.
            let column = line.columns(&text, finding.span.start..finding.span.end).start;
            let fits = column + notes::words(finding).width() <= width;
            if fits || finding.span.end <= bytes.end { noted.push(finding) } else { waiting.push(finding) }
        }
        let stretches = stretches(&bytes, &open);
        print_words(out, &text, &line, &stretches, palette)?;
        if !stretches.is_empty() {
            print_signs(out, &text, &line, &stretches, palette)?;
        }
        notes::print(out, &text, &line, &noted, width, palette)?;
    }
    writeln!(out)?;
    if findings.is_empty() { Ok(()) } else { print_legend(out, width, palette) }
}

fn print_legend(out: &mut impl Write, width: usize, palette: Palette) -> io::Result<()> {
    let mut column = 0;
    for kind in Kind::ALL {
        let entry = format!("{} {}", sign(kind), label(kind));
        let gap = match column {
            0 => "",
            _ if column + 3 + entry.width() <= width => "   ",
            _ => "\n",
        };
        column = if gap == "\n" { entry.width() } else { column + gap.len() + entry.width() };
        write!(out, "{gap}{}", painted(palette.kind(kind), &entry))?;
    }
    writeln!(out, "\n")
}

fn stretches(line: &Range<usize>, open: &[&Finding]) -> Vec<Stretch> {
    let inside = |at: usize| at.clamp(line.start, line.end);
    let mut edges: Vec<usize> =
        open.iter().flat_map(|finding| [inside(finding.span.start), inside(finding.span.end)]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
        .windows(2)
        .filter_map(|pair| {
            let (start, end) = (pair[0], pair[1]);
            let shown = open
                .iter()
                .filter(|finding| finding.span.start <= start && end <= finding.span.end)
                .min_by_key(|finding| (finding.span.end - finding.span.start, finding.kind))?;
            Some(Stretch { bytes: start..end, kind: shown.kind })
        })
        .collect()
}

fn print_words(
    out: &mut impl Write,
    text: &str,
    line: &Line,
    stretches: &[Stretch],
    palette: Palette,
) -> io::Result<()> {
    let mut shown = " ".repeat(line.indent);
    // The kind whose colour is on.
    let mut on: Option<Kind> = None;
    let turn = |shown: &mut String, on: &mut Option<Kind>, to: Option<Kind>| {
        if *on != to {
            if let Some(kind) = *on {
                shown.push_str(&format!("{:#}", palette.kind(kind)));
            }
            if let Some(kind) = to {
                shown.push_str(&palette.kind(kind).to_string());
            }
            *on = to;
        }
    };
    for (number, word) in line.words.iter().enumerate() {
        let mut at = word.start;
        let kind_at = |at: usize| stretches.iter().find(|stretch| stretch.bytes.contains(&at));
        if number > 0 {
            if kind_at(at).map(|stretch| stretch.kind) != on {
                turn(&mut shown, &mut on, None);
            }
            shown.push(' ');
        }
        while at < word.end {
            let stretch = kind_at(at);
            let until = match stretch {
                Some(stretch) => stretch.bytes.end,
                None => stretches
                    .iter()
                    .map(|next| next.bytes.start)
                    .find(|start| *start > at)
                    .unwrap_or(word.end),
            }
            .min(word.end);
            turn(&mut shown, &mut on, stretch.map(|stretch| stretch.kind));
            shown.push_str(&text[at..until]);
            at = until;
        }
    }
    turn(&mut shown, &mut on, None);
    writeln!(out, "{shown}")
}

fn print_signs(
    out: &mut impl Write,
    text: &str,
    line: &Line,
    stretches: &[Stretch],
    palette: Palette,
) -> io::Result<()> {
    let mut shown = String::new();
    let mut column = 0;
    for stretch in stretches {
        let columns = line.columns(text, stretch.bytes.clone());
        let signs = sign(stretch.kind).to_string().repeat(columns.len());
        shown.push_str(&" ".repeat(columns.start.saturating_sub(column)));
        shown.push_str(&painted(palette.kind(stretch.kind), &signs));
        column = column.max(columns.start) + columns.len();
    }
    writeln!(out, "{shown}")
}
