//! The arithmetic of the scores.
//!
//! Each rule's findings on a dimension add up with diminishing returns; a dimension saturates; the answer's strength is the
//! sum over dimensions, joined with what an interviewer could write down, and divided by what weighs against it. Everything is
//! kept as sums, so that the answer can be scored without one finding in constant time.

use crate::check::{ByDimension, Scores};
use crate::kinds::{CoverageItem, Dimension, Kind};

use super::{Marked, Substance};

/// A second finding of one rule counts this share of the first, and so on.
const RETURNS: f32 = 0.6;
/// Raw weight at which a dimension reaches 63 of 100.
const SATURATION: f32 = 3.0;
/// Sum of dimension strengths at which an answer reaches 63 of 100 on its claims.
const BREADTH: f32 = 1.5;
/// Share of the overall score that coverage makes.
const COVERAGE: f32 = 0.34;
/// Weak weight that halves an answer without any strength.
const FORGIVENESS: f32 = 7.0;

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
    strong: [f32; 7],
    against: [f32; 7],
    covered: usize,
    credit: f32,
    grounds: f32,
}

impl Tally {
    pub(crate) fn of(marks: &[Marked], rules: usize, covered: usize, substance: &Substance) -> Tally {
        let strong = marks.iter().filter(|mark| mark.kind == Kind::Strong).count();
        let mut tally = Tally {
            rules: vec![RuleSum::default(); rules],
            strong: [0.0; 7],
            against: [0.0; 7],
            covered,
            credit: substance.credit(strong),
            grounds: (substance.grounds / 10.0).min(1.0),
        };
        for mark in marks {
            let sum = &mut tally.rules[mark.hit.rule];
            sum.dimension = mark.dimension as usize;
            sum.kind = mark.kind as usize;
            sum.weight += mark.weight;
            sum.count += 1.0;
        }
        for sum in &tally.rules {
            let worth = sum.worth();
            if sum.kind == Kind::Strong as usize {
                tally.strong[sum.dimension] += worth;
            } else {
                tally.against[sum.dimension] += worth;
            }
        }
        tally
    }

    /// The overall score, 0 to 100, unrounded.
    pub(crate) fn overall(&self) -> f32 {
        overall(&self.strong, &self.against, self.covered, self.credit, self.grounds)
    }

    /// The overall score without one finding.
    pub(crate) fn without(&self, mark: &Marked) -> f32 {
        let sum = self.rules[mark.hit.rule];
        let less = RuleSum { weight: sum.weight - mark.weight, count: sum.count - 1.0, ..sum };
        let (mut strong, mut against) = (self.strong, self.against);
        let change = less.worth() - sum.worth();
        let side = if mark.kind == Kind::Strong { &mut strong } else { &mut against };
        side[sum.dimension] = (side[sum.dimension] + change).max(0.0);
        overall(&strong, &against, self.covered, self.credit, self.grounds)
    }

    /// The overall score if a missing item were there, said once and plainly.
    pub(crate) fn with(&self, item: CoverageItem) -> f32 {
        let mut strong = self.strong;
        let dimension = match item {
            CoverageItem::Decision | CoverageItem::Alternative => Dimension::Decisions,
            CoverageItem::System => Dimension::Systems,
            CoverageItem::RiskOrDependency => Dimension::Foresight,
            CoverageItem::MeasuredOutcome => Dimension::Impact,
            CoverageItem::OwnAction => Dimension::Ownership,
            CoverageItem::Learning => {
                return overall(&strong, &self.against, self.covered + 1, self.credit, self.grounds);
            }
        };
        strong[dimension as usize] += 1.5;
        overall(&strong, &self.against, self.covered + 1, self.credit, self.grounds)
    }

    /// All scores, rounded.
    pub(crate) fn scores(&self) -> Scores {
        let mut by_dimension = ByDimension::default();
        for dimension in Dimension::ALL {
            let index = dimension as usize;
            let strength = saturate(self.strong[index] * self.credit, SATURATION * 0.8);
            let against = self.against[index];
            let kept = FORGIVENESS / (FORGIVENESS + against);
            *by_dimension.of_mut(dimension) = scaled(100.0 * strength * kept).round() as u8;
        }
        Scores { overall: self.overall().round() as u8, by_dimension }
    }
}

/// Where the line of a senior answer lies, and where feature level begins: fixed points of the scale that users read.
const SENIOR: f32 = 70.0;
const FEATURE_LEVEL: f32 = 18.0;
/// Substance at the lower quartile of honest strong answers, measured on the development stories.
const STRONG_QUARTILE: f32 = 55.0;

/// Substance from 0 to 100 on the scale that users read, on which an honest strong answer is senior and an answer of
/// activities alone is at feature level, not at nothing. Keeps every order.
fn scaled(substance: f32) -> f32 {
    let substance = substance.clamp(0.0, 100.0);
    if substance < STRONG_QUARTILE {
        FEATURE_LEVEL + substance * (SENIOR - FEATURE_LEVEL) / STRONG_QUARTILE
    } else {
        SENIOR + (substance - STRONG_QUARTILE) * (100.0 - SENIOR) / (100.0 - STRONG_QUARTILE)
    }
}

fn saturate(raw: f32, scale: f32) -> f32 {
    1.0 - (-raw / scale).exp()
}

fn overall(strong: &[f32; 7], against: &[f32; 7], covered: usize, credit: f32, grounds: f32) -> f32 {
    let breadth: f32 = strong.iter().map(|raw| saturate(raw * credit, SATURATION)).sum();
    let claims = saturate(breadth, BREADTH);
    let coverage = covered as f32 / CoverageItem::ALL.len() as f32 * credit;
    let raw: f32 = strong.iter().sum::<f32>() * credit;
    let weak: f32 = against.iter().sum();
    let kept = (FORGIVENESS + raw) / (FORGIVENESS + raw + weak);
    let ground = 0.8 + 0.2 * grounds;
    scaled(100.0 * ((1.0 - COVERAGE) * claims + COVERAGE * coverage) * kept * ground)
}
