//! Stories to test with.

use store::{AnswerId, StoryId, TakeId};

use super::shelf::{Kept, Shelf, Told};
use crate::{
    questions::competency_view,
    view::{StoryNumber, StoryText},
};

/// A story with all its parts.
pub(crate) fn refund_path() -> StoryText {
    let number = |value: &str, meaning: &str| StoryNumber { value: value.into(), meaning: meaning.into() };
    StoryText {
        title: "Refund path".into(),
        situation:
            "Checkout moves from the old payments service to a new ledger. Three teams, one date in October."
                .into(),
        task: "Mine: a cutover with no money lost and no day missed.".into(),
        action:
            "I drew the refund path; found the missing idempotency key; held the launch; moved refunds last, \
                 behind a flag."
                .into(),
        result: "We shipped on the date. Duplicate refunds went from forty a month to zero.".into(),
        numbers: vec![
            number("40 → 0", "duplicate refunds a month"),
            number("4 days", "by flag, 3 weeks by patch"),
        ],
        fits: Vec::new(),
    }
}

/// An answer that tells it.
pub(super) fn told(answer: i64, competency: &str, score: Option<u32>) -> Told {
    Told {
        answer: AnswerId(answer),
        question_id: format!("question-{answer}"),
        prompt: format!("Question {answer}?"),
        competency: competency_view(competency),
        best_take: TakeId(answer),
        score,
    }
}

/// A story as it is kept.
pub(super) fn kept(id: i64, text: StoryText, told: Vec<Told>) -> Kept {
    Kept { id: StoryId(id), version: 0, updated_at: 1_773_167_400_000, text, told }
}

/// So many stories with so many answers each, of different competencies.
pub(super) fn shelf(stories: i64, answers: usize) -> Shelf {
    let competencies = ["dependencies-risk", "program-execution", "conflict-trust"];
    let story = |id: i64| {
        let told = (1..).zip(competencies.iter().cycle().take(answers));
        let told = told.map(|(place, competency)| told_of(id * 100 + place, competency)).collect();
        kept(id, StoryText { title: format!("Story {id}"), ..refund_path() }, told)
    };
    Shelf { stories: (1..=stories).map(story).collect(), last_mock: Vec::new() }
}

fn told_of(answer: i64, competency: &str) -> Told {
    told(answer, competency, u32::try_from(50 + answer % 40).ok())
}
