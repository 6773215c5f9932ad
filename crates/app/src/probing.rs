//! What the interviewer asks next about an answer: the phrase check reads it in silence, and only what it lacks is used.

use practice::mock::{
    AskedProbe, State, Times,
    probes::{Heard, next},
};

use phrasing::CoverageItem;

use crate::mock_words::next_part;

/// The next probe about the current answer, or none; `said` is all parts of it so far, `check` the phrase check of them.
pub(crate) fn next_probe(state: &State, said: &str, check: &phrasing::Check) -> Option<AskedProbe> {
    let slot = state.slot();
    let planned = state.plan().slot(slot)?;
    // Not the check's own list of what is missing: it keeps silent about texts too short to judge, an interviewer does not.
    let missing: Vec<&str> = CoverageItem::ALL
        .into_iter()
        .filter(|item| check.coverage.get(*item).is_empty())
        .map(CoverageItem::as_str)
        .collect();
    let time = Times::of(state).question;
    let probe = next(&Heard {
        said,
        missing: &missing,
        asked: state.probes(slot),
        situational: planned.situational,
        follow_ups: &planned.follow_ups,
        used: time.used.as_secs_f64() / time.budget.as_secs_f64().max(1.0),
        most: state.plan().probes_of(slot),
        seed: state.plan().seed,
        slot,
    })?;
    Some(AskedProbe { from: next_part(said), ..probe })
}
