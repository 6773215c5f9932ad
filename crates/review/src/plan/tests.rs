mod properties;

use jiff::civil::date;

use super::*;
use crate::{Card, DesiredRetention, Grade, Memory, Weights};

const TODAY: Date = date(2026, 3, 10);
const INTERVIEW: Date = date(2026, 3, 31);

fn scheduler() -> Scheduler {
    Scheduler::new(DesiredRetention::default(), &Weights::default()).unwrap()
}

fn known(stability: f32, last_day: Date, due: Date) -> Card {
    Card {
        memory: Some(Memory { stability, difficulty: 5.0 }),
        last_day: Some(last_day),
        reps: 3,
        ..Card::new(due)
    }
}

fn limits(minutes: f32, interview: Option<Date>) -> DayLimits {
    DayLimits { minutes, new_left: 2, minutes_a_day: minutes, new_a_day: 2, interview }
}

fn candidate<'a>(
    key: &'static str,
    competency: &'a str,
    card: Option<&'a Card>,
) -> Candidate<'a, &'static str> {
    Candidate { key, competency, weight: 1.0, stories: &[], minutes: 3.0, card }
}

fn asked(plan: &DayPlan<&'static str>) -> Vec<&'static str> {
    plan.asked.iter().map(|planned| planned.key).collect()
}

#[test]
fn without_an_interview_what_is_due_comes_before_what_is_new() {
    let faint = known(2.0, date(2026, 3, 1), date(2026, 3, 9));
    let firm = known(30.0, date(2026, 2, 1), TODAY);
    let not_yet = known(8.0, date(2026, 3, 8), date(2026, 3, 16));
    let plan = plan_day(
        &scheduler(),
        [
            candidate("new", "a", None),
            candidate("firm", "b", Some(&firm)),
            candidate("faint", "c", Some(&faint)),
            candidate("not yet", "d", Some(&not_yet)),
        ],
        TODAY,
        &limits(30.0, None),
    );
    assert_eq!(asked(&plan), ["faint", "firm", "new"]);
    assert_eq!(plan.left, Vec::<&str>::new());
    assert_eq!(plan.backlog, None);
    assert_eq!(plan.minutes, 9.0);
}

#[test]
fn what_has_no_room_is_left_and_nothing_new_comes() {
    let cards: Vec<_> = (1..=9).map(|days| known(f32::from(days as u8), date(2026, 2, 20), TODAY)).collect();
    const KEYS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let mut candidates: Vec<_> =
        cards.iter().enumerate().map(|(at, card)| candidate(KEYS[at], KEYS[at], Some(card))).collect();
    candidates.push(candidate("new", "new", None));
    let plan = plan_day(&scheduler(), candidates, TODAY, &limits(9.0, None));
    assert_eq!(asked(&plan), ["1", "2", "3"]);
    assert_eq!(plan.left, ["4", "5", "6", "7", "8", "9"]);
    assert_eq!(plan.backlog, Some(Backlog { days: 2, minutes: 18.0 }));
}

#[test]
fn with_an_interview_what_gains_most_comes_first_even_if_it_is_not_due() {
    let firm = known(300.0, date(2026, 3, 1), TODAY);
    let fading = known(4.0, date(2026, 3, 4), date(2026, 3, 12));
    let plan = plan_day(
        &scheduler(),
        [
            candidate("firm", "a", Some(&firm)),
            candidate("fading", "b", Some(&fading)),
            candidate("new", "c", None),
        ],
        TODAY,
        &limits(30.0, Some(INTERVIEW)),
    );
    assert_eq!(asked(&plan), ["new", "fading", "firm"]);
    let gains: Vec<f32> = plan.asked.iter().map(|planned| planned.gain.unwrap()).collect();
    assert!(gains.is_sorted_by(|a, b| a > b), "{gains:?}");
}

#[test]
fn weight_and_minutes_count() {
    let card = known(4.0, date(2026, 3, 4), TODAY);
    let plan = plan_day(
        &scheduler(),
        [
            Candidate { minutes: 6.0, ..candidate("long", "a", Some(&card)) },
            candidate("short", "b", Some(&card)),
            Candidate { weight: 1.5, ..candidate("weighty", "c", Some(&card)) },
        ],
        TODAY,
        &limits(6.0, Some(INTERVIEW)),
    );
    assert_eq!(asked(&plan), ["weighty", "short"]);
    assert_eq!(plan.left, ["long"]);
}

#[test]
fn what_was_given_today_is_done_unless_it_did_not_come() {
    let scheduler = scheduler();
    let before = known(4.0, date(2026, 3, 4), TODAY);
    let came = scheduler.grade(&before, Grade::Good, TODAY).card;
    let did_not = scheduler.grade(&before, Grade::Again, TODAY).card;
    for interview in [None, Some(INTERVIEW), Some(TODAY)] {
        let plan = plan_day(
            &scheduler,
            [
                candidate("did not", "a", Some(&did_not)),
                candidate("came", "b", Some(&came)),
                candidate("before", "c", Some(&before)),
            ],
            TODAY,
            &limits(30.0, interview),
        );
        assert_eq!(asked(&plan), ["before", "did not"], "{interview:?}");
    }
}

#[test]
fn one_story_is_told_once_a_day() {
    let scheduler = scheduler();
    let before = known(4.0, date(2026, 3, 4), TODAY);
    let told = scheduler.grade(&before, Grade::Good, TODAY).card;
    for interview in [None, Some(INTERVIEW)] {
        let plan = plan_day(
            &scheduler,
            [
                Candidate { stories: &[7], ..candidate("told", "a", Some(&told)) },
                Candidate { stories: &[7, 8], ..candidate("again", "b", Some(&before)) },
                Candidate { stories: &[9], ..candidate("one", "c", Some(&before)) },
                Candidate { stories: &[9, 10], ..candidate("other", "d", Some(&before)) },
            ],
            TODAY,
            &limits(30.0, interview),
        );
        assert_eq!(asked(&plan), ["one"], "{interview:?}");
        assert_eq!(plan.left, ["again", "other"], "{interview:?}");
    }
}

#[test]
fn no_competency_has_the_whole_day_while_there_are_others() {
    let card = known(4.0, date(2026, 3, 4), TODAY);
    for interview in [None, Some(INTERVIEW)] {
        let mut candidates: Vec<_> = ["a1", "a2", "a3", "a4"]
            .map(|key| Candidate { weight: 3.0, ..candidate(key, "a", Some(&card)) })
            .to_vec();
        candidates.extend(["b1", "b2"].map(|key| candidate(key, "b", Some(&card))));
        let plan = plan_day(&scheduler(), candidates, TODAY, &limits(12.0, interview));
        assert_eq!(asked(&plan), ["a1", "b1", "a2", "b2"], "{interview:?}");
    }
}

#[test]
fn a_competency_with_fewest_questions_in_practice_gets_the_new_one() {
    let card = known(300.0, date(2026, 3, 9), date(2026, 9, 1));
    for interview in [None, Some(INTERVIEW)] {
        let candidates = [
            candidate("have", "a", Some(&card)),
            candidate("new in a", "a", None),
            candidate("new in b", "b", None),
        ];
        let one = DayLimits { new_left: 1, ..limits(30.0, interview) };
        let plan = plan_day(&scheduler(), candidates, TODAY, &one);
        assert_eq!(asked(&plan), ["new in b"], "{interview:?}");
        assert!(plan.asked[0].is_new);
    }
}

#[test]
fn numbers_that_mean_nothing_do_no_harm() {
    let card = known(4.0, date(2026, 3, 4), TODAY);
    for odd in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.0, -3.0] {
        for interview in [None, Some(INTERVIEW), Some(Date::MAX), Some(Date::MIN)] {
            let candidates = [
                Candidate { minutes: odd, ..candidate("minutes", "a", Some(&card)) },
                Candidate { weight: odd, ..candidate("weight", "b", Some(&card)) },
            ];
            let plan = plan_day(&scheduler(), candidates, TODAY, &limits(30.0, interview));
            assert_eq!(plan.asked.len(), 2, "{odd} {interview:?}");
            let plan = plan_day(&scheduler(), candidates, TODAY, &limits(odd, interview));
            assert_eq!(plan.asked.len(), 0, "{odd} {interview:?}");
            assert_eq!(plan.left.len(), 2, "{odd} {interview:?}");
        }
    }
}

