//! A debrief as Markdown. Whatever the user wrote is escaped, so that it reads as it was written.

use std::fmt::Write as _;

use super::words::{across, compared, day, dimension, figure, of_budget, score};
use crate::view::{Debrief, DebriefQuestion};

/// The whole page.
pub(super) fn page(debrief: &Debrief) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    let mut line = |text: &str| {
        page.push_str(text);
        page.push('\n');
    };
    line(&format!("# {}, {}", escaped(&debrief.name), day(&debrief.day)));
    line("");
    line(&format!("**{}** · {}", figure(debrief.score), escaped(&debrief.headline)));
    line("");
    line("| Round | Time | Score |");
    line("| --- | ---: | ---: |");
    for round in &debrief.rounds {
        let limit = if round.at_limit { ", ended at the limit" } else { "" };
        line(&format!(
            "| {} | {}{limit} | {} |",
            escaped(&round.name),
            of_budget(round.time),
            figure(round.score)
        ));
    }
    line("");
    line("| Dimension | Before | Now |");
    line("| --- | ---: | ---: |");
    for row in &debrief.dimensions {
        line(&format!("| {} | {} | {} |", dimension(row.dimension), figure(row.before), figure(row.now)));
    }
    line("");
    if let Some(compared) = compared(debrief) {
        line(&escaped(&compared));
        line("");
    }
    for (name, value) in across(&debrief.across) {
        line(&format!("- {name}: {value}"));
    }
    if !debrief.where_time_went.is_empty() {
        line("");
        line("## Where the time went");
        line("");
        for sentence in &debrief.where_time_went {
            line(&format!("- {}", escaped(sentence)));
        }
    }
    for (place, round) in debrief.rounds.iter().enumerate() {
        line("");
        line(&format!("## {}", escaped(&round.name)));
        for asked in debrief.questions.iter().filter(|asked| asked.round as usize == place) {
            line("");
            line(question(asked).trim_end());
        }
    }
    page
}

fn question(question: &DebriefQuestion) -> String {
    let mut text = format!("### {}\n\n", escaped(&question.prompt));
    if !question.asked {
        text.push_str("Not asked.\n");
        return text;
    }
    // Writing to a string cannot fail.
    let named = if question.score.is_some() { "score " } else { "" };
    let _ = writeln!(text, "Time {} · {named}{}", of_budget(question.time), score(question));
    if !question.written_down.is_empty() {
        text.push('\n');
    }
    for sentence in &question.written_down {
        let _ = writeln!(text, "- {}", escaped(sentence));
    }
    if !question.answer.is_empty() {
        let _ = write!(text, "\n{}", quotation(&question.answer));
    }
    for probe in &question.probes {
        let _ = write!(text, "\n**{}**\n\n", escaped(&probe.probe));
        match probe.answer.is_empty() {
            true => text.push_str("Passed over.\n"),
            false => text.push_str(&quotation(&probe.answer)),
        }
    }
    text
}

/// The user's words as a quotation, with their line breaks.
fn quotation(words: &str) -> String {
    let lines: Vec<&str> = words.lines().collect();
    let mut quotation = String::new();
    for (place, line) in lines.iter().enumerate() {
        let line = escaped(line);
        // Two lines that are not parted by an empty one are still two.
        let breaks = lines.get(place + 1).is_some_and(|next| !next.trim().is_empty()) && !line.is_empty();
        let _ = writeln!(quotation, "{}", format!("> {line}{}", if breaks { "\\" } else { "" }).trim_end());
    }
    quotation
}

/// One line of text that means nothing to Markdown.
fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(text.len());
    // A list, a heading or a rule begins with its sign; a numbered list with "1." or "1)".
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut signs = text.chars().enumerate().peekable();
    while let Some((place, sign)) = signs.next() {
        let begins = match sign {
            '#' | '+' | '-' | '=' => place == 0,
            '.' | ')' => digits > 0 && place == digits,
            // "&amp;" is one sign, "this & that" is three words.
            '&' => signs.peek().is_some_and(|(_, next)| !next.is_whitespace()),
            _ => false,
        };
        if begins || matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~') {
            escaped.push('\\');
        }
        if !sign.is_control() {
            escaped.push(sign);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_written_is_markup() {
        for (text, expected) in [
            ("# I chose", "\\# I chose"),
            ("- one", "\\- one"),
            ("1. one, 2. two", "1\\. one, 2. two"),
            ("12) one", "12\\) one"),
            ("from 40 to 0 - a *lot* of _it_", "from 40 to 0 - a \\*lot\\* of \\_it\\_"),
            (
                "![x](http://e) <b>|a|</b> `c` &amp; ~~d~~",
                "!\\[x\\](http://e) \\<b\\>\\|a\\|\\</b\\> \\`c\\` \\&amp; \\~\\~d\\~\\~",
            ),
            ("a\u{0}b\r\n  c", "ab c"),
            ("===", "\\==="),
        ] {
            assert_eq!(escaped(text), expected);
        }
        assert_eq!(quotation("    one\ntwo\n\n> three"), "> one\\\n> two\n>\n> \\> three\n");
    }
}
