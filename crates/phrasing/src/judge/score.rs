//! The arithmetic of the scores.
//!
//! What speaks for an answer: its strong claims, with diminishing returns within a rule and within a dimension; how much of the
//! answer claims something at all; and what an interviewer could write down. What speaks against it: how much of the answer is
//! coordination, and words that take back what they say. Stuffing takes from what speaks for it. Everything is kept as sums, so
//! that the answer can be scored without one finding in constant time: that difference is the finding's points.

use crate::check::{ByDimension, Scores};
use crate::kinds::{Agent, CoverageItem, Dimension, Kind, Level};

use super::{Marked, Substance};

/// A second finding of one rule counts this share of the first, and so on.
const RETURNS: f32 = 0.6;
/// Raw weight at which a dimension reaches 63 of 100.
const SATURATION: f32 = 3.0;
/// Sum of dimension strengths at which an answer reaches 63 of 100 on its claims.
const BREADTH: f32 = 1.5;
/// Weak weight that halves a dimension without any strength.
const FORGIVENESS: f32 = 7.0;

/// What the parts of an answer count. Ratios come from ranking the tuning half of the corpus' stories, each told weak, middling and
/// strong; `cargo xtask phrasing-report` prints how well they rank the other half.
const CLAIMS: f32 = 0.55;
const COVERAGE: f32 = 0.22;
const CLAIMED: f32 = 0.42;
const COORDINATED: f32 = 0.85;
const TAKEN_BACK: f32 = 0.15;
/// What the claims of an answer lose in which nothing is definite.
const VAGUE: f32 = 0.75;
/// Hedges by weight at which [`TAKEN_BACK`] reaches 63 of 100.
const HEDGING: f32 = 6.0;

/// What a claim of "we" counts beside one of "I": it was done, and the speaker's part in it is open.
const TOGETHER: f32 = 0.55;

/// Words that one more claim of the speaker would take, to price what is missing.
const WORDS_OF_A_CLAIM: f32 = 14.0;

#[derive(Debug, Clone, Copy, Default)]
struct RuleSum {
    dimension: usize,
    kind: usize,
    weight: f32,
    count: f32,
}

impl RuleSum {
    /// Mean weight times a geometric series: the same whichever finding is taken out.
    fn worth(&self) -> f32 {
        if self.count < 0.5 {
            return 0.0;
        }
        self.weight / self.count * (1.0 - RETURNS.powf(self.count)) / (1.0 - RETURNS)
    }
}

/// The sums from which scores are computed.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    rules: Vec<RuleSum>,
    /// By utterance: its words, and how many marks claim it or call it coordination.
    sentences: Vec<Shares>,
    sums: Sums,
    words: f32,
}

/// One sentence and the marks that share it.
#[derive(Debug, Clone, Copy, Default)]
struct Shares {
    words: f32,
    claims: u32,
    coordination: u32,
    /// Marks that ask for the speaker's part, where "we" do what would be a claim.
    shared: u32,
    /// "We" do there what would be a claim if "I" did it.
    together: bool,
}

/// What an answer is scored by.
#[derive(Debug, Clone, Copy)]
struct Sums {
    strong: [f32; 7],
    against: [f32; 7],
    hedges: f32,
    /// Share of the words that stand in sentences with a claim of the speaker, 0 to 1.
    claimed: f32,
    /// Share of the words that stand in sentences of coordination, 0 to 1.
    coordinated: f32,
    covered: usize,
    /// What stuffing leaves, 0 to 1.
    credit: f32,
    /// How definite the words are, 0 to 1.
    definite: f32,
    level: Level,
}

/// What a dimension counts at a level: a principal is asked for direction and influence across teams, a manager for what others did
/// because of them.
const fn emphasis(level: Level, dimension: Dimension) -> f32 {
    match (level, dimension) {
        (Level::Principal, Dimension::Direction | Dimension::Influence) => 1.3,
        (Level::Principal, Dimension::Systems | Dimension::Foresight) => 1.1,
        (Level::Principal, Dimension::Ownership) => 0.7,
        (Level::Manager, Dimension::Influence | Dimension::Direction) => 1.3,
        (Level::Manager, Dimension::Impact) => 1.1,
        (Level::Manager, Dimension::Systems) => 0.7,
        _ => 1.0,
    }
}

