use proptest::prelude::*;

use super::fixtures::{plan, probe};
use crate::mock::{
    Command, Event, MockError, Moment, Outcome, Plan, Stage, State, Still, Times, What, times,
};

const DONE: Command = Command::Done { probe: None };
const LOOK: Command = Command::Look;

/// A mock with everything that happened in it.
struct Held {
    state: State,
    events: Vec<Event>,
}

impl Held {
    fn of(plan: Plan) -> Self {
        let mut held = Self { state: State::begin(plan).unwrap(), events: vec![] };
        held.does(Command::Start, 0);
        held
    }

    /// With words said.
    fn does(&mut self, command: Command, ran_ms: u64) -> Vec<What> {
        self.does_with(command, ran_ms, true)
    }

    /// Without a word.
    fn does_mutely(&mut self, command: Command, ran_ms: u64) -> Vec<What> {
        self.does_with(command, ran_ms, false)
    }

    fn does_with(&mut self, command: Command, ran_ms: u64, has_words: bool) -> Vec<What> {
        let events = self.state.decide(command, Moment { at_ms: 0, ran_ms, has_words }).unwrap();
        for event in &events {
            self.state.apply(event).unwrap();
        }
        self.events.extend(events.iter().cloned());
        events.into_iter().map(|event| event.what).collect()
    }

    fn refuses(&self, command: Command, error: MockError) {
        assert_eq!(self.state.decide(command, Moment::default()), Err(error));
    }
}

#[test]
fn a_mock_goes_from_question_to_question_and_ends() {
    let mut held = Held::of(plan(&[2, 1]));
    assert_eq!((held.state.stage(), held.state.slot()), (Stage::Answering, 0));
    assert_eq!(
        held.does(Command::Done { probe: Some(probe("Why?")) }, 20_000),
        [What::Probed { probe: probe("Why?") }]
    );
    assert_eq!(held.state.part(), 1);
    held.does(DONE, 10_000);
    assert_eq!((held.state.slot(), held.state.part()), (1, 0));
    assert_eq!(held.state.used_ms(0), 30_000);
    assert_eq!(held.does_mutely(Command::Skip, 1_000), [What::Skipped, What::RoundEnded { at_limit: false }]);
    assert_eq!(held.state.stage(), Stage::Break);
    held.refuses(DONE, MockError::NotNow);
    held.does(Command::NextRound, 90_000);
    assert_eq!(held.state.rested_ms(), 90_000);
    assert_eq!((held.state.round(), held.state.slot()), (1, 2));
    let last = held.does(DONE, 70_000);
    assert_eq!(last, [What::Answered, What::RoundEnded { at_limit: false }, What::Ended { early: false }]);
    assert_eq!(held.state.stage(), Stage::Ended);
    held.refuses(LOOK, MockError::Ended);
    let outcomes: Vec<Outcome> = (0..3).map(|slot| held.state.outcome(slot)).collect();
    assert_eq!(outcomes, [Outcome::Answered, Outcome::Skipped, Outcome::Answered]);
    assert_eq!(Times::of(&held.state).whole.used.as_millis(), 101_000);
}

#[test]
fn probes_stop_at_what_the_plan_allows() {
    let mut held = Held::of(plan(&[2]));
    for number in 1..=2 {
        held.does(Command::Done { probe: Some(probe("And?")) }, 0);
        assert_eq!(held.state.part(), number);
    }
    held.does(Command::Done { probe: Some(probe("And?")) }, 0);
    assert_eq!((held.state.slot(), held.state.part()), (1, 0));
}

#[test]
fn nobody_probes_a_written_answer_nor_gives_time_to_think() {
    let mut written = plan(&[1]);
    written.rounds[0].written = true;
    written.preparation_ms = 60_000;
    let mut held = Held::of(written);
    assert_eq!(held.state.stage(), Stage::Answering);
    held.does(Command::Done { probe: Some(probe("And?")) }, 0);
    assert_eq!(held.state.stage(), Stage::Ended);
}

