//! How much a text says: concrete nouns, figures and reasons against words that fit any answer.

use crate::lexicon::{Group, Pos, Vocabulary, one_of, taken_apart};
use crate::reading::{Reading, Shape};
use crate::rules::Hit;
use crate::weighing::Classes;

/// Nouns that fit every answer and so say little about this one.
pub(crate) const BUZZ: &[&str] = &[
    "alignment",
    "stakeholder",
    "strategy",
    "vision",
    "impact",
    "ownership",
    "excellence",
    "synergy",
    "leadership",
    "execution",
    "accountability",
    "governance",
    "framework",
    "priority",
    "risk",
    "decision",
    "outcome",
    "dependency",
    "mitigation",
    "trade-off",
    "tradeoff",
    "path",
    "value",
    "solution",
    "approach",
    "scalability",
    "resilience",
    "reliability",
    "performance",
    "efficiency",
    "productivity",
    "innovation",
    "transformation",
    "growth",
    "success",
    "satisfaction",
    "visibility",
    "transparency",
    "mechanism",
    "program",
    "programme",
    "project",
    "initiative",
    "requirement",
    "plan",
    "direction",
    "issue",
    "problem",
    "blocker",
    "quality",
    "speed",
    "scope",
    "process",
    "team",
    "option",
    "goal",
    "benefit",
    "foresight",
    "rigor",
    "rigour",
    "bias",
    "culture",
    "migration",
    "thing",
    "collaboration",
    "communication",
    "end-to-end",
    "cross-functional",
    "key",
    "critical",
    "strategic",
    "scalable",
    "resilient",
    "significant",
    "business",
    "organization",
    "organisation",
    "basis",
    "component",
    "system",
    "architecture",
    "failure",
    "mode",
    "corner",
    "measure",
    "metric",
    "stack",
    "complexity",
    "operation",
    "roadmap",
    "action",
    "phase",
    "readiness",
];

/// A factor for a strong claim: what, which, how much, why.
pub(crate) fn specificity(reading: &Reading, vocabulary: &Vocabulary, hit: &Hit, utterance: usize) -> f32 {
    let bounds = &reading.utterances[utterance];
    let to = bounds.to.min(hit.from + 30);
    let mut concrete = 0;
    for index in hit.from..to {
        let word = &reading.words[index];
        let names = match word.pos {
            Pos::Noun | Pos::Unknown => !vocabulary.is(word.lemma, Group::Buzz),
            Pos::Number => word.shape == Shape::Number || reading.lower(index).len() > 3,
            _ => false,
        };
        concrete += u32::from(names);
    }
    let kinds = bounds.evidence.count();
    0.3 + 0.12 * concrete.min(4) as f32 + 0.12 * kinds.min(4) as f32
}

/// What the whole text shows of padding.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Substance {
    pub(crate) words: usize,
    /// Share of buzz among the words that carry content, 0 to 1.
    pub(crate) buzz: f32,
    /// Share of content words whose stem was said a few words before, 0 to 1: "the mitigation of the mitigation plan".
    pub(crate) circling: f32,
    /// Sentences that enumerate instead of claiming.
    pub(crate) lists: u32,
    /// Figures per 100 words; "one" is none.
    pub(crate) figures: f32,
    /// Words that fit any story ("some", "quite", "a lot"), per 100 words.
    pub(crate) loose: f32,
    /// Sentences with a reason, contrast, condition or figure, per 100 words.
    pub(crate) grounds: f32,
}

impl Substance {
    pub(crate) fn of(reading: &Reading, vocabulary: &Vocabulary, classes: &Classes) -> Substance {
        let loose_class = classes.colour_bit("loose");
        let (mut figures, mut loose) = (0u32, 0u32);
        let mut content = 0u32;
        let mut buzz = 0u32;
        for word in &reading.words {
            loose += u32::from(classes.colour(word.id) & loose_class != 0);
            figures += u32::from(
                (word.shape == Shape::Number || word.pos == Pos::Number)
                    && !one_of!(word.short, "one" | "first" | "once"),
            );
            if !matches!(word.pos, Pos::Noun | Pos::Adjective | Pos::Unknown) {
                continue;
            }
            content += 1;
            buzz += u32::from(vocabulary.is(word.lemma, Group::Buzz));
        }
        let share = |part: u32| if content == 0 { 0.0 } else { part as f32 / content as f32 };
        let grounds: u32 = reading.utterances.iter().map(|utterance| utterance.evidence.count()).sum();
        let lists =
            reading.utterances.iter().filter(|utterance| enumerates(reading, utterance)).count() as u32;
        let per_hundred = |count: u32| count as f32 * 100.0 / reading.count.max(1) as f32;
        Substance {
            lists,
            figures: per_hundred(figures),
            loose: per_hundred(loose),
            words: reading.count,
            buzz: share(buzz),
            circling: circling(reading),
            grounds: per_hundred(grounds),
        }
    }

