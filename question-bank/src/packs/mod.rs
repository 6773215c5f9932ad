//! Packs: questions in one file, to be handed from one person to another.
//!
//! [`Pack::read`] takes a file as a whole or not at all; [`Pack::plan`] says what importing it would do, and changes
//! nothing; [`write()`] makes the file of a pack, which reads back as the same questions.

mod name;
mod plan;
mod write;

pub use name::{file_stem, pack_name};
pub use plan::{Deleted, Plan, Refusal, Refused};
pub use write::write;

use crate::parse::{self, Format};
use crate::problem::Problem;
use crate::question::Question;
use crate::seen::{Seen, Source};
use crate::{bank, validate};

/// A file of questions that is right in itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// From the file's name.
    pub name: String,
    /// How it was written.
    pub format: Format,
    /// Its questions, in the order of the file. No two have the same id, nor nearly the same prompt.
    pub questions: Vec<Question>,
}

impl Pack {
    /// Reads a file, whatever is in it. Its format is that of its name's ending, else what it looks like.
    ///
    /// # Errors
    /// Everything wrong with the file, up to a hundred problems, in the order of its lines.
    pub fn read(file_name: &str, bytes: &[u8]) -> Result<Pack, Vec<Problem>> {
        let (name, format) = (pack_name(file_name), Format::of(file_name, bytes));
        let (drafts, mut problems) = parse::file_as(format, &name, bytes);
        let mut seen = Seen::default();
        let mut questions = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            let (question, faults) = validate::question(&name, draft);
            questions.extend(question);
            problems.extend(faults);
            problems.extend(seen.note(&name, draft, Source::Pack));
        }
        if problems.is_empty() {
            return Ok(Pack { name, format, questions });
        }
        problems.sort_by_key(|problem| problem.line);
        bank::cut_short(&mut problems);
        Err(problems)
    }
}