#[test]
fn a_clock_set_back_or_forward_by_years_leaves_a_plan() {
    let ahead = known(4.0, date(2041, 3, 4), date(2041, 3, 8));
    let behind = known(4.0, date(2009, 3, 4), date(2009, 3, 8));
    for interview in [None, Some(INTERVIEW)] {
        let candidates = [candidate("ahead", "a", Some(&ahead)), candidate("behind", "b", Some(&behind))];
        let plan = plan_day(&scheduler(), candidates, TODAY, &limits(30.0, interview));
        assert_eq!(asked(&plan), ["behind"], "performed in the future counts as performed today");
        let later = plan_day(&scheduler(), candidates, date(2060, 1, 1), &limits(30.0, interview));
        assert_eq!(later.asked.len(), 2);
    }
}

#[test]
fn an_answer_comes_back_less_and_less_often() {
    let scheduler = scheduler();
    let first = scheduler.grade(&Card::new(TODAY), Grade::Good, TODAY).card;
    let times = |card: &Card, days: i64| {
        times_until(&scheduler, card, TODAY, TODAY.saturating_add(jiff::Span::new().days(days)))
    };
    // After two days, then after eleven more, then not for weeks.
    assert_eq!([0, 1, 2, 3, 13, 14, 50].map(|days| times(&first, days)), [0, 0, 0, 1, 1, 2, 2]);
    assert_eq!(times(&Card::new(TODAY), 1), 1, "never performed: it comes today");
    assert_eq!(times(&known(5.0, date(2026, 1, 1), date(2026, 1, 5)), 1), 1, "overdue: it comes today");
    assert_eq!(times(&Card { state: crate::CardState::Suspended, ..first }, 400), 0);
}

