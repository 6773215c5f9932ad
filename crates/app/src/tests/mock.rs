//! Mock interviews, over a real store.

use practice::mock::{Event, What};
use store::{MockId, Source, TakeState};

use crate::{
    testing::{Bench, QUESTION, STRONG, WEAK, mock_setup},
    view::{
        Asked, DraftEdit, ErrorCode, MockDeed, MockEdit, MockNow, MockPreference, MockSetup, MockStage,
        SlotState, TimePhase,
    },
};

fn asked(now: &MockNow) -> &Asked {
    match &now.stage {
        MockStage::Preparing { asked, .. } | MockStage::Answering { asked } => asked,
        other => panic!("nothing is asked: {other:?}"),
    }
}

/// Words for the part that is asked.
fn words(now: &MockNow, text: &str) -> MockEdit {
    let asked = asked(now);
    MockEdit { slot: asked.slot, part: asked.part, revision: asked.revision, text: text.to_owned() }
}

fn slots(now: &MockNow) -> Vec<SlotState> {
    now.rounds.iter().flat_map(|round| round.slots.clone()).collect()
}

impl Bench {
    fn deed(&mut self, now: &MockNow, deed: MockDeed) -> MockNow {
        self.app.mock_deed(now.id, deed, None).unwrap()
    }

    /// Says it, and is done with the part.
    fn say(&mut self, now: &MockNow, text: &str) -> MockNow {
        self.app.mock_deed(now.id, MockDeed::Done, Some(&words(now, text))).unwrap()
    }

    fn look(&mut self, now: &MockNow) -> MockNow {
        self.app.mock_now(now.id).unwrap()
    }

    fn refused(&mut self, now: &MockNow, deed: MockDeed) -> String {
        self.app.mock_deed(now.id, deed, None).unwrap_err().to_string()
    }

    fn take_of_slot(&self, mock: u32, slot: u32) -> Option<store::Take> {
        let answer = self.app.store.mock_answer(MockId(i64::from(mock)), slot).unwrap();
        answer.and_then(|answer| answer.take)
    }

    fn happened(&self, mock: u32) -> Vec<Event> {
        let events = self.app.store.mock_events(MockId(i64::from(mock))).unwrap();
        events.iter().map(|event| serde_json::from_str(&event.body).unwrap()).collect()
    }
}

fn without_probes() -> MockSetup {
    MockSetup { probes: 0, ..mock_setup() }
}

