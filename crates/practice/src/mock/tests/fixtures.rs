//! Plans and candidates to test with.

use crate::mock::fit::Candidate;
use crate::mock::{AskedProbe, Plan, PlannedRound, PlannedSlot};

pub(super) fn slot(question: &str) -> PlannedSlot {
    PlannedSlot {
        question: question.to_owned(),
        prompt: format!("What about {question}?"),
        competency: "program-execution".to_owned(),
        situational: false,
        follow_ups: vec![],
    }
}

/// Rounds of so many questions, a minute each.
pub(super) fn plan(rounds: &[usize]) -> Plan {
    let rounds = rounds
        .iter()
        .enumerate()
        .map(|(number, questions)| PlannedRound {
            name: format!("Round {number}"),
            budget_ms: *questions as u64 * 60_000,
            written: false,
            slots: (0..*questions).map(|at| slot(&format!("q-{number}-{at}"))).collect(),
        })
        .collect();
    Plan { rounds, probes: 2, preparation_ms: 0, ends_at_limit: false, seed: 4721 }
}

pub(super) fn probe(text: &str) -> AskedProbe {
    AskedProbe { text: text.to_owned(), rung: None, from: 0 }
}

pub(super) fn candidate(question: &str, competency: &str) -> Candidate {
    Candidate {
        question: question.to_owned(),
        prompt: question.to_owned(),
        competency: competency.to_owned(),
        kind: "behavioural".to_owned(),
        minutes: 3,
        level: 0,
        situational: false,
        follow_ups: vec![],
        words: ["about", question, "alone"].map(|word| format!("{word}-{question}")).into(),
        told: Default::default(),
        best: None,
        answered: false,
        due: false,
    }
}
