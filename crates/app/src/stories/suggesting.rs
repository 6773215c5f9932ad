//! Questions of the bank that a story could answer.

use std::collections::HashSet;

use practice::{
    recall::{content_words, worded},
    story::suggestions::{About, Candidate, Reason, suggest},
};
use question_bank::{Kind, Question};

use super::{
    shelf::{Kept, Shelf},
    story_check::words_of,
};
use crate::{App, AppError, debrief::quote::listed, questions::competency_view, view::StorySuggestion};

/// Questions that are named, at most.
const MOST: usize = 6;
/// Shared words that are named, at most.
const MOST_WORDS: usize = 2;

impl App {
    pub(super) fn story_suggestions(
        &self,
        shelf: &Shelf,
        story: &Kept,
        holes: &[String],
    ) -> Result<Vec<StorySuggestion>, AppError> {
        let suspended = self.store.suspended_questions()?;
        let answered: HashSet<String> = self.store.answered_questions()?.into_iter().collect();
        let with_a_story: HashSet<&str> = shelf
            .stories
            .iter()
            .flat_map(|story| &story.told)
            .map(|told| told.question_id.as_str())
            .collect();
        let questions = self.bank.all();
        let candidates: Vec<Candidate<'_>> = questions
            .iter()
            .map(|question| {
                let id = question.id.as_str();
                Candidate {
                    competency: question.competency.as_str(),
                    words: content_words(&about(question)),
                    asks_what_happened: question.kind == Kind::Behavioural,
                    answered: answered.contains(id),
                    out: suspended.contains(id) || with_a_story.contains(id),
                }
            })
            .collect();
        let words = worded(&words_of(&story.text));
        let fits: Vec<&str> = story.text.fits.iter().map(String::as_str).collect();
        let holes: Vec<&str> = holes.iter().map(String::as_str).collect();
        let found = suggest(&About { words: &words, fits: &fits, holes: &holes }, &candidates, MOST);
        let view = found.into_iter().map(|found| suggestion(&questions[found.index], &found.reason));
        Ok(view.collect())
    }
}

/// What a question is about: its words, its tags and what a strong answer shows.
fn about(question: &Question) -> String {
    let parts = [&question.prompt].into_iter().chain(&question.tags).chain(&question.strong);
    parts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

fn suggestion(question: &Question, reason: &Reason) -> StorySuggestion {
    let competency = competency_view(question.competency.as_str());
    let why = match reason {
        Reason::Fits => "fits by your own word".to_owned(),
        Reason::NoStoryYet => format!("no story yet for {}", in_a_sentence(&competency.label)),
        Reason::Shares(words) => {
            let quoted: Vec<String> = words.iter().take(MOST_WORDS).map(|word| format!("“{word}”")).collect();
            format!("shares {}", listed(&quoted))
        }
    };
    StorySuggestion {
        question_id: question.id.to_string(),
        prompt: question.prompt.clone(),
        competency,
        minutes: u32::from(question.minutes),
        why,
    }
}

/// A competency's name in the middle of a sentence: "data & ML programs".
fn in_a_sentence(label: &str) -> String {
    let small = |word: &str| match word.chars().skip(1).any(char::is_uppercase) {
        true => word.to_owned(),
        false => word.to_lowercase(),
    };
    label.split(' ').map(small).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::in_a_sentence;

    #[test]
    fn a_competency_stands_in_a_sentence() {
        for (label, expected) in [
            ("Conflict & trust", "conflict & trust"),
            ("Data & ML programs", "data & ML programs"),
            ("API & platform programs", "API & platform programs"),
        ] {
            assert_eq!(in_a_sentence(label), expected);
        }
    }
}
