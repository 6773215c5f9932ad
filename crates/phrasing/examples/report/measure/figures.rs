//! The figures by name, with their targets.

use super::answers::{Pair, ordered};
use super::counts::Counts;
use super::sentences::{self, Label};
use super::{Measured, dimensions, neutral, structure};

/// What a figure should reach on texts that nothing was tuned on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Target {
    pub fn met(self, value: f64) -> bool {
        // Figures are sums and quotients of counts: a figure that is the target but for rounding has reached it.
        match self {
            Target::AtLeast(least) => value > least - 1e-9,
            Target::AtMost(most) => value < most + 1e-9,
        }
    }
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is measured on.
    pub group: &'static str,
    pub name: String,
    pub value: f64,
    pub target: Option<Target>,
}

const F1: Option<Target> = Some(Target::AtLeast(0.9));
const LOSS: f64 = 0.03;
const STAR_PART: Option<Target> = Some(Target::AtLeast(0.9));
const NEUTRAL_FINDINGS: Option<Target> = Some(Target::AtMost(0.2));
const BELOW_QUARTILE: Option<Target> = Some(Target::AtLeast(1.0));

const fn order(pair: Pair) -> Option<Target> {
    Some(Target::AtLeast(match pair {
        Pair::WeakStrong => 0.98,
        Pair::WeakMiddling | Pair::MiddlingStrong => 0.85,
    }))
}

/// Every figure for which there are texts.
pub fn figures(measured: &Measured) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |group, name: String, value: Option<f64>, target| {
        figures.extend(value.map(|value| Figure { group, name, value, target }));
    };
    for label in Label::ALL {
        let counts = sentences::counts(&measured.sentences, label);
        let name = label.as_str();
        add("sentences", format!("{name}-precision"), counts.precision(), None);
        add("sentences", format!("{name}-recall"), counts.recall(), None);
        add("sentences", format!("{name}-f1"), counts.f1(), F1);
    }
    let sides: Counts = dimensions::total(&dimensions::counts(&measured.sentences));
    add("sentences", "dimensions-f1".into(), sides.f1(), None);
    for loss in &measured.roughness {
        // A loss of so much is allowed, so what is left has to reach so much.
        let target = loss.loss.zip(loss.changed.f1()).map(|(lost, f1)| Target::AtLeast(f1 + lost - LOSS));
        add("robustness", format!("{}-{}-f1", loss.label.as_str(), loss.way), loss.changed.f1(), target);
    }
    for pair in Pair::ALL {
        add("answers", pair.as_str().into(), ordered(&measured.answers, pair), order(pair));
    }
    add("answers", "stuffed-below-strong".into(), measured.stuffing.below(), BELOW_QUARTILE);
    add(
        "neutral",
        "findings-per-100-words".into(),
        neutral::per_hundred_words(&measured.neutral),
        NEUTRAL_FINDINGS,
    );
    for (question, counts) in structure::QUESTIONS.into_iter().zip(measured.structure.counts) {
        let target = if question == "order" { None } else { STAR_PART };
        add("structure", question.into(), counts.accuracy(), target);
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Texts;
    use super::*;

    #[test]
    fn a_target_is_met_at_its_edge() {
        assert!(Target::AtLeast(0.9).met(0.9) && !Target::AtLeast(0.9).met(0.899));
        assert!(Target::AtMost(0.2).met(0.2) && !Target::AtMost(0.2).met(0.201));
    }

    #[test]
    fn there_are_figures_only_for_texts_that_are_there() {
        let mut texts = Texts::default();
        assert_eq!(figures(&Measured::of(&texts)), []);
        let row =
            r#"{"id": "n", "text": "The river rose at night, and in the morning the bridge was gone."}"#;
        texts.neutral.push(serde_json::from_str(row).unwrap());
        let names: Vec<String> =
            figures(&Measured::of(&texts)).into_iter().map(|figure| figure.name).collect();
        assert_eq!(names, ["findings-per-100-words"]);
    }
}
