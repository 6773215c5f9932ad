use proptest::prelude::*;

use super::fixtures::candidate;
use crate::mock::fit::{Candidate, Wanted};
use crate::mock::selection::{Preference, select};

const COMPETENCIES: [&str; 4] = ["a", "b", "c", "d"];

fn bank(each: usize) -> Vec<Candidate> {
    COMPETENCIES
        .iter()
        .flat_map(|&competency| (0..each).map(move |at| candidate(&format!("{competency}-{at}"), competency)))
        .collect()
}

fn wanted(competencies: &[&str], questions: usize) -> Wanted {
    Wanted {
        competencies: competencies.iter().map(|&one| one.to_owned()).collect(),
        kinds: vec![],
        questions,
        minutes: 60,
    }
}

#[test]
fn competencies_come_in_turn() {
    let bank = bank(10);
    for seed in 0..50 {
        let chosen = select(&[wanted(&["a", "b", "c"], 6)], &bank, Preference::Any, seed).unwrap();
        let competencies: Vec<&str> = chosen[0].iter().map(|at| &*bank[*at].competency).collect();
        for one in ["a", "b", "c"] {
            assert_eq!(competencies.iter().filter(|other| **other == one).count(), 2, "{competencies:?}");
        }
        assert!(competencies.windows(2).all(|two| two[0] != two[1]), "{competencies:?}");
    }
}

#[test]
fn long_questions_are_for_rounds_with_time() {
    let mut bank = bank(10);
    bank.iter_mut().step_by(2).for_each(|one| one.minutes = 8);
    let longest = |minutes| {
        let rounds = [Wanted { minutes, ..wanted(&[], 4) }];
        let chosen = (0..50).flat_map(|seed| select(&rounds, &bank, Preference::Any, seed).unwrap());
        chosen.flatten().map(|at| bank[at].minutes).max()
    };
    assert_eq!(longest(31), Some(3));
    assert_eq!(longest(32), Some(8));
    assert_eq!(longest(4), Some(8), "where there is time for none, any will do");
}

#[test]
fn what_is_preferred_comes_mostly() {
    let mut bank = bank(10);
    for (at, one) in bank.iter_mut().enumerate() {
        one.answered = at % 2 == 0;
        one.best = one.answered.then_some(if at % 4 == 0 { 40 } else { 80 });
        one.due = at % 5 == 0;
    }
    let share = |preference, has: fn(&Candidate) -> bool| {
        let chosen = (0..100).map(|seed| select(&[wanted(&[], 4)], &bank, preference, seed).unwrap());
        let chosen: Vec<usize> = chosen.flatten().flatten().collect();
        chosen.iter().filter(|at| has(&bank[**at])).count() * 100 / chosen.len()
    };
    assert!(share(Preference::New, |one| !one.answered) > 80);
    assert!(share(Preference::Weak, |one| one.best == Some(40)) > 60);
    assert!(share(Preference::Due, |one| one.due) > 70);
    assert!((35..65).contains(&share(Preference::Any, |one| one.answered)));
}

proptest! {
    #[test]
    fn each_seed_gives_its_own_interview_within_all_bounds(
        each in 1_usize..6,
        rounds in proptest::collection::vec((0_usize..15, 1_usize..5), 1..4),
        seed in 0_u64..10_000,
    ) {
        let bank = bank(each);
        let rounds: Vec<Wanted> = rounds
            .into_iter()
            .map(|(set, questions)| {
                let competencies: Vec<&str> =
                    COMPETENCIES.into_iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, one)| one).collect();
                wanted(&competencies, questions)
            })
            .collect();
        let chosen = select(&rounds, &bank, Preference::New, seed);
        prop_assert_eq!(&chosen, &select(&rounds, &bank, Preference::New, seed));
        match chosen {
            Ok(chosen) => {
                let mut all: Vec<usize> = chosen.iter().flatten().copied().collect();
                for (round, chosen) in rounds.iter().zip(&chosen) {
                    prop_assert_eq!(chosen.len(), round.questions, "a mock that can be held is held in full");
                    prop_assert!(chosen.iter().all(|at| round.takes(&bank[*at])));
                }
                all.sort_unstable();
                let asked = all.len();
                all.dedup();
                prop_assert_eq!(all.len(), asked, "nothing is asked twice");
            }
            Err(lacks) => prop_assert!(!lacks.is_empty()),
        }
    }
}
