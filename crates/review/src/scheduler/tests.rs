use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::weights::tests::any_weights;

const TODAY: Date = date(2026, 3, 10);

fn scheduler() -> Scheduler {
    Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap()
}

fn known(stability: f32, last_day: Date) -> Card {
    Card {
        memory: Some(Memory { stability, difficulty: 5.0 }),
        last_day: Some(last_day),
        reps: 3,
        ..Card::new(TODAY)
    }
}

fn any_grade() -> impl Strategy<Value = Grade> {
    proptest::sample::select(&Grade::ALL[..])
}

/// Performances as gaps in days, now and then with the clock set back.
fn any_log() -> impl Strategy<Value = Vec<(Date, Grade)>> {
    let gap = prop_oneof![3 => Just(0), 6 => 1..60_i64, 1 => -400..4000_i64];
    proptest::collection::vec((gap, any_grade()), 1..20).prop_map(|steps| {
        steps
            .into_iter()
            .scan(TODAY, |day, (gap, grade)| {
                *day = day.saturating_add(gap.days());
                Some((*day, grade))
            })
            .collect()
    })
}

#[test]
fn first_grades_give_the_published_first_intervals() {
    let intervals = scheduler().preview(&Card::new(TODAY), TODAY).map(|outcome| outcome.interval_days);
    assert_eq!(intervals, [0, 1, 2, 8]);
}

#[test]
fn again_comes_back_the_same_day_and_the_rest_tomorrow_at_the_earliest() {
    for card in [Card::new(TODAY), known(0.01, TODAY), known(0.01, date(2026, 3, 1)), known(400.0, TODAY)] {
        let [again, hard, good, easy] = scheduler().preview(&card, TODAY);
        assert_eq!(again.card.due, TODAY);
        for outcome in [hard, good, easy] {
            assert!(outcome.card.due > TODAY, "{outcome:?}");
        }
    }
}

#[test]
fn a_second_time_on_one_day_has_nothing_elapsed_and_certain_recall() {
    let first = scheduler().grade(&Card::new(TODAY), Grade::Good, TODAY);
    let second = scheduler().grade(&first.card, Grade::Good, TODAY);
    assert_eq!(second.elapsed_days, 0);
    assert_eq!(second.retrievability_before, Some(1.0));
    assert!(second.card.due > TODAY);
    assert_eq!(second.card.reps, 2);
}

#[test]
fn a_first_performance_counts_from_nothing_even_if_a_day_is_noted() {
    let odd = Card { last_day: Some(date(2025, 3, 10)), ..Card::new(TODAY) };
    let outcome = scheduler().grade(&odd, Grade::Good, TODAY);
    assert_eq!(outcome.elapsed_days, 0);
    assert_eq!(outcome, scheduler().grade(&Card::new(TODAY), Grade::Good, TODAY));
}

#[test]
fn a_damaged_memory_is_taken_as_none() {
    for stability in [f32::NAN, f32::INFINITY, 0.0, -1.0] {
        let outcome = scheduler().grade(&known(stability, date(2026, 3, 1)), Grade::Good, TODAY);
        assert_eq!(outcome.card.memory, scheduler().grade(&Card::new(TODAY), Grade::Good, TODAY).card.memory);
        assert_eq!(scheduler().retrievability(&known(stability, TODAY), TODAY), None);
    }
}

#[test]
fn a_clock_set_back_by_years_does_no_harm() {
    let future = scheduler().grade(&Card::new(date(2040, 1, 1)), Grade::Good, date(2040, 1, 1)).card;
    let outcome = scheduler().grade(&future, Grade::Good, TODAY);
    assert_eq!(outcome.elapsed_days, 0);
    assert_eq!(outcome.card.last_day, Some(TODAY));
    assert!((1..30).contains(&outcome.interval_days));
    assert_eq!(scheduler().retrievability(&future, TODAY), Some(1.0));
}

