//! One performance of an answer: a draft until it is finished or discarded.
//!
//! ```text
//!            save            finish
//!          ┌──────┐  ┌────────────────────▶ Finished
//!          ▼      │  │
//!  begin ─▶ Draft ───┤
//!          ▲         │ discard
//!          └─────────┴────────────────────▶ Discarded
//!           take_back
//! ```
//!
//! Each accepted edit raises the draft's [`Revision`]. An edit names the revision its writer had last seen; when the
//! draft has moved on it is refused, so nobody's words are overwritten unseen.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::PracticeError;

/// The longest text a take can hold, in bytes: 2 MiB, some 350,000 English words.
pub const MAX_TEXT_BYTES: usize = 2 << 20;

/// How an answer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// At the keyboard.
    Typed,
    /// Aloud, with a transcript.
    Spoken,
}

/// What an answer is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A question taken up in Practice.
    Practice,
    /// A question that came back in Review.
    Review,
    /// A question of a mock interview.
    Mock,
    /// One sentence said again.
    Drill,
}

/// How often a draft has been written. Starts at 0 and only rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

impl Revision {
    const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// New words for a draft: the whole text, as it stands in front of the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The revision that the writer had last seen.
    pub revision: Revision,
    /// The text.
    pub text: String,
    /// Time spent on the answer so far.
    pub elapsed: Duration,
}

/// A take that is being given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    medium: Medium,
    source: Source,
    revision: Revision,
    text: String,
    elapsed: Duration,
}

impl Draft {
    /// An empty draft at revision 0.
    pub const fn begin(medium: Medium, source: Source) -> Self {
        Self { medium, source, revision: Revision(0), text: String::new(), elapsed: Duration::ZERO }
    }

    /// The draft that `edit` was the last accepted edit of, as it was stored: at revision `edit.revision`.
    pub fn resume(medium: Medium, source: Source, edit: Edit) -> Self {
        Self { medium, source, revision: edit.revision, text: edit.text, elapsed: edit.elapsed }
    }

    /// Takes over `edit`. Returns the revision to send with the next one.
    ///
    /// Sending the last accepted edit once more, because its acknowledgement got lost, is no conflict. Time never runs
    /// backwards: the larger `elapsed` stays.
    ///
    /// # Errors
    /// [`PracticeError::Stale`] unless the edit was made on the current revision; [`PracticeError::TooLong`] past
    /// [`MAX_TEXT_BYTES`]. The draft is then as it was.
    pub fn save(&mut self, edit: Edit) -> Result<Revision, PracticeError> {
        if edit.revision.next() == self.revision && edit.text == self.text {
            self.elapsed = self.elapsed.max(edit.elapsed);
            return Ok(self.revision);
        }
        self.check_current(edit.revision)?;
        if edit.text.len() > MAX_TEXT_BYTES {
            return Err(PracticeError::TooLong { bytes: edit.text.len() });
        }
        self.text = edit.text;
        self.elapsed = self.elapsed.max(edit.elapsed);
        self.revision = self.revision.next();
        Ok(self.revision)
    }

    /// The finished take, if what the user saw when finishing was `revision`.
    ///
    /// # Errors
    /// [`PracticeError::Stale`] when it was not the current one; [`PracticeError::EmptyAnswer`] when there is nothing
    /// but white space. The draft itself is untouched either way.
    pub fn finish(&self, revision: Revision) -> Result<Finished, PracticeError> {
        self.check_current(revision)?;
        if is_blank(&self.text) {
            return Err(PracticeError::EmptyAnswer);
        }
        Ok(Finished(self.clone()))
    }

    /// How it is given.
    pub const fn medium(&self) -> Medium {
        self.medium
    }

    /// What it is given for.
    pub const fn source(&self) -> Source {
        self.source
    }

    /// How often it has been written.
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    /// The words so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Time spent so far.
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    fn check_current(&self, sent: Revision) -> Result<(), PracticeError> {
        if sent == self.revision {
            Ok(())
        } else {
            Err(PracticeError::Stale { current: self.revision, sent })
        }
    }
}

