//! The parts of a story.

use super::check;
use super::corpus::Structured;
use super::counts::Counts;

/// What is asked about each text, in this order.
pub const QUESTIONS: [&str; 5] = ["situation", "task", "action", "result", "order"];

/// How often each question was answered rightly, and where not.
#[derive(Default)]
pub struct Parts {
    /// By question.
    pub counts: [Counts; QUESTIONS.len()],
    /// (text's id, question, what was wanted).
    pub wrong: Vec<(String, &'static str, bool)>,
}

/// Checks every text.
pub fn parts(rows: &[Structured]) -> Parts {
    let mut parts = Parts::default();
    for row in rows {
        let found = check(&row.text, row.mode).structure;
        let wanted = [row.situation, row.task, row.action, row.result, row.order_ok];
        let given = [found.situation, found.task, found.action, found.result, found.in_order];
        for (at, question) in QUESTIONS.into_iter().enumerate() {
            parts.counts[at].add(wanted[at], given[at]);
            if wanted[at] != given[at] {
                parts.wrong.push((row.id.clone(), question, wanted[at]));
            }
        }
    }
    parts
}
