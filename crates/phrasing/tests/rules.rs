//! The built-in rules prove themselves on their own examples.

use phrasing::Checker;

#[test]
fn every_built_in_rule_passes_its_examples() {
    let errors = Checker::prove_builtin();
    let report: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert!(report.is_empty(), "{} faults:\n{}", report.len(), report.join("\n"));
}

#[test]
fn every_dimension_has_strong_and_weak_rules() {
    use phrasing::{Dimension, Kind};
    let rules = Checker::builtin().rules();
    assert!(rules.len() >= 60, "{} rules", rules.len());
    for dimension in Dimension::ALL {
        for kind in [Kind::Strong, Kind::Weak] {
            let count = rules.iter().filter(|rule| rule.dimension == dimension && rule.kind == kind).count();
            assert!(count >= 2, "{} has {count} {} rules", dimension.as_str(), kind.as_str());
        }
    }
}
