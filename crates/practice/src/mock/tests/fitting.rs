use std::collections::BTreeSet;

use proptest::prelude::*;

use super::fixtures::candidate;
use crate::mock::fit::{Candidate, Sharing, Wanted, alike, groups};

fn wanted(competencies: &[&str], questions: usize) -> Wanted {
    Wanted {
        competencies: competencies.iter().map(|&one| one.to_owned()).collect(),
        kinds: vec![],
        questions,
        minutes: 60,
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
    let told = words(&["ledger", "freeze", "export", "cutover", "auditor", "replay", "clerk", "balance"]);
    bank[1].told = &told | &words(&["treasury", "night", "queue", "partner"]);
    bank[2].told = &told | &words(&["month", "board", "quarter", "memo", "city"]);
    assert!(alike(&bank[1], &bank[2]));
    assert_eq!(groups(&bank), [0, 0, 0]);
}

#[test]
fn words_that_many_questions_have_make_none_alike() {
    let mut bank = bank(&[("a", 30)]);
    for (at, one) in bank.iter_mut().enumerate() {
        one.words = ["tell", "decision", &format!("matter-{at}")].map(str::to_owned).into();
    }
    assert_eq!(groups(&bank), (0..30).collect::<Vec<_>>());
    bank[7].words = ["tell", "decision", "cutover", "ledger", "canary", "night"].map(str::to_owned).into();
    bank[9].words = ["tell", "decision", "cutover", "ledger", "canary", "export"].map(str::to_owned).into();
    bank[11].words =
        ["tell", "decision", "cutover", "ledger", "canary", "night", "partner"].map(str::to_owned).into();
    let groups = groups(&bank);
    assert_eq!((groups[9], groups[11]), (7, 7));
}

#[test]
fn a_short_answer_is_not_the_story_of_a_long_one() {
    let mut bank = bank(&[("a", 2)]);
    bank[0].told = ["cut", "scope", "week"].map(str::to_owned).into();
    bank[1].told = (0..60).map(|at| format!("word-{at}")).chain(["cut".into(), "scope".into()]).collect();
    assert!(!alike(&bank[0], &bank[1]));
}

proptest! {
    /// Hall's theorem: the rounds can all be filled just when any few of them together have questions enough.
    #[test]
    fn rounds_that_compete_are_counted_rightly(
        bank_of in proptest::collection::vec(0_usize..4, 4),
        rounds in proptest::collection::vec((1_usize..16, 1_usize..4), 1..5),
    ) {
        let names = ["a", "b", "c", "d"];
        let bank: Vec<Candidate> = bank(&names.into_iter().zip(bank_of).collect::<Vec<_>>());
        let of = |set: usize| names.into_iter().enumerate().filter(move |(at, _)| set >> at & 1 == 1).map(|(_, one)| one);
        let wanted: Vec<Wanted> = rounds.iter().map(|&(set, n)| wanted(&of(set).collect::<Vec<_>>(), n)).collect();
        let enough = (1_usize..1 << rounds.len()).all(|few| {
            let some = || rounds.iter().enumerate().filter(|(at, _)| few >> at & 1 == 1).map(|(_, round)| round);
            let set = some().fold(0, |set, round| set | round.0);
            let asks: usize = some().map(|round| round.1).sum();
            asks <= bank.iter().filter(|one| of(set).any(|name| name == one.competency)).count()
        });
        let sharing = Sharing::of(&wanted, &bank, &groups(&bank));
        prop_assert_eq!(sharing.lacks().is_empty(), enough);
    }
}
