//! The same sentences as a recogniser would give them.

use super::check;
use super::counts::Counts;
use super::roughen::{filled, lowered, roughened, unpunctuated};
use super::sentences::{self, Judged, Label};

/// What is done to a text.
type Change = fn(&str) -> String;

/// Every change, by name.
pub const WAYS: [(&str, Change); 4] = [
    ("lower-cased", lowered),
    ("unpunctuated", unpunctuated),
    ("with-fillers", filled),
    ("all-three", roughened),
];

/// What a label is worth when the texts are changed in one way.
#[derive(Debug, Clone, Copy)]
pub struct Loss {
    pub way: &'static str,
    pub label: Label,
    pub changed: Counts,
    /// F1 as written less F1 when changed; below 0 where the change helps.
    pub loss: Option<f64>,
}

/// Checks every sentence in every way.
pub fn losses(sentences: &[Judged]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for (way, change) in WAYS {
        let changed: Vec<_> = sentences
            .iter()
            .map(|judged| (judged.row, check(&change(&judged.row.text), judged.row.mode)))
            .collect();
        for label in Label::ALL {
            let counts =
                Counts::of(changed.iter().map(|(row, check)| (label.wanted(row), label.given(check))));
            let written = sentences::counts(sentences, label).f1();
            let loss = written.zip(counts.f1()).map(|(written, changed)| written - changed);
            losses.push(Loss { way, label, changed: counts, loss });
        }
    }
    losses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_changes_one_thing() {
        let text = "I cut the export, so that we don't ship 9% late. Nobody used it.";
        let changed = WAYS.map(|(_, change)| change(text));
        assert_eq!(changed[0], "i cut the export, so that we don't ship 9% late. nobody used it.");
        assert_eq!(changed[1], "I cut the export so that we don't ship 9% late Nobody used it");
        assert_eq!(changed[2], "I cut the um export, so that we don't ship 9% um late. Nobody used it.");
        assert_eq!(changed[3], "i cut the um export so that we don't ship 9% um late nobody used it");
    }
}