/// Whether a mark makes its sentence a claim of the speaker.
fn claims(mark: &Marked) -> bool {
    mark.kind == Kind::Strong && mark.hit.agent == Agent::Own && mark.weight > 0.0
}

/// Whether a mark makes its sentence coordination.
fn coordinates(mark: &Marked) -> bool {
    mark.weight > 0.0
        && !mark.hit.open
        && (mark.kind == Kind::Weak || mark.kind == Kind::HiddenActor && mark.hit.agent != Agent::Shared)
}

/// Whether a mark asks what the speaker's part in a deed of "we" was.
fn shares(mark: &Marked) -> bool {
    mark.kind == Kind::HiddenActor && mark.hit.agent == Agent::Shared
}

impl Tally {
    /// Sums up the marks; `lengths` are the words of each utterance, and `together` says in which of them "we" do what would be a
    /// claim.
    pub(crate) fn of(
        marks: &[Marked],
        lengths: &[usize],
        together: &[bool],
        rules: usize,
        covered: usize,
        substance: &Substance,
        level: Level,
    ) -> Tally {
        let strong = marks.iter().filter(|mark| mark.kind == Kind::Strong).count();
        let mut sentences: Vec<Shares> = lengths
            .iter()
            .zip(together)
            .map(|(words, together)| Shares {
                words: *words as f32,
                together: *together,
                ..Shares::default()
            })
            .collect();
        let words = lengths.iter().sum::<usize>().max(1) as f32;
        let mut sums = Sums {
            strong: [0.0; 7],
            against: [0.0; 7],
            hedges: 0.0,
            claimed: 0.0,
            coordinated: 0.0,
            covered,
            credit: substance.credit(strong),
            definite: substance.definite(),
            level,
        };
        let mut by_rule = vec![RuleSum::default(); rules];
        for mark in marks {
            let sum = &mut by_rule[mark.hit.rule];
            sum.dimension = mark.dimension as usize;
            sum.kind = mark.kind as usize;
            sum.weight += mark.weight;
            sum.count += 1.0;
            if let Some(sentence) = sentences.get_mut(mark.utterance) {
                sentence.claims += u32::from(claims(mark));
                sentence.coordination += u32::from(coordinates(mark));
                sentence.shared += u32::from(shares(mark));
            }
        }
        for sum in &by_rule {
            *sums.side(sum.kind, sum.dimension) += sum.worth();
        }
        for sentence in &sentences {
            let part = match sentence {
                Shares { claims: 1.., .. } => 1.0,
                Shares { together: true, .. } => TOGETHER,
                _ => 0.0,
            };
            sums.claimed += part * sentence.words / words;
            sums.coordinated += if sentence.coordination > 0 { sentence.words / words } else { 0.0 };
        }
        Tally { rules: by_rule, sentences, sums, words }
    }

    /// The overall score, 0 to 100, unrounded.
    pub(crate) fn overall(&self) -> f32 {
        self.sums.overall()
    }

    /// The overall score without one finding. Where several marks claim one sentence, each holds its part of it.
    pub(crate) fn without(&self, mark: &Marked) -> f32 {
        let sum = self.rules[mark.hit.rule];
        let less = RuleSum { weight: sum.weight - mark.weight, count: sum.count - 1.0, ..sum };
        let mut sums = self.sums;
        let side = sums.side(sum.kind, sum.dimension);
        *side = (*side + less.worth() - sum.worth()).max(0.0);
        if let Some(sentence) = self.sentences.get(mark.utterance) {
            let share = sentence.words / self.words;
            if shares(mark) && sentence.together && sentence.claims == 0 {
                sums.claimed += (1.0 - TOGETHER) * share / sentence.shared.max(1) as f32;
            }
            // "It was decided" would be a claim if the speaker said that they decided.
            if mark.hit.open && sentence.claims == 0 {
                sums.claimed += share;
            }
            if claims(mark) {
                sums.claimed = (sums.claimed - share / sentence.claims.max(1) as f32).max(0.0);
            }
            if coordinates(mark) {
                sums.coordinated = (sums.coordinated - share / sentence.coordination.max(1) as f32).max(0.0);
            }
        }
        sums.overall()
    }

