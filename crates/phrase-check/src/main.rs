//! The phrase check on the command line.

fn main() {}
