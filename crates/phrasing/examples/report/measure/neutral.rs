//! Prose that claims nothing about the speaker's work.

use phrasing::{Check, Finding, Kind};

use super::check;
use super::corpus::Neutral;

/// A paragraph with what the check says about it.
pub struct Paragraph<'a> {
    pub row: &'a Neutral,
    pub check: Check,
}

impl Paragraph<'_> {
    /// Findings that judge: strong, weak, hidden actor.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let judges = |kind| matches!(kind, Kind::Strong | Kind::Weak | Kind::HiddenActor);
        self.check.findings.iter().filter(move |finding| judges(finding.kind))
    }
}

/// Checks every paragraph.
pub fn read(rows: &[Neutral]) -> Vec<Paragraph<'_>> {
    rows.iter().map(|row| Paragraph { row, check: check(&row.text, phrasing::Mode::Behavioral) }).collect()
}

/// Words of all paragraphs.
pub fn words(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().map(|paragraph| paragraph.check.words).sum()
}

/// Findings of all paragraphs for each hundred words; none when there are no words.
pub fn per_hundred_words(paragraphs: &[Paragraph]) -> Option<f64> {
    let findings: usize = paragraphs.iter().map(|paragraph| paragraph.findings().count()).sum();
    let words = words(paragraphs);
    (words > 0).then(|| findings as f64 * 100.0 / words as f64)
}
