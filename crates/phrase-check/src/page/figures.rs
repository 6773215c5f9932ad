//! Scores by dimension, who acts, the story, what is covered, and what to fix first.

use std::io::{self, Write};

use phrasing::{About, Agent, Check, CoverageItem, Dimension, Kind, StarPart};

use super::palette::{Palette, painted};
use super::wrap;

/// Cells of a full bar.
const BAR: usize = 10;

/// Words below which a score says little.
const ENOUGH_WORDS: usize = 25;

/// Columns of the names before figures.
const NAMES: usize = 12;

/// Words of a quotation.
const QUOTED: usize = 9;

/// Prints all of it.
pub(super) fn print(
    out: &mut impl Write,
    text: &str,
    check: &Check,
    spoken: bool,
    width: usize,
    palette: Palette,
) -> io::Result<()> {
    scores(out, check, spoken, width, palette)?;
    coverage(out, text, check, width, palette)?;
    fixes(out, check, width, palette)
}

fn scores(
    out: &mut impl Write,
    check: &Check,
    spoken: bool,
    width: usize,
    palette: Palette,
) -> io::Result<()> {
    let overall = check.scores.overall;
    let words = format!("{} word{}", check.words, if check.words == 1 { "" } else { "s" });
    let reach = if check.words < ENOUGH_WORDS {
        format!("{words}; a score says little below {ENOUGH_WORDS}")
    } else {
        words
    };
    let head = format!("Score {overall} of 100");
    let line = wrap::paragraph(&format!("{head}   "), &format!("senior is 70; {reach}"), width);
    writeln!(out, "{}{}", painted(palette.heading(), &head), &line[head.len()..])?;
    for dimension in Dimension::ALL {
        let name = dimension.as_str();
        if check.probed.of(dimension) == &false {
            writeln!(out, "  {name:<NAMES$}   –  {}", painted(palette.faint(), "nothing found"))?;
            continue;
        }
        let score = check.scores.get(dimension);
        let full = (usize::from(score) * BAR + 50) / 100;
        let empty = painted(palette.faint(), &"·".repeat(BAR - full.min(BAR)));
        writeln!(out, "  {name:<NAMES$} {score:>3}  {}{empty}", "█".repeat(full.min(BAR)))?;
    }
    let agents =
        [("I", Agent::Own), ("we", Agent::Shared), ("others", Agent::Other), ("nobody", Agent::None)];
    let agents: Vec<String> =
        agents.into_iter().map(|(name, agent)| format!("{name} {}", check.agency.count(agent))).collect();
    let mut line = |name: &str, said: &str| {
        writeln!(out, "{}", wrap::paragraph(&format!("  {name:<NAMES$}   "), said, width))
    };
    line("who acts", &agents.join(", "))?;
    line("story", &story(check))?;
    if spoken {
        line("hesitations", &hesitations(check))?;
    }
    writeln!(out)
}

/// Words a minute of somebody who speaks at an easy pace.
const PACE: usize = 150;

/// How many there are, and how many a minute; up to five a minute did no harm to how speakers were rated, and twelve did (Laske and
/// DiGennaro Reed, 2024).
fn hesitations(check: &Check) -> String {
    let count = check.findings.iter().filter(|finding| finding.kind == Kind::Filler).count();
    let a_minute = (count * PACE + check.words / 2) / check.words.max(1);
    format!("{count}, some {a_minute} a minute at {PACE} words; up to 5 do no harm")
}

/// The parts that are told, in the order of the telling, and those that are not.
fn story(check: &Check) -> String {
    let structure = &check.structure;
    let name = |part: StarPart| match part {
        StarPart::Situation => "situation",
        StarPart::Task => "task",
        StarPart::Action => "action",
        StarPart::Result => "result",
    };
    let is_told = |part: StarPart| match part {
        StarPart::Situation => structure.situation,
        StarPart::Task => structure.task,
        StarPart::Action => structure.action,
        StarPart::Result => structure.result,
    };
    let told: Vec<&str> = structure.parts.iter().map(|part| name(part.part)).collect();
    let untold: Vec<&str> = StarPart::ALL.into_iter().filter(|part| !is_told(*part)).map(name).collect();
    let told = if told.is_empty() { "–".to_owned() } else { told.join(", ") };
    if untold.is_empty() { told } else { format!("{told}; not told: {}", untold.join(", ")) }
}

fn coverage(
    out: &mut impl Write,
    text: &str,
    check: &Check,
    width: usize,
    palette: Palette,
) -> io::Result<()> {
    writeln!(out, "{}", painted(palette.heading(), "Coverage"))?;
    for item in CoverageItem::ALL {
        let missing = check.missing.iter().find(|missing| missing.item == item);
        let (sign, said) = match check.coverage.get(item).first() {
            Some(span) => ('✓', quoted(span.of(text))),
            None => {
                let ask = missing.map_or(item.ask(phrasing::Level::Senior), |missing| &*missing.ask);
                ('–', format!("{ask}{}", gain(missing.map_or(0.0, |missing| missing.gain))))
            }
        };
        let head = format!("  {sign} {:<NAMES$} ", item.label());
        writeln!(out, "{}", wrap::paragraph(&head, &said, width))?;
    }
    writeln!(out)
}

fn fixes(out: &mut impl Write, check: &Check, width: usize, palette: Palette) -> io::Result<()> {
    if check.fixes.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", painted(palette.heading(), "Fix first"))?;
    for (index, fix) in check.fixes.iter().enumerate() {
        let ask = format!("{}{}", fix.ask, gain(fix.gain));
        writeln!(out, "{}", wrap::paragraph(&format!("  {}. ", index + 1), &ask, width))?;
        let (place, say) = match fix.about {
            About::Finding(at) => ("", check.findings.get(at).and_then(|finding| finding.say.as_deref())),
            About::Missing(_) => ("after ", None),
        };
        if !fix.quote.is_empty() {
            let quote = format!("{place}{}", quoted(&fix.quote));
            writeln!(out, "{}", wrap::paragraph("     ", &quote, width))?;
        }
        if let Some(say) = say {
            let say = format!("say, if it is so: {say}");
            writeln!(out, "{}", wrap::paragraph("     ", &say, width))?;
        }
    }
    Ok(())
}

/// The points that something would bring; less than half a point is not worth a figure.
fn gain(points: f32) -> String {
    if points < 0.5 { String::new() } else { format!(" {points:+.0}") }
}

/// The first words of a stretch, on one line.
fn quoted(words: &str) -> String {
    let words = wrap::printable(words);
    let all: Vec<&str> = words.split_whitespace().collect();
    match all.len() > QUOTED {
        true => format!("\"{}…\"", all[..QUOTED].join(" ")),
        false => format!("\"{}\"", all.join(" ")),
    }
}