    /// The overall score if a missing item were there, said once and plainly.
    pub(crate) fn with(&self, item: CoverageItem) -> f32 {
        let mut sums = self.sums;
        sums.covered += 1;
        let dimension = match item {
            CoverageItem::Decision | CoverageItem::Alternative => Dimension::Decisions,
            CoverageItem::System => Dimension::Systems,
            CoverageItem::RiskOrDependency => Dimension::Foresight,
            CoverageItem::MeasuredOutcome => Dimension::Impact,
            CoverageItem::OwnAction => Dimension::Ownership,
            CoverageItem::Learning => return sums.overall(),
        };
        sums.strong[dimension as usize] += 1.5;
        // The text grows by the claim, so coordination becomes a smaller part of it.
        let before = self.words / (self.words + WORDS_OF_A_CLAIM);
        sums.claimed = sums.claimed * before + 1.0 - before;
        sums.coordinated *= before;
        sums.overall()
    }

    /// All scores, rounded.
    pub(crate) fn scores(&self) -> Scores {
        let sums = &self.sums;
        let mut by_dimension = ByDimension::default();
        for dimension in Dimension::ALL {
            let index = dimension as usize;
            let strength = saturate(sums.strong[index] * sums.credit, SATURATION * 0.8);
            let kept = FORGIVENESS / (FORGIVENESS + sums.against[index]);
            *by_dimension.of_mut(dimension) =
                (FLOOR + (100.0 - FLOOR) * strength * kept).round().clamp(0.0, 100.0) as u8;
        }
        Scores { overall: self.overall().round() as u8, by_dimension }
    }
}

/// What a dimension gets of which nothing is found: feature level, not nothing.
const FLOOR: f32 = 18.0;

/// The least that an answer gets: feature level begins here.
const LEAST: f32 = 12.0;
/// Where the scale puts the lower quartile of strong tellings (70, "senior") and the median of weak ones (about 20) of the tuning
/// half.
const STEEPNESS: f32 = 3.1;
const MIDDLE: f32 = 0.22;

impl Sums {
    fn side(&mut self, kind: usize, dimension: usize) -> &mut f32 {
        if kind == Kind::Strong as usize {
            &mut self.strong[dimension]
        } else if kind == Kind::Hedge as usize || kind == Kind::Filler as usize {
            &mut self.hedges
        } else {
            &mut self.against[dimension]
        }
    }

    fn overall(&self) -> f32 {
        let breadth: f32 = Dimension::ALL
            .iter()
            .map(|dimension| {
                let raw = self.strong[*dimension as usize] * self.credit;
                emphasis(self.level, *dimension) * saturate(raw, SATURATION)
            })
            .sum();
        let covered = self.covered as f32 / CoverageItem::ALL.len() as f32;
        let definite = 1.0 - VAGUE * (1.0 - self.definite);
        let speaks_for = (CLAIMS * saturate(breadth, BREADTH) + CLAIMED * self.claimed * self.credit)
            * definite
            + COVERAGE * covered * self.credit;
        let speaks_against = COORDINATED * self.coordinated + TAKEN_BACK * saturate(self.hedges, HEDGING);
        LEAST + (100.0 - LEAST) / (1.0 + (-STEEPNESS * (speaks_for - speaks_against - MIDDLE)).exp())
    }
}

fn saturate(raw: f32, scale: f32) -> f32 {
    1.0 - (-raw / scale).exp()
}
