//! Which points of the best take came back in this answer.
//!
//! A point is a stretch of the best take that earns something: a decision with its reason, a risk, a number. It came
//! back when, close together in the answer, there is
//!
//! - at least half of its content words, and two of them where it has two or more, whatever their inflection
//!   (*offered*, *offering*); stop words count for nothing; and
//! - each of its numbers, by value: *40 %*, *40 percent* and *forty percent* are the same.
//!
//! Half, because a point told again freely keeps its nouns and loses its wording: in the worked example of the tests,
//! the three points told again share 7 of 8, 7 of 10 and 5 of 8 with the answer, the two lost ones 1 of 7 and 2 of 6.
//! "Close together" is a window twice as long as the point plus eight content words, about a sentence and the next.

mod inflection;
mod numbers;
mod stop_words;
mod terms;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use terms::{Meaning, Term, terms};

/// A stretch of a text, in bytes of UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// Just past its end.
    pub end: usize,
}

impl Span {
    /// The same as a range, to slice with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// One point of the best take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where it stands in the best take, widened to whole words.
    pub span: Span,
    /// Its words as they stand there.
    pub text: String,
    /// Its content words and numbers, each once.
    wanted: Vec<Meaning>,
    /// How many content words and numbers it is long, repetitions and all.
    length: usize,
}

impl Point {
    /// Whether it holds a number.
    pub fn has_number(&self) -> bool {
        self.wanted.iter().any(Meaning::is_number)
    }

    /// How many of its content words have to come back.
    fn words_needed(&self) -> usize {
        let words = self.wanted.iter().filter(|meaning| !meaning.is_number()).count();
        words.div_ceil(2).max(words.min(2))
    }
}

/// What became of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointRecall {
    /// The point's place in the list that was asked for.
    pub point: usize,
    /// Whether it came back.
    pub back: bool,
    /// Where in the answer, from its first word to its last. `None` when it did not come back.
    pub found_at: Option<Span>,
    /// Whether it holds a number; if so, it is back only with the number.
    pub has_number: bool,
}

/// What came back, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many points there are.
    pub points: u32,
    /// How many came back.
    pub points_back: u32,
    /// How many points hold a number.
    pub numbers: u32,
    /// How many of those came back.
    pub numbers_back: u32,
}

/// The points of `best_text` at `spans`: byte offsets from and to, in any order. Returned in the order of the text.
///
/// A span in the middle of a word takes the whole word; offsets past the end stop there. What has nothing to look for
/// in it, only stop words or none, is no point; the same words twice are one.
pub fn points(best_text: &str, spans: &[(usize, usize)]) -> Vec<Point> {
    let terms = terms(best_text);
    let mut stretches: Vec<_> = spans
        .iter()
        .filter(|(start, end)| start < end)
        .map(|&(start, end)| {
            let first = terms.partition_point(|term| term.span.end <= start);
            let last = terms.partition_point(|term| term.span.start < end);
            first..last
        })
        .collect();
    stretches.sort_by_key(|stretch| (stretch.start, stretch.end));
    stretches.dedup();
    stretches.into_iter().filter_map(|stretch| point(best_text, &terms[stretch])).collect()
}

fn point(best_text: &str, terms: &[Term]) -> Option<Point> {
    let mut wanted: Vec<_> =
        terms.iter().filter(|term| term.is_wanted()).map(|term| term.meaning.clone()).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return None;
    }
    let span = Span { start: terms.first()?.span.start, end: terms.last()?.span.end };
    let length = terms.iter().filter(|term| term.counts()).count();
    Some(Point { span, text: best_text[span.range()].to_owned(), wanted, length })
}

/// For each of `points`, whether and where it is in `answer`.
pub fn came_back(points: &[Point], answer: &str) -> Vec<PointRecall> {
    let terms: Vec<_> = terms(answer).into_iter().filter(Term::counts).collect();
    points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let found_at = find(point, &terms);
            PointRecall { point: index, back: found_at.is_some(), found_at, has_number: point.has_number() }
        })
        .collect()
}

/// Counts what came back.
pub fn tally(recalls: &[PointRecall]) -> Tally {
    recalls.iter().fold(Tally::default(), |tally, recall| Tally {
        points: tally.points + 1,
        points_back: tally.points_back + u32::from(recall.back),
        numbers: tally.numbers + u32::from(recall.has_number),
        numbers_back: tally.numbers_back + u32::from(recall.has_number && recall.back),
    })
}

/// The stretch of `terms` in which most of `point` stands close together, if it is enough.
fn find(point: &Point, terms: &[Term]) -> Option<Span> {
    let places: HashMap<&Meaning, usize> = point.wanted.iter().zip(0..).collect();
    let numbers = point.wanted.iter().filter(|meaning| meaning.is_number()).count();
    let words_needed = point.words_needed();
    // Every term of the answer that the point has too: which of the wanted it is, and where it stands.
    let hits: Vec<_> =
        terms.iter().enumerate().filter_map(|(at, term)| Some((*places.get(&term.meaning)?, at))).collect();
    let width = point.length * 2 + 8;

    let mut times = vec![0_usize; point.wanted.len()];
    let (mut words_in, mut numbers_in) = (0, 0);
    let mut first = 0;
    let mut best: Option<(usize, Span)> = None;
    for (last, &(wanted, at)) in hits.iter().enumerate() {
        let kind = |wanted: usize| point.wanted[wanted].is_number();
        times[wanted] += 1;
        if times[wanted] == 1 {
            *(if kind(wanted) { &mut numbers_in } else { &mut words_in }) += 1;
        }
        // From the left, drop what is too far away, and what stands there again later.
        while at - hits[first].1 >= width || (first < last && times[hits[first].0] > 1) {
            let dropped = hits[first].0;
            times[dropped] -= 1;
            if times[dropped] == 0 {
                *(if kind(dropped) { &mut numbers_in } else { &mut words_in }) -= 1;
            }
            first += 1;
        }
        let enough = words_in >= words_needed && numbers_in == numbers;
        if enough && best.is_none_or(|(most, _)| words_in + numbers_in > most) {
            let span = Span { start: terms[hits[first].1].span.start, end: terms[at].span.end };
            best = Some((words_in + numbers_in, span));
        }
    }
    best.map(|(_, span)| span)
}

/// The content words of a text, without their inflections: what it is about.
pub fn content_words(text: &str) -> BTreeSet<String> {
    terms(text)
        .into_iter()
        .filter_map(|term| match term.meaning {
            Meaning::Word(word) => Some(word),
            Meaning::Number(_) | Meaning::Stop => None,
        })
        .collect()
}

/// The content words of a text, as [`content_words`] gives them, each with a form in which it is written: one in small
/// letters where there is one, since a capital often says only that a sentence begins.
pub fn worded(text: &str) -> BTreeMap<String, String> {
    let mut written: BTreeMap<String, String> = BTreeMap::new();
    for term in terms(text) {
        let Meaning::Word(word) = term.meaning else { continue };
        let form = &text[term.span.range()];
        let small = |form: &str| !form.contains(char::is_uppercase);
        let known = written.entry(word).or_insert_with(|| form.to_owned());
        if !small(known) && small(form) {
            form.clone_into(known);
        }
    }
    written
}

#[cfg(test)]
mod tests;
