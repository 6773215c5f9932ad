//! The worst mistakes, each with what the check saw.

use phrasing::{Finding, Reason};

use super::prose::wrapped;
use crate::measure::errors::{Mistake, worst};
use crate::measure::sentences::{Judged, Label};

/// How many reasons are shown.
const REASONS: usize = 6;

pub fn part(sentences: &[Judged], most: usize) -> String {
    let mut text = String::new();
    for label in Label::ALL {
        for (wanted, how) in [(true, "missed"), (false, "wrongly seen")] {
            let mistakes = worst(sentences, label, wanted);
            if mistakes.is_empty() {
                continue;
            }
            let name = label.as_str();
            let title = name[..1].to_uppercase() + &name[1..];
            text.push_str(&format!("{title} {how}: {}\n\n", mistakes.len()));
            for mistake in mistakes.iter().take(most) {
                text.push_str(&told(mistake, label));
                text.push('\n');
            }
        }
    }
    text
}

fn told(mistake: &Mistake, label: Label) -> String {
    let row = mistake.judged.row;
    let about: Vec<&str> =
        [&*row.story, &*row.voice, &*row.trick].into_iter().filter(|word| !word.is_empty()).collect();
    let weighed = &mistake.weighed;
    let mut text =
        format!("  {:+.1}  {}  {}", mistake.log_odds, row.id, about.join(", ")).trim_end().to_owned();
    text.push('\n');
    text.push_str(&wrapped("      ", &row.text));
    let balance = format!("ownership {:+.2}, coordination {:+.2}", weighed.ownership, weighed.coordination);
    let of = if weighed.text.trim() == row.text.trim() {
        String::new()
    } else {
        format!(" of \"{}\"", weighed.text.trim())
    };
    text.push_str(&wrapped("      balance   ", &format!("{balance}{of}")));
    let weight = |reason: &Reason| match label {
        Label::Ownership => reason.ownership,
        Label::Coordination => reason.coordination,
    };
    let mut reasons: Vec<&Reason> = weighed.reasons.iter().collect();
    reasons.sort_by(|a, b| weight(b).abs().total_cmp(&weight(a).abs()));
    let reasons: Vec<String> = reasons
        .iter()
        .take(REASONS)
        .map(|reason| format!("{:+.2} {}", weight(reason), reason.seen))
        .collect();
    text.push_str(&wrapped("      reasons   ", &reasons.join("; ")));
    let findings: Vec<String> =
        mistake.judged.check.findings.iter().map(|finding| said(finding, &row.text)).collect();
    let findings = if findings.is_empty() { "none".to_owned() } else { findings.join("; ") };
    text.push_str(&wrapped("      findings  ", &findings));
    text
}

fn said(finding: &Finding, text: &str) -> String {
    let Finding { kind, rule, agent, span, .. } = finding;
    format!("{} {rule} ({}) \"{}\"", kind.as_str(), agent.as_str(), span.of(text))
}
