//! The questions of a debrief, each with its answer and what an interviewer would write down of it.

use super::{
    figures::{WORTH_REVIEW, time, well_over},
    held::{Fate, Held, HeldSlot},
    written_down::written_down,
};
use crate::{reviewing::count, view::DebriefQuestion};

/// All questions, in order.
pub(crate) fn questions(held: &Held) -> Vec<DebriefQuestion> {
    held.slots.iter().enumerate().map(|(place, slot)| question(count(place), slot)).collect()
}

fn question(place: u32, slot: &HeldSlot) -> DebriefQuestion {
    let bare = DebriefQuestion {
        slot: place,
        round: slot.round,
        question_id: slot.question_id.clone(),
        prompt: slot.prompt.clone(),
        answer_id: None,
        take_id: None,
        skipped: matches!(slot.fate, Fate::Skipped),
        asked: slot.asked(),
        time: time(slot.used_ms, slot.budget_ms),
        well_over: well_over(slot),
        score: None,
        answer: String::new(),
        probes: Vec::new(),
        written_down: Vec::new(),
        in_review: false,
        suggest_review: false,
    };
    let Some(given) = slot.given() else { return bare };
    let score = given.kept.score;
    DebriefQuestion {
        answer_id: Some(given.answer_id),
        take_id: Some(given.take_id),
        score,
        answer: given.answer.clone(),
        probes: given.probes.clone(),
        written_down: written_down(given),
        in_review: given.in_review,
        suggest_review: !given.in_review && score.is_some_and(|score| score < WORTH_REVIEW),
        ..bare
    }
}