#[test]
fn a_mock_is_held_from_the_first_question_to_the_last() {
    let mut bench = Bench::new();
    let mut now = bench.app.start_mock(&mock_setup()).unwrap();
    let id = now.id;
    assert_eq!((now.events, now.paused, now.rounds.len(), now.name.as_str()), (1, false, 2, "Two rounds"));
    assert_eq!((asked(&now).number, asked(&now).of, asked(&now).time.budget_ms), (1, 2, 120_000));
    assert_eq!((now.time.budget_ms, now.rounds[1].time.budget_ms), (360_000, 120_000));

    let mut probes = 0;
    let mut breaks = 0;
    for _ in 0..20 {
        now = match &now.stage {
            MockStage::Answering { asked } => {
                let is_probe = asked.probe.is_some();
                assert_eq!(asked.part, asked.probe.as_ref().map_or(0, |probe| probe.number));
                assert_eq!(asked.done.len(), asked.part as usize);
                probes += u32::from(is_probe);
                bench.clock.pass(20);
                let text = if is_probe { "It was late by then 🙂, and two teams waited." } else { WEAK };
                bench.say(&now, text)
            }
            MockStage::Break { ended, at_limit, .. } => {
                breaks += 1;
                assert_eq!((*ended, *at_limit), (0, false));
                bench.clock.pass(60);
                let rested = bench.look(&now);
                assert!(matches!(rested.stage, MockStage::Break { rested_ms: 60_000, .. }), "{rested:?}");
                bench.deed(&rested, MockDeed::NextRound)
            }
            MockStage::Ended => break,
            MockStage::Preparing { .. } => panic!("no time to think was asked for"),
        };
    }
    assert_eq!((now.stage.clone(), breaks), (MockStage::Ended, 1));
    assert!(probes >= 3, "a weak answer is asked about: {probes}");
    assert_eq!(slots(&now), [SlotState::Answered; 3]);
    assert_eq!(now.time.used_ms, (3 + probes) * 20_000);

    // The takes are whole, and each probe says where its answer begins.
    let events = bench.happened(id);
    let mut slot = 0;
    for event in &events {
        match &event.what {
            What::Asked { slot: next } => slot = *next as u32,
            What::Probed { probe } => {
                let take = bench.take_of_slot(id, slot).unwrap();
                assert!(take.text[probe.from..].starts_with("It was late by then"), "{take:?}");
                assert!(!probe.text.is_empty());
            }
            _ => {}
        }
    }
    for slot in 0..3 {
        let take = bench.take_of_slot(id, slot).unwrap();
        assert_eq!((take.state, take.source, take.budget_ms), (TakeState::Finished, Source::Mock, 120_000));
        assert!(take.text.starts_with(WEAK) && take.scored.score.is_some());
        assert!(take.elapsed_ms >= 20_000 && take.elapsed_ms.is_multiple_of(20_000), "{}", take.elapsed_ms);
        assert_eq!(bench.app.check(u32::try_from(take.id.0).unwrap()).unwrap().text, take.text);
    }
    let room = bench.app.mock_room().unwrap();
    let row = &room.earlier[0];
    assert_eq!((row.id, row.answered, row.questions, row.day.as_str()), (id, 3, 3, "2026-03-10"));
    assert!(row.score.is_some() && room.under_way.is_none());
    assert_eq!(room.custom, Some(mock_setup()));
    assert_eq!(bench.look(&now).stage, MockStage::Ended, "it can be looked at");
    assert_eq!(
        bench.refused(&now, MockDeed::Done),
        "This mock interview has ended. Its debrief can be read."
    );
    assert_eq!(bench.app.mock_now(99).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn nothing_of_a_check_is_told_before_the_end() {
    fn names(value: &serde_json::Value, seen: &mut std::collections::BTreeSet<String>) {
        match value {
            serde_json::Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                seen.insert(name.clone());
                names(value, seen);
            }),
            serde_json::Value::Array(values) => values.iter().for_each(|value| names(value, seen)),
            _ => {}
        }
    }
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&mock_setup()).unwrap();
    let now = bench.say(&now, WEAK);
    assert!(asked(&now).probe.is_some());
    let mut seen = std::collections::BTreeSet::new();
    names(&serde_json::to_value(&now).unwrap(), &mut seen);
    let seen: Vec<_> = seen.iter().map(String::as_str).collect();
    assert_eq!(
        seen.join(" "),
        "asked budgetMs done events id name number of over part paused phase probe prompt revision round rounds say \
         slot slots stage text time usedMs written"
    );
}

#[test]
fn a_written_round_has_no_interviewer() {
    let mut bench = Bench::new();
    let mut setup = MockSetup { preparation_seconds: 60, ..mock_setup() };
    setup.rounds.truncate(1);
    setup.rounds[0].written = true;
    let now = bench.app.start_mock(&setup).unwrap();
    assert!(matches!(&now.stage, MockStage::Answering { asked } if asked.written), "{now:?}");
    let now = bench.say(&now, WEAK);
    assert_eq!((asked(&now).slot, asked(&now).probe.is_none()), (1, true));
}

#[test]
fn pauses_breaks_and_time_to_think_use_no_time() {
    let mut bench = Bench::new();
    let setup = MockSetup { preparation_seconds: 30, ..without_probes() };
    let now = bench.app.start_mock(&setup).unwrap();
    assert!(matches!(&now.stage, MockStage::Preparing { time, .. } if time.budget_ms == 30_000));
    bench.clock.pass(12);
    let now = bench.look(&now);
    assert!(matches!(&now.stage, MockStage::Preparing { time, .. } if time.used_ms == 12_000));
    bench.clock.pass(20);
    let now = bench.look(&now);
    assert!(matches!(now.stage, MockStage::Answering { .. }), "the time to think ends by itself");
    assert_eq!(asked(&now).time.used_ms, 2_000);

    let paused = bench.deed(&now, MockDeed::Pause);
    assert!(paused.paused);
    bench.clock.pass(900);
    bench.clock.forward(-5);
    let still = bench.look(&paused);
    assert_eq!((still.paused, asked(&still).time.used_ms), (true, 2_000));
    assert_eq!(
        bench.refused(&still, MockDeed::Skip),
        "This mock interview stands still. Go on with it first."
    );
    let on = bench.deed(&still, MockDeed::Resume);
    assert!(!on.paused);
    bench.clock.pass(100);
    let late = bench.look(&on);
    assert_eq!((asked(&late).time.used_ms, asked(&late).time.phase), (102_000, TimePhase::InTime));
    bench.clock.pass(50);
    let over = bench.look(&late);
    assert_eq!((asked(&over).time.used_ms, asked(&over).time.phase), (152_000, TimePhase::Over));
    assert!(late.say.is_some() && over.say.is_some(), "{:?} {:?}", late.say, over.say);
    assert_eq!(bench.look(&over).say, None, "each thing is said once");

    let next = bench.deed(&over, MockDeed::Skip);
    assert!(matches!(next.stage, MockStage::Preparing { .. }));
    let next = bench.deed(&next, MockDeed::Begin);
    assert_eq!((asked(&next).slot, asked(&next).time.used_ms), (1, 0));
    assert_eq!(next.rounds[0].time.used_ms, 152_000);
}