/// Grades Good at each instant, in its zone, with days from 4 am; gives the days elapsed as the model saw them.
fn elapsed(performances: &[(&str, &str)]) -> Vec<u32> {
    let mut card = Card::new(TODAY);
    performances
        .iter()
        .map(|(instant, zone)| {
            let tz = jiff::tz::TimeZone::get(zone).unwrap();
            let day = crate::practice_day(instant.parse().unwrap(), &tz, crate::DayStart::default());
            let outcome = scheduler().grade(&card, Grade::Good, day);
            assert!(outcome.card.due > day && outcome.interval_days >= 1, "{instant} {zone}");
            card = outcome.card;
            outcome.elapsed_days
        })
        .collect()
}

#[test]
fn a_night_in_which_clocks_change_is_one_night() {
    let berlin = "Europe/Berlin";
    // 29 March 2026 has 23 hours and 25 October 25: evening, past midnight, the hour of the change, evening again.
    let forward = [
        ("2026-03-28T21:00:00Z", berlin),
        ("2026-03-28T23:30:00Z", berlin),
        ("2026-03-29T01:59:00Z", berlin),
        ("2026-03-29T02:00:00Z", berlin),
        ("2026-03-29T20:00:00Z", berlin),
    ];
    assert_eq!(elapsed(&forward), [0, 0, 0, 1, 0]);
    let back = [
        ("2026-10-24T20:00:00Z", berlin),
        ("2026-10-25T00:30:00Z", berlin),
        ("2026-10-25T01:30:00Z", berlin),
        ("2026-10-25T02:59:00Z", berlin),
        ("2026-10-25T03:00:00Z", berlin),
        ("2026-10-25T21:00:00Z", berlin),
    ];
    assert_eq!(elapsed(&back), [0, 0, 0, 0, 1, 0]);
}

#[test]
fn another_time_zone_in_the_middle_of_a_session_costs_no_day_twice() {
    // From Tokyo's morning to Los Angeles the afternoon before, and on to the next evening there.
    let west = [
        ("2026-03-11T00:00:00Z", "Asia/Tokyo"),
        ("2026-03-11T00:20:00Z", "America/Los_Angeles"),
        ("2026-03-12T02:00:00Z", "America/Los_Angeles"),
    ];
    assert_eq!(elapsed(&west), [0, 0, 1]);
    // And across the date line the other way: a day is over at once, which is what the calendar there says.
    let east = [
        ("2026-03-11T00:00:00Z", "America/Los_Angeles"),
        ("2026-03-11T00:20:00Z", "Asia/Tokyo"),
        ("2026-03-11T14:00:00Z", "Asia/Tokyo"),
    ];
    assert_eq!(elapsed(&east), [0, 1, 0]);
}

#[test]
fn a_clock_set_forward_by_years_and_back_again_leaves_a_card_to_work_with() {
    let there_and_back = [
        ("2026-03-10T12:00:00Z", "UTC"),
        ("2039-03-10T12:00:00Z", "UTC"),
        ("2026-03-11T12:00:00Z", "UTC"),
        ("2026-03-14T12:00:00Z", "UTC"),
        ("1999-03-14T12:00:00Z", "UTC"),
        ("1999-03-16T12:00:00Z", "UTC"),
    ];
    assert_eq!(elapsed(&there_and_back), [0, 4748, 0, 3, 0, 2]);
}

#[test]
fn dates_stop_at_the_end_of_the_calendar() {
    let outcome = scheduler().grade(&known(36_500.0, date(9990, 1, 1)), Grade::Easy, date(9999, 1, 1));
    assert_eq!(outcome.card.due, Date::MAX);
    assert_eq!(outcome.interval_days, MAX_INTERVAL_DAYS);
}