/// Whether there is nothing to read in `text`: white space, and characters that take no room at all.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
    })
}

/// A take that was given to the end. Its words do not change any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished(Draft);

impl Finished {
    /// The draft as it was when it was finished.
    pub const fn as_given(&self) -> &Draft {
        &self.0
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Time it took.
    pub const fn elapsed(&self) -> Duration {
        self.0.elapsed
    }
}

/// A take that was given up. Its words are kept until the user empties the trash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discarded(Draft);

impl Discarded {
    /// The draft as it was when it was discarded.
    pub const fn as_left(&self) -> &Draft {
        &self.0
    }
}

/// Which stage a take is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being given.
    Draft,
    /// Given to the end.
    Finished,
    /// Given up.
    Discarded,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "still a draft",
            Self::Finished => "finished",
            Self::Discarded => "discarded",
        })
    }
}

/// A take in whichever stage it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "stage", content = "take")]
pub enum Take {
    /// Being given.
    Draft(Draft),
    /// Given to the end.
    Finished(Finished),
    /// Given up.
    Discarded(Discarded),
}

impl Take {
    /// A take at its beginning.
    pub const fn begin(medium: Medium, source: Source) -> Self {
        Self::Draft(Draft::begin(medium, source))
    }

    /// The take that was stored in `stage` with this draft.
    pub const fn restore(stage: Stage, draft: Draft) -> Self {
        match stage {
            Stage::Draft => Self::Draft(draft),
            Stage::Finished => Self::Finished(Finished(draft)),
            Stage::Discarded => Self::Discarded(Discarded(draft)),
        }
    }

    /// The stage it is in.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft(_) => Stage::Draft,
            Self::Finished(_) => Stage::Finished,
            Self::Discarded(_) => Stage::Discarded,
        }
    }

    /// Its words, revision and time, in any stage.
    pub const fn content(&self) -> &Draft {
        match self {
            Self::Draft(draft) | Self::Finished(Finished(draft)) | Self::Discarded(Discarded(draft)) => draft,
        }
    }

    /// [`Draft::save`], for a draft.
    ///
    /// # Errors
    /// As there, and [`PracticeError::WrongStage`] in any other stage.
    pub fn save(&mut self, edit: Edit) -> Result<Revision, PracticeError> {
        match self {
            Self::Draft(draft) => draft.save(edit),
            other => Err(PracticeError::WrongStage { stage: other.stage() }),
        }
    }

    /// Finishes a draft, if what the user saw was `revision`.
    ///
    /// # Errors
    /// As [`Draft::finish`], and [`PracticeError::WrongStage`] in any other stage. The take is then as it was.
    pub fn finish(&mut self, revision: Revision) -> Result<(), PracticeError> {
        *self = Self::Finished(self.draft()?.finish(revision)?);
        Ok(())
    }

    /// Gives up a draft. Its words are kept, and [`Take::take_back`] brings it back.
    ///
    /// # Errors
    /// [`PracticeError::WrongStage`] unless it is a draft.
    pub fn discard(&mut self) -> Result<(), PracticeError> {
        *self = Self::Discarded(Discarded(self.draft()?.clone()));
        Ok(())
    }

    /// Undoes [`Take::discard`].
    ///
    /// # Errors
    /// [`PracticeError::WrongStage`] unless it is discarded.
    pub fn take_back(&mut self) -> Result<(), PracticeError> {
        match self {
            Self::Discarded(Discarded(draft)) => {
                *self = Self::Draft(draft.clone());
                Ok(())
            }
            other => Err(PracticeError::WrongStage { stage: other.stage() }),
        }
    }

    fn draft(&self) -> Result<&Draft, PracticeError> {
        match self {
            Self::Draft(draft) => Ok(draft),
            other => Err(PracticeError::WrongStage { stage: other.stage() }),
        }
    }
}

#[cfg(test)]
mod tests;
