//! A debrief as Markdown. Whatever the user wrote is escaped, so that it reads as it was written.

use std::fmt::Write as _;

use super::words::{across, compared, day, dimension, figure, of_budget, score};
use crate::{
    markup::markdown::{escaped, quotation},
    view::{Debrief, DebriefQuestion},
};

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