#[test]
fn after_a_crash_it_stands_still_where_it_was() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    bench.clock.pass(40);
    let now = bench.say(&now, STRONG);
    bench.clock.pass(33);
    let typed = bench.app.save_mock_answer(now.id, &words(&now, "I cut the export 🙂")).unwrap();
    bench.clock.pass(3);
    let mut bench = bench.restart();
    bench.clock.forward(24 * 30);
    bench.clock.pass(600);
    assert_eq!(bench.app.ready().unwrap().mock, Some(typed.id));
    assert!(bench.app.ready().unwrap().running.is_none(), "Practice goes on with nothing");
    let room = bench.app.mock_room().unwrap();
    assert_eq!(room.under_way.as_ref().map(|mock| mock.place.as_str()), Some("Round 1, question 2 of 2"));

    let still = bench.look(&typed);
    assert!(still.paused);
    assert_eq!((asked(&still).text.as_str(), asked(&still).slot), ("I cut the export 🙂", 1));
    assert_eq!(asked(&still).time.used_ms, 33_000, "up to the last thing stored");
    assert_eq!(still.rounds[0].time.used_ms, 73_000);
    assert_eq!(slots(&still), [SlotState::Answered, SlotState::Current, SlotState::Coming]);
    bench.clock.pass(50);
    let on = bench.deed(&still, MockDeed::Resume);
    assert_eq!((on.paused, asked(&on).time.used_ms), (false, 33_000));
    bench.clock.pass(7);
    assert_eq!(asked(&bench.look(&on)).time.used_ms, 40_000);

    // As often as one likes: the same.
    let mut bench = bench.restart();
    let again = bench.look(&on);
    assert_eq!((again.paused, asked(&again).time.used_ms), (true, 40_000));
    let mut bench = bench.restart();
    assert_eq!(bench.look(&again), again);
}

#[test]
fn a_computer_that_sleeps_answers_nothing() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    bench.clock.pass(10);
    let now = bench.look(&now);
    bench.clock.pass(3 * 3600);
    let awake = bench.look(&now);
    assert_eq!((asked(&awake).time.used_ms, awake.paused), (130_000, false));
    assert!(bench.happened(now.id).iter().any(|event| event.what == What::Left));
    bench.clock.pass(4);
    assert_eq!(asked(&bench.look(&awake)).time.used_ms, 134_000);
}

#[test]
fn a_pause_of_days_is_over_when_it_is_over() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    let now = bench.deed(&now, MockDeed::Pause);
    bench.clock.pass(5 * 24 * 3600);
    let now = bench.deed(&now, MockDeed::Resume);
    bench.clock.pass(3);
    assert_eq!(asked(&bench.look(&now)).time.used_ms, 3_000);
}

#[test]
fn looking_stores_little_and_never_more_than_five_seconds_late() {
    let mut bench = Bench::new();
    let mut now = bench.app.start_mock(&without_probes()).unwrap();
    for _ in 0..60 {
        bench.clock.pass(1);
        now = bench.look(&now);
    }
    assert_eq!(asked(&now).time.used_ms, 60_000);
    let events = bench.happened(now.id);
    assert!(events.len() <= 14, "{events:?}");
    let stored: u64 = events.iter().map(|event| event.ran_ms).sum();
    assert!(stored > 55_000, "{stored}");
}

