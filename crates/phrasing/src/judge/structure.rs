//! Situation, task, action and result, by cue and position.

use std::sync::LazyLock;

use crate::check::{Part, Structure};
use crate::kinds::{Agent, Kind, Mode, StarPart};
use crate::lexicon::{Forms, Pos, Vocabulary};
use crate::reading::{CueTable, Evidence, Reading, Utterance};

use super::Marked;

static TASK: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["my", "goal"],
        &["my", "task"],
        &["my", "job", "was"],
        &["my", "role", "was"],
        &["my", "brief"],
        &["our", "goal"],
        &["the", "goal", "was"],
        &["the", "target", "was"],
        &["the", "aim", "was"],
        &["the", "task", "was"],
        &["the", "ask", "was"],
        &["i", "was", "asked"],
        &["i", "was", "supposed"],
        &["i", "was", "responsible"],
        &["i", "was", "tasked"],
        &["i", "was", "brought", "in"],
        &["i", "was", "charged"],
        &["i", "was", "given"],
        &["i", "had", "to"],
        &["we", "had", "to"],
        &["i", "needed"],
        &["we", "needed"],
        &["what", "i", "needed"],
        &["i", "was", "to"],
        &["i", "took", "on"],
        &["was", "mine", "to"],
        &["fell", "to", "me"],
        &["my", "mandate"],
        &["asked", "me", "to"],
        &["my", "objective"],
        &["i", "was", "hired", "to"],
        &["my", "responsibility"],
    ])
});

static RESULT: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["in", "the", "end"],
        &["as", "a", "result"],
        &["the", "result"],
        &["since", "then"],
        &["ever", "since"],
        &["went", "down"],
        &["went", "up"],
        &["came", "down"],
        &["dropped", "to"],
        &["dropped", "from"],
        &["dropped", "by"],
        &["fell", "to"],
        &["fell", "by"],
        &["fell", "from"],
        &["rose", "to"],
        &["rose", "by"],
        &["went", "from"],
        &["we", "launched"],
        &["we", "shipped"],
        &["went", "live"],
        &["at", "the", "deadline"],
        &["the", "outcome"],
        &["ended", "up"],
        &["have", "tripled"],
        &["tripled"],
        &["doubled"],
        &["halved"],
        &["are", "down"],
        &["is", "down"],
        &["is", "now"],
        &["are", "now"],
        &["now"],
        &["today"],
        &["not", "once"],
        &["has", "not"],
        &["have", "not"],
        &["months", "later"],
        &["weeks", "later"],
        &["a", "year", "later"],
        &["after", "that"],
        &["on", "the", "day"],
        &["down", "by"],
        &["the", "number", "of"],
        &["it", "was", "at"],
        &["we", "were", "at"],
    ])
});

fn cued(reading: &Reading, utterance: &Utterance, cues: &CueTable) -> bool {
    (utterance.from..utterance.to).any(|at| cues.at(reading, at).is_some())
}

/// What one utterance is by itself.
struct Traits {
    task: bool,
    acts: bool,
    result_cue: bool,
    measured: bool,
}

