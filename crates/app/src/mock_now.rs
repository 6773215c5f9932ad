//! A running mock as the window shows it: what is asked, what was said, how the times stand. Never a mark or a score.

use std::time::Duration;

use practice::{
    mock::{Outcome, Stage, State, Time, Times},
    timer::Phase,
};
use store::{MockId, Reads, Take};

use crate::{
    AppError,
    mock_words::{last_part, parts},
    reviewing::count,
    rows::id,
    view::{Asked, AskedProbe, MockNow, MockStage, MockTime, PartDone, RoundNow, SlotState, TimePhase},
};

/// What is shown of a mock at one moment.
pub(crate) fn show(
    store: &Reads,
    mock: MockId,
    name: &str,
    state: &State,
    say: Option<String>,
) -> Result<MockNow, AppError> {
    let times = Times::of(state);
    let stage = match state.stage() {
        Stage::Preparing => {
            MockStage::Preparing { asked: asked(store, mock, state)?, time: time(times.preparation) }
        }
        Stage::NotBegun | Stage::Answering => MockStage::Answering { asked: asked(store, mock, state)? },
        Stage::Break => MockStage::Break {
            ended: count(state.round()),
            at_limit: state.round_ended(state.round()).unwrap_or_default(),
            rested_ms: u32::try_from(state.rested_ms()).unwrap_or(u32::MAX),
        },
        Stage::Ended => MockStage::Ended,
    };
    Ok(MockNow {
        id: id(mock.0),
        events: state.events(),
        name: name.to_owned(),
        rounds: (0..state.plan().rounds.len()).map(|round| round_now(state, round)).collect(),
        time: time(times.whole),
        stage,
        paused: state.still().is_some(),
        say,
    })
}

fn round_now(state: &State, round: usize) -> RoundNow {
    let planned = &state.plan().rounds[round];
    RoundNow {
        name: planned.name.clone(),
        slots: state.plan().slots_of(round).map(|slot| slot_state(state.outcome(slot))).collect(),
        over: state.round_ended(round).is_some() || state.stage() == Stage::Ended,
        time: time(Time {
            used: Duration::from_millis(state.used_in_ms(round)),
            budget: Duration::from_millis(planned.budget_ms),
        }),
    }
}

fn asked(store: &Reads, mock: MockId, state: &State) -> Result<Box<Asked>, AppError> {
    let slot = state.slot();
    let (round, at) = state.plan().place(slot).unwrap_or_default();
    let planned = &state.plan().rounds[round];
    let take: Option<Take> = store.mock_answer(mock, count(slot))?.and_then(|answer| answer.take);
    let text = take.as_ref().map_or("", |take| take.text.as_str());
    let probes = state.probes(slot);
    let begins: Vec<usize> = [0].into_iter().chain(probes.iter().map(|probe| probe.from)).collect();
    let current = begins.last().copied().unwrap_or_default();
    let asked_before = [None].into_iter().chain(probes.iter().map(|probe| Some(probe.text.clone())));
    Ok(Box::new(Asked {
        slot: count(slot),
        round: count(round),
        number: count(at + 1),
        of: count(planned.slots.len()),
        prompt: planned.slots.get(at).map(|slot| slot.prompt.clone()).unwrap_or_default(),
        probe: probes
            .last()
            .map(|probe| AskedProbe { number: count(probes.len()), text: probe.text.clone() }),
        done: asked_before
            .zip(parts(text, &begins[..probes.len()], Some(current)))
            .map(|(probe, text)| PartDone { probe, text: text.to_owned() })
            .collect(),
        part: count(state.part()),
        text: last_part(text, current).to_owned(),
        revision: take.map_or(0, |take| take.revision),
        written: planned.written,
        time: time(Times::of(state).question),
    }))
}

/// Where a mock stands, in words: "Round 2, question 2 of 3".
pub(crate) fn place(state: &State) -> String {
    let (round, at) = state.plan().place(state.slot()).unwrap_or_default();
    match state.stage() {
        Stage::Break => format!("Break after round {}", round + 1),
        _ => {
            let of = state.plan().rounds[round].slots.len();
            format!("Round {}, question {} of {of}", round + 1, at + 1)
        }
    }
}

fn slot_state(outcome: Outcome) -> SlotState {
    match outcome {
        Outcome::Coming => SlotState::Coming,
        Outcome::Current => SlotState::Current,
        Outcome::Answered => SlotState::Answered,
        Outcome::Skipped => SlotState::Skipped,
    }
}

/// A time as the window shows it.
pub(crate) fn time(time: Time) -> MockTime {
    MockTime {
        used_ms: milliseconds(time.used),
        budget_ms: milliseconds(time.budget),
        phase: match time.phase() {
            Phase::InTime => TimePhase::InTime,
            Phase::LastTenth => TimePhase::LastTenth,
            Phase::Over => TimePhase::Over,
        },
    }
}

pub(crate) fn milliseconds(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX)
}