#[test]
fn a_higher_recall_costs_more_minutes() {
    let cards: Vec<_> = (1..60)
        .map(|number| known(number as f32, date(2026, 2, 1 + number % 28), date(2026, 3, 1 + number % 28)))
        .collect();
    let retentions: Vec<_> =
        (70..=97).step_by(3).map(|percent| DesiredRetention::new(percent as f32 / 100.0).unwrap()).collect();
    let costs =
        retention_costs(&Weights::default(), cards.iter().map(|card| (card, 3.0)), TODAY, &retentions)
            .unwrap();
    assert_eq!(costs.len(), retentions.len());
    assert!(costs.is_sorted_by(|(low, less), (high, more)| low < high && less < more), "{costs:?}");
    assert_eq!(
        retention_costs(&Weights::default(), [], TODAY, &[DesiredRetention::default()]),
        Ok(vec![(DesiredRetention::default(), 0.0)])
    );
}

/// `count` new answers of three minutes each, with these limits and an interview in three weeks.
fn new_set(count: usize, minutes: f32, new_a_day: u32) -> Option<Shortfall> {
    const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];
    let candidates = (0..count).map(|key| Candidate {
        key,
        competency: NAMES[key % NAMES.len()],
        weight: 1.0,
        stories: &[],
        minutes: 3.0,
        card: None,
    });
    let limits = DayLimits {
        minutes,
        new_left: new_a_day,
        minutes_a_day: minutes,
        new_a_day,
        interview: Some(INTERVIEW),
    };
    shortfall(&scheduler(), candidates, TODAY, &limits)
}

#[test]
fn what_the_minutes_cannot_do_is_said_with_the_way_out() {
    assert_eq!(new_set(10, 30.0, 10), None, "more than enough");
    assert_eq!(new_set(0, 30.0, 10), None, "nothing to practise");
    let short = new_set(60, 9.0, 10).unwrap();
    assert_eq!((short.answers, short.ready + short.below), (60, 60));
    assert!(short.below > 10, "{short:?}");
    assert_eq!(short.new_a_day, None);
    // The advice holds what it says.
    let enough = short.minutes_enough.unwrap();
    assert!(enough > 9.0 && enough <= 40.0, "{short:?}");
    assert_eq!(new_set(60, enough, 10), None, "{short:?}");
    let trimmed = short.answers - short.leave_out.unwrap();
    assert!(trimmed > 10 && trimmed < 50, "{short:?}");
    assert_eq!(new_set(trimmed as usize, 9.0, 10), None, "{short:?}");
}

#[test]
fn too_few_new_questions_a_day_are_named() {
    let short = new_set(60, 30.0, 1).unwrap();
    assert_eq!(short.new_a_day, Some(4), "60 in the first 15 of 21 days");
    assert!(short.minutes_enough.is_some(), "{short:?}");
}