fn traits(reading: &Reading, vocabulary: &Vocabulary, index: usize, mode: Mode) -> Traits {
    let utterance = &reading.utterances[index];
    let task = cued(reading, utterance, &TASK);
    let acts = reading
        .claims
        .iter()
        .skip(reading.claims.partition_point(|claim| (claim.verb as usize) < utterance.from))
        .take_while(|claim| (claim.verb as usize) < utterance.to)
        .any(|claim| {
            let word = &reading.words[claim.verb as usize];
            let lemma = vocabulary.word(word.lemma);
            let real = !claim.flags.counterfactual
                && !claim.flags.negated
                && (!claim.flags.conditional || mode == Mode::Situational);
            let deed = word.pos == Pos::Verb
                && !claim.flags.state
                && !claim.flags.passive
                && (word.forms.any(Forms::PAST | Forms::BASE) || claim.flags.dependent)
                && !matches!(
                    lemma,
                    "get"
                        | "see"
                        | "work"
                        | "say"
                        | "tell"
                        | "start"
                        | "use"
                        | "lose"
                        | "go"
                        | "come"
                        | "learn"
                        | "launch"
                        | "ship"
                        | "manage"
                        | "serve"
                        | "hit"
                        | "make"
                        | "expect"
                        | "run"
                        | "receive"
                        | "try"
                        | "do"
                );
            let own = claim.agent == Agent::Own
                && word.pos == Pos::Verb
                && !claim.flags.state
                && !claim.flags.passive
                && !claim.flags.dependent;
            real && (own || deed && claim.agent == Agent::Shared && !claim.flags.dependent)
        });
    Traits {
        task,
        acts,
        result_cue: cued(reading, utterance, &RESULT),
        measured: utterance.evidence.has(Evidence::Number) || utterance.evidence.has(Evidence::Change),
    }
}

/// Finds the parts of the story.
pub(crate) fn structure(
    reading: &Reading,
    marks: &[Marked],
    vocabulary: &Vocabulary,
    mode: Mode,
) -> Structure {
    let count = reading.utterances.len();
    let all: Vec<Traits> = (0..count).map(|index| traits(reading, vocabulary, index, mode)).collect();
    let first_action = all.iter().position(|traits| traits.acts && !traits.task);
    let last_action = all.iter().rposition(|traits| traits.acts && !traits.result_cue && !traits.task);
    let strong_result = |index: usize| {
        marks
            .iter()
            .skip(marks.partition_point(|mark| mark.utterance < index))
            .take_while(|mark| mark.utterance == index)
            .any(|mark| mark.kind == Kind::Strong && mark.dimension == crate::kinds::Dimension::Impact)
    };
    let mut labels: Vec<StarPart> = Vec::with_capacity(count);
    for (index, traits) in all.iter().enumerate() {
        let late = first_action.map_or(index * 2 >= count, |first| index > first) && index * 5 >= count * 2;
        let after_last = last_action.is_some_and(|last| index > last);
        let outcome = strong_result(index)
            || traits.result_cue && (traits.measured || after_last)
            || after_last && traits.measured;
        let label = if traits.task && first_action.is_none_or(|first| index <= first + 1) {
            StarPart::Task
        } else if late && outcome && (!traits.acts || traits.result_cue) {
            StarPart::Result
        } else if traits.acts {
            StarPart::Action
        } else {
            match labels.last() {
                Some(StarPart::Action) => StarPart::Action,
                Some(StarPart::Result) if late => StarPart::Result,
                Some(StarPart::Task) if first_action.is_some_and(|first| index > first) => StarPart::Action,
                _ => StarPart::Situation,
            }
        };
        labels.push(label);
    }
    // An answer to "how would you" has no setting of its own.
    let has = |part: StarPart| labels.contains(&part);
    let firsts: Vec<usize> =
        StarPart::ALL.iter().filter_map(|part| labels.iter().position(|label| label == part)).collect();
    let words: usize = reading.count.max(1);
    let mut parts: Vec<Part> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let utterance = &reading.utterances[index];
        let span = reading.span(utterance.from, utterance.to);
        let size = (utterance.from..utterance.to).filter(|i| !reading.is(*i, Pos::Punctuation)).count();
        match parts.last_mut().filter(|part| part.part == *label) {
            Some(part) => {
                part.span.end = span.end;
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
        task: has(StarPart::Task) || all.iter().any(|traits| traits.task),
        action: has(StarPart::Action),
        result: has(StarPart::Result),
        in_order: firsts.windows(2).all(|pair| pair[0] <= pair[1]),
        opens_with_point: all.first().is_some_and(|traits| traits.acts) || strong_result(0),
        ends_with_result: labels.last() == Some(&StarPart::Result),
        parts,
    }
}
