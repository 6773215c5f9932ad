//! Ten years of practice: 10,000 answers in review, with ten takes and ten reviews each.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};
use review::{DesiredRetention, Grade, Scheduler, Weights};
use store::{
    AnswerId, Card, CardState, Counts, DataDir, Finish, Medium, Memory, NewAnswer, NewReview, NewTake,
    Scored, Source, Store, StoreError, Tx, open,
};

pub const CARDS: usize = 10_000;
pub const REVIEWS: usize = 100_000;
/// Of all cards, so many are due today; the rest is spread over two years.
pub const DUE: usize = 100;

const WORDS: &str = "I we team decided moved refunds ledger behind a flag because the queue replayed and customer would
    be paid twice before month end so two options went to payments orders leads chose launch date risk metric owner
    incident rollback latency budget partner contract quarter dependency escalated cut scope shipped measured";

const COMPETENCIES: [&str; 4] =
    ["technical-debt", "dependencies-and-risk", "conflict-and-trust", "impact-and-metrics"];

const DIMENSIONS: [&str; 7] =
    ["ownership", "systems", "decisions", "foresight", "direction", "impact", "influence"];

/// When it is now: a Tuesday evening, after the last of the takes.
pub fn now() -> Timestamp {
    "2026-03-10T18:40:00Z".parse().expect("a time")
}

/// The day of practice it is.
pub fn today() -> Date {
    TimeZone::UTC.to_datetime(now()).date()
}

/// A scheduler as the app has it.
pub fn scheduler() -> Scheduler {
    Scheduler::new(DesiredRetention::default(), &Weights::default()).expect("default weights")
}

/// The open store of a folder.
pub fn opened(folder: &Path) -> Store {
    open(&DataDir::new(folder), now()).expect("opens").into_store()
}

/// Some scatter that is the same each time.
fn scatter(number: usize) -> usize {
    // Knuth's multiplier.
    (number as u64 + 1).wrapping_mul(6_364_136_223_846_793_005).rotate_left(29) as usize >> 8
}

fn text(number: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let said: Vec<&str> = (0..30).map(|place| words[scatter(number * 31 + place) % words.len()]).collect();
    format!("Take marker{number}. {}", said.join(" "))
}

/// Fills an empty folder.
pub fn fill(folder: &Path) {
    let mut store = opened(folder);
    store.write(fill_in).expect("fills");
}

fn fill_in(tx: &Tx<'_>) -> Result<(), StoreError> {
    let step = SignedDuration::from_secs(10 * 365 * 86_400 / REVIEWS as i64);
    let start = now() - step * i32::try_from(REVIEWS).expect("a small number");
    let mut answers = Vec::with_capacity(CARDS);
    for number in 0..CARDS {
        let id = format!("question-{number:05}");
        let new = NewAnswer {
            question_id: &id,
            prompt: &format!("Tell me about risk {number} that you found before it hurt anyone."),
            competency: COMPETENCIES[number % COMPETENCIES.len()],
            level: "senior",
            mode: "behavioral",
        };
        answers.push(tx.insert_answer(&new, start)?);
    }
    for number in 0..REVIEWS {
        let at = start + step * i32::try_from(number).expect("a small number");
        let answer_id = answers[number % CARDS];
        let new = NewTake {
            answer_id,
            medium: if number % 3 == 0 { Medium::Spoken } else { Medium::Typed },
            source: if number < CARDS { Source::Practice } else { Source::Review },
            text: "",
            budget_ms: 180_000,
        };
        let take = tx.insert_take(&new, at)?;
        let some = scatter(number);
        let scores: BTreeMap<String, u8> = DIMENSIONS
            .iter()
            .enumerate()
            .map(|(place, name)| ((*name).to_owned(), (scatter(number + place) % 100) as u8))
            .collect();
        let scored = Scored {
            words: Some(32),
            score: Some((some % 100) as u8),
            scores: Some(scores),
            counts: Some(Counts { weak: (some % 4) as u32, filler: (some % 3) as u32, ..Counts::default() }),
            rules_version: None,
        };
        let finish = Finish { text: &text(number), elapsed_ms: 60_000 + (some % 90_000) as u32, scored };
        tx.finish_take(take.id, 0, &finish, at)?;
        let round = number / CARDS;
        let card = card(answer_id, round, today());
        tx.append_review(&NewReview {
            answer_id,
            take_id: Some(take.id),
            at,
            day: TimeZone::UTC.to_datetime(at).date(),
            grade: Some(if some.is_multiple_of(10) { 1 } else { 3 }),
            suggested: Some(3),
            recalled: Some(!some.is_multiple_of(10)),
            points_back: Some(3),
            points_total: Some(4),
            elapsed_days: if round == 0 { 0 } else { 365 },
            source: Source::Review,
            retrievability: (round > 0).then_some(0.9),
            card_before: (round > 0).then(|| card.clone()),
            card_after: Some(card),
        })?;
    }
    for (number, answer) in answers.iter().enumerate() {
        let days = if number % (CARDS / DUE) == 0 { 0 } else { 1 + scatter(number) % 730 };
        tx.insert_card(&card(*answer, REVIEWS / CARDS, today() + (days as i64).days()))?;
    }
    Ok(())
}

