//! Minutes of review on the days to come, were every answer to come back as Good.

use std::collections::VecDeque;

use jiff::{ToSpan, civil::Date};
use review::{Card, CardState, Grade, Scheduler};

/// An answer in rotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct InRotation {
    /// Its card.
    pub(super) card: Card,
    /// Minutes that giving it is expected to take.
    pub(super) minutes: f32,
}

/// A day to come.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct DueOn {
    /// Minutes of everything due.
    pub(super) minutes: f32,
    /// Answers among it.
    pub(super) answers: u32,
}

/// What will be due from `today` on, one entry for each of `taken`: the minutes that each day has to give to other
/// things of review first.
///
/// Each answer is given on the day it comes, and comes again as after Good. What is overdue comes first on the days
/// that have minutes left out of `minutes_a_day`, the longest overdue first and at least one a day: as the plan
/// spreads it. What is suspended stays away.
pub(super) fn forecast(
    scheduler: &Scheduler,
    answers: &[InRotation],
    taken: &[f32],
    today: Date,
    minutes_a_day: f32,
) -> Vec<DueOn> {
    let mut cards: Vec<Card> = answers.iter().map(|answer| answer.card).collect();
    let mut coming: Vec<Vec<usize>> = vec![Vec::new(); taken.len()];
    let mut overdue: Vec<usize> = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        match comes_on(card) {
            Some(day) if day < today => overdue.push(index),
            Some(day) => come(&mut coming, index, today, day),
            None => {}
        }
    }
    overdue.sort_by_key(|&index| cards[index].due);
    let mut overdue = VecDeque::from(overdue);
    let mut days = Vec::with_capacity(taken.len());
    for (offset, &taken) in taken.iter().enumerate() {
        let mut given = std::mem::take(&mut coming[offset]);
        let mut minutes = taken + given.iter().map(|&index| answers[index].minutes).sum::<f32>();
        let mut first = true;
        while let Some(&index) = overdue.front()
            && (first || minutes + answers[index].minutes <= minutes_a_day)
        {
            overdue.pop_front();
            minutes += answers[index].minutes;
            given.push(index);
            first = false;
        }
        let day = today.saturating_add(i64::try_from(offset).unwrap_or(i64::MAX).days());
        for &index in &given {
            cards[index] = scheduler.grade(&cards[index], Grade::Good, day).card;
            come(&mut coming, index, today, cards[index].due);
        }
        days.push(DueOn { minutes, answers: u32::try_from(given.len()).unwrap_or(u32::MAX) });
    }
    days
}

/// The day from which it can be asked; none while it is suspended.
fn comes_on(card: &Card) -> Option<Date> {
    match card.state {
        CardState::Active => Some(card.due),
        CardState::BuriedUntil(day) => Some(card.due.max(day)),
        CardState::Suspended => None,
    }
}

/// Puts an answer on a day, unless that is past the last.
fn come(coming: &mut [Vec<usize>], index: usize, today: Date, day: Date) {
    let offset = usize::try_from((day - today).get_days()).ok();
    if let Some(day) = offset.and_then(|offset| coming.get_mut(offset)) {
        day.push(index);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use review::{DesiredRetention, Memory, Weights};

    use super::*;

    const TODAY: Date = date(2026, 3, 10);

    fn scheduler() -> Scheduler {
        Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap()
    }

    /// An answer of two minutes that was last given ten days before it is due.
    fn due(days_from_today: i64) -> InRotation {
        let due = TODAY + days_from_today.days();
        let card = Card {
            memory: Some(Memory { stability: 10.0, difficulty: 5.0 }),
            last_day: Some(due - 10.days()),
            ..Card::new(due)
        };
        InRotation { card, minutes: 2.0 }
    }

    #[track_caller]
    fn check(answers: &[InRotation], taken: &[f32], minutes_a_day: f32, expected: &[(u32, f32)]) {
        let days = forecast(&scheduler(), answers, taken, TODAY, minutes_a_day);
        let days: Vec<(u32, f32)> = days.iter().map(|day| (day.answers, day.minutes)).collect();
        assert_eq!(days, expected);
    }

    #[test]
    fn each_answer_stands_on_its_day() {
        check(&[], &[0.0; 3], 30.0, &[(0, 0.0); 3]);
        check(&[due(0), due(2), due(2), due(9)], &[0.0; 4], 30.0, &[(1, 2.0), (0, 0.0), (2, 4.0), (0, 0.0)]);
        check(&[due(1)], &[0.5, 0.5], 30.0, &[(0, 0.5), (1, 2.5)]);
        check(&[due(0)], &[], 30.0, &[]);
    }

    #[test]
    fn what_is_overdue_is_spread_by_the_minutes_a_day() {
        let overdue = [due(-9), due(-1), due(-4), due(-2), due(-3)];
        check(&overdue, &[0.0; 4], 4.0, &[(2, 4.0), (2, 4.0), (1, 2.0), (0, 0.0)]);
        // What is due on the day itself has its place, and one that is overdue beside it.
        check(&[due(-1), due(-1), due(0), due(0)], &[0.0; 3], 3.0, &[(3, 6.0), (1, 2.0), (0, 0.0)]);
        // Minutes that are taken leave fewer.
        check(&[due(-1), due(-1), due(-1)], &[2.0, 0.0], 4.0, &[(1, 4.0), (2, 4.0)]);
    }

    #[test]
    fn what_was_given_comes_again_and_what_is_away_stays_away() {
        let new = InRotation { card: Card::new(TODAY), minutes: 3.0 };
        // A first Good comes again after two days, then after more.
        let days = forecast(&scheduler(), &[new], &[0.0; 14], TODAY, 30.0);
        let given: Vec<usize> = (0..14).filter(|&day| days[day].answers > 0).collect();
        assert_eq!(given[..2], [0, 2]);
        assert!(given.len() == 3 && given[2] > 4, "{given:?}");

        let mut buried = due(-3);
        buried.card.state = CardState::BuriedUntil(TODAY + 1.days());
        let mut suspended = due(0);
        suspended.card.state = CardState::Suspended;
        check(&[buried, suspended], &[0.0; 2], 30.0, &[(0, 0.0), (1, 2.0)]);
    }

    proptest! {
        #[test]
        fn nothing_is_given_twice_on_a_day_and_the_backlog_gets_done(
            dues in proptest::collection::vec(-40_i64..20, 0..40),
            minutes_a_day in 5_u8..60,
        ) {
            let answers: Vec<InRotation> = dues.iter().map(|&days| due(days)).collect();
            let days = forecast(&scheduler(), &answers, &[0.0; 60], TODAY, f32::from(minutes_a_day));
            let given: u32 = days.iter().map(|day| day.answers).sum();
            prop_assert!(given as usize >= answers.len(), "each at least once in 60 days");
            for day in &days {
                prop_assert!(day.answers as usize <= answers.len());
                prop_assert!((day.minutes - 2.0 * day.answers as f32).abs() < 1e-3);
            }
        }
    }
}
