//! Finding questions by the beginnings of words.

use crate::question::Question;
use crate::words::folded;

/// The words of each question with what a hit on them is worth.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    questions: Vec<Vec<Word>>,
}

#[derive(Debug, Clone)]
struct Word {
    text: String,
    worth: u32,
}

/// Tags are chosen to be found by, the prompt is what people remember, a competency has many questions.
const TAG: u32 = 6;
const PROMPT: u32 = 4;
const COMPETENCY: u32 = 2;
/// What a whole word is worth more than its beginning.
const WHOLE_WORD: u32 = 1;

impl Index {
    pub(crate) fn push(&mut self, question: &Question) {
        let words = |text: &str, worth| folded(text).into_iter().map(move |text| Word { text, worth });
        let tags = question.tags.iter().flat_map(|tag| words(tag, TAG));
        let prompt = words(&question.prompt, PROMPT);
        let competency = words(question.competency.label(), COMPETENCY);
        self.questions.push(tags.chain(prompt).chain(competency).collect());
    }

    /// Places of the questions found, the best first, equals in the order in which they were pushed.
    pub(crate) fn find(&self, query: &str) -> Vec<usize> {
        let query = folded(query);
        let mut found: Vec<(usize, u32)> = self
            .questions
            .iter()
            .enumerate()
            .filter_map(|(at, words)| Some((at, worth(&query, words)?)))
            .collect();
        found.sort_by_key(|&(at, worth)| (std::cmp::Reverse(worth), at));
        found.into_iter().map(|(at, _)| at).collect()
    }
}

/// The sum of each query word's best hit; nothing when one of them hits nowhere.
fn worth(query: &[String], words: &[Word]) -> Option<u32> {
    query
        .iter()
        .map(|sought| {
            let hits = words.iter().filter(|word| word.text.starts_with(sought));
            hits.map(|word| word.worth + if word.text == *sought { WHOLE_WORD } else { 0 }).max()
        })
        .sum()
}
