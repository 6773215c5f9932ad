//! Measures the check against a folder of labelled texts and prints the figures.
//!
//! `cargo run -p phrasing --release --example report -- DIR [--errors]`
//!
//! The folder may hold `sentences.jsonl`, `answers.jsonl`, `stuffed.jsonl`, `neutral.jsonl` and `structure.jsonl`; what is not
//! there is left out.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use phrasing::{Check, Checker, Input, Kind, Mode};
use serde_json::Value;

/// Counts of a yes-or-no label.
#[derive(Default, Clone, Copy)]
struct Counts {
    hit: u32,
    spurious: u32,
    missed: u32,
    rest: u32,
}

impl Counts {
    fn add(&mut self, expected: bool, got: bool) {
        match (expected, got) {
            (true, true) => self.hit += 1,
            (false, true) => self.spurious += 1,
            (true, false) => self.missed += 1,
            (false, false) => self.rest += 1,
        }
    }

    fn f1(&self) -> f64 {
        let twice = f64::from(2 * self.hit);
        twice / (twice + f64::from(self.spurious + self.missed)).max(1.0)
    }

    fn accuracy(&self) -> f64 {
        let all = self.hit + self.spurious + self.missed + self.rest;
        f64::from(self.hit + self.rest) / f64::from(all).max(1.0)
    }

    fn line(&self) -> String {
        let part = |of: u32| f64::from(self.hit) / f64::from(self.hit + of).max(1.0);
        format!("F1 {:.3}  precision {:.3}  recall {:.3}", self.f1(), part(self.spurious), part(self.missed))
    }
}

fn rows(dir: &Path, name: &str) -> Vec<Value> {
    let Ok(text) = std::fs::read_to_string(dir.join(name)) else { return Vec::new() };
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

fn mode(row: &Value) -> Mode {
    if text(row, "mode") == "situational" { Mode::Situational } else { Mode::Behavioral }
}

fn check(text: &str, mode: Mode) -> Check {
    Checker::builtin().check(&Input { mode, ..Input::typed(text) })
}

fn labels(check: &Check) -> (bool, bool) {
    (check.sentences.iter().any(|s| s.ownership), check.sentences.iter().any(|s| s.coordination))
}

/// The text as a recogniser might give it: no capitals, no punctuation, a filler now and then.
fn roughened(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '\'' | '’' | '-' | '%'))
        .collect();
    let mut words = Vec::new();
    for (index, word) in plain.split_whitespace().enumerate() {
        if index % 7 == 3 {
            words.push("um");
        }
        words.push(word);
    }
    words.join(" ")
}

fn sentences(dir: &Path, errors: bool) {
    let rows = rows(dir, "sentences.jsonl");
    if rows.is_empty() {
        return;
    }
    let (mut own, mut coord) = (Counts::default(), Counts::default());
    let (mut rough_own, mut rough_coord) = (Counts::default(), Counts::default());
    let mut tricks: BTreeMap<String, (Counts, Counts)> = BTreeMap::new();
    for row in &rows {
        let wanted =
            (row["ownership"].as_bool().unwrap_or(false), row["coordination"].as_bool().unwrap_or(false));
        let result = check(text(row, "text"), mode(row));
        let got = labels(&result);
        own.add(wanted.0, got.0);
        coord.add(wanted.1, got.1);
        let trick = tricks.entry(text(row, "trick").to_owned()).or_default();
        trick.0.add(wanted.0, got.0);
        trick.1.add(wanted.1, got.1);
        let rough = labels(&check(&roughened(text(row, "text")), mode(row)));
        rough_own.add(wanted.0, rough.0);
        rough_coord.add(wanted.1, rough.1);
        if errors && wanted != got {
            println!(
                "  {} own {}→{} coord {}→{}  {}",
                text(row, "id"),
                wanted.0,
                got.0,
                wanted.1,
                got.1,
                text(row, "text")
            );
            for finding in &result.findings {
                println!(
                    "      {:?} {} \"{}\"",
                    finding.kind,
                    finding.rule,
                    finding.span.of(text(row, "text"))
                );
            }
        }
    }
    println!("sentences ({})", rows.len());
    println!("  coordination        {}", coord.line());
    println!("  ownership           {}", own.line());
    println!(
        "  roughened: coordination {:.3} ({:+.3}), ownership {:.3} ({:+.3})",
        rough_coord.f1(),
        rough_coord.f1() - coord.f1(),
        rough_own.f1(),
        rough_own.f1() - own.f1()
    );
    for (trick, (own, coord)) in tricks {
        let name = if trick.is_empty() { "(none)" } else { &trick };
        println!(
            "    {name:<18} accuracy: coordination {:.2}, ownership {:.2}",
            coord.accuracy(),
            own.accuracy()
        );
    }
}

