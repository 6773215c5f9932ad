//! What the days ahead cost, if everything is performed when it comes and goes as is to be expected.

use std::collections::VecDeque;

use jiff::Span;
use jiff::civil::Date;

use super::odds::expected_after;
use crate::{Card, Scheduler};

/// A day to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForecastDay {
    /// The practice day.
    pub day: Date,
    /// Expected minutes of what comes back on it, second attempts at what will not come among them.
    pub minutes: f32,
    /// How many answers come back on it.
    pub cards: u32,
}

/// What comes back from `today` on, a day for each of `taken`: the minutes that each has to give to other things first.
/// `cards` come with their expected minutes.
///
/// What is overdue comes on the first days that have minutes left out of `minutes_a_day`, the longest overdue first and
/// at least one a day: as the plan spreads it. With no end of minutes all of it counts for today. What is suspended
/// stays away.
pub fn forecast<'a>(
    scheduler: &Scheduler,
    cards: impl IntoIterator<Item = (&'a Card, f32)>,
    today: Date,
    taken: &[f32],
    minutes_a_day: f32,
) -> Vec<ForecastDay> {
    let mut cards: Vec<(Card, f32)> = cards.into_iter().map(|(card, minutes)| (*card, minutes)).collect();
    let mut coming: Vec<Vec<usize>> = vec![Vec::new(); taken.len()];
    let mut overdue: Vec<usize> = Vec::new();
    for (index, (card, _)) in cards.iter().enumerate() {
        match card.comes_on() {
            Some(day) if day < today => overdue.push(index),
            Some(day) => come(&mut coming, index, today, day),
            None => {}
        }
    }
    overdue.sort_by_key(|&index| cards[index].0.due);
    let mut overdue = VecDeque::from(overdue);
    let mut days = Vec::with_capacity(taken.len());
    for (offset, &taken) in taken.iter().enumerate() {
        let day = today.saturating_add(Span::new().days(i64::try_from(offset).unwrap_or(i64::MAX)));
        let mut on = ForecastDay { day, minutes: taken, cards: 0 };
        let due = std::mem::take(&mut coming[offset]);
        // Those due on the day first, then those that wait: at least one, and as many as there are minutes for.
        let mut waited = 0;
        let mut due = due.into_iter();
        loop {
            let index = match due.next() {
                Some(index) => index,
                None => {
                    let fits = |&index: &usize| waited == 0 || on.minutes + cards[index].1 <= minutes_a_day;
                    let Some(index) = overdue.front().copied().filter(fits) else { break };
                    overdue.pop_front();
                    waited += 1;
                    index
                }
            };
            let (card, minutes) = cards[index];
            let (next, second_attempt) = expected_after(scheduler, &card, day);
            on.cards += 1;
            on.minutes += minutes * (1.0 + second_attempt);
            cards[index].0 = next;
            come(&mut coming, index, today, next.due);
        }
        days.push(on);
    }
    days
}

/// Puts a card on a day, unless that is past the last.
fn come(coming: &mut [Vec<usize>], index: usize, today: Date, day: Date) {
    let offset = usize::try_from((day - today).get_days()).ok();
    if let Some(day) = offset.and_then(|offset| coming.get_mut(offset)) {
        day.push(index);
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{CardState, DesiredRetention, Memory, Weights};

    const TODAY: Date = date(2026, 3, 10);

    fn scheduler() -> Scheduler {
        Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap()
    }

    /// A card of two minutes that was last performed ten days before it is due.
    fn due(days_from_today: i64) -> (Card, f32) {
        let due = TODAY + days_from_today.days();
        let card = Card {
            memory: Some(Memory { stability: 10.0, difficulty: 5.0 }),
            last_day: Some(due - 10.days()),
            ..Card::new(due)
        };
        (card, 2.0)
    }

    fn ahead(cards: &[(Card, f32)], taken: &[f32], minutes_a_day: f32) -> Vec<ForecastDay> {
        let cards = cards.iter().map(|(card, minutes)| (card, *minutes));
        forecast(&scheduler(), cards, TODAY, taken, minutes_a_day)
    }

    #[track_caller]
    fn check(cards: &[(Card, f32)], taken: &[f32], minutes_a_day: f32, expected: &[u32]) {
        let days = ahead(cards, taken, minutes_a_day);
        assert_eq!(days.iter().map(|day| day.cards).collect::<Vec<_>>(), expected);
        for (day, taken) in days.iter().zip(taken) {
            // Two minutes each, and less than half as much for second attempts.
            let own = day.minutes - taken;
            let cards = day.cards as f32;
            assert!((2.0 * cards..=3.0 * cards).contains(&own), "{own} for {cards}");
        }
    }

    #[test]
    fn each_card_stands_on_its_day() {
        check(&[], &[0.0; 3], 30.0, &[0; 3]);
        check(&[due(0), due(2), due(2), due(9)], &[0.0; 4], 30.0, &[1, 0, 2, 0]);
        check(&[due(1)], &[0.5, 0.5], 30.0, &[0, 1]);
        check(&[due(0)], &[], 30.0, &[]);
    }

    #[test]
    fn what_is_overdue_is_spread_by_the_minutes_a_day() {
        let overdue = [due(-9), due(-1), due(-4), due(-2), due(-3)];
        check(&overdue, &[0.0; 4], 5.0, &[2, 2, 1, 0]);
        check(&overdue, &[0.0; 2], f32::INFINITY, &[5, 0]);
        // What is due on the day itself has its place, and one that is overdue beside it.
        check(&[due(-1), due(-1), due(0), due(0)], &[0.0; 3], 3.0, &[3, 1, 0]);
        // Minutes that are taken leave fewer.
        check(&[due(-1), due(-1), due(-1)], &[2.0, 0.0], 5.0, &[1, 2]);
    }

    #[test]
    fn what_was_performed_comes_again_and_what_is_away_stays_away() {
        let days = ahead(&[(Card::new(TODAY), 3.0)], &[0.0; 21], 30.0);
        let performed: Vec<usize> = (0..21).filter(|&day| days[day].cards > 0).collect();
        assert!(performed.len() >= 3 && performed[0] == 0, "{performed:?}");
        let gaps: Vec<usize> = performed.windows(2).map(|two| two[1] - two[0]).collect();
        assert!(gaps.is_sorted(), "ever further apart: {performed:?}");

        let mut buried = due(-3);
        buried.0.state = CardState::BuriedUntil(TODAY + 1.days());
        let mut suspended = due(0);
        suspended.0.state = CardState::Suspended;
        check(&[buried, suspended], &[0.0; 2], 30.0, &[0, 1]);
    }

    #[test]
    fn it_ends_where_the_calendar_does() {
        let cards = [(Card::new(Date::MAX), 2.0)];
        let cards = cards.iter().map(|(card, minutes)| (card, *minutes));
        let days = forecast(&scheduler(), cards, Date::MAX, &[0.0; 2], 30.0);
        assert_eq!((days[0].cards, days.len()), (1, 2));
    }

    proptest! {
        #[test]
        fn nothing_comes_twice_on_a_day_and_the_backlog_gets_done(
            dues in proptest::collection::vec(-40_i64..20, 0..40),
            minutes_a_day in 5_u8..60,
        ) {
            let cards: Vec<_> = dues.iter().map(|&days| due(days)).collect();
            let days = ahead(&cards, &[0.0; 60], f32::from(minutes_a_day));
            let performed: u32 = days.iter().map(|day| day.cards).sum();
            prop_assert!(performed as usize >= cards.len(), "each at least once in 60 days");
            prop_assert!(days.iter().all(|day| day.cards as usize <= cards.len()));
        }
    }
}
