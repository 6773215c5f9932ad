//! Chooses among overlapping hits and turns them into marks.

use crate::check::{Agency, Sentence};
use crate::kinds::{Agent, Dimension, Kind};
use crate::lexicon::Pos;
use crate::reading::{Reading, Shape};
use crate::rules::{Hit, RuleBook};
use crate::span::Span;

use super::substance;

/// A hit that is shown, with its weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Marked {
    pub(crate) hit: Hit,
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) dimension: Dimension,
    pub(crate) weight: f32,
    pub(crate) utterance: usize,
}

/// Of several hits of one kind on the same words, keeps the heaviest; clips marks that run into the next.
pub(crate) fn select(book: &RuleBook, mut hits: Vec<Hit>) -> Vec<Hit> {
    let weight = |hit: &Hit| book.rules[hit.rule].info.weight;
    let kind = |hit: &Hit| book.rules[hit.rule].info.kind;
    hits.sort_by(|a, b| {
        kind(a)
            .cmp(&kind(b))
            .then(a.from.cmp(&b.from))
            .then(weight(b).total_cmp(&weight(a)))
            .then(b.core.cmp(&a.core))
            .then(a.rule.cmp(&b.rule))
    });
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(last) = kept.last_mut().filter(|last| kind(last) == kind(&hit) && hit.from < last.to) else {
            kept.push(hit);
            continue;
        };
        // Another claim begins inside the mark but after the words that made it: both stand, the first is clipped.
        if hit.from >= last.core && hit.head != last.head {
            last.to = hit.from;
            kept.push(hit);
        } else if weight(&hit) > weight(last) {
            let from = last.from;
            *last = hit;
            if hit.head == last.head {
                last.from = from.max(hit.from);
            }
        }
    }
    kept.sort_by_key(|hit| (hit.from, hit.to, hit.rule));
    kept
}

/// Turns hits into marks with weights.
pub(crate) fn marked(book: &RuleBook, reading: &Reading, hits: Vec<Hit>) -> Vec<Marked> {
    hits.into_iter()
        .map(|hit| {
            let info = &book.rules[hit.rule].info;
            let to = trimmed(reading, hit.core.min(hit.to), hit.to);
            let utterance = reading.utterance_at(hit.from).min(reading.utterances.len().saturating_sub(1));
            let weight = match info.kind {
                _ if hit.lesson => 0.0,
                Kind::Strong => {
                    info.weight * substance::specificity(reading, &book.vocabulary, &hit, utterance)
                }
                _ => info.weight,
            };
            Marked {
                hit: Hit { to, ..hit },
                span: reading.span(hit.from, to),
                kind: info.kind,
                dimension: info.dimension,
                weight,
                utterance,
            }
        })
        .collect()
}

/// A clipped mark ends on a word that says something.
fn trimmed(reading: &Reading, least: usize, mut to: usize) -> usize {
    while to > least
        && (reading.words[to - 1].shape == Shape::Pause
            || reading.words[to - 1].shape == Shape::Stop
            || matches!(
                reading.words[to - 1].pos,
                Pos::Conjunction | Pos::Subordinator | Pos::Infinitive | Pos::Determiner | Pos::Modal
            ))
    {
        to -= 1;
    }
    to
}

/// The label of each sentence.
pub(crate) fn sentences(reading: &Reading, marks: &[Marked]) -> Vec<Sentence> {
    let mut labels: Vec<Sentence> = reading
        .utterances
        .iter()
        .map(|utterance| Sentence {
            span: reading.span(utterance.from, utterance.to),
            agent: Agent::None,
            ownership: false,
            coordination: false,
        })
        .collect();
    for mark in marks {
        let Some(label) = labels.get_mut(mark.utterance) else { continue };
        match mark.kind {
            Kind::Strong if mark.hit.agent == Agent::Own => label.ownership = true,
            Kind::Weak if mark.weight > 0.0 => label.coordination = true,
            Kind::HiddenActor if mark.hit.agent != Agent::Shared && !mark.hit.open => {
                label.coordination = true;
            }
            _ => {}
        }
    }
    let mut counts = vec![[0u32; 4]; labels.len()];
    for claim in &reading.claims {
        let at = reading.utterance_at(claim.verb as usize);
        if let Some(slot) = counts.get_mut(at) {
            slot[slot_of(claim.agent)] += if claim.flags.state { 1 } else { 2 };
        }
    }
    for (label, counts) in labels.iter_mut().zip(counts) {
        let [own, shared, other, _] = counts;
        label.agent = match own.max(shared).max(other) {
            0 => Agent::None,
            most if own == most => Agent::Own,
            most if shared == most => Agent::Shared,
            _ => Agent::Other,
        };
    }
    labels
}

fn slot_of(agent: Agent) -> usize {
    match agent {
        Agent::Own => 0,
        Agent::Shared => 1,
        Agent::Other => 2,
        Agent::None => 3,
    }
}

/// Counts the deeds: what people do, and what is done by nobody. States and things do not act.
pub(crate) fn agency(reading: &Reading) -> Agency {
    let mut agency = Agency::default();
    for claim in reading.claims.iter().filter(|claim| {
        !claim.flags.state && !claim.flags.question && !claim.flags.preamble && !claim.flags.dependent
    }) {
        match claim.agent {
            Agent::Own => agency.own += 1,
            Agent::Shared => agency.shared += 1,
            Agent::Other => agency.other += 1,
            Agent::None if claim.flags.passive => agency.none += 1,
            Agent::None => {}
        }
    }
    agency
}
