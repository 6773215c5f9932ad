//! What an interviewer could write down, with the words that show it.

use crate::check::Coverage;
use crate::kinds::{Agent, CoverageItem, Dimension, Kind, Mode};
use crate::lexicon::Vocabulary;
use crate::reading::{Evidence, Reading};
use crate::span::Span;

use super::Marked;

/// Cues of a lesson or of a change that stayed.
const LEARNING: &[&[&str]] = &[
    &["i", "learned"],
    &["i", "learnt"],
    &["i", "'ve", "learned"],
    &["i", "have", "learned"],
    &["taught", "me"],
    &["lesson"],
    &["looking", "back"],
    &["in", "hindsight"],
    &["in", "retrospect"],
    &["since", "then", "i"],
    &["next", "time"],
    &["i", "now"],
    &["what", "i", "missed"],
    &["i", "had", "missed"],
    &["i", "would", "do", "differently"],
    &["do", "differently"],
    &["i", "should", "have"],
    &["my", "mistake"],
    &["takeaway"],
    &["ever", "since"],
    &["changed", "our", "process"],
    &["these", "days", "i"],
    &["from", "then", "on"],
    &["made", "me", "think"],
    &["template", "now"],
];

/// How many stretches are listed for one item.
const MOST: usize = 12;

pub(crate) fn cover(reading: &Reading, marks: &[Marked], vocabulary: &Vocabulary, mode: Mode) -> Coverage {
    let mut coverage = Coverage::default();
    for mark in marks.iter().filter(|mark| mark.kind == Kind::Strong) {
        let evidence =
            reading.utterances.get(mark.utterance).map(|utterance| utterance.evidence).unwrap_or_default();
        let personal = matches!(mark.hit.agent, Agent::Own | Agent::Shared);
        match mark.dimension {
            Dimension::Decisions if personal => {
                add(&mut coverage, CoverageItem::Decision, mark.span);
                if evidence.has(Evidence::Contrast) || evidence.has(Evidence::Reason) {
                    add(&mut coverage, CoverageItem::Alternative, mark.span);
                }
            }
            Dimension::Systems => add(&mut coverage, CoverageItem::System, mark.span),
            Dimension::Foresight => add(&mut coverage, CoverageItem::RiskOrDependency, mark.span),
            Dimension::Impact => add(&mut coverage, CoverageItem::MeasuredOutcome, mark.span),
            _ => {}
        }
        if evidence.has(Evidence::Risk)
            && (evidence.has(Evidence::Early) || evidence.has(Evidence::Condition))
        {
            add(&mut coverage, CoverageItem::RiskOrDependency, mark.span);
        }
    }
    for claim in &reading.claims {
        let real = !claim.flags.negated
            && !claim.flags.counterfactual
            && !claim.flags.question
            && !claim.flags.state
            && !claim.flags.dependent
            && (!claim.flags.conditional || mode == Mode::Situational);
        if claim.agent != Agent::Own || !real {
            continue;
        }
        let span = reading.span(claim.subject as usize, claim.end as usize);
        let weak = marks
            .iter()
            .skip(marks.partition_point(|mark| mark.span.start + 400 < span.start))
            .take(24)
            .any(|mark| matches!(mark.kind, Kind::Weak | Kind::Hedge) && mark.span.overlaps(span));
        if !weak && claim.end > claim.verb + 1 {
            add(&mut coverage, CoverageItem::OwnAction, span);
        }
    }
    for (index, utterance) in reading.utterances.iter().enumerate() {
        for at in utterance.from..utterance.to {
            let lower = reading.lower(at);
            let cue = LEARNING.iter().find(|cue| {
                cue[0] == lower && cue.iter().enumerate().all(|(i, word)| reading.lower(at + i) == *word)
            });
            if let Some(cue) = cue {
                let end = reading
                    .claim_at(at)
                    .map_or(at + cue.len(), |claim| claim.end as usize)
                    .max(at + cue.len());
                add(&mut coverage, CoverageItem::Learning, reading.span(at, end.min(utterance.to)));
                break;
            }
        }
        let _ = (index, vocabulary);
    }
    coverage
}

fn add(coverage: &mut Coverage, item: CoverageItem, span: Span) {
    let spans = coverage.get_mut(item);
    if spans.len() < MOST && spans.last().is_none_or(|last| !last.overlaps(span)) {
        spans.push(span);
    }
}