fn card(answer_id: AnswerId, reps: usize, due_day: Date) -> Card {
    Card {
        answer_id,
        memory: Some(Memory {
            stability: 123.456_787_109_375,
            difficulty: 5.432_109_832_763_672,
            last_day: today() - 100.days(),
        }),
        due_day,
        reps: reps as u32,
        lapses: 1,
        state: CardState::Active,
        buried_until: None,
        version: reps as u32,
        created_at: Timestamp::UNIX_EPOCH,
    }
}

/// What a grade does to the store: the card is read, brought to its next date, and the performance is logged.
pub fn answer_a_card(tx: &Tx<'_>, scheduler: &Scheduler, answer_id: AnswerId) -> Result<(), StoreError> {
    let before = tx.card(answer_id)?.ok_or(StoreError::NoSuchCard(answer_id))?;
    let memory = before.memory.expect("every card of the fixture was performed");
    let card = review::Card {
        memory: Some(review::Memory {
            stability: memory.stability as f32,
            difficulty: memory.difficulty as f32,
        }),
        last_day: Some(memory.last_day),
        due: before.due_day,
        reps: before.reps,
        lapses: before.lapses,
        state: review::CardState::Active,
    };
    let outcome = scheduler.grade(&card, Grade::Good, today());
    let next = outcome.card.memory.expect("a performed card has a memory");
    let after = Card {
        memory: Some(Memory {
            stability: f64::from(next.stability),
            difficulty: f64::from(next.difficulty),
            last_day: today(),
        }),
        due_day: outcome.card.due,
        reps: outcome.card.reps,
        ..before.clone()
    };
    let after = tx.update_card(&after, before.version)?;
    tx.append_review(&NewReview {
        answer_id,
        take_id: None,
        at: now(),
        day: today(),
        grade: Some(3),
        suggested: Some(3),
        recalled: Some(true),
        points_back: Some(3),
        points_total: Some(4),
        elapsed_days: outcome.elapsed_days,
        source: Source::Review,
        retrievability: outcome.retrievability_before.map(f64::from),
        card_before: Some(before),
        card_after: Some(after),
    })?;
    Ok(())
}

/// The instants at which the last `months` months begin, and that at which this one ends.
pub fn months(months: i64) -> Vec<Timestamp> {
    (-1..months)
        .rev()
        .map(|back| {
            let day = today().first_of_month() - back.months();
            TimeZone::UTC.to_timestamp(day.at(4, 0, 0, 0)).expect("a time of the calendar")
        })
        .collect()
}
