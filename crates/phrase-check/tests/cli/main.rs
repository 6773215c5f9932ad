//! The built program, run as a user or a script runs it.

mod commands;
mod json_lines;
mod program;
mod statuses;
mod texts;
