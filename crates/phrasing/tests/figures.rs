//! Measures the check on our own labelled sentences; the floors fail when a change makes it worse.

use phrasing::{Checker, Input, Mode};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    id: String,
    text: String,
    mode: Mode,
    ownership: bool,
    coordination: bool,
    half: String,
}

fn corpus() -> Vec<Labelled> {
    include_str!("../corpus/sentences.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a labelled sentence"))
        .collect()
}

#[derive(Default)]
struct Tally {
    hit: u32,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, id: &str, wanted: bool, got: bool) {
        match (wanted, got) {
            (true, true) => self.hit += 1,
            (false, false) => {}
            _ => self.wrong.push(id.to_owned()),
        }
    }

    fn f1(&self) -> f64 {
        let twice = f64::from(2 * self.hit);
        twice / (twice + self.wrong.len() as f64)
    }
}

fn check(half: &str, floors: [f64; 2]) {
    let (mut ownership, mut coordination) = (Tally::default(), Tally::default());
    for row in corpus().into_iter().filter(|row| row.half == half) {
        let result = Checker::builtin().check(&Input {
            text: &row.text,
            mode: row.mode,
            spoken: false,
            question: None,
        });
        ownership.add(&row.id, row.ownership, result.sentences.iter().any(|s| s.ownership));
        coordination.add(&row.id, row.coordination, result.sentences.iter().any(|s| s.coordination));
    }
    for (name, tally, floor) in
        [("ownership", ownership, floors[0]), ("coordination", coordination, floors[1])]
    {
        assert!(
            tally.f1() >= floor,
            "{half}: {name} F1 {:.3} is below {floor}; wrong: {:?}",
            tally.f1(),
            tally.wrong
        );
    }
}

#[test]
fn the_half_that_rules_were_tuned_on_stays_right() {
    check("tune", [0.94, 0.97]);
}

#[test]
fn the_half_that_nobody_tunes_on_stays_right() {
    check("test", [0.86, 0.88]);
}

#[test]
fn the_corpus_is_large_and_mixed() {
    let rows = corpus();
    assert!(rows.len() >= 150, "{} sentences", rows.len());
    assert!(rows.iter().filter(|row| !row.ownership && !row.coordination).count() >= 40);
}
