//! Prepares the window: a placeholder page when the UI is not built yet, and the permissions of our own commands.

fn main() {}
