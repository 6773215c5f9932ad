//! The plan of a day, as Today says it and Review asks it.

use std::collections::HashSet;

use jiff::Span;
use question_bank::Competency;

use crate::{
    testing::{Bench, STRONG, edit},
    view::{Grade, GradeRequest, Interview, NextStep, ReviewQueue, Settings},
};

/// So many answers in review, of as many competencies as there are, all due on the next day.
fn with_answers(count: usize) -> (Bench, Vec<u32>) {
    let mut bench = Bench::new();
    let of = |competency: &Competency| {
        let all = bench.app.bank.all().iter().filter(|question| question.competency == *competency);
        all.map(|question| question.id.to_string()).collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> = Competency::ALL.iter().map(of).collect();
    let questions: Vec<String> =
        (0..count).map(|place| all[place % all.len()][place / all.len()].clone()).collect();
    let mut answers = Vec::new();
    for question in &questions {
        let check = bench.answer(question, STRONG);
        bench.app.send_to_review(check.answer_id).unwrap();
        answers.push(check.answer_id);
    }
    bench.clock.forward(24);
    (bench, answers)
}

fn change(bench: &mut Bench, change: impl FnOnce(&mut Settings)) {
    let mut settings = bench.app.settings().unwrap();
    change(&mut settings);
    bench.app.save_settings(&settings).unwrap();
}

fn onsite(bench: &mut Bench, day: &str) {
    let day = day.to_owned();
    change(bench, |settings| settings.interviews = vec![Interview { name: "Onsite".into(), day }]);
}

fn say(bench: &mut Bench, answer: u32, grade: Grade) -> u32 {
    let compare = bench.app.reveal(answer, grade != Grade::Again).unwrap();
    let request =
        GradeRequest { answer_id: answer, take_id: None, card_version: compare.card_version, grade };
    bench.app.grade(&request).unwrap().log_id
}

fn asked(queue: &ReviewQueue) -> Vec<u32> {
    queue.due.iter().map(|item| item.answer_id).collect()
}

#[test]
fn the_minutes_ration_what_is_asked_and_the_rest_is_spread() {
    let (mut bench, answers) = with_answers(20);
    change(&mut bench, |settings| settings.minutes_a_day = 10);
    let queue = bench.app.review_queue().unwrap();
    // A minute and a half each, as they were given.
    assert!((4..=7).contains(&queue.due.len()), "{}", queue.due.len());
    assert!(queue.minutes <= 11, "{}", queue.minutes);
    assert_eq!(queue.due.len() + queue.left_for_later as usize, answers.len());
    assert_eq!(queue.advice, None, "nothing but the minutes is in the way");
    let today = bench.app.today().unwrap();
    assert_eq!(today.due as usize, queue.due.len(), "Today and Review agree");
    let advice = today.advice.unwrap();
    assert!(advice.starts_with(&format!("{} more are due.", queue.left_for_later)), "{advice}");
    assert!(today.planned_minutes <= 11, "{}", today.planned_minutes);
}

#[test]
fn whoever_wants_more_gets_half_a_day_more() {
    let (mut bench, _) = with_answers(20);
    change(&mut bench, |settings| settings.minutes_a_day = 10);
    let planned = bench.app.review_queue().unwrap();
    let more = bench.app.review_more().unwrap();
    assert!(more.due.len() > planned.due.len());
    assert!(more.minutes <= 16, "{}", more.minutes);
    bench.clock.forward(24);
    let tomorrow = bench.app.review_queue().unwrap();
    assert!(tomorrow.minutes <= 11, "asked for today only");
}

#[test]
fn an_interview_decides_what_is_asked_and_says_why() {
    let (mut bench, _) = with_answers(8);
    onsite(&mut bench, "2026-03-31");
    let queue = bench.app.review_queue().unwrap();
    assert_eq!(queue.order, "By what each minute adds to recall on 31 March.");
    assert!(!queue.due.is_empty());
    assert!(queue.due.iter().all(|item| item.times_to_interview.is_some_and(|times| times >= 1)));
    let neighbours = queue.due.windows(2).filter(|two| two[0].competency == two[1].competency).count();
    assert_eq!(neighbours, 0, "never two of a competency in a row");
    let today = bench.app.today().unwrap();
    assert!(
        today.plan.iter().any(|row| row.step == NextStep::Review && row.detail.starts_with("8 answers,"))
    );
    assert!(today.plan.iter().any(|row| matches!(row.step, NextStep::New { .. })));
    // 30 minutes and one new question a day do not reach nine competencies more by tomorrow.
    onsite(&mut bench, "2026-03-12");
    let advice = bench.app.today().unwrap().advice.unwrap();
    assert!(advice.starts_with("30 minutes a day bring "), "{advice}");
}

#[test]
fn a_past_interview_counts_for_nothing_and_the_next_one_for_all() {
    let (mut bench, _) = with_answers(3);
    let interview = |name: &str, day: &str| Interview { name: name.into(), day: day.into() };
    let several = vec![
        interview("Final", "2026-04-14"),
        interview("Screen", "2026-03-01"),
        interview("Onsite", "2026-03-31"),
    ];
    change(&mut bench, |settings| settings.interviews = several);
    let days: Vec<_> = bench.app.settings().unwrap().interviews.into_iter().map(|one| one.day).collect();
    assert_eq!(days, ["2026-03-01", "2026-03-31", "2026-04-14"], "kept in their order");
    let shown = bench.app.today().unwrap().interview.unwrap();
    assert_eq!((shown.name.as_str(), shown.later.len()), ("Onsite", 1));
    change(&mut bench, |settings| settings.interviews.truncate(1));
    assert!(bench.app.today().unwrap().interview.is_none());
    assert_eq!(bench.app.review_queue().unwrap().order, "The likeliest forgotten first.");
}

#[test]
fn twenty_grades_are_taken_back_exactly() {
    let (mut bench, answers) = with_answers(5);
    let mut before = Vec::new();
    let mut logged = Vec::new();
    for day in 0..4 {
        for (place, answer) in answers.iter().enumerate() {
            before.push(bench.app.store.all_cards().unwrap());
            let grade = [Grade::Good, Grade::Again, Grade::Hard, Grade::Easy][(day + place) % 4];
            logged.push(say(&mut bench, *answer, grade));
        }
        bench.clock.forward(24);
    }
    assert_eq!(logged.len(), 20);
    while let Some(log_id) = logged.pop() {
        assert_eq!(bench.app.review_queue().unwrap().undoable, Some(log_id), "the newest first");
        bench.app.undo_grade(log_id).unwrap();
        let cards = bench.app.store.all_cards().unwrap();
        let were = before.pop().unwrap();
        // Only the version goes on, so that a window that has not heard of it is refused.
        for (card, was) in cards.iter().zip(&were) {
            let version = card.card.version;
            assert_eq!(card.card, store::Card { version, ..was.card.clone() });
        }
    }
    assert_eq!(bench.app.review_queue().unwrap().undoable, None);
}

#[test]
fn what_was_said_aloud_is_taken_at_its_word_and_logged_so() {
    let (mut bench, answers) = with_answers(1);
    let compare = bench.app.reveal(answers[0], true).unwrap();
    assert!(compare.said_aloud && compare.memory.is_none());
    assert_eq!(compare.suggested, Grade::Good);
    let log_id = say(&mut bench, answers[0], Grade::Hard);
    let logged = bench.app.store.review(store::ReviewId(i64::from(log_id))).unwrap().logged;
    assert_eq!((logged.suggested, logged.grade, logged.recalled), (Some(3), Some(2), Some(true)));
    bench.clock.forward(24 * 30);
    let compare = bench.app.reveal(answers[0], false).unwrap();
    assert!(!compare.said_aloud);
    assert_eq!(compare.suggested, Grade::Again);
}

#[test]
fn a_day_can_be_chosen_and_no_other_than_a_day() {
    let (mut bench, answers) = with_answers(2);
    let queue = bench.app.reschedule(answers[0], "2026-03-20").unwrap();
    assert_eq!(asked(&queue), [answers[1]]);
    let message =
        |day: &str, bench: &mut Bench| bench.app.reschedule(answers[0], day).unwrap_err().to_string();
    assert_eq!(message("2026-02-30", &mut bench), "The day has to be a day of the next ten years.");
    assert_eq!(message("2062-02-03", &mut bench), "The day has to be a day of the next ten years.");
    let queue = bench.app.reschedule(answers[0], "2026-03-01").unwrap();
    assert_eq!(queue.due.len(), 2, "a past day is today");
    assert_eq!(bench.app.suspend(answers[1]).unwrap().suspended.len(), 1);
    assert_eq!(bench.app.resume_card(answers[1]).unwrap().due.len(), 2);
}

#[test]
fn three_lapses_ask_for_a_rewrite_and_hide_nothing() {
    let (mut bench, answers) = with_answers(1);
    say(&mut bench, answers[0], Grade::Good);
    for _ in 0..3 {
        bench.clock.forward(24 * 10);
        say(&mut bench, answers[0], Grade::Again);
    }
    let queue = bench.app.review_queue().unwrap();
    assert!(queue.due[0].rewrite);
    assert!(bench.app.reveal(answers[0], false).unwrap().rewrite);
}

#[test]
fn practising_anyway_moves_no_date() {
    let (mut bench, answers) = with_answers(1);
    say(&mut bench, answers[0], Grade::Good);
    let before = bench.app.store.all_cards().unwrap();
    let question = before[0].question_id.clone();
    let take = bench.app.start_take(&question).unwrap();
    bench.app.finish_take(&edit(&take, STRONG)).unwrap();
    assert_eq!(bench.app.store.all_cards().unwrap()[0].card, before[0].card);
}

#[test]
fn without_an_interview_dates_keep_out_of_each_others_way() {
    let (mut bench, answers) = with_answers(12);
    change(&mut bench, |settings| settings.minutes_a_day = 240);
    for answer in &answers {
        say(&mut bench, *answer, Grade::Easy);
    }
    let days: HashSet<_> =
        bench.app.store.all_cards().unwrap().iter().map(|card| card.card.due_day).collect();
    assert!(days.len() >= 3, "twelve answers on {days:?}");
}

#[test]
fn a_changed_clock_asks_nothing_twice_and_loses_nothing() {
    let (mut bench, answers) = with_answers(2);
    say(&mut bench, answers[0], Grade::Good);
    // The clock is set back by four years, then on again.
    let years = i64::from(Span::new().days(4 * 365).get_days()) * 24;
    bench.clock.forward(-years);
    let back = bench.app.review_queue().unwrap();
    assert!(back.due.iter().all(|item| item.answer_id != answers[0]));
    bench.app.today().unwrap();
    bench.clock.forward(years * 2);
    let on = bench.app.review_queue().unwrap();
    assert_eq!(asked(&on).len(), 2);
    say(&mut bench, answers[0], Grade::Again);
    assert_eq!(bench.app.store.all_cards().unwrap().len(), 2);
}
