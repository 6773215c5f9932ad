//! The use cases, over a real store in a temporary folder.

mod answers;
mod debrief;
mod drills;
mod mock;
mod practice;
mod questions;
mod review;
mod start;
mod today;