#[test]
fn time_to_think_turns_into_answering_by_itself() {
    let mut thinking = plan(&[2]);
    thinking.preparation_ms = 30_000;
    let mut held = Held::of(thinking);
    assert_eq!(held.state.stage(), Stage::Preparing);
    held.refuses(DONE, MockError::NotNow);
    assert_eq!(held.does(LOOK, 2_000), []);
    assert_eq!(held.does(LOOK, 42_000), [What::Began, What::Ran]);
    assert_eq!((held.state.prepared_ms(), held.state.used_ms(0)), (30_000, 12_000));
    held.does(DONE, 0);
    assert_eq!(held.does(Command::Begin, 4_000), [What::Began]);
    assert_eq!((held.state.prepared_ms(), held.state.used_ms(1)), (4_000, 0));
}

#[test]
fn a_round_ends_at_its_limit_where_that_was_chosen() {
    let mut limited = plan(&[2, 1]);
    limited.ends_at_limit = true;
    let mut held = Held::of(limited.clone());
    held.does(DONE, 100_000);
    let turned = held.does_mutely(LOOK, 20_000);
    assert_eq!(turned, [What::Skipped, What::RoundEnded { at_limit: true }]);
    assert_eq!(held.state.used_in_ms(0), 120_000);
    assert_eq!(held.state.round_ended(0), Some(true));
    held.does(Command::NextRound, 0);
    // A deed after the limit comes too late, and the words are kept as the answer.
    let turned = held.does(Command::Skip, 61_000);
    assert_eq!(turned, [What::Answered, What::RoundEnded { at_limit: true }, What::Ended { early: false }]);

    let mut early = Held::of(limited);
    let turned = early.does(LOOK, 130_000);
    assert_eq!(turned, [What::Answered, What::RoundEnded { at_limit: true }, What::Ran]);
    assert_eq!(early.state.outcome(1), Outcome::Coming, "what was not asked is not counted");
    early.does(Command::NextRound, 0);
    assert_eq!(early.state.slot(), 2);
}

#[test]
fn without_limits_time_only_goes_over() {
    let mut held = Held::of(plan(&[1]));
    assert_eq!(held.does(LOOK, 600_000), [What::Ran]);
    assert_eq!(held.state.stage(), Stage::Answering);
    assert_eq!(held.state.used_ms(0), 600_000);
}

#[test]
fn standing_still_uses_no_time() {
    let mut held = Held::of(plan(&[2]));
    held.does(Command::Pause, 10_000);
    held.refuses(DONE, MockError::StandsStill);
    held.refuses(Command::Pause, MockError::StandsStill);
    assert_eq!(held.does(LOOK, 48_000), [What::Ran]);
    held.does(Command::Resume, 1_000);
    held.refuses(Command::Resume, MockError::Runs);
    assert_eq!((held.state.used_ms(0), held.state.paused_ms(), held.state.pauses()), (10_000, 49_000, 1));
    held.does(Command::Leave, 5_000);
    assert_eq!(held.state.still(), Some(Still::Left));
    held.does(Command::Resume, 86_400_000);
    assert_eq!((held.state.used_ms(0), held.state.paused_ms(), held.state.left()), (15_000, 49_000, 1));
}

#[test]
fn a_week_away_is_used_up_by_the_way_back() {
    let week = 7 * 86_400_000;
    let mut held = Held::of(plan(&[1]));
    held.does(Command::Leave, 5_000);
    held.does(Command::Resume, week);
    // Whoever adds up what the events ran must come to the present.
    assert_eq!(held.events.iter().map(|event| event.ran_ms).sum::<u64>(), week + 5_000);
    assert_eq!(held.state.used_ms(0), 5_000);
    assert_eq!(held.does(LOOK, week), [What::Ran]);
    assert_eq!(held.state.used_ms(0), 86_405_000, "a day of answering at most: more is a fault of the clock");
}

