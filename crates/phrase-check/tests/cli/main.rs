//! The built program, run as a user or a script runs it.

mod commands;
mod json_lines;
mod program;
mod rules;
mod statuses;
mod texts;
