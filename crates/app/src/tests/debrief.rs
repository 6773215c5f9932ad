//! Debriefs of mocks that were held through the use cases.

use std::fs;

use crate::{
    testing::{Bench, STRONG, WEAK},
    view::{
        Debrief, DebriefFormat, DebriefQuestion, ErrorCode, Level, MockDeed, MockEdit, MockNow,
        MockPreference, MockRound, MockSetup, MockStage,
    },
};

const FOREIGN: &str = "Ich habe das Programm im Frühjahr übernommen und in der ersten Woche entschieden, dass wir die \
    Abrechnung zuletzt umstellen, weil alle anderen Abläufe nicht davon abhängen. Danach gab es keine doppelten \
    Zahlungen mehr, und der Termin wurde gehalten.";

fn round(name: &str, questions: u32) -> MockRound {
    MockRound {
        name: name.to_owned(),
        minutes: questions,
        questions,
        competencies: Vec::new(),
        kinds: Vec::new(),
        written: false,
    }
}

/// Three questions of a minute in two rounds, without probes.
fn setup(name: &str) -> MockSetup {
    MockSetup {
        loop_id: None,
        name: name.to_owned(),
        rounds: vec![round("Program sense", 2), round("System design", 1)],
        level: Level::Senior,
        prefer: MockPreference::New,
        probes: 0,
        preparation_seconds: 0,
        ends_at_limit: false,
        seed: 7,
    }
}

fn edit(now: &MockNow, text: &str) -> MockEdit {
    let asked = match &now.stage {
        MockStage::Preparing { asked, .. } | MockStage::Answering { asked } => asked,
        other => panic!("nothing is asked: {other:?}"),
    };
    MockEdit { slot: asked.slot, part: asked.part, revision: asked.revision, text: text.to_owned() }
}

/// Answers what is asked, a part after the other, and goes on.
fn answer(bench: &mut Bench, now: &MockNow, seconds: u64, parts: &[&str]) -> MockNow {
    let mut now = now.clone();
    for part in parts {
        bench.clock.pass(seconds);
        now = bench.app.mock_deed(now.id, MockDeed::Done, Some(&edit(&now, part))).unwrap();
    }
    next(bench, now)
}

fn skip(bench: &mut Bench, now: &MockNow) -> MockNow {
    bench.clock.pass(5);
    let now = bench.app.mock_deed(now.id, MockDeed::Skip, None).unwrap();
    next(bench, now)
}

/// Goes on after a break.
fn next(bench: &mut Bench, now: MockNow) -> MockNow {
    match now.stage {
        MockStage::Break { .. } => bench.app.mock_deed(now.id, MockDeed::NextRound, None).unwrap(),
        _ => now,
    }
}

/// Holds a mock whose questions are answered like this, each in half a minute.
fn hold(bench: &mut Bench, setup: &MockSetup, answers: &[&str]) -> u32 {
    let mut now = bench.app.start_mock(setup).unwrap();
    for text in answers {
        now = answer(bench, &now, 30, &[text]);
    }
    if now.stage != MockStage::Ended {
        now = bench.app.mock_deed(now.id, MockDeed::End, None).unwrap();
    }
    assert_eq!(now.stage, MockStage::Ended);
    now.id
}

fn given(debrief: &Debrief) -> Vec<&DebriefQuestion> {
    debrief.questions.iter().filter(|question| question.take_id.is_some()).collect()
}