fn answers(dir: &Path, errors: bool) -> Vec<u8> {
    let rows = rows(dir, "answers.jsonl");
    let mut strong = Vec::new();
    let (mut weak_strong, mut weak_middling, mut middling_strong) = (0, 0, 0);
    for row in &rows {
        let score = |field: &str| check(text(row, field), mode(row)).scores.overall;
        let (w, m, s) = (score("weak"), score("middling"), score("strong"));
        strong.push(s);
        weak_strong += usize::from(w < s);
        weak_middling += usize::from(w < m);
        middling_strong += usize::from(m < s);
        if errors {
            println!(
                "  {} weak {w} middling {m} strong {s}{}",
                text(row, "id"),
                if w < m && m < s { "" } else { "  <<<" }
            );
        }
    }
    if !rows.is_empty() {
        let share = |n: usize| n as f64 / rows.len() as f64;
        println!("stories ({})", rows.len());
        println!(
            "  weak < strong {:.2}  weak < middling {:.2}  middling < strong {:.2}",
            share(weak_strong),
            share(weak_middling),
            share(middling_strong)
        );
    }
    strong.sort_unstable();
    strong
}

fn stuffed(dir: &Path, strong: &[u8]) {
    let rows = rows(dir, "stuffed.jsonl");
    let quartile = strong.get(strong.len() / 4).copied().unwrap_or(70);
    let scores: Vec<u8> = rows.iter().map(|row| check(text(row, "text"), mode(row)).scores.overall).collect();
    if !rows.is_empty() {
        let below = scores.iter().filter(|score| **score < quartile).count();
        println!(
            "stuffed: {below} of {} below the strong answers' lower quartile {quartile}: {scores:?}",
            rows.len()
        );
    }
}

fn neutral(dir: &Path, errors: bool) {
    let rows = rows(dir, "neutral.jsonl");
    let (mut findings, mut words) = (0usize, 0usize);
    for row in &rows {
        let result = check(text(row, "text"), mode(row));
        words += result.words;
        for finding in &result.findings {
            if matches!(finding.kind, Kind::Strong | Kind::Weak | Kind::HiddenActor) {
                findings += 1;
                if errors {
                    println!(
                        "  {} {} \"{}\"",
                        text(row, "id"),
                        finding.rule,
                        finding.span.of(text(row, "text"))
                    );
                }
            }
        }
    }
    if !rows.is_empty() {
        println!(
            "neutral: {findings} findings in {words} words, {:.2} per 100",
            findings as f64 * 100.0 / words.max(1) as f64
        );
    }
}

fn structure(dir: &Path, errors: bool) {
    let rows = rows(dir, "structure.jsonl");
    let mut counts = [Counts::default(); 4];
    for row in &rows {
        let found = check(text(row, "text"), mode(row)).structure;
        let got = [found.situation, found.task, found.action, found.result];
        for (index, part) in ["situation", "task", "action", "result"].into_iter().enumerate() {
            let wanted = row[part].as_bool().unwrap_or(false);
            counts[index].add(wanted, got[index]);
            if errors && wanted != got[index] {
                println!("  {} {part}: wanted {wanted}", text(row, "id"));
            }
        }
    }
    if !rows.is_empty() {
        let [s, t, a, r] = counts.map(|count| count.accuracy());
        println!("structure ({}): S {s:.2} T {t:.2} A {a:.2} R {r:.2}", rows.len());
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(dir) = arguments.next() else {
        eprintln!("usage: report DIR [--errors]");
        return ExitCode::from(2);
    };
    let errors = arguments.any(|argument| argument == "--errors");
    let dir = Path::new(&dir);
    sentences(dir, errors);
    let strong = answers(dir, errors);
    stuffed(dir, &strong);
    neutral(dir, errors);
    structure(dir, errors);
    ExitCode::SUCCESS
}
