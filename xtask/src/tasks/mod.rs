//! The tasks besides the checks, one file each.

pub mod bank_report;
pub mod bench;
pub mod checker_bench;
pub mod dev;
pub mod phrasing;
pub mod review_bench;
pub mod run;
mod scratch_install;
pub mod screens;
pub mod simulate_plan;
pub mod start_bench;
