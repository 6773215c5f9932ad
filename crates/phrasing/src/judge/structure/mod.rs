//! Situation, task, action and result, statement by statement.
//!
//! A statement is an action when its sentence was weighed as one and the speaker, or "we", act in it; a task by what somebody laid
//! down for the speaker; a result by its words, its figures and its place after the last action. What is left tells the setting,
//! or goes on with what came before.

mod result;
mod task;
mod time;

use crate::check::{Part, Structure};
use crate::kinds::{Agent, Dimension, Kind, Mode, StarPart};
use crate::lexicon::{Pos, Vocabulary, one_of};
use crate::reading::Reading;
use crate::weighing::{Balance, ClassSet, Classes, Statement, Weighing};

use super::Marked;

/// What one statement is by itself.
#[derive(Debug, Clone, Copy)]
struct Traits {
    from: usize,
    to: usize,
    task: bool,
    acts: bool,
    cued: bool,
    measured: bool,
    moved: bool,
}

/// What the parts are found in.
pub(crate) struct Story<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) classes: &'a Classes,
    pub(crate) weighing: &'a Weighing,
    pub(crate) marks: &'a [Marked],
    pub(crate) mode: Mode,
}

/// Finds the parts of the story.
pub(crate) fn structure(story: &Story) -> Structure {
    let reading = story.reading;
    let all = story.traits();
    let labels = label(&all);
    let has = |part: StarPart| labels.contains(&part);
    let firsts: Vec<usize> =
        StarPart::ALL.iter().filter_map(|part| labels.iter().position(|label| label == part)).collect();
    let words = reading.count.max(1);
    let mut parts: Vec<Part> = Vec::new();
    for (traits, label) in all.iter().zip(&labels) {
        let span = reading.span(traits.from, traits.to);
        let size = (traits.from..traits.to).filter(|i| !reading.is(*i, Pos::Punctuation)).count();
        match parts.last_mut().filter(|part| part.part == *label) {
            Some(part) => {
                part.span.end = span.end.max(part.span.end);
                part.words += size;
            }
            None => parts.push(Part { part: *label, span, words: size, share: 0.0 }),
        }
    }
    for part in &mut parts {
        part.share = (part.words as f32 / words as f32).min(1.0);
    }
    Structure {
        situation: has(StarPart::Situation),
        task: has(StarPart::Task),
        action: has(StarPart::Action),
        result: has(StarPart::Result),
        in_order: firsts.windows(2).all(|pair| pair[0] <= pair[1]),
        opens_with_point: all.first().is_some_and(|traits| traits.acts || traits.moved),
        ends_with_result: labels.last() == Some(&StarPart::Result),
        parts,
    }
}

/// Labels statements in order; each knows whether actions lie before and after it.
fn label(all: &[Traits]) -> Vec<StarPart> {
    let first_action = all.iter().position(|traits| traits.acts && !traits.task);
    let last_action =
        all.iter().rposition(|traits| traits.acts && !traits.task && !(traits.cued && traits.measured));
    let words: usize = all.iter().map(|traits| traits.to - traits.from).sum();
    let mut told = 0;
    let mut labels: Vec<StarPart> = Vec::with_capacity(all.len());
    for (index, traits) in all.iter().enumerate() {
        let after_first = first_action.is_some_and(|first| index > first);
        let after_last = last_action.is_some_and(|last| index > last);
        // Without any action a result can only stand towards the end.
        let towards_end = first_action.is_none() && told * 2 >= words && labels.contains(&StarPart::Task);
        told += traits.to - traits.from;
        let outcome = traits.moved
            || traits.cued && traits.measured && (after_first || towards_end)
            || after_last && (traits.measured || traits.cued);
        let previous = labels.last().copied();
        let label = if traits.task && !(after_first && previous == Some(StarPart::Result)) {
            StarPart::Task
        } else if outcome && (!traits.acts || after_last) && !(traits.moved && traits.acts) {
            StarPart::Result
        } else if traits.acts {
            StarPart::Action
        } else {
            match previous {
                Some(StarPart::Result) if after_last || first_action.is_none() || !after_first => {
                    StarPart::Result
                }
                Some(StarPart::Action | StarPart::Result) => StarPart::Action,
                Some(StarPart::Task) => StarPart::Task,
                Some(StarPart::Situation) | None => StarPart::Situation,
            }
        };
        labels.push(label);
    }
    short_openings(all, &mut labels);
    labels
}

