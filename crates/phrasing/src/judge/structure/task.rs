//! Statements that say what the speaker was there to reach.

use std::sync::LazyLock;

use crate::kinds::Agent;
use crate::lexicon::{Pos, Vocabulary, one_of};
use crate::reading::{CueTable, Reading};
use crate::weighing::Statement;

use super::time::is_time;

static CUES: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["my", "goal"],
        &["my", "task"],
        &["my", "target"],
        &["my", "job", "was"],
        &["my", "role", "was"],
        &["my", "brief"],
        &["the", "brief"],
        &["my", "mandate"],
        &["the", "mandate"],
        &["my", "objective"],
        &["my", "responsibility"],
        &["my", "assignment"],
        &["my", "charge", "was"],
        &["our", "goal"],
        &["our", "target"],
        &["the", "goal", "was"],
        &["the", "target", "was"],
        &["the", "aim", "was"],
        &["the", "task", "was"],
        &["the", "ask", "was"],
        &["the", "objective", "was"],
        &["the", "commission", "i"],
        &["that", "was", "the", "commission"],
        &["i", "was", "asked"],
        &["i", "was", "supposed"],
        &["i", "was", "responsible"],
        &["i", "was", "tasked"],
        &["i", "was", "brought", "in"],
        &["i", "was", "charged"],
        &["i", "was", "given"],
        &["i", "was", "hired", "to"],
        &["i", "was", "to"],
        &["i", "was", "meant", "to"],
        &["i", "was", "told", "to"],
        &["i", "got", "asked"],
        &["i", "got", "told"],
        &["i", "got", "given"],
        &["i", "'d", "been", "asked"],
        &["i", "had", "been", "asked"],
        &["i", "'d", "been", "given"],
        &["what", "i", "needed"],
        &["what", "i", "had", "to"],
        &["i", "needed", "to"],
        &["we", "needed", "to"],
        &["we", "were", "asked"],
        &["we", "were", "supposed"],
        &["i", "took", "on"],
        &["was", "mine", "to"],
        &["was", "on", "me", "to"],
        &["it", "fell", "to", "me"],
        &["fell", "to", "me"],
        &["landed", "on", "my", "desk"],
        &["landed", "with", "me"],
        &["asked", "me", "to"],
        &["told", "me", "to"],
        &["wanted", "me", "to"],
        &["expected", "me", "to"],
        &["challenged", "me"],
        &["gave", "it", "to", "me"],
        &["gave", "me"],
        &["set", "me"],
        &["handed", "me"],
        &["entrusted", "me"],
        &["put", "me", "in", "charge"],
        &["put", "me", "on", "it"],
        &["asked", "of", "me"],
        &["i", "set", "out", "to"],
        &["i", "signed", "up", "to"],
        &["i", "wanted", "to", "get"],
        &["it", "was", "my", "job"],
        &["up", "to", "me", "to"],
        &["on", "the", "hook"],
        &["was", "handed", "to", "me"],
        &["was", "given", "to", "me"],
        &["letter", "to", "me"],
        &["came", "to", "me", "with"],
        &["what", "my", "boss"],
        &["what", "they", "wanted"],
        &["what", "was", "wanted"],
        &["gave", "us"],
        &["set", "us"],
        &["told", "us", "to"],
        &["asked", "us", "to"],
        &["wanted", "us", "to"],
        &["expected", "us", "to"],
        &["they", "wanted"],
        &["wanted", "it"],
        &["the", "deadline", "was"],
        &["we", "were", "to"],
        &["we", "were", "given"],
        &["was", "expected", "to"],
        &["what", "we", "had", "to"],
        &["the", "idea", "was", "to"],
        &["the", "question", "was", "whether"],
        &["i", "was", "put"],
        &["i", "was", "sent"],
        &["i", "was", "made", "responsible"],
        &["i", "was", "in", "charge"],
        &["i", "got", "the", "job"],
        &["i", "got", "the", "task"],
        &["i", "got", "put"],
        &["was", "my", "problem"],
        &["became", "my", "problem"],
        &["became", "mine"],
        &["i", "had", "to"],
        &["we", "had", "to"],
        &["we", "had", "until"],
        &["i", "had", "until"],
        &["you", "'ve", "got", "till"],
        &["you", "'ve", "got", "until"],
    ])
});

/// Verbs by which somebody lays down what is to be reached.
fn lays_down(lemma: &str) -> bool {
    matches!(
        lemma.split(' ').next().unwrap_or(lemma),
        "want"
            | "need"
            | "ask"
            | "expect"
            | "decide"
            | "demand"
            | "require"
            | "wish"
            | "resolve"
            | "insist"
            | "order"
            | "tell"
            | "say"
            | "promise"
            | "set"
    )
}

/// How many words after such a verb the measure and the date may stand.
const REACH: usize = 26;

/// Whether a statement says in fixed words that something was the speaker's to reach.
pub(super) fn is_set(reading: &Reading, statement: &Statement) -> bool {
    CUES.within(reading, statement.from..statement.to).any(|(at, length)| at + length <= statement.to + 2)
}

/// Whether it says what somebody wanted by a date or down to a figure.
pub(super) fn is_wanted(reading: &Reading, vocabulary: &Vocabulary, statement: &Statement) -> bool {
    reading.claims[statement.first..statement.last].iter().any(|claim| {
        let verb = claim.verb as usize;
        matches!(claim.agent, Agent::Other | Agent::None)
            && !claim.flags.question
            && reading.is(verb, Pos::Verb)
            && lays_down(vocabulary.word(reading.words[verb].lemma))
            && wants_by(reading, verb, reading.utterances[reading.utterance_at(verb)].to)
    })
}

/// "… under three minutes for the fair", "… by the winter term", "… it to be in two days".
fn wants_by(reading: &Reading, verb: usize, end: usize) -> bool {
    let window = verb + 1..end.min(verb + 1 + REACH);
    let date = |at: usize| {
        one_of!(
            reading.short(at),
            "by" | "before"
                | "until"
                | "till"
                | "within"
                | "under"
                | "below"
                | "ahead"
                | "inside"
                | "for"
                | "in"
        ) && (at + 1..end.min(at + 6)).any(|next| is_time(reading.lower(next)))
    };
    let infinitive = window.clone().any(|at| reading.is(at, Pos::Infinitive));
    let figure = window.clone().any(|at| reading.is(at, Pos::Number));
    let to_be = window.clone().any(|at| {
        one_of!(
            reading.short(at),
            "should" | "has" | "must" | "would" | "needs" | "it" | "get" | "be" | "one" | "that" | "no"
        )
    });
    window.clone().any(date) && (infinitive || figure || to_be)
}
