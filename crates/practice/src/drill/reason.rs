//! Why a try passed or not, in one sentence about what was said.

use super::{By, Marked, Shows, Verdict};

/// Longer quotes are cut.
const QUOTED_WORDS: usize = 9;

/// The verdict in one sentence. `dimension` is that of the drill: it decides what is asked for when nothing is there yet.
pub fn reason(verdict: Verdict, dimension: &str, marks: &[Marked<'_>]) -> String {
    let quote = |mark: usize| marks.get(mark).map(|mark| quoted(mark.words)).unwrap_or_default();
    match verdict {
        Verdict::Passed { mark } => match marks.get(mark) {
            Some(Marked { by: By::Own, .. }) => {
                format!("Nothing weak is left, and {} is yours.", quote(mark))
            }
            _ => format!("Nothing weak is left, and {} says what came of it.", quote(mark)),
        },
        Verdict::OldWords => "These are the old words.".to_owned(),
        Verdict::StillWeak { mark } => match marks.get(mark) {
            Some(Marked { shows: Shows::HiddenActor, by: By::Shared, .. }) => {
                format!("Your part is still hidden: {}.", quote(mark))
            }
            Some(Marked { shows: Shows::HiddenActor, .. }) => format!("Still nobody acts: {}.", quote(mark)),
            Some(mark_there) => format!("{}: {}.", still(mark_there.dimension), quote(mark)),
            None => "Something weak is still there.".to_owned(),
        },
        Verdict::NotYours { mark } => {
            format!("Nothing weak is left, but {} is not yours: {}", quote(mark), question(dimension))
        }
        Verdict::NothingOwn => {
            format!("Nothing weak is left, but nothing of your own is there yet: {}", question(dimension))
        }
    }
}

/// What a weak claim on that dimension is.
fn still(dimension: &str) -> &'static str {
    match dimension {
        "ownership" => "Still coordination",
        "systems" => "Still tasks, not the system",
        "foresight" => "Still after the fact",
        "direction" => "Still waiting to be told",
        "impact" => "Still delivery, not an outcome",
        "influence" => "Still passing it on",
        _ => "Still activity",
    }
}

/// What would be the speaker's own on that dimension.
fn question(dimension: &str) -> &'static str {
    match dimension {
        "ownership" => "what did you take on yourself?",
        "systems" => "what did you find out about how it works?",
        "foresight" => "what did you see coming, and what did you do?",
        "direction" => "what did you set out to do, and on whose word?",
        "impact" => "what moved, from what to what?",
        "influence" => "whose mind did you change, and with what?",
        _ => "what did you decide?",
    }
}

/// The first words of a mark, in quotation marks.
fn quoted(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let cut = if all.len() > QUOTED_WORDS { "…" } else { "" };
    format!("“{}{cut}”", all[..all.len().min(QUOTED_WORDS)].join(" "))
}