/// Fewer words than this before the first other part set no scene: "okay so", "that one is simple".
const SCENE: usize = 7;

fn short_openings(all: &[Traits], labels: &mut [StarPart]) {
    let opening = labels.iter().take_while(|label| **label == StarPart::Situation).count();
    let words: usize = all[..opening].iter().map(|traits| traits.to - traits.from).sum();
    if opening < labels.len() && words < SCENE {
        let next = labels[opening];
        labels[..opening].fill(next);
    }
}

impl Story<'_> {
    fn traits(&self) -> Vec<Traits> {
        let mut all = Vec::with_capacity(self.weighing.statements.len());
        let passive = self.classes.verb_bits(&["be", "think", "say", "deliver", "fail"]);
        for number in 0..self.reading.utterances.len() {
            let balance = self.weighing.sentences[number];
            let impact = self
                .marks
                .iter()
                .skip(self.marks.partition_point(|mark| mark.utterance < number))
                .take_while(|mark| mark.utterance == number)
                .find(|mark| {
                    mark.kind == Kind::Strong && mark.dimension == Dimension::Impact && !acts_in(mark)
                });
            for weighed in self.weighing.of(number) {
                let statement = &weighed.statement;
                if statement.from >= statement.to {
                    continue;
                }
                let outcome = result::outcome(self.reading, self.vocabulary, statement);
                let marked =
                    impact.is_some_and(|mark| (statement.from..statement.to).contains(&mark.hit.from));
                all.push(Traits {
                    from: statement.from,
                    to: statement.to,
                    task: task::is_task(self.reading, self.vocabulary, statement),
                    acts: self.acts(number, balance, statement, passive),
                    cued: outcome.cued || marked,
                    measured: outcome.measured || marked,
                    moved: outcome.moved,
                });
            }
        }
        all
    }

    /// Whether the speaker does something here that is more than a state, or "we" do what counts.
    fn acts(&self, number: usize, balance: Balance, statement: &Statement, passive: ClassSet) -> bool {
        let weighed = balance.ownership > 0.0 || balance.coordination > 0.0 || self.weighing.shared[number];
        let claims = &self.reading.claims[statement.first..statement.last];
        let deed = claims.iter().any(|claim| {
            let verb = claim.verb as usize;
            let real = !claim.flags.counterfactual
                && !claim.flags.negated
                && !claim.flags.question
                && !claim.flags.state
                && !claim.flags.passive
                && (!claim.flags.conditional || self.mode == Mode::Situational);
            let person = match claim.agent {
                Agent::Own => !claim.flags.dependent || weighed,
                Agent::Shared => weighed,
                Agent::Other | Agent::None => false,
            };
            let lemma = self.reading.words[verb].lemma;
            let classes = self.classes.verb(lemma);
            // "I had run the gates there before": what was before the story.
            let earlier = || {
                (verb.saturating_sub(2).max(statement.from)..verb)
                    .any(|at| one_of!(self.reading.short(at), "had" | "'d"))
            };
            real && person
                && self.reading.is(verb, Pos::Verb)
                && (classes == 0 || classes & !passive != 0)
                && !(self.mode == Mode::Behavioral && earlier())
                && !undergoes(self.vocabulary.word(lemma))
        });
        let alone = self.weighing.of(number).len() == 1;
        // "What I did was …", "My call: …": the deed has no subject of its own.
        deed || alone && balance.ownership > 0.0 && !claims.iter().any(|claim| claim.agent == Agent::Own)
    }
}

/// Verbs that say what happened to somebody rather than what they did.
fn undergoes(lemma: &str) -> bool {
    matches!(
        lemma,
        "learn"
            | "meet"
            | "forget"
            | "receive"
            | "remember"
            | "lose"
            | "take up"
            | "hear"
            | "enjoy"
            | "see"
            | "know"
            | "expect"
            | "inherit"
            | "miss"
            | "notice"
            | "work"
            | "serve"
            | "hope"
            | "wait"
            | "mean"
            | "come"
            | "have"
            | "call"
            | "launch"
            | "ship"
            | "manage"
            | "go"
            | "join"
    )
}

/// Whether a mark's deed is the speaker's own.
fn acts_in(mark: &Marked) -> bool {
    mark.hit.agent == Agent::Own
}
