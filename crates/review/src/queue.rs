//! The order in which due answers are asked.

use jiff::civil::Date;

use crate::{Card, Scheduler};

/// One card that may be waiting. Keys mean nothing to this crate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting<'a, K> {
    /// What the caller knows the card by. Also decides between cards that are equal otherwise.
    pub key: K,
    /// The competency its question belongs to.
    pub competency: &'a str,
    /// The card.
    pub card: &'a Card,
}

/// When in the day a card's turn comes, before anything else is looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Overdue,
    DueToday,
    NeverPerformed,
    /// It did not come back earlier today: last, to leave as much time between as the session has.
    AgainToday,
}

/// The keys of the cards to ask on `today`, in order: overdue, due today, never performed, and last those that have
/// been performed today already; within each, the one most likely forgotten first.
///
/// Two of one competency follow each other only where the mix leaves no other way. For that a card may move forward
/// past others; second attempts of today stay behind everything else all the same.
/// Suspended and buried cards are left out.
pub fn queue<'a, K: Ord>(
    scheduler: &Scheduler,
    cards: impl IntoIterator<Item = Waiting<'a, K>>,
    today: Date,
) -> Vec<K> {
    let mut due = in_turn(scheduler, cards, today);
    let seconds = due.partition_point(|(turn, ..)| *turn < Turn::AgainToday);
    let seconds = due.split_off(seconds);
    let mut order = Vec::with_capacity(due.len() + seconds.len());
    let mut last = None;
    for part in [due, seconds] {
        let part = part.into_iter().map(|(_, _, waiting)| (waiting.competency, waiting.key)).collect();
        last = interleave(part, last, &mut order);
    }
    order
}

/// What is due on `today`, in the order of [`queue`] before competencies alternate.
pub fn ranked<'a, K: Ord>(
    scheduler: &Scheduler,
    cards: impl IntoIterator<Item = Waiting<'a, K>>,
    today: Date,
) -> Vec<Waiting<'a, K>> {
    in_turn(scheduler, cards, today).into_iter().map(|(_, _, waiting)| waiting).collect()
}

fn in_turn<'a, K: Ord>(
    scheduler: &Scheduler,
    cards: impl IntoIterator<Item = Waiting<'a, K>>,
    today: Date,
) -> Vec<(Turn, f32, Waiting<'a, K>)> {
    let mut due: Vec<_> = cards
        .into_iter()
        .filter(|waiting| waiting.card.is_due(today))
        .map(|waiting| {
            let recall = scheduler.retrievability(waiting.card, today);
            (turn(waiting.card, recall, today), recall.unwrap_or(0.0), waiting)
        })
        .collect();
    due.sort_by(|(turn_a, recall_a, a), (turn_b, recall_b, b)| {
        turn_a
            .cmp(turn_b)
            .then(recall_a.total_cmp(recall_b))
            .then(a.card.due.cmp(&b.card.due))
            .then_with(|| a.key.cmp(&b.key))
    });
    due
}

fn turn(card: &Card, recall: Option<f32>, today: Date) -> Turn {
    match (recall, card.last_day) {
        (None, _) => Turn::NeverPerformed,
        (Some(_), Some(last)) if last >= today => Turn::AgainToday,
        (Some(_), _) if card.due < today => Turn::Overdue,
        (Some(_), _) => Turn::DueToday,
    }
}

/// The cards of one competency that have not been placed yet, best first, each with its rank over all.
struct Remaining<'a, K> {
    competency: &'a str,
    cards: std::vec::IntoIter<(usize, K)>,
}

/// Moves `ranked` to the end of `order`, keeping to the ranking as far as the fewest possible repeats of a competency
/// allow. Returns the competency it ends on.
pub fn interleave<'a, K>(
    ranked: Vec<(&'a str, K)>,
    mut last: Option<&'a str>,
    order: &mut Vec<K>,
) -> Option<&'a str> {
    let mut groups: Vec<(&str, Vec<(usize, K)>)> = Vec::new();
    for (rank, (competency, key)) in ranked.into_iter().enumerate() {
        match groups.iter_mut().find(|(name, _)| *name == competency) {
            Some((_, cards)) => cards.push((rank, key)),
            None => groups.push((competency, vec![(rank, key)])),
        }
    }
    let mut groups: Vec<_> = groups
        .into_iter()
        .map(|(competency, cards)| Remaining { competency, cards: cards.into_iter() })
        .collect();

    loop {
        // The best card among those whose choice costs the fewest repeats, now and for the rest of the way.
        let next = (0..groups.len())
            .filter_map(|index| {
                let rank = groups[index].cards.as_slice().first()?.0;
                Some((repeats_if_next(&groups, index, last), rank, index))
            })
            .min();
        let Some((_, _, index)) = next else { return last };
        last = Some(groups[index].competency);
        order.extend(groups[index].cards.next().map(|(_, key)| key));
    }
}

