//! Shows the rules: all in a list, or one with everything that it says about itself.

use std::io::{self, Write};

use phrasing::{Checker, RuleInfo};
use serde::Serialize;

use crate::error::Error;
use crate::page::{Palette, paragraph, printable};
use crate::rulebook;
use crate::terminal::Terminal;

/// Prints all rules, or the one of an id.
///
/// # Errors
/// When there is no rule of that id, or the output cannot be written.
pub(crate) fn print(
    out: &mut impl Write,
    checker: &Checker,
    id: Option<&str>,
    json: bool,
    terminal: Terminal,
) -> Result<(), Error> {
    let rule = id.map(|id| rulebook::find(checker, id)).transpose()?;
    match (rule, json) {
        (Some(rule), true) => json_line(out, rule),
        (None, true) => json_line(out, checker.rules()),
        (Some(rule), false) => Ok(details(out, rule, terminal)?),
        (None, false) => Ok(list(out, checker.rules(), terminal)?),
    }
}

fn json_line(out: &mut impl Write, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, value)?;
    Ok(writeln!(out)?)
}

fn list(out: &mut impl Write, rules: &[RuleInfo], terminal: Terminal) -> io::Result<()> {
    let palette = Palette { colour: terminal.colour };
    let longest = rules.iter().map(|rule| rule.id.chars().count()).max().unwrap_or(0);
    for rule in rules {
        let style = palette.kind(rule.kind);
        let kind = format!("{style}{:<12}{style:#}", rule.kind.as_str());
        let off = if rule.enabled { "" } else { " (off)" };
        writeln!(
            out,
            "{:<longest$}  {kind}  {:.1}  {}{off}",
            printable(&rule.id),
            rule.weight,
            printable(&rule.note)
        )?;
    }
    writeln!(out, "{} rules; `phrase-check rules ID` shows one", rules.len())
}

fn details(out: &mut impl Write, rule: &RuleInfo, terminal: Terminal) -> io::Result<()> {
    let palette = Palette { colour: terminal.colour };
    let heading = palette.heading();
    let kind = palette.kind(rule.kind);
    let off = if rule.enabled { "" } else { ", off" };
    writeln!(out, "{heading}{}{heading:#}", printable(&rule.id))?;
    writeln!(out, "{kind}{}{kind:#}, weight {:.1}{off}\n", rule.kind.as_str(), rule.weight)?;
    let mut field = |name: &str, words: &str| {
        writeln!(out, "{}", paragraph(&format!("{name:<6}"), &printable(words), terminal.width))
    };
    field("note", &rule.note)?;
    field("why", &rule.why)?;
    field("ask", &rule.ask)?;
    if let Some(say) = &rule.say {
        field("say", say)?;
    }
    for (title, lines) in [
        ("Patterns", &rule.patterns),
        ("Marks the words in braces", &rule.hits),
        ("Leaves alone", &rule.misses),
    ] {
        writeln!(out, "\n{heading}{title}{heading:#}")?;
        for line in lines {
            writeln!(out, "{}", paragraph("  ", &printable(line), terminal.width))?;
        }
    }
    Ok(())
}
