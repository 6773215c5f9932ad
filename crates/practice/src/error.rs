//! What this crate refuses.

use thiserror::Error;

use crate::take::{MAX_TEXT_BYTES, Revision, Stage};

/// Why a take was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PracticeError {
    /// Someone else has written since: accepting this would lose their words.
    #[error("This draft has moved on: revision {} is current, {} was sent. Load it again before writing.", current.0, sent.0)]
    Stale {
        /// The revision the draft is at.
        current: Revision,
        /// The revision the sender had last seen.
        sent: Revision,
    },
    /// The text is longer than can be kept.
    #[error("This answer is {:.1} MB long; the longest that can be kept is {} MB. Shorten it, or split it into two takes.", megabytes(*bytes), MAX_TEXT_BYTES >> 20)]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// There is nothing in it to check.
    #[error("There is no answer yet. Write or say at least a sentence, then finish.")]
    EmptyAnswer,
    /// A try of a drill is empty.
    #[error("There is nothing said yet. Say the sentence as the owner, then check it.")]
    NothingSaid,
    /// A try of a drill is too short to claim anything.
    #[error("That is too short to be checked. Say it as a whole sentence.")]
    TryTooShort,
    /// A try of a drill is longer than a sentence or two.
    #[error("This is longer than a sentence or two. Say it shorter.")]
    TryTooLong,
    /// The take is not in the stage that the step starts from.
    #[error("This take is {stage}, so it cannot be changed that way. Start another take.")]
    WrongStage {
        /// The stage it is in.
        stage: Stage,
    },
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
