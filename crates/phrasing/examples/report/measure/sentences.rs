//! Labels of sentences.

use std::collections::BTreeMap;

use phrasing::Check;

use super::check;
use super::corpus::Sentence;
use super::counts::Counts;

/// What a sentence may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Ownership,
    Coordination,
}

impl Label {
    pub const ALL: [Label; 2] = [Label::Ownership, Label::Coordination];

    pub const fn as_str(self) -> &'static str {
        match self {
            Label::Ownership => "ownership",
            Label::Coordination => "coordination",
        }
    }

    /// Whether the row is labelled so.
    pub const fn wanted(self, row: &Sentence) -> bool {
        match self {
            Label::Ownership => row.ownership,
            Label::Coordination => row.coordination,
        }
    }

    /// Whether any of the check's sentences is labelled so: the check may cut a row in several.
    pub fn given(self, check: &Check) -> bool {
        check.sentences.iter().any(|sentence| match self {
            Label::Ownership => sentence.ownership,
            Label::Coordination => sentence.coordination,
        })
    }
}

/// A row with what the check says about it.
pub struct Judged<'a> {
    pub row: &'a Sentence,
    pub check: Check,
}

impl Judged<'_> {
    /// Whether a label was wanted, and whether it was given.
    pub fn verdict(&self, label: Label) -> (bool, bool) {
        (label.wanted(self.row), label.given(&self.check))
    }
}

/// Checks every row.
pub fn judge(rows: &[Sentence]) -> Vec<Judged<'_>> {
    rows.iter().map(|row| Judged { row, check: check(&row.text, row.mode) }).collect()
}

/// How often a label was right.
pub fn counts(sentences: &[Judged], label: Label) -> Counts {
    Counts::of(sentences.iter().map(|judged| judged.verdict(label)))
}

/// Sentences of one trick or one voice.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    pub sentences: u32,
    pub ownership: Counts,
    pub coordination: Counts,
}

/// The sentences by what `of` says about their rows.
pub fn grouped<'a>(
    sentences: &'a [Judged],
    of: impl Fn(&'a Sentence) -> &'a str,
) -> BTreeMap<&'a str, Group> {
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for judged in sentences {
        let group = groups.entry(of(judged.row)).or_default();
        group.sentences += 1;
        for (label, counts) in Label::ALL.into_iter().zip([&mut group.ownership, &mut group.coordination]) {
            let (wanted, given) = judged.verdict(label);
            counts.add(wanted, given);
        }
    }
    groups
}
