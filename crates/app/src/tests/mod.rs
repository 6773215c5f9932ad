//! The use cases, over a real store in a temporary folder.

mod answers;
mod debrief;
mod mock;
mod practice;
mod progress;
mod questions;
mod review;
mod start;
mod today;