#[test]
fn the_figures_are_those_of_the_stored_answers() {
    let mut bench = Bench::new();
    let first = bench.app.start_mock(&setup("Screen")).unwrap();
    let refused = bench.app.debrief(first.id).unwrap_err();
    assert!(bench.app.export_debrief(first.id, DebriefFormat::Json, bench.dir.path()).is_err());
    assert!(bench.app.send_mock_to_review(first.id, &[0]).is_err());
    assert_eq!(refused.to_string(), "A mock interview is under way. Go on with it, or end it.");

    let now = answer(&mut bench, &first, 42, &[STRONG]);
    bench.app.mock_deed(now.id, MockDeed::Pause, None).unwrap();
    bench.clock.pass(48);
    bench.app.mock_deed(now.id, MockDeed::Resume, None).unwrap();
    let now = answer(&mut bench, &now, 95, &[WEAK]);
    let now = skip(&mut bench, &now);
    assert_eq!(now.stage, MockStage::Ended);

    let debrief = bench.app.debrief(now.id).unwrap();
    let given = given(&debrief);
    let stored: Vec<_> =
        given.iter().map(|question| bench.app.check(question.take_id.unwrap()).unwrap()).collect();
    assert_eq!(
        given.iter().map(|question| question.score).collect::<Vec<_>>(),
        stored.iter().map(|check| check.take.score).collect::<Vec<_>>()
    );
    assert_eq!(given.iter().map(|question| question.answer.as_str()).collect::<Vec<_>>(), [STRONG, WEAK]);
    assert_eq!(given[0].question_id, stored[0].question.id);
    let scores: Vec<u32> = given.iter().filter_map(|question| question.score).collect();
    let mean = (scores[0] + scores[1]).div_ceil(2);
    assert_eq!(
        (debrief.score, debrief.rounds[0].score, debrief.rounds[1].score),
        (Some(mean), Some(mean), None)
    );
    assert_eq!(debrief.so_far.last().map(|point| (point.id, point.score)), Some((now.id, mean)));
    assert_eq!(bench.app.mock_room().unwrap().earlier[0].score, debrief.score);

    let times: Vec<u32> = debrief.questions.iter().map(|question| question.time.used_ms).collect();
    assert_eq!(times, [42_000, 95_000, 5_000]);
    assert_eq!(debrief.questions.iter().map(|one| one.well_over).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!((debrief.rounds[0].time.used_ms, debrief.rounds[0].time.budget_ms), (137_000, 120_000));
    assert_eq!((debrief.across.pauses, debrief.across.paused_ms), (1, 48_000));
    assert_eq!((debrief.across.skipped, debrief.across.answers, debrief.across.decisions), (1, 2, 1));
    assert!(debrief.questions[2].skipped && debrief.questions[2].asked);
    let words: u32 = stored.iter().map(|check| check.take.words).sum();
    let weak =
        stored.iter().flat_map(|check| &check.marks).filter(|mark| mark.kind == crate::view::MarkKind::Weak);
    let per_hundred = (weak.count() as f64 * 1000.0 / f64::from(words)).round() / 10.0;
    assert_eq!(debrief.across.weak_per_100, Some(per_hundred));
    for row in &debrief.dimensions {
        let of = |check: &crate::view::CheckView| {
            let scores = check.scores.as_ref()?;
            match row.dimension {
                crate::view::Dimension::Ownership => scores.ownership,
                crate::view::Dimension::Systems => scores.systems,
                crate::view::Dimension::Decisions => scores.decisions,
                crate::view::Dimension::Foresight => scores.foresight,
                crate::view::Dimension::Direction => scores.direction,
                crate::view::Dimension::Impact => scores.impact,
                crate::view::Dimension::Influence => scores.influence,
            }
        };
        let figures: Vec<u32> = stored.iter().filter_map(of).collect();
        let mean = (!figures.is_empty()).then(|| {
            let many = u32::try_from(figures.len()).unwrap();
            (2 * figures.iter().sum::<u32>() + many) / (2 * many)
        });
        assert_eq!(row.now, mean, "{:?}", row.dimension);
        assert_eq!(row.before, None);
    }
    assert_eq!((debrief.compared_with, debrief.across.weak_per_100_before), (None, None), "it is the first");
}

#[test]
fn probes_and_their_answers_stand_beside_the_answer() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&MockSetup { probes: 1, ..setup("Screen") }).unwrap();
    let probe = "I decided to cut the export, because nobody used it.";
    let now = answer(&mut bench, &now, 10, &[WEAK, probe]);
    let now = bench.app.mock_deed(now.id, MockDeed::End, None).unwrap();
    let debrief = bench.app.debrief(now.id).unwrap();
    let first = &debrief.questions[0];
    assert_eq!((first.answer.as_str(), first.probes.len()), (WEAK, 1));
    assert_eq!(first.probes[0].answer, probe);
    assert!(
        first.written_down.iter().any(|note| note.contains("cut the export")),
        "{:?}",
        first.written_down
    );
    assert!(!debrief.questions[2].asked, "ended early");
    assert_eq!(debrief.across.answers, 1);
}

