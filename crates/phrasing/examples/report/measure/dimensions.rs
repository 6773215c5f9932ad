//! On which dimension something is found, and on which side of it.

use std::collections::{BTreeMap, BTreeSet};

use phrasing::{Check, Dimension, Kind};

use super::corpus::Leaning;
use super::counts::Counts;
use super::sentences::Judged;

/// What the findings say: a strong one leans to the senior side of its dimension, a weak one or a hidden actor to the other.
pub fn leanings(check: &Check) -> BTreeSet<Leaning> {
    let findings = check.findings.iter();
    findings
        .filter_map(|finding| {
            let senior = match finding.kind {
                Kind::Strong => true,
                Kind::Weak | Kind::HiddenActor => false,
                Kind::Hedge | Kind::Filler => return None,
            };
            Some(Leaning { dimension: finding.dimension, senior })
        })
        .collect()
}

/// How often each side of each dimension was right. Rows that claim something without saying on which dimension are left out.
pub fn counts(sentences: &[Judged]) -> BTreeMap<Leaning, Counts> {
    let mut counts: BTreeMap<Leaning, Counts> = BTreeMap::new();
    for judged in sentences {
        let row = judged.row;
        if row.dims.is_empty() && (row.ownership || row.coordination) {
            continue;
        }
        let given = leanings(&judged.check);
        for senior in [true, false] {
            for dimension in Dimension::ALL {
                let leaning = Leaning { dimension, senior };
                counts.entry(leaning).or_default().add(row.dims.contains(&leaning), given.contains(&leaning));
            }
        }
    }
    counts
}

/// All sides of all dimensions together.
pub fn total(counts: &BTreeMap<Leaning, Counts>) -> Counts {
    counts.values().fold(Counts::default(), |sum, counts| Counts {
        hit: sum.hit + counts.hit,
        spurious: sum.spurious + counts.spurious,
        missed: sum.missed + counts.missed,
        rest: sum.rest + counts.rest,
    })
}
