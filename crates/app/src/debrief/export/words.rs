//! What the pages of a debrief say alike.

use jiff::civil::Date;

use super::super::time_spent::clock;
use crate::view::{AcrossTheLoop, Debrief, DebriefQuestion, Dimension, MockTime};

/// "Tue 10 March 2026"; a day that is none stays as it is.
pub(super) fn day(day: &str) -> String {
    day.parse::<Date>().map_or_else(|_| day.to_owned(), |date| date.strftime("%a %-d %B %Y").to_string())
}

/// "12:54 of 10:00".
pub(super) fn of_budget(time: MockTime) -> String {
    format!("{} of {}", clock(time.used_ms), clock(time.budget_ms))
}

/// A figure, or a dash where there is none.
pub(super) fn figure(figure: Option<u32>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string())
}

/// What the figure of a question would be, or why there is none.
pub(super) fn score(question: &DebriefQuestion) -> String {
    match question.score {
        Some(score) => score.to_string(),
        None if !question.asked => "not asked".to_owned(),
        None if question.skipped => "skipped".to_owned(),
        None if question.take_id.is_none() => "deleted".to_owned(),
        None => "no score".to_owned(),
    }
}

pub(super) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Ownership => "Ownership",
        Dimension::Systems => "Systems",
        Dimension::Decisions => "Decisions",
        Dimension::Foresight => "Foresight",
        Dimension::Direction => "Direction",
        Dimension::Impact => "Impact",
        Dimension::Influence => "Influence",
    }
}

/// The figures across the loop, with their names.
pub(super) fn across(across: &AcrossTheLoop) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    if let Some(now) = across.weak_per_100 {
        let before =
            across.weak_per_100_before.map(|before| format!(", from {before:.1}")).unwrap_or_default();
        rows.push(("Weak marks per 100 words", format!("{now:.1}{before}")));
    }
    rows.push(("Decisions named", format!("{} of {}", across.decisions, across.answers)));
    rows.push(("Numbers with a meaning", format!("{} of {}", across.numbers, across.answers)));
    if across.skipped > 0 {
        rows.push(("Skipped", across.skipped.to_string()));
    }
    let often = match across.pauses {
        0 => "never".to_owned(),
        1 => format!("once, {}", clock(across.paused_ms)),
        many => format!("{many} times, {}", clock(across.paused_ms)),
    };
    rows.push(("Paused", often));
    match across.left {
        0 => {}
        1 => rows.push(("Left", "once".to_owned())),
        many => rows.push(("Left", format!("{many} times"))),
    }
    rows
}

/// "Compared with Full onsite, Sat 28 February 2026."
pub(super) fn compared(debrief: &Debrief) -> Option<String> {
    let other = debrief.compared_with.as_ref()?;
    Some(format!("Compared with {}, {}.", other.name, day(&other.day)))
}