#[test]
fn what_was_not_asked_and_what_was_deleted_is_told() {
    let mut bench = Bench::new();
    let mock = hold(&mut bench, &setup("Screen"), &[STRONG, WEAK]);
    let before = bench.app.debrief(mock).unwrap();
    let answer = before.questions[1].answer_id.unwrap();
    bench.app.trash(answer).unwrap();
    assert_eq!(bench.app.debrief(mock).unwrap().score, before.score, "it can still be brought back");
    assert_eq!(bench.app.send_mock_to_review(mock, &[1]).unwrap(), [0_u32; 0]);
    bench.app.delete_forever(answer).unwrap();
    let after = bench.app.debrief(mock).unwrap();
    let gone = &after.questions[1];
    assert_eq!(
        (gone.answer_id, gone.take_id, gone.score, gone.asked, gone.skipped),
        (None, None, None, true, false)
    );
    assert!(gone.answer.is_empty() && gone.written_down.is_empty() && !gone.suggest_review);
    assert_eq!(gone.time, before.questions[1].time);
    assert_eq!((after.across.answers, after.score), (1, after.questions[0].score));
    for format in [DebriefFormat::Markdown, DebriefFormat::Html, DebriefFormat::Json] {
        let path = bench.app.export_debrief(mock, format, &bench.dir.path().join("exports")).unwrap();
        assert!(!fs::read_to_string(path).unwrap().contains("coordinated teams"), "deleted is deleted");
    }
}

#[test]
fn a_mock_that_ended_before_a_word_has_a_debrief() {
    let mut bench = Bench::new();
    let mock = hold(&mut bench, &setup("Screen"), &[]);
    let debrief = bench.app.debrief(mock).unwrap();
    assert_eq!((debrief.score, debrief.so_far.len(), debrief.across.answers), (None, 0, 0));
    assert!(debrief.dimensions.iter().all(|row| row.now.is_none()));
    assert_eq!(debrief.across.weak_per_100, None);
}

#[test]
fn a_mock_is_compared_with_the_last_of_its_loop() {
    let mut bench = Bench::new();
    let first = hold(&mut bench, &setup("Mine"), &[WEAK, WEAK, WEAK]);
    bench.clock.forward(24);
    let other = hold(&mut bench, &setup("Other"), &[STRONG, STRONG, STRONG]);
    bench.clock.forward(24);
    let last = hold(&mut bench, &MockSetup { seed: 8, ..setup("Mine") }, &[STRONG, WEAK, STRONG]);
    let debrief = bench.app.debrief(last).unwrap();
    let earlier = bench.app.debrief(first).unwrap();
    assert_eq!(debrief.compared_with.map(|row| row.id), Some(first));
    assert_eq!(debrief.across.weak_per_100_before, earlier.across.weak_per_100);
    let before: Vec<_> = debrief.dimensions.iter().map(|row| row.before).collect();
    assert_eq!(before, earlier.dimensions.iter().map(|row| row.now).collect::<Vec<_>>());
    assert_eq!(debrief.so_far.iter().map(|point| point.id).collect::<Vec<_>>(), [first, other, last]);

    bench.app.delete_mocks(&[first]).unwrap();
    let debrief = bench.app.debrief(last).unwrap();
    assert_eq!(debrief.compared_with.map(|row| row.id), Some(other), "else with the last of any");
    assert_eq!(debrief.so_far.iter().map(|point| point.id).collect::<Vec<_>>(), [other, last]);
    assert_eq!(bench.app.mock_room().unwrap().earlier.len(), 2);
    bench.app.restore_mocks(&[first]).unwrap();
    assert_eq!(bench.app.debrief(last).unwrap().compared_with.map(|row| row.id), Some(first));
}

