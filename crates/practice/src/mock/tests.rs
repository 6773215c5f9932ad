//! The mock interview as a whole: what may happen, and that nothing but its events makes it what it is.

mod fitting;
mod fixtures;
mod probing;
mod running;
mod selecting;
