//! `cargo xtask bench`: the benchmarks of every crate that has some, then the phrase check beside other checkers
//! and review beside Anki's backend; the figures of all go into `docs/benchmarks.md`.

mod estimates;

use std::time::SystemTime;

use super::{checker_bench::checker_bench, review_bench::review_bench};
use crate::{
    benchmarks_page::{self, Part},
    checkout::Checkout,
    error::TaskError,
    machine, process,
};

pub fn bench(checkout: &Checkout) -> Result<(), TaskError> {
    crates_bench(checkout)?;
    checker_bench(checkout)?;
    review_bench(checkout)
}

/// The benchmarks of the crates alone.
pub fn crates_bench(checkout: &Checkout) -> Result<(), TaskError> {
    let began = SystemTime::now();
    // Benchmarks alone: without their name, each crate's tests are started too, to measure nothing.
    process::run(checkout.cargo().args(["bench", "--workspace", "--bench", "*"]))?;
    let reports = checkout.target().join("criterion");
    let table = estimates::table(&estimates::since(&reports, began)?);
    let figures = format!("Measured on {}.\n\n{table}", machine::describe(checkout));
    println!("\n{figures}\n");
    benchmarks_page::write(checkout, Part::Crates, &figures)?;
    println!("The whole report is {}", reports.join("report/index.html").display());
    Ok(())
}
