//! The use cases, over a real store in a temporary folder.

mod answers;
mod practice;
mod review;
mod start;
mod today;
