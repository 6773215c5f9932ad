//! Labels of sentences by trick and voice, dimensions, and what is lost on rough text.

use super::share;
use super::table::Table;
use crate::measure::corpus::Sentence;
use crate::measure::counts::Counts;
use crate::measure::robustness::Loss;
use crate::measure::sentences::{Group, Judged, grouped};
use crate::measure::{dimensions as sides, sentences::Label};

/// What sentences are grouped by.
type Trait = fn(&Sentence) -> &str;

pub fn part(sentences: &[Judged]) -> String {
    if sentences.is_empty() {
        return String::new();
    }
    let mut text = format!("Sentences: {}\n", sentences.len());
    let ways: [(&str, Trait); 3] =
        [("all", |_| ""), ("trick", |row| &row.trick), ("voice", |row| &row.voice)];
    for (name, of) in ways {
        let groups = grouped(sentences, of);
        // A set that says nothing about it.
        if name != "all" && groups.keys().all(|group| group.is_empty()) {
            continue;
        }
        let columns = ["rows", "own: precision", "recall", "F1", "right", "coord: precision", "recall", "F1"];
        let header: Vec<&str> = [name].into_iter().chain(columns).chain(["right"]).collect();
        let mut table = Table::new(&header);
        for (group, counts) in groups {
            table.row(line(if group.is_empty() && name != "all" { "(none)" } else { group }, &counts));
        }
        text.push('\n');
        text.push_str(&table.text());
    }
    text
}

fn line(name: &str, group: &Group) -> Vec<String> {
    let mut cells = vec![name.to_owned(), group.sentences.to_string()];
    for counts in [group.ownership, group.coordination] {
        cells.extend([counts.precision(), counts.recall(), counts.f1(), counts.accuracy()].map(share));
    }
    cells
}

/// Dimensions, each side by itself.
pub fn dimensions(sentences: &[Judged]) -> String {
    let counts = sides::counts(sentences);
    if counts.is_empty() {
        return String::new();
    }
    let mut table = Table::new(&["", "labelled", "precision", "recall", "F1"]);
    let line = |name: String, counts: Counts| {
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(share);
        [name, counts.wanted().to_string()].into_iter().chain(figures)
    };
    let (senior, other): (Vec<_>, Vec<_>) = counts.iter().partition(|(leaning, _)| leaning.senior);
    for (leaning, counts) in senior.into_iter().chain(other) {
        table.row(line(leaning.name(), *counts));
    }
    table.row(line("all".into(), sides::total(&counts)));
    format!("Dimensions of sentences\n\n{}", table.text())
}

/// What is lost when sentences come as a recogniser would give them.
pub fn roughness(losses: &[Loss]) -> String {
    if losses.iter().all(|loss| loss.loss.is_none()) {
        return String::new();
    }
    let mut table = Table::new(&["", "own: F1", "lost", "coord: F1", "lost"]);
    for pair in losses.chunks(Label::ALL.len()) {
        let cells = pair.iter().flat_map(|loss| {
            let lost = loss.loss.map_or_else(|| "–".to_owned(), |lost| format!("{lost:+.3}"));
            [share(loss.changed.f1()), lost]
        });
        table.row([pair[0].way.replace('-', " ")].into_iter().chain(cells));
    }
    format!("The same sentences\n\n{}", table.text())
}
