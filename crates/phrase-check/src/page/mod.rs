//! The check for people: the marked text, the figures, what is covered, and what to fix first.
//!
//! - `palette`: signs and colours of the kinds
//! - `wrap`: text into lines that fit
//! - `marks`: the text with signs beneath its lines
//! - `notes`: the notes beneath the signs
//! - `figures`: scores, coverage and fixes

mod figures;
mod marks;
mod notes;
mod palette;
#[cfg(test)]
mod tests;
mod wrap;

use std::io::{self, Write};

use phrasing::{Check, Language};

use crate::terminal::Terminal;
pub(crate) use palette::Palette;
pub(crate) use wrap::{paragraph, printable};

/// Prints the marked text, the notes and the figures.
pub(crate) fn print(
    out: &mut impl Write,
    text: &str,
    check: &Check,
    spoken: bool,
    terminal: Terminal,
) -> io::Result<()> {
    match check.language {
        Language::NotEnglish => return writeln!(out, "This check reads English. Nothing is marked."),
        Language::TooShort => return writeln!(out, "Too short to hold a claim. Nothing is marked."),
        Language::English => {}
    }
    let palette = Palette { colour: terminal.colour };
    marks::print(out, text, &check.findings, terminal.width, palette)?;
    figures::print(out, text, check, spoken, terminal.width, palette)
}
