//! `cargo xtask bank-report`: what is in the question bank.

use crate::{checkout::Checkout, error::TaskError, process};

/// Prints the shares, lengths, near prompts, themes and misspellings of the built-in questions.
pub fn bank_report(checkout: &Checkout) -> Result<(), TaskError> {
    let mut command = checkout.cargo();
    process::run(command.args(["run", "--quiet", "--package", "question-bank", "--example", "bank_report"]))
}
