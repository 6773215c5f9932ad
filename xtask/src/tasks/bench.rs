//! `cargo xtask bench`: the benchmarks of every crate that has some.

use crate::{checkout::Checkout, error::TaskError, process};

pub fn bench(checkout: &Checkout) -> Result<(), TaskError> {
    // Benchmarks alone: without their name, each crate's tests are started too, to measure nothing.
    process::run(checkout.cargo().args(["bench", "--workspace", "--bench", "*"]))?;
    println!("The report is {}", checkout.target().join("criterion/report/index.html").display());
    Ok(())
}
