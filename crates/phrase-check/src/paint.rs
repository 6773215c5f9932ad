//! The check for people: marks readable without colour, coloured only on a terminal.

use std::io::{self, Write};

use phrasing::{Agent, Check, Dimension, Kind, Language};

/// How a kind is marked: before and after the words, and its colour.
fn mark(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Strong => ("[+", "+]", "\u{1b}[34m"),
        Kind::Weak => ("[~", "~]", "\u{1b}[31m"),
        Kind::HiddenActor => ("[?", "?]", "\u{1b}[31m"),
        Kind::Hedge => ("(", ")", "\u{1b}[2m"),
        Kind::Filler => ("<", ">", "\u{1b}[2m"),
    }
}

const RESET: &str = "\u{1b}[0m";

/// Prints the marked text, the notes and the figures.
pub(crate) fn print(out: &mut impl Write, text: &str, check: &Check, colour: bool) -> io::Result<()> {
    match check.language {
        Language::NotEnglish => return writeln!(out, "This check reads English. Nothing is marked."),
        Language::TooShort => return writeln!(out, "Too short to hold a claim. Nothing is marked."),
        Language::English => {}
    }
    writeln!(out, "{}\n", marked(text, check, colour).trim_end())?;
    let mut noted = false;
    for finding in check.findings.iter().filter(|finding| !matches!(finding.kind, Kind::Hedge | Kind::Filler))
    {
        let (open, ..) = mark(finding.kind);
        let sign = open.trim_start_matches(['[', '(', '<']);
        writeln!(
            out,
            "  {sign} {:<34} {:+5.1}  {}",
            finding.note,
            finding.points,
            one_line(finding.span.of(text))
        )?;
        noted = true;
    }
    if noted {
        writeln!(out)?;
    }
    if !check.fixes.is_empty() {
        writeln!(out, "Fix first")?;
        for (index, fix) in check.fixes.iter().enumerate() {
            writeln!(out, "  {}. {} ({:+.0})  \"{}\"", index + 1, fix.ask, fix.gain, fix.quote)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "Score {} of 100; senior is 70. {} words.", check.scores.overall, check.words)?;
    let dimensions: Vec<String> = Dimension::ALL
        .into_iter()
        .map(|dimension| match check.probed.of(dimension) {
            true => format!("{} {}", dimension.as_str(), check.scores.get(dimension)),
            false => format!("{} –", dimension.as_str()),
        })
        .collect();
    writeln!(out, "  {}", dimensions.join(", "))?;
    let agency: Vec<String> =
        [("I", Agent::Own), ("we", Agent::Shared), ("others", Agent::Other), ("nobody", Agent::None)]
            .into_iter()
            .map(|(name, agent)| format!("{name} {}", check.agency.count(agent)))
            .collect();
    writeln!(out, "Who acts: {}", agency.join(", "))?;
    let parts: String = check.structure.parts.iter().map(|part| part.part.letter()).collect();
    writeln!(out, "Story: {}", if parts.is_empty() { "–" } else { &parts })?;
    writeln!(out, "[+ strong +]  [~ weak ~]  [? who? ?]  (hedge)  <filler>")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its marks. Overlapping marks nest where they can.
fn marked(text: &str, check: &Check, colour: bool) -> String {
    // Closings come before openings at one place; the longest opens first.
    let mut edges: Vec<(usize, u8, usize, String)> = Vec::with_capacity(check.findings.len() * 2);
    for finding in &check.findings {
        let (open, close, code) = mark(finding.kind);
        let (before, after) = if colour { (code, RESET) } else { ("", "") };
        let length = finding.span.end - finding.span.start;
        edges.push((finding.span.start, 1, usize::MAX - length, format!("{before}{open}")));
        edges.push((finding.span.end, 0, length, format!("{close}{after}")));
    }
    edges.sort();
    let mut painted = String::with_capacity(text.len() + edges.len() * 4);
    let mut at = 0;
    for (place, _, _, mark) in edges {
        painted.push_str(&text[at..place]);
        painted.push_str(&mark);
        at = place;
    }
    painted.push_str(&text[at..]);
    painted
}
