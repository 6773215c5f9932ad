//! What holds of any plan, and of any rehearsal.

use proptest::prelude::*;

use super::*;
use crate::CardState;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

#[derive(Debug, Clone)]
struct Question {
    competency: usize,
    weight: f32,
    minutes: f32,
    stories: Vec<u32>,
    card: Option<Card>,
}

fn any_card() -> impl Strategy<Value = Option<Card>> {
    let state = prop_oneof![
        6 => Just(CardState::Active),
        1 => (-3_i64..5).prop_map(|days| CardState::BuriedUntil(day(days))),
        1 => Just(CardState::Suspended),
    ];
    let memory = prop_oneof![
        1 => Just(None),
        6 => (0.1_f32..200.0, 1.0_f32..10.0).prop_map(|(stability, difficulty)| Some(Memory { stability, difficulty })),
    ];
    let card = (memory, -60_i64..2, -20_i64..60, state).prop_map(|(memory, last, due, state)| Card {
        memory,
        last_day: memory.map(|_| day(last)),
        state,
        ..Card::new(day(due))
    });
    proptest::option::weighted(0.8, card)
}

fn day(days: i64) -> Date {
    TODAY.saturating_add(jiff::Span::new().days(days))
}

fn any_question() -> impl Strategy<Value = Question> {
    let stories = proptest::collection::vec(0_u32..12, 0..3);
    (0..NAMES.len(), 0.5_f32..3.0, 1.0_f32..6.0, stories, any_card()).prop_map(
        |(competency, weight, minutes, stories, card)| Question {
            competency,
            weight,
            minutes,
            stories,
            card,
        },
    )
}

fn candidates(questions: &[Question]) -> impl Iterator<Item = Candidate<'_, usize>> {
    questions.iter().enumerate().map(|(key, question)| Candidate {
        key,
        competency: NAMES[question.competency],
        weight: question.weight,
        stories: &question.stories,
        minutes: question.minutes,
        card: question.card.as_ref(),
    })
}

proptest! {
    #[test]
    fn a_plan_keeps_its_promises(
        questions in proptest::collection::vec(any_question(), 0..40),
        minutes in 0.0_f32..60.0,
        new_left in 0_u32..4,
        interview in proptest::option::of(0_i64..60),
    ) {
        let limits = DayLimits {
            minutes,
            new_left,
            minutes_a_day: minutes,
            new_a_day: new_left,
            interview: interview.map(day),
        };
        let plan = plan_day(&scheduler(), candidates(&questions), TODAY, &limits);
        prop_assert_eq!(&plan, &plan_day(&scheduler(), candidates(&questions), TODAY, &limits));

        let of = |planned: &Planned<usize>| &questions[planned.key];
        let sum: f32 = plan.asked.iter().map(|planned| planned.minutes).sum();
        prop_assert!((sum - plan.minutes).abs() < 1e-3);
        let longest = plan.asked.iter().map(|planned| planned.minutes).fold(0.0, f32::max);
        prop_assert!(plan.minutes <= minutes + longest, "at most one over");
        let new = plan.asked.iter().filter(|planned| planned.is_new).count();
        prop_assert!(new <= new_left as usize);

        let mut keys: Vec<_> = plan.asked.iter().map(|planned| planned.key).chain(plan.left.clone()).collect();
        keys.sort_unstable();
        prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "each once");
        for planned in &plan.asked {
            prop_assert_eq!(planned.is_new, of(planned).card.is_none());
            prop_assert_eq!(planned.gain.is_some(), interview.is_some());
            if let Some(card) = of(planned).card {
                prop_assert!(card.takes_part(TODAY));
                prop_assert!(card.last_day.is_none_or(|last| last < TODAY) || card.is_due(TODAY));
                prop_assert!(interview.is_some() || card.is_due(TODAY));
            }
        }
        for &key in &plan.left {
            prop_assert!(questions[key].card.unwrap().is_due(TODAY));
        }
        prop_assert_eq!(plan.backlog.is_some(), interview.is_none() && !plan.left.is_empty());

        let mut told: Vec<u32> = plan
            .asked
            .iter()
            .flat_map(|planned| {
                let mut own = of(planned).stories.clone();
                own.sort_unstable();
                own.dedup();
                own
            })
            .collect();
        told.sort_unstable();
        prop_assert!(told.windows(2).all(|pair| pair[0] < pair[1]), "each story once");

        // Second attempts come last; in what comes before, no more repeats of a competency than there must be.
        let second = |planned: &Planned<usize>| {
            of(planned).card.is_some_and(|card| card.last_day.is_some_and(|last| last >= TODAY))
        };
        prop_assert!(plan.asked.is_sorted_by_key(second));
        let first: Vec<_> = plan.asked.iter().filter(|planned| !second(planned)).map(|planned| of(planned).competency).collect();
        let repeats = first.windows(2).filter(|pair| pair[0] == pair[1]).count();
        let most = (0..NAMES.len()).map(|name| first.iter().filter(|own| **own == name).count()).max().unwrap_or(0);
        prop_assert_eq!(repeats, (2 * most).saturating_sub(first.len() + 1));
    }
}

proptest! {
    // Each case rehearses some hundred days.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_shortfall_never_panics_and_adds_up(
        questions in proptest::collection::vec(any_question(), 0..12),
        minutes in 0.0_f32..20.0,
        new_left in 0_u32..3,
        ahead in 0_i64..7,
    ) {
        let limits = DayLimits {
            minutes,
            new_left,
            minutes_a_day: minutes,
            new_a_day: new_left,
            interview: Some(day(ahead)),
        };
        let short = shortfall(&scheduler(), candidates(&questions), TODAY, &limits);
        prop_assert_eq!(short, shortfall(&scheduler(), candidates(&questions), TODAY, &limits));
        if let Some(short) = short {
            prop_assert_eq!(short.ready + short.below, short.answers);
            prop_assert!(short.below > 0 && short.leave_out.is_none_or(|out| out > 0 && out < short.answers));
            prop_assert!(short.minutes_enough.is_none_or(|enough| enough >= minutes.floor()));
        }
    }
}
