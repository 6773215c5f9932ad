//! The scheduler against py-fsrs, the model's reference implementation.
//!
//! The numbers in `data/py_fsrs.json` were made by `tests/reference/fsrs_reference.py`, which says how.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use review::{Card, DesiredRetention, Grade, Scheduler, Weights};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    weights: Vec<Weights>,
    sequences: Vec<Sequence>,
}

#[derive(Deserialize)]
struct Sequence {
    /// Index into [`Reference::weights`].
    weights: usize,
    retention: DesiredRetention,
    steps: Vec<Step>,
}

/// Days since the step before, grade, then what py-fsrs makes of it: stability, difficulty, interval in days, and the
/// chance of recall just before (`None` the first time).
#[derive(Deserialize)]
struct Step(i64, u8, f64, f64, u32, Option<f64>);

const FIRST_DAY: Date = date(2026, 1, 1);

/// py-fsrs computes in 64 bits and the scheduler in 32; what that may cost over a whole sequence.
const STABILITY_RELATIVE: f64 = 1e-5;
const DIFFICULTY: f64 = 4e-6;

/// A stability of less, in days (half an hour), loses digits where the model subtracts 1 from a power just above it, and
/// whatever follows in the sequence inherits that. No interval notices: they are whole days.
const TINY_STABILITY: f64 = 0.02;
const STABILITY_RELATIVE_AFTER_TINY: f64 = 2e-5;
const RECALL: f64 = 2e-6;

/// The largest differences found.
#[derive(Debug, Default)]
struct Differences {
    steps: usize,
    stability: f64,
    stability_after_tiny: f64,
    steps_after_tiny: usize,
    difficulty: f64,
    recall: f64,
    intervals_off_by_one: usize,
}

/// FSRS-6's interval before rounding: the day on which recall will have faded to the retention wanted.
fn unrounded_interval(stability: f64, retention: f64, weights: &Weights) -> f64 {
    let decay = -f64::from(weights.as_slice()[20]);
    stability / (0.9_f64.powf(1.0 / decay) - 1.0) * (retention.powf(1.0 / decay) - 1.0)
}

fn follow(sequence: &Sequence, weights: &Weights, found: &mut Differences) {
    let scheduler = Scheduler::new(sequence.retention, weights).expect("checked weights");
    let mut card = Card::new(FIRST_DAY);
    let mut day = FIRST_DAY;
    let mut least_stability = f64::INFINITY;
    for &Step(elapsed, grade, stability, difficulty, interval, recall) in &sequence.steps {
        day = day.checked_add(elapsed.days()).expect("within the calendar");
        let grade = Grade::try_from(grade).expect("1 to 4");
        let outcome = scheduler.grade(&card, grade, day);
        let memory = outcome.card.memory.expect("it was just performed");

        assert_eq!(i64::from(outcome.elapsed_days), elapsed);
        found.steps += 1;
        least_stability = least_stability.min(stability);
        let relative = (f64::from(memory.stability) / stability - 1.0).abs();
        if least_stability < TINY_STABILITY {
            found.steps_after_tiny += 1;
            found.stability_after_tiny = found.stability_after_tiny.max(relative);
        } else {
            found.stability = found.stability.max(relative);
        }
        found.difficulty = found.difficulty.max((f64::from(memory.difficulty) - difficulty).abs());
        match (outcome.retrievability_before, recall) {
            (Some(ours), Some(theirs)) => found.recall = found.recall.max((f64::from(ours) - theirs).abs()),
            (ours, theirs) => assert_eq!((ours, theirs), (None, None)),
        }

        if grade == Grade::Again {
            // Ours to decide: what could not be given comes back the same day.
            assert_eq!(outcome.interval_days, 0);
        } else if outcome.interval_days != interval {
            let exact = unrounded_interval(stability, f64::from(sequence.retention.get()), weights);
            let from_boundary = (exact.fract() - 0.5).abs();
            assert!(
                outcome.interval_days.abs_diff(interval) == 1
                    && from_boundary < 2.0 * STABILITY_RELATIVE * exact,
                "{} days instead of {interval}, exactly {exact}",
                outcome.interval_days,
            );
            found.intervals_off_by_one += 1;
        }
        assert_eq!(outcome.card.due, day.saturating_add(Span::new().days(outcome.interval_days)));
        card = outcome.card;
    }
}

#[test]
fn every_step_agrees_with_py_fsrs() {
    let reference: Reference = serde_json::from_str(include_str!("data/py_fsrs.json")).unwrap();
    assert!(reference.sequences.len() >= 2_000);
    let mut found = Differences::default();
    for sequence in &reference.sequences {
        follow(sequence, &reference.weights[sequence.weights], &mut found);
    }
    println!("{found:#?}");
    assert!(found.stability < STABILITY_RELATIVE, "{found:?}");
    assert!(found.stability_after_tiny < STABILITY_RELATIVE_AFTER_TINY, "{found:?}");
    assert!(found.steps_after_tiny * 100 < found.steps, "{found:?}");
    assert!(found.difficulty < DIFFICULTY, "{found:?}");
    assert!(found.recall < RECALL, "{found:?}");
}
