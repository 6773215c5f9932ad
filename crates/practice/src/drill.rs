//! Drills: which sentences of a checked answer are worth saying again, and whether a try says it as the owner.
//!
//! What the phrase check marked comes in as plain values ([`Marked`]): this crate knows no rules and no text of theirs.
//!
//! A sentence is worth it when something in it is weak or hides who acted; hesitations and hedges are for the phrase
//! check, and scraps of fewer than five words are no sentences to repair. One sentence is one drill, however much is
//! weak in it.
//!
//! A try passes when nothing weak is left and something strong of the speaker's own is there. The second is needed
//! because leaving the weak words out is easy: "Everyone met on Monday" has nothing weak in it, and no owner either.

mod reason;

use std::ops::Range;

use crate::PracticeError;

pub use reason::reason;

/// A claim needs about so many words (the phrase check marks nothing in fewer).
pub const FEWEST_WORDS: usize = 5;
/// Of one take, at most so many sentences: the ones that cost most. A longer list is a take to be told anew.
pub const MOST_OF_A_TAKE: usize = 8;
/// A try has to be a sentence; two words are none.
const FEWEST_SAID: usize = 3;
/// One or two sentences are some fifty words; more than this is another answer.
const MOST_SAID: usize = 150;
/// Words are rarely longer than twenty bytes. Whatever is longer is not read at all.
const MOST_BYTES: usize = 4_000;

/// What a mark says about its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// What an owner says.
    Strong,
    /// Activity, relaying, waiting, delivery as such.
    Weak,
    /// A deed without its doer.
    HiddenActor,
    /// A hedge, a hesitation, or something that is shown and does not count.
    Aside,
}

impl Shows {
    /// Whether a sentence is drilled for it.
    pub const fn is_to_repair(self) -> bool {
        matches!(self, Shows::Weak | Shows::HiddenActor)
    }
}

/// Who acts in the marked words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The speaker.
    Own,
    /// "We".
    Shared,
    /// Somebody else.
    Other,
    /// Nobody, or a thing.
    Nobody,
}

/// A mark of the phrase check.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked<'a> {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it says.
    pub shows: Shows,
    /// Who acts in it.
    pub by: By,
    /// The dimension it counts for.
    pub dimension: &'a str,
    /// Whether it tells what came of it, rather than what was done.
    pub outcome: bool,
    /// How far it moves the answer's score, in points; below 0 for what is weak.
    pub points: f32,
    /// The marked words.
    pub words: &'a str,
}

/// A sentence worth saying again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weak {
    /// Its place in the list of sentences.
    pub sentence: usize,
    /// Its first mark to be repaired, by its place in the list of marks.
    pub mark: usize,
    /// How far all that is weak in it pulls the answer's score down, in points; 0 or more.
    pub lost: f32,
}

/// The sentences of a take that are worth saying again, in the order of the text. `sentences` are bytes of `text`; `marks` are in the order of the text, without the ignored ones.
pub fn weak_sentences(text: &str, sentences: &[Range<usize>], marks: &[Marked<'_>]) -> Vec<Weak> {
    sentences
        .iter()
        .enumerate()
        .filter(|(_, span)| words(text.get((*span).clone()).unwrap_or_default()) >= FEWEST_WORDS)
        .filter_map(|(sentence, span)| {
            weak_within(marks, span).map(|(mark, lost)| Weak { sentence, mark, lost })
        })
        .collect()
}

/// Of the weak sentences of a take the ones that become drills: at most [`MOST_OF_A_TAKE`], those that cost most.
pub fn costliest(mut weak: Vec<Weak>) -> Vec<Weak> {
    weak.sort_by(|a, b| b.lost.total_cmp(&a.lost).then(a.sentence.cmp(&b.sentence)));
    weak.truncate(MOST_OF_A_TAKE);
    weak
}

/// The first mark to be repaired within a stretch, and what all of them cost.
fn weak_within(marks: &[Marked<'_>], span: &Range<usize>) -> Option<(usize, f32)> {
    let mut inside = marks.iter().enumerate().filter(|(_, mark)| {
        mark.shows.is_to_repair() && span.start <= mark.span.start && mark.span.end <= span.end
    });
    let cost = |mark: &Marked<'_>| (-mark.points).max(0.0);
    let (first, mark) = inside.next()?;
    Some((first, inside.fold(cost(mark), |lost, (_, mark)| lost + cost(mark))))
}

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing weak is left, and this mark is the speaker's own.
    Passed {
        /// The mark, by its place in the list.
        mark: usize,
    },
    /// The sentence as it was, but for capitals and punctuation.
    OldWords,
    /// Something weak is left.
    StillWeak {
        /// The mark, by its place in the list.
        mark: usize,
    },
    /// Nothing weak is left, and what is strong is somebody else's.
    NotYours {
        /// The mark, by its place in the list.
        mark: usize,
    },
    /// Nothing weak is left, and nothing strong is there.
    NothingOwn,
}

impl Verdict {
    /// Whether the try passed.
    pub const fn passed(self) -> bool {
        matches!(self, Verdict::Passed { .. })
    }
}

/// Judges a try of `sentence` by the marks in it, which are in the order of the text.
pub fn judge(sentence: &str, said: &str, marks: &[Marked<'_>]) -> Verdict {
    if same_words(sentence, said) {
        return Verdict::OldWords;
    }
    let find = |wanted: &dyn Fn(&Marked<'_>) -> bool| marks.iter().position(wanted);
    if let Some(mark) = find(&|mark| mark.shows.is_to_repair()) {
        return Verdict::StillWeak { mark };
    }
    // What came of it is told of a thing ("refunds went from forty to none"): it is the speaker's unless somebody else
    // or "we" is said to have done it.
    let own = |mark: &Marked<'_>| mark.by == By::Own || mark.outcome && mark.by == By::Nobody;
    if let Some(mark) = find(&|mark| mark.shows == Shows::Strong && own(mark)) {
        return Verdict::Passed { mark };
    }
    match find(&|mark| mark.shows == Shows::Strong) {
        Some(mark) => Verdict::NotYours { mark },
        None => Verdict::NothingOwn,
    }
}

/// The words of a try as they are kept: on one line, with single spaces.
///
/// # Errors
/// [`PracticeError::NothingSaid`], [`PracticeError::TryTooShort`], [`PracticeError::TryTooLong`].
pub fn said(text: &str) -> Result<String, PracticeError> {
    if text.trim().is_empty() {
        return Err(PracticeError::NothingSaid);
    }
    if text.len() > MOST_BYTES {
        return Err(PracticeError::TryTooLong);
    }
    match words(text) {
        0..FEWEST_SAID => Err(PracticeError::TryTooShort),
        FEWEST_SAID..=MOST_SAID => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => Err(PracticeError::TryTooLong),
    }
}

/// Whether two sentences are the same but for capitals, punctuation and spaces.
pub fn same_words(one: &str, other: &str) -> bool {
    normalised(one).eq(normalised(other))
}

fn normalised(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split_whitespace()
        .map(|word| {
            word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        })
        .filter(|word: &String| !word.is_empty())
}

/// What counts as a word: anything with a letter or a digit in it.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests;