#[test]
fn words_of_another_part_or_an_older_window_are_refused() {
    let mut bench = Bench::new();
    let first = bench.app.start_mock(&without_probes()).unwrap();
    let empty = words(&first, "");
    assert_eq!(bench.app.save_mock_answer(first.id, &empty).unwrap().events, first.events, "nothing to keep");
    let one = words(&first, "I chose the first");
    let saved = bench.app.save_mock_answer(first.id, &one).unwrap();
    assert_eq!((asked(&saved).revision, asked(&saved).text.as_str()), (1, "I chose the first"));
    assert_eq!(
        bench.app.save_mock_answer(first.id, &one).unwrap(),
        saved,
        "a repeated save is the same save"
    );
    let stale = bench.app.save_mock_answer(first.id, &words(&first, "I chose another")).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
    let stale = bench.app.mock_deed(first.id, MockDeed::Done, Some(&words(&first, "Another"))).unwrap_err();
    assert_eq!(stale.code(), ErrorCode::Stale);
    assert_eq!(asked(&bench.look(&saved)).text, "I chose the first", "nothing has happened");

    let second = bench.say(&saved, STRONG);
    for (slot, part) in [(0, 0), (1, 1), (2, 0)] {
        let edit = MockEdit { slot, part, ..words(&second, "Too late") };
        assert_eq!(bench.app.save_mock_answer(first.id, &edit).unwrap_err().code(), ErrorCode::Stale);
    }
    let endless = words(&second, &"word ".repeat(500_000));
    assert_eq!(bench.app.save_mock_answer(first.id, &endless).unwrap_err().code(), ErrorCode::TooLong);
    assert!(bench.take_of_slot(first.id, 1).is_none());
    let odd = "<script>alert(1)</script>\r\n\u{202E}قرر\u{202C}\0 e\u{301}";
    let saved = bench.app.save_mock_answer(first.id, &words(&second, odd)).unwrap();
    assert_eq!(asked(&saved).text, odd);
}

#[test]
fn a_round_that_ends_at_its_limit_keeps_what_is_saved() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&MockSetup { ends_at_limit: true, ..without_probes() }).unwrap();
    for _ in 0..3 {
        bench.clock.pass(70);
        let seen = bench.look(&now);
        bench.app.save_mock_answer(now.id, &words(&seen, STRONG)).unwrap();
    }
    bench.clock.pass(29);
    let last = bench.look(&now);
    assert_eq!(last.rounds[0].time.phase, TimePhase::LastTenth);
    bench.clock.pass(2);
    let now = bench.app.save_mock_answer(now.id, &words(&last, WEAK)).unwrap();
    assert!(matches!(now.stage, MockStage::Break { ended: 0, at_limit: true, .. }), "{:?}", now.stage);
    assert_eq!(slots(&now), [SlotState::Answered, SlotState::Coming, SlotState::Coming]);
    assert_eq!((now.rounds[0].time.used_ms, now.rounds[0].over), (240_000, true));
    let take = bench.take_of_slot(now.id, 0).unwrap();
    assert_eq!((take.state, take.text.as_str(), take.elapsed_ms), (TakeState::Finished, WEAK, 240_000));
    let now = bench.deed(&now, MockDeed::NextRound);
    assert_eq!((asked(&now).slot, asked(&now).round), (2, 1));
    bench.clock.pass(119);
    bench.look(&now);
    bench.clock.pass(100);
    let now = bench.look(&now);
    assert_eq!(now.stage, MockStage::Ended);
    assert_eq!(slots(&now)[2], SlotState::Skipped);
    assert_eq!(bench.app.mock_room().unwrap().earlier[0].answered, 1);
}

#[test]
fn the_draft_of_a_mock_is_no_draft_of_practice_or_review() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    let now = bench.app.save_mock_answer(now.id, &words(&now, "I chose the mock")).unwrap();
    let take = bench.take_of_slot(now.id, 0).unwrap();
    let take_id = u32::try_from(take.id.0).unwrap();
    let question = bench.app.store.answer(take.answer_id).unwrap().question_id;
    assert!(bench.app.ready().unwrap().running.is_none());
    assert_eq!(bench.app.running_take(take_id).unwrap_err().code(), ErrorCode::Stale);
    let edit = DraftEdit { take_id, revision: 1, text: STRONG.to_owned(), elapsed_ms: 1 };
    assert_eq!(bench.app.save_draft(&edit).unwrap_err().code(), ErrorCode::Stale);
    assert_eq!(bench.app.finish_take(&edit).unwrap_err().code(), ErrorCode::Stale);
    assert_eq!(bench.app.discard_take(take_id).unwrap_err().code(), ErrorCode::Stale);

    let practised = bench.answer(&question, WEAK);
    assert_eq!((practised.takes.len(), practised.answer_id), (1, u32::try_from(take.answer_id.0).unwrap()));
    assert!(bench.app.start_take(&question).unwrap().text.is_empty());
    bench.app.send_to_review(practised.answer_id).unwrap();
    assert_eq!(asked(&bench.look(&now)).text, "I chose the mock");
    bench.say(&now, STRONG);
    // In review by now: the performance is logged, graded by nobody.
    let logged = bench.app.store.reviews_of(take.answer_id).unwrap();
    let logged: Vec<_> = logged.iter().map(|review| (review.logged.source, review.logged.grade)).collect();
    assert_eq!(logged, [(Source::Mock, None)]);
    let check = bench.app.check(take_id).unwrap();
    assert_eq!((check.take.ordinal, check.takes.len()), (1, 2));
}

