//! What the report and the test of the figures measure.
//!
//! - [`corpus`] the labelled texts
//! - [`counts`] right and wrong answers to a yes-or-no question
//! - [`sentences`] labels of sentences; [`dimensions`] on which dimension something is found in them
//! - [`answers`] tellings of one story, and texts stuffed with signals
//! - [`neutral`] prose that claims nothing
//! - [`structure`] the parts of a story
//! - [`robustness`] the same sentences as a recogniser would give them
//! - [`rules`] how often each rule is right
//! - [`errors`] the worst mistakes, with their reasons
//! - [`figures`] the figures by name, with their targets

pub mod answers;
pub mod corpus;
pub mod counts;
pub mod dimensions;
pub mod errors;
pub mod figures;
pub mod neutral;
pub mod robustness;
#[path = "../roughen.rs"]
mod roughen;
pub mod rules;
pub mod sentences;
pub mod structure;

use corpus::Texts;
use phrasing::{Check, Checker, Input, Mode};

/// Everything that was measured on one half, or on a set from outside.
pub struct Measured<'a> {
    pub sentences: Vec<sentences::Judged<'a>>,
    pub roughness: Vec<robustness::Loss>,
    pub answers: Vec<answers::Story<'a>>,
    pub stuffing: answers::Stuffing<'a>,
    pub neutral: Vec<neutral::Paragraph<'a>>,
    pub structure: structure::Parts,
}

impl<'a> Measured<'a> {
    pub fn of(texts: &'a Texts) -> Measured<'a> {
        let sentences = sentences::judge(&texts.sentences);
        let answers = answers::tell(&texts.answers);
        Measured {
            roughness: robustness::losses(&sentences),
            stuffing: answers::Stuffing::of(&texts.stuffed, &answers),
            neutral: neutral::read(&texts.neutral),
            structure: structure::parts(&texts.structure),
            sentences,
            answers,
        }
    }
}

fn check(text: &str, mode: Mode) -> Check {
    Checker::builtin().check(&Input { mode, ..Input::typed(text) })
}
