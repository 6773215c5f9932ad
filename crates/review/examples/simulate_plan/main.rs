//! How well answers are known on the day of an interview, by the rule that chose what to practise.
//!
//! `cargo xtask simulate-plan` runs it.

mod simulation;

use simulation::{Grading, Policy, Task, mean};

const SEEDS: u64 = 30;

fn main() {
    for (grading, graded) in [(Grading::Sober, "graded soberly"), (Grading::Average, "graded as most do")] {
        for answers in [60, 120] {
            table(Task { answers, a_day: 5, days: 28, grading }, graded);
        }
    }
}

fn table(task: Task, graded: &str) {
    println!(
        "{} answers, {} performances a day, interview in {} days, {graded}, {SEEDS} seeds\n",
        task.answers, task.a_day, task.days
    );
    println!("| Policy                  | Mean recall | Never practised | Below 0.8 |");
    println!("| ----------------------- | ----------: | --------------: | --------: |");
    for policy in Policy::ALL {
        let standing = mean(policy, task, 0..SEEDS);
        println!(
            "| {:<23} | {:>11.3} | {:>15.1} | {:>9.1} |",
            policy.name(),
            standing.recall,
            standing.never,
            standing.below,
        );
    }
    println!();
}
