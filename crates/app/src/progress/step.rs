//! What to practise next, by the figures.

use std::collections::HashSet;

use practice::{
    chance::seeded,
    choice::{Candidate, Wish, choose},
};
use question_bank::{Dimension, Question};
use store::AnswerRow;

use crate::{App, AppError, view::ProgressStep};

impl App {
    /// A question that probes the lowest dimension; one that was not answered yet, as long as there is any. The same
    /// day proposes the same question until something is answered.
    pub(super) fn next_by_figures(
        &self,
        lowest: Dimension,
        answers: &[AnswerRow],
    ) -> Result<Option<ProgressStep>, AppError> {
        let suspended = self.store.suspended_questions()?;
        let answered: HashSet<&str> = answers.iter().map(|row| row.question_id.as_str()).collect();
        let probing = |question: &&Question| {
            question.dimensions.contains(&lowest) && !suspended.contains(question.id.as_str())
        };
        let mut open: Vec<&Question> = self.bank.all().iter().filter(probing).collect();
        if open.iter().any(|question| !answered.contains(question.id.as_str())) {
            open.retain(|question| !answered.contains(question.id.as_str()));
        }
        let today = self.today_date();
        let candidates: Vec<Candidate<'_>> = open
            .iter()
            .map(|question| Candidate {
                question: question.id.as_str(),
                competency: question.competency.as_str(),
                competency_weight: f64::from(question.competency.weight()),
                dimensions: &[],
                minutes: u32::from(question.minutes),
                last_seen: answers
                    .iter()
                    .find(|row| row.question_id == question.id.as_str())
                    .map(|row| self.day_of(row.latest.finished_at)),
                suspended: false,
            })
            .collect();
        let latest = answers.iter().max_by_key(|row| row.latest.finished_at);
        let wish = Wish {
            today,
            weakest: None,
            not_question: latest.map(|row| row.question_id.as_str()),
            not_competencies: &latest.map(|row| row.competency.as_str()).into_iter().collect::<Vec<_>>(),
            minutes: None,
        };
        let seed = today
            .to_string()
            .bytes()
            .fold(answers.len() as u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
        Ok(choose(&candidates, &wish, &mut seeded(seed)).map(|choice| ProgressStep {
            label: format!("Practise {}", lowest.as_str()),
            question_id: open[choice.index].id.to_string(),
        }))
    }
}