#[test]
fn it_can_be_ended_at_any_point() {
    for (before, has_words, outcome) in [
        (vec![], true, Outcome::Answered),
        (vec![], false, Outcome::Skipped),
        (vec![Command::Pause], true, Outcome::Answered),
        (vec![Command::Leave], false, Outcome::Skipped),
        (vec![DONE, DONE], false, Outcome::Answered),
    ] {
        let mut held = Held::of(plan(&[2, 1]));
        before.into_iter().for_each(|command| drop(held.does(command, 1_000)));
        held.does_with(Command::End, 1_000, has_words);
        assert_eq!(held.state.stage(), Stage::Ended);
        assert!(held.state.ended_early());
        assert_eq!(held.state.outcome(0), outcome);
    }
}

#[test]
fn half_the_last_tenth_and_the_end_are_said_once() {
    let state = Held::of(plan(&[2])).state;
    let said = |from: u64, to: u64| times::announcement(&state.later(from), &state.later(to));
    assert_eq!(said(29_000, 30_000).unwrap(), "Half of the time for this question is used, 0:30 left.");
    assert_eq!(said(30_000, 31_000), None);
    assert_eq!(said(53_000, 54_000).unwrap(), "0:06 left on this question.");
    assert_eq!(
        said(59_000, 60_000).unwrap(),
        "The time for this question is used. You can finish the thought."
    );
    assert_eq!(said(107_000, 108_000).unwrap(), "0:12 left in the round.");
    assert_eq!(said(119_000, 120_000).unwrap(), "The time of the round is used.");
}

#[test]
fn a_plan_without_questions_or_time_cannot_be_held() {
    let mut endless = plan(&[1, 1]);
    endless.rounds.iter_mut().for_each(|round| round.budget_ms = u64::MAX);
    for unsound in [plan(&[]), plan(&[0]), plan(&[13]), plan(&[1; 9]), endless] {
        assert_eq!(State::begin(unsound), Err(MockError::Unsound));
    }
}

