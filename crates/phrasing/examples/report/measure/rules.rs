//! How often each rule is right.

use std::collections::BTreeMap;

use phrasing::{Agent, Checker, Finding, Kind};

use super::corpus::Sentence;
use super::counts::share;
use super::sentences::{Judged, Label};

/// A rule that is right less often should be looked at…
const LEAST_PRECISION: f64 = 0.8;
/// …when it was asked this often.
const FEWEST: u32 = 5;

/// The findings of one rule in the sentences.
#[derive(Debug, Default, Clone, Copy)]
pub struct Record {
    /// All findings.
    pub findings: u32,
    /// Findings that say something about the sentence's label.
    pub judging: u32,
    /// Those of them that the label agrees with.
    pub right: u32,
}

impl Record {
    /// The share of judging findings that the label agrees with; none when there are none.
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.judging)
    }

    /// Wrong so often that the rule should be looked at.
    pub fn candidate(&self) -> bool {
        self.judging >= FEWEST && self.precision().is_some_and(|precision| precision < LEAST_PRECISION)
    }
}

/// The label that a finding says its sentence has: a strong deed of the speaker's own is ownership, a weak one that counts and a deed
/// that nobody does are coordination. Others say nothing about it.
fn label(finding: &Finding) -> Option<Label> {
    match finding.kind {
        Kind::Strong if finding.agent == Agent::Own => Some(Label::Ownership),
        Kind::Weak if finding.weight > 0.0 => Some(Label::Coordination),
        Kind::HiddenActor if finding.agent == Agent::None => Some(Label::Coordination),
        _ => None,
    }
}

/// The record of every rule that judges, also of those without a finding, by id.
pub fn records(sentences: &[Judged]) -> BTreeMap<String, Record> {
    let judging = |kind| matches!(kind, Kind::Strong | Kind::Weak | Kind::HiddenActor);
    let mut records: BTreeMap<String, Record> = Checker::builtin()
        .rules()
        .iter()
        .filter(|rule| judging(rule.kind))
        .map(|rule| (rule.id.to_string(), Record::default()))
        .collect();
    for judged in sentences {
        for finding in &judged.check.findings {
            if let Some(record) = records.get_mut(&*finding.rule) {
                enter(record, judged.row, finding);
            }
        }
    }
    records
}

fn enter(record: &mut Record, row: &Sentence, finding: &Finding) {
    record.findings += 1;
    if let Some(label) = label(finding) {
        record.judging += 1;
        record.right += u32::from(label.wanted(row));
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences::judge;
    use super::*;

    #[test]
    fn a_rule_is_right_where_the_label_agrees() {
        let row = |ownership: bool| {
            let text = "I cut the export from the launch because nobody used it.";
            let json = format!(
                r#"{{"id": "a", "text": "{text}", "ownership": {ownership}, "coordination": false}}"#
            );
            serde_json::from_str::<Sentence>(&json).unwrap()
        };
        let rows = [true, true, false].map(row);
        let records = records(&judge(&rows));
        let found: Vec<&Record> = records.values().filter(|record| record.findings > 0).collect();
        assert!(!found.is_empty());
        for record in found {
            assert_eq!((record.findings, record.judging, record.right), (3, 3, 2));
        }
    }

    #[test]
    fn few_findings_make_no_candidate() {
        let candidate = |judging, right| Record { findings: judging, judging, right }.candidate();
        assert!(!candidate(4, 0));
        assert!(candidate(5, 3));
        assert!(!candidate(5, 4));
        assert!(!candidate(0, 0));
    }
}
