use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK, edit},
    view::{ErrorCode, Grade, GradeRequest, ReviewCompare},
};

fn request(compare: &ReviewCompare, grade: Grade) -> GradeRequest {
    GradeRequest {
        answer_id: compare.answer_id,
        take_id: compare.memory.as_ref().map(|memory| memory.take.id),
        card_version: compare.card_version,
        grade,
    }
}

/// An answer in review, on the day it is due.
fn due() -> (Bench, u32) {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    let sent = bench.app.send_to_review(check.answer_id).unwrap();
    assert_eq!(sent.card.unwrap().due_day, "2026-03-11");
    assert!(bench.app.review_queue().unwrap().due.is_empty(), "not on the day it was given");
    bench.clock.forward(24);
    (bench, check.answer_id)
}

#[test]
fn an_answer_comes_back_the_next_day_and_is_graded() {
    let (mut bench, answer) = due();
    let queue = bench.app.review_queue().unwrap();
    assert_eq!(queue.due.iter().map(|item| item.answer_id).collect::<Vec<_>>(), [answer]);
    let take = bench.app.start_review(answer).unwrap();
    assert_eq!(take.times_before, 1);
    let compare = bench.app.finish_review(&edit(&take, STRONG)).unwrap();
    assert!(
        !compare.points.is_empty() && compare.points.iter().all(|point| point.back),
        "{:?}",
        compare.points
    );
    assert_eq!(compare.suggested, Grade::Easy);
    assert_eq!(compare.options.len(), 4);
    assert_eq!(compare.options[0].due_day, "2026-03-11", "again is today");
    assert!(compare.options.windows(2).all(|pair| pair[0].due_day <= pair[1].due_day));
    let graded = bench.app.grade(&request(&compare, Grade::Good)).unwrap();
    assert_eq!(graded.due_day, compare.options[2].due_day);
    let after = bench.app.review_queue().unwrap();
    assert!(after.due.is_empty());
    assert_eq!((after.done_today, after.undoable), (1, Some(graded.log_id)));
    assert_eq!(after.next_due_day.as_deref(), Some(graded.due_day.as_str()));
}

#[test]
fn undo_restores_exactly() {
    let (mut bench, answer) = due();
    let before = bench.app.review_queue().unwrap();
    let take = bench.app.start_review(answer).unwrap();
    let compare = bench.app.finish_review(&edit(&take, WEAK)).unwrap();
    let graded = bench.app.grade(&request(&compare, Grade::Hard)).unwrap();
    let undone = bench.app.undo_grade(graded.log_id).unwrap();
    assert_eq!(undone.due, before.due);
    assert_eq!((undone.done_today, undone.undoable), (0, None));
    let again = bench.app.compare_review(answer, take.id).unwrap();
    assert_eq!(again, compare, "the grade screen is the same again");
    assert_eq!(bench.app.undo_grade(graded.log_id).unwrap_err().code(), ErrorCode::Stale);
}

#[test]
fn a_grade_for_a_changed_card_is_refused() {
    let (mut bench, answer) = due();
    let compare = bench.app.reveal(answer, false).unwrap();
    bench.app.grade(&request(&compare, Grade::Again)).unwrap();
    let stale = bench.app.grade(&request(&compare, Grade::Good)).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
}

#[test]
fn revealing_without_an_answer_suggests_again() {
    let (mut bench, answer) = due();
    let take = bench.app.start_review(answer).unwrap();
    let compare = bench.app.reveal(answer, false).unwrap();
    assert_eq!((compare.suggested, compare.memory.is_none()), (Grade::Again, true));
    assert!(bench.app.running_take(take.id).is_err(), "the empty draft is put away");
    let graded = bench.app.grade(&request(&compare, Grade::Again)).unwrap();
    assert_eq!(graded.due_day, "2026-03-11");
    assert_eq!(bench.app.review_queue().unwrap().due.len(), 1, "it comes back the same day");
}

#[test]
fn buried_until_tomorrow_suspended_until_resumed() {
    let (mut bench, answer) = due();
    assert!(bench.app.bury(answer).unwrap().due.is_empty());
    assert_eq!(bench.app.resume_card(answer).unwrap().due.len(), 1);
    bench.app.bury(answer).unwrap();
    bench.clock.forward(24);
    assert_eq!(bench.app.review_queue().unwrap().due.len(), 1);
    assert!(bench.app.suspend(answer).unwrap().due.is_empty());
    bench.clock.forward(24 * 400);
    assert!(bench.app.review_queue().unwrap().due.is_empty());
    assert_eq!(bench.app.resume_card(answer).unwrap().due.len(), 1);
}

#[test]
fn sending_to_review_can_be_taken_back_until_it_is_graded() {
    let (mut bench, answer) = due();
    assert!(bench.app.withdraw_from_review(answer).unwrap().card.is_none());
    assert_eq!(bench.app.start_review(answer).unwrap_err().code(), ErrorCode::NotFound);
    bench.app.send_to_review(answer).unwrap();
    bench.clock.forward(24);
    let compare = bench.app.reveal(answer, false).unwrap();
    bench.app.grade(&request(&compare, Grade::Good)).unwrap();
    assert_eq!(bench.app.withdraw_from_review(answer).unwrap_err().code(), ErrorCode::Stale);
}

#[test]
fn a_better_answer_from_memory_is_offered_as_best() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, WEAK);
    bench.app.send_to_review(check.answer_id).unwrap();
    bench.clock.forward(24);
    let take = bench.app.start_review(check.answer_id).unwrap();
    let compare = bench.app.finish_review(&edit(&take, STRONG)).unwrap();
    assert!(compare.beats_best);
    assert_eq!(compare.best.take.id, check.take.id, "it never replaces by itself");
}

#[test]
fn a_clock_set_back_by_years_does_no_harm() {
    let (mut bench, answer) = due();
    let compare = bench.app.reveal(answer, false).unwrap();
    bench.app.grade(&request(&compare, Grade::Good)).unwrap();
    bench.clock.forward(-24 * 365 * 3);
    assert!(bench.app.review_queue().unwrap().due.is_empty());
    bench.app.today().unwrap();
    let compare = bench.app.reveal(answer, false).unwrap();
    bench.app.grade(&request(&compare, Grade::Good)).unwrap();
}
