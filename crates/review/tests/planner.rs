//! The planner against the rules it has to beat, with FSRS-6 as somebody's memory.

#[path = "../examples/simulate_plan/simulation.rs"]
mod simulation;

use simulation::{Grading, Policy, Task, mean};

/// Few seeds and half the usual size: the table of `cargo xtask simulate-plan` is for the eye, this is for a slip.
const SEEDS: std::ops::Range<u64> = 0..20;

#[track_caller]
fn check(grading: Grading) {
    let task = Task { answers: 30, a_day: 3, days: 21, grading };
    let standings = Policy::ALL.map(|policy| mean(policy, task, SEEDS));
    let [due_first, new_first, greedy, planner] = &standings;
    let told = || Policy::ALL.map(|policy| policy.name()).into_iter().zip(standings).collect::<Vec<_>>();
    assert!(planner.recall >= greedy.recall - 0.002, "{:#?}", told());
    assert!(planner.recall > new_first.recall, "{:#?}", told());
    assert!(planner.recall > due_first.recall + 0.1, "{:#?}", told());
    assert!(planner.below <= greedy.below + 0.5, "{:#?}", told());
    assert_eq!(planner.never, 0.0);
}

#[test]
fn the_plan_is_at_least_as_good_as_the_greedy_one() {
    check(Grading::Average);
}

#[test]
fn so_it_is_when_the_grades_are_not_those_it_expects() {
    check(Grading::Sober);
}
