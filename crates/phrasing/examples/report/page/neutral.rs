//! Prose that claims nothing: how much is found in it all the same, and where most.

use super::prose::wrapped;
use crate::measure::neutral::{Paragraph, per_hundred_words, words};

pub fn part(paragraphs: &[Paragraph], worst: usize) -> String {
    let Some(rate) = per_hundred_words(paragraphs) else { return String::new() };
    let findings: usize = paragraphs.iter().map(|paragraph| paragraph.findings().count()).sum();
    let mut text = format!(
        "Neutral prose\n\n  {findings} findings in {} paragraphs with {} words: {rate:.3} for each hundred\n",
        paragraphs.len(),
        words(paragraphs)
    );
    let mut found: Vec<&Paragraph> =
        paragraphs.iter().filter(|paragraph| paragraph.findings().next().is_some()).collect();
    found.sort_by_key(|paragraph| std::cmp::Reverse(paragraph.findings().count()));
    for paragraph in found.into_iter().take(worst) {
        let row = paragraph.row;
        let marks: Vec<String> = paragraph
            .findings()
            .map(|finding| format!("{} \"{}\"", finding.rule, finding.span.of(&row.text)))
            .collect();
        text.push_str(&wrapped(&format!("  {} {}: ", row.id, row.kind), &marks.join(", ")));
    }
    text
}
