use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK, edit},
    view::{Grade, GradeRequest, Interview, NextStep},
};

#[test]
fn the_first_launch_is_a_question_at_once() {
    let mut bench = Bench::new();
    let today = bench.app.today().unwrap();
    assert_eq!(today.first.unwrap().id, QUESTION);
    assert!(bench.app.ready().unwrap().first_run);
    let another = bench.app.suggest_question(&[QUESTION.to_owned()], None).unwrap();
    assert_ne!(another.question.id, QUESTION);
}

#[test]
fn what_is_due_comes_first_and_something_new_fits_in() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    bench.app.send_to_review(check.answer_id).unwrap();
    let same_day = bench.app.today().unwrap();
    assert_eq!((same_day.due, same_day.headline.as_str()), (0, "Done for today."));
    bench.clock.forward(24);
    let today = bench.app.today().unwrap();
    assert_eq!(today.due, 1);
    assert_eq!(today.plan[0].step, NextStep::Review);
    assert_eq!(today.plan[0].detail, "1 answer due, 1 competency");
    assert!(matches!(today.plan[1].step, NextStep::New { .. }));
    assert!(today.headline.ends_with("one answer to say again, one new question."), "{}", today.headline);
    assert_eq!((today.calendar.len(), today.days_since_first), (1, 2));
    assert_eq!(today.last_session.unwrap().new, 1);
}

#[test]
fn an_unfinished_answer_is_the_next_step() {
    let mut bench = Bench::new();
    let take = bench.app.start_take(QUESTION).unwrap();
    bench.app.save_draft(&edit(&take, "I was in the middle of")).unwrap();
    let today = bench.app.today().unwrap();
    assert_eq!(today.plan[0].step, NextStep::Resume { take_id: take.id });
}

#[test]
fn the_weakest_dimension_shows_a_sentence_of_ones_own() {
    let mut bench = Bench::new();
    bench.answer(QUESTION, WEAK);
    bench.clock.forward(1);
    let other = bench.app.suggest_question(&[], None).unwrap().question.id;
    bench.answer(&other, WEAK);
    let weakest = bench.app.today().unwrap().weakest.unwrap();
    assert_eq!(weakest.answers, 2);
    let sentence = weakest.sentence.unwrap();
    assert!(WEAK.contains(&sentence.text));
    let units: Vec<u16> = sentence.text.encode_utf16().collect();
    for mark in &sentence.marks {
        assert_eq!(String::from_utf16_lossy(&units[mark.start as usize..mark.end as usize]), mark.text);
    }
    let reason = bench.app.suggest_question(&[], None).unwrap().reason.unwrap();
    assert!(!reason.is_empty());
}

#[test]
fn readiness_counts_what_will_still_be_recalled() {
    let mut bench = Bench::new();
    let check = bench.answer(QUESTION, STRONG);
    bench.app.send_to_review(check.answer_id).unwrap();
    let mut settings = bench.app.settings().unwrap();
    settings.interviews = vec![Interview { name: "Onsite".into(), day: "2026-03-14".into() }];
    bench.app.save_settings(&settings).unwrap();
    let interview = bench.app.today().unwrap().interview.unwrap();
    assert_eq!((interview.days_left, interview.cells.len(), interview.next_to_close.len()), (4, 17, 3));
    assert!(interview.cells.iter().all(|cell| !cell.ready), "nothing was recalled yet");
    bench.clock.forward(24);
    let compare = bench.app.reveal(check.answer_id, false).unwrap();
    let request = GradeRequest {
        answer_id: check.answer_id,
        take_id: None,
        card_version: compare.card_version,
        grade: Grade::Easy,
    };
    bench.app.grade(&request).unwrap();
    let ready = bench.app.today().unwrap().interview.unwrap().cells.iter().filter(|cell| cell.ready).count();
    assert_eq!(ready, usize::from(check.take.score.unwrap() >= 70));
    bench.clock.forward(24 * 10);
    assert!(bench.app.today().unwrap().interview.is_none(), "its day has passed");
}