#[test]
fn events_are_stored_under_names_that_stay() {
    let events = [
        What::Asked { slot: 3 },
        What::Began,
        What::Probed { probe: probe("Why?") },
        What::Answered,
        What::Skipped,
        What::RoundEnded { at_limit: true },
        What::Paused,
        What::Left,
        What::Resumed,
        What::Ran,
        What::Ended { early: false },
    ]
    .map(|what| serde_json::to_string(&Event { at_ms: 1, ran_ms: 2, what }).unwrap());
    assert_eq!(events[0], r#"{"at_ms":1,"ran_ms":2,"what":{"kind":"asked","slot":3}}"#);
    assert_eq!(events[5], r#"{"at_ms":1,"ran_ms":2,"what":{"kind":"round_ended","at_limit":true}}"#);
    for event in &events {
        let read: Event = serde_json::from_str(event).unwrap();
        assert_eq!(&serde_json::to_string(&read).unwrap(), event);
    }
}

fn plans() -> impl Strategy<Value = Plan> {
    let rounds = proptest::collection::vec(1_usize..4, 1..4);
    (rounds, 0_u8..4, prop_oneof![Just(0), Just(20_000)], any::<bool>(), any::<bool>()).prop_map(
        |(rounds, probes, preparation_ms, ends_at_limit, written)| {
            let mut plan = plan(&rounds);
            plan.rounds[0].written = written;
            Plan { probes, preparation_ms, ends_at_limit, ..plan }
        },
    )
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => Just(LOOK),
        4 => proptest::option::of("[a-z ]{1,8}")
            .prop_map(|text| Command::Done { probe: text.map(|text| probe(&text)) }),
        1 => Just(Command::Skip),
        1 => Just(Command::Begin),
        1 => Just(Command::Pause),
        1 => Just(Command::Leave),
        3 => Just(Command::Resume),
        2 => Just(Command::NextRound),
        1 => Just(Command::Start),
        1 => Just(Command::End),
    ]
}

/// What is done, when by the wall clock (which jumps by years, as clocks that are set and computers that sleep do), and
/// after how long by the one that never goes back.
fn deeds() -> impl Strategy<Value = Vec<(Command, Moment)>> {
    let year = 31_557_600_000_i64;
    let ran = prop_oneof![0_u64..3_000, 0_u64..200_000, Just(u64::MAX)];
    let moment = (-30 * year..30 * year, ran, any::<bool>()).prop_map(|(at_ms, ran_ms, has_words)| Moment {
        at_ms,
        ran_ms,
        has_words,
    });
    proptest::collection::vec((commands(), moment), 0..40)
}

proptest! {
    #[test]
    fn events_alone_make_the_state(plan in plans(), deeds in deeds()) {
        let mut state = State::begin(plan.clone()).unwrap();
        let mut events: Vec<Event> = vec![];
        let mut sum = 0_u64;
        for (command, moment) in deeds {
            let before = state.clone();
            let decided = state.decide(command.clone(), moment);
            prop_assert_eq!(&decided, &state.decide(command, moment), "the same again");
            let Ok(decided) = decided else {
                prop_assert_eq!(&before, &state);
                continue;
            };
            let ran: u64 = decided.iter().fold(0, |sum: u64, event| sum.saturating_add(event.ran_ms));
            prop_assert!(ran <= moment.ran_ms, "no time is invented");
            for event in &decided {
                let then = state.clone();
                state.apply(event).unwrap();
                for slot in 0..plan.slots() {
                    prop_assert!(state.used_ms(slot) >= then.used_ms(slot), "time never goes back");
                }
                sum = sum.saturating_add(event.ran_ms);
            }
            prop_assert!(Times::of(&state).whole.used.as_millis() <= u128::from(sum));
            if plan.ends_at_limit {
                for (number, round) in plan.rounds.iter().enumerate() {
                    if state.round_ended(number) == Some(true) {
                        prop_assert_eq!(state.used_in_ms(number), round.budget_ms);
                    }
                }
            }
            events.extend(decided);
        }
        // Whatever was stored when it crashed, the state follows from it, and the rest leads to the same end.
        for cut in 0..=events.len() {
            let mut resumed = State::after(plan.clone(), &events[..cut]).unwrap();
            for event in &events[cut..] {
                resumed.apply(event).unwrap();
            }
            prop_assert_eq!(&resumed, &state);
        }
        // The wall clock is for the record alone.
        let other: Vec<Event> = events.iter().map(|event| Event { at_ms: 0, ..event.clone() }).collect();
        prop_assert_eq!(State::after(plan, &other).unwrap(), state);
    }

    #[test]
    fn what_cannot_have_happened_changes_nothing(plan in plans(), deeds in deeds(), slot in 0_usize..9) {
        let mut state = State::begin(plan).unwrap();
        for (command, moment) in deeds {
            for event in state.decide(command, moment).unwrap_or_default() {
                state.apply(&event).unwrap();
            }
            for what in [What::Asked { slot }, What::Began, What::Answered, What::Resumed, What::Ended { early: false }] {
                let mut other = state.clone();
                if other.apply(&Event { at_ms: 0, ran_ms: 0, what }).is_err() {
                    prop_assert_eq!(&other, &state);
                }
            }
        }
    }

    #[test]
    fn what_was_cut_off_within_a_decision_is_made_up_for(
        plan in plans(), deeds in deeds(), then in proptest::collection::vec((commands(), 0_u64..90_000, any::<bool>()), 1..5),
    ) {
        let mut state = State::begin(plan.clone()).unwrap();
        let mut events: Vec<Event> = vec![];
        for (command, moment) in deeds {
            for event in state.decide(command, moment).unwrap_or_default() {
                state.apply(&event).unwrap();
                events.push(event);
            }
        }
        for cut in 0..=events.len() {
            let mut resumed = State::after(plan.clone(), &events[..cut]).unwrap();
            for (command, ran_ms, has_words) in then.clone() {
                let moment = Moment { at_ms: 0, ran_ms, has_words };
                for event in resumed.decide(command, moment).unwrap_or_default() {
                    prop_assert_eq!(resumed.apply(&event), Ok(()), "{:?} after {:?}", event, &events[..cut]);
                }
            }
        }
    }
}
