//! Project tasks: `cargo xtask run | test | screens | bench | dev | phrasing-report | phrasing-fit | bank-report |
//! simulate-plan`.
//!
//! - [`arguments`] what can be asked for
//! - [`setup`] what a fresh machine needs: system packages, Node.js, the UI
//! - [`gates`] the checks of `cargo xtask test`, in order
//! - [`tasks`] one file for each of the other tasks
//! - [`display`] whether there is a screen
//! - [`process`] running other programs
//! - [`memory`], [`median`], [`machine`] what is measured, how, and on what
//! - [`benchmarks_page`], [`markdown_table`] where the figures go

mod arguments;
mod benchmarks_page;
mod checkout;
mod display;
mod error;
mod gates;
mod machine;
mod markdown_table;
mod median;
mod memory;
mod process;
mod setup;
mod tasks;

use std::process::ExitCode;

use crate::{
    arguments::{Benchmark, Task},
    checkout::Checkout,
    error::TaskError,
};

fn main() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)).map_err(TaskError::from).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A check that failed was told above the totals, which are the last line.
            if !matches!(error, TaskError::Gate { .. }) {
                eprintln!("xtask: {error}");
            }
            error.exit_code()
        }
    }
}

fn perform(task: Task) -> Result<(), TaskError> {
    let checkout = Checkout::of_this_run();
    match task {
        Task::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Task::Run { release, arguments } => tasks::run::run(&checkout, release, &arguments),
        Task::Test(choice) => gates::test(&checkout, &choice),
        Task::Dev => tasks::dev::dev(&checkout),
        Task::Screens { out } => tasks::screens::screens(&checkout, out.as_deref()),
        Task::Bench(Benchmark::All) => tasks::bench::bench(&checkout),
        Task::Bench(Benchmark::Crates) => tasks::bench::crates_bench(&checkout),
        Task::Bench(Benchmark::Checkers) => tasks::checker_bench::checker_bench(&checkout),
        Task::Bench(Benchmark::Review) => tasks::review_bench::review_bench(&checkout),
        Task::Bench(Benchmark::Start) => tasks::start_bench::start_bench(&checkout),
        Task::PhrasingReport(report) => tasks::phrasing::report(&checkout, &report),
        Task::SimulatePlan => tasks::simulate_plan::simulate_plan(&checkout),
        Task::BankReport => tasks::bank_report::bank_report(&checkout),
        Task::PhrasingFit => tasks::phrasing::fit(&checkout),
    }
}
