//! What the palette finds beside rooms and actions: questions of the bank, and words said in answers.

use std::collections::HashMap;

use crate::{
    App, AppError,
    offsets::utf16_range,
    questions::question_view,
    rows::{id, millis},
    view::{Found, QuestionHit, SaidHit, Snippet},
};

/// Rows of each kind; the palette shows no more.
const QUESTIONS: usize = 6;
const SAID: u32 = 4;

impl App {
    /// Questions and words said that match.
    ///
    /// # Errors
    /// When the answers cannot be read.
    pub fn find(&mut self, query: &str) -> Result<Found, AppError> {
        if query.trim().is_empty() {
            return Ok(Found { questions: Vec::new(), said: Vec::new() });
        }
        let answered = self.store.list_answers(&store::AnswerFilter::default())?;
        let by_question: HashMap<&str, &store::AnswerRow> =
            answered.rows.iter().map(|row| (row.question_id.as_str(), row)).collect();
        let questions = self
            .bank
            .search(query)
            .into_iter()
            .take(QUESTIONS)
            .map(|question| {
                let row = by_question.get(question.id.as_str());
                QuestionHit {
                    question: question_view(question),
                    best_score: row.and_then(|row| row.best_score).map(u32::from),
                    take_id: row.map(|row| id(row.latest.id.0)),
                }
            })
            .collect();
        let mut said = Vec::new();
        for hit in self.store.search(query, SAID)? {
            // Found by the question's words only: the question is listed already.
            if hit.text.matches.is_empty() {
                continue;
            }
            let take = self.store.take(hit.take_id)?;
            said.push(SaidHit {
                take_id: id(take.id.0),
                snippet: snippet(&hit.text),
                finished_at: millis(take.finished_at.unwrap_or(take.saved_at)),
            });
        }
        Ok(Found { questions, said })
    }
}

pub(crate) fn snippet(excerpt: &store::Excerpt) -> Snippet {
    Snippet {
        text: excerpt.text.clone(),
        matches: excerpt.matches.iter().map(|range| utf16_range(&excerpt.text, range.clone())).collect(),
    }
}
