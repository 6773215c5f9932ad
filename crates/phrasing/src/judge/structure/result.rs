//! Statements that say what came of it.

use std::sync::LazyLock;

use crate::lexicon::{Pos, Vocabulary, one_of};
use crate::reading::{CueTable, Reading, Shape};
use crate::weighing::Statement;

use super::time::is_time;

static CUES: LazyLock<CueTable> = LazyLock::new(|| {
    CueTable::new(&[
        &["in", "the", "end"],
        &["as", "a", "result"],
        &["the", "result"],
        &["since", "then"],
        &["ever", "since"],
        &["since"],
        &["went", "down"],
        &["went", "up"],
        &["went", "from"],
        &["came", "down"],
        &["came", "out", "at"],
        &["came", "to"],
        &["gone", "down"],
        &["gone", "up"],
        &["dropped"],
        &["fell"],
        &["fallen"],
        &["rose"],
        &["risen"],
        &["halved"],
        &["tripled"],
        &["doubled"],
        &["saved"],
        &["we", "launched"],
        &["we", "shipped"],
        &["went", "live"],
        &["go", "live"],
        &["at", "the", "deadline"],
        &["the", "outcome"],
        &["ended", "up"],
        &["are", "down"],
        &["is", "down"],
        &["was", "down"],
        &["is", "now"],
        &["are", "now"],
        &["now"],
        &["today"],
        &["not", "once"],
        &["months", "later"],
        &["weeks", "later"],
        &["a", "year", "later"],
        &["a", "month", "later"],
        &["the", "year", "after"],
        &["the", "next", "year"],
        &["on", "the", "day"],
        &["down", "by"],
        &["down", "to"],
        &["it", "was", "at"],
        &["we", "were", "at"],
        &["stood", "at"],
        &["we", "had"],
        &["we", "lost"],
        &["there", "has", "been"],
        &["there", "have", "been"],
        &["has", "not"],
        &["have", "not"],
        &["has", "n't"],
        &["have", "n't"],
        &["still"],
    ])
});

/// What a statement shows of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// A phrase by which results are told.
    pub(super) cued: bool,
    /// It opens with a date.
    pub(super) dated: bool,
    /// A figure.
    pub(super) measured: bool,
    /// "went from forty-four minutes to nine": a result wherever it stands.
    pub(super) moved: bool,
}

pub(super) fn outcome(reading: &Reading, vocabulary: &Vocabulary, statement: &Statement) -> Outcome {
    let range = statement.from..statement.to;
    let cued = CUES.within(reading, range.clone()).next().is_some();
    let dated = opens_by_date(reading, statement);
    let figures = range
        .clone()
        .filter(|at| {
            let word = &reading.words[*at];
            word.shape == Shape::Number
                || word.pos == Pos::Number && !one_of!(reading.short(*at), "first" | "second" | "once")
                || one_of!(reading.short(*at), "half" | "third" | "zero" | "none" | "nobody" | "percent")
        })
        .count();
    let changes = || {
        range.clone().any(|at| {
            reading.is(at, Pos::Verb)
                && matches!(
                    vocabulary.word(reading.words[at].lemma).split(' ').next().unwrap_or(""),
                    "go" | "drop"
                        | "fall"
                        | "rise"
                        | "shrink"
                        | "grow"
                        | "climb"
                        | "sink"
                        | "come"
                        | "halve"
                        | "decline"
                )
        })
    };
    let from_to = || {
        range.clone().any(|at| one_of!(reading.short(at), "from"))
            && range.clone().any(|at| one_of!(reading.short(at), "to" | "into"))
    };
    Outcome { cued, dated, measured: figures > 0, moved: figures >= 2 && changes() && from_to() }
}

/// "By June …", "At Easter …", "In the second season …": a result told by its date.
fn opens_by_date(reading: &Reading, statement: &Statement) -> bool {
    let mut at = statement.from;
    while at < statement.to
        && one_of!(
            reading.short(at),
            "and" | "so" | "then" | "but" | "yeah" | "um" | "by" | "at" | "in" | "on" | "after" | "the"
        )
    {
        if one_of!(reading.short(at), "by" | "at" | "in" | "on" | "after") {
            return (at + 1..statement.to.min(at + 6)).any(|next| is_time(reading.lower(next)));
        }
        at += 1;
    }
    false
}
