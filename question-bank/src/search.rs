//! Finding questions by the beginnings of words.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use crate::question::Question;
use crate::words::folded;

/// The words of all questions, in alphabetical order, each with where it stands. A beginning of a word is then a run of
/// neighbours, however many questions there are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    questions: usize,
    words: BTreeMap<Box<str>, Vec<Hit>>,
    /// The words of each question's note, so that they can be taken out again.
    notes: HashMap<usize, Vec<String>>,
}

/// A word in a question.
#[derive(Debug, Clone, Copy)]
struct Hit {
    question: u32,
    worth: u8,
    in_note: bool,
}

/// Tags are chosen to be found by, a note is the user's own, the prompt is what people remember, a competency has many
/// questions, and follow-ups many words.
const TAG: u8 = 6;
const NOTE: u8 = 5;
const PROMPT: u8 = 4;
const COMPETENCY: u8 = 2;
const PROBE: u8 = 1;
/// What a whole word is worth more than its beginning.
const WHOLE_WORD: u8 = 1;

impl Index {
    pub(crate) fn push(&mut self, question: &Question) {
        // Each word once, at its best.
        let mut best: HashMap<String, u8> = HashMap::new();
        let mut note = |text: &str, worth: u8| {
            for word in folded(text) {
                let known = best.entry(word).or_default();
                *known = worth.max(*known);
            }
        };
        question.tags.iter().for_each(|tag| note(tag, TAG));
        note(&question.prompt, PROMPT);
        note(question.competency.label(), COMPETENCY);
        question.probes.iter().for_each(|probe| note(probe, PROBE));
        let at = self.questions;
        self.questions += 1;
        for (word, worth) in best {
            self.add(word, at, worth, false);
        }
    }

    /// Makes the words of a note found with its question, instead of those of the note before.
    pub(crate) fn set_note(&mut self, question: usize, text: &str) {
        for word in self.notes.remove(&question).unwrap_or_default() {
            if let Some(hits) = self.words.get_mut(word.as_str()) {
                hits.retain(|hit| !hit.in_note || hit.question as usize != question);
            }
        }
        let mut words = folded(text);
        words.sort_unstable();
        words.dedup();
        for word in &words {
            self.add(word.clone(), question, NOTE, true);
        }
        if !words.is_empty() {
            self.notes.insert(question, words);
        }
    }

    fn add(&mut self, word: String, question: usize, worth: u8, in_note: bool) {
        // A bank of four thousand million questions does not fit into memory.
        let question = u32::try_from(question).unwrap_or(u32::MAX);
        self.words.entry(word.into_boxed_str()).or_default().push(Hit { question, worth, in_note });
    }

    /// Places of the questions found, the best first, equals in the order in which they were pushed. Worth the sum of
    /// each query word's best hit; a question is found when every word of the query is.
    pub(crate) fn find(&self, query: &str) -> Vec<usize> {
        let mut query = folded(query);
        query.sort_unstable();
        query.dedup();
        // The longest are the rarest, and leave the least to be looked at.
        query.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut worth: Vec<Option<u32>> = vec![Some(0); self.questions];
        for sought in &query {
            let mut best = vec![0_u8; self.questions];
            let from = self.words.range::<str, _>((Bound::Included(sought.as_str()), Bound::Unbounded));
            for (word, hits) in from.take_while(|(word, _)| word.starts_with(sought.as_str())) {
                let whole = if **word == **sought { WHOLE_WORD } else { 0 };
                for hit in hits {
                    if let Some(best) = best.get_mut(hit.question as usize) {
                        *best = (hit.worth + whole).max(*best);
                    }
                }
            }
            let mut any = false;
            for (worth, best) in worth.iter_mut().zip(best) {
                *worth = worth.filter(|_| best > 0).map(|worth| worth + u32::from(best));
                any |= worth.is_some();
            }
            if !any {
                return Vec::new();
            }
        }
        let mut found: Vec<(usize, u32)> =
            worth.into_iter().enumerate().filter_map(|(at, worth)| Some((at, worth?))).collect();
        // Stable: equals stay in their order.
        found.sort_by_key(|&(_, worth)| std::cmp::Reverse(worth));
        found.into_iter().map(|(at, _)| at).collect()
    }
}
