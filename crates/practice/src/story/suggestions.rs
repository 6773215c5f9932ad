//! Which questions a story could answer.
//!
//! A question is one when its competency fits the story by the user's own word; or when no story answers its
//! competency yet and one telling word of the story is in it; or when two telling words are. A word is telling when it
//! is in few of the questions: *ledger* is, *team* is not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A word is telling when it is in one question of so many, or in one alone.
const TELLING: usize = 10;
/// Telling words that make a question one for the story by themselves.
const ENOUGH_WORDS: usize = 2;
/// Questions of one competency that are named while there are others.
const OF_A_COMPETENCY: usize = 2;
/// What the user's own word counts in comparison to a rare word that is shared, which counts 1 at most.
const FITS: f64 = 3.0;
/// What a competency without a story counts.
const NO_STORY_YET: f64 = 2.0;
/// What it counts that a question asks for something that happened.
const ASKS_WHAT_HAPPENED: f64 = 1.0;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its competency.
    pub competency: &'a str,
    /// What it is about: see [`crate::recall::content_words`].
    pub words: BTreeSet<String>,
    /// It asks for something that happened, not for what one would do.
    pub asks_what_happened: bool,
    /// It has an answer, without this story.
    pub answered: bool,
    /// It is not to be named: suspended, or told with a story. It still says which words are rare.
    pub out: bool,
}

/// A story, and what is missing of the others.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its content words with a form in which they are written: see [`crate::recall::worded`].
    pub words: &'a BTreeMap<String, String>,
    /// Competencies it fits by the user's own word.
    pub fits: &'a [&'a str],
    /// Competencies that no story answers yet.
    pub holes: &'a [&'a str],
}

/// A question that the story could answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Its place among the candidates.
    pub index: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a story could answer a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The user said that it fits the competency.
    Fits,
    /// No story answers the competency yet.
    NoStoryYet,
    /// It shares these words, as the story has them, the rarest first; two at least.
    Shares(Vec<String>),
}

/// At most `most` questions that the story could answer, the best first: those without an answer before the others, and
/// no more than two of a competency while there are others. The same input gives the same questions.
pub fn suggest(about: &About<'_>, candidates: &[Candidate<'_>], most: usize) -> Vec<Suggestion> {
    let rarity = rarities(about, candidates);
    let mut ranked: Vec<(bool, f64, Suggestion)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| !candidate.out)
        .filter_map(|(index, candidate)| {
            let (points, reason) = judge(about, &rarity, candidate)?;
            Some((candidate.answered, points, Suggestion { index, reason }))
        })
        .collect();
    // The sort is stable: of equals, in the order of the bank.
    ranked.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    let mut named: HashMap<&str, usize> = HashMap::new();
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for (_, _, suggestion) in ranked {
        let of_it = named.entry(candidates[suggestion.index].competency).or_default();
        *of_it += 1;
        if *of_it <= OF_A_COMPETENCY { &mut first } else { &mut more }.push(suggestion);
    }
    first.into_iter().chain(more).take(most).collect()
}

