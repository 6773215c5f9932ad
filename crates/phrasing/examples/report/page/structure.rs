//! The parts of stories.

use super::prose::wrapped;
use super::share;
use super::table::Table;
use crate::measure::structure::{Parts, QUESTIONS};

pub fn part(parts: &Parts) -> String {
    if parts.counts[0].accuracy().is_none() {
        return String::new();
    }
    let mut table = Table::new(&["", "right", "missed", "wrongly seen"]);
    for (question, counts) in QUESTIONS.into_iter().zip(parts.counts) {
        let [missed, spurious] = [counts.missed, counts.spurious].map(|count| count.to_string());
        table.row([question.to_owned(), share(counts.accuracy()), missed, spurious]);
    }
    let mut text = format!("Structure\n\n{}", table.text());
    if !parts.wrong.is_empty() {
        let named: Vec<String> = parts
            .wrong
            .iter()
            .map(|(id, question, wanted)| format!("{id} {}{question}", if *wanted { "no " } else { "" }))
            .collect();
        text.push_str(&wrapped("  wrongly: ", &named.join(", ")));
    }
    text
}
