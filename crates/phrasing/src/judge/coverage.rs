//! What an interviewer could write down, with the words that show it.

use std::sync::LazyLock;

use crate::check::Coverage;
use crate::kinds::{Agent, CoverageItem, Dimension, Kind, Mode};
use crate::reading::{CueTable, Evidence, Reading};
use crate::span::Span;

use super::Marked;

/// Cues of a lesson or of a change that stayed.
static LEARNING: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
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
    ])
});

/// Words that name what was not chosen, or between what one chose.
static ALTERNATIVE: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["instead", "of"],
        &["rather", "than"],
        &["two", "options"],
        &["three", "options"],
        &["two", "ways"],
        &["three", "ways"],
        &["two", "choices"],
        &["other", "option"],
        &["other", "options"],
        &["the", "alternative"],
        &["the", "alternatives"],
        &["ruled", "out"],
        &["decided", "against"],
        &["rejected"],
    ])
});

/// How many stretches are listed for one item.
const MOST: usize = 12;

pub(crate) fn cover(reading: &Reading, marks: &[Marked], mode: Mode) -> Coverage {
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
        // "2 terabytes a day instead of 5" is a size, not a choice.
        if personal && mark.dimension != Dimension::Impact {
            let cue = ALTERNATIVE.within(reading, mark.hit.from..mark.hit.to).next();
            if let Some((from, length)) = cue {
                add(&mut coverage, CoverageItem::Alternative, reading.span(from, from + length));
            }
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
            && !claim.flags.preamble
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
    for utterance in &reading.utterances {
        let cue = LEARNING.within(reading, utterance.from..utterance.to).next();
        if let Some((from, length)) = cue {
            let least = from + length;
            let end = reading.claim_at(from).map_or(least, |claim| claim.end as usize).max(least);
            add(&mut coverage, CoverageItem::Learning, reading.span(from, end.min(utterance.to)));
        }
    }
    coverage
}

fn add(coverage: &mut Coverage, item: CoverageItem, span: Span) {
    let spans = coverage.get_mut(item);
    if spans.len() < MOST && spans.last().is_none_or(|last| !last.overlaps(span)) {
        spans.push(span);
    }
}
