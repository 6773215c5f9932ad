//! The use cases: start, draft, finish, grade, resume. Ties the crates below together; knows no Tauri.

pub mod view;
