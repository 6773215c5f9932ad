//! How well answers are known on the day of an interview, by the rule that chose what to practise.
//!
//! `cargo xtask simulate-plan` runs it.

mod simulation;

use simulation::{Policy, Task, mean};

const SEEDS: u64 = 30;

fn main() {
    for answers in [60, 120] {
        let task = Task { answers, a_day: 5, days: 28 };
        println!(
            "{answers} answers, {} performances a day, interview in {} days, {SEEDS} seeds\n",
            task.a_day, task.days
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
}
