//! The use cases, over a real store in a temporary folder.

mod answers;
mod debrief;
mod drills;
mod mock;
mod plan;
mod practice;
mod progress;
mod questions;
mod review;
mod start;
mod stories;
mod today;