/// The fewest repeats still to come if the next card is taken from `groups[taken]`.
///
/// Of `n` cards left, a competency with `c` of them fits without a repeat into the `n - c` others' gaps: before,
/// between and after them, without the gap before if the card in front is its own. What does not fit repeats.
fn repeats_if_next<K>(groups: &[Remaining<'_, K>], taken: usize, last: Option<&str>) -> usize {
    let left = |index: usize| groups[index].cards.len() - usize::from(index == taken);
    let all: usize = (0..groups.len()).map(left).sum();
    let now = usize::from(last == Some(groups[taken].competency));
    let later = (0..groups.len())
        .map(|index| {
            let own = left(index);
            let gaps = all - own + usize::from(index != taken);
            own.saturating_sub(gaps)
        })
        .max();
    now + later.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{CardState, DesiredRetention, Memory, Weights};

    const TODAY: Date = date(2026, 3, 10);

    fn scheduler() -> Scheduler {
        Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap()
    }

    fn card(stability: f32, last_day: Date, due: Date) -> Card {
        Card {
            memory: Some(Memory { stability, difficulty: 5.0 }),
            last_day: Some(last_day),
            ..Card::new(due)
        }
    }

    fn ask<'a>(cards: &'a [(&'static str, &'a str, Card)]) -> Vec<&'static str> {
        let waiting = cards.iter().map(|(key, competency, card)| Waiting { key: *key, competency, card });
        queue(&scheduler(), waiting, TODAY)
    }

    #[test]
    fn what_is_most_likely_forgotten_comes_first_and_second_attempts_last() {
        let earlier = date(2026, 3, 1);
        let order = ask(&[
            ("again today", "a", card(0.1, TODAY, TODAY)),
            ("new", "b", Card::new(TODAY)),
            ("due today", "c", card(1.0, earlier, TODAY)),
            ("overdue", "d", card(8.0, earlier, date(2026, 3, 9))),
            ("overdue and faint", "e", card(2.0, earlier, date(2026, 3, 9))),
            ("not yet", "f", card(8.0, earlier, date(2026, 3, 11))),
        ]);
        assert_eq!(order, ["overdue and faint", "overdue", "due today", "new", "again today"]);
    }

    #[test]
    fn suspended_and_buried_are_left_out() {
        let order = ask(&[
            ("suspended", "a", Card { state: CardState::Suspended, ..Card::new(TODAY) }),
            ("buried", "b", Card { state: CardState::BuriedUntil(date(2026, 3, 11)), ..Card::new(TODAY) }),
            ("was buried", "c", Card { state: CardState::BuriedUntil(TODAY), ..Card::new(TODAY) }),
        ]);
        assert_eq!(order, ["was buried"]);
    }

    #[test]
    fn competencies_alternate_and_the_ranking_bends_only_as_far_as_it_must() {
        let ranked = |days| card(days, date(2026, 3, 1), date(2026, 3, 9));
        let order = ask(&[
            ("a1", "a", ranked(1.0)),
            ("a2", "a", ranked(2.0)),
            ("b1", "b", ranked(3.0)),
            ("c1", "c", ranked(4.0)),
            ("b2", "b", ranked(5.0)),
        ]);
        assert_eq!(order, ["a1", "b1", "a2", "c1", "b2"]);
        // Taken one by one, b and c would be used up first and leave a a a.
        let order = ask(&[
            ("b1", "b", ranked(1.0)),
            ("c1", "c", ranked(2.0)),
            ("a1", "a", ranked(3.0)),
            ("a2", "a", ranked(4.0)),
            ("a3", "a", ranked(5.0)),
        ]);
        assert_eq!(order, ["a1", "b1", "a2", "c1", "a3"]);
    }

    #[test]
    fn one_competency_alone_is_asked_all_the_same() {
        let order = ask(&[("1", "a", Card::new(TODAY)), ("2", "a", Card::new(TODAY))]);
        assert_eq!(order, ["1", "2"]);
    }

    /// The fewest repeats in any order of cards with these competencies, by trying all.
    fn fewest_repeats(counts: &mut [usize; 3], last: Option<usize>) -> usize {
        let mut best = None;
        for next in 0..counts.len() {
            if counts[next] > 0 {
                counts[next] -= 1;
                let repeats = usize::from(last == Some(next)) + fewest_repeats(counts, Some(next));
                counts[next] += 1;
                best = Some(best.map_or(repeats, |best: usize| best.min(repeats)));
            }
        }
        best.unwrap_or(0)
    }

    proptest! {
        #[test]
        fn all_due_cards_once_with_the_fewest_repeats_there_can_be(
            picked in proptest::collection::vec((0_usize..3, 1.0_f32..50.0), 0..9),
        ) {
            const NAMES: [&str; 3] = ["a", "b", "c"];
            let cards: Vec<_> =
                picked.iter().map(|&(_, stability)| card(stability, date(2026, 3, 1), TODAY)).collect();
            let order = queue(
                &scheduler(),
                cards.iter().enumerate().map(|(key, card)| Waiting { key, competency: NAMES[picked[key].0], card }),
                TODAY,
            );

            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..picked.len()).collect::<Vec<_>>());

            let repeats = order.windows(2).filter(|pair| picked[pair[0]].0 == picked[pair[1]].0).count();
            let mut counts = [0; 3];
            for (competency, _) in &picked {
                counts[*competency] += 1;
            }
            prop_assert_eq!(repeats, fewest_repeats(&mut counts, None));
        }
    }
}