#[test]
fn there_is_one_mock_at_a_time() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    let second = bench.app.start_mock(&without_probes()).unwrap_err();
    assert_eq!(second.code(), ErrorCode::Stale);
    assert_eq!(second.to_string(), "A mock interview is under way. Go on with it, or end it.");
    bench.deed(&now, MockDeed::End);
    assert_ne!(bench.app.start_mock(&without_probes()).unwrap().id, now.id);
}

#[test]
fn left_and_gone_on_with_or_ended_early() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    bench.clock.pass(15);
    let now = bench.say(&now, STRONG);
    let left = bench.app.mock_deed(now.id, MockDeed::Leave, Some(&words(&now, WEAK))).unwrap();
    assert!(left.paused);
    bench.clock.pass(4000);
    let back = bench.look(&left);
    assert_eq!(back.events, left.events, "nothing happens while nobody is there");
    assert_eq!((asked(&back).text.as_str(), asked(&back).time.used_ms), (WEAK, 0));
    let ended = bench.deed(&back, MockDeed::End);
    assert_eq!(ended.stage, MockStage::Ended);
    assert_eq!(slots(&ended), [SlotState::Answered, SlotState::Answered, SlotState::Coming]);
    assert_eq!(bench.take_of_slot(now.id, 1).unwrap().text, WEAK);
    let row = &bench.app.mock_room().unwrap().earlier[0];
    assert_eq!((row.answered, row.questions), (2, 3));
    assert!(bench.app.ready().unwrap().mock.is_none());
}

#[test]
fn a_question_passed_over_leaves_nothing_behind() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&without_probes()).unwrap();
    let typed = bench.app.save_mock_answer(now.id, &words(&now, "I")).unwrap();
    let take = bench.take_of_slot(now.id, 0).unwrap();
    let erased = bench.app.mock_deed(now.id, MockDeed::Skip, Some(&words(&typed, " \n"))).unwrap();
    assert_eq!(slots(&erased)[0], SlotState::Skipped);
    assert!(bench.take_of_slot(now.id, 0).is_none() && bench.app.store.take(take.id).is_err());
    let next = bench.deed(&erased, MockDeed::Done);
    assert_eq!(slots(&next)[1], SlotState::Skipped, "done without a word is passed over");
    let next = bench.deed(&next, MockDeed::NextRound);
    let kept = bench.app.mock_deed(next.id, MockDeed::Skip, Some(&words(&next, STRONG))).unwrap();
    assert_eq!((slots(&kept)[2], kept.stage), (SlotState::Answered, MockStage::Ended), "words are kept");
    assert_eq!(bench.app.mock_room().unwrap().earlier[0].answered, 1);
    assert_eq!(bench.app.answers(&Default::default()).unwrap().rows.len(), 1);
}

#[test]
fn an_answer_deleted_in_the_middle_costs_that_answer_alone() {
    let mut bench = Bench::new();
    let now = bench.app.start_mock(&mock_setup()).unwrap();
    let delete = |bench: &mut Bench, slot: u32| {
        let answer = bench.take_of_slot(now.id, slot).unwrap().answer_id;
        let answer = u32::try_from(answer.0).unwrap();
        bench.app.trash(answer).unwrap();
        bench.app.delete_forever(answer).unwrap();
    };
    let probed = bench.say(&now, WEAK);
    assert!(asked(&probed).probe.is_some());
    delete(&mut bench, 0);
    let gone = bench.look(&probed);
    assert_eq!((asked(&gone).text.as_str(), asked(&gone).revision, asked(&gone).done.len()), ("", 0, 1));
    let refused = bench.app.save_mock_answer(now.id, &words(&gone, "Alone")).unwrap_err();
    assert_eq!(refused.to_string(), "The answer to this question was deleted. Go on to the next question.");
    let next = bench.app.mock_deed(now.id, MockDeed::Skip, Some(&words(&gone, "Alone"))).unwrap();
    assert_eq!(slots(&next)[..2], [SlotState::Skipped, SlotState::Current]);

    // Before the first part is done, it is only begun again.
    let typed = bench.app.save_mock_answer(now.id, &words(&next, WEAK)).unwrap();
    delete(&mut bench, 1);
    assert_eq!(
        bench.app.save_mock_answer(now.id, &words(&typed, WEAK)).unwrap_err().code(),
        ErrorCode::Stale
    );
    let again = bench.look(&typed);
    let again = bench.app.save_mock_answer(now.id, &words(&again, STRONG)).unwrap();
    assert_eq!(asked(&again).text, STRONG);
    let trashed = bench.take_of_slot(now.id, 1).unwrap().answer_id;
    bench.app.trash(u32::try_from(trashed.0).unwrap()).unwrap();
    let ended = bench.deed(&again, MockDeed::End);
    assert_eq!(slots(&ended)[1], SlotState::Answered, "what is in the trash is still given");
}

