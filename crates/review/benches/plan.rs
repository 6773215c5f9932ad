//! Ten thousand answers in review: the plan of a day, a grade, the month ahead, and the rehearsal of an interview.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Span;
use jiff::civil::{Date, date};
use review::plan::{Candidate, DayLimits, forecast, plan_day, retention_costs, shortfall};
use review::{Card, DesiredRetention, Grade, Memory, Scheduler, Waiting, Weights, queue};

const TODAY: Date = date(2026, 3, 10);
const CARDS: u64 = 10_000;
const COMPETENCIES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// Knuth's multiplier: any scatter will do, as long as it is the same each time.
fn scattered(number: u64, part: u64) -> u64 {
    (number * 8 + part).wrapping_mul(6_364_136_223_846_793_005).rotate_left(20) >> 33
}

/// Cards as they are after some years: a tenth of them due, stabilities from a day to a year.
fn card(number: u64) -> Card {
    let stability = 1.0 + (scattered(number, 1) % 3_650) as f32 / 10.0;
    let ago = (scattered(number, 2) % (stability as u64 * 11 / 10 + 1)) as i64;
    let last = TODAY.saturating_sub(Span::new().days(ago + 1));
    Card {
        memory: Some(Memory { stability, difficulty: 1.0 + (scattered(number, 3) % 90) as f32 / 10.0 }),
        last_day: Some(last),
        reps: 5,
        ..Card::new(last.saturating_add(Span::new().days(stability as i64)))
    }
}

fn candidates(cards: &[Card], new: usize) -> impl Iterator<Item = Candidate<'_, usize>> {
    const STORIES: [u32; 2_000] = {
        let mut stories = [0; 2_000];
        let mut number = 0;
        while number < stories.len() {
            stories[number] = number as u32;
            number += 1;
        }
        stories
    };
    (0..cards.len() + new).map(|key| Candidate {
        key,
        competency: COMPETENCIES[key % COMPETENCIES.len()],
        weight: 1.0 + (key % 3) as f32 / 2.0,
        stories: std::slice::from_ref(&STORIES[key % STORIES.len()]),
        minutes: 2.0 + (key % 5) as f32 / 2.0,
        card: cards.get(key),
    })
}

fn benches(criterion: &mut Criterion) {
    let scheduler = Scheduler::new(DesiredRetention::default(), &Weights::default()).expect("the defaults");
    let cards: Vec<Card> = (0..CARDS).map(card).collect();
    let limits =
        |interview| DayLimits { minutes: 30.0, new_left: 2, minutes_a_day: 30.0, new_a_day: 2, interview };
    let ahead = |days: i64| Some(TODAY.saturating_add(Span::new().days(days)));

    criterion.bench_function("plan of a day, 10,000 answers", |bencher| {
        bencher.iter(|| plan_day(&scheduler, candidates(black_box(&cards), 400), TODAY, &limits(None)));
    });
    criterion.bench_function("plan of a day, 10,000 answers, interview", |bencher| {
        bencher.iter(|| plan_day(&scheduler, candidates(black_box(&cards), 400), TODAY, &limits(ahead(28))));
    });
    criterion.bench_function("queue, 10,000 answers", |bencher| {
        bencher.iter(|| {
            let waiting = black_box(&cards).iter().enumerate();
            let waiting =
                waiting.map(|(key, card)| Waiting { key, competency: COMPETENCIES[key % 12], card });
            queue(&scheduler, waiting, TODAY)
        });
    });
    criterion.bench_function("grade an answer", |bencher| {
        bencher.iter(|| scheduler.grade(black_box(&cards[7]), Grade::Good, TODAY));
    });
    criterion.bench_function("month ahead, 10,000 answers", |bencher| {
        bencher.iter(|| {
            let cards = black_box(&cards).iter().map(|card| (card, 3.0));
            forecast(&scheduler, cards, TODAY, &[0.0; 30], 30.0)
        });
    });
    let ten: Vec<_> =
        (0..10).filter_map(|step| DesiredRetention::new(0.7 + step as f32 * 0.03).ok()).collect();
    criterion.bench_function("cost of ten wanted recalls, 400 answers", |bencher| {
        bencher.iter(|| {
            let some = black_box(&cards[..400]).iter().map(|card| (card, 3.0));
            retention_costs(&Weights::default(), some, TODAY, &ten)
        });
    });
    for (name, have, new) in [("60 new answers", 0, 60), ("400 answers", 340, 60)] {
        criterion.bench_function(&format!("what the minutes cannot do, {name}"), |bencher| {
            bencher.iter(|| {
                shortfall(&scheduler, candidates(black_box(&cards[..have]), new), TODAY, &limits(ahead(28)))
            });
        });
    }
}

criterion_group!(plan, benches);
criterion_main!(plan);