/// The telling words of the story, 1 for one that is in a single question, less for one that is in more.
fn rarities<'a>(about: &About<'a>, candidates: &[Candidate<'_>]) -> HashMap<&'a str, f64> {
    let telling = (candidates.len() / TELLING).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a bank of some hundred questions")]
    let rarity = |times: usize| 1.0 / (1.0 + (times as f64).ln());
    about
        .words
        .keys()
        .filter_map(|word| {
            let times = candidates.iter().filter(|candidate| candidate.words.contains(word)).count();
            (1..=telling).contains(&times).then(|| (word.as_str(), rarity(times)))
        })
        .collect()
}

/// What a question counts for the story and why; `None` when it is none for it.
fn judge(about: &About<'_>, rarity: &HashMap<&str, f64>, candidate: &Candidate<'_>) -> Option<(f64, Reason)> {
    let mut shared: Vec<(&str, f64)> = candidate
        .words
        .iter()
        .filter_map(|word| rarity.get_key_value(word.as_str()))
        .map(|(&word, &rare)| (word, rare))
        .collect();
    shared.sort_by(|one, other| other.1.total_cmp(&one.1));
    let sum: f64 = shared.iter().map(|(_, rare)| rare).sum();
    let (points, reason) = if about.fits.contains(&candidate.competency) {
        (FITS, Reason::Fits)
    } else if about.holes.contains(&candidate.competency) && !shared.is_empty() {
        (NO_STORY_YET, Reason::NoStoryYet)
    } else if shared.len() >= ENOUGH_WORDS {
        let as_written = |(word, _): (&str, f64)| about.words[word].clone();
        (0.0, Reason::Shares(shared.into_iter().map(as_written).collect()))
    } else {
        return None;
    };
    let happened = if candidate.asks_what_happened { ASKS_WHAT_HAPPENED } else { 0.0 };
    Some((points + sum + happened, reason))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::recall::{content_words, worded};

    const COMPETENCIES: [&str; 3] = ["risk", "trust", "depth"];

    proptest! {
        #[test]
        fn whatever_the_story_each_question_comes_once_and_those_out_never(
            story in "([a-f]{1,2} ){0,12}",
            questions in prop::collection::vec(("([a-f]{1,2} ){0,6}", 0..3_usize, any::<[bool; 3]>()), 0..30),
            most in 0..8_usize,
        ) {
            let candidates: Vec<_> = questions
                .iter()
                .map(|(words, competency, [asks_what_happened, answered, out])| Candidate {
                    asks_what_happened: *asks_what_happened,
                    answered: *answered,
                    out: *out,
                    ..question(COMPETENCIES[*competency], words)
                })
                .collect();
            let words = worded(&story);
            let about = About { words: &words, fits: &COMPETENCIES[..1], holes: &COMPETENCIES[1..2] };
            let found = suggest(&about, &candidates, most);
            prop_assert!(found.len() <= most);
            let places: BTreeSet<_> = found.iter().map(|found| found.index).collect();
            prop_assert_eq!(places.len(), found.len());
            for found in &found {
                prop_assert!(!candidates[found.index].out);
                if let Reason::Shares(shared) = &found.reason {
                    prop_assert!(shared.len() >= ENOUGH_WORDS);
                    prop_assert!(shared.iter().all(|word| story.contains(word.as_str())));
                }
            }
            prop_assert_eq!(suggest(&about, &candidates, most), found);
        }
    }

    fn question<'a>(competency: &'a str, words: &str) -> Candidate<'a> {
        Candidate {
            competency,
            words: content_words(words),
            asks_what_happened: true,
            answered: false,
            out: false,
        }
    }

    #[track_caller]
    fn check(
        story: &str,
        fits: &[&str],
        holes: &[&str],
        questions: &[Candidate<'_>],
        expected: &[(usize, Reason)],
    ) {
        let words = worded(story);
        let about = About { words: &words, fits, holes };
        let found: Vec<_> =
            suggest(&about, questions, 6).into_iter().map(|found| (found.index, found.reason)).collect();
        assert_eq!(found, expected);
    }

    fn shares(words: &[&str]) -> Reason {
        Reason::Shares(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn a_question_has_a_reason_or_is_not_named() {
        let questions = [
            question("risk", "What did you see early?"),
            question("trust", "An argument about a cutover?"),
            question("systems", "Walk me through a ledger and its cutovers."),
            question("depth", "A ledger nobody wanted?"),
            question("depth", "What is the weather?"),
        ];
        // Words of two in five questions are not telling.
        check("Ledger cutover", &[], &["trust"], &questions, &[]);
        let mut many = questions.to_vec();
        many.extend((0..25).map(|_| question("filler", "Nothing of the kind")));
        check(
            "The ledger cutover",
            &["risk"],
            &["trust"],
            &many,
            &[(0, Reason::Fits), (1, Reason::NoStoryYet), (2, shares(&["cutover", "ledger"]))],
        );
        check("", &[], &["trust"], &many, &[]);
        check("", &["trust"], &[], &many, &[(1, Reason::Fits)]);
    }

    #[test]
    fn unanswered_ones_come_first_and_what_is_out_does_not_come() {
        let mut questions: Vec<_> = (0..4).map(|_| question("risk", "A risk?")).collect();
        questions[0].answered = true;
        questions[1].out = true;
        questions[2].asks_what_happened = false;
        check("", &["risk"], &[], &questions, &[(3, Reason::Fits), (2, Reason::Fits), (0, Reason::Fits)]);
    }

    #[test]
    fn no_more_than_two_of_a_competency_while_there_are_others() {
        let mut questions: Vec<_> = (0..8).map(|_| question("risk", "A risk?")).collect();
        questions.push(question("trust", "An argument?"));
        let found = [0, 1, 8, 2, 3, 4].map(|index| (index, Reason::Fits));
        check("", &["risk", "trust"], &[], &questions, &found);
    }

    #[test]
    fn a_rarer_word_counts_more() {
        let mut questions: Vec<_> = (0..30).map(|_| question("filler", "Nothing of the kind")).collect();
        questions[3] = question("a", "A ledger, a queue?");
        questions[4] = question("b", "A ledger, a queue, an API gateway?");
        questions[5] = question("c", "A queue?");
        check(
            "Our queues before the API gateway; the ledger.",
            &[],
            &[],
            &questions,
            &[(4, shares(&["API", "gateway", "ledger", "queues"])), (3, shares(&["ledger", "queues"]))],
        );
    }
}