#[test]
fn answers_below_55_are_sent_to_review_in_one_step() {
    let mut bench = Bench::new();
    let mock = hold(&mut bench, &setup("Screen"), &[STRONG, WEAK, WEAK]);
    let debrief = bench.app.debrief(mock).unwrap();
    let suggested: Vec<u32> =
        debrief.questions.iter().filter(|one| one.suggest_review).map(|one| one.slot).collect();
    assert_eq!(suggested, [1, 2]);
    let cost = bench.app.mock_review_cost(mock, &suggested).unwrap();
    assert_eq!((cost.answers, cost.from.as_deref()), (2, Some("2026-03-11")));
    assert!((1..=2).contains(&cost.minutes_a_day), "half a minute each, a few times: {}", cost.minutes_a_day);
    let none = bench.app.mock_review_cost(mock, &[]).unwrap();
    assert_eq!((none.answers, none.minutes_a_day, none.from), (0, 0, None));

    let third = debrief.questions[2].answer_id.unwrap();
    bench.app.send_to_review(third).unwrap();
    bench.app.review_queue().unwrap();
    bench.app.suspend(third).unwrap();
    let sent = bench.app.send_mock_to_review(mock, &[1, 2, 7]).unwrap();
    assert_eq!(sent, [debrief.questions[1].answer_id.unwrap()], "what is in review stays as it is");
    assert_eq!(bench.app.send_mock_to_review(mock, &[1, 2]).unwrap(), [0_u32; 0]);
    let after = bench.app.debrief(mock).unwrap();
    assert_eq!(after.questions.iter().map(|one| one.in_review).collect::<Vec<_>>(), [false, true, true]);
    assert!(after.questions.iter().all(|one| !one.suggest_review));
    bench.clock.forward(24);
    assert_eq!(bench.app.review_queue().unwrap().due.len(), 1);
    bench.app.withdraw_from_review(sent[0]).unwrap();
    assert!(bench.app.debrief(mock).unwrap().questions[1].suggest_review, "the undo");
}

#[test]
fn ignored_findings_do_not_count() {
    let mut bench = Bench::new();
    let mock = hold(&mut bench, &setup("Screen"), &[WEAK, WEAK, WEAK]);
    let before = bench.app.debrief(mock).unwrap();
    let take = before.questions[0].take_id.unwrap();
    for mark in bench.app.check(take).unwrap().marks {
        let ignored =
            crate::view::IgnoredMark { rule: mark.rule, start: mark.start, end: mark.end, text: mark.text };
        bench.app.ignore_finding(take, &ignored).unwrap();
    }
    let after = bench.app.debrief(mock).unwrap();
    assert!(after.across.weak_per_100 < before.across.weak_per_100);
    assert_ne!(after.questions[0].score, before.questions[0].score);
    assert!(!after.questions[0].written_down.iter().any(|note| note.starts_with("Activity")));
}

#[test]
fn a_huge_answer_and_one_in_another_language_have_their_place() {
    let mut bench = Bench::new();
    let huge = format!("{STRONG} ").repeat(600);
    let mock = hold(&mut bench, &setup("Screen"), &[&huge, FOREIGN, "No."]);
    let debrief = bench.app.debrief(mock).unwrap();
    assert_eq!(debrief.questions[0].answer, huge.trim());
    assert!(debrief.questions[0].score.is_some());
    for one in &debrief.questions[1..] {
        assert_eq!(
            (one.score, one.written_down.len(), one.suggest_review),
            (None, 1, false),
            "{}",
            one.answer
        );
    }
    assert_eq!(debrief.score, debrief.questions[0].score);
    assert!(
        debrief.questions.iter().flat_map(|one| &one.written_down).all(|note| note.chars().count() < 300)
    );
}

#[test]
fn an_export_is_a_new_file_each_time() {
    let mut bench = Bench::new();
    let mock = hold(&mut bench, &setup("Übung: “Screen” ../1"), &[STRONG, WEAK]);
    let folder = bench.dir.path().join("downloads");
    let export = |bench: &mut Bench, format| bench.app.export_debrief(mock, format, &folder).unwrap();
    let first = export(&mut bench, DebriefFormat::Markdown);
    let second = export(&mut bench, DebriefFormat::Markdown);
    let html = export(&mut bench, DebriefFormat::Html);
    let json = export(&mut bench, DebriefFormat::Json);
    let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap().to_owned();
    assert_eq!(
        [name(&first), name(&second), name(&html), name(&json)],
        [
            "mock-ubung-screen-1-2026-03-10.md",
            "mock-ubung-screen-1-2026-03-10-2.md",
            "mock-ubung-screen-1-2026-03-10.html",
            "mock-ubung-screen-1-2026-03-10.json"
        ]
    );
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    let whole: Debrief = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
    assert_eq!(whole, bench.app.debrief(mock).unwrap());

    let in_the_way = bench.dir.path().join("file");
    fs::write(&in_the_way, "x").unwrap();
    let refused = bench.app.export_debrief(mock, DebriefFormat::Json, &in_the_way).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotWritable);
    assert!(refused.to_string().starts_with("The debrief could not be written to"));
    assert_eq!(bench.app.debrief(99).unwrap_err().code(), ErrorCode::NotFound);
}
