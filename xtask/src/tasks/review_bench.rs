//! `cargo xtask bench review`: review and its figures after ten years, beside Anki's own backend on as many cards and
//! reviews. Each measures itself and prints its times: `crates/app/benches/scale` and `tests/reference/anki_bench.py`.

use std::{collections::BTreeMap, fs, process::Command};

use super::scratch_install::{Package, Registry};
use crate::{
    benchmarks_page::{self, Part},
    checkout::Checkout,
    error::TaskError,
    machine,
    markdown_table::markdown_table,
    median::median,
    process,
};

const ANKI: Package = Package { registry: Registry::PyPi, name: "anki", version: "26.9.3" };

/// How often each is started; they take turns, so that whatever else the machine does falls on both alike.
const ROUNDS: usize = 3;

/// What is measured, in the order of the table: the name in the reports, and the one for people.
const WHAT: [(&str, &str); 7] = [
    ("open", "open"),
    ("queue", "queue"),
    ("queue to a date", "queue towards an interview"),
    ("answer", "answer a card"),
    ("search", "search"),
    ("year", "statistics of a year"),
    ("ten years", "statistics of ten years"),
];

/// Milliseconds of each thing that was measured.
type Times = BTreeMap<String, Vec<f64>>;

pub fn review_bench(checkout: &Checkout) -> Result<(), TaskError> {
    // Inside the target folder: `cargo clean` removes it with the rest.
    let scratch = checkout.target().join("review-bench");
    fs::create_dir_all(&scratch).map_err(|source| TaskError::File { path: scratch.clone(), source })?;
    ANKI.install(checkout, &scratch)?;
    let (mut ours, mut ankis) = (Times::new(), Times::new());
    for round in 1..=ROUNDS {
        println!("Round {round} of {ROUNDS}");
        let mut command = checkout.cargo();
        command.args(["bench", "--quiet", "--package", "app", "--bench", "scale", "--", "beside"]);
        add(&mut ours, command.arg(scratch.join("answers")))?;
        let mut command = Command::new(ANKI.python(&scratch));
        command.arg(checkout.root().join("tests/reference/anki_bench.py"));
        add(&mut ankis, command.arg(scratch.join("collection.anki2")))?;
    }
    let on = format!("{}; {}", machine::describe(checkout), ANKI.in_words());
    let figures = format!("Measured on {on}.\n\n{}", table(&ours, &ankis));
    println!("\n{figures}\n");
    benchmarks_page::write(checkout, Part::Review, &figures)?;
    println!("The figures are in {}", benchmarks_page::path(checkout).display());
    Ok(())
}

/// Runs a program and adds the times that its last line tells.
fn add(times: &mut Times, command: &mut Command) -> Result<(), TaskError> {
    let (_, report) = process::ask(command)?;
    let last = report.trim().lines().next_back().unwrap_or_default();
    let found: Times = serde_json::from_str(last).map_err(|source| TaskError::NoTimes {
        program: process::said(command),
        last_words: last.to_owned(),
        source,
    })?;
    for (what, found) in found {
        times.entry(what).or_default().extend(found);
    }
    Ok(())
}

fn table(ours: &Times, ankis: &Times) -> String {
    let rows: Vec<[String; 6]> = WHAT
        .iter()
        .map(|(what, for_people)| {
            let (a, b) = (of(ours, what), of(ankis, what));
            [
                (*for_people).to_owned(),
                time(a.0),
                time(a.1),
                time(b.0),
                time(b.1),
                if (b.0 / a.0).is_finite() { format!("× {:.2}", b.0 / a.0) } else { String::new() },
            ]
        })
        .collect();
    let header = ["What", "Answerable", "95 of 100", "Anki", "95 of 100", "Compared"];
    markdown_table(1, header, &rows)
}

/// Median and 95th percentile; NaN when nothing was measured.
fn of(times: &Times, what: &str) -> (f64, f64) {
    let mut sorted = times.get(what).cloned().unwrap_or_default();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * 95).div_ceil(100).saturating_sub(1);
    (median(sorted.iter().copied()), sorted.get(place).copied().unwrap_or(f64::NAN))
}

/// `0.27 ms`
fn time(milliseconds: f64) -> String {
    match milliseconds {
        _ if milliseconds.is_nan() => String::new(),
        ..10.0 => format!("{milliseconds:.2} ms"),
        ..100.0 => format!("{milliseconds:.1} ms"),
        _ => format!("{milliseconds:.0} ms"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_stand_side_by_side() {
        let times = |answer: &[f64], year: &[f64]| -> Times {
            [("answer".to_owned(), answer.to_vec()), ("year".to_owned(), year.to_vec())].into()
        };
        let text = table(&times(&[0.2, 0.1, 9.0], &[4.0]), &times(&[0.4, 0.4], &[]));
        let expected = "\
| What                       | Answerable | 95 of 100 |    Anki | 95 of 100 | Compared |
| -------------------------- | ---------: | --------: | ------: | --------: | -------: |
| open                       |            |           |         |           |          |
| queue                      |            |           |         |           |          |
| queue towards an interview |            |           |         |           |          |
| answer a card              |    0.20 ms |   9.00 ms | 0.40 ms |   0.40 ms |   × 2.00 |
| search                     |            |           |         |           |          |
| statistics of a year       |    4.00 ms |   4.00 ms |         |           |          |
| statistics of ten years    |            |           |         |           |          |";
        assert_eq!(text, expected);
    }

    #[test]
    fn of_a_hundred_times_the_ninety_fifth_counts() {
        let times: Times = [("open".to_owned(), (1..=100).map(f64::from).collect())].into();
        assert_eq!(of(&times, "open"), (50.5, 95.0));
    }
}
