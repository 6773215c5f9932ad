//! `cargo xtask simulate-plan`: what the plan of the day is worth.

use crate::{checkout::Checkout, error::TaskError, process};

/// Prints how well answers are known on the day of an interview, with the real planner and with simpler rules.
pub fn simulate_plan(checkout: &Checkout) -> Result<(), TaskError> {
    let mut command = checkout.cargo();
    process::run(command.args(["run", "--quiet", "--package", "review", "--example", "simulate_plan"]))
}