#[test]
fn a_lapse_is_a_day_of_forgetting_not_an_attempt() {
    let scheduler = scheduler();
    let again = |card: &Card, day| scheduler.grade(card, Grade::Again, day).card;
    let mut card = again(&Card::new(TODAY), TODAY);
    assert_eq!(card.lapses, 0, "never known, so not forgotten");
    for (later, lapses) in [(1, 1), (1, 1), (2, 2), (9, 3), (9, 3)] {
        card = again(&card, TODAY.saturating_add(later.days()));
        assert_eq!(card.lapses, lapses);
        assert_eq!(card.wants_rewrite(), lapses >= 3);
    }
}

#[test]
fn grading_ends_a_burial_but_not_a_suspension() {
    let buried = Card { state: CardState::BuriedUntil(date(2026, 4, 1)), ..Card::new(TODAY) };
    assert_eq!(scheduler().grade(&buried, Grade::Good, TODAY).card.state, CardState::Active);
    let suspended = Card { state: CardState::Suspended, ..Card::new(TODAY) };
    assert_eq!(scheduler().grade(&suspended, Grade::Good, TODAY).card.state, CardState::Suspended);
}

#[test]
fn nothing_logged_is_no_card() {
    assert_eq!(scheduler().rebuild(&[]), None);
}

#[test]
fn ninety_per_cent_are_left_after_one_stability() {
    let recall = scheduler().retrievability(&known(20.0, TODAY), date(2026, 3, 30)).unwrap();
    assert!((recall - 0.9).abs() < 1e-6, "{recall}");
}

proptest! {
    #[test]
    fn preview_says_what_grade_does(log in any_log(), grade in any_grade(), later in 0..100_i64) {
        let scheduler = scheduler();
        let card = scheduler.rebuild(&log).unwrap();
        let day = card.last_day.unwrap().saturating_add(later.days());
        let shown = scheduler.preview(&card, day)[usize::from(grade.number()) - 1];
        prop_assert_eq!(shown, scheduler.grade(&card, grade, day));
    }

    #[test]
    fn rebuilding_is_replaying(log in any_log()) {
        let scheduler = scheduler();
        let mut card = Card::new(log[0].0);
        for (index, &(day, grade)) in log.iter().enumerate() {
            card = scheduler.grade(&card, grade, day).card;
            prop_assert_eq!(scheduler.rebuild(&log[..=index]), Some(card));
        }
        prop_assert_eq!(card.reps as usize, log.len());
    }

    #[test]
    fn whatever_the_weights_and_the_log_the_numbers_stay_sane(
        weights in any_weights(),
        retention in -1.0_f32..2.0,
        log in any_log(),
    ) {
        let scheduler = Scheduler::new(DesiredRetention::new(retention).unwrap(), &weights).unwrap();
        let mut card = Card::new(log[0].0);
        for (day, grade) in log {
            let outcomes = scheduler.preview(&card, day);
            for pair in outcomes.windows(2) {
                prop_assert!(pair[0].interval_days <= pair[1].interval_days);
                prop_assert!(pair[0].card.due <= pair[1].card.due);
            }
            for outcome in outcomes {
                let memory = outcome.card.memory.unwrap();
                prop_assert!((0.001..=36_500.0).contains(&memory.stability), "{:?}", memory);
                prop_assert!((1.0..=10.0).contains(&memory.difficulty), "{:?}", memory);
                prop_assert!(outcome.interval_days <= MAX_INTERVAL_DAYS);
                prop_assert!(outcome.card.due >= day);
                prop_assert!(outcome.retrievability_before.is_none_or(|r| (0.0..=1.0).contains(&r)));
            }
            card = outcomes[usize::from(grade.number()) - 1].card;
        }
    }

    #[test]
    fn recall_only_fades(log in any_log(), soon in 0..1000_i64, more in 0..1000_i64) {
        let scheduler = scheduler();
        let card = scheduler.rebuild(&log).unwrap();
        let on = |days: i64| scheduler.retrievability(&card, card.last_day.unwrap().saturating_add(days.days()));
        prop_assert!(on(soon) >= on(soon + more));
    }
}
