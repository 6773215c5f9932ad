use std::collections::BTreeSet;

use super::fixtures::candidate;
use crate::mock::fit::{Candidate, Sharing, Wanted, alike, groups};

fn wanted(competencies: &[&str], questions: usize) -> Wanted {
    Wanted {
        competencies: competencies.iter().map(|&one| one.to_owned()).collect(),
        kinds: vec![],
        questions,
    }
}

fn bank(of: &[(&str, usize)]) -> Vec<Candidate> {
    of.iter()
        .flat_map(|&(competency, n)| {
            (0..n).map(move |at| candidate(&format!("{competency}-{at}"), competency))
        })
        .collect()
}

#[test]
fn impossible_rounds_are_said_with_the_way_out() {
    let check = |bank: &[Candidate], rounds: &[Wanted], said: &[(usize, &str)]| {
        let lacks = Sharing::of(rounds, bank, &groups(bank)).lacks();
        let lacks: Vec<(usize, String)> = lacks.iter().map(|lack| (lack.round(), lack.to_string())).collect();
        let said: Vec<(usize, String)> =
            said.iter().map(|(round, text)| (*round, (*text).to_owned())).collect();
        assert_eq!(lacks, said);
    };
    let small = bank(&[("a", 2), ("b", 3)]);
    check(&small, &[wanted(&["a"], 2), wanted(&["b"], 3)], &[]);
    check(&small, &[wanted(&[], 5)], &[]);
    check(
        &small,
        &[wanted(&["a"], 4), wanted(&["c"], 1)],
        &[
            (0, "Only 2 questions fit this round, and it asks 4. Add a competency, or ask fewer."),
            (1, "No question fits this round. Add a competency or a kind, or choose a higher level."),
        ],
    );
    check(
        &bank(&[("a", 1)]),
        &[wanted(&["a"], 2)],
        &[(0, "Only 1 question fits this round, and it asks 2. Add a competency, or ask fewer.")],
    );
    // Either round could be filled; both together cannot.
    check(
        &small,
        &[wanted(&["a", "b"], 3), wanted(&["b"], 3)],
        &[(
            1,
            "The other rounds draw on the same questions: 2 are left for this one, and it asks 3. Add a competency here, \
         or ask fewer.",
        )],
    );
    // A greedy count would say no: the first round has to leave b alone.
    check(&small, &[wanted(&["a", "b"], 2), wanted(&["b"], 3)], &[]);
}

#[test]
fn questions_about_the_same_are_one_to_choose_from() {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<BTreeSet<_>>();
    let mut bank = bank(&[("a", 3)]);
    bank[0].words = words(&["deprecate", "api", "customer", "partner"]);
    bank[1].words = words(&["deprecate", "api", "customer"]);
    assert!(alike(&bank[0], &bank[1]));
    assert!(!alike(&bank[0], &bank[2]));
    assert_eq!(groups(&bank), [0, 0, 2]);
    assert_eq!(Sharing::of(&[wanted(&["a"], 3)], &bank, &groups(&bank)).available(0), 2);
    // Two answers that tell the same story, too.
    bank[1].told = words(&["ledger", "freeze", "export", "treasury", "night"]);
    bank[2].told = words(&["ledger", "freeze", "export", "month", "board"]);
    assert!(alike(&bank[1], &bank[2]));
    assert_eq!(groups(&bank), [0, 0, 0]);
}
