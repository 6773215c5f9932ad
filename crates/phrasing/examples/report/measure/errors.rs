//! The worst mistakes, with their reasons.

use phrasing::{Checker, ExplainedSentence, Input};

use super::sentences::{Judged, Label};

/// A sentence whose label is wrong.
pub struct Mistake<'a> {
    pub judged: &'a Judged<'a>,
    /// The sentence of the check that comes nearest to the label.
    pub weighed: ExplainedSentence,
    /// The label's log-odds there.
    pub log_odds: f32,
}

/// The log-odds of one label.
pub const fn odds(sentence: &ExplainedSentence, label: Label) -> f32 {
    match label {
        Label::Ownership => sentence.ownership,
        Label::Coordination => sentence.coordination,
    }
}

/// Sentences whose label was missed, or for `wanted` false wrongly seen; those where the check was surest first.
pub fn worst<'a>(sentences: &'a [Judged<'a>], label: Label, wanted: bool) -> Vec<Mistake<'a>> {
    let mut mistakes: Vec<Mistake> = sentences
        .iter()
        .filter(|judged| judged.verdict(label) == (wanted, !wanted))
        .filter_map(|judged| {
            let input = Input { mode: judged.row.mode, ..Input::typed(&judged.row.text) };
            let sentences = Checker::builtin().explain(&input).sentences.into_iter();
            let weighed = sentences.max_by(|a, b| odds(a, label).total_cmp(&odds(b, label)))?;
            Some(Mistake { judged, log_odds: odds(&weighed, label), weighed })
        })
        .collect();
    mistakes.sort_by(|a, b| {
        let order = a.log_odds.total_cmp(&b.log_odds);
        if wanted { order } else { order.reverse() }
    });
    mistakes
}
