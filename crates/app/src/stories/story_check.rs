//! The phrase check of a story as it is written.
//!
//! The parts are checked one after the other, with a blank line between them, as they would be told. The numbers follow
//! as a paragraph of short sentences ("40 → 0 duplicate refunds a month."), since a number that stands in the list is
//! one that will be said.

use crate::{
    App,
    checking::{check_text, phrasing_level},
    marks,
    view::{AnswerMode, StoryCheck, StoryNumber, StoryText},
};

impl App {
    pub(super) fn story_check(&self, story: &StoryText) -> StoryCheck {
        let text = told(story);
        let level = self.settings.level;
        let check = check_text(&self.checker, &text, AnswerMode::Behavioral, level, &[]);
        let score = marks::scores(&check, &[]).map(|scores| scores.overall);
        let check = check.to_utf16(&text);
        StoryCheck {
            score,
            marks: marks::marks(&check.findings, &check.fixes, &marks::Utf16::of(&text)),
            missing: marks::missing(&check),
            coverage: marks::coverage(&check, phrasing_level(level)),
            text,
        }
    }
}

/// The story as it would be told: what is written of it, in order.
fn told(story: &StoryText) -> String {
    let numbers = story.numbers.iter().map(sentence).collect::<Vec<_>>().join(" ");
    let parts = [&story.situation, &story.task, &story.action, &story.result, &numbers];
    let written: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    written.join("\n\n")
}

/// "40 → 0 duplicate refunds a month."
fn sentence(number: &StoryNumber) -> String {
    let words = format!("{} {}", number.value, number.meaning);
    let words = words.trim();
    match words.ends_with(['.', '!', '?', '…']) {
        true => words.to_owned(),
        false => format!("{words}."),
    }
}

/// All words of a story: what it is about.
pub(super) fn words_of(story: &StoryText) -> String {
    format!("{}\n\n{}", story.title, told(story))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stories::sample::refund_path;

    #[track_caller]
    fn check(story: StoryText, expected: &str) {
        assert_eq!(told(&story), expected);
    }

    #[test]
    fn the_parts_are_parted_by_blank_lines_and_the_numbers_are_sentences() {
        check(StoryText::default(), "");
        check(
            StoryText { situation: String::new(), task: " ".into(), ..refund_path() },
            "I drew the refund path; found the missing idempotency key; held the launch; moved refunds last, behind a \
             flag.\n\nWe shipped on the date. Duplicate refunds went from forty a month to zero.\n\n40 → 0 duplicate \
             refunds a month. 4 days by flag, 3 weeks by patch.",
        );
        let number =
            |value: &str, meaning: &str| StoryNumber { value: value.into(), meaning: meaning.into() };
        let numbers = vec![number("0", "refunds twice."), number("12 %", "")];
        check(StoryText { numbers, ..StoryText::default() }, "0 refunds twice. 12 %.");
    }
}
