//! From hits to findings, labels, scores and advice.

mod advice;
mod coverage;
mod finding;
mod register;
mod score;
mod settle;
mod structure;
mod substance;

pub(crate) use advice::{fixes, missing};
pub(crate) use coverage::cover;
pub(crate) use finding::{Marked, agency, marked, select, sentences};
pub(crate) use register::Register;
pub(crate) use score::Tally;
pub(crate) use settle::{SURER, if_weighed_so, settle, settle_part};
pub(crate) use structure::{Story, first_deed, structure, tells};
pub(crate) use substance::{BUZZ, Substance};