    /// How definite the words are, 0 to 1: figures and grounds speak for it, loose words against.
    pub(crate) fn definite(&self) -> f32 {
        let figures = 1.0 - (-self.figures / FIGURES).exp();
        let grounds = (self.grounds / GROUNDS).min(1.0);
        let loose = (-self.loose / LOOSE).exp();
        0.45 * figures + 0.2 * grounds + 0.35 * loose
    }

    /// How much of the claims' weight remains: 1 for an honest answer, less for stuffing.
    pub(crate) fn credit(&self, strong: usize) -> f32 {
        let per_hundred = strong as f32 * 100.0 / self.words.max(40) as f32;
        let density = if per_hundred > 9.0 { 9.0 / per_hundred } else { 1.0 };
        let padding = 1.0 - ((self.buzz - 0.22).max(0.0) * 2.2).min(0.8);
        let circles = 1.0 - ((self.circling - CIRCLING) / CIRCLING).clamp(0.0, 0.85);
        // Each enumeration takes from the credit; two are a habit.
        density * padding * circles * 0.6f32.powi(self.lists.min(4) as i32)
    }
}

/// Of honest tellings in the tuning half, 95 of 100 circle less than this; of stuffed texts hardly any.
const CIRCLING: f32 = 0.085;
/// Figures, grounds and loose words per 100 words: where strong tellings of the tuning half lie (6.6, 10) and where middling ones do
/// (5.6 loose words; strong ones have 0.9).
const FIGURES: f32 = 3.0;
const GROUNDS: f32 = 10.0;
const LOOSE: f32 = 4.0;
/// How many words back a repetition is noticed.
const EARSHOT: usize = 14;

/// Share of content words whose stem (the first letters) stands among the last words.
fn circling(reading: &Reading) -> f32 {
    let mut last = [0u64; EARSHOT];
    let (mut content, mut again) = (0u32, 0u32);
    let spoken = reading.words.iter().filter(|word| word.pos != Pos::Punctuation);
    for (place, word) in spoken.enumerate() {
        let stem = match word.pos {
            Pos::Noun | Pos::Verb | Pos::Adjective | Pos::Adverb | Pos::Unknown => stem(word.short),
            _ => 0,
        };
        if stem != 0 {
            content += 1;
            again += u32::from(last.contains(&stem));
        }
        last[place % EARSHOT] = stem;
    }
    if content == 0 { 0.0 } else { again as f32 / content as f32 }
}

/// The first five letters of a word of six or more, the first four of a shorter one; 0 for words too short to tell, and for those
/// that anybody repeats.
fn stem(word: u64) -> u64 {
    let (length, letters) = taken_apart(word);
    match length {
        0..4 => 0,
        4 if one_of!(
            word,
            "just"
                | "also"
                | "then"
                | "some"
                | "said"
                | "like"
                | "want"
                | "know"
                | "mean"
                | "well"
                | "very"
                | "much"
                | "more"
                | "most"
                | "only"
                | "each"
                | "make"
                | "made"
                | "does"
                | "been"
                | "have"
                | "were"
                | "than"
                | "over"
                | "into"
        ) =>
        {
            0
        }
        5 if one_of!(word, "other" | "every" | "after" | "doing" | "there") => 0,
        6 if one_of!(word, "before") => 0,
        4 | 5 => letters & FOUR,
        _ => letters & FIVE,
    }
}

/// The first four letters among those of a number, and the first five.
const FOUR: u64 = 0xffff_ffff;
const FIVE: u64 = 0xff_ffff_ffff;

/// Five or more commas, and hardly more than two words between them: things named rather than anything said about them.
fn enumerates(reading: &Reading, utterance: &crate::reading::Utterance) -> bool {
    let words = utterance.to - utterance.from;
    let pauses = (utterance.from..utterance.to).filter(|i| reading.words[*i].shape == Shape::Pause).count();
    pauses >= 5 && pauses * 5 > words
}