#[test]
fn the_same_set_up_asks_the_same_and_suspended_questions_are_never_asked() {
    let mut bench = Bench::new();
    let prompts = |bench: &mut Bench, setup: &MockSetup| {
        let now = bench.app.start_mock(setup).unwrap();
        bench.deed(&now, MockDeed::End);
        let plan = bench.app.stored_mock(MockId(i64::from(now.id))).unwrap().2.plan().clone();
        let slots = plan.rounds.into_iter().flat_map(|round| round.slots);
        slots.map(|slot| slot.question).collect::<Vec<_>>()
    };
    let first = prompts(&mut bench, &mock_setup());
    assert_eq!(prompts(&mut bench, &mock_setup()), first);
    let others: Vec<_> =
        (0..5).map(|seed| prompts(&mut bench, &MockSetup { seed, ..mock_setup() })).collect();
    assert!(others.iter().any(|other| *other != first));
    for question in &first {
        bench.app.suspend_question(question, true).unwrap();
    }
    let without = prompts(&mut bench, &mock_setup());
    assert!(without.iter().all(|question| !first.contains(question)), "{without:?}");
    let mut setup = MockSetup { prefer: MockPreference::Weak, ..mock_setup() };
    setup.rounds.truncate(1);
    bench.answer(QUESTION, WEAK);
    assert_eq!(prompts(&mut bench, &setup).len(), 2);
}

#[test]
fn what_cannot_be_held_is_said_before_it_begins() {
    let mut bench = Bench::new();
    let fit = bench.app.fit_mock(&mock_setup()).unwrap();
    assert_eq!((fit.minutes, fit.questions, fit.problems.len()), (6, 3, 0));
    assert!(fit.available.iter().all(|available| *available > 20), "{fit:?}");
    assert_eq!(fit.ends_at - bench.app.clock.now().as_millisecond(), 360_000);
    let mut setup = MockSetup { preparation_seconds: 60, ..mock_setup() };
    assert_eq!(bench.app.fit_mock(&setup).unwrap().ends_at - fit.ends_at, 180_000);

    setup.rounds[1].competencies = vec!["thought-leadership-career".to_owned()];
    setup.rounds[1].kinds = vec!["estimation".to_owned()];
    let fit = bench.app.fit_mock(&setup).unwrap();
    assert_eq!((fit.available[1], fit.problems.len(), fit.problems[0].round), (0, 1, Some(1)), "{fit:?}");
    let refused = bench.app.start_mock(&setup).unwrap_err();
    assert_eq!((refused.code(), refused.to_string()), (ErrorCode::Invalid, fit.problems[0].message.clone()));
    setup.rounds.clear();
    let fit = bench.app.fit_mock(&setup).unwrap();
    assert_eq!(fit.problems[0].message, "An interview has 1 to 8 rounds.");
    assert_eq!(bench.app.start_mock(&setup).unwrap_err().to_string(), "An interview has 1 to 8 rounds.");
    assert!(bench.app.mock_room().unwrap().custom.is_none(), "nothing has begun");
}

#[test]
fn the_room_counts_what_the_bank_has() {
    let mut bench = Bench::new();
    let before = bench.app.mock_room().unwrap();
    assert_eq!((before.answered, before.loops.len()), (0, 7));
    bench.answer(QUESTION, STRONG);
    bench.app.suspend_question("execution-budget-spent-early", true).unwrap();
    let room = bench.app.mock_room().unwrap();
    assert_eq!((room.answered, room.bank), (1, before.bank - 1));
    assert!(room.seed <= 9999);
}
