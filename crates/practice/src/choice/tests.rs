use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::chance::seeded;

const TODAY: Date = date(2026, 3, 10);

const WISH: Wish<'_> =
    Wish { today: TODAY, weakest: None, not_question: None, not_competencies: &[], minutes: None };

fn question<'a>(question: &'a str, competency: &'a str) -> Candidate<'a> {
    Candidate {
        question,
        competency,
        competency_weight: 1.0,
        dimensions: &[],
        minutes: 2,
        last_seen: None,
        suspended: false,
    }
}

/// How often each candidate is drawn in 2,000 tries.
fn tries(candidates: &[Candidate<'_>], wish: &Wish<'_>) -> Vec<usize> {
    let mut chance = seeded(1);
    let mut drawn = vec![0; candidates.len()];
    for _ in 0..2000 {
        drawn[choose(candidates, wish, &mut chance).unwrap().index] += 1;
    }
    drawn
}

#[test]
fn the_weakest_dimension_comes_up_four_times_as_often() {
    let decisions = Candidate { dimensions: &["decisions"], ..question("a", "x") };
    let drawn =
        tries(&[decisions, question("b", "y")], &Wish { weakest: Some(("decisions", "Decisions")), ..WISH });
    assert!((1500..1700).contains(&drawn[0]), "{drawn:?}");
}

#[test]
fn what_was_seen_lately_comes_up_less() {
    let seen = |days: i64| Candidate { last_seen: Some(TODAY - days.days()), ..question("a", "x") };
    let drawn = tries(&[seen(0), seen(3), seen(10), seen(60), question("b", "y")], &WISH);
    assert!(drawn.is_sorted(), "{drawn:?}");
    assert!(drawn[0] < 30 && drawn[4] > 600, "{drawn:?}");
    // When all have been seen today, each still gets its turn.
    let drawn = tries(&[seen(0), seen(0)], &WISH);
    assert!(drawn.iter().all(|&times| times > 900), "{drawn:?}");
}

#[test]
fn competencies_count_as_the_user_has_set_them() {
    let counts = |competency_weight| Candidate { competency_weight, ..question("a", "x") };
    let drawn = tries(&[counts(3.0), counts(1.0), counts(0.0), counts(f64::NAN), counts(-2.0)], &WISH);
    assert!((1400..1600).contains(&drawn[0]), "{drawn:?}");
    assert_eq!(drawn[2..], [0, 0, 0]);
    // Where nothing counts, something is asked all the same.
    assert_eq!(tries(&[counts(0.0)], &WISH), [2000]);
}

#[test]
fn rules_give_way_only_when_nothing_else_is_left() {
    let long = |minutes| Candidate { minutes, ..question("long", "y") };
    let check = |candidates: &[Candidate<'_>], wish: Wish<'_>, expected: &str| {
        for seed in 0..50 {
            let choice = choose(candidates, &wish, &mut seeded(seed)).unwrap();
            assert_eq!(candidates[choice.index].question, expected);
        }
    };
    let another = Wish { not_question: Some("a"), ..WISH };
    check(&[question("a", "x"), question("b", "x")], another, "b");
    check(&[question("a", "x")], another, "a");
    let other_competency = Wish { not_competencies: &["x"], ..WISH };
    check(&[question("a", "x"), question("b", "y")], other_competency, "b");
    check(&[question("a", "x")], other_competency, "a");
    let two = Wish { not_competencies: &["x", "y"], ..WISH };
    check(&[question("a", "x"), question("b", "y"), question("c", "z")], two, "c");
    check(&[question("a", "x"), question("b", "y")], two, "b");
    let five_minutes = Wish { minutes: Some(5), ..WISH };
    check(&[long(6), question("a", "x")], five_minutes, "a");
    check(&[long(6), Candidate { minutes: 9, ..question("longer", "x") }], five_minutes, "long");
    let five_minutes_elsewhere = Wish { not_competencies: &["x"], ..five_minutes };
    check(&[long(6), question("a", "x")], five_minutes_elsewhere, "a");
}

#[test]
fn nothing_to_choose_from() {
    assert_eq!(choose(&[], &WISH, &mut seeded(1)), None);
    let suspended = Candidate { suspended: true, ..question("a", "x") };
    assert_eq!(choose(&[suspended], &Wish { minutes: Some(5), ..WISH }, &mut seeded(1)), None);
}

#[test]
fn reasons_are_one_plain_sentence() {
    let weakest = Wish { weakest: Some(("decisions", "Decisions")), ..WISH };
    let check = |wish: Wish<'_>, days: Option<i64>, said: &str| {
        let last_seen = days.map(|days| TODAY - days.days());
        let candidate = Candidate { dimensions: &["decisions"], last_seen, ..question("a", "x") };
        assert_eq!(choose(&[candidate], &wish, &mut seeded(1)).unwrap().reason.to_string(), said);
    };
    check(weakest, Some(9), "Decisions is your lowest; not seen for 9 days.");
    check(weakest, Some(1), "Decisions is your lowest; seen yesterday.");
    check(weakest, Some(0), "Decisions is your lowest; seen today.");
    check(weakest, None, "Decisions is your lowest; a new question.");
    check(WISH, None, "A new question.");
    check(WISH, Some(9), "Not seen for 9 days.");
    check(WISH, Some(1), "Seen yesterday.");
    // A clock that was set back.
    check(WISH, Some(-400), "Seen today.");
}

proptest! {
    #[test]
    fn the_rules_hold_for_any_bank(
        bank in proptest::collection::vec(
            (0_usize..3, 1_u32..12, proptest::option::of(0_i64..400), any::<bool>(), -1.0_f64..5.0), 0..12,
        ),
        seed: u64,
        last in 0_usize..3,
        minutes in proptest::option::of(0_u32..12),
    ) {
        const NAMES: [&str; 3] = ["a", "b", "c"];
        let candidates: Vec<_> = bank
            .iter()
            .map(|&(competency, minutes, seen, suspended, competency_weight)| Candidate {
                competency_weight,
                minutes,
                last_seen: seen.map(|days| TODAY - days.days()),
                suspended,
                ..question("q", NAMES[competency])
            })
            .collect();
        let wish = Wish { not_competencies: &NAMES[last..=last], minutes, ..WISH };
        let choice = choose(&candidates, &wish, &mut seeded(seed));
        prop_assert_eq!(&choice, &choose(&candidates, &wish, &mut seeded(seed)));

        let asked: Vec<_> = candidates.iter().filter(|candidate| !candidate.suspended).collect();
        prop_assert_eq!(choice.is_none(), asked.is_empty());
        if let Some(choice) = choice {
            let chosen = &candidates[choice.index];
            prop_assert!(!chosen.suspended);
            let fits = |candidate: &Candidate<'_>| minutes.is_none_or(|minutes| candidate.minutes <= minutes);
            let any_fits = asked.iter().any(|candidate| fits(candidate));
            prop_assert!(fits(chosen) || !any_fits);
            let other = asked.iter().any(|c| c.competency != NAMES[last] && fits(c));
            prop_assert!(chosen.competency != NAMES[last] || !other);
        }
    }
}

proptest! {
    /// A whole evening: each question asked is remembered, and each competency is the last one for the next.
    #[test]
    fn no_competency_comes_twice_running_where_another_fits(
        bank in proptest::collection::vec((0_usize..4, 1_u32..8, any::<bool>()), 2..20),
        seed: u64,
        minutes in 3_u32..10,
    ) {
        const NAMES: [&str; 4] = ["a", "b", "c", "d"];
        let ids: Vec<String> = (0..bank.len()).map(|number| format!("q{number}")).collect();
        let mut chance = seeded(seed);
        let mut last: Option<usize> = None;
        for turn in 0..10_u32 {
            let candidates: Vec<_> = bank
                .iter()
                .zip(&ids)
                .map(|(&(competency, minutes, suspended), id)| Candidate {
                    minutes,
                    suspended,
                    last_seen: (turn % 3 == 0).then_some(TODAY),
                    ..question(id, NAMES[competency])
                })
                .collect();
            let asked_last: Vec<_> = last.map(|index| candidates[index].competency).into_iter().collect();
            let wish = Wish { not_competencies: &asked_last, minutes: Some(minutes), ..WISH };
            let Some(choice) = choose(&candidates, &wish, &mut chance) else {
                prop_assert!(candidates.iter().all(|candidate| candidate.suspended));
                return Ok(());
            };
            let chosen = &candidates[choice.index];
            prop_assert!(!chosen.suspended);
            let possible = candidates.iter().any(|other| {
                !other.suspended && other.minutes <= minutes && !asked_last.contains(&other.competency)
            });
            prop_assert!(!asked_last.contains(&chosen.competency) || !possible);
            last = Some(choice.index);
        }
    }
}
