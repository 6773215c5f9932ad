//! Project tasks: run, test, screens, bench, dev.

fn main() {}
