//! How likely each grade is, and what a performance adds to recall on a later day.

use jiff::Span;
use jiff::civil::Date;

use crate::{Card, Grade, Memory, Scheduler};

/// Chances of Again, Hard, Good and Easy the first time: the averages of FSRS's own simulator, from the logs of its
/// users.
const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];

/// Chances of Hard, Good and Easy when it was remembered, from the same source.
const REMEMBERED: [f32; 3] = [0.224, 0.631, 0.145];

/// The chances of the grades, in the order of [`Grade::ALL`], when the chance of remembering is `recall`; `None` for a
/// first performance.
pub fn grade_odds(recall: Option<f32>) -> [f32; 4] {
    match recall {
        None => FIRST,
        Some(recall) => {
            let [hard, good, easy] = REMEMBERED.map(|chance| recall * chance);
            [1.0 - recall, hard, good, easy]
        }
    }
}

/// The grade that `draw`, 0 to 1, falls on when the grades are as likely as `odds` says.
pub fn drawn(odds: [f32; 4], draw: f32) -> Grade {
    let mut below = 0.0;
    for (grade, chance) in Grade::ALL.into_iter().zip(odds) {
        below += chance;
        if draw < below {
            return grade;
        }
    }
    Grade::Easy
}

/// The recall to be expected on the day `on` if `card` is performed `today`: over all grades, as likely as they are.
pub fn recall_if_performed(scheduler: &Scheduler, card: &Card, today: Date, on: Date) -> f32 {
    let odds = grade_odds(scheduler.retrievability(card, today));
    let after = scheduler.recall_after(card, today, on);
    odds.into_iter().zip(after).map(|(chance, recall)| chance * recall).sum()
}

/// The card after a performance on `day` that goes as is to be expected, and the chance that it takes a second attempt.
///
/// Its memory is the mean over the grades, of stability on a logarithmic scale, on which the model works.
pub fn expected_after(scheduler: &Scheduler, card: &Card, day: Date) -> (Card, f32) {
    let odds = grade_odds(scheduler.retrievability(card, day));
    let outcomes = scheduler.preview(card, day);
    let mut stability = 0.0;
    let mut difficulty = 0.0;
    for (chance, outcome) in odds.into_iter().zip(outcomes) {
        let memory = outcome.card.memory.expect("it was just performed");
        stability += chance * memory.stability.ln();
        difficulty += chance * memory.difficulty;
    }
    let memory = Memory { stability: stability.exp(), difficulty };
    let days = Span::new().days(scheduler.interval_days(memory.stability));
    let [_, _, good, _] = outcomes;
    (Card { memory: Some(memory), due: day.saturating_add(days), ..good.card }, odds[0])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{DesiredRetention, Weights};

    #[test]
    fn chances_add_up_to_one() {
        for recall in [None, Some(0.0), Some(0.3), Some(0.9), Some(1.0)] {
            let sum: f32 = grade_odds(recall).into_iter().sum();
            assert!((sum - 1.0).abs() < 1e-6, "{recall:?}: {sum}");
        }
    }

    #[test]
    fn draws_fall_where_the_chances_say() {
        let odds = [0.25, 0.25, 0.25, 0.25];
        let check = |draw, grade| assert_eq!(drawn(odds, draw), grade, "{draw}");
        check(0.0, Grade::Again);
        check(0.25, Grade::Hard);
        check(0.6, Grade::Good);
        check(0.99, Grade::Easy);
        check(1.0, Grade::Easy);
    }

    #[test]
    fn what_is_expected_is_the_mean_over_the_grades() {
        let scheduler = Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap();
        let (today, on) = (date(2026, 3, 10), date(2026, 3, 31));
        let new = Card::new(today);
        for card in [new, scheduler.grade(&new, Grade::Good, date(2026, 3, 1)).card] {
            let odds = grade_odds(scheduler.retrievability(&card, today));
            let outcomes = scheduler.preview(&card, today);
            let expected: f32 = odds
                .iter()
                .zip(outcomes)
                .map(|(chance, outcome)| chance * scheduler.retrievability(&outcome.card, on).unwrap())
                .sum();
            assert!((recall_if_performed(&scheduler, &card, today, on) - expected).abs() < 1e-6);
        }
    }
}
