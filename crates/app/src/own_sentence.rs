//! A sentence of the user's own with its marks, cut out of the check of the whole text.
//!
//! It is never checked by itself for its marks: whether a text speaks of work at all, and who "we" are, is read from all
//! of it.

use phrasing::{Check, Finding, Kind, Span};

use crate::{
    marks::{self, Utf16},
    offsets::utf16_range,
    view::Mark,
};

/// The findings inside a stretch, in bytes from its start. Hesitations are left out: they are no part of a claim.
pub(crate) fn findings_within(check: &Check, span: Span) -> Vec<Finding> {
    let inside = check.findings.iter();
    inside
        .filter(|finding| span.contains(finding.span) && finding.kind != Kind::Filler)
        .map(|finding| Finding {
            span: Span::new(finding.span.start - span.start, finding.span.end - span.start),
            ..finding.clone()
        })
        .collect()
}

/// Findings in bytes of a sentence as marks in UTF-16 units of it.
pub(crate) fn marks_of(sentence: &str, mut findings: Vec<Finding>) -> Vec<Mark> {
    for finding in &mut findings {
        let (start, end) = utf16_range(sentence, finding.span.start..finding.span.end);
        finding.span = Span::new(start as usize, end as usize);
    }
    marks::marks(&findings, &[], &Utf16::of(sentence))
}
